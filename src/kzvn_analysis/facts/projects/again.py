"""An undertaking that the text takes up again: which one, and what is told of it anew."""

from __future__ import annotations

from dataclasses import replace

from ...reading import Sentence
from ...reading import gated as re
from .model import SIZE_CELLS, Draft
from .scene import Scene

_DEFINITE = re.compile(
    r"\b(?:the|this|that|its|their) (?:(?!first|second|third|fourth|largest|other|only)(?:new|"
    r"future|planned|joint|[\w-]+) )?\Z"
)
_ANY_PLANT = {"project", "facility", "enterprise", "venture", "plant", "complex", "factory"} | {
    "stage",
    "phase",
    "production",
}


# "The first flight is scheduled to leave Almaty and land at Phu Quoc on May 3": of a route that was told
_THE_FIRST = re.compile(r"\W*the (?:first|inaugural|maiden)(?: [\w-]+)? flight\b")


def _is_flown(known: tuple[Draft, Sentence], draft: Draft, scene: Scene) -> bool:
    old, where = known
    here = old.family.startswith("flight") and where.section == scene.sentence.section
    return here and set(draft.places) <= set(old.places) and draft.parties in ((), old.parties)


_KINDS = ("plant", "firm", "joint", "work", "count")
_OF_SOMEBODY = re.compile(r"project of [A-ZÀ-ÝĐ]")  # "the project of Imexpharm": of its own
_FLIGHTS_AGAIN = re.compile(
    r"\A\W*(?:the|these|those|its|both) (?:[\w-]+ ){0,2}(?:flights?|"
    r"services?|routes?)\b|\A\W*(?:they|flights) "
)


def of_a_known_route(kept: list[tuple[Draft, Sentence]], draft: Draft, scene: Scene) -> Draft:
    """A flight with both its ends, where the text told them before: "The Hue flights will be five a week"."""
    if not draft.family.startswith("flight") or len(draft.places) != 1:
        return draft
    for old, where in reversed(kept):
        known = old.family.startswith("flight") and len(old.places) == 2 and draft.places[0] in old.places
        if known and where.section == scene.sentence.section and draft.parties in ((), old.parties):
            return replace(draft, title=f"flights {' – '.join(old.places)}", places=old.places, parties=old.parties)
    return draft


def told_by_legs(kept: list[tuple[Draft, Sentence]]) -> list[tuple[Draft, Sentence]]:
    """What was told without a route whose every leg is told by itself: "flights from Shymkent and Aktobe to Hue"."""
    for summary, where in list(kept):
        if not summary.family.startswith("flight") or len(summary.places) < 3 or summary.quantity is not None:
            continue
        legs = [
            (i, leg)
            for i, (leg, there) in enumerate(kept)
            if leg.family.startswith("flight")
            and there.section == where.section
            and leg.status == summary.status
            and len(leg.places) > 1
            and set(leg.places) < set(summary.places)
            and leg.parties in ((), summary.parties)
        ]
        if {place for _, leg in legs for place in leg.places} == set(summary.places):
            for i, leg in legs:
                kept[i] = merged(leg, summary), kept[i][1]
            kept = [pair for pair in kept if pair[0] is not summary]
    return kept


def again(kept: list[tuple[Draft, Sentence]], draft: Draft, scene: Scene) -> int | None:
    """Which of those told before a draft takes up again: "… plans to invest $28 million in the plant"."""
    if draft.family.startswith("flight"):
        last = len(kept) - 1
        told = last >= 0 and kept[last][0].family.startswith("flight") and kept[last][0].quantity is None
        bare = not draft.places and bool(_FLIGHTS_AGAIN.match(scene.small))
        if told and bare and kept[last][1] == scene.before:
            return last
        first = draft.quantity is None and draft.places and _THE_FIRST.match(scene.small)
        return next((i for i in reversed(range(len(kept))) if first and _is_flown(kept[i], draft, scene)), None)
    if (index := _of_a_list(kept, draft, scene)) is not None:
        return index
    if _is_the_same_supply(kept, draft, scene):
        return len(kept) - 1
    if not draft.note or not _DEFINITE.search(scene.small, max(0, draft.at - 60), draft.at):
        return None
    if _OF_SOMEBODY.search(draft.title):
        return None
    head = draft.note.split()[-1]
    for i in reversed(range(max(0, len(kept) - 3), len(kept))):
        old, where = kept[i]
        if not old.family.startswith(_KINDS) or scene.sentence.section != where.section:
            continue
        same = old.note.split()[-1] == head or head in _ANY_PLANT and i == len(kept) - 1
        clash = any(
            a is not None and b is not None and a != b
            for a, b in ((old.value, draft.value), (old.quantity, draft.quantity))
        )
        if same and not clash:
            return i
    return None


