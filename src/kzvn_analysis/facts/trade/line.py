"""A sentence with everything in it that trade figures are read from, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...reading import Amount, DateMention, PersonMention, PlaceMention, Reading, Sentence
from ...reading import gated as re
from ...reading.amounts import unhedged_start
from ...reading.once import cached_property
from ..termlist import lower
from .pair import by_region
from .pronouns import find_opposites, find_pronouns, says_worth
from .vocabulary import BLOCKERS, FLOWS, REACHED


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that figures belong to.

    `kind` is ``flow``, ``block`` (investment, a commodity, another country's trade), ``pronoun``
    ("it", "the figure") or ``opposite`` ("deliveries in the opposite direction").  `form` is as in
    ``trade_flows.tsv``.
    """

    start: int
    end: int
    kind: str
    flow: str | None = None
    form: str = "noun"


class Line:
    """A sentence, its amounts, dates and places, and its marks; every offset counts in the sentence.

    `low` is the sentence in lower case, every character at its old offset; `start` and `end` are its bounds.
    What it mentions is looked up when it is first asked for: most sentences say nothing of trade.
    """

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.reading, self.sentence = reading, sentence
        self.text, self.low = sentence.text, lower(sentence.text)
        self.start, self.end = 0, len(sentence.text)
        self.marks: list[Mark] = []
        self._unhedged: dict[int, int] = {}

    def _here(self, mentions: Sequence) -> list:
        """Those of `mentions` that stand in the sentence, with their offsets in it."""
        before = self.sentence.start
        found = self.reading.within(mentions, self.sentence)
        return [m.moved(-before) for m in found]

    @cached_property
    def amounts(self) -> list[Amount]:
        return self._here(self.reading.amounts)

    @cached_property
    def dollars(self) -> list[Amount]:
        return [a for a in self.amounts if a.unit == "USD"]

    @cached_property
    def dates(self) -> list[DateMention]:
        return self._here(self.reading.dates)

    @cached_property
    def places(self) -> list[PlaceMention]:
        return by_region(self.low, self._here(self.reading.places))

    @cached_property
    def people(self) -> list[PersonMention]:
        return self._here(self.reading.people)

    @property
    def flows(self) -> list[Mark]:
        return [m for m in self.marks if m.kind == "flow"]

    def lead(self, pattern: re.Pattern, position: int, reach: int = 72) -> re.Match | None:
        r"""What `pattern`, which ends in ``\Z``, finds right before `position`."""
        return pattern.search(self.low, max(0, position - reach), position)

    def unhedged(self, position: int) -> int:
        """Where the words that hedge the number at `position` begin; `position` where there are none."""
        if position not in self._unhedged:
            self._unhedged[position] = unhedged_start(self.text, 0, position)
        return self._unhedged[position]

    def reached(self, start: int, end: int) -> int:
        """Where the last word that reports a figure ends in ``[start, end)``; -1 if there is none."""
        found = REACHED.find(self.low, start, end)
        return found[-1][1] if found else -1


def read_line(reading: Reading, sentence: Sentence) -> Line:
    """The sentence with its raw marks; whether each flow is the two countries' own is not judged yet."""
    line = Line(reading, sentence)
    low = line.low
    opposites = [Mark(a, b, "opposite") for a, b in find_opposites(low)]
    flows = [
        Mark(a, b, "flow", *value)
        for a, b, value in FLOWS.find(low)
        if not any(m.start < b and a < m.end for m in opposites)
    ]
    blocks = [
        Mark(a, b, "block")
        for a, b, _ in BLOCKERS.find(low)
        if not any(m.start < b and a < m.end for m in (*flows, *opposites))
        and low[a:b] != "capitals"  # Astana and Hanoi
        and not (low[a:b] == "market" and line.lead(_FROM_THE, a, 32) and not low.startswith(" of", b))
        and not (low[a:b] in ("cost", "costs") and line.lead(_BOUGHT, a, 64))
    ]
    pronouns = [Mark(a, b, "pronoun", form="worth" if says_worth(low, b) else "noun") for a, b in find_pronouns(low)]
    line.marks = sorted([*flows, *blocks, *pronouns, *opposites], key=lambda m: (m.start, m.end))
    return line


def resolve_pronouns(line: Line, topic: bool, flow: str | None = None, *, just_told: bool = True) -> None:
    """Let "it" and "the figure" stand for the mark before them, "the opposite direction" for its contrary.

    Parameters
    ----------
    line
        Changed in place.
    topic
        Whether the sentences before spoke of trade; if not, a pronoun that stands for nothing is dropped.
    flow
        The flow they spoke of.
    just_told
        Whether the very sentence before did; "it was worth" is too common to reach further back.
    """
    marks: list[Mark] = []
    for mark in line.marks:
        if mark.kind == "opposite":
            told = next((m.flow for m in reversed(marks) if m.kind == "flow" and m.flow in _CONTRARY), flow)
            kind = "flow" if told in _CONTRARY else "block"
            mark = replace(mark, kind=kind, flow=_CONTRARY.get(told), form="opposite")
        elif mark.kind == "pronoun" and (told := _meant(line, marks, mark)):
            mark = Mark(mark.start, mark.end, told.kind, told.flow)
        if mark.kind != "pronoun" or topic and (just_told or mark.form != "worth"):
            marks.append(mark)
    line.marks = marks


def _meant(line: Line, marks: Sequence[Mark], pronoun: Mark) -> Mark | None:
    """The mark that a pronoun stands for: the last one before it that is not an aside in brackets."""
    open_marks = [m for m in marks if not _is_aside(line, m, pronoun.start)]
    told = (open_marks or marks or [None])[-1]
    return told if told and told.kind != "pronoun" else None


def _is_aside(line: Line, mark: Mark, position: int) -> bool:
    """Whether a mark stands in brackets that are closed before `position`."""
    opened = line.low.rfind("(", line.start, mark.start)
    if opened < 0 or line.low.find(")", opened, mark.start) >= 0:
        return False
    return line.low.find(")", mark.end, position) >= 0


# "purchases from there cost it $X": what is paid for imports is their worth.
_BOUGHT = re.compile(r"\b(?:imports|purchases)\s+(?:(?:of\s+goods\s+)?from\s+(?:[\w’'-]+\s+){1,4})?\Z")
# "earned $842 million from the market", "its exports to this market"
_FROM_THE = re.compile(
    r"\b(?:from\s+(?:the|this|that)\s+(?:[\w-]+\s+)?|(?:exports|sales|shipments)\s+to\s+(?:the|this|that)\s+)\Z"
)
_CONTRARY = {"export": "import", "import": "export"}
