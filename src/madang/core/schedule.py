"""What is due by the clock and not by an act: jobs that the worker does about once a minute.

A job is told the time, does in one go what is due, and may be called again at any moment: it does nothing twice.
"""

from collections.abc import Callable
from datetime import datetime

Job = Callable[[datetime], None]
_jobs: dict[str, Job] = {}


def regularly(job: Job) -> Job:
    """Enter a job; a name stands once."""
    name = f"{job.__module__}.{job.__qualname__}"
    if _jobs.setdefault(name, job) is not job:
        raise ValueError(f"job {name} stands twice")
    return job


def jobs() -> dict[str, Job]:
    """Return every job by name."""
    return dict(sorted(_jobs.items()))
