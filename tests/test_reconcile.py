"""Claims about one thing become one row: the value shown, the spread, who agrees, and by which rule."""

from __future__ import annotations

import random

import pandas as pd
import pytest
from facts_by_hand import tables
from hypothesis import given, settings
from hypothesis import strategies as st

import kzvn_analysis as kz
from kzvn_analysis.reconcile.names import identify, without_title
from kzvn_analysis.reconcile.offices import office_of
from kzvn_analysis.reconcile.records import records, written

MILLION, BILLION = 1e6, 1e9


def trade_rows(rows, articles=None):
    return records(kz.reconciled(tables(articles, trade=rows)).trade)


def visit_rows(rows, articles=None, **more):
    return records(kz.reconciled(tables(articles, visits=rows, **more)).visits)


def lam(article, **cells):
    return {
        "article_id": article,
        "visitor": "To Lam",
        "visitor_role": "General Secretary",
        "origin": "VNM",
        "host": "KAZ",
        "level": "state",
        "period": "2025-05-05/2025-05-07",
        **cells,
    }


# Trade


def test_an_exact_figure_beats_a_rounded_one_and_the_conflict_stays_in_sight():
    [row] = trade_rows(
        [
            {"article_id": "a", "period": "2024", "value_usd": 879 * MILLION},
            {"article_id": "b", "period": "2024", "value_usd": BILLION, "bound": "under"},
        ]
    )
    assert (row["value_usd"], row["bound"], row["low"], row["high"]) == (
        879 * MILLION,
        "exact",
        879 * MILLION,
        BILLION,
    )
    assert (row["sources"], row["agreement"], row["conflict_about"]) == (2, "conflict", "amount")
    assert row["rule"] == "an exact figure beats a rounded one"
    assert row["article_ids"] == "a; b" and len(row["fact_ids"].split("; ")) == 2


@pytest.mark.parametrize(
    ("first", "second", "agreement"),
    [
        # the tolerances: half of the last digit; 5 per cent for "about", 10 for "nearly" and "more than"
        ({"value_usd": 879 * MILLION}, {"value_usd": 879.4 * MILLION}, "agree"),
        ({"value_usd": 879 * MILLION}, {"value_usd": 881 * MILLION}, "conflict"),
        ({"value_usd": 879 * MILLION}, {"value_usd": 900 * MILLION, "bound": "about"}, "agree"),
        ({"value_usd": 879 * MILLION}, {"value_usd": 950 * MILLION, "bound": "about"}, "conflict"),
        ({"value_usd": 930 * MILLION}, {"value_usd": BILLION, "bound": "under"}, "agree"),
        ({"value_usd": 1010 * MILLION}, {"value_usd": BILLION, "bound": "under"}, "conflict"),
        ({"value_usd": 1050 * MILLION}, {"value_usd": BILLION, "bound": "over"}, "agree"),
        ({"value_usd": 990 * MILLION}, {"value_usd": BILLION, "bound": "over"}, "conflict"),
        ({"value_usd": 3 * BILLION}, {"value_usd": 2 * BILLION, "value_usd_max": 5 * BILLION}, "agree"),
        ({"value_usd": 6 * BILLION}, {"value_usd": 2 * BILLION, "value_usd_max": 5 * BILLION}, "conflict"),
        # a round number is never taken to stand for more than 2.5 per cent to either side
        ({"value_usd": 1040 * MILLION}, {"value_usd": BILLION}, "conflict"),
    ],
)
def test_figures_agree_within_the_tolerance_of_their_hedge(first, second, agreement):
    rows = [{"article_id": "a", "period": "2024", **first}, {"article_id": "b", "period": "2024", **second}]
    assert trade_rows(rows)[0]["agreement"] == trade_rows(rows[::-1])[0]["agreement"] == agreement


def test_most_sources_beat_the_newest():
    [row] = trade_rows(
        [
            {"article_id": "a", "period": "2020", "value_usd": 500 * MILLION},
            {"article_id": "b", "period": "2020", "value_usd": 500 * MILLION},
            {"article_id": "c", "period": "2020", "value_usd": 600 * MILLION},
        ],
        {"a": "2021-01-10", "b": "2021-01-11", "c": "2022-06-01"},
    )
    assert (row["value_usd"], row["rule"]) == (500 * MILLION, "the figure that most sources support is taken")


