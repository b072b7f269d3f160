"""Clippings that mean harm: the tables hold, nobody is let in, and the clippings beside them lose nothing."""

from __future__ import annotations

import os

import hostile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kzvn_analysis as kz
from kzvn_analysis.clipping import Parsed, parse_clipping
from kzvn_analysis.csv_cells import guard, unguard
from kzvn_analysis.edtf import edtf_bounds
from kzvn_analysis.errors import printable
from kzvn_analysis.schemas import schema
from kzvn_analysis.tables import FACT_TABLES

# KZVN_HOSTILE=20000 tries so many broken clippings instead of the few that every test run affords.
COUNT = int(os.environ.get("KZVN_HOSTILE", "500"))


@pytest.fixture(scope="module")
def parsed(root, tmp_path_factory):
    """All of them in one folder with the five real clippings: what was read, and the tables."""
    folder = tmp_path_factory.mktemp("hostile")
    files = {name: text.encode("utf-8") for name, text in hostile.texts().items()} | hostile.broken(COUNT)
    files |= {path.name: path.read_bytes() for path in (root / "seeds").iterdir()}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    seeds = kz.read_seeds(folder)
    return files, seeds, kz.parse(seeds)


def test_each_is_read_or_listed_with_a_reason_and_none_makes_the_reader_stumble(parsed):
    files, _, tables = parsed
    clippings = {printable(name) for name in files if name.endswith(".txt")}
    assert set(tables.articles["path"]) | set(tables.unread["path"]) == clippings
    assert len(clippings) >= COUNT + 200
    assert not tables.unread["reason"].str.contains("the reader failed").any(), tables.unread["reason"].unique()
    assert tables.unread["reason"].str.len().min() > 10


def test_quotes_stand_at_their_offsets_and_every_table_fits_its_schema(parsed):
    _, seeds, tables = parsed
    texts = {article.article_id: article.text for article in seeds}
    rows = 0
    for name in FACT_TABLES:
        frame = schema(name).validate(tables[name])
        for row in frame.itertuples():
            assert texts[row.article_id][row.start : row.end] == row.quote
            rows += 1
        for period in frame["period"].dropna() if "period" in frame else ():
            assert edtf_bounds(period)
    assert rows > 300  # or the payloads reached nothing


def test_the_clippings_beside_them_yield_what_they_yield_alone(parsed, seed_tables):
    *_, tables = parsed
    for name in FACT_TABLES:
        own = tables[name][tables[name]["article_id"].isin(seed_tables.articles["article_id"])]
        assert own.reset_index(drop=True).equals(seed_tables[name]), name


def test_they_are_saved_and_loaded_as_they_are(parsed, tmp_path):
    *_, tables = parsed
    tables.save(tmp_path)
    again = kz.load(tmp_path)
    for name in tables:
        assert again[name].equals(tables[name]), name


@pytest.mark.parametrize(
    "text",
    [
        # found by trying: a year counted from a time of which nothing is known
        "Kazakhstan and Vietnam signed it some time ago, two years after your visit to Vietnam, a year after the trip.",
        "the delegation visited your country on 31 February, a year after his visit, just two years after your visit.",
    ],
)
def test_what_once_made_the_reader_stumble_is_read(text):
    assert parse_clipping(kz.article_from_text(text)).article is not None


WORDS = st.sampled_from(
    [
        *hostile.PAYLOADS, " ", "\n", "\n\n", ". ", "Kazakhstan and Vietnam ", "signed an agreement ", "on May 6, 2025",
        "in 2024", "$900 million", "President Tokayev ", "visited Hanoi", "Trade ", "reached ", "of the same year",
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=20).map("".join)))
def test_no_text_makes_the_reader_stumble(text):
    found = parse_clipping(kz.article_from_text(text))
    assert isinstance(found, Parsed) and found.article is not None, found.unread


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=8) | st.text("'=+-@\t\r\n,\" a", max_size=8))
def test_a_cell_is_no_formula_and_comes_back_as_it_was(text):
    assert guard(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert unguard(guard(text)) == text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda t: t.encode("utf-16", "replace")))
def test_no_bytes_are_read_as_something_else(data):
    """What is decoded gives the same bytes again, or is said to be no text."""
    from kzvn_analysis.decoding import Undecodable, decode

    try:
        text, encoding = decode(data)
    except Undecodable:
        return
    if encoding in ("utf-16", "utf-32"):
        again = [(mark + text).encode(encoding + order) for mark in ("", "\ufeff") for order in ("-le", "-be")]
    else:
        again = [text.encode(encoding), text.encode("utf-8-sig")]
    assert data in again
