"""Passages in the manner of many outlets, each with every row a reader lists, written before the program read them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from test_agreements import words

from kzvn_analysis.facts import find_facts
from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text

OPENING = "Kazakhstan and Vietnam look ahead\n\nHANOI - Kazakhstan and Vietnam have known each other for long.\n\n"
PUBLISHED = "2025-03-12"


def cases() -> list[tuple[str, dict[str, list[list[str]]]]]:
    """The passages of ``table_passages.txt`` with their rows by table."""
    out: list[tuple[str, dict[str, list[list[str]]]]] = []
    for line in (Path(__file__).parent / "table_passages.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            table, *cells = (cell.strip() for cell in line.split("|"))
            out[-1][1][table].append(["" if c == "-" else c for c in cells])
        elif line and not line.startswith("#"):
            article = line.startswith("+ ")
            text = line.removeprefix("+ ").replace(" ¶ ", "\n\n")
            out.append((text if article else OPENING + text, defaultdict(list)))
    return out


def shown(value: object) -> str:
    """A cell as the file writes it."""
    if value is None:
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize(("text", "rows"), cases(), ids=range(len(cases())))
def test_a_passage_yields_what_a_reader_lists(text, rows):
    facts = find_facts(read(article_from_text(text, published=PUBLISHED)))
    untold = {name for names in rows["open"] for name in names}
    figures = [
        [f.flow, shown(f.reporter), shown(f.period), shown(f.value_usd and f.value_usd / 1e6), f.status]
        for f in facts["trade"]
    ]
    assert sorted(figures) == sorted(row[:5] for row in rows["trade"])
    growth = {(row[0], row[3]): row[5] for row in rows["trade"] if row[5]}
    told = {(f.flow, shown(f.value_usd and f.value_usd / 1e6)): f"{f.change_ratio or 0:.3g}" for f in facts["trade"]}
    assert growth == {key: told[key] for key in growth}
    if "agreements" not in untold:
        assert_agreements(facts["agreements"], rows["agreement"])
    if "projects" not in untold:
        assert_projects(facts["projects"], rows["project"])
    if "sectors" not in untold:
        stages = {f.sector: f.stage for f in facts["sectors"]}
        wanted = dict(rows["sector"])
        assert stages == {s: stages[s] if g == "?" else g for s, g in wanted.items() if g != "?" or s in stages}


def assert_agreements(facts, rows) -> None:
    """Each row is met by an agreement of its own, and none is left over."""
    left = list(facts)
    for kind, title, period, in_force, status in rows:
        fits = [
            f
            for f in left
            if (f.kind, shown(f.period), shown(f.in_force)) == (kind, period, in_force)
            and status in ("?", f.status)
            and words(title) <= words(f.title)
        ]
        assert fits, f"missing {kind} {title!r}; left {[(f.title, f.kind, f.period, f.status) for f in left]}"
        left.remove(fits[0])
    assert not left, f"invented {[(f.title, f.kind, f.status) for f in left]}"


def assert_projects(facts, rows) -> None:
    """Each row is met by an undertaking of its own, and none is left over."""
    left = list(facts)
    for row in rows:
        cells = dict(cell.split("=", 1) for cell in row)
        fits = [f for f in left if all(shown(getattr(f, name)) == value for name, value in cells.items())]
        assert fits, f"missing {cells}; left {left}"
        left.remove(fits[0])
    assert not left, f"invented {[(f.title, f.place, f.status) for f in left]}"
