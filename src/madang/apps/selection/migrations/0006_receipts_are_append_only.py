"""The database itself refuses to change or delete a receipt."""

from django.db import migrations

from madang.core.guards import append_only


class Migration(migrations.Migration):
    dependencies = [("selection", "0005_designation_facts_supplements_and_sittings")]

    operations = [append_only("selection_receipt")]