def test_the_newest_publication_decides_between_equals():
    [row] = trade_rows(
        [
            {"article_id": "a", "period": "2020", "value_usd": 500 * MILLION},
            {"article_id": "b", "period": "2020", "value_usd": 600 * MILLION},
        ],
        {"a": "2022-06-01", "b": "2021-01-10"},
    )
    assert (row["value_usd"], row["rule"]) == (500 * MILLION, "the newest publication is taken")


def test_of_figures_that_agree_the_finest_is_shown():
    [row] = trade_rows(
        [
            {"article_id": "a", "period": "2024", "value_usd": 879 * MILLION},
            {"article_id": "b", "period": "2024", "value_usd": 879.3 * MILLION},
        ],
        {"a": "2025-05-06", "b": "2025-01-01"},
    )
    assert (row["value_usd"], row["agreement"]) == (879.3 * MILLION, "agree")
    assert row["rule"] == "of figures that agree, the one with the most digits is taken"


def test_one_clipping_that_gives_two_figures_is_in_conflict_with_itself():
    [row] = trade_rows(
        [
            {"article_id": "a", "period": "2024", "value_usd": 812 * MILLION, "bound": "about"},
            {"article_id": "a", "period": "2024", "value_usd": 879 * MILLION},
        ]
    )
    assert (row["sources"], row["agreement"], row["value_usd"]) == (1, "conflict", 879 * MILLION)


def test_a_copy_of_a_clipping_is_no_second_source():
    [row] = trade_rows(
        [
            {"article_id": "a", "period": "2024", "value_usd": 879 * MILLION},
            {"article_id": "copy", "period": "2024", "value_usd": 879 * MILLION},
        ],
        {"a": {"sha256": "same"}, "copy": {"sha256": "same"}},
    )
    assert (row["sources"], row["agreement"]) == (1, "single")


def test_a_year_written_as_its_months_is_the_same_period():
    rows = trade_rows(
        [
            {"article_id": "a", "period": "2024", "value_usd": 5 * MILLION},
            {"article_id": "b", "period": "2024-01/2024-12", "value_usd": 5 * MILLION},
        ]
    )
    assert [(r["period"], r["sources"], r["agreement"]) for r in rows] == [("2024", 2, "agree")]


def test_parts_of_a_year_results_and_targets_stay_apart():
    rows = trade_rows(
        [
            {"period": "2023", "value_usd": 900 * MILLION},
            {"period": "2023-01/2023-05", "value_usd": 500 * MILLION},
            {"period": "2023", "value_usd": BILLION, "status": "target"},
        ]
    )
    assert [r["agreement"] for r in rows] == ["single"] * 3


def test_claims_without_a_period_are_only_brought_together_when_equal():
    rows = trade_rows(
        [
            {"article_id": "a", "value_usd": 2 * BILLION, "value_usd_max": 5 * BILLION, "status": "target"},
            {"article_id": "b", "change_ratio": 2.0, "status": "target"},
            {"article_id": "c", "change_ratio": 2.0, "status": "target"},
        ]
    )
    assert sorted((r["sources"], r["agreement"]) for r in rows) == [(1, "single"), (2, "agree")]
    assert all(r["agreement"] != "conflict" for r in rows)


def test_mirror_statistics_are_linked_and_kept_apart():
    kaz, vnm = trade_rows(
        [
            {
                "article_id": "a",
                "flow": "export",
                "reporter": "KAZ",
                "period": "2022",
                "value_usd": 90 * MILLION,
            },
            {
                "article_id": "b",
                "flow": "import",
                "reporter": "VNM",
                "period": "2022",
                "value_usd": 75 * MILLION,
            },
        ]
    )
    assert (kaz["mirror_id"], vnm["mirror_id"]) == (vnm["reconciled_id"], kaz["reconciled_id"])
    assert kaz["agreement"] == vnm["agreement"] == "single"


def test_growth_on_the_same_base_can_conflict_though_amounts_agree():
    [row] = trade_rows(
        [
            {
                "article_id": "a",
                "period": "2016",
                "value_usd": 371.5 * MILLION,
                "change_ratio": 0.786,
                "change_base": "2015",
            },
            {
                "article_id": "b",
                "period": "2016",
                "value_usd": 372 * MILLION,
                "change_ratio": 0.876,
                "change_base": "2015",
            },
        ]
    )
    assert (row["agreement"], row["conflict_about"]) == ("conflict", "growth")
    assert (row["change_low"], row["change_high"]) == (0.786, 0.876)


