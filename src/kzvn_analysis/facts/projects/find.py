"""Ask every rule about every sentence, and keep each undertaking once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading import Reading, Sentence
from ...reading import gated as re
from .again import again, filled, merged, of_a_known_route, same, told_again, told_by_legs
from .aid import find_aid
from .continued import continued, continues, flown_more_often
from .culture import find_culture
from .deals import find_deals
from .exchanges import find_exchanges
from .fill import in_time, only_date, sized, told_beside
from .flights import find_flights
from .guards import is_undertaking
from .listed import find_listed, with_list
from .model import SIZE_CELLS, Draft, ProjectFact
from .output import find_output, find_trials
from .plants import find_plants
from .scene import Scene
from .shipments import find_shipments, is_packed
from .together import put_together
from .trains import find_trains
from .volumes import again_in_another_year
from .works import find_works

RULES = (
    find_flights,
    find_trains,
    find_plants,
    find_output,
    find_trials,
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
    story: tuple[int, Sentence] | None = None  # the undertaking told last, and the last sentence about it
    previous: Sentence | None = None
    gap = 0  # so many sentences told nothing of it since
    for sentence in reading.facts_sentences:
        if sentence.kind != "body" or sentence.is_overlong:
            continue
        if before is not None and (
            before.section != sentence.section
            or before.paragraph != sentence.paragraph
            and not (story and story[1] is before and _LEANS.match(sentence.text))
        ):
            before = None
        scene = Scene(reading, sentence, before, previous)
        if story and story[1].section == sentence.section:
            scene.actors, scene.story = kept[story[0]][0].parties, kept[story[0]][0].family
        if story and previous.section == sentence.section and (story[1] is previous or _still_flies(kept, story, gap)):
            last, where = kept[story[0]]
            more = flown_more_often(last, scene)
            goes_on = more is None and continues(last, scene, 0 if story[1] is previous else gap)
            if goes_on:
                kept[story[0]] = continued(last, scene), where
                story = story[0], sentence
            drafts = _drafts(scene)
            if goes_on and last.family.startswith("deal"):  # its sum, no further contract
                drafts = [d for d in drafts if d.value is None or d.value != kept[story[0]][0].value]
            if goes_on and last.family == "train":  # its timetable, no further train
                now = kept[story[0]][0].quantity
                drafts = [d for d in drafts if d.family != "train" or d.places or d.quantity != now]
            if told := sized(kept[story[0]][0], scene):
                kept[story[0]] = told, where
                drafts = [d for d in drafts if d.quantity != told.quantity]
            if last.family.startswith("flight") and (more or goes_on):
                drafts = [d for d in drafts if not (d.family.startswith("flight") and len(d.places) < 2)]
                drafts = [*drafts, *([more] if more else [])]
        else:
            drafts = _drafts(scene)
        if story and story[1] is sentence and kept[story[0]][0].family == "train":
            drafts = [d for d in drafts if not is_packed(d)]  # its load, not a shipment besides it
        if story and previous.section == sentence.section and _still_flies(kept, story, gap):
            grown = list(again_in_another_year(kept[story[0]][0], scene))
            sizes = {d.quantity for d in grown}
            drafts = [d for d in drafts if not (d.quantity in sizes and d.family.startswith(("work", "count")))]
            sizes = {d.quantity for d in drafts}
            drafts = [*drafts, *(d for d in grown if d.quantity not in sizes)]
        if story and story[1] is previous and previous is not None and previous.section == sentence.section:
            drafts = [_aboard(kept[story[0]][0], d) for d in drafts]
            kept[story[0]], drafts = _employing(kept[story[0]], drafts, scene)
        for draft in drafts:
            if draft.family == "deal" and story and _THE_PAPER.match(scene.text):
                continue
            if draft.status in ("planned", "proposed") and scene.kind_at(draft.at, draft.at + 1) == "intended":
                draft = replace(draft, family=draft.family.removesuffix("-intended") + "-intended")
            if draft.status in ("planned", "proposed") and draft.period and draft.period == scene.dateline:
                draft = replace(draft, period=None)
            draft = of_a_known_route(kept, draft, scene)
            if story and story[1] is previous and _carries_out(kept[story[0]][0], draft, scene):
                draft = replace(draft, parties=tuple(dict.fromkeys([*kept[story[0]][0].parties, *draft.parties])))
                kept[story[0]] = draft, sentence
                story = story[0], sentence
                continue
            index = again(kept, draft, scene)
            if index is None:
                index = _keep(kept, draft, sentence)
            else:
                kept[index] = told_again(kept[index][0], draft), kept[index][1]
            story = index, sentence
        gap = 0 if story and story[1] is sentence else gap + 1
        before = previous = sentence
    kept = told_by_legs(kept)
    routes = [d for d, _ in kept if d.family.startswith("flight") and (d.places or d.quantity is not None)]
    places = [sentence for _, sentence in kept]
    for draft, sentence in kept:
        if not (routes and _names_no_route(draft)):
            alone = told_beside(sentence, places)
            scene = Scene(reading, sentence)
            yield _fact(reading, in_time(only_date(draft, scene, alone), scene), sentence)


# "The agreement was reached in Hanoi on June 27": when what was just told was settled
_THE_PAPER = re.compile(
    r"\W*The (?:[a-z-]+ )?(?:agreement|deal|contract|memorandum|document) "
    r"(?:was|has been) (?:reached|signed|concluded|inked|struck)\b"
)


def _still_flies(kept: list[tuple[Draft, Sentence]], story: tuple[int, Sentence], gap: int) -> bool:
    """Whether a route may still be what is spoken of: fares and aircraft stand between its day and its timetable."""
    family = kept[story[0]][0].family
    return family.startswith(_LONG) and gap <= (2 * _ASIDES if family.startswith("plant") else _ASIDES)


_ASIDES = 2
_LONG = ("flight", "work", "shipment", "plant", "firm")  # told over several sentences
_THE_PARTIES = re.compile(
    r"\W*(?:(?:The|Both|The two) (?:parties|sides|companies|firms|partners|operators|carriers)|They|"
    r"(?:Under|Within|According to) (?:it|the (?:agreement|deal|memorandum|contract|document))|"
    r"(?:It|The (?:agreement|deal|memorandum|contract|document)) (?:provides?|envisages?|covers?))\b"
)


def _carries_out(last: Draft, draft: Draft, scene: Scene) -> bool:
    """Whether `draft` is what the deal told right before is about: "The parties will offer a service from …"."""
    things = ("train", "flight", "plant", "shipment", "firm")
    return last.family == "deal" and draft.family.startswith(things) and bool(_THE_PARTIES.match(scene.text))


def _employing(
    last: tuple[Draft, Sentence], drafts: list[Draft], scene: Scene
) -> tuple[tuple[Draft, Sentence], list[Draft]]:
    """A plant with the number of those who are to work there, told by the next sentence: "It will employ 60"."""
    draft, where = last
    hired = [d for d in drafts if d.family.startswith("hiring")]
    if not hired or not draft.family.startswith(("plant", "firm", "joint")) or not _EMPLOYS.search(scene.small):
        return last, drafts
    if draft.quantity is None:
        draft = replace(draft, **{name: getattr(hired[0], name) for name in SIZE_CELLS})
    return (draft, where), [d for d in drafts if d not in hired]


_EMPLOYS = re.compile(
    r"\b(?:it|they|the [\w-]+(?: [\w-]+)?) (?:will |would |is to |already )?(?:employ|hire|recruit)s?\b"
)


def _aboard(last: Draft, draft: Draft) -> Draft:
    """Containers told right after a freight service go with it, whatever is in them."""
    return replace(draft, sector="transport") if last.family == "train" and is_packed(draft) else draft


def _names_no_route(draft: Draft) -> bool:
    """Whether only "direct flights between the two countries" are told: of worth where nothing closer is."""
    return draft.family.startswith("flight") and not draft.places and draft.quantity is None


def _drafts(scene: Scene) -> list[Draft]:
    """What the rules find in a sentence, in order; a deal gives way to the route or plant it is about."""
    found = [d for rule in RULES for d in rule(scene) if is_undertaking(d, scene)]
    found = put_together(sorted(found, key=lambda d: d.at), scene)
    listed = list(find_listed(scene))
    if listed:
        return with_list(found, listed)
    told = [scene.clause_at(d.at) for d in found]
    more = [d for d in find_works(scene) if scene.clause_at(d.at) not in told and is_undertaking(d, scene)]
    sizes = {d.quantity for d in found if d.quantity is not None}
    return [*found, *(d for d in more if d.quantity not in sizes)]


# a new paragraph about what the last one told: "The flights will be operated …", "The train …"
_LEANS = re.compile(
    r"\W*(?:The|These|Those|This|Both) (?:new |first )?(?:flights?|services?|routes?|trains?|shipments?)\b|\W*They |"
    r"\W*Flights (?:will|are|on)\b"
)
def _keep(kept: list[tuple[Draft, Sentence]], draft: Draft, sentence: Sentence) -> int:
    """Add a draft, or let it fill what an earlier one about the same undertaking leaves open; say "
    "where it is."""
    for i, (old, where) in enumerate(kept):
        if same(old, draft):
            fuller = filled(draft) > filled(old)
            first, second = (draft, old) if fuller else (old, draft)
            kept[i] = (merged(first, second), sentence if fuller else where)
            return i
    kept.append((draft, sentence))
    return len(kept) - 1


def _tidy(title: str) -> str:
    """Without the marks at its ends, and with words whole that the clipping parts at a line's end."""
    return re.sub(r"(?<=[a-z])- (?=[a-z])", "-", title).strip(" ,;:–-")


def _fact(reading: Reading, draft: Draft, sentence: Sentence) -> ProjectFact:
    return ProjectFact(
        article_id=reading.article.article_id,
        start=sentence.start,
        end=sentence.end,
        quote=reading.text[sentence.start : sentence.end],
        rule=draft.family,
        title=_tidy(draft.title),
        sector=draft.sector,
        value_usd=draft.value,
        quantity=draft.quantity,
        quantity_max=draft.highest,
        quantity_bound=(draft.bound or "exact") if draft.quantity is not None else None,
        unit=draft.unit,
        place="; ".join(draft.places) or None,
        parties="; ".join(draft.parties) or None,
        period=draft.period,
        status=draft.status,
    )
