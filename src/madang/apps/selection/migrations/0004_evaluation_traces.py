"""Runs and ends of assignments, hash and names of official results; sealed sheets are held by the database."""

import datetime

import django.db.models.deletion
import madang.core.keys
from django.db import migrations, models
from madang.core.guards import sealed_rows


class Migration(migrations.Migration):

    dependencies = [
        ('selection', '0003_call_sources_and_plan_revision'),
    ]

    operations = [
        migrations.CreateModel(
            name='AssignmentRun',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('stage', models.CharField(choices=[('paper', '서면평가'), ('presentation', '발표평가')], max_length=15)),
                ('needed', models.PositiveSmallIntegerField(help_text='evaluators for each plan')),
                ('seed', models.BigIntegerField()),
                ('record', models.JSONField(help_text='pairs made, plans that are short, total reached and highest possible')),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='evaluationassignment',
            name='assigned_once',
        ),
        migrations.AddField(
            model_name='evaluationassignment',
            name='ended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='evaluationassignment',
            name='ended_reason',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='officialresult',
            name='names',
            field=models.JSONField(default={}, help_text='{"plans": {label: id}, "evaluators": {label: id}}'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='officialresult',
            name='sha256',
            field=models.CharField(default='', max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='officialresult',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='scoresheet',
            name='saved_at',
            field=models.DateTimeField(default=datetime.datetime(2019, 1, 1, tzinfo=datetime.UTC)),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='evaluationassignment',
            name='reason_en',
            field=models.TextField(),
        ),
        migrations.AlterField(
            model_name='evaluationassignment',
            name='reason_ko',
            field=models.TextField(),
        ),
        migrations.AddIndex(
            model_name='evaluationassignment',
            index=models.Index(fields=['call', 'stage'], name='assignment_of_stage'),
        ),
        migrations.AddConstraint(
            model_name='evaluationassignment',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('plan', 'evaluator', 'stage'), name='assigned_once'),
        ),
        migrations.AddField(
            model_name='assignmentrun',
            name='call',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignment_runs', to='selection.call'),
        ),
        sealed_rows('selection_scoresheet', 'sealed_at'),
    ]