def test_a_growth_statement_without_an_amount_is_kept():
    [row] = trade_rows(
        [{"period": "2023-01/2023-06", "change_ratio": 0.88, "change_base": "2022-01/2022-06"}]
    )
    assert row["value_usd"] is None and row["low"] is None and row["bound"] is None
    assert (row["change_ratio"], row["change_base"], row["sources"]) == (0.88, "2022-01/2022-06", 1)


# Who is who


@pytest.mark.parametrize(
    "spellings",
    [
        ["To Lam", "Tô Lâm", "To\u0302 La\u0302m", "General Secretary Lam", "Lam", "Mr. To Lam", "TO LAM"],
        ["Võ Văn Thưởng", "Vo Van Thuong", "Vo Van Thuong", "Thuong", "Thưởng", "President Vo Van Thuong"],
        ["Phạm Minh Chính", "Pham Minh Chinh", "PM Chinh", "Chinh"],
        ["Đỗ Thắng Hải", "Do Thang Hai"],
    ],
)
def test_vietnamese_spellings_are_one_person(spellings):
    found = identify((s, "VNM", f"a{i}") for i, s in enumerate(spellings))
    assert len({found.by_spelling[s, "VNM"].name for s in spellings}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        [
            "Kassym-Jomart Tokayev",
            "Tokayev",
            "K. Tokayev",
            "K.-J. Tokayev",
            "Tokayev Kassym-Jomart",
            "Kasym-Zhomart Tokaev",
            "Kassymjomart Tokayev",
            "President Tokayev",
            "Qasym-Jomart Toqaev",
        ],
        ["Nursultan Nazarbayev", "N. Nazarbaev", "Nazarbayev"],
        ["Serik Zhumangarin", "Serik Jumangarin", "Zhumangarin", "S. Zhumangarin"],
        ["Arman Shakkaliyev", "Arman Shakkaliev", "Arman Shakaliyev"],
        ["Karim Massimov", "Karim Masimov"],
    ],
)
def test_kazakh_spellings_are_one_person(spellings):
    found = identify((s, "KAZ", f"a{i}") for i, s in enumerate(spellings))
    assert len({found.by_spelling[s, "KAZ"].name for s in spellings}) == 1


@pytest.mark.parametrize(
    ("country", "spellings"),
    [
        ("VNM", ["Nguyen Tan Dung", "Nguyen Hoa Binh", "Nguyen Xuan Phuc"]),
        ("VNM", ["Tran Dai Quang", "Tran Duc Luong"]),
        ("KAZ", ["Nursultan Nazarbayev", "Nursultan Akhmetov"]),
        ("KAZ", ["Dariga Nazarbayeva", "Nursultan Nazarbayev"]),
        ("VNM", ["Vo Van Kiet", "Vo Van Thuong"]),
    ],
)
def test_namesakes_stay_apart(country, spellings):
    found = identify((s, country, "a") for s in spellings)
    assert len({found.by_spelling[s, country].name for s in spellings}) == len(spellings)


def test_a_short_form_that_fits_two_people_joins_neither():
    names = ["Nguyen Tan Dung", "Nguyen Hoa Binh", "Nguyen"]
    found = identify((s, "VNM", "a") for s in names)
    assert found.may_be(("Nguyen", "VNM")) == {"Nguyen", "Nguyen Tan Dung", "Nguyen Hoa Binh"}


def test_the_fullest_form_is_shown_then_the_most_frequent():
    mentions = [("Lam", "a"), ("To Lam", "a"), ("To Lam", "b"), ("Tô Lâm", "c"), ("Lam", "d"), ("Lam", "e")]
    found = identify((name, "VNM", article) for name, article in mentions)
    assert {p.name for p in found.by_spelling.values()} == {"To Lam"}


def test_names_of_the_two_countries_are_never_one_person():
    found = identify([("Lam", "KAZ", "a"), ("To Lam", "VNM", "a")])
    assert found.by_spelling["Lam", "KAZ"].name == "Lam"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("General Secretary To Lam", "To Lam"),
        ("Mr. To Lam", "To Lam"),
        ("then President Nursultan Nazarbayev", "Nursultan Nazarbayev"),
        ("President", "President"),
        ("To Lam", "To Lam"),
    ],
)
def test_titles_are_taken_off_names(name, bare):
    assert without_title(name) == bare


