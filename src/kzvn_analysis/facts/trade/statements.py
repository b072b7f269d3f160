"""What a line states: figures with or without growth, and growth alone."""

from __future__ import annotations

from .figures import Figure, find_figures
from .growth import find_changes
from .in_context import in_context, opening
from .line import Line
from .row import Statement
from .settle import settle_growth


def find_statements(line: Line, flow: str | None, stated: bool, published_year: int | None) -> list[Statement]:
    """The statements of a line, in order; period and owner are not settled yet.

    Parameters
    ----------
    line
        With its marks judged.
    flow
        The flow that the sentences before spoke of, ``None`` if they did not speak of trade.
    stated
        Whether the sentence right before gave figures of it.
    published_year
        The year of the article.
    """
    statements = [_from_figure(f, flow) for f in find_figures(line, published_year)]
    changes = list(find_changes(line))
    if flow and (figure := opening(line, statements)):
        statements.insert(0, _from_figure(figure, flow))
    if not statements and flow:
        figures = in_context(line, stated, bool(changes), published_year)
        statements = [_from_figure(f, flow) for f in figures]
    settle_growth(line, changes, statements, flow, published_year)
    return sorted(statements, key=lambda s: s.start)


def _from_figure(figure: Figure, flow: str | None) -> Statement:
    amount = figure.amount
    own = figure.mark.flow or ("turnover" if figure.goal else flow)
    return Statement(amount.start, amount.end, figure.mark, own, figure.goal, figure.rule, amount)
