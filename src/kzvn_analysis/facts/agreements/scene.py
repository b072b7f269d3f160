"""A sentence made ready for the agreement rules: folded text, clauses, verbs, dates, places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ...reading import DateMention, PlaceMention, Reading, Sentence, Span
from ...reading import gated as re
from ...reading.fold import fold
from ...reading.once import cached_property
from ..termlist import lower
from .cues import Signal
from .verbs import Verb, find_verbs

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|"
    r"(?<!\ban )(?<!\ba )(?<!\bthe )(?<!action )(?<!work )plans?(?=\s+to\b)|intends?|took|became|"
    r"becomes?|met|held|came|went|gave|"
    r"made|said|says|told|ran|runs?|flew|grew|rose|fell|stood|(?!need|indeed|speed)[a-z]{2,}ed)\b"
)
_MAY = re.compile(r"\bMay\b(?! [A-Z])")
_BOUNDARY = re.compile(
    r";|:\s|\s-{1,2}\s(?!kazakh|viet)|,?\s(?:while|whereas|although|though|yet|whose)\s|,\s(?:but|when|"
    r"where|which|who|so that|because|since|as(?!\s+well\s+as))\s|"
    r"(?P<and>,?\s(?:and|but)\s)"
)
# "holders of diplomatic and official passports are …": two adjectives of one noun
_ADJECTIVE = (
    r"(?:diplomatic|official|service|ordinary|political|economic|commercial|technical|technological|scientific|cultural|"
    r"legal|industrial|regional|agricultural|humanitarian|educational|medical)"
)
_PAIRED = re.compile(rf"\b{_ADJECTIVE}$")
_OWN_VERB = re.compile(
    r"(?:(?:in|on(?!\s+an?\s)|last|this|later|the same|"
    r"(?:a|two|three|four)\s(?:few\s)?(?:year|month|week|day|decade)s?)\s[\w ]{1,25}?(?:,|\s(?:the|an?|both|they|"
    r"it)\s)|(?!(?:is|are|was|were|will|would|has|have|had|may|can)\b)(?:"
    rf"{_ADJECTIVE}\s(?:and|or)\s|"
    r"(?!and\b|or\b)[\w'.-]+\s){1,12}?"
    r"(?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|signed|opened|established|"
    r"agreed|plans|intends?|took|entered|became|becomes|"
    r"returned|concluded|proposed|exchanged|inked|set up|met|received|decorated|awarded|discussed|adopted|"
    r"put|held|came|stressed|noted|expressed|said)\b)"
)


@dataclass(frozen=True, slots=True)
class Carried:
    """What "these documents were signed" says of the sentences after it.

    `by_colon` is whether a list follows line by line; else only a sentence that begins like "They
    include" is meant.  `acts` is whether the lines tell what is to be done ("agreed to: - establish …").
    """

    status: str
    period: str | None
    by_colon: bool = True
    acts: bool = False


@dataclass(frozen=True)
class Located:
    """A mention or signal with its place in the folded sentence."""

    start: int
    end: int
    mention: DateMention | PlaceMention | Signal


@dataclass(frozen=True)
class Scene:
    """One sentence; every offset of its parts counts in `text`.

    Attributes
    ----------
    reading : Reading
    sentence : Sentence
    signals : sequence of Signal
        The signals that stand in it, with the article's offsets.
    carried : Carried or None
        What the lead of a list says of this line, where the sentence is one.
    """

    reading: Reading
    sentence: Sentence
    signals: Sequence[Signal] = ()
    carried: Carried | None = None

    @cached_property
    def _folded(self):
        return fold(self.sentence.text)

    @cached_property
    def text(self) -> str:
        """The sentence without diacritics, with plain hyphens and quotes."""
        return self._folded.text

    @cached_property
    def lower(self) -> str:
        """`text` in lower case; the month of May is veiled, so that no rule takes it for the verb."""
        return lower(_MAY.sub("m_y", self.text))

    @cached_property
    def headline(self) -> bool:
        return self.sentence.kind in ("title", "subhead")

    @cached_property
    def verbs(self) -> tuple[Verb, ...]:
        return find_verbs(self.lower)

    def signalled(self, family: str) -> tuple[Located, ...]:
        """The sentence's signals of a family."""
        return self._locate([s for s in self.signals if s.family == family])

    @cached_property
    def families(self) -> frozenset[str]:
        """Which families its signals are of."""
        return frozenset(s.family for s in self.signals)

    @cached_property
    def dates(self) -> tuple[Located, ...]:
        return self._locate(self.reading.within(self.reading.dates, self.sentence))

    @cached_property
    def places(self) -> tuple[Located, ...]:
        return self._locate(self.reading.within(self.reading.places, self.sentence))

    @cached_property
    def _clause_ends(self) -> list[int]:
        """Where clauses end: at a mark or conjunction, if what stands on both sides has a verb of its own."""
        text, ends, start = self.lower, [], 0
        for match in _BOUNDARY.finditer(text):
            # "agreed that A and B will sign": what is said has no verb of its own yet
            said = text.rfind(" that ", start, match.start()) if match["and"] else -1
            if self._in_brackets(match.start()) or not self._has_verb(max(start, said), match.start()):
                continue
            if match["and"] and (not _OWN_VERB.match(text, match.end()) or _PAIRED.search(text, start, match.start())):
                continue
            ends.append(match.end())
            start = match.end()
        if ends and not self._has_verb(ends[-1], len(text)):
            ends.pop()
        return [*ends, len(text) + 1]

    def _has_verb(self, start: int, end: int) -> bool:
        return bool(_FINITE.search(self.lower, start, end)) or any(
            start <= v.start < end and v.form != "ing" and v.role != "exist" for v in self.verbs
        )

    def clause(self, position: int) -> tuple[int, int]:
        """Start and end of the clause that `position` lies in."""
        ends = self._clause_ends
        i = bisect_left(ends, position + 1)
        i = min(i, len(ends) - 1)
        return (ends[i - 1] if i else 0), min(ends[i], len(self.text))

    def original(self, start: int, end: int) -> str:
        """The words at folded offsets as the article writes them, on one line."""
        raw = self.sentence.text[self._folded.origin(start) : self._folded.origin(end)]
        return re.sub(r"\s+", " ", raw).strip()

    def position(self, local: int) -> int:
        """The article's offset of a folded one."""
        return self.sentence.start + self._folded.origin(local)

    def dates_between(self, start: int, end: int) -> list[Located]:
        return [d for d in self.dates if start <= d.start and d.end <= end]

    def places_between(self, start: int, end: int) -> list[Located]:
        return [p for p in self.places if start <= p.start and p.end <= end]

    def _in_brackets(self, position: int) -> bool:
        return self.text.rfind("(", 0, position) > self.text.rfind(")", 0, position)

    def _locate(self, mentions: Sequence[Span]) -> tuple[Located, ...]:
        base, offsets = self.sentence.start, self._folded.offsets
        if offsets is None:
            return tuple(Located(m.start - base, m.end - base, m) for m in mentions)
        return tuple(
            Located(bisect_left(offsets, m.start - base), bisect_left(offsets, m.end - base), m) for m in mentions
        )