@pytest.mark.parametrize(
    ("role", "office", "top"),
    [
        ("President", "head of state", True),
        ("7th President of Vietnam", "head of state", True),
        ("then President", "head of state", True),
        ("former President of Kazakhstan", "head of state", True),
        ("State President", "head of state", True),
        ("President of FPT Group", "business", False),
        ("Vice President", "vice president", False),
        ("Prime Minister", "head of government", True),
        ("Deputy Prime Minister and Minister of National Economy", "deputy head of government", False),
        (
            "General Secretary of the Central Committee of the Communist Party of Vietnam",
            "party leader",
            True,
        ),
        ("Party General Secretary and State President", "party leader", True),
        ("Chairman of the National Assembly", "speaker", True),
        ("NA Chairwoman", "speaker", True),
        ("Chairman of the Mazhilis of the Parliament", "speaker", True),
        ("Vice Chairman of the National Assembly", "deputy speaker", False),
        ("Deputy Minister of Industry and Trade", "deputy minister", False),
        ("Foreign Minister", "minister", False),
        ("Governor of Mangystau Region", "regional leader", False),
        ("National Bank Governor", "central banker", False),
        ("Vice chairman of the Da Nang People's Committee", "regional leader", False),
        ("Ambassador", "ambassador", False),
        ("Adviser to the President", "adviser", False),
    ],
)
def test_offices_are_filed_and_the_top_ones_known(role, office, top):
    found = office_of(role)
    assert (found.name, found.top) == (office, top)


# Visits


def test_spelling_variants_and_vaguer_dates_are_one_visit():
    [row] = visit_rows(
        [
            lam("a"),
            lam("b", visitor="Tô Lâm", period="2025-05"),
            lam("c", visitor="Lam", period="2025", level="unspecified"),
            lam("d", period="2025-05"),
        ]
    )
    assert (row["visitor"], row["period"], row["level"], row["sources"]) == (
        "To Lam",
        "2025-05-05/2025-05-07",
        "state",
        4,
    )
    assert (row["agreement"], row["low"], row["high"]) == ("agree", "2025-05-05", "2025-05-07")
    assert (
        row["rule"]
        == "a named level beats an unnamed one; the narrowest dates that the sources support are taken"
    )


@pytest.mark.parametrize(
    ("first", "second", "period", "agreement"),
    [
        ("2011-10/2011-11", "2011", "2011-10/2011-11", "agree"),
        ("2023", "2023-08-20", "2023-08-20", "agree"),
        ("2023-08-20", "2023-08-20/2023-08-22", "2023-08-20/2023-08-22", "agree"),
        ("2025-05-05/2025-05-07", "2025-05-06", "2025-05-05/2025-05-07", "agree"),
        ("2012", "2012-09", "2012-09", "agree"),
        ("2016-23", "2016-10", "2016-10", "agree"),
        ("2025-05-05/2025-05-07", "2025-05-04/2025-05-06", "2025-05-04/2025-05-06", "conflict"),
    ],
)
def test_periods_that_fit_make_one_visit(first, second, period, agreement):
    rows = [lam("a", period=first), lam("b", period=second)]
    [row] = visit_rows(rows, {"a": "2026-01-01", "b": "2026-02-01"})
    assert (row["period"], row["agreement"]) == (period, agreement)


@pytest.mark.parametrize(
    ("first", "second"), [("2012", "2013"), ("2025-05", "2025-06"), ("2025-05-05", "2025-05-20")]
)
def test_periods_that_do_not_fit_are_two_visits(first, second):
    assert len(visit_rows([lam("a", period=first), lam("b", period=second)])) == 2


def test_a_level_conflict_is_shown_with_who_says_what():
    tokayev = {
        "visitor": "Kassym-Jomart Tokayev",
        "visitor_role": "President",
        "origin": "KAZ",
        "host": "VNM",
    }
    [row] = visit_rows(
        [
            {"article_id": "a", **tokayev, "level": "official", "period": "2023"},
            {"article_id": "b", **tokayev, "visitor": "Tokayev", "level": "state", "period": "2023"},
            {"article_id": "c", **tokayev, "level": "official", "period": "2023-08-20"},
        ]
    )
    assert (row["level"], row["agreement"], row["conflict_about"]) == ("official", "conflict", "level")
    assert row["levels"] == "state: b · official: a, c"
    assert row["rule"].startswith("the level that most sources name is taken")


