"""The month of a visit that a dated report tells as its news, without saying when it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from ...reading import gated as re
from ...reading.dates import edtf_bounds
from ...reading.model import Published
from .draft import Draft
from .scene import Scene


def month_of_news(drafts: Sequence[Draft], published: Published) -> str | None:
    """The month of the report, for a visit without a time that is the report's news; else ``None``.

    Parameters
    ----------
    drafts
        The passages about one visit, none of which gives a time.
    published

    Returns
    -------
    str or None
        EDTF month; two months as an interval where the report came out in the first days of the second.
    """
    if published.basis != "stated" or published.of_news or (published.edtf or "").count("-") != 2:
        return None
    if any(d.dated or d.period for d in drafts):
        return None
    if any(d.kind == "session" and d.level == "commission" for d in drafts):
        return None  # a body's session is dated by what is said of it alone
    news = [d for d in drafts if is_news(d)]
    if any(d.status == "planned" for d in drafts):  # what lies ahead of one who is there
        news = [d for d in news if d.kind == "visit" and _NOW.search(d.scene.text)]
    if not news:
        return None
    day = edtf_bounds(published.edtf)[0]
    months = sorted({f"{d:%Y-%m}" for d in (day - _LATE, day)})
    return "/".join(months)


_LATE = timedelta(days=2)  # reports of a visit come out on its days or right after
_FIRST = 3  # sentences that tell the news
_NOW = re.compile(
    r"\b(?:is|are) (?:(?:currently|now|also|in|on|here|paying|making|visiting|leading|staying|at) )+"
    r"|\bha(?:s|ve) (?:just )?(?:arrived|landed|come|returned|left|wrapped|begun|started|concluded|completed)\b"
    r"|\b(?:currently|now) (?:in|on|visiting)\b"
    r"|P (?:arrives|begins|starts|kicks off|pays|wraps up|concludes)\b"
)
_HAVE_BEEN = re.compile(
    r"\bha(?:s|ve) (?:just |also )?(?:been|visited|spent|arrived|come|toured|completed|concluded)\b"
)
_ONCE = re.compile(
    r"\b(?:meetings between|preceding|earlier this|first|last|only|ever|former|late|previous|recall\w*|remember\w*"
    r"|ago|since)\b"
)


def is_news(draft: Draft) -> bool:
    """Whether a passage tells of a visit as what has just happened, and of no other time."""
    scene = draft.scene
    if not scene.published:
        return False
    if draft.status != "made" or draft.another or draft.anaphoric or not _of_these_days(scene):
        return False
    if draft.kind == "mission" or draft.rule.startswith("mission"):
        return _event_before(draft) or scene.index <= 1 and bool(_HAVE_BEEN.search(scene.text))
    if scene.index > _FIRST:
        return False
    if _NOW.search(scene.text) or draft.rule == "verb-begin":
        return True
    if draft.visitor is None or draft.visitor.former or _ONCE.search(scene.text):
        return False
    return draft.kind in ("meeting", "session") or scene.index < 2


def _of_these_days(scene: Scene) -> bool:
    """Whether every time in a sentence is a day shortly before the report."""
    last = edtf_bounds(scene.published)[1]
    days = [scene.at[p].edtf for p in scene.dates]
    return all(d and d.count("-") == 2 and "/" not in d and last - _RECENT <= edtf_bounds(d)[0] <= last for d in days)


_RECENT = timedelta(days=10)


def _event_before(draft: Draft) -> bool:
    """Whether the sentences before tell of a day: of what the group came for."""
    return any(
        other.at[p].precision == "day" for other in draft.scene.family[: draft.scene.index] for p in other.dates
    )
