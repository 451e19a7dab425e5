"""The tables of the firms."""

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
            name='Company',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('business_number', models.CharField(blank=True, max_length=10)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('industry', models.CharField(blank=True, max_length=120)),
                ('business', models.TextField(blank=True)),
                ('products', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
            ],
        ),
        migrations.CreateModel(
            name='CompanyPerson',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('representative', '대표자'), ('contact', '담당자'), ('safety', '안전 책임자')], max_length=16)),
                ('name', models.CharField(max_length=80)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='firms.company')),
            ],
            options={
                'ordering': ['role', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=160)),
                ('made_on', models.DateField()),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='firms.company')),
            ],
            options={
                'ordering': ['-made_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('number', models.CharField(blank=True, max_length=80)),
                ('issuer', models.CharField(max_length=120)),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(help_text='last day; None when it does not end', null=True)),
                ('warned_days', models.PositiveSmallIntegerField(null=True)),
                ('set_aside_on', models.DateField(null=True)),
                ('replaced_by', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='firms.certificate')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='firms.company')),
            ],
            options={
                'ordering': ['valid_until', 'name', 'id'],
                'indexes': [models.Index(condition=models.Q(('set_aside_on__isnull', True)), fields=['valid_until'], name='certificate_by_end')],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='firm_certificate_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='CompanyEdition',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('data', models.JSONField()),
                ('person_id', models.UUIDField(null=True)),
                ('at', models.DateTimeField()),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='firms.company')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('company', 'number'), name='company_edition_once')],
            },
        ),
    ]