def test_equal_numbers_for_two_levels_are_settled_by_the_source_closest_to_the_visit():
    [row] = visit_rows(
        [lam("late", level="official"), lam("near", level="state")],
        {"late": "2025-12-01", "near": "2025-05-06"},
    )
    assert (row["level"], row["rule"]) == (
        "state",
        "the level named by the source written closest to the visit is taken",
    )


def test_a_summit_and_a_working_visit_do_not_contradict_each_other():
    [row] = visit_rows([lam("a", level="summit"), lam("b", level="working")])
    assert row["agreement"] == "agree"


def test_planned_in_an_older_clipping_and_made_in_a_newer_is_one_visit_made():
    [row] = visit_rows(
        [lam("old", status="planned", period=None, level="unspecified"), lam("new")],
        {"old": "2025-04", "new": "2025-05-09"},
    )
    assert (row["status"], row["sources"], row["period"]) == ("made", 2, "2025-05-05/2025-05-07")
    assert "a report that it took place beats a plan" in row["rule"]


def test_a_plan_told_after_a_visit_is_another_visit():
    rows = visit_rows(
        [lam("a", period="2025"), lam("b", period="2025", status="planned")],
        {"a": "2025-03-01", "b": {"published": "2026-06-01"}},
    )
    assert sorted(r["status"] for r in rows) == ["made", "planned"]


def test_an_undated_report_joins_only_where_there_is_one_visit_it_fits():
    one = visit_rows([lam("a"), lam("b", period=None)], {"a": "2025-05-09", "b": "2025-08-01"})
    two = visit_rows(
        [lam("a"), lam("c", period="2025-10-01"), lam("b", period=None)],
        {"a": "2025-05-09", "c": "2025-10-02", "b": "2025-12-01"},
    )
    before = visit_rows([lam("a"), lam("b", period=None)], {"a": "2025-05-09", "b": "2024-08-01"})
    assert (len(one), len(two), len(before)) == (1, 3, 2)


def test_talks_during_a_visit_that_another_clipping_tells_are_that_visit():
    [row] = visit_rows(
        [lam("a"), lam("b", level="talks", period="2025-05-06", counterpart="Kassym-Jomart Tokayev")]
    )
    assert (row["level"], row["period"], row["counterpart"]) == (
        "state",
        "2025-05-05/2025-05-07",
        "Kassym-Jomart Tokayev",
    )


def test_a_meeting_elsewhere_told_from_either_side_is_one():
    rows = visit_rows(
        [
            {
                "article_id": "a",
                "visitor": "Murat Nurtleu",
                "origin": "KAZ",
                "host": "FRA",
                "level": "talks",
                "period": "2025-06-09",
                "counterpart": "Bui Thanh Son",
            },
            {
                "article_id": "b",
                "visitor": "Bùi Thanh Sơn",
                "origin": "VNM",
                "host": "FRA",
                "level": "talks",
                "period": "2025-06-09",
                "counterpart": "Nurtleu",
            },
        ]
    )
    assert [(r["sources"], r["host"]) for r in rows] == [(2, "FRA")]


def test_sessions_of_the_commission_are_known_by_their_date():
    rows = visit_rows(
        [
            {"article_id": "a", "level": "commission", "period": "2024-05"},
            {"article_id": "b", "level": "commission", "period": "2024", "host": "VNM", "origin": "KAZ"},
            {"article_id": "c", "level": "commission", "period": "2025-06"},
        ]
    )
    assert [(r["period"], r["sources"], r["host"]) for r in rows] == [
        ("2024-05", 2, "VNM"),
        ("2025-06", 1, None),
    ]


def test_an_unnamed_holder_of_an_office_is_the_named_one():
    rows = visit_rows(
        [
            {
                "article_id": "a",
                "visitor": "Olzhas Bektenov",
                "visitor_role": "Prime Minister",
                "origin": "KAZ",
                "host": "VNM",
                "level": "official",
                "period": "2026-03-04/2026-03-05",
            },
            {
                "article_id": "b",
                "visitor_role": "Prime Minister of Kazakhstan",
                "origin": "KAZ",
                "host": "VNM",
                "period": "2026-03",
            },
            {
                "article_id": "c",
                "visitor_role": "Foreign Minister",
                "origin": "KAZ",
                "host": "VNM",
                "period": "2026-03",
            },
        ]
    )
    assert sorted((r["visitor"] or "", r["sources"]) for r in rows) == [("", 1), ("Olzhas Bektenov", 2)]


