"""A sentence with everything in it that trade figures are read from, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...reading import Amount, DateMention, PlaceMention, Reading, Sentence
from ...reading import gated as re
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


@dataclass(slots=True)
class Line:
    """A sentence, its amounts, dates and places, and its marks; every offset counts in the article's text.

    `low` is the article's text in lower case, every character at its old offset.
    """

    sentence: Sentence
    text: str
    low: str
    amounts: Sequence[Amount]
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    marks: list[Mark] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end

    @property
    def flows(self) -> list[Mark]:
        return [m for m in self.marks if m.kind == "flow"]

    @property
    def dollars(self) -> list[Amount]:
        return [a for a in self.amounts if a.unit == "USD"]

    def lead(self, pattern: re.Pattern, position: int, reach: int = 72) -> re.Match | None:
        r"""What `pattern`, which ends in ``\Z``, finds right before `position` in the sentence."""
        return pattern.search(self.low, max(self.start, position - reach), position)

    def reached(self, start: int, end: int) -> int:
        """Where the last word that reports a figure ends in ``[start, end)``; -1 if there is none."""
        found = REACHED.find(self.low, start, end)
        return found[-1][1] if found else -1


def read_line(reading: Reading, lowered: str, sentence: Sentence) -> Line:
    """The sentence with its raw marks; whether each flow is the two countries' own is not judged yet."""
    inside = (reading.amounts, reading.dates, reading.places)
    line = Line(sentence, reading.text, lowered, *(Reading.within(mentions, sentence) for mentions in inside))
    opposites = [Mark(a, b, "opposite") for a, b in find_opposites(lowered, line.start, line.end)]
    flows = [
        Mark(a, b, "flow", *value)
        for a, b, value in FLOWS.find(lowered, line.start, line.end)
        if not any(m.start < b and a < m.end for m in opposites)
    ]
    blocks = [
        Mark(a, b, "block")
        for a, b, _ in BLOCKERS.find(lowered, line.start, line.end)
        if not any(m.start < b and a < m.end for m in (*flows, *opposites))
        and lowered[a:b] != "capitals"  # Astana and Hanoi
        and not (lowered[a:b] == "market" and _FROM_THE.search(lowered, max(line.start, a - 32), a))
        and not (lowered[a:b] in ("cost", "costs") and _BOUGHT.search(lowered, max(line.start, a - 64), a))
    ]
    pronouns = [
        Mark(a, b, "pronoun", form="worth" if says_worth(lowered, b, line.end) else "noun")
        for a, b in find_pronouns(lowered, line.start, line.end)
    ]
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
_FROM_THE = re.compile(r"\bfrom\s+(?:the|this|that)\s+(?:[\w-]+\s+)?\Z")  # "earned $842 million from the market"
_CONTRARY = {"export": "import", "import": "export"}
