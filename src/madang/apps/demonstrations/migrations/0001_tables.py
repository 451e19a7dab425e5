"""The tables of the demonstrations."""

import django.db.models.deletion
import madang.core.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_tables'),
        ('exemptions', '0001_tables'),
        ('zones', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='DemonstrationPlan',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('goal', models.TextField()),
                ('starts_on', models.DateField()),
                ('ends_before', models.DateField()),
                ('confirmed_on', models.DateField(help_text='None when it was changed since, or never was confirmed', null=True)),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
                ('project', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='demonstration_plan', to='exemptions.project')),
            ],
            options={
                'ordering': ['project'],
            },
        ),
        migrations.CreateModel(
            name='DemonstrationSite',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('road', '도로ㆍ공공 통로'), ('facility', '공장ㆍ설비'), ('laboratory', '연구ㆍ시험시설'), ('hospital', '병원ㆍ의료기관'), ('water', '바다ㆍ하천'), ('air', '공역'), ('building', '건물'), ('other', '그 밖의 장소')], max_length=12)),
                ('country', models.CharField(default='KR', max_length=2)),
                ('address', models.CharField(max_length=200)),
                ('within', models.CharField(choices=[('inside', '지정된 위치 안'), ('outside', '지정된 위치 밖'), ('unknown', '위치 확인되지 않음')], default='unknown', max_length=8)),
                ('outside_reason', models.CharField(blank=True, max_length=200)),
                ('latitude', models.DecimalField(decimal_places=5, max_digits=8, null=True)),
                ('longitude', models.DecimalField(decimal_places=5, max_digits=8, null=True)),
                ('starts_on', models.DateField()),
                ('ends_before', models.DateField(null=True)),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='demonstration_sites', to='zones.zone')),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Incident',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('edition', models.CharField(max_length=10)),
                ('state', models.CharField(max_length=30)),
                ('entered_at', models.DateTimeField(null=True)),
                ('entered_text', models.CharField(blank=True, max_length=40)),
                ('version', models.PositiveIntegerField(default=1)),
                ('region', models.CharField(blank=True, max_length=40)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('happened_at', models.DateTimeField()),
                ('reported_at', models.DateTimeField()),
                ('place', models.CharField(max_length=200)),
                ('what', models.TextField()),
                ('harm', models.CharField(choices=[('none', '피해 없음(위험만)'), ('property', '재물 피해'), ('injury', '사람이 다침'), ('death', '사람이 숨짐')], max_length=8)),
                ('harmed', models.PositiveIntegerField(default=0, help_text='people harmed, as known when it was reported')),
                ('is_dangerous', models.BooleanField(help_text='whether danger went on when it was reported')),
                ('cause', models.TextField(blank=True)),
                ('reporter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
                ('tool', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='incidents', to='exemptions.tool')),
            ],
            options={
                'ordering': ['-reported_at'],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('edition', models.CharField(max_length=10)),
                ('state', models.CharField(max_length=30)),
                ('entered_at', models.DateTimeField(null=True)),
                ('entered_text', models.CharField(blank=True, max_length=40)),
                ('version', models.PositiveIntegerField(default=1)),
                ('region', models.CharField(blank=True, max_length=40)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('claimed_on', models.DateField()),
                ('harm', models.CharField(choices=[('none', '피해 없음(위험만)'), ('property', '재물 피해'), ('injury', '사람이 다침'), ('death', '사람이 숨짐')], max_length=8)),
                ('is_user', models.BooleanField(help_text='whether the claimant is a user of the demonstration')),
                ('amount', models.BigIntegerField(help_text='what is asked, in won', null=True)),
                ('is_insured', models.BooleanField()),
                ('is_told_of_cover', models.BooleanField(help_text='whether the claimant was told of the cover')),
                ('paid', models.BigIntegerField(null=True)),
                ('refusal', models.TextField(blank=True, help_text='the reasons, as they were given in writing')),
                ('settled_on', models.DateField(help_text='day of paying or refusing', null=True)),
                ('reported_on', models.DateField(help_text='day the outcome was reported', null=True)),
                ('tool', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='exemptions.tool')),
                ('incident', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='demonstrations.incident')),
            ],
            options={
                'ordering': ['-claimed_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='IncidentMeasure',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('stop', '실증 중단'), ('secure', '현장 안전 확보'), ('care', '피해자 구호'), ('report', '경찰ㆍ소방 등 신고'), ('fix', '원인 제거ㆍ수리'), ('resume', '실증 재개'), ('other', '그 밖의 조치')], max_length=8)),
                ('taken_at', models.DateTimeField()),
                ('text', models.TextField()),
                ('office_ko', models.CharField(max_length=200)),
                ('office_en', models.CharField(max_length=200)),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='demonstrations.incident')),
            ],
            options={
                'ordering': ['taken_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Inspection',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('inspected_on', models.DateField()),
                ('place', models.CharField(blank=True, max_length=200)),
                ('conditions', models.CharField(choices=[('kept', '지킴'), ('defect', '고칠 것이 있음'), ('unseen', '확인하지 못함')], max_length=6)),
                ('conditions_note', models.TextField(blank=True)),
                ('cover', models.CharField(choices=[('kept', '지킴'), ('defect', '고칠 것이 있음'), ('unseen', '확인하지 못함')], max_length=6)),
                ('cover_note', models.TextField(blank=True)),
                ('notice', models.CharField(choices=[('kept', '지킴'), ('defect', '고칠 것이 있음'), ('unseen', '확인하지 못함')], max_length=6)),
                ('notice_note', models.TextField(blank=True)),
                ('safety', models.CharField(choices=[('kept', '지킴'), ('defect', '고칠 것이 있음'), ('unseen', '확인하지 못함')], max_length=6)),
                ('safety_note', models.TextField(blank=True)),
                ('is_dangerous', models.BooleanField(default=False)),
                ('reexamination', models.TextField(blank=True, help_text='what the Ministry did about the danger (MON-01)')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
                ('tool', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='exemptions.tool')),
            ],
            options={
                'ordering': ['-inspected_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Defect',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('point', models.CharField(choices=[('conditions', '부가조건 이행'), ('cover', '책임보험ㆍ배상계획 유지'), ('notice', '이용자 고지'), ('safety', '안전조치')], max_length=10)),
                ('what', models.TextField()),
                ('due_on', models.DateField()),
                ('remedy', models.TextField(blank=True)),
                ('remedied_on', models.DateField(null=True)),
                ('confirmed_on', models.DateField(null=True)),
                ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='defects', to='demonstrations.inspection')),
            ],
            options={
                'ordering': ['due_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=160)),
                ('due_on', models.DateField()),
                ('done_on', models.DateField(null=True)),
                ('done_note', models.TextField(blank=True)),
                ('dropped_on', models.DateField(null=True)),
                ('dropped_reason', models.CharField(blank=True, max_length=300)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='demonstrations.demonstrationplan')),
            ],
            options={
                'ordering': ['due_on', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('slug', models.SlugField(max_length=40, unique=True)),
                ('name_ko', models.CharField(max_length=160)),
                ('name_en', models.CharField(max_length=160)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('is_country_inferred', models.BooleanField(default=False)),
                ('kind', models.CharField(choices=[('certification body', '인증기관'), ('research institute', '연구기관'), ('university', '대학'), ('cluster / demonstration base', '클러스터ㆍ실증 거점'), ('regulator', '규제기관'), ('local government', '지방정부'), ('hospital / university', '병원ㆍ대학'), ('hospital', '병원'), ('science park', '사이언스파크'), ('company', '기업'), ('classification society', '선급'), ('cluster', '클러스터'), ('public agency', '공공기관'), ('testing lab', '시험기관')], max_length=32)),
                ('field', models.CharField(blank=True, max_length=80)),
                ('role', models.CharField(max_length=200)),
                ('agreed_text', models.CharField(blank=True, help_text='partial date of an agreement', max_length=10)),
                ('sources', models.JSONField(default=list)),
                ('confidence', models.CharField(blank=True, max_length=10)),
                ('zone', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='partners', to='zones.zone')),
            ],
            options={
                'ordering': ['slug'],
            },
        ),
        migrations.CreateModel(
            name='SiteUse',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('starts_on', models.DateField()),
                ('ends_before', models.DateField(null=True)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='site_uses', to='exemptions.project')),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='demonstrations.demonstrationsite')),
            ],
            options={
                'ordering': ['starts_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Slip',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField()),
                ('reason', models.CharField(max_length=300)),
                ('moved_on', models.DateField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
                ('milestone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slips', to='demonstrations.milestone')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='TaskForce',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('set_up_on', models.DateField(null=True)),
                ('purpose', models.TextField(blank=True)),
                ('set_up_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
                ('zone', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='task_force', to='zones.zone')),
            ],
            options={
                'ordering': ['zone'],
            },
        ),
        migrations.CreateModel(
            name='TaskForceMember',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('organisation_name', models.CharField(blank=True, help_text='one that has no account here', max_length=120)),
                ('role', models.CharField(choices=[('lead', '총괄'), ('host', '주관 기관'), ('firm', '실증 기업'), ('inspection', '점검'), ('insurance', '보험'), ('law', '법률'), ('certification', '인증ㆍ시험'), ('support', '지원')], max_length=16)),
                ('person', models.CharField(blank=True, max_length=80)),
                ('task', models.CharField(blank=True, max_length=200)),
                ('joined_on', models.DateField()),
                ('left_before', models.DateField(null=True)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.organisation')),
                ('task_force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='demonstrations.taskforce')),
            ],
            options={
                'ordering': ['joined_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TaskForceMeeting',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveIntegerField()),
                ('held_on', models.DateField()),
                ('place', models.CharField(max_length=200)),
                ('agenda', models.TextField()),
                ('record', models.TextField(blank=True)),
                ('recorded_on', models.DateField(null=True)),
                ('next_on', models.DateField(null=True)),
                ('task_force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='demonstrations.taskforce')),
                ('present', models.ManyToManyField(related_name='meetings', to='demonstrations.taskforcemember')),
            ],
            options={
                'ordering': ['-held_on', '-number'],
            },
        ),
        migrations.CreateModel(
            name='Track',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(choices=[('demonstration', '해외실증'), ('certification', '해외인증'), ('research', '공동연구')], max_length=16)),
                ('name', models.CharField(max_length=160)),
                ('country', models.CharField(max_length=2)),
                ('standard', models.CharField(blank=True, max_length=120)),
                ('goal', models.TextField(blank=True)),
                ('outcome', models.CharField(blank=True, choices=[('reached', '목표를 이룸'), ('partly', '일부를 이룸'), ('missed', '이루지 못함'), ('stopped', '중단함')], max_length=10)),
                ('result', models.TextField(blank=True)),
                ('closed_on', models.DateField(null=True)),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tracks', to='demonstrations.partner')),
                ('project', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tracks', to='exemptions.project')),
                ('zone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tracks', to='zones.zone')),
            ],
            options={
                'ordering': ['kind', 'name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CustomsRecord',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('what', models.CharField(max_length=160)),
                ('hs_code', models.CharField(max_length=10)),
                ('value', models.DecimalField(decimal_places=2, max_digits=16)),
                ('currency', models.CharField(max_length=3)),
                ('paper', models.CharField(choices=[('carnet', 'ATA 까르네'), ('temporary', '재수입 조건 수출신고'), ('export', '일반 수출신고')], max_length=10)),
                ('paper_number', models.CharField(blank=True, max_length=60)),
                ('out_on', models.DateField()),
                ('due_back_on', models.DateField(null=True)),
                ('back_on', models.DateField(null=True)),
                ('track', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='customs', to='demonstrations.track')),
            ],
            options={
                'ordering': ['out_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TrackCertificate',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.CharField(max_length=60)),
                ('issuer', models.CharField(max_length=160)),
                ('scope', models.CharField(max_length=300)),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(help_text='last day; None when it has none', null=True)),
                ('warned_on', models.DateField(null=True)),
                ('track', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='demonstrations.track')),
            ],
            options={
                'ordering': ['valid_from', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TrackStep',
            fields=[
                ('id', models.UUIDField(default=madang.core.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('plan', '계획'), ('contract', '협약ㆍ계약'), ('approval', '현지 승인'), ('customs', '통관ㆍATA 까르네'), ('shipment', '선적ㆍ운송'), ('test', '시험ㆍ실증'), ('audit', '공장ㆍ품질 심사'), ('certificate', '인증서 발급'), ('result', '결과 정리'), ('other', '그 밖의 단계')], max_length=12)),
                ('name', models.CharField(blank=True, max_length=160)),
                ('planned_on', models.DateField(null=True)),
                ('done_on', models.DateField(null=True)),
                ('note', models.TextField(blank=True)),
                ('track', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='demonstrations.track')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.AddConstraint(
            model_name='demonstrationplan',
            constraint=models.CheckConstraint(condition=models.Q(('ends_before__gt', models.F('starts_on'))), name='plan_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='demonstrationsite',
            constraint=models.CheckConstraint(condition=models.Q(('ends_before__isnull', True), ('ends_before__gt', models.F('starts_on')), _connector='OR'), name='site_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='demonstrationsite',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False)), _connector='OR'), name='site_has_both_coordinates'),
        ),
        migrations.AddConstraint(
            model_name='demonstrationsite',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('within', 'outside'), _negated=True), models.Q(('outside_reason', ''), _negated=True), _connector='OR'), name='site_outside_has_a_reason'),
        ),
        migrations.AddIndex(
            model_name='incident',
            index=models.Index(fields=['state'], name='incident_by_state'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), _negated=True), models.Q(('refusal', ''), _negated=True), _connector='OR'), name='refused_claim_has_reasons'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'paid'), _negated=True), ('paid__gt', 0), _connector='OR'), name='paid_claim_has_a_sum'),
        ),
        migrations.AddConstraint(
            model_name='defect',
            constraint=models.UniqueConstraint(fields=('inspection', 'point'), name='one_defect_a_point'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(fields=('plan', 'number'), name='milestone_number_once'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(('done_on__isnull', True), ('dropped_on__isnull', True), _connector='OR'), name='milestone_done_or_dropped'),
        ),
        migrations.AddConstraint(
            model_name='siteuse',
            constraint=models.CheckConstraint(condition=models.Q(('ends_before__isnull', True), ('ends_before__gt', models.F('starts_on')), _connector='OR'), name='use_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='siteuse',
            constraint=models.UniqueConstraint(condition=models.Q(('ends_before__isnull', True)), fields=('site', 'project'), name='one_open_use'),
        ),
        migrations.AddConstraint(
            model_name='slip',
            constraint=models.CheckConstraint(condition=models.Q(('to_on', models.F('from_on')), _negated=True), name='slip_moves_the_day'),
        ),
        migrations.AddConstraint(
            model_name='slip',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='slip_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='taskforcemember',
            constraint=models.CheckConstraint(condition=models.Q(('organisation__isnull', False), models.Q(('organisation_name', ''), _negated=True), _connector='OR'), name='member_is_an_organisation'),
        ),
        migrations.AddConstraint(
            model_name='taskforcemember',
            constraint=models.CheckConstraint(condition=models.Q(('left_before__isnull', True), ('left_before__gt', models.F('joined_on')), _connector='OR'), name='member_leaves_after_joining'),
        ),
        migrations.AddConstraint(
            model_name='taskforcemeeting',
            constraint=models.UniqueConstraint(fields=('task_force', 'number'), name='meeting_number_once'),
        ),
        migrations.AddConstraint(
            model_name='taskforcemeeting',
            constraint=models.CheckConstraint(condition=models.Q(('next_on__isnull', True), ('next_on__gt', models.F('held_on')), _connector='OR'), name='next_meeting_is_later'),
        ),
        migrations.AddConstraint(
            model_name='track',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', True), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('closed_on__isnull', False)), _connector='OR'), name='track_closed_with_an_outcome'),
        ),
        migrations.AddConstraint(
            model_name='customsrecord',
            constraint=models.CheckConstraint(condition=models.Q(('hs_code__regex', '^[0-9]{6,10}$')), name='hs_code_is_digits'),
        ),
        migrations.AddConstraint(
            model_name='customsrecord',
            constraint=models.CheckConstraint(condition=models.Q(('value__gt', 0)), name='customs_value_is_positive'),
        ),
        migrations.AddConstraint(
            model_name='customsrecord',
            constraint=models.CheckConstraint(condition=models.Q(('back_on__isnull', True), ('back_on__gte', models.F('out_on')), _connector='OR'), name='goods_come_back_after_leaving'),
        ),
        migrations.AddConstraint(
            model_name='trackcertificate',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='certificate_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='trackcertificate',
            constraint=models.UniqueConstraint(fields=('track', 'number'), name='certificate_once_a_track'),
        ),
        migrations.AddConstraint(
            model_name='trackstep',
            constraint=models.UniqueConstraint(fields=('track', 'number'), name='track_step_once'),
        ),
    ]
