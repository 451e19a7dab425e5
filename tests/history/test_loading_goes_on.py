"""A first load that is cut off goes on where it stopped, and is never done twice."""

import pytest
from django.core.management import call_command

from madang.apps.selection.models import Evaluator
from madang.apps.zones.models import Zone
from madang.core.models import Event
from madang.history.doing import counting
from madang.history.replay import replay


class Cut(Exception):
    """The power goes."""


@pytest.mark.django_db
def test_load_cut_off_in_the_middle_goes_on_and_seats_the_demo_people_once():
    told = []

    def cut_after_two_rounds(words):
        told.append(words)
        if len(told) == 2:
            raise Cut

    with pytest.raises(Cut), counting(keyed=True):
        replay(cut_after_two_rounds)
    assert 0 < Zone.objects.count() < 49
    half = Event.objects.count()
    call_command("replay_record", verbosity=0)
    assert Zone.objects.count() == 49
    assert Event.objects.filter(name="zones.designated").count() == 49
    assert Evaluator.objects.count() == 7
    whole = Event.objects.count()
    assert whole > half
    call_command("replay_record", verbosity=0)
    assert Event.objects.count() == whole
