"""Tell which passages are about the two countries together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from . import gated as re
from .evidence import PAIR, View, is_passing, view
from .model import PlaceMention, Reading, Sentence

_DIGEST = re.compile(
    r"\b(?:digest|round-?up|headlines|(?<!press\s)(?<!news\s)(?<!media\s)(?<!joint\s)briefing|brief\s+review|news\s+in\s+brief|week\s+in\s+review"
    r"|(?:foreign|global|international|world['’]?s?|regional)\s+media|selected\s+(?:articles|stories|news)"
    r"|(?:top|main|key)\s+(?:stories|news|events)\s+(?:of|this)|this\s+week['’]s\s+(?:stories|news|issue))\b",
    re.I,
)
_CONTEST = re.compile(
    r"\b(?:championships?|tournaments?|cup|medals?|olympi\w+|games|athletes?|wrestl\w+|box(?:ing|ers?)|chess|football|volleyball"
    r"|futsal|judo|karate|taekwondo|swimm\w+|cycling|tennis|weightlift\w+|qualifiers?|semi-?finals?|quarter-?finals?)\b",
    re.I,
)
# "From Hanoi he travels on to Astana": whoever the story is about
_TRAVELS_ON = re.compile(
    r"\b(?:he|she|they|the\s+(?:guests?|delegation|visitors?))\s+(?:(?:will|would|is|are|was|were|then|next|to|due)\s+)*"
    r"(?:travel|fly|flies|flew|go|goes|going|went|leaves?|left|head|continu|depart|mov|proceed|stop)\w*\b",
    re.I,
)
# How much of an article's length its passages about the two must fill for the whole to be about them.
_WHOLE = 0.66
# Of so many sentences of an article about the two, at least one shows the rarer of them.
_SHARE = 7
_OFTEN = 2
_TELLING = 25  # what is shorter is a scrap of the page, not a sentence
# In how many of its sentences other countries stand when an article is about them too.
_CROWDED = 0.25


def mark_bilateral(
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    home: str | None = None,
    detached: Collection[int] = (),
) -> tuple[tuple[Sentence, ...], str]:
    """The sentences with `bilateral` set, and the article's relevance.

    Parameters
    ----------
    sentences, places
        As `find_sentences` and `find_places` give them.
    home
        The country of the dateline, where there is one: a report from Astana need not name Kazakhstan.
    detached
        The sections that are stories of their own (`detached_sections`).

    Returns
    -------
    tuple of Sentence
        `bilateral` is whether the passage is about Kazakhstan and Viet Nam together.
    str
        ``bilateral``, ``mixed`` or ``none``.
    """
    views = [view(s, Reading.within(places, s)) for s in sentences]
    sections = [list(group) for _, group in groupby(views, key=lambda v: v.sentence.section)]
    own = [section for section in sections if section[0].sentence.section not in detached]
    main = [v for section in own for v in section]
    digest = bool(main) and _is_digest(main, own)
    topic = not digest and _is_about_both(main, home)
    crowded = topic and _is_crowded(main)
    guest = _guest(main)
    marks: list[bool] = []
    for section in sections:
        alone = digest or section[0].sentence.section in detached
        if not alone and crowded:
            marks.extend(_among_others(section, guest))
        elif (alone and _is_about_both(section, None, of_digest=True)) or (
            not alone and topic and not _is_elsewhere(section)
        ):
            marks.extend(_throughout(section))
        else:
            marks.extend(_here_and_there(section, places, None if alone else guest))
    marked = tuple(v.sentence.marked(mark) for v, mark in zip(views, marks, strict=True))
    return marked, _relevance(marked, detached)


def _is_digest(views: Sequence[View], sections: Sequence[Sequence[View]]) -> bool:
    """Whether the text strings together stories that have nothing to do with one another."""
    if len(sections) < 3:
        return False
    if views[0].sentence.kind == "subhead" and not views[0].sentence.text.endswith("?"):
        return True  # a newsletter: no title and no lead, the first item begins at once
    if _DIGEST.search(" ".join(v.sentence.text for v in views[:4])):
        return True
    items = sections[1:]
    strange = list(filter(_is_strange, items))
    if 2 * sum(item[0].sentence.text.endswith("?") for item in items) > len(items):
        # an interview: some answers are about one of the two, some about neither
        items = [item for item in items if any(v.pair | v.thirds for v in item)]
        strange = [item for item in strange if any(v.thirds for v in item)]
    return len(strange) * 2 > len(items)


def _is_strange(item: Sequence[View]) -> bool:
    """Whether an item has to do with one of the two countries only, or with others."""
    if any(v.both for v in item):
        return False
    return any(v.thirds for v in item) or (any(v.pair for v in item) and not any(v.together for v in item))


def _counts(views: Sequence[View]) -> tuple[int, int]:
    """In how many sentences the lesser of the two stands, and the most frequent other country."""
    pair = Counter(code for v in views for code in v.pair)
    thirds = Counter(code for v in views for code in v.thirds)
    return min(pair[code] for code in PAIR), max(thirds.values(), default=0)


def _is_about_both(views: Sequence[View], home: str | None = None, of_digest: bool = False) -> bool:
    """Whether a stretch ties the two to one another and gives no third country more room."""
    lesser, third = _counts(views)
    if home in PAIR and not lesser:
        other = PAIR[home == PAIR[0]]
        lesser = sum(other in v.pair for v in views)
        return lesser > third and any(v.related and other in v.pair for v in views[:3])
    if lesser < third or not lesser:
        return False
    head = [v for v in views[:1] if v.sentence.kind in ("title", "subhead")]
    tied = sum(v.both and v.related and len(v.thirds) < 2 for v in views)
    if head and head[0].both and not head[0].thirds and (tied or not _is_contest(views)):
        return True
    if of_digest:
        return bool(tied) and 3 * lesser >= len(views)
    told = sum(len(v.sentence.text) > _TELLING for v in views)
    if not third and lesser >= _OFTEN and 4 * lesser >= told and any(v.both for v in views):
        return True  # nobody else is in it
    return tied > 0 and _SHARE * lesser >= told and (tied >= 3 or any(v.both for v in views[:4]))


def _is_contest(views: Sequence[View]) -> bool:
    """Whether a stretch reports sport: where somebody's team plays is no bond with that country."""
    return bool(_CONTEST.search(" ".join(v.sentence.text for v in views[:2])))


