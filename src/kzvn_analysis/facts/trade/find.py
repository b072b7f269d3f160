"""Read the trade figures of a clipping: sentence by sentence, each in the light of those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...reading import Reading, Sentence
from ..termlist import lower
from .bind import LARGEST, SMALLEST, Figure, bind_figures, governing
from .growth import Change, find_changes
from .line import Line, Mark, read_line, resolve_pronouns
from .merge import merge
from .mood import is_goal
from .owner import owner_of, perspective, side_of, siblings, statistics_owner
from .row import TradeFact
from .scope import judge_marks
from .vocabulary import GROWTH
from .when import base_of, compared_period, only_period, period_after, period_before, tight_end


def find_trade(reading: Reading) -> Iterator[TradeFact]:
    """Yield every trade figure of a clipping, in text order."""
    yield from merge(list(_Finder(reading).rows()))


@dataclass(slots=True)
class _Statement:
    """What will be a row: a figure with or without growth, or growth alone."""

    start: int
    end: int
    mark: Mark
    flow: str
    status: str
    rule: str
    figure: Figure | None = None
    change: Change | None = None
    compared: bool = False
    reporter: str | None = None
    period: str | None = None
    base: str | None = None


@dataclass(slots=True)
class _Topic:
    """What the sentences before spoke of: a flow, its owner and period, and how far back."""

    index: int
    section: int
    paragraph: int
    flow: str
    reporter: str | None
    period: str | None
    statement: bool


_TOPIC_REACH = 4


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lowered = lower(reading.text)
        self.year = int(reading.published.edtf[:4]) if reading.published.edtf else None
        self.topic: _Topic | None = None
        self.statistics: tuple[int, str] | None = None
        self._side: str | None = None
        self._side_known = False

    def rows(self) -> Iterator[TradeFact]:
        for index, sentence in enumerate(self.reading.sentences):
            if self.topic and (
                self.topic.section != sentence.section or sentence.kind in ("title", "subhead")
            ):
                self.topic = None
            if not sentence.bilateral or not _WORTH_READING.search(
                self.reading.text, sentence.start, sentence.end
            ):
                continue
            line = read_line(self.reading, self.lowered, sentence)
            judge_marks(line, self._paragraph_places(sentence))
            resolve_pronouns(line)
            owner = statistics_owner(line)
            if owner:
                self.statistics = (index, owner)
            statements = self._statements(line, index)
            self._remember(line, index, statements)
            for statement in statements:
                row = self._row(line, statement)
                if row:
                    yield row

    # -- one sentence ---------------------------------------------------------------------------------------

    def _statements(self, line: Line, index: int) -> list[_Statement]:
        near = self._near(index)
        if near is None:
            line.marks = [m for m in line.marks if m.kind != "pronoun"]
        figures = bind_figures(line, self.year)
        statements = [
            _Statement(
                f.start,
                f.end,
                f.mark,
                f.mark.flow or near.flow,
                f.status,
                f.rule,
                figure=f,
                compared=f.compared,
            )
            for f in figures
        ]
        changes = list(find_changes(line))
        if not statements and near:
            statements = self._without_trade_word(line, index, near, changes)
        statements += self._changes(line, changes, statements, near)
        statements.sort(key=lambda s: s.start)
        self._date(line, statements, near, index)
        self._own(line, statements, near, index)
        return statements

    def _near(self, index: int) -> _Topic | None:
        """The topic, if it was spoken of close enough before."""
        return self.topic if self.topic and index - self.topic.index <= _TOPIC_REACH else None

    def _without_trade_word(
        self, line: Line, index: int, near: _Topic, changes: list[Change]
    ) -> list[_Statement]:
        """A goal, or growth on the year before, in a sentence that leaves the word "trade" to the one before it."""
        if any(m.kind != "pronoun" for m in line.marks):
            return []
        mark = Mark(line.start, line.start, "pronoun")
        out = []
        dollars = [a for a in line.amounts if a.unit == "USD" and SMALLEST * 1000 <= a.value <= LARGEST]
        for amount in dollars:
            if is_goal(line, line.start, amount.start, amount.end, self.year) and _ALONE.match(
                line.low, amount.end, line.end
            ):
                figure = Figure(amount, mark, "target", rule="goal-in-context")
                out.append(
                    _Statement(
                        amount.start, amount.end, mark, "turnover", "target", "goal-in-context", figure=figure
                    )
                )
        if (
            not out
            and len(dollars) == 1
            and index - near.index == 1
            and near.statement
            and _YEAR_ON_YEAR.search(line.low, line.start, line.end)
        ):
            if changes and _ALONE.match(line.low, dollars[0].end, line.end):
                figure = Figure(dollars[0], mark, "reported", rule="figure-in-context")
                out.append(
                    _Statement(
                        figure.start,
                        figure.end,
                        mark,
                        near.flow,
                        "reported",
                        "figure-in-context",
                        figure=figure,
                    )
                )
        return out

    def _changes(
        self, line: Line, changes: list[Change], statements: list[_Statement], near: _Topic | None
    ) -> list[_Statement]:
        """Attach growth to the figure it belongs to; what is left stands alone."""
        alone = []
        for change in changes:
            last = max((s.end for s in statements if s.end <= change.start), default=line.start)
            mark, how = governing(line, change.start, change.end, last, change=True)
            if mark is None and how == "none":
                mark = self._context_mark(line, change, statements, near)
            if mark is None:
                continue
            goal = change.goal or is_goal(line, last, change.start, change.end, self.year)
            if how == "after" and line.low[change.start : change.end] in ("doubling", "tripling", "trebling"):
                goal = True
            status = "target" if goal else "reported"
            host = _host(line, change, mark, status, statements)
            if host is not None:
                host.change = change
            elif how == "after" or not _told(line, change, mark, status, [*statements, *alone]):
                flow = mark.flow or (near.flow if near else None)
                if flow:
                    alone.append(
                        _Statement(
                            change.start,
                            change.end,
                            mark,
                            flow,
                            status,
                            "growth-goal" if goal else "growth",
                            change=change,
                        )
                    )
        return alone

    def _context_mark(
        self, line: Line, change: Change, statements: list[_Statement], near: _Topic | None
    ) -> Mark | None:
        """Growth without a trade word belongs to this line's figure, or to the topic if a period leads the sentence."""
        if statements:
            return statements[0].mark
        if near is None or any(m.kind != "pronoun" for m in line.marks):
            return None
        led = any(
            d.end <= change.start and d.edtf and d.precision != "day" and d.start - line.start <= 40
            for d in line.dates
        )
        return Mark(line.start, line.start, "pronoun") if led else None

    # -- period and owner -----------------------------------------------------------------------------------

    def _date(self, line: Line, statements: list[_Statement], near: _Topic | None, index: int) -> None:
        previous: _Statement | None = None
        last = line.start
        for i, statement in enumerate(statements):
            limit = statements[i + 1].start if i + 1 < len(statements) else line.end
            goal = statement.status == "target"
            end = max(statement.end, statement.mark.end)
            if statement.compared:
                main = next((s for s in reversed(statements[:i]) if not s.compared), None)
                main = main or next((s for s in statements[i + 1 :] if not s.compared), None)
                if main is not None and main.period is None and main.start > statement.start:
                    main.period = period_after(line, main.end, line.end)
                statement.period = compared_period(line, statement.end, limit, main.period if main else None)
                if statement.rule == "restated-figure" and main:
                    statement.period = statement.period or main.period
                last = tight_end(line, statement.end, limit)
                continue
            statement.period = period_after(line, end, limit, goal=goal) or period_before(
                line, last, statement.start, _anchor(statement, last), goal=goal
            )
            if statement.period is None and not goal:
                statement.period = period_after(line, _tail_end(statement), limit)
            if statement.period is None and not goal:
                statement.period = self._inherited(statement, previous, near, line, index)
            if statement.period is None and not goal:
                statement.period = only_period(line, statement.end, limit)
            if not goal and self.year and statement.period and int(statement.period[:4]) > self.year:
                statement.status, goal = "target", True
            if statement.change:
                statement.base = (
                    None if goal else base_of(line, statement.change.start, limit, statement.period)
                )
            if previous is not None and {previous.flow, statement.flow} == {"export", "import"}:
                previous.period = previous.period or (statement.period if statement.status == previous.status else None)
            previous = statement
            last = _tail_end(statement)

    def _inherited(
        self, statement: _Statement, previous: _Statement | None, near: _Topic | None, line: Line, index: int
    ) -> str | None:
        if previous is not None and previous.status == "reported":
            return previous.period
        if near is None or near.period is None or not near.statement or index - near.index > 2:
            return None
        same_place = near.paragraph == line.sentence.paragraph
        if (
            statement.mark.kind == "pronoun"
            or (statement.flow, "turnover") != (near.flow, near.flow)
            and statement.flow != near.flow
        ):
            return near.period if same_place or index - near.index == 1 else None
        return None

    def _own(self, line: Line, statements: list[_Statement], near: _Topic | None, index: int) -> None:
        trade = [s for s in statements if s.flow != "turnover"]
        for statement in trade:
            if statement.mark.kind == "flow":
                limit = min(
                    (m.start for m in line.flows if m.start >= max(statement.end, statement.mark.end)),
                    default=line.end,
                )
                statement.reporter = owner_of(line, statement.mark, limit)
        common = siblings([s.reporter for s in trade]) or perspective(line)
        for statement in trade:
            if statement.reporter is None:
                statement.reporter = common or self._fallback(near, index)

    def _fallback(self, near: _Topic | None, index: int) -> str | None:
        if self.statistics and index - self.statistics[0] <= 2:
            return self.statistics[1]
        if near and near.reporter and index - near.index <= 2:
            return near.reporter
        if not self._side_known:
            self._side, self._side_known = side_of(self.reading), True
        return self._side

    # -- memory ---------------------------------------------------------------------------------------------

    def _remember(self, line: Line, index: int, statements: list[_Statement]) -> None:
        told = [s for s in statements if s.status == "reported" and not s.compared]
        first = told[0] if told else statements[0] if statements else None
        where = (index, line.sentence.section, line.sentence.paragraph)
        if first is not None:
            reporter = next((s.reporter for s in statements if s.reporter), None) or perspective(line)
            self.topic = _Topic(*where, first.flow, reporter, first.period if told else None, True)
        elif any(m.kind == "flow" and m.flow == "turnover" for m in line.marks) or _TRADE.search(
            line.low, line.start, line.end
        ):
            if not any(m.kind == "block" for m in line.marks):
                self.topic = _Topic(*where, "turnover", None, None, False)
        elif self.topic and any(m.kind == "block" for m in line.marks) and line.amounts:
            self.topic = replace(self.topic, statement=False)

    def _paragraph_places(self, sentence: Sentence) -> list:
        start = next(s.start for s in self.reading.sentences if s.paragraph == sentence.paragraph)
        return [p for p in self.reading.places if start <= p.start < sentence.end]

    # -- the row --------------------------------------------------------------------------------------------

    def _row(self, line: Line, statement: _Statement) -> TradeFact | None:
        if statement.flow != "turnover" and statement.reporter is None:
            return None
        amount = statement.figure.amount if statement.figure else None
        bound = amount.bound if amount else "exact"
        if amount and _UP_TO.search(line.low, line.start, amount.start):
            bound = "exact"
        change = statement.change
        return TradeFact(
            article_id=self.reading.article.article_id,
            start=line.start,
            end=line.end,
            quote=self.reading.text[line.start : line.end],
            rule=statement.rule + ("-with-growth" if amount and change else ""),
            flow=statement.flow,
            reporter=statement.reporter if statement.flow != "turnover" else None,
            period=statement.period,
            value_usd=amount.value if amount else None,
            value_usd_max=amount.high if amount else None,
            bound=bound,
            status=statement.status,
            change_ratio=change.ratio if change else None,
            change_base=statement.base if change else None,
        )


