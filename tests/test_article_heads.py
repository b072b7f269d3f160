"""Heads and tails of pages in the manner of two dozen outlets: day, how it is known, outlet, dateline."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text


def pages() -> list[tuple[str, ...]]:
    """The pages of the list beside this file, each with what is expected of it."""
    listed = (Path(__file__).parent / "article_heads.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    out = []
    for block in listed:
        expected, page = block.split("\n", 1)
        out.append((page.removesuffix("\n"), *(cell.strip() or None for cell in expected.split("|"))))
    return out


@pytest.mark.parametrize(("page", "published", "basis", "outlet", "dateline"), pages())
def test_the_head_or_tail_of_a_page(page, published, basis, outlet, dateline):
    reading = read(article_from_text(page))
    assert (reading.published.edtf, reading.published.basis) == (published, basis)
    assert (reading.outlet, reading.dateline) == (outlet, dateline)
    assert reading.relevance != "none"
