"""Digests, summits, third countries, unions, companies: what of an article is about the two countries."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text


def cases() -> list[tuple[str, str, str]]:
    """The articles of the list beside this file, each with what is expected of it."""
    listed = (Path(__file__).parent / "scope_cases.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    out = []
    for block in listed:
        expected, article = block.split("\n", 1)
        relevance, letters = (cell.strip() for cell in expected.split("|"))
        out.append((article.removesuffix("\n"), relevance, letters))
    return out


@pytest.mark.parametrize(("article", "relevance", "letters"), cases())
def test_what_an_article_is_about(article, relevance, letters):
    reading = read(article_from_text(article))
    assert reading.relevance == relevance
    if letters != "?":
        assert "".join("B" if s.bilateral else "-" for s in reading.sentences) == letters
