"""The tables of the measures."""

import django.db.models.deletion
import madang.core.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('rank', models.CharField(help_text='the number as it is sorted: 2 before 11', max_length=160)),
                ('title_ko', models.CharField(max_length=200)),
                ('description', models.TextField(blank=True)),
                ('announced_text', models.CharField(blank=True, max_length=10)),
                ('sources', models.JSONField(default=list)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['rank'],
            },
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('slug', models.SlugField(max_length=60, unique=True)),
                ('title_ko', models.CharField(max_length=200)),
                ('title_en', models.CharField(blank=True, max_length=200)),
                ('unit_ko', models.CharField(max_length=40)),
                ('unit_en', models.CharField(blank=True, max_length=40)),
                ('number', models.DecimalField(decimal_places=2, max_digits=16)),
                ('is_about', models.BooleanField(default=False, help_text='announced as “about” or “some”')),
                ('year', models.PositiveSmallIntegerField(help_text='to be reached by the end of this year')),
                ('announced_text', models.CharField(blank=True, max_length=10)),
                ('sources', models.JSONField(default=list)),
                ('measure', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='measures.measure')),
            ],
            options={
                'ordering': ['year', 'title_ko'],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('edition', models.CharField(max_length=10)),
                ('state', models.CharField(max_length=30)),
                ('entered_at', models.DateTimeField(null=True)),
                ('entered_text', models.CharField(blank=True, max_length=40)),
                ('version', models.PositiveIntegerField(default=1)),
                ('region', models.CharField(blank=True, max_length=40)),
                ('number', models.CharField(max_length=20)),
                ('rank', models.CharField(help_text='the number as it is sorted: 2 before 11', max_length=160)),
                ('title_ko', models.CharField(max_length=300)),
                ('description', models.TextField(blank=True)),
                ('due_text', models.CharField(blank=True, max_length=10)),
                ('due_on', models.DateField(null=True)),
                ('proof', models.TextField(blank=True, help_text='what shows that it is done')),
                ('proof_link', models.URLField(blank=True, max_length=500)),
                ('reason', models.TextField(blank=True, help_text='why it was dropped or taken up again')),
                ('done_on', models.DateField(null=True)),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='measures.measure')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
            ],
            options={
                'ordering': ['measure__rank', 'rank'],
            },
        ),
        migrations.CreateModel(
            name='TaskSlip',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('moved_on', models.DateField()),
                ('before_text', models.CharField(blank=True, max_length=10)),
                ('after_text', models.CharField(max_length=10)),
                ('days', models.IntegerField(help_text='days later (negative: earlier), where both ends are known to the day', null=True)),
                ('reason', models.TextField()),
                ('office_ko', models.CharField(max_length=200)),
                ('office_en', models.CharField(max_length=200)),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='slips', to='measures.task')),
            ],
            options={
                'ordering': ['moved_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TargetFigure',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('value', models.DecimalField(decimal_places=2, max_digits=16)),
                ('as_of_text', models.CharField(max_length=10)),
                ('sources', models.JSONField(default=list)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='measures.target')),
            ],
            options={
                'ordering': ['as_of_text', 'id'],
                'constraints': [models.UniqueConstraint(fields=('target', 'as_of_text'), name='figure_once_a_day')],
            },
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['state', 'due_on'], name='task_by_state_and_due'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.UniqueConstraint(fields=('measure', 'number'), name='task_number_once_a_measure'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(models.Q(('proof', ''), _negated=True), ('done_on__isnull', False)), _connector='OR'), name='task_done_has_proof'),
        ),
    ]
