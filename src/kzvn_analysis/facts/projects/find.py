"""Ask every rule about every sentence, and keep each undertaking once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading import Reading, Sentence
from .aid import find_aid
from .continued import continue_story
from .culture import find_culture
from .deals import find_deals
from .exchanges import find_exchanges
from .flights import find_flights
from .model import Draft, ProjectFact
from .plants import find_plants
from .scene import Scene
from .shipments import find_shipments
from .trains import find_trains

LONGEST = 3000  # characters; what is longer is no sentence
RULES = (
    find_flights,
    find_trains,
    find_plants,
    find_deals,
    find_shipments,
    find_exchanges,
    find_culture,
    find_aid,
)


def find_projects(reading: Reading) -> Iterator[ProjectFact]:
    """Yield every project of a clipping once, in text order.

    Only the body counts: a headline says again, and more loosely, what stands below it.
    """
    kept: list[tuple[Draft, Sentence]] = []
    before: Sentence | None = None
    for sentence in reading.facts_sentences:
        if sentence.kind != "body" or len(sentence.text) > LONGEST:
            continue
        if before is not None and (
            before.paragraph != sentence.paragraph or before.section != sentence.section
        ):
            before = None
        scene = Scene(reading, sentence, before)
        continue_story(kept, scene)
        for draft in _drafts(scene):
            if scene.kind_at(draft.at, draft.at + 1) == "intended":
                draft = replace(draft, family=draft.family + "-intended")
            _keep(kept, draft, sentence)
        before = sentence
    for draft, sentence in kept:
        yield _fact(reading, draft, sentence)


def _drafts(scene: Scene) -> list[Draft]:
    """What the rules find in a sentence, in order; a deal gives way to the route or plant it is about."""
    found = sorted((d for rule in RULES for d in rule(scene)), key=lambda d: d.at)
    things = [d for d in found if d.family not in ("deal", "contracts")]
    return [
        d for d in found if d.family not in ("deal", "contracts") or not any(t.at >= d.at for t in things)
    ]


def _keep(kept: list[tuple[Draft, Sentence]], draft: Draft, sentence: Sentence) -> None:
    """Add a draft, or let it fill what an earlier one about the same undertaking leaves open."""
    for i, (old, where) in enumerate(kept):
        if _same(old, draft):
            fuller = _filled(draft) > _filled(old)
            first, second = (draft, old) if fuller else (old, draft)
            kept[i] = (_merged(first, second), sentence if fuller else where)
            return
    kept.append((draft, sentence))


def _same(a: Draft, b: Draft) -> bool:
    if a.family != b.family or a.note != b.note or a.status != b.status:
        return False
    if any(
        x is not None and y is not None and x != y for x, y in ((a.value, b.value), (a.quantity, b.quantity))
    ):
        return False
    if a.places or b.places:
        return set(a.places) == set(b.places)
    return a.title.lower() == b.title.lower()


def _merged(first: Draft, second: Draft) -> Draft:
    empty = {
        name: getattr(second, name)
        for name in ("value", "period", "parties")
        if not getattr(first, name) and getattr(second, name)
    }
    if first.quantity is None and second.quantity is not None:
        empty |= {"quantity": second.quantity, "unit": second.unit}
    return replace(first, **empty)


def _filled(draft: Draft) -> int:
    return sum(bool(getattr(draft, n)) for n in ("value", "quantity", "period", "parties")) + len(
        draft.places
    )


def _fact(reading: Reading, draft: Draft, sentence: Sentence) -> ProjectFact:
    return ProjectFact(
        article_id=reading.article.article_id,
        start=sentence.start,
        end=sentence.end,
        quote=reading.text[sentence.start : sentence.end],
        rule=draft.family,
        title=draft.title,
        sector=draft.sector,
        value_usd=draft.value,
        quantity=draft.quantity,
        unit=draft.unit,
        place="; ".join(draft.places) or None,
        parties="; ".join(draft.parties) or None,
        period=draft.period,
        status=draft.status,
    )
