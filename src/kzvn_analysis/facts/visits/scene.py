"""A sentence with its mentions masked, so that rules can be written as patterns.

In `Scene.text` a person with the office is one ``P``, a place to be in one ``L``, a people's adjective
one ``A``, a time one ``D``; everything else is folded and in lower case.  "President X arrived in Hanoi
on Monday" reads ``P arrived in L on D``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from ...reading import DateMention, PersonMention, PlaceMention, Reading, Sentence, place_named
from ...reading import gated as re
from ...reading.fold import fold
from ...reading.once import cached_property

Mention = PersonMention | PlaceMention | DateMention


@dataclass(eq=False)
class Scene:
    """One sentence for the rules.

    Attributes
    ----------
    sentence : Sentence
    text : str
        The masked text.
    at : dict of int to mention
        What each capital letter of `text` stands for.
    before : Scene or None
        The sentence before it in the same section.
    index : int
        Its number.
    family : list of Scene
        All sentences of the clipping.
    published : str or None
        When the clipping came out.
    filed : str or None
        The country it was written in, by its dateline.
    """

    sentence: Sentence
    text: str
    at: dict[int, Mention]
    before: Scene | None = None
    index: int = 0
    family: list[Scene] = field(default_factory=list, repr=False)
    published: str | None = None
    filed: str | None = None

    @cached_property
    def people(self) -> list[int]:
        """Positions of the people."""
        return [i for i, m in self.at.items() if isinstance(m, PersonMention)]

    @cached_property
    def dates(self) -> list[int]:
        """Positions of the times."""
        return [i for i, m in self.at.items() if isinstance(m, DateMention)]

    @cached_property
    def breaks(self) -> list[int]:
        """Where clauses part."""
        return [m.start() for m in _BREAK.finditer(self.text)]

    def clause(self, position: int) -> int:
        """The number of the clause a position is in."""
        return bisect_right(self.breaks, position)

    def clause_span(self, position: int) -> tuple[int, int]:
        """Start and end of the clause a position is in."""
        ends = [0, *self.breaks, len(self.text)]
        number = self.clause(position)
        return ends[number], ends[number + 1]

    def country(self, position: int) -> str | None:
        """The country of the person or place at a position."""
        return self.at[position].country


def scenes(reading: Reading) -> list[Scene]:
    """The sentences of a clipping, masked, in order."""
    family: list[Scene] = []
    city = place_named(reading.dateline) if reading.dateline else None
    filed = city.country if city else None
    for index, sentence in enumerate(reading.sentences):
        last = family[-1] if family else None
        before = last if last and last.sentence.section == sentence.section else None
        family.append(_scene(reading, sentence, before, index))
        family[-1].family, family[-1].published, family[-1].filed = family, reading.published.edtf, filed
    return family


_BREAK = re.compile(
    r";|:|(?<![LA]) - |,? (?:while|whereas|although|though)\b"
    r"|, (?=(?:which|who|whom|whose|where|when|but|as|and|so|after|before|following|since|with|during)\b)"
    r"| (?=(?:when|where|who|after|before|since|following)\b)"
    r"| (?=as (?:the )?P (?:pa(?:ys|id)|makes|made|beg(?:ins|an)|(?:arriv|visit|conclud|wrap|start)\w+)\b)"
)
_LETTER = {"country": "L", "city": "L", "region": "L", "other": "L", "adjective": "A"}
_SPACE = re.compile(r"\s+")
_UNEVEN = re.compile(r"\s\s|[^\S ]")


def _scene(reading: Reading, sentence: Sentence, before: Scene | None, index: int) -> Scene:
    people = list(Reading.within(reading.people, sentence))
    spots: list[tuple[str, Mention]] = [("P", m) for m in people]
    for place in Reading.within(reading.places, sentence):
        if place.kind in _LETTER and place.country and not _inside(place, people):
            spots.append((_LETTER[place.kind], place))
    for date in Reading.within(reading.dates, sentence):
        if _is_a_time(date) and not _inside(date, people) and not _is_guessed(date, reading):
            spots.append(("D", date))
    spots.sort(key=lambda s: s[1].start)
    plain, parts = _plain_parts(sentence), []
    at: dict[int, Mention] = {}
    length, done = 0, sentence.start
    for letter, mention in spots:
        if mention.start < done:
            continue
        gap = plain(done, mention.start)
        parts += [gap, letter]
        at[length + len(gap)] = mention
        length += len(gap) + 1
        done = mention.end
    parts.append(plain(done, sentence.end))
    return Scene(sentence, "".join(parts), at, before, index)


def _plain_parts(sentence: Sentence) -> Callable[[int, int], str]:
    """What stands from one offset of the text to another within the sentence, folded and in lower case."""
    text, before = sentence.text, sentence.start
    whole = _plain(text)
    if fold(text).offsets is None and len(whole) == len(text):  # letter for letter
        return lambda start, end: whole[start - before : end - before]
    return lambda start, end: _plain(text[start - before : end - before])


def _plain(text: str) -> str:
    plain = fold(text).text.lower()
    return _SPACE.sub(" ", plain) if _UNEVEN.search(plain) else plain


def _inside(mention: Mention, people: list[PersonMention]) -> bool:
    return any(p.start < mention.end and mention.start < p.end for p in people)


def _is_guessed(date: DateMention, reading: Reading) -> bool:
    """Whether a weekday was counted from a day of publication that is only that of the news."""
    return (
        date.basis == "publication"
        and date.precision == "day"
        and reading.published.of_news
        and bool(_WEEKDAY.fullmatch(date.text.split()[-1].lower()))
    )


_WEEKDAY = re.compile("(?:mon|tues|wednes|thurs|fri|satur|sun)day")


def _is_a_time(date: DateMention) -> bool:
    """Whether a time says when; "three-day" and "the 30th anniversary" do not."""
    if date.kind == "anniversary":
        return False
    return date.edtf is not None or not re.search(
        r"day\b|days\b|week|month|year|decade", date.text, re.IGNORECASE
    )
