"""Give growth to the figures it belongs to, or let it stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...reading import Amount
from ...reading import gated as re
from .figures import MOST
from .goods import MEASURES, figure_of_one_commodity, grows_in_named_goods, of_named_goods
from .govern import governing
from .growth import RESPECTIVELY, Change
from .line import Line, Mark
from .mood import is_goal
from .row import Statement
from .when import period_after


def settle_growth(
    line: Line, changes: list[Change], statements: list[Statement], flow: str | None, published_year: int | None
) -> None:
    """Fill in what the statements grew by; growth of which no figure is told becomes a statement of its own.

    Parameters
    ----------
    line
    changes
        Every growth of the line, in order.
    statements
        The line's figures; changed in place.
    flow, published_year
        As for `find_statements`.
    """
    for change in _each_its_own(line, changes, statements):
        _settle(line, change, statements, flow, published_year)


_ING = frozenset({"doubling", "tripling", "trebling", "quadrupling"})
_CLAUSE = re.compile(r",?\s*\b(?:and|while|whereas|but)\b|[;:]")


def _settle(line: Line, change: Change, statements: list[Statement], flow: str | None, year: int | None) -> None:
    """Give growth to the figure it belongs to, or let it stand alone."""
    last = max((s.end for s in statements if s.end <= change.start), default=line.start)
    if any(a.value > MOST and -40 < a.start - change.end < 24 for a in line.dollars):
        return  # "exports fell by 7 per cent to $37 billion": somebody's with the world
    mark, where = governing(line, change.start, change.end, last, change=True)
    if where == "none":
        mark = _context_mark(line, change, statements, flow)
    if mark is None:
        return
    if not any(s.mark == mark for s in statements) and grows_in_named_goods(line, mark, change.start):
        return
    if any(_is_of_one_commodity(line, mark, change, a) for a in line.dollars if a.end <= change.start):
        return
    goal = change.goal or is_goal(line, last, change.start, change.end, year)
    if change.likened:
        goal = False
    elif where == "after" and line.low[change.start : change.end] in _ING:
        goal = True
    told = next((s for s in reversed(statements) if s.end <= change.start), None)
    apposed = told and told.goal and _APPOSED.fullmatch(line.low, told.tail, change.start)
    if told and not told.change and not told.compared and (apposed or change.likened and told.amount):
        told.change = change
        return
    host = _host(line, change, mark, goal, statements)
    if host:
        host.change = change
        return
    own = mark.flow or flow
    if own and (where == "after" or not _told(line, change, mark, goal, statements)):
        rule = "growth-goal" if goal else "growth-in-context" if mark.kind == "pronoun" else "growth"
        statements.append(Statement(change.start, change.end, mark, own, goal, rule, change=change))


def _is_of_one_commodity(line: Line, mark: Mark, change: Change, amount: Amount) -> bool:
    """Whether growth is that of one sort of goods: "exports include wheat worth $12 million, up 30%"."""
    if not mark.end <= amount.start or not _UP.fullmatch(line.low, amount.end, change.start):
        return False
    lead = line.unhedged(amount.start)
    return figure_of_one_commodity(line, mark, amount, lead) and of_named_goods(line, lead)


_UP = re.compile(
    r"(?:\s+(?:in|for|during|over)\s+[^.,;()$]{2,32}?)?\s*(?:,|\(|[–—-])?\s*(?:up|down|\+|-)?\s*(?:by\s+)?"
)


def _each_its_own(line: Line, changes: list[Change], statements: Sequence[Statement]) -> list[Change]:
    """Hand out "$187 million and $76 million, up 20.5% and 31% respectively" in order; what is left over."""
    for i, (first, second) in enumerate(pairwise(changes)):
        if not RESPECTIVELY.match(line.low, second.end, line.end) or not _AND.fullmatch(
            line.low, first.end, second.start
        ):
            continue
        told = [s for s in statements if s.amount and not s.compared and s.end <= first.start and s.change is None]
        if len(told) >= 2:
            told[-2].change, told[-1].change = first, second
            return changes[:i] + changes[i + 2 :]
    return changes


_AND = re.compile(r",?\s+and\s+(?:by\s+)?")


# "is expected to reach $396 million in the first half, an increase of 26 per cent"
_APPOSED = re.compile(
    r"(?:\s+(?:in|for|by|during|within|this|over)\s+[^.,;()]{2,48})?\s*(?:,|\(|[–—-])\s*(?:up|or|i\.e\.|down|that\s+is|which\s+is|\+"
    r"|(?:a|an)\s+(?:[\w-]+\s+){0,2}?(?:increase|rise|growth|jump|gain|surge|decrease|drop|decline)\s+(?:of|by))?\s*"
    r"(?:about\s+|nearly\s+|almost\s+|more\s+than\s+|over\s+)?"
)


def _context_mark(line: Line, change: Change, statements: Sequence[Statement], flow: str | None) -> Mark | None:
    """Growth without a trade word: this line's figure has it, or the topic if a period leads the sentence."""
    if flow and all(s.compared for s in statements) and _THIS_IS.fullmatch(line.low, line.start, change.start):
        return Mark(line.start, line.start, "pronoun")
    if statements:
        near = min(statements, key=lambda s: abs(s.start - change.start))
        first, second = sorted(((near.start, near.end), (change.start, change.end)))
        return None if ";" in line.low[first[1] : second[0]] else statements[0].mark
    if flow is None or any(m.kind != "pronoun" for m in line.marks):
        return None
    if any(a.unit in MEASURES and a.end <= change.start for a in line.amounts):
        return None  # "4,300 TEU were carried by rail, twice as much as in 2022"
    led = any(
        d.end <= change.start and d.edtf and d.precision != "day" and d.start - line.start <= 40 for d in line.dates
    )
    return Mark(line.start, line.start, "pronoun") if led else None


