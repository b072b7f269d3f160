"""The one period that all figures of a report cover: "over the reporting period", or not said again at all."""

from __future__ import annotations

from collections.abc import Sequence

from ...reading import Sentence
from .row import Statement

_REACH = 3000  # characters


class Report:
    """What the figures told so far in a section have in common.

    A report of statistics gives its period once, for the turnover; exports and imports follow in paragraphs of their
    own.  As soon as two figures differ in their period, none is the report's.
    """

    def __init__(self) -> None:
        self._section = -1
        self._end = 0
        self._periods: set[str] = set()

    def period(self, sentence: Sentence) -> str | None:
        """The period of all figures before `sentence` in its section, if there is just one."""
        if sentence.section != self._section or sentence.start - self._end > _REACH or len(self._periods) != 1:
            return None
        return next(iter(self._periods))

    def add(self, sentence: Sentence, statements: Sequence[Statement]) -> None:
        """Take note of the periods that the figures of `sentence` cover."""
        told = {s.period for s in statements if s.period and s.amount and not s.goal and not s.compared}
        if told and sentence.section != self._section:
            self._section, self._periods = sentence.section, set()
        if told:
            self._periods |= told
            self._end = sentence.end
