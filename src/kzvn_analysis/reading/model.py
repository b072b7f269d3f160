"""What reading a clipping yields: passages, sentences, and the mentions that stand in them.

Every object carries its span: offsets into the article's text, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Literal, Self, TypeVar

from ..limits import size
from ..seeds import Article
from .once import cached_property

_LONGEST = size("sentence")
PassageKind = Literal["header", "title", "dateline", "subhead", "body", "caption", "credit", "notice"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def moved(self, by: int) -> Self:
        """The same, so many characters further on."""
        start, end, *rest = _cells(type(self))(self)
        return type(self)(start + by, end + by, *rest)


@cache
def _cells(span: type[Span]) -> Callable[[Span], tuple]:
    return attrgetter(*(f.name for f in fields(span)))


@dataclass(frozen=True, slots=True)
class Passage(Span):
    """A paragraph or a marked part of one, by what it is for.

    ``header`` date line or masthead · ``title`` · ``dateline`` · ``subhead`` · ``body`` · ``caption`` of a
    picture · ``credit`` ("Source: VNA", "Photo: …") · ``notice`` ("Read also", "subscribe", navigation).
    `section` counts the items of a digest: 0 for what stands before the first subhead.
    """

    kind: PassageKind
    section: int = 0


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """One sentence of the title, a subhead or the body.

    `bilateral` is whether the passage it stands in is about the two countries together; only such
    sentences may yield facts.
    """

    text: str
    kind: PassageKind
    section: int
    paragraph: int
    bilateral: bool = True

    def marked(self, bilateral: bool) -> Sentence:
        """The sentence as one of a passage that is, or is not, about the two."""
        if bilateral == self.bilateral:
            return self
        return Sentence(self.start, self.end, self.text, self.kind, self.section, self.paragraph, bilateral)

    @property
    def is_overlong(self) -> bool:
        """Whether it is a table or a mishap and no sentence; `triage` lists it, and it yields no fact."""
        return self.end - self.start > _LONGEST


@dataclass(frozen=True, slots=True)
class Published:
    """When the article came out: EDTF, how that is known, and the words that prove it.

    `spans` are those words' places in text order; `quote` is the words, those of several places parted by " … ".
    `of_news` is whether the day is only that of the news, so that the article may be a day or two younger.
    """

    edtf: str | None
    basis: Literal["stated", "inferred", "unknown"]
    quote: str | None = None
    spans: tuple[Span, ...] = ()
    of_news: bool = False

    @classmethod
    def proved(
        cls, text: str, edtf: str, basis: Literal["stated", "inferred"], *spans: Span, of_news: bool = False
    ) -> Published:
        """As the words of `text` at `spans` prove it; spans that overlap are one."""
        apart: list[Span] = []
        for span in sorted(spans, key=lambda s: (s.start, s.end)):
            if apart and span.start <= apart[-1].end:
                span = Span(apart[-1].start, max(apart.pop().end, span.end))
            apart.append(span)
        quote = " … ".join(text[span.start : span.end] for span in apart)
        return cls(edtf, basis, quote, tuple(apart), of_news)


@dataclass(frozen=True, slots=True)
class DateMention(Span):
    """A time expression.

    `edtf` is ``None`` where the text does not prove it (a day and month without a year).  `basis`
    says against what a relative one was resolved: ``absolute`` · ``publication`` · ``event``
    (another date of the same text) · ``unresolved``.  `precision`: ``day`` · ``month`` · ``season`` ·
    ``year`` · ``range`` · ``none``.  `anchor` is the span of the date it was counted from, if any.

    `kind` says what it is: ``date`` · ``duration`` ("three-day"; see `duration`) · ``anniversary`` ("33rd
    anniversary", "31 years since"; `edtf` is then the time of the event remembered) · ``window`` ("the past
    five years").  `comparison` marks what a figure is compared with ("the same period of last year",
    "year on year").  `month_day` is ``MM`` or ``MM-DD``, with ``/`` between two, where the year is not proved.
    `preposition` is the one before it (``in`` ``on`` ``by`` ``since`` ``from`` ``until`` …), `edge` a vague part
    of it (``early`` ``mid`` ``late`` ``end``), `tense` that of the words around it (``past`` ``future`` ``plan``).
    `of` is ``object`` in "two years after his visit" if it dates the visit rather than its own clause.
    """

    text: str
    edtf: str | None
    precision: str
    basis: str = "absolute"
    anchor: Span | None = None
    kind: Literal["date", "duration", "anniversary", "window"] = "date"
    comparison: bool = False
    month_day: str | None = None
    duration: tuple[int, str] | None = None
    preposition: str | None = None
    edge: str | None = None
    tense: str | None = None
    of: Literal["clause", "object"] = "clause"


@dataclass(frozen=True, slots=True)
class Amount(Span):
    """A quantity with its unit: money, a percentage, a ratio, tonnes, hectares, flights a week.

    `unit`: ``USD`` and other ISO 4217 codes, ``%``, ``x`` (times), or the text's physical unit in
    the form tables use (``t``, ``t/year``, ``ha``, ``flights/week``).  `high` only for a range.
    `bound`: ``exact`` · ``about`` · ``under`` · ``over``.
    """

    text: str
    value: float
    unit: str
    high: float | None = None
    bound: str = "exact"


@dataclass(frozen=True, slots=True)
class PersonMention(Span):
    """Someone named, or an office that stands for its holder.

    `key` is the same for all mentions of one person in the article.  `name` is the fullest form the
    article writes, without titles; ``None`` for an office whose holder the article never names.
    `role` is the office as this mention or, failing that, the nearest earlier one names it.
    `country` is whom the person represents (ISO 3166-1 alpha-3), ``None`` where unknown.
    `office` and `rank` are the sort and the height of the person's highest office in the article, as in
    ``offices.tsv`` (1 is a head of state); ``None`` for somebody without one.
    """

    text: str
    key: str
    name: str | None
    role: str | None
    country: str | None
    former: bool = False
    office: str | None = None
    rank: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention(Span):
    """A country, a people's adjective, a city, a province: `kind` says which; `country` is alpha-3."""

    text: str
    name: str
    kind: Literal["country", "adjective", "city", "region", "bloc", "other"]
    country: str | None