def told_again(old: Draft, new: Draft) -> Draft:
    """An undertaking with what is told when it is taken up again; a name beats "a Vietnamese company"."""
    parties = new.parties if new.parties and not any(_NAMED.match(p) for p in old.parties) else old.parties
    more = new.places if old.family.startswith(("plant", "listed")) else ()
    places = tuple(dict.fromkeys([*old.places, *more]))
    period = old.period if old.status == "operating" and new.status == "planned" else merged(old, new).period
    return replace(merged(old, new), parties=parties, places=places, period=period)


def _of_a_list(kept: list[tuple[Draft, Sentence]], draft: Draft, scene: Scene) -> int | None:
    """Which item of a list told before is taken up: "the projects were rice growing, …. X signed a paper on rice …"."""
    if draft.family not in ("work", "plant", "firm", "listed"):
        return None
    words = _content(draft.title)
    for i in reversed(range(max(0, len(kept) - 6), len(kept))):
        old, where = kept[i]
        elsewhere = where.section == scene.sentence.section and where is not scene.sentence
        if old.family == "listed" and elsewhere and words & _content(old.title) and old.status == draft.status:
            return i
    return None


def _content(title: str) -> set[str]:
    return {w for w in title.lower().split() if len(w) > 3} - _ACT_WORDS


_ACT_WORDS = {"supply", "cultivation", "production", "assembly", "construction", "training", "joint", "centre"}
_ACT_WORDS |= {"growing", "center"}


def _is_the_same_supply(kept: list[tuple[Draft, Sentence]], draft: Draft, scene: Scene) -> bool:
    """Whether the size of the supply told last follows: "Talks on crude …. KMG would deliver 600,000 barrels"."""
    if not kept or not draft.family.startswith(_LOTS) or draft.quantity is None:
        return False
    old, where = kept[-1]
    if where.section != scene.sentence.section or not old.family.startswith(_LOTS) or old.quantity is not None:
        return False
    shared = set(old.parties) & set(draft.parties) and draft.note in _UNIT_WORDS
    return old.status == draft.status and bool(shared or old.note == draft.note)


_LOTS = ("shipment", "work", "count")
_UNIT_WORDS = {"barrels", "tons", "tonnes", "t", "containers", "units"}
_NAMED = re.compile(r"(?!(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he) |Vietnamese |Kazakh )[A-ZÀ-ÝĐ]")


def same(a: Draft, b: Draft) -> bool:
    """Whether two drafts tell of one undertaking."""
    if a.family != b.family or a.note != b.note or a.status != b.status:
        return False
    if any(x is not None and y is not None and x != y for x, y in ((a.value, b.value), (a.quantity, b.quantity))):
        return False
    if a.family.startswith(("plant", "firm", "joint")) and not _one_name(a.title, b.title):
        return False
    if a.places or b.places:
        return set(a.places) == set(b.places)
    return a.title.lower() == b.title.lower()


def _one_name(a: str, b: str) -> bool:
    """Whether one short name says no more than the other: "dairy plant", "plant"; not "fertiliser plant"."""
    first, second = ({w.rstrip("s") for w in t.lower().split()} for t in (a, b))
    return first <= second or second <= first


def merged(first: Draft, second: Draft) -> Draft:
    """`first` with its open cells filled from `second`."""
    empty = {
        name: getattr(second, name)
        for name in ("value", "period", "parties")
        if not getattr(first, name) and getattr(second, name)
    }
    if first.quantity is None and second.quantity is not None:
        empty |= {name: getattr(second, name) for name in SIZE_CELLS}
    return replace(first, **empty)


def filled(draft: Draft) -> int:
    """How many cells a draft fills."""
    return sum(bool(getattr(draft, n)) for n in ("value", "quantity", "period", "parties")) + len(draft.places)
