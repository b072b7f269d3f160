"""What is left open in an undertaking and told beside it: its size in a later sentence, its only date."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from ...edtf import edtf_bounds
from ...reading import Sentence
from ...reading import gated as re
from .model import Draft, size_cells
from .scene import Scene
from .work_cells import is_size

_OPEN = ("shipment", "work", "count", "contracts", "deal")
_THE_VOLUME = re.compile(
    r"\W*(?:(?:the|its|their|this|annual|total|initial|monthly) )*(?:[\d.,]+-[a-z]+ )?(?:volumes?|amount|quantity|"
    r"deliveries|supplies|shipments?|exports|order|batch|lot|consignment|cargo|capacity)\b[^.;]{0,60}?\b(?:is|are|was|were|will|would|may|could|expected|"
    r"amount|reach|total)\w*\b"
)
_THEY = re.compile(
    r"\b(?:the (?:two|three|four|five|six|seven|eight|nine|ten|company|firm|farms|plants|mills|producers)|they|it|we)"
    r" (?:can|could|will|would|may|plans?|expects?|intends?|hopes?|is to|are to|is expected|are expected)\b"
)
_IT_TAKES = re.compile(r"[“\"\s]*it (?:will|is to|can|would) (?:take|admit|enrol|train|teach|receive)\b")
_ARE_TAKEN = re.compile(
    r"\W*(?:in the first year, )?(?:(?:up to|about|some|around|the first) )?[\w-]+ (?:[\w’'-]+ ){0,2}"
    r"(?:students|people|trainees|places) (?:will|are to|would) be (?:admitted|enrolled|accepted|trained|offered)\b"
)
_THE_SAME = re.compile(r"\b(?:the|these|those|all) \Z")


def sized(last: Draft, scene: Scene) -> Draft | None:
    """`last` with the size that a sentence without a side of its own tells of it, if it does.

    "The volume is expected to be 15 tonnes a month", "The four could send up to 5,000 tons", "Work on the 26 modules".
    """
    takes = last.family.startswith(("joint", "plant")) and (
        _IT_TAKES.match(scene.small) or _ARE_TAKEN.match(scene.small)
    )
    if not (takes or last.family.startswith(_OPEN) and len(scene.countries) < 2) or last.quantity is not None:
        return None
    found = [a for a in scene.amounts if is_size(a)]
    same = [a for a in found if _THE_SAME.search(scene.small, 0, a.start)]
    if same and scene.kind_at(same[0].start, same[0].end) != "done":
        found = same[:1]
    else:
        if len(found) != 1 or last.family in ("contracts", "deal"):
            return None
        if not (takes or _THE_VOLUME.match(scene.small) or _THEY.search(scene.small, 0, found[0].start)):
            return None
    period = last.period or scene.period(0, len(scene.text), found[0].start)
    return replace(last, period=period, **size_cells(scene.size(found[0])))


def in_time(draft: Draft, scene: Scene) -> Draft:
    """`draft` with a status that its time allows: what begins later runs not yet, a paper of years ago is settled."""
    today, period = scene.reading.published.edtf, draft.period
    if draft.family == "deal" and draft.status == "done":  # signed, and no more is told of it
        return replace(draft, family="deal-contract")
    if not today or not period:
        return draft
    began, ended = edtf_bounds(period)
    fresh = ended <= edtf_bounds(today)[1] <= ended + _FRESH
    if draft.family in ("days", "show") and draft.status == "done" and fresh and _OPENED.search(scene.small):
        return replace(draft, status="operating")  # it has just opened, and goes on
    if draft.status in _IS and began > edtf_bounds(today)[1]:
        return replace(draft, status="planned")
    if draft.family == "deal" and draft.status == "planned" and ended.year < edtf_bounds(today)[0].year:
        return replace(draft, status="done", family="deal-contract")
    return draft


_FRESH = timedelta(days=14)
_OPENED = re.compile(r"\bopened\b(?![^.;]*\b(?:closed|ended|concluded)\b)")
_BACKGROUND = re.compile(
    r"\b(?:founded|established|set up|created|registered|signed|agreed|concluded|launched|visit\w*|meeting|session|"
    r"commission|since independence|relations|ties|compared|against|up from|from|dating|suspended|halted|closed|born|"
    r"plan for|programme for|strategy|until|by law|exceeded|last|under|in force|effect)\b[^,;.]{0,40}\Z"
)
# "to resume its flights, which were suspended in 2020, in the autumn of 2025": behind the aside
_BEHIND = re.compile(r", (?:in|on|from|by|as of) (?:the )?\Z")
_GOES_ON = re.compile(
    r"\W*(?:which|where|and|with|starting|beginning)?,? ?(?:the |its )?(?:first|launch|start|opening|construction|work|"
    r"deliver\w+|shipments?|it|they|will take place|will be held)\b"
)


def only_date(draft: Draft, scene: Scene, alone: bool) -> Draft:
    """`draft` dated by the one date of its sentence, where nothing else is told there and the tense agrees."""
    if draft.period or not alone or len(scene.dates) != 1:
        return draft
    date, today = scene.dates[0], scene.reading.published.edtf
    edtf = date.what.edtf
    if _BACKGROUND.search(scene.small, max(0, date.start - 60), date.start) or edtf == scene.dateline:
        return draft
    span = min(len(edtf), len(today or ""))
    if not today or "/" in edtf and draft.status == "done":
        return draft
    own, its = scene.clause_at(draft.at), scene.clause_at(date.start)
    aside = scene.small.startswith(", which ", its.start) and _BEHIND.search(scene.small, its.start, date.start)
    goes_on = _GOES_ON.match(scene.small, its.start) if its.start > own.start else draft.status in _IS
    if own != its and not aside and not goes_on:
        return draft
    ahead, past = edtf[:span] >= today[:span], edtf[:span] <= today[:span]
    fits = ahead if draft.status in ("planned", "proposed") else past
    return replace(draft, period=edtf) if fits else draft


_IS = ("done", "operating")


def told_beside(where: Sentence, others: list[Sentence]) -> bool:
    """Whether the undertaking is the only one that its sentence tells of."""
    return sum(s is where for s in others) == 1
