"""The database itself refuses to change what a firm said of itself before."""

from django.db import migrations

from madang.core.guards import append_only


class Migration(migrations.Migration):
    dependencies = [("firms", "0001_tables")]

    operations = [append_only("firms_companyedition")]