def _is_elsewhere(section: Sequence[View]) -> bool:
    """Whether a section of an article about the two turns to one of them and somebody else."""
    lesser, third = _counts(section)
    return third >= 2 and not lesser and not any(v.together for v in section)


def _is_crowded(views: Sequence[View]) -> bool:
    """Whether other countries take so much room that each passage must show which one it is about."""
    others = sum(bool(v.thirds) for v in views)
    return (others > 2 and others > _CROWDED * len(views)) or 2 * others >= len(views)


def _guest(views: Sequence[View]) -> str:
    """Whichever of the two is named more rarely: what brings it in, is about both."""
    pair = Counter(code for v in views for code in v.pair)
    return min(PAIR, key=lambda code: (pair[code], code))


def _throughout(section: Sequence[View]) -> list[bool]:
    """In a section about the two: all but what turns to somebody else, and what follows on that."""
    out: list[bool] = []
    missing, paragraph = frozenset(), None
    for item in section:
        if item.sentence.paragraph != paragraph:
            missing, paragraph = frozenset(), item.sentence.paragraph
        if item.elsewhere and not item.thirds:  # a union's pact is an aside
            out.append(False)
            continue
        if item.elsewhere:
            missing = frozenset(PAIR) - item.pair
        elif item.both or (missing & item.pair and not item.thirds):
            missing = frozenset()
        out.append(not missing)
    return out


def _among_others(section: Sequence[View], guest: str) -> list[bool]:
    """In an article about others too: from where it comes to the two until it turns to another country."""
    out: list[bool] = []
    topic = False
    for item in section:
        if item.thirds and (item.elsewhere or guest not in item.pair):
            topic = False
        elif not item.thirds and (item.both or guest in item.pair):
            topic = True
        elif item.elsewhere:
            topic = False
        elif item.paired:  # a route between the two, whatever lies on the way
            topic = True
        out.append(topic or bool(item.journey) or item.paired)
    return out


