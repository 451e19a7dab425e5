"""The database itself refuses to change or delete an event."""

from django.db import migrations

from madang.core.guards import append_only


class Migration(migrations.Migration):
    dependencies = [("core", "0001_tables")]

    operations = [append_only("core_event")]