def test_two_visits_in_one_clipping_stay_two():
    rows = visit_rows([lam("a", period="2025"), lam("a", period="2025-10-01", level="working", start=900)])
    assert len(rows) == 2


# When a clipping was written


def test_a_clipping_dated_by_its_month_was_written_after_what_it_tells():
    found = written(
        tables(
            {"a": "2026-02", "b": "2026", "c": None},
            visits=[lam("a", period="2026-02-03"), lam("b", period="2025-05-05"), lam("c", period="2020")],
            trade=[{"article_id": "b", "period": "2026-01/2026-03", "value_usd": 1e6}],
        )
    )
    assert {k: v and v.isoformat() for k, v in found.items()} == {
        "a": "2026-02-03",
        "b": "2026-03-31",
        "c": None,
    }


# Order and shape

PERIODS = st.sampled_from(
    [None, "2023", "2023-08", "2023-08-20", "2023-08-20/2023-08-22", "2024", "2024-05", "2024-01/2024-05"]
)
ARTICLES = st.sampled_from(["a", "b", "c", "d"])
VISITS = st.lists(
    st.fixed_dictionaries(
        {
            "article_id": ARTICLES,
            "period": PERIODS,
            "status": st.sampled_from(["made", "planned"]),
            "visitor": st.sampled_from(
                [None, "To Lam", "Tô Lâm", "Lam", "Nguyen Lam", "Kassym-Jomart Tokayev"]
            ),
            "visitor_role": st.sampled_from([None, "President", "General Secretary"]),
            "origin": st.sampled_from([None, "VNM", "KAZ"]),
            "host": st.sampled_from([None, "KAZ", "VNM", "CHN"]),
            "level": st.sampled_from(["state", "official", "talks", "commission", "unspecified"]),
        }
    ),
    max_size=8,
)
TRADE = st.lists(
    st.fixed_dictionaries(
        {
            "article_id": ARTICLES,
            "period": PERIODS,
            "flow": st.just("turnover"),
            "value_usd": st.sampled_from([None, 879e6, 880e6, 1e9]),
            "bound": st.sampled_from(["exact", "about", "under", "over"]),
            "status": st.sampled_from(["reported", "target"]),
            "change_ratio": st.sampled_from([None, 1.1, 2.0]),
        }
    ),
    max_size=8,
)
DATES = {"a": "2023-08-21", "b": "2024", "c": None, "d": "2025-05-06"}


@settings(max_examples=60, deadline=None)
@given(visits=VISITS, trade=TRADE, seed=st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(visits, trade, seed):
    """The same rows in another order, with the same ids, give the same reconciled tables."""
    made = tables(DATES, visits=visits, trade=trade)
    shuffle = random.Random(seed)
    mixed = {
        name: frame.sample(frac=1, random_state=shuffle.randrange(1000))
        for name, frame in made.items()
        if len(frame)
    }
    first, second = kz.reconciled(made), kz.reconciled({**made, **mixed})
    pd.testing.assert_frame_equal(first.trade, second.trade)
    pd.testing.assert_frame_equal(first.visits, second.visits)
    for name, frame in (("trade", first.trade), ("visits", first.visits)):
        ids = sorted(f for cell in frame["fact_ids"] for f in cell.split("; "))
        assert ids == sorted(made[name]["fact_id"]), "every row stands in exactly one reconciled row"


def test_no_rows_give_empty_tables_with_all_columns():
    empty = kz.reconciled(tables())
    assert (len(empty.trade), len(empty.visits)) == (0, 0)
    assert {"value_usd", "low", "high", "sources", "agreement", "rule", "fact_ids"} <= set(
        empty.trade.columns
    )
    assert {"period", "level", "levels", "sources", "agreement", "rule", "fact_ids"} <= set(
        empty.visits.columns
    )


def test_reconciled_tables_are_saved_beside_the_others(tmp_path):
    from kzvn_analysis.tables import save

    save(kz.reconciled(tables(visits=[lam("a")])), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "reconciled_clippings.csv",
        "reconciled_clippings.parquet",
        "reconciled_trade.csv",
        "reconciled_trade.parquet",
        "reconciled_visits.csv",
        "reconciled_visits.parquet",
    ]


@pytest.mark.parametrize("name", ["reconciled_trade", "reconciled_visits", "reconciled_clippings"])
def test_every_column_says_what_it_means(name):
    assert list(kz.reconciled_meanings(name)["column"]) == list(kz.reconciled(tables())[name].columns)