def _here_and_there(section: Sequence[View], places: Sequence[PlaceMention], guest: str | None = None) -> list[bool]:
    """In a section about something else: what ties the two to one another, or a paragraph that begins so.

    Where the lead shows just one of the two at work, a meeting with the other (`guest`) is theirs; where it tells of
    a journey of the one, so is what comes of it in the other.
    """
    host = frozenset(PAIR) - {guest}
    goal = _goal(section[:_LEAD], places)
    received = guest is not None and any(
        v.pair == host and v.meeting and not _has_guest(v.sentence, places) for v in section[:3]
    )
    foreign = any(_has_guest(v.sentence, places) for v in section[:2])
    out: list[bool] = []
    topic, paragraph, before = False, None, None
    for item in section:
        opens = item.sentence.paragraph != paragraph
        paragraph = item.sentence.paragraph
        with_other = not opens and before is not None and _goes_with(before, item) and _is_with_one(item, places)
        before = item
        met = received and opens and item.meeting and guest in item.pair and not item.thirds
        met = met or item.pair == {goal} and not item.thirds and _is_stop(item, places)
        tied = item.linked and not is_passing(item.sentence, Reading.within(places, item.sentence))
        tied = (tied or met or with_other) and not (foreign and _TRAVELS_ON.search(item.sentence.text))
        if not opens and out[-1] and not item.thirds and (_is_of_both(item) or topic and _is_with_one(item, places)):
            topic = True  # "… Trade between the two countries slipped.", "… Trade with Vietnam slipped."
        elif opens or item.thirds or item.pair or item.blocs:
            topic = tied and (opens or topic)
        out.append(topic or tied or bool(item.journey) or item.paired)
    return out


def _goal(lead: Sequence[View], places: Sequence[PlaceMention]) -> str | None:
    """Whichever of the two somebody of the other may go to, on a tour that the lead tells of."""
    for item in lead:
        if item.journey:
            return item.journey
        if len(item.pair) == 1 and _TOUR.search(item.sentence.text) and not _has_guest(item.sentence, places):
            return PAIR[PAIR[0] in item.pair]
    return None


_LEAD = 3  # sentences
_TOUR = re.compile(
    r"\b(?:(?:foreign|overseas|official|working|several|two|three|four|five)\s+(?:\w+\s+)?(?:trips|visits|countries)|(?:(?<!on\s)tour)\s+of\b"
    r"|tour\s+(?:in|through)\b)",
    re.I,
)
_STOP = re.compile(
    r"\b(?:visits?|trips?|tour|travel(?:s|led|ed|ling)?|fl(?:y|ies|ew|ying)|go(?:es|ing)?|went|heads?|headed|leav(?:es?|ing)|left|moves?"
    r"|proceeds?|continues?)\b[^.;:]{0,30}?\b(?:to|for)\s+$"
)


def _is_stop(item: View, places: Sequence[PlaceMention]) -> bool:
    """Whether a sentence tells of a meeting, or of going on to the place that it names."""
    text, start = item.sentence.text, item.sentence.start
    return item.meeting or any(
        place.country in PAIR and place.kind != "adjective" and _STOP.search(text[: place.start - start])
        for place in Reading.within(places, item.sentence)
    )


def _is_of_both(item: View) -> bool:
    """Whether a sentence speaks of "the two countries", or of the commission of both."""
    return item.together or bool(item.pair) and bool(_OF_BOTH.search(item.sentence.text))


def _goes_with(before: View, item: View) -> bool:
    """Whether one sentence shows one of the two, the next the other: "For Kazakhstan …  Trade with Vietnam …"."""
    return len(before.pair) == len(item.pair) == 1 and before.pair != item.pair and not before.thirds | item.thirds


def _is_with_one(item: View, places: Sequence[PlaceMention]) -> bool:
    """Whether a sentence speaks of what there is "with Vietnam": in a passage on the two, with the other one."""
    text, start = item.sentence.text, item.sentence.start
    return any(
        place.country in PAIR and text[: place.start - start].lower().endswith("with ")
        for place in Reading.within(places, item.sentence)
    )


_OF_BOTH = re.compile(r"\b(?:joint|inter-?governmental|bilateral)\s+(?:commission|committee)\b", re.I)


def _has_guest(sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
    """Whether a third country takes part in what a sentence tells of.

    "In Davos, Switzerland" is but where, "took off for Malaysia" whither.
    """
    return any(
        place.kind in ("country", "adjective")
        and place.country not in (*PAIR, None)
        and not sentence.text[: place.start - sentence.start].endswith((", ", " for ", " to "))
        for place in Reading.within(places, sentence)
    )


def _relevance(marked: Sequence[Sentence], detached: Collection[int]) -> str:
    """How much is about the two; what hangs on after the end counts only if it is most of the text."""
    if not any(s.bilateral for s in marked):
        return "none"
    main = [s for s in marked if s.section not in detached]
    counted = main if 2 * _length(main) > _length(marked) else marked
    inside = _length(s for s in counted if s.bilateral)
    return "bilateral" if inside >= _WHOLE * _length(counted) else "mixed"


def _length(sentences: Iterable[Sentence]) -> int:
    return sum(s.end - s.start for s in sentences)
