"""The database itself refuses a second legal event of silence for the same reply."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exemptions", "0001_tables"), ("core", "0003_clocks_by_due_day")]

    operations = [
        migrations.RunSQL(
            "CREATE UNIQUE INDEX one_silence_a_reply ON core_event (subject_id)"
            " WHERE name = 'exemptions.reply_deemed'",
            "DROP INDEX one_silence_a_reply",
        )
    ]
