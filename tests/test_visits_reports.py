"""Visits: whole invented reports in the manner of different outlets, kept in ``visit_reports.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzvn_analysis.facts.visits import find_visits, witnessed
from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text


def reports() -> list[tuple[str, str, list[str]]]:
    """Name, text and expected rows of every report."""
    out = []
    for block in (Path(__file__).parent / "visit_reports.txt").read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, _, rest = block.partition("\n")
        text, _, rows = rest.rpartition("\n---")
        out.append((name, text, [row for row in rows.split("\n") if row.strip()]))
    return out


def fits(found: str, wanted: str) -> bool:
    """Whether a found row is the wanted one; a wanted row without counterpart does not ask for it."""
    return all(w in ("?", f) for f, w in zip(found.split(" | "), wanted.split(" | "), strict=False))


def problems(text: str, wanted: list[str]) -> list[str]:
    """What is missing and what is invented."""
    reading = witnessed(read(article_from_text(text)))
    left = []
    for v in find_visits(reading) if reading.relevance != "none" else ():
        assert reading.text[v.start : v.end] == v.quote
        cells = [v.visitor, f"{v.origin or '-'}>{v.host or '-'}", v.level, v.period, v.status, v.counterpart]
        left.append(" | ".join(cell or "-" for cell in cells))
    out = []
    for row in wanted:
        hit = next((f for f in left if fits(f, row.removeprefix("("))), None)
        if hit is not None:
            left.remove(hit)
        elif not row.startswith("("):
            out.append(f"missing {row}")
    return out + [f"invented {row}" for row in left]


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(t, w, id=n) for n, t, w in reports()])
def test_report(text, wanted):
    assert not problems(text, wanted)
