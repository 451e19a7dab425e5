"""Acts of the owner of a task: begin, move the date with its reason, finish with its proof, drop; the Ministry reopens."""

from madang.apps.measures import events, rules  # noqa: F401 -- rules enter the permissions
from madang.apps.measures.acts.measures import TO_DO
from madang.apps.measures.acts.writing import addresses, partial, prose, today_of
from madang.apps.measures.models import Task, TaskSlip
from madang.core.acts import Invalid, act
from madang.core.audit.events import EventKind, Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Charge
from madang.core.cases import advance
from madang.core.duties import close_duties, open_duty
from madang.core.moments import Moment
from madang.kernel.procedures.measure_task import OPEN
from madang.kernel.words import Words

_WHY = Words("이유를 적으십시오. 누구나 볼 수 있습니다.", "Write why. Everybody can read it.")
_PROOF = Words("무엇으로 완료를 알 수 있는지 적으십시오.", "Write what shows that it is done.")


@act(may="measures.report_task", records=events.BEGUN, subject="task")
def begin_task(*, actor: Actor, task: Task, at: Moment) -> Task:
    """Record that a task was begun (착수).

    Raises:
        NotLawful: it was begun, done or dropped already.
    """
    advance(task, "begin", actor=actor, at=at)
    record(events.BEGUN, task, actor=actor, at=at)
    return task


@act(may="measures.report_task", records=events.FINISHED, subject="task")
def finish_task(*, actor: Actor, task: Task, proof: str, proof_link: str = "", at: Moment) -> Task:
    """Record that a task is done, with what shows it (완료).

    Raises:
        Invalid: no proof, or an address that is none.
        NotLawful: it is done or dropped already.
    """
    task.proof = prose(proof, "proof", needed=_PROOF)
    task.proof_link = next(iter(addresses([proof_link], "proof_link")), "")
    task.done_on = today_of(at)
    advance(task, "finish", actor=actor, at=at, also=("proof", "proof_link", "done_on"))
    close_duties(task, at)
    told = Facts({"proof": task.proof}, sources=(task.proof_link,) if task.proof_link else ())
    record(events.FINISHED, task, actor=actor, at=at, facts=told)
    return task


@act(may="measures.report_task", records=events.DROPPED, subject="task")
def drop_task(*, actor: Actor, task: Task, reason: str, at: Moment) -> Task:
    """Record that a task will not be carried out, and why (추진하지 않음).

    Raises:
        Invalid: no reason.
        NotLawful: it is done or dropped already.
    """
    task.reason = prose(reason, "reason", needed=_WHY)
    advance(task, "drop", actor=actor, at=at, also=("reason",))
    close_duties(task, at)
    _tell_why(events.DROPPED, task, actor, at)
    return task


@act(may="measures.reopen_task", records=events.REOPENED, subject="task")
def reopen_task(*, actor: Actor, task: Task, reason: str, at: Moment) -> Task:
    """Take a task up again that was done or dropped; what had been its proof stays in its history (다시 추진).

    Raises:
        Invalid: no reason.
        NotLawful: it is open.
    """
    task.reason = prose(reason, "reason", needed=_WHY)
    task.done_on = None
    advance(task, "reopen", actor=actor, at=at, also=("reason", "done_on"))
    open_duty(task, Charge(OfficeKind(task.owner.kind), task.owner_id), TO_DO, at, task.due_on)
    _tell_why(events.REOPENED, task, actor, at)
    return task


@act(may="measures.report_task", records=events.MOVED, subject="task")
def move_task(*, actor: Actor, task: Task, due: str, reason: str, at: Moment) -> Task:
    """Move the date of a task; the one before stays, with the reason, for everybody (기한 변경).

    Raises:
        Invalid: no date, the same date, no reason, or the task is done or dropped.
    """
    after = partial(due, "due")
    if not after.text or after.text == task.due_text:
        raise Invalid(
            Words("지금과 다른 기한을 적으십시오.", "Write another date than the present one."), "due"
        )
    if task.state not in OPEN:
        raise Invalid(
            Words("끝난 과제의 기한은 옮길 수 없습니다.", "The date of a closed task cannot be moved."), "due"
        )
    before = task.due
    exact = before is not None and before.is_exact and after.is_exact
    slip = TaskSlip.objects.create(
        task=task, moved_on=today_of(at), before_text=task.due_text, after_text=after.text,
        days=(after.last - before.last).days if exact and before and after.last and before.last else None,
        reason=prose(reason, "reason", needed=_WHY), office_ko=actor.office.words.ko, office_en=actor.office.words.en,
    )  # fmt: skip
    task.due_text, task.due_on = after.text, after.last
    task.version += 1
    task.save(update_fields=["due_text", "due_on", "version"])
    close_duties(task, at)
    open_duty(task, Charge(OfficeKind(task.owner.kind), task.owner_id), TO_DO, at, task.due_on)
    told = {"before": slip.before_text or "–", "after": slip.after_text, "reason": slip.reason}
    record(events.MOVED, task, actor=actor, at=at, facts=Facts(told, before={"due": slip.before_text}))
    return task


def _tell_why(kind: EventKind, task: Task, actor: Actor, at: Moment) -> None:
    record(kind, task, actor=actor, at=at, facts=Facts({"reason": task.reason}))