M = TypeVar("M", bound=Span)
_start = attrgetter("start")


class Mentions(tuple[M, ...]):
    """What stands in a text, in order, and where each begins: sentence by sentence the rules look for their own."""

    @cached_property
    def starts(self) -> list[int]:
        return [m.start for m in self]


@dataclass(frozen=True)
class Reading:
    """An article, read.  All sequences are in text order.

    Most clippings of an archive are about something else, so sentences and what stands in them are looked for when they
    are first asked for: `finders` says how, by the name of the attribute.  `names_both` is whether both countries may
    be named in it, in whatever context.
    """

    article: Article
    title: str | None = None
    outlet: str | None = None
    dateline: str | None = None
    language: str = "en"
    relevance: Literal["bilateral", "mixed", "none"] = "none"
    published: Published = field(default_factory=lambda: Published(None, "unknown"))
    passages: tuple[Passage, ...] = ()
    names_both: bool = False
    finders: Mapping[str, Callable[[Reading], tuple]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return self._found("sentences")

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        return self._found("places")

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        return self._found("dates")

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        return self._found("amounts")

    @cached_property
    def people(self) -> tuple[PersonMention, ...]:
        return self._found("people")

    def _found(self, what: str) -> Mentions:
        return Mentions(self.finders[what](self) if what in self.finders else ())

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def facts_sentences(self) -> tuple[Sentence, ...]:
        """The sentences that may yield facts."""
        return tuple(s for s in self.sentences if s.bilateral)

    @staticmethod
    def within(mentions: Sequence[M], span: Span) -> Sequence[M]:
        """The `mentions` that lie inside `span`."""
        if type(mentions) is Mentions:
            starts = mentions.starts
            first = bisect_left(starts, span.start)
            last = bisect_left(starts, span.end, first)
        else:
            first = bisect_left(mentions, span.start, key=_start)
            last = bisect_left(mentions, span.end, first, key=_start)
        return [m for m in mentions[first:last] if m.end <= span.end] if first < last else []
