"""The five clippings against what a careful reader lists from them (tests/expected)."""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path

import pandas as pd
import pytest

EXPECTED = Path(__file__).parent / "expected"
FACT_TABLES = ("trade", "visits", "agreements", "projects", "sectors")
KEYS = {
    "trade": ("flow", "reporter", "value_usd", "status"),
    "visits": ("visitor", "level"),
    "agreements": ("title", "kind"),
    "projects": ("title",),
    "sectors": ("sector",),
}


def expected_rows(table: str) -> list[dict[str, str]]:
    with (EXPECTED / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return set(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)).lower()))


def cell_fits(column: str, wanted: str, row: pd.Series) -> bool:
    value = row[column]
    if wanted == "":
        return True
    if column == "title":
        return words(wanted) <= words(
            " ".join(str(row[c]) for c in ("title", "place", "parties") if c in row and pd.notna(row[c]))
        )
    for option in wanted.split("|"):
        if option == "-" or pd.isna(value):
            if option == "-" and pd.isna(value):
                return True
        elif isinstance(value, str):
            if value == option or (
                column in ("visitor", "counterpart", "visitor_role") and words(option) <= words(value)
            ):
                return True
        elif float(option) == float(value):
            return True
    return False


def fits(row: pd.Series, wanted: dict[str, str], columns) -> bool:
    return all(cell_fits(c, wanted[c], row) for c in columns)


def compare(table: str, frame: pd.DataFrame) -> list[str]:
    """Differences between the found rows and the expected ones, in words."""
    problems, left = [], list(frame.iterrows())
    wanted_rows = sorted(expected_rows(table), key=lambda w: w["sure"] == "0")
    for exact in (True, False):
        for wanted in list(wanted_rows):
            compared = [c for c in wanted if c not in ("sure",)] if exact else ["article_id", *KEYS[table]]
            hit = next((i for i, (_, row) in enumerate(left) if fits(row, wanted, compared)), None)
            if hit is None:
                continue
            _, row = left.pop(hit)
            wanted_rows.remove(wanted)
            if not exact:
                cells = {c: (row[c], w) for c, w in wanted.items() if c != "sure" and not cell_fits(c, w, row)}
                problems.append(f"{table} {wanted['article_id'][:3]}: found/expected {cells}: {row['quote']}")
    problems += [f"{table} {w['article_id'][:3]}: missing {w}" for w in wanted_rows if w["sure"] == "1"]
    problems += [f"{table} {row['article_id'][:3]}: invented {row.dropna().to_dict()}" for _, row in left]
    return problems


@pytest.mark.parametrize("table", FACT_TABLES)
def test_table_is_complete_and_invents_nothing(table, seed_tables):
    problems = compare(table, seed_tables[table])
    assert not problems, "\n".join(problems)


def test_articles(seed_tables):
    found = seed_tables.articles.set_index("article_id", drop=False)
    for wanted in expected_rows("articles"):
        row = found.loc[wanted["article_id"]]
        wrong = {c: (row[c], w) for c, w in wanted.items() if not cell_fits(c, w, row)}
        assert not wrong, f"{wanted['article_id']}: found/expected {wrong}"


def test_inferred_dates_keep_the_words_that_prove_them(seed_articles, seed_tables):
    texts = {a.article_id: a.text for a in seed_articles}
    inferred = seed_tables.articles.query("published_basis == 'inferred'")
    assert list(inferred["article_id"].str[:3]) == ["001", "004"]
    for row in inferred.itertuples():
        for words in row.published_quote.split(" … "):
            assert words in texts[row.article_id]
    # the year stands in one sentence, the month in another: both are shown
    year_and_month = inferred.set_index(inferred["article_id"].str[:3]).loc["004", "published_quote"]
    assert "on Feb. 3 … In 2025, the first direct multimodal shipments" in year_and_month


@pytest.mark.parametrize("table", FACT_TABLES)
def test_every_quote_stands_at_its_offsets(table, seed_articles, seed_tables):
    texts = {a.article_id: a.text for a in seed_articles}
    for row in seed_tables[table].itertuples():
        assert texts[row.article_id][row.start : row.end] == row.quote
        assert row.quote.strip() == row.quote != ""


def test_the_digest_yields_only_its_bilateral_items(seed_tables):
    for table in FACT_TABLES:
        quotes = seed_tables[table].query("article_id.str.startswith('002')")["quote"]
        for foreign in ("CITIC", "asphalt", "KIDF", "Qazaqstan Investment"):
            assert not quotes.str.contains(foreign).any()
