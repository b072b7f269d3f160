"""Keep one row of what an article says twice: in its headline and again below."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from .row import TradeFact


def merge(rows: Sequence[TradeFact], headlines: Collection[int] = ()) -> list[TradeFact]:
    """`rows` without repetitions, in text order; of two that say the same the fuller one stays.

    Parameters
    ----------
    rows
        Of one article.
    headlines
        Where its title and subheads begin; a headline rounds what the text says exactly.
    """
    kept: list[TradeFact] = []
    for row in _with_growth_told_after(rows):
        twin = next((i for i, other in enumerate(kept) if _same(row, other, headlines)), None)
        if twin is None:
            kept.append(row)
        elif _fullness(row, headlines) > _fullness(kept[twin], headlines):
            kept[twin] = row
    return sorted(kept, key=lambda r: (r.start, r.end))


def _with_growth_told_after(rows: Sequence[TradeFact]) -> list[TradeFact]:
    """Give growth that the next sentence tells to its figure: "It was $X. This is 1.9 times more …"."""
    out: list[TradeFact] = []
    for row in rows:
        host = next((i for i, other in enumerate(out) if _tells_of(row, other)), None)
        if host is None:
            out.append(row)
        else:
            rule = f"{out[host].rule}-with-growth"
            out[host] = replace(out[host], change_ratio=row.change_ratio, change_base=row.change_base, rule=rule)
    return out


def _tells_of(growth: TradeFact, figure: TradeFact) -> bool:
    return (
        growth.rule in ("growth", "growth-in-context")
        and growth.value_usd is None
        and figure.value_usd is not None
        and figure.change_ratio is None
        and figure.period is not None
        and (growth.flow, growth.reporter, growth.period, growth.status)
        == (figure.flow, figure.reporter, figure.period, figure.status)
    )


def _same(a: TradeFact, b: TradeFact, headlines: Collection[int]) -> bool:
    if (a.flow, a.reporter, a.status) != (b.flow, b.reporter, b.status):
        return False
    if a.period and b.period and a.period != b.period:
        return False
    rough = (a.start in headlines) != (b.start in headlines)
    if a.value_usd is None and b.value_usd is None:
        return a.change_ratio == b.change_ratio
    if a.value_usd is None or b.value_usd is None:
        return _alike(a.change_ratio, b.change_ratio) and (a.period == b.period or rough)
    if a.value_usd_max != b.value_usd_max:
        return False
    if not rough and a.change_ratio and b.change_ratio and a.change_base != b.change_base:
        return False  # the same sum likened to two different years
    return abs(a.value_usd - b.value_usd) <= (0.12 if rough else 0.001) * max(a.value_usd, b.value_usd)


def _alike(a: float | None, b: float | None) -> bool:
    """Whether two ratios are the same, one of them rounded: "nearly half" is 48.2 per cent."""
    return a == b or a is not None and b is not None and abs(a - b) <= _ROUNDED * min(a, b)


_ROUNDED = 0.03


def _fullness(row: TradeFact, headlines: Collection[int]) -> tuple[bool, ...]:
    return (
        row.start not in headlines,
        row.value_usd is not None,
        row.period is not None,
        row.change_ratio is not None,
        row.bound != "exact",
    )
