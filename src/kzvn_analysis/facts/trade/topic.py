"""Remember what the sentences before spoke of, for those that leave the word "trade" to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...reading import gated as re
from .figures import MOST
from .line import Line
from .owner import perspective
from .pair import PAIR, country
from .row import Statement
from .when import period_spoken_of


@dataclass(frozen=True, slots=True)
class Topic:
    """The trade last spoken of: where, which flow, whose, when, and whether it was stated in figures.

    `index` counts the article's sentences; `base` is the period that its figures were compared with;
    `named` is whether trade itself was named, not only a "trade agreement".
    """

    index: int
    section: int
    paragraph: int
    flow: str
    reporter: str | None
    period: str | None
    stated: bool
    named: bool = True
    base: str | None = None


def next_topic(topic: Topic | None, line: Line, index: int, statements: Sequence[Statement]) -> Topic | None:
    """The topic after a line, given the one before it and what the line states."""
    where = (index, line.sentence.section, line.sentence.paragraph)
    told = [s for s in statements if not s.goal and not s.compared]
    if statements:
        reporter = next((s.reporter for s in statements if s.reporter), None) or perspective(line)
        flows = {s.flow for s in told}
        # Of both directions told together, what follows speaks of the whole.
        flow = "turnover" if len(flows) > 1 else (told or statements)[0].flow
        base = next((s.period for s in statements if s.compared and s.period), None)
        return Topic(*where, flow, reporter, told[0].period if told else None, True, base=base)
    if is_with_the_world(line):
        return None  # what follows is likely to be that, too
    blocked = any(m.kind == "block" for m in line.marks)
    named = any(m.flow == "turnover" for m in line.flows)
    trade = named or _TRADE.search(line.low, line.start, line.end)
    if trade and not blocked:
        return Topic(*where, "turnover", None, period_spoken_of(line) if named else None, False, named)
    if topic and blocked and line.amounts and not trade:
        return replace(topic, stated=False)
    return topic


def is_with_the_world(line: Line) -> bool:
    """Whether a line tells of one country's trade with all others."""
    if any(a.value > MOST for a in line.dollars):
        return True
    return bool(line.dollars and _WITH_ALL.search(line.low)) and not set(PAIR) <= {country(p) for p in line.places}


_WITH_ALL = re.compile(
    r"\b(?:foreign|external)\s+trade\s+(?:turnover|volume)|\btrade\s+(?:turnover\s+)?with\s+(?:all|the\s+world|other|foreign)\b"
)
_MUTUAL = re.compile(r"\b(?:bilateral|mutual|two-way|(?:two|both)\s+(?:countries|sides|nations|states))\b")


def is_of_both(line: Line) -> bool:
    """Whether a line names both countries, or says that it is of the two."""
    return set(PAIR) <= {country(p) for p in line.places} or bool(_MUTUAL.search(line.low))


_TRADE = re.compile(r"\b(?:trade|commerce|turnover)\b(?!\s+(?:union|war|fair|minist))")
