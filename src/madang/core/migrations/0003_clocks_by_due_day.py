"""Open clocks are found by rule and last day: whoever asks what ran out reads those rows alone."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0002_events_are_append_only'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('is_clock', True), ('is_open', True)), fields=['rule_id', 'due_on'], name='clock_by_due_day'),
        ),
    ]
