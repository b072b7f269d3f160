"""Settle the period of every statement of a line, and what its growth is measured from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...reading import gated as re
from .compared import is_compared
from .line import Line
from .pair import PAIR, country
from .row import Statement
from .series import find_series
from .topic import Topic
from .when import (
    A_YEAR_AGO,
    a_year_before,
    base_of,
    compared_period,
    labelled,
    only_period,
    period_after,
    period_before,
    tight_end,
    whole_year,
)


def date_statements(
    line: Line,
    statements: Sequence[Statement],
    topic: Topic | None,
    index: int,
    published_year: int | None,
    report: str | None = None,
) -> None:
    """Fill in `period` and `base`; a figure of a year yet to come becomes a goal.

    A period is looked for after the figure, before it, with the figure before, in the sentences before; `report` is
    that of all figures so far, where they have one in common.
    """
    previous: Statement | None = None
    last = line.start
    for i, statement in enumerate(statements):
        limit = statements[i + 1].start if i + 1 < len(statements) else line.end
        if statement.compared:
            _date_compared(line, statement, statements[:i], statements[i + 1 :], limit)
            end = tight_end(line, statement.end, limit)
            # "In May it grew by 3% – from $398 million to $412 million": May is still to be given.
            last = end if end > statement.end or previous else last
            continue
        statement.period = _stated(line, statement, last, limit)
        if statement.period is None and not statement.goal:
            statement.period = _inherited(statement, previous, topic, line, index, limit)
        if statement.period is None and not statement.goal:
            statement.period = only_period(line, statement.end, limit)
        if statement.period is None and not statement.goal and statement.reporter and statement.amount:
            statement.period = report if _names_both(line) or _likens_years(line) or _is_reporting(line) else None
        if published_year and statement.period and int(statement.period[:4]) > published_year:
            statement.goal = True
        if statement.change and not statement.goal:
            statement.base = base_of(line, statement.change.start, limit, statement.period)
        if previous and previous.period is None and _is_pair(previous, statement):
            previous.period = statement.period
            if previous.change and not previous.goal:
                previous.base = previous.base or a_year_before(previous.period)
        previous, last = statement, statement.tail
    _date_in_series(line, statements)
    _date_the_goal(line, statements, published_year)
    _date_as_before(line, statements, topic)
    _date_by_growth(statements)
    _part_ends(statements)
    _base_on_compared(statements)
    for statement in statements:
        statement.period, statement.base = whole_year(statement.period), whole_year(statement.base)


def _date_in_series(line: Line, statements: Sequence[Statement]) -> None:
    """Give each figure of a row its period of the row of periods beside it."""
    for row in find_series(line):
        for amount, date in row:
            for statement in statements:
                if statement.amount is amount and not statement.compared:
                    statement.period = date.edtf[:4] if statement.goal else date.edtf


def _date_the_goal(line: Line, statements: Sequence[Statement], published_year: int | None) -> None:
    """ "Both consider $1 billion a realistic goal, and I hope that we will get there by 2025"."""
    goals = [s for s in statements if s.goal]
    ahead = [d for d in line.dates if d.start > statements[-1].end and d.preposition == "by"] if statements else []
    if len(goals) != 1 or goals[0].period or len(ahead) != 1 or not _GET_THERE.search(line.low, goals[0].end):
        return
    year = ahead[0].edtf if ahead[0].precision == "year" else None
    if year and published_year and int(year) >= published_year:
        goals[0].period = year


_GET_THERE = re.compile(r"\b(?:get|be|arrive)\s+there\b|\b(?:achieve|reach|attain|meet|do)\s+(?:it|this|that)\b")


def _stated(line: Line, statement: Statement, last: int, limit: int) -> str | None:
    """The period that the line itself gives for a statement."""
    goal, mark = statement.goal, statement.mark
    # A trade word that has had its figure no longer draws a period to itself.
    anchor = mark.start if mark.start >= last else statement.start
    return (
        labelled(line, line.unhedged(statement.start))
        or period_after(line, max(statement.end, mark.end), limit, goal=goal)
        or period_before(line, last, statement.start, anchor, goal=goal)
    )


def _date_compared(
    line: Line, statement: Statement, before: Sequence[Statement], after: Sequence[Statement], limit: int
) -> None:
    main = next((s for s in [*reversed(before), *after] if not s.compared), None)
    period = main.period if main else None
    if main and period is None and main.start > statement.start:
        period = period_after(line, main.end, line.end)
    statement.period = compared_period(line, statement.start, statement.end, limit, period)
    if statement.rule == "restated-figure":
        statement.period = statement.period or period


def _date_by_growth(statements: Sequence[Statement]) -> None:
    """Give a compared figure the period that growth told beside it is measured from."""
    for i, statement in enumerate(statements):
        if statement.compared and statement.period is None:
            beside = [*statements[max(i - 1, 0) : i], *statements[i + 1 : i + 2]]
            statement.period = next(
                (
                    s.base
                    for s in beside
                    if s.base and s.change and (s.flow, s.reporter) == (statement.flow, statement.reporter)
                ),
                None,
            )


def _date_as_before(line: Line, statements: Sequence[Statement], topic: Topic | None) -> None:
    """ "During the same period, from $41 million to $187 million": both ends are those told before."""
    if topic is None or not topic.base or not _SAME_SPAN.search(line.low, line.start, line.end):
        return
    for statement in statements:
        statement.period = topic.base if statement.compared else topic.period


def _names_both(line: Line) -> bool:
    return set(PAIR) <= {country(p) for p in line.places}


def _likens_years(line: Line) -> bool:
    """Whether a line that tells no time of its own compares with the year before: "imports fell by 3% year-on-year"."""
    return bool(A_YEAR_AGO.search(line.low, line.start, line.end)) and all(
        is_compared(line, d) or A_YEAR_AGO.search(d.text) for d in line.dates if d.edtf
    )


def _is_reporting(line: Line) -> bool:
    """Whether a line says itself that it goes on with the report's period."""
    return bool(_REPORTING.search(line.low, line.start, line.end))


