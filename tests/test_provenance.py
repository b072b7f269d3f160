"""Where a row comes from, and what deserves a second look."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kzvn_analysis as kz


def kzvn(*arguments, root):
    command = [sys.executable, "-m", "kzvn_analysis", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=root)


def row(tables, table, article, **cells):
    frame = tables[table]
    frame = frame[frame["article_id"].str.startswith(article)]
    for column, value in cells.items():
        frame = frame[frame[column] == value]
    return frame.iloc[0]["fact_id"]


def test_a_row_is_shown_in_its_paragraph_with_its_rule(seed_articles, seed_tables):
    fact = row(seed_tables, "trade", "003", flow="import")
    told = str(kz.explain(fact, seed_articles, seed_tables))
    assert "In January-May this year" in told  # the sentence before, in the same paragraph
    assert ">>> Kazakhstan’s exports stood at $96.4mln, and imports at $436.5mln. <<<" in told
    assert "found by the rule" in told
    assert "Kazinform, 2023-08-21" in told


def test_a_relative_date_says_what_it_was_counted_from(seed_articles, seed_tables):
    later = kz.explain(row(seed_tables, "visits", "003", visitor="Trương Tấn Sang"), seed_articles, seed_tables)
    assert any("“A year later” is 2012, counted from" in line for line in later.dates)
    before = kz.explain(row(seed_tables, "visits", "003", level="summit"), seed_articles, seed_tables)
    assert any(
        "“Last year” is 2022, counted from the publication date 2023-08-21 (stated)" in line for line in before.dates
    )


def test_what_other_clippings_say_stands_beside_it(seed_articles, seed_tables):
    fact = kz.explain(row(seed_tables, "trade", "000"), seed_articles, seed_tables)
    assert fact.agreement == "conflict"
    assert len(fact.others) == 1 and "nearly USD 1 billion" in fact.others[0]


def test_a_reconciled_row_is_explained_by_the_row_it_shows_and_the_others(seed_articles, seed_tables):
    exact, rounded = (row(seed_tables, "trade", article, period="2024") for article in ("000", "001"))
    (reconciled,) = (
        r["reconciled_id"]
        for r in kz.reconciled(seed_tables).trade.to_dict("records")
        if r["fact_ids"] == "; ".join(sorted((exact, rounded)))
    )
    told = kz.explain(reconciled, seed_articles, seed_tables)
    assert told.fact_id == exact
    assert told.reconciled.startswith(f"{reconciled}: a row of the table reconciled_trade, made from")
    assert exact in told.reconciled and rounded in told.reconciled
    assert "low 879,000,000 · high 1,000,000,000 · sources 2 · agreement conflict" in told.reconciled
    assert len(told.others) == 1 and f"({rounded})" in told.others[0]


def test_a_reconciled_visit_is_explained_too(seed_articles, seed_tables):
    visit = kz.reconciled(seed_tables).visits.query("sources == 3").iloc[0]
    told = kz.explain(visit["visit_id"], seed_articles, seed_tables)
    assert {told.fact_id} < set(visit["fact_ids"].split("; ")) and len(told.others) == 2
    assert str(told).startswith(f"{visit['visit_id']}: a row of the table reconciled_visits")


def test_the_line_that_explain_prints_takes_the_row_out(tmp_path):
    (tmp_path / "a.txt").write_text("In 2024, trade between Kazakhstan\nand Vietnam amounted to $879 million.\n")
    articles = kz.read_seeds(tmp_path)
    told = kz.explain(row(kz.parse(articles), "trade", "a"), articles)
    assert str(told).endswith(told.rejection)
    header = "action,table,row,column,value,article,quote,why\n"
    (tmp_path / "corrections.csv").write_text(f"{header}{told.rejection}a misprint\n")
    assert kz.parse(articles).trade.empty


def test_a_row_that_is_not_there_is_one_clear_line(root):
    result = kzvn("explain", "trade-00000000", root=root)
    assert result.returncode == 2
    assert result.stderr.startswith("kzvn: trade-00000000: there is no such row") and result.stderr.count("\n") == 1


def test_review_lists_conflicts_before_inferred_dates(seed_articles, seed_tables):
    kinds = [item.kind for item in kz.review(seed_articles, seed_tables)]
    assert kinds[:2] == ["conflict", "conflict"]
    assert kinds.count("inferred") == 2
    assert "silent" not in kinds


def test_review_names_a_sentence_that_promised_a_fact_and_gave_none(tmp_path):
    sentence = "Kazakhstan and Vietnam had put $5 million aside for it in 2019."
    (tmp_path / "a.txt").write_text(
        " date 2024-05-06 ASTANA – Kazakhstan and Vietnam signed an agreement on plant quarantine on Monday.\n\n"
        + sentence
        + "\n"
    )
    items = kz.review(kz.read_seeds(tmp_path))
    assert [item.what for item in items if item.kind == "silent"] == [
        f"names both countries, a date and an amount in US dollars, and yielded no row: “{sentence}”"
    ]


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("In June 2023 the two rectors signed something nobody described.", True),
        ("The two rectors signed something nobody described.", False),
        ("In June 2027 the two rectors may sign something nobody described.", False),
        ("Agreements reached in 2022 at the highest level were praised once more by everyone.", False),
    ],
)
def test_review_names_what_was_signed_and_is_in_no_row(tmp_path, sentence, listed):
    (tmp_path / "a.txt").write_text(
        " date 2024-05-06 ASTANA – Kazakhstan and Vietnam held talks on education in Astana on Monday.\n\n"
        + sentence
        + "\n"
    )
    items = kz.review(kz.read_seeds(tmp_path))
    told = [f"gives a date and tells of something signed, and yielded no row: “{sentence}”"] if listed else []
    assert [item.what for item in items if item.kind == "silent"] == told


def test_review_names_a_clipping_that_was_read_and_yields_no_row(tmp_path):
    (tmp_path / "a.txt").write_text("Kazakhstan and Vietnam are far apart, an old traveller told us in a letter.\n")
    (tmp_path / "b.txt").write_text("In 2024, trade between Kazakhstan and Vietnam amounted to $879 million.\n")
    items = kz.review(kz.read_seeds(tmp_path))
    assert [item.where for item in items if item.kind == "rowless"] == ["a"]
    result = kzvn("parse", tmp_path, "--out", tmp_path / "tables", root=tmp_path)
    assert result.returncode == 0
    assert "clippings: 2 read, 0 left out; 1 without a row\n" in result.stdout
    assert "no row" not in result.stderr


def test_review_names_the_files_left_out_first(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Cats sleep most of the day, and nobody in the village minds it very much.\n")
    items = kz.review(kz.read_seeds(tmp_path))
    assert [(item.kind, item.where) for item in items] == [("unread", "a.txt"), ("unread", "b.txt")]
    assert items[0].what == "left out: the file is empty; put the clipping's text into it or delete it"


def test_review_takes_any_iterable_of_articles(seed_articles):
    assert kz.review(iter(seed_articles)) == kz.review(list(seed_articles))


def test_review_passes_over_a_clipping_the_reader_stumbles_over(seed_articles, monkeypatch):
    from kzvn_analysis import clipping, triage

    bad = seed_articles[0].article_id

    def read(article, whole=clipping.read):
        return 1 / 0 if article.article_id == bad else whole(article)

    monkeypatch.setattr(clipping, "read", read)
    monkeypatch.setattr(triage, "read", read)
    assert kz.review(seed_articles)[0].where == seed_articles[0].path


@pytest.mark.parametrize("name", ["explain", "review", "reconciled", "parse", "read_seeds", "load"])
def test_public_names_stay_functions_whatever_is_imported(name):
    import kzvn_analysis.provenance
    import kzvn_analysis.reconcile
    import kzvn_analysis.triage  # noqa: F401

    assert callable(getattr(kz, name)) and not hasattr(getattr(kz, name), "__path__")
