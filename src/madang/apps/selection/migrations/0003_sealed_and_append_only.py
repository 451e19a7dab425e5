"""The database itself refuses to change a sealed score sheet, or to change or delete a receipt."""

from django.db import migrations

from madang.core.guards import append_only, sealed_rows


class Migration(migrations.Migration):
    dependencies = [("selection", "0002_row_walls")]

    operations = [sealed_rows("selection_scoresheet", "sealed_at"), append_only("selection_receipt")]
