"""Read the trade figures of a clipping: sentence by sentence, each in the light of those before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading import Reading, Sentence
from ...reading import gated as re
from ...reading.once import cached_property
from ..termlist import lower
from .dating import date_statements
from .line import Line, read_line, resolve_pronouns
from .merge import merge
from .owner import is_of_the_pair, own_statements, side_of, speaker_of, statistics_owner
from .report import Report
from .row import Statement, TradeFact
from .scope import judge_marks
from .statements import find_statements
from .topic import Topic, is_of_both, is_with_the_world, next_topic
from .vocabulary import GROWTH, phrases
from .when import year_of_goal


def find_trade(reading: Reading) -> Iterator[TradeFact]:
    """Yield every trade figure of a clipping, in text order."""
    headlines = {s.start for s in reading.sentences if s.kind in ("title", "subhead")}
    yield from merge(_Finder(reading).rows(), headlines)


_TOPIC_REACH = 4  # sentences
_QUOTE_REACH = 2
_ABOUT_TRADE = re.compile(
    "trad|turnover|commerc|export|import|ship|suppl|deliver|purchas|procur|bought|sold|sales|goods|hands"
)
# "bring trade up to $1 billion" names where it is to get, "lends up to $1 billion" a ceiling.
# "remains below the $1.5 billion that both want to see" says nothing of the goal itself.
_BELOW_THE = re.compile(r"\b(?:below|under|above|beyond|short\s+of)\s+the\s+\Z")
_UP_TO = re.compile(r"\bup\s+to\s+\Z")
_LIFTED = re.compile(rf"\b(?:{GROWTH}|{phrases('lift')})\b[^.,;]{{0,60}}{_UP_TO.pattern}")


class _Finder:
    """Walks through an article's sentences and keeps in mind what they were about."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.year = int(reading.published.edtf[:4]) if reading.published.edtf else None
        self.topic: Topic | None = None
        self.statistics: tuple[int, str] | None = None
        self.report = Report()
        self.world: int | None = None  # the section that has turned to one country's trade with all others
        self.told: list[Line] = []  # the lines of the paragraph so far

    def rows(self) -> list[TradeFact]:
        """The rows of the article, sentence by sentence."""
        rows: list[TradeFact] = []
        for index, sentence in enumerate(self.reading.sentences):
            if self.topic and (self.topic.section != sentence.section or sentence.kind in ("title", "subhead")):
                self.topic = None
            if sentence.bilateral and self._is_worth_reading(sentence, index):
                line = read_line(self.reading, sentence)
                statements = self._read(line, index)
                if self._is_of_the_world(line):
                    statements = [s for s in statements if s.goal]
                self._date_goal(rows, line, index, statements)
                self.topic = next_topic(self.topic, line, index, statements)
                rows += [self._row(line, s) for s in statements]
        return rows

    def _is_of_the_world(self, line: Line) -> bool:
        """Whether a line goes on about one country's trade with all others: "Exports totalled …" after that."""
        if is_of_both(line):
            self.world = None
        elif is_with_the_world(line):
            self.world = line.sentence.section
        return self.world == line.sentence.section

    @cached_property
    def _side(self) -> str | None:
        return side_of(self.reading)

    @cached_property
    def _paragraphs(self) -> dict[int, int]:
        """Where each paragraph begins."""
        return {s.paragraph: s.start for s in reversed(self.reading.sentences)}

    def _near(self, index: int) -> Topic | None:
        """The topic, if it is not too far back."""
        return self.topic if self.topic and index - self.topic.index <= _TOPIC_REACH else None

    def _is_worth_reading(self, sentence: Sentence, index: int) -> bool:
        """Whether a sentence can hold a row or a topic at all; most cannot."""
        if sentence.is_overlong:
            return False
        if _ABOUT_TRADE.search(lower(sentence.text)):
            return True
        if self._near(index) is None:
            return False
        return any(Reading.within(mentions, sentence) for mentions in (self.reading.amounts, self.reading.dates))

    def _read(self, line: Line, index: int) -> list[Statement]:
        near = self._near(index)
        judge_marks(line, self._paragraphs[line.sentence.paragraph])
        just_told = bool(near and near.named and index - near.index == 1)
        resolve_pronouns(line, near is not None, near.flow if near else None, just_told=just_told)
        owner = statistics_owner(line)
        if owner:
            self.statistics = (index, owner)
        if self.told and self.told[-1].sentence.paragraph != line.sentence.paragraph:
            self.told = []
        self.told.append(line)
        stated = bool(near and near.stated and index - near.index == 1)
        statements = find_statements(line, near.flow if near else None, stated, self.year)
        own_statements(line, statements, lambda s: self._fallback(s, near, index))
        date_statements(line, statements, near, index, self.year, self.report.period(line.sentence))
        self.report.add(line.sentence, statements)
        both_ways = len({s.flow for s in statements}) > 1
        own = [s for s in statements if near or both_ways or is_of_the_pair(line, s)]
        return [s for s in own if s.flow == "turnover" or s.reporter]

    def _date_goal(self, rows: list[TradeFact], line: Line, index: int, statements: list[Statement]) -> None:
        """Give the goal just told the year that this line adds: "This is to be reached by 2030"."""
        near = self._near(index)
        if statements or not rows or not near or index - near.index > 2:
            return
        if rows[-1].status == "target" and rows[-1].period is None:
            year = year_of_goal(line)
            if year and self.year and int(year) >= self.year:
                rows[-1] = replace(rows[-1], period=year)

    def _fallback(self, statement: Statement, near: Topic | None, index: int) -> str | None:
        """Whose a bare "exports" is: the statistics' owner's, that of the sentence before, the speaker's."""
        if statement.mark.form == "opposite":
            return near.reporter if near else None
        if self.statistics and index - self.statistics[0] <= _QUOTE_REACH:
            return self.statistics[1]
        if near and near.reporter and index - near.index <= _QUOTE_REACH:
            return near.reporter
        return self._side or next(filter(None, map(speaker_of, reversed(self.told))), None)

    def _row(self, line: Line, statement: Statement) -> TradeFact:
        amount, change = statement.amount, statement.change
        plain = amount and (
            line.lead(_UP_TO, amount.start, 12)
            and line.lead(_LIFTED, amount.start, 96)
            or statement.goal
            and line.lead(_BELOW_THE, amount.start)
        )
        bound = amount.bound if amount and not plain else "exact"
        return TradeFact(
            article_id=self.reading.article.article_id,
            start=line.sentence.start,
            end=line.sentence.end,
            quote=line.text,
            rule=statement.rule + ("-with-growth" if amount and change else ""),
            flow=statement.flow,
            reporter=statement.reporter,
            period=statement.period,
            value_usd=amount.value if amount else None,
            value_usd_max=amount.high if amount else None,
            bound=bound,
            status="target" if statement.goal else "reported",
            change_ratio=change.ratio if change else None,
            change_base=statement.base if change else None,
        )