_REPORTING = re.compile(
    r"\b(?:for|in|over|during|within)\s+the\s+(?:(?:reporting|reported|specified|mentioned|given)\s+period|period\s+under)\b"
)
_SAME_SPAN = re.compile(
    r"\b(?:over|during|in|within|throughout|for)\s+(?:the\s+same|that|this|the\s+said)\s+(?:period|span|years|time)\b"
)


def _base_on_compared(statements: Sequence[Statement]) -> None:
    """Growth "2.6 times, from $102 million in 2015" is measured from 2015, as the numbers themselves show."""
    for first, second in pairwise(statements):
        for old, new in ((first, second), (second, first)):
            if not (old.compared and old.period and old.amount and new.amount and new.change and not new.compared):
                continue
            grown = new.amount.value / old.amount.value
            if abs(grown - new.change.ratio) < 0.12 * grown and (old.flow, old.reporter) == (new.flow, new.reporter):
                new.base = old.period


def _part_ends(statements: Sequence[Statement]) -> None:
    """Between 2019 and 2024 trade grew from one figure to another: each is of its own year."""
    for i, statement in enumerate(statements):
        ends = _YEARS.fullmatch(statement.period or "")
        if not ends or not statement.amount or statement.goal:
            continue
        start = statements[i - 1] if i and statements[i - 1].compared and not statements[i - 1].period else None
        if start or statement.change:
            statement.period = ends[2]
            statement.base = ends[1] if statement.change else None
            if start:
                start.period = ends[1]


_YEARS = re.compile(r"(\d{4})/(\d{4})")


def _inherited(
    statement: Statement, previous: Statement | None, topic: Topic | None, line: Line, index: int, limit: int
) -> str | None:
    """The period of the figure before, in this line or in the sentences before."""
    if previous and not previous.goal:
        then = any(d.comparison and _WHEREAS_IN.fullmatch(line.low, previous.end, d.start) for d in line.dates)
        return a_year_before(previous.period) if then else previous.period
    if topic is None or topic.period is None or index - topic.index > 2:
        return None
    if not topic.stated:  # "trade in the first quarter pleased both.  It came to …"
        return topic.period if statement.mark.kind == "pronoun" and index - topic.index == 1 else None
    if topic.paragraph != line.sentence.paragraph and index - topic.index > 1:
        return None
    if statement.change and base_of(line, statement.change.start, limit, None) == a_year_before(topic.period):
        return topic.period  # "more than $1 billion in 2020. … $1.297 billion, a rise of 74 per cent over 2019"
    if statement.mark.kind == "pronoun" or statement.flow != topic.flow:
        return topic.period
    # A second figure of the same without a date is another year's, not the same again.
    other_side = topic.reporter and statement.reporter and statement.reporter != topic.reporter
    return topic.period if other_side and statement.flow != "turnover" else None


# "…, whereas in the same ten months of last year it had been …"
_WHEREAS_IN = re.compile(r"\s*[,;]\s*(?:whereas|while|and|but)\s+(?:in|for|over|during)\s+(?:the\s+)?")


def _is_pair(first: Statement, second: Statement) -> bool:
    """ "Exports reached $X and imports $Y in 2023"."""
    return {first.flow, second.flow} == {"export", "import"} and first.goal == second.goal
