"""Let the database refuse to change or delete the move of a due day."""

from django.db import migrations

from madang.core.guards import append_only


class Migration(migrations.Migration):
    """A slip that was written stays as it was written."""

    dependencies = [("demonstrations", "0001_tables")]
    operations = [append_only("demonstrations_slip")]
