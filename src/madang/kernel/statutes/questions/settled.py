"""Numbers that a question asks for without a day: told when every version of the law has the same."""

from madang.kernel.statutes.parameters import Parameter, parameter_editions
from madang.kernel.statutes.questions.asked import FactsMissing


def settled(name: str, day_named: str = "start") -> Parameter:
    """The newest edition of a statutory number that never changed its value.

    Raises:
        FactsMissing: its editions differ or none was verified, so a day is needed; ``day_named`` is the fact that
            says it.

    >>> settled("legislation.notice_days").value
    40
    """
    found = parameter_editions(name)
    if len({one.value for one in found}) != 1:
        raise FactsMissing(day_named)
    return found[-1]