_WORTH_READING = re.compile(
    r"\d|[Dd]oubl|[Tt]ripl|[Hh]al[fv]|third|quarter|illion|fold|[Tt]rade|[Tt]urnover|[Cc]ommerce|xport|mport"
)
_TRADE = re.compile(r"\b(?:trade|commerce|turnover)\b(?!\s+(?:union|war|fair|minist))")
# "bring trade up to $1 billion" names the goal, "lends up to $1 billion" a ceiling.
_UP_TO = re.compile(
    rf"\b(?:{GROWTH}|went|going|go|bring\w*|brought|lift\w*|push\w*|tak\w+|boost\w*|driv\w+|elevat\w+|turnover|trade|exports|imports)\b"
    r"[^.,;]{0,60}\bup\s+to\s+\Z",
)
_YEAR_ON_YEAR = re.compile(
    r"\byear[\s-](?:on|over)[\s-]year\b|\bon-year\b|\b(?:same|corresponding|similar)\s+(?:\w+\s+){1,3}(?:of\s+)?(?:last\s+year|20\d\d|a\s+year)"
    r"|\bas\s+(?:much|high)\s+as\b|\byear\s+(?:earlier|ago|before)\b|\bcompared\s+(?:with|to)\b|\blast\s+year\b"
)
_ALONE = re.compile(
    r"\s*(?:\Z|[,;:.)\]\"”’'–—]|(?:as|by|in|for|until|within|feasible|possible|achievable|realistic|attainable|mark|target|goal|a year|per year"
    r"|annually|and|or|at|before|over|during|next|this|already|now|soon|is|was|to be)\b)"
)


