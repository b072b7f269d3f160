"""On any text: no exception, every row passes its table's checks and stands at its offsets."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kzvn_analysis as kz
from kzvn_analysis.tables import FACT_TABLES, parse

HERE = Path(__file__).parent
TEXTS = [
    p.read_text(encoding="utf-8")
    for p in [*sorted(HERE.parent.glob("seeds/*.txt")), *sorted(HERE.glob("articles/*.txt"))]
]
SENTENCES = [s.strip() for text in TEXTS for s in text.replace("\n", ". ").split(". ") if len(s.strip()) > 20]
ODD = [
    "\u202e",
    "\ufeff",
    "\u0301",
    "\u200b",
    "\xa0",
    "|",
    "“",
    "…",
    "$",
    "\r",
    "\t",
    "\N{PILE OF POO}",
    "0" * 30,
    "-" * 40,
    "(" * 20,
    "2024-02-30",
]

pieces = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(ODD), st.text(max_size=12))
news = st.lists(pieces, max_size=14).flatmap(
    lambda parts: st.lists(
        st.sampled_from([". ", " ", "\n", "\n\n", ", "]), min_size=len(parts), max_size=len(parts)
    ).map(lambda seams: "".join(p + s for p, s in zip(parts, seams, strict=True)))
)


def check(text: str) -> None:
    article = kz.article_from_text(text, "a")
    tables = parse([article])  # raises where a row fails its table's checks
    faults = [reason for reason in tables.unread["reason"] if "the reader failed" in reason]
    assert not faults, faults
    for name in FACT_TABLES:
        for row in tables[name].itertuples():
            assert article.text[row.start : row.end] == row.quote != ""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(news)
def test_rows_stand_at_their_offsets_on_arbitrary_news(text):
    check(text)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_rows_stand_at_their_offsets_on_arbitrary_text(text):
    check(text)


def mutated(seed: int) -> str:
    """One of the texts, cut, doubled and shuffled as a careless copy would."""
    choose = random.Random(seed)
    lines = choose.choice(TEXTS).split("\n")
    for _ in range(choose.randint(1, 6)):
        i, j = choose.randrange(len(lines)), choose.randrange(len(lines))
        action = choose.randrange(5)
        if action == 0:
            lines[i], lines[j] = lines[j], lines[i]
        elif action == 1:
            lines[i] = lines[i][: choose.randrange(len(lines[i]) + 1)]
        elif action == 2:
            words = lines[i].split(" ")
            choose.shuffle(words)
            lines[i] = " ".join(words)
        elif action == 3:
            lines.insert(i, lines[j])
        else:
            at = choose.randrange(len(lines[i]) + 1)
            lines[i] = lines[i][:at] + choose.choice(ODD) + lines[i][at:]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(40))
def test_rows_stand_at_their_offsets_in_mangled_copies(seed):
    check(mutated(seed))
