"""The tables as files: types kept, schemas checked, a row's name stable."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from edtf import parse_edtf

import kzvn_analysis as kz
from kzvn_analysis.csv_cells import from_csv
from kzvn_analysis.schemas import schema
from kzvn_analysis.seeds import article_from_text
from kzvn_analysis.tables import FACT_TABLES

CONTRACT = {
    "articles": "article_id path sha256 published published_basis outlet dateline language relevance",
    "trade": "flow reporter period value_usd value_usd_max bound status change_ratio change_base",
    "visits": "visitor visitor_role origin host level period status counterpart",
    "agreements": "title kind period in_force status",
    "projects": "title sector value_usd quantity unit place parties period status",
    "sectors": "sector stage mentions",
}
PROVENANCE = "article_id start end quote"


@pytest.mark.parametrize("name", CONTRACT)
def test_the_columns_of_the_contract_are_there(name, seed_tables):
    wanted = CONTRACT[name].split() + (PROVENANCE.split() if name != "articles" else [])
    assert set(wanted) <= set(seed_tables[name].columns)


def test_parquet_and_csv_hold_the_same_rows(seed_tables, tmp_path):
    seed_tables.save(tmp_path)
    for name in (*CONTRACT, "unread"):
        parquet = pd.read_parquet(tmp_path / f"{name}.parquet")
        csv = from_csv((tmp_path / f"{name}.csv").read_bytes())
        assert list(parquet.columns) == list(csv.columns)
        assert len(parquet) == len(csv) == len(seed_tables[name])
        if "quote" in csv:
            assert list(csv["quote"]) == list(seed_tables[name]["quote"])


def test_saved_tables_load_as_they_were(seed_tables, tmp_path):
    seed_tables.save(tmp_path)
    loaded = kz.load(tmp_path)
    for name in loaded:
        pd.testing.assert_frame_equal(loaded[name], seed_tables[name])


def test_a_folder_that_cannot_be_made_is_an_error_with_its_path(seed_tables, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(kz.KzvnError, match="the tables can't be written") as error:
        seed_tables.save(tmp_path / "file" / "tables")
    assert str(tmp_path) in str(error.value)


@pytest.mark.parametrize("harm", ["missing", "truncated", "other columns"])
def test_tables_that_are_not_whole_are_refused_in_one_line(harm, seed_tables, tmp_path):
    seed_tables.save(tmp_path)
    path = tmp_path / "trade.parquet"
    if harm == "missing":
        path.unlink()
    elif harm == "truncated":
        path.write_bytes(path.read_bytes()[:200])
    else:
        seed_tables.trade.rename(columns={"flow": "direction"}).to_parquet(path)
    with pytest.raises(kz.KzvnError) as error:
        kz.load(tmp_path)
    assert str(tmp_path) in str(error.value) and "\n" not in str(error.value)


def test_every_period_is_edtf_by_an_independent_reader(seed_tables):
    for name in FACT_TABLES:
        for column in ("period", "in_force", "change_base"):
            for value in seed_tables[name].get(column, pd.Series(dtype="string")).dropna():
                parse_edtf(value)


def test_a_row_keeps_its_name_when_its_sentence_moves(root):
    text = (root / "seeds" / "000_cc1ab6ff41a5b4d8.txt").read_text(encoding="utf-8")
    sentence = "In 2024, the trade turnover between the two countries amounted to $879 million."
    moved = text.replace(sentence, "").replace("To Lam expressed", f"{sentence} To Lam expressed")
    before = kz.parse([kz.article_from_text(text, "a")]).trade
    after = kz.parse([kz.article_from_text(moved, "a")]).trade
    assert list(before["fact_id"]) == list(after["fact_id"]) != []
    assert list(before["start"]) != list(after["start"])


def test_the_order_of_the_clippings_does_not_matter(seed_articles, seed_tables):
    again = kz.parse(list(reversed(list(seed_articles))))
    for name in FACT_TABLES:
        pd.testing.assert_frame_equal(again[name], seed_tables[name])


def test_every_column_says_what_it_means():
    for name in CONTRACT:
        meanings = kz.column_meanings(name)
        assert (meanings["meaning"].str.len() > 5).all()


def test_a_quote_that_does_not_fit_its_offsets_is_refused(seed_tables):
    broken = seed_tables.sectors.assign(end=lambda t: t["end"] + 1)
    with pytest.raises(Exception, match="quote does not fit its offsets"):
        schema("sectors").validate(broken)


def test_nothing_in_the_tables_depends_on_the_day(seed_tables):
    today = datetime.date.today().isoformat()
    for name in FACT_TABLES:
        assert today not in seed_tables[name].to_csv()


def test_a_quote_begins_with_its_first_word_not_with_the_mark_of_a_list():
    text = (
        "Kazakhstan and Viet Nam\n\n"
        "- Trade between Kazakhstan and Viet Nam reached $900 million in 2024.\n"
        "• Kazakhstan exported goods worth $300 million to Viet Nam in 2024.\n"
    )
    trade = kz.parse([kz.article_from_text(text, published="2025-01-02")]).trade
    assert trade["quote"].str.split().str[0].tolist() == ["Trade", "Kazakhstan"]
    assert [text[row.start : row.end] for row in trade.itertuples()] == trade["quote"].tolist()


def test_a_folder_is_read_as_its_clippings_are(seed_articles, seed_tables):
    assert kz.parse(seed_articles.folder).trade.equals(seed_tables.trade)
    assert kz.parse(str(seed_articles.folder)).unread.equals(seed_tables.unread)


def test_a_name_that_a_hard_break_cut_in_two_is_the_same_name():
    text = (
        " date 2024-01-20 PM receives Kazakh guest\n\nHANOI, January 20 (VNA) - Prime Minister of Vietnam Le Quang\n"
        "Hai on Saturday received Deputy Prime Minister of Kazakhstan Ruslan\nIskakov, who is in Hanoi on an official"
        " visit at the invitation of\nthe Vietnamese government."
    )
    tables = kz.parse([article_from_text(text)])
    row = tables.visits.iloc[0]
    assert (row.visitor, row.counterpart, row.period) == ("Ruslan Iskakov", "Le Quang Hai", "2024-01-20")
    assert row.quote == text[row.start : row.end] and "Ruslan\nIskakov" in row.quote