_THIS_IS = re.compile(r"\s*(?:this|that|which|it)\s+(?:is|was|means)\s+[^.,;]{0,24}")


def _host(line: Line, change: Change, mark: Mark, goal: bool, statements: Sequence[Statement]) -> Statement | None:
    """The figure that growth belongs to: the one before it in its clause, else the one after."""
    figures = [s for s in statements if s.amount and not s.compared and s.mark == mark and s.goal == goal]
    before = next((s for s in reversed(figures) if s.end <= change.start), None)
    after = next((s for s in figures if s.start >= change.end), None)
    if after and after.change is None and _RISE_TO.fullmatch(line.low, change.end, after.start):
        return after
    parted = before is None or _new_period(line, before.end, change.start)
    if not parted and before.change is None and not _of_its_own_period(line, before, change):
        return before
    if after and after.change is None and (parted or before.change) and not _dated_apart(line, change, after):
        return after
    return None


_RISE_TO = re.compile(
    r"\s+(?:increase|rise|growth|jump|decrease|drop|decline|fall)\s+to\s+(?:about\s+|nearly\s+|almost\s+|over\s+|more\s+than\s+)?"
)


def _told(line: Line, change: Change, mark: Mark, goal: bool, statements: Sequence[Statement]) -> bool:
    """Whether growth of the same thing in the same period has been stated already: a row holds one growth."""
    ends = [s.change.end for s in statements if s.change and s.mark == mark and s.goal == goal]
    return bool(ends) and not _new_period(line, max(ends), change.start)


def _new_period(line: Line, start: int, end: int) -> bool:
    """Whether a period begins a new clause between a figure and growth after it."""
    return any(
        start <= d.start
        and d.end <= end
        and d.edtf
        and not d.comparison
        and d.precision != "day"
        and _CLAUSE.search(line.low, start, d.start)
        for d in line.dates
    )


def _of_its_own_period(line: Line, figure: Statement, change: Change) -> bool:
    """Whether growth after a figure is another period's: "came to $373 million last year and grew 20% in May"."""
    own = period_after(line, change.end, line.end, windows=False)
    told = period_after(line, figure.end, change.start)
    return bool(own and told and own != told and _JOINED.search(line.low, figure.end, change.start))


_JOINED = re.compile(r"\b(?:and|but)\s")


def _dated_apart(line: Line, change: Change, figure: Statement) -> bool:
    """Whether growth and the figure after it differ in period: "grew 20% in 2023, reached $X in May"."""
    own = period_after(line, change.end, figure.start, windows=False)
    other = period_after(line, figure.end, line.end)
    return bool(own and other and own != other)
