"""What is sealed of a score sheet, and whether a sealed one is still what its evaluator sealed."""

import hashlib
import json
from datetime import UTC, datetime
from decimal import Decimal

from madang.apps.selection.models import ScoreSheet
from madang.kernel.scoring.sheets import Sheet


def content_of(sheet: ScoreSheet, sealed_at: datetime) -> bytes:
    """Return the canonical bytes of a sheet: sorted names, no spaces, UTF-8, the instant in UTC."""
    content = {
        "evaluator": str(sheet.evaluator_id),
        "opinion": sheet.opinion,
        "plan": str(sheet.plan_id),
        "scores": sheet.scores,
        "sealed_at": sealed_at.astimezone(UTC).isoformat(),
        "stage": sheet.stage,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def hash_of(sheet: ScoreSheet, sealed_at: datetime) -> str:
    """Return the SHA-256 under which a sheet is sealed."""
    return hashlib.sha256(content_of(sheet, sealed_at)).hexdigest()


def is_intact(sheet: ScoreSheet) -> bool:
    """Whether a sealed sheet still has the content that its hash was made of."""
    return sheet.sealed_at is not None and hash_of(sheet, sheet.sealed_at) == sheet.sha256


def as_scored(sheet: ScoreSheet, evaluator: str) -> Sheet:
    """Return the sheet as the scoring kernel reads it, under the evaluator's label."""
    return Sheet(evaluator, {key: Decimal(score) for key, score in sheet.scores.items()})