def _anchor(statement: _Statement, last: int) -> int:
    """What a period before a figure should stand close to: its trade word, unless that has had its figure."""
    return statement.mark.start if statement.mark.start >= last else statement.start


def _tail_end(statement: _Statement) -> int:
    """After the growth that follows a figure: "$X, up 18%, in 2024"."""
    return max(statement.end, statement.change.end if statement.change else 0)


def _host(
    line: Line, change: Change, mark: Mark, status: str, statements: list[_Statement]
) -> _Statement | None:
    """The figure a growth statement belongs to."""
    figures = [s for s in statements if s.figure and not s.compared and s.mark == mark and s.status == status]
    before = next((s for s in reversed(figures) if s.end <= change.start), None)
    after = next((s for s in figures if s.start >= change.end), None)
    if before and before.change is None and not _new_period(line, before.end, change.start):
        return before
    if (
        after
        and after.change is None
        and (before is None or before.change is not None or _new_period(line, before.end, change.start))
    ):
        if not _own_period(line, change, after):
            return after
    return None


def _told(line: Line, change: Change, mark: Mark, status: str, statements: list[_Statement]) -> bool:
    """Whether growth of the same thing in the same period has been stated already: one row holds one growth."""
    earlier = [s for s in statements if s.change and s.mark == mark and s.status == status]
    return bool(earlier) and not _new_period(line, max(s.change.end for s in earlier), change.start)


def _new_period(line: Line, start: int, end: int) -> bool:
    """Whether a period begins a new clause between a figure and growth after it."""
    for date in line.dates:
        if (
            start <= date.start
            and date.end <= end
            and date.edtf
            and not date.comparison
            and date.precision != "day"
        ):
            lead = line.low[start : date.start]
            if re.search(r",?\s*\b(?:and|while|whereas|but)\b|[;:]", lead):
                return True
    return False


def _own_period(line: Line, change: Change, figure: _Statement) -> bool:
    """Whether growth and the figure after it are dated apart: "grew 20% in 2023 and reached $X in January–June"."""
    own = period_after(line, change.end, figure.start, windows=False)
    other = period_after(line, figure.end, line.end)
    return bool(own and other and own != other)
