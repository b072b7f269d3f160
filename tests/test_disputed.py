"""Agreements and projects that clippings tell with another size or day: one row, every version with its source."""

from __future__ import annotations

import re

import pytest
from as_read import reads
from facts_by_hand import dossier

import kzvn_analysis as kz
from kzvn_analysis.analysis import sectors
from kzvn_analysis.prose import conflicts, sector_tables
from kzvn_analysis.reconcile.records import records

MILLION = 1e6
PLANT = {
    "title": "a cattle feed plant",
    "sector": "agriculture",
    "place": "Turkistan",
    "parties": "De Heus Minh Anh",
    "status": "planned",
}
DAYS = {"a": "2025-03-01", "b": "2025-04-02"}


def plants(*cells, days=DAYS):
    rows = [{"article_id": key, **PLANT, **own} for key, own in zip(days, cells, strict=True)]
    return dossier(days, projects=rows)


def test_a_plant_of_two_sizes_is_told_once_with_both_and_their_sources():
    found = plants({"value_usd": 50 * MILLION}, {"value_usd": 60 * MILLION})
    [row] = records(sectors.projects(found))
    assert (row["value_usd"], row["conflict_about"], row["sources"]) == (60 * MILLION, "value", 2)
    assert (
        "Sources disagree about the value of “a cattle feed plant”: B (2 April 2025) gives $60 million; "
        "A (1 March 2025) gives $50 million. Shown: $60 million, because the newest publication is taken."
    ) in reads(conflicts.conflicts(found))
    [line] = [line for line in reads(sector_tables.all_projects(found)).splitlines() if "cattle" in line.lower()]
    assert "$60 million (sources differ: $50 million)" in line
    first = conflicts.uncertain(found)
    assert "Sources disagree on one point: the value of “a cattle feed plant”" in reads(first)
    assert set(re.findall(r"\(#([\w-]+)\)", first)) <= set(re.findall(r"\[\]\{#([\w-]+)\}", conflicts.conflicts(found)))


def test_review_lists_it_among_the_conflicts():
    found = plants({"value_usd": 50 * MILLION}, {"value_usd": 60 * MILLION})
    rows = found.tables.projects
    (item,) = (item for item in kz.review([], found.tables) if item.kind == "conflict")
    assert item.where == "; ".join(rows["fact_id"])
    assert item.what.startswith("sources disagree on value: ")
    assert [word for word in item.what.split() if word in ("(a);", "(b)")] == ["(a);", "(b)"]


def test_money_and_size_are_disputed_each_by_itself():
    found = plants(
        {"value_usd": 50 * MILLION, "quantity": 100.0, "unit": "ha"},
        {"value_usd": 50 * MILLION, "quantity": 120.0, "unit": "ha"},
    )
    text = reads(conflicts.conflicts(found))
    assert "about the size of “a cattle feed plant”" in text and "gives 100 ha" in text and "gives 120 ha" in text
    assert "about the value" not in text


@pytest.mark.parametrize(
    "a, b, days",
    [
        ({"value_usd": 50 * MILLION}, {"value_usd": 60 * MILLION, "place": "Almaty"}, DAYS),
        ({"value_usd": 50 * MILLION}, {"value_usd": 60 * MILLION, "parties": "Vinamilk"}, DAYS),
        ({"value_usd": 50 * MILLION}, {"value_usd": 60 * MILLION, "status": "operating"}, DAYS),
        ({"value_usd": 50 * MILLION, "parties": None}, {"value_usd": 60 * MILLION, "place": None}, DAYS),
        ({"quantity": 2.0, "unit": "plants"}, {"quantity": 300.0, "unit": "ha"}, DAYS),
        ({"quantity": 500.0, "unit": "t", "quantity_bound": "over"}, {"quantity": 520.0, "unit": "t"}, DAYS),
        ({"value_usd": 50 * MILLION}, {"value_usd": 60 * MILLION}, {"a": "2020-03-01", "b": "2025-04-02"}),
    ],
    ids=("elsewhere", "another-firm", "further", "nobody-and-nowhere", "another-measure", "not-exact", "years-later"),
)
def test_what_may_be_another_undertaking_is_no_disagreement(a, b, days):
    found = plants(a, b, days=days)
    assert len(records(sectors.projects(found))) == 2
    assert "Sources disagree" not in reads(conflicts.conflicts(found))


def test_a_paper_signed_on_two_days_is_one_paper_and_a_plan_is_no_day_of_it():
    paper = {"title": "memorandum on vocational training", "kind": "memorandum"}
    rows = [
        {"article_id": "a", **paper, "period": "2025-05", "status": "proposed"},
        {"article_id": "b", **paper, "period": "2025-05-06"},
        {"article_id": "c", **paper, "period": "2025-05-07"},
    ]
    found = dossier({"a": "2025-03-01", "b": "2025-05-08", "c": "2025-05-09"}, agreements=rows)
    [row] = records(sectors.agreements(found))
    assert (row["period"], row["conflict_about"], row["sources"]) == ("2025-05-07", "period", 3)
    text = reads(conflicts.conflicts(found))
    assert "Sources disagree about the date of “memorandum on vocational training”" in text
    assert "6 May 2025" in text and "gives May 2025" not in text
    assert "Shown: 7 May 2025, because the narrowest date is taken, and of equals the newest publication’s." in text
    [line] = [line for line in reads(sector_tables.all_agreements(found)).splitlines() if "vocational" in line]
    assert "7 May 2025 (sources differ: 6 May 2025)" in line


def test_two_papers_of_one_field_a_season_apart_are_two():
    paper = {"title": "memorandum on vocational training", "kind": "memorandum"}
    rows = [{"article_id": "a", **paper, "period": "2025-05-06"}, {"article_id": "b", **paper, "period": "2025-09-01"}]
    assert len(records(sectors.agreements(dossier(DAYS, agreements=rows)))) == 2


def test_explain_and_review_tell_of_the_other_size():
    articles = [
        kz.article_from_text(
            f"Vietnam to build in Kazakhstan\n\n{day}\n\nDe Heus Minh Anh of Vietnam will build a cattle feed plant "
            f"worth {money} in Turkistan, Kazakhstan, the two sides said.\n",
            name,
        )
        for name, day, money in (("a", "1 March 2025", "$50 million"), ("b", "2 April 2025", "$60 million"))
    ]
    tables = kz.parse(articles)
    assert list(tables.projects["value_usd"]) == [50 * MILLION, 60 * MILLION]
    first, second = tables.projects["fact_id"]
    found = kz.explain(first, articles, tables)
    assert found.agreement == "conflict" and found.shown_because == "the newest publication is taken"
    assert len(found.others) == 1 and second in found.others[0] and "$60 million" in found.others[0]
    [item] = [item for item in kz.review(articles, tables) if item.kind == "conflict"]
    assert item.where == f"{first}; {second}" and "$50 million" in item.what and "$60 million" in item.what
