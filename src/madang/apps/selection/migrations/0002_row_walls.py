"""Second wall: drafts are seen by those who write them, score sheets by their evaluator and, once sealed, the ministry."""

from django.db import migrations

from madang.core.guards import row_wall

DRAFT = """
  state <> 'drafting' OR organisation_id::text = wall('organisation') OR EXISTS (
    SELECT 1 FROM selection_planpartner p
    WHERE p.plan_id = selection_plan.id AND p.organisation_id::text = wall('organisation'))
"""
SHEET = "person_id::text = wall('person') OR (sealed_at IS NOT NULL AND wall('office') = 'ministry')"


class Migration(migrations.Migration):
    dependencies = [("selection", "0001_tables")]

    operations = [row_wall("selection_plan", DRAFT), row_wall("selection_scoresheet", SHEET)]
