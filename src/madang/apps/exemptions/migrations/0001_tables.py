"""The tables of the rapid confirmation."""

import django.db.models.deletion
import madang.core.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_tables'),
        ('zones', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('edition', models.CharField(max_length=10)),
                ('state', models.CharField(max_length=30)),
                ('entered_at', models.DateTimeField(null=True)),
                ('entered_text', models.CharField(blank=True, max_length=40)),
                ('version', models.PositiveIntegerField(default=1)),
                ('region', models.CharField(blank=True, max_length=40)),
                ('receipt', models.CharField(max_length=20, null=True, unique=True)),
                ('subject_public', models.CharField(max_length=120)),
                ('business', models.TextField(blank=True)),
                ('permits', models.TextField(blank=True, help_text='permits that may be needed, with their provisions')),
                ('was_refused', models.BooleanField(help_text='whether a permit was refused earlier; None: not said', null=True)),
                ('refusals', models.TextField(blank=True)),
                ('asked_on', models.DateField(null=True)),
                ('sent_on', models.DateField(null=True)),
                ('outcome', models.CharField(blank=True, choices=[('needed', '허가등이 필요함'), ('not_needed', '허가등이 필요하지 않음')], max_length=12)),
                ('answer', models.TextField(blank=True, help_text='the grounds in the result: law and article')),
                ('told_on', models.DateField(null=True)),
                ('asker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
                ('local', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='zones.zone')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='ConfirmationReply',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('edition', models.CharField(max_length=10)),
                ('state', models.CharField(max_length=30)),
                ('entered_at', models.DateTimeField(null=True)),
                ('entered_text', models.CharField(blank=True, max_length=40)),
                ('version', models.PositiveIntegerField(default=1)),
                ('region', models.CharField(blank=True, max_length=40)),
                ('notified_on', models.DateField(null=True)),
                ('due_on', models.DateField(help_text='the day the reply was due when the case closed', null=True)),
                ('closed_on', models.DateField(help_text='day of the reply, or first day of the deemed answer', null=True)),
                ('answer', models.CharField(blank=True, choices=[('needed', '허가등이 필요함'), ('not_needed', '허가등이 필요하지 않음'), ('not_ours', '소관이 아님')], max_length=12)),
                ('permit', models.CharField(blank=True, help_text='the permit that is needed, and its article', max_length=200)),
                ('grounds', models.TextField(blank=True)),
                ('confirmation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='exemptions.confirmation')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ConfirmationSupplement',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('asked_on', models.DateField()),
                ('what', models.TextField()),
                ('answer', models.TextField(blank=True)),
                ('filed_on', models.DateField(null=True)),
                ('dropped_on', models.DateField(help_text='the ministry replied without waiting for it', null=True)),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supplements', to='exemptions.confirmationreply')),
            ],
            options={
                'ordering': ['asked_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ConfirmationVote',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('held_on', models.DateField()),
                ('proposal', models.CharField(choices=[('needed', '허가등이 필요함'), ('not_needed', '허가등이 필요하지 않음')], max_length=12)),
                ('grounds', models.TextField()),
                ('enrolled', models.PositiveIntegerField()),
                ('present', models.PositiveIntegerField()),
                ('yes', models.PositiveIntegerField()),
                ('is_carried', models.BooleanField()),
                ('confirmation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='exemptions.confirmation')),
            ],
            options={
                'ordering': ['held_on', 'id'],
            },
        ),
        migrations.AddIndex(
            model_name='confirmation',
            index=models.Index(fields=['state'], name='confirmation_by_state'),
        ),
        migrations.AddIndex(
            model_name='confirmation',
            index=models.Index(fields=['asker'], name='confirmation_of_asker'),
        ),
        migrations.AddConstraint(
            model_name='confirmation',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'drafting'), models.Q(('asked_on__isnull', False), ('receipt__isnull', False)), _connector='OR'), name='confirmation_asked_has_receipt'),
        ),
        migrations.AddConstraint(
            model_name='confirmationreply',
            constraint=models.UniqueConstraint(fields=('confirmation', 'organisation'), name='confirmed_once_a_ministry'),
        ),
        migrations.AddConstraint(
            model_name='confirmationreply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'deemed'), _negated=True), ('answer', ''), _connector='OR'), name='deemed_reply_says_nothing'),
        ),
        migrations.AddConstraint(
            model_name='confirmationsupplement',
            constraint=models.UniqueConstraint(condition=models.Q(('dropped_on__isnull', True), ('filed_on__isnull', True)), fields=('reply',), name='one_open_supplement_a_ministry'),
        ),
        migrations.AddConstraint(
            model_name='confirmationvote',
            constraint=models.CheckConstraint(condition=models.Q(('present__lte', models.F('enrolled')), ('yes__lte', models.F('present'))), name='vote_within_the_enrolled'),
        ),
    ]
