"""The database itself refuses a second legal event: for the silence of a reply, and for the end of a term."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exemptions", "0001_tables"), ("core", "0003_clocks_by_due_day")]

    operations = [
        migrations.RunSQL(
            "CREATE UNIQUE INDEX one_silence_a_reply ON core_event (subject_id)"
            " WHERE name = 'exemptions.reply_deemed'",
            "DROP INDEX one_silence_a_reply",
        ),
        migrations.RunSQL(
            "CREATE UNIQUE INDEX one_end_a_term ON core_event (subject_id, at)"
            " WHERE name IN ('exemptions.tool_expired', 'exemptions.tool_continued', 'exemptions.tool_lapsed',"
            " 'exemptions.tool_deemed')",
            "DROP INDEX one_end_a_term",
        ),
    ]
