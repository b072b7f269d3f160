"""Which claims can be about one thing: blocks of them that can be reconciled apart from all others.

`trade_blocks` and `visit_headings` look at one row each, so they can be asked wherever a row of an archive is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from ..periods import bounds
from .records import records
from .visit_rows import Report
from .visits import years

if TYPE_CHECKING:
    import pandas as pd

_ALONE = 64  # blocks for reports that no other can join


def trade_blocks(trade: pd.DataFrame) -> list[str]:
    """The block of each row: one for a period, so that exports and the imports they mirror are together."""
    return [
        str((*bounds(row["period"]), row["status"]))
        if row["period"]
        else str((row["flow"], row["reporter"], row["value_usd"], row["change_ratio"], row["status"]))
        for row in records(trade[["period", "status", "flow", "reporter", "value_usd", "change_ratio"]])
    ]


@dataclass(frozen=True, slots=True)
class Headings:
    """What a report of a visit can share with another of the same visit.

    Attributes
    ----------
    own : tuple of str
        Reports that share one of these may be of one visit.
    others : tuple of str
        … and those that have one of these among their own: named travellers are not of one visit for having the same
        office, but an unnamed holder of it may be either; and a report without a date is held against all years.
    """

    own: tuple[str, ...]
    others: tuple[str, ...]


def visit_headings(report: Report) -> Headings:
    """The headings of a report."""
    office = f"{report.kind} {report.origin} {report.office}"
    if not report.period:
        if report.who:
            return Headings(tuple(f"{name}, undated" for name in sorted(report.who)), ())
        return Headings((f"alone {crc32(report.article_id.encode('utf-8', 'surrogatepass')) % _ALONE}",), ())
    own, others = [], []
    for year in years(report.period):
        own += [f"{name}, {year}" for name in sorted(report.who)]
        own += [f"{' and '.join(sorted((name, met)))}, {year}" for name in report.who for met in report.met]
        if report.kind == "commission":
            own.append(f"commission, {year}")
        (others if report.who else own).append(f"office {office}, {year}")
    others += [f"{name}, undated" for name in sorted(report.who)]
    return Headings(tuple(sorted(own)), tuple(sorted(others)))


def join_headings(found: Iterable[Headings]) -> Mapping[str, str]:
    """The block of each heading that a report has among its own."""
    found = set(found)
    above: dict[str, str] = {heading: heading for one in found for heading in one.own}

    def root(heading: str) -> str:
        while (up := above[heading]) != heading:
            above[heading] = heading = above[up]
        return heading

    for one in found:
        for heading in (*one.own[1:], *(h for h in one.others if h in above)):
            first, second = sorted((root(one.own[0]), root(heading)))
            above[second] = first
    return {heading: root(heading) for heading in above}
