"""Numbers derived from the tables: figures, balances, bases, targets, intervals, rates, stages."""

from __future__ import annotations

from datetime import date

import pytest
from facts_by_hand import dossier

import kzvn_analysis as kz
from kzvn_analysis.analysis import derived, sectors, trade, visits
from kzvn_analysis.analysis.stats import poisson_rate
from kzvn_analysis.periods import begun, bounds, coverage, once, overlap, rank, when, words
from kzvn_analysis.prose import goals, trade_tables
from kzvn_analysis.prose import trade as trade_prose
from kzvn_analysis.reconcile import things
from kzvn_analysis.reconcile.records import records

MILLION, BILLION = 1e6, 1e9


# Periods


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-05-06", "2025-05-06", "2025-05-06"),
        ("2023-01/2023-05", "2023-01-01", "2023-05-31"),
        ("2011-10/2011-11", "2011-10-01", "2011-11-30"),
        ("2016-21", "2016-03-01", "2016-05-31"),
        ("2016-23", "2016-09-01", "2016-11-30"),
        ("2016-24", "2016-12-01", "2017-02-28"),
    ],
)
def test_a_period_spans_its_days(edtf, first, last):
    assert bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("edtf", "expected_rank", "covers"),
    [
        ("2025-05-06", "day", "part"),
        ("2025-05-05/2025-05-07", "day", "part"),
        ("2025-05", "month", "part"),
        ("2011-10/2011-11", "month", "part"),
        ("2016-23", "part", "part"),
        ("2026-07/2026-12", "part", "part"),
        ("2024", "year", "year"),
        ("2024-01/2024-12", "year", "year"),
        ("2017/2021", "years", "years"),
        ("2023-07/2024-06", "year", "years"),
    ],
)
def test_a_period_knows_how_narrow_it_is_and_what_it_covers(edtf, expected_rank, covers):
    assert (rank(edtf), coverage(edtf)) == (expected_rank, covers)


def test_periods_overlap_with_slack():
    assert (
        overlap("2025-05-05", "2025-05")
        and not overlap("2025-05-05", "2025-05-07")
        and overlap("2025-05-05", "2025-05-07", 2)
    )


@pytest.mark.parametrize(
    ("edtf", "text", "placed"),
    [
        ("2024", "2024", "in 2024"),
        ("2023-08", "August 2023", "in August 2023"),
        ("2025-05-06", "6 May 2025", "on 6 May 2025"),
        ("2023-08-20/2023-08-22", "20–22 August 2023", "from 20 to 22 August 2023"),
        ("2026-03-04/2026-03-05", "4–5 March 2026", "on 4 and 5 March 2026"),
        ("2019-11-30/2019-12-04", "30 November – 4 December 2019", "from 30 November to 4 December 2019"),
        ("2023-01/2023-05", "January–May 2023", "in January–May 2023"),
        ("2016-23", "autumn 2016", "in autumn 2016"),
        ("2017/2021", "2017–2021", "in the years 2017–2021"),
        ("2024-11/2025-02", "November 2024 – February 2025", "between November 2024 and February 2025"),
        (
            "2024-12-30/2025-01-02",
            "30 December 2024 – 2 January 2025",
            "from 30 December 2024 to 2 January 2025",
        ),
    ],
)
def test_periods_in_words(edtf, text, placed):
    assert (words(edtf), when(edtf)) == (text, placed)


def test_what_was_signed_during_a_visit_was_signed_on_one_of_its_days():
    assert once("2023-08-20/2023-08-22") == "between 20 and 22 August 2023"
    assert once("2026-03-04/2026-03-05") == "between 4 and 5 March 2026"
    assert begun("2026-03-04/2026-03-05") == "March 2026"
    assert begun("1992-06-29") == "29 June 1992"
    assert once("2025-05-06") == "on 6 May 2025"
    assert once("2023-01/2023-05") == "in January–May 2023"


# The as-of date


def test_the_as_of_date_is_the_newest_clippings_day(five_by_hand):
    assert five_by_hand.as_of == date(2026, 2, 3)


def test_an_as_of_date_sets_later_clippings_aside(five_by_hand):
    found = kz.dossier(five_by_hand.tables, "2025-05-07")
    assert found.as_of == date(2025, 5, 7)
    assert found.later == ("002_c1300a248f62fc49", "004_5093559987fcffd6")
    assert not set(found.later) & set(found.tables.visits["article_id"])


def test_a_later_as_of_date_keeps_everything(five_by_hand):
    later = kz.dossier(five_by_hand.tables, "2026-12-31")
    assert not later.later and len(later.tables.visits) == len(five_by_hand.tables.visits)


def test_no_dated_clipping_no_as_of_date():
    assert dossier({"a": None}).as_of is None and dossier().as_of is None


def test_an_as_of_that_is_no_day_is_said_to_be_so():
    with pytest.raises(kz.KzvnError, match="as_of: last week is not a day"):
        dossier(as_of="last week")


# Trade


def test_every_figure_of_the_five_with_its_kind(five_by_hand):
    rows = {(r["period"], r["flow"], r["article_id"][:3]): r for r in records(trade.figures(five_by_hand))}
    assert rows["2024", "turnover", "000"]["coverage"] == "year" and rows["2024", "turnover", "000"]["exact"]
    assert rows["2024", "turnover", "000"]["shown"] and not rows["2024", "turnover", "001"]["shown"]
    assert (
        rows["2024", "turnover", "001"]["low"] == 879 * MILLION
        and rows["2024", "turnover", "001"]["high"] == BILLION
    )
    assert rows["2023-01/2023-05", "turnover", "003"]["coverage"] == "part"
    assert rows["2024", "turnover", "000"]["source"] == "Trend, 6 May 2025"
    assert rows["2024", "turnover", "001"]["source"] == "VNA, 2025 (inferred)"


def test_exports_and_imports_of_the_five_make_the_turnover(five_by_hand):
    [row] = records(trade.balances(five_by_hand))
    assert (row["reporter"], row["period"], row["coverage"]) == ("KAZ", "2023-01/2023-05", "part")
    assert (row["export_usd"], row["import_usd"]) == (96.4 * MILLION, 436.5 * MILLION)
    assert row["balance_usd"] == pytest.approx(-340.1 * MILLION) and row["sum_usd"] == pytest.approx(
        532.9 * MILLION
    )
    assert row["adds_up"]


@pytest.mark.parametrize(
    ("turnover", "adds_up"), [(133 * MILLION, True), (140 * MILLION, False), (None, None)]
)
def test_a_balance_is_checked_against_the_turnover(turnover, adds_up):
    common = {"period": "2021", "article_id": "a"}
    rows = [
        {**common, "flow": "export", "reporter": "VNM", "value_usd": 92.3 * MILLION},
        {**common, "flow": "import", "reporter": "VNM", "value_usd": 40.7 * MILLION},
    ]
    if turnover:
        rows.append({**common, "value_usd": turnover})
    [row] = records(trade.balances(dossier(trade=rows)))
    assert row["adds_up"] == adds_up


def test_a_balance_that_several_clippings_give_is_drawn_once():
    sides = [("export", 92.3), ("import", 40.7)]
    rows = [
        {"period": year, "article_id": article, "flow": flow, "reporter": "VNM", "value_usd": value * MILLION}
        for year, article in (("2021", "a"), ("2021", "b"), ("2022", "b"))
        for flow, value in sides
    ]
    rows += [{**r, "article_id": "c", "value_usd": r["value_usd"] + MILLION} for r in rows[:2]]
    once = records(trade.each_once(trade.balances(dossier(trade=rows))))
    assert [(r["period"], r["export_usd"] / MILLION) for r in once] == [("2021", 92.3), ("2021", 93.3), ("2022", 92.3)]


def test_exports_and_imports_of_different_clippings_or_periods_make_no_balance():
    rows = [
        {"article_id": "a", "period": "2021", "flow": "export", "reporter": "KAZ", "value_usd": 1.0},
        {"article_id": "b", "period": "2021", "flow": "import", "reporter": "KAZ", "value_usd": 2.0},
        {"article_id": "a", "period": "2022", "flow": "import", "reporter": "KAZ", "value_usd": 2.0},
        {"article_id": "a", "period": "2021", "flow": "import", "reporter": "VNM", "value_usd": 2.0},
    ]
    assert not len(trade.balances(dossier(trade=rows)))


def test_the_base_that_3_8_times_implies_is_derived_and_its_name_doubted(five_by_hand):
    [row] = records(derived.bases(five_by_hand))
    assert row["derived_usd"] == pytest.approx(140.2 * MILLION, rel=1e-3)
    assert row["derived_low"] < 140.2 * MILLION < row["derived_high"]
    assert row["base_unclear"] and row["reported_usd"] is None


def test_an_implied_base_is_held_against_the_figure_reported_for_it():
    rows = [
        {
            "article_id": "a",
            "period": "2025",
            "value_usd": 1.07 * BILLION,
            "change_ratio": 1.217,
            "change_base": "2024",
        },
        {"article_id": "b", "period": "2024", "value_usd": 879 * MILLION},
    ]
    [row] = records(derived.bases(dossier(trade=rows)))
    assert row["reported_usd"] == 879 * MILLION and row["fits_reported"] and not row["base_unclear"]
    rows[1]["value_usd"] = 700 * MILLION
    assert not records(derived.bases(dossier(trade=rows)))[0]["fits_reported"]


def test_an_implied_base_is_held_against_every_figure_where_sources_differ():
    rows = [
        {"period": "2025", "value_usd": 912.4 * MILLION, "change_ratio": 1.142, "change_base": "2024"},
        {"article_id": "b", "period": "2024", "value_usd": 860 * MILLION, "bound": "over"},
        {"article_id": "c", "period": "2024", "value_usd": 800 * MILLION, "bound": "under"},
        {"article_id": "d", "period": "2024", "value_usd": 900 * MILLION, "bound": "under"},
    ]
    found = dossier(trade=rows)
    [row] = records(derived.bases(found))
    said = {key: {found.facts[f]["article_id"] for f in row[key].split("; ")} for key in ("fitting", "unfitting")}
    assert said == {"fitting": {"c"}, "unfitting": {"b", "d"}}
    text = str(trade_prose.findings(found)).replace("\\", "")
    assert "nearly $800 million" in text and "fits that; more than $860 million" in text, text
    cells = str(trade_tables.derived(found))
    assert "Fits nearly \\$800 million; does not fit more than \\$860 million or nearly \\$900 million" in cells, cells


def test_a_goal_without_a_year_that_nobody_names_any_more_is_not_held_open():
    clippings = {"a": "2019-05-02", "b": "2024-06-01"}
    rows = [
        {"article_id": "a", "value_usd": BILLION, "status": "target"},
        {"article_id": "b", "value_usd": 2 * BILLION, "status": "target"},
        {"article_id": "b", "period": "2023", "value_usd": 600 * MILLION},
    ]
    found = dossier(clippings, as_of="2024-07-01", trade=rows)
    text = str(goals.targets(found, "")).replace("\\", "")
    assert "still open, the newest first: $2 billion" in text and "$1 billion" not in text, text
    assert "One goal with no year set was last named more than three years ago." in text, text
    assert "no year set; not named for three years" in str(trade_tables.derived(found)).lower()
    rows[0]["article_id"] = "b"
    assert "$1 billion" in str(goals.targets(dossier(clippings, as_of="2024-07-01", trade=rows), ""))


@pytest.mark.parametrize(("reached", "outcome"), [(480, "missed"), (520, "met")])
def test_a_single_goal_whose_year_is_over_is_told_as_one(reached, outcome):
    rows = [
        {"article_id": "a", "period": "2020", "value_usd": 500 * MILLION, "status": "target"},
        {"article_id": "b", "period": "2020", "value_usd": reached * MILLION},
        {"article_id": "c", "period": "2024", "value_usd": 600 * MILLION},
    ]
    text = str(goals.targets(dossier(trade=rows, as_of="2025-03-01"), ""))
    assert f"The one goal whose year is over and has a reported figure was {outcome}." in text, text


def test_what_the_targets_of_the_five_ask_for(five_by_hand):
    rows = {r["article_id"][:3]: r for r in records(derived.targets(five_by_hand))}
    hoped, doubled = rows["001"], rows["004"]
    assert (round(hoped["needed_low"], 2), round(hoped["needed_high"], 2)) == (2.28, 5.69)
    assert (hoped["base_period"], hoped["base_usd"], hoped["years"]) == ("2024", 879 * MILLION, None)
    assert doubled["implied_usd"] == 1758 * MILLION and doubled["open"]


def test_a_target_with_a_year_asks_for_growth_a_year():
    rows = [
        {"article_id": "a", "period": "2024", "value_usd": BILLION},
        {"article_id": "b", "period": "2028", "value_usd": 1.5 * BILLION, "status": "target"},
    ]
    [row] = records(derived.targets(dossier({"a": "2025-01-10", "b": "2025-03-01"}, trade=rows)))
    assert (row["years"], row["outcome"]) == (4, "open")
    assert row["cagr_low"] == pytest.approx(0.1067, abs=1e-4)  # 1.5 ** (1/4) - 1


def test_a_target_whose_year_is_over_is_met_or_missed_or_unknown():
    rows = [
        {"article_id": "a", "period": "2018", "value_usd": 400 * MILLION},
        {"article_id": "a", "period": "2020", "value_usd": BILLION, "status": "target"},
        {"article_id": "a", "period": "2021", "value_usd": BILLION, "status": "target"},
        {"article_id": "b", "period": "2020", "value_usd": 540 * MILLION},
        {"article_id": "a", "period": "2022", "value_usd": 500 * MILLION, "status": "target"},
        {"article_id": "b", "period": "2022", "value_usd": 587 * MILLION},
    ]
    found = records(derived.targets(dossier({"a": "2019-07-12", "b": "2023-08-22"}, trade=rows)))
    assert {r["period"]: r["outcome"] for r in found} == {"2020": "missed", "2021": "unknown", "2022": "met"}
    assert all(r["base_period"] == "2018" for r in found), (
        "measured by the last full year known when it was set"
    )


def test_a_target_is_never_measured_by_a_part_of_a_year():
    rows = [
        {"period": "2023-01/2023-05", "value_usd": 500 * MILLION},
        {"value_usd": 2 * BILLION, "status": "target"},
    ]
    [row] = records(derived.targets(dossier(trade=rows)))
    assert row["base_usd"] is None and row["needed_low"] is None


def test_a_period_narrows_the_figures():
    rows = [
        {"period": "2020", "value_usd": 1.0},
        {"period": "2024", "value_usd": 2.0},
        {"period": "2019/2021", "change_ratio": 1.1},
    ]
    found = dossier(trade=rows)
    assert set(trade.figures(found, "2020/2022")["period"]) == {"2020", "2019/2021"}
    with pytest.raises(kz.KzvnError, match="is not a period"):
        trade.figures(found, "last year")


# Visits


def test_the_visits_of_the_five(five_by_hand):
    rows = {r["visitor"]: r for r in records(visits.timeline(five_by_hand)) if r["visitor"]}
    assert len(visits.timeline(five_by_hand)) == 11
    assert {name for name, r in rows.items() if r["top"]} == {
        "Ho Chi Minh",
        "Võ Văn Kiệt",
        "Nursultan Nazarbayev",
        "Trương Tấn Sang",
        "Kassym-Jomart Tokayev",
        "To Lam",
    }
    assert (rows["To Lam"]["direction"], rows["To Lam"]["sources"], rows["To Lam"]["status"]) == (
        "VNM→KAZ",
        3,
        "made",
    )
    assert (rows["Kassym-Jomart Tokayev"]["level"], rows["Kassym-Jomart Tokayev"]["agreement"]) == (
        "official",
        "conflict",
    )


def test_days_since_the_last_top_level_visit_of_the_five(five_by_hand):
    found = visits.since_last(visits.timeline(five_by_hand), five_by_hand.as_of)
    assert (found.visit["visitor"], found.days_low, found.days_high) == (
        "To Lam",
        272,
        272,
    )  # 7 May 2025 to 3 February 2026


def test_intervals_of_the_five_are_ranges_where_dates_are_vague(five_by_hand):
    rows = records(visits.intervals(visits.timeline(five_by_hand), five_by_hand.as_of))
    assert [(r["from_visitor"], r["to_visitor"]) for r in rows] == [
        ("Ho Chi Minh", "Nursultan Nazarbayev"),
        ("Nursultan Nazarbayev", "Trương Tấn Sang"),
        ("Trương Tấn Sang", "Kassym-Jomart Tokayev"),
        ("Kassym-Jomart Tokayev", "To Lam"),
        ("To Lam", None),
    ]
    exact = rows[3]
    assert (exact["days_low"], exact["days_high"], exact["exact"]) == (
        624,
        624,
        True,
    )  # 20 August 2023 to 5 May 2025
    # 30 November 2011 to 1 January 2012; 1 October 2011 to 31 December 2012, a leap year
    assert (rows[1]["days_low"], rows[1]["days_high"], rows[1]["exact"]) == (32, 457, False)
    assert rows[4]["open"]


def test_reciprocity_of_the_five(five_by_hand):
    found = visits.reciprocity(visits.timeline(five_by_hand))
    assert found.counts == {"VNM→KAZ": 4, "KAZ→VNM": 2} and found.next_turn == "KAZ→VNM"
    assert [r["visitor"] for r in found.undated] == ["Võ Văn Kiệt"]


def test_the_rate_counts_dated_visits_since_relations_were_established(five_by_hand):
    found = visits.frequency(five_by_hand, visits.timeline(five_by_hand))
    assert found.since == date(1992, 6, 29) and found.since_relations and found.rate.count == 4
    assert round(found.rate.years, 1) == 33.6


def test_what_is_planned_comes_in_order_and_what_is_over_is_lapsed(five_by_hand):
    assert [r["level"] for r in visits.ahead(visits.timeline(five_by_hand))] == ["commission", "delegation"]
    later = kz.dossier(five_by_hand.tables, "2027-01-01")
    assert not visits.ahead(visits.timeline(later))
    assert sum(visits.timeline(later)["plan"] == "lapsed") == 2


def test_an_invitation_without_a_date_is_no_plan_for_ever():
    rows = [{"status": "planned", "visitor": "Kabibulla Dzhakupov", "origin": "KAZ", "host": "VNM"}]
    for as_of, plan in (("2015-05-23", "undated"), ("2026-05-22", "dormant")):
        line = visits.timeline(dossier({"a": "2014-05-23"}, visits=rows, as_of=as_of))
        assert [r["plan"] for r in records(line)] == [plan]
        assert len(visits.ahead(line)) == (plan == "undated")


def test_two_spellings_of_one_agreement_are_one():
    rows = [
        {"article_id": "a", "kind": "agreement", "status": "proposed", "title": "agreement on labor cooperation"},
        {"article_id": "b", "kind": "agreement", "status": "proposed", "title": "agreement on labour co-operation"},
    ]
    assert len(things.same_agreements(records(dossier(agreements=rows).tables.agreements))) == 1


def test_levels_narrow_the_timeline_and_unknown_ones_are_named(five_by_hand):
    assert set(visits.timeline(five_by_hand, ["state"])["level"]) == {"state"}
    with pytest.raises(kz.KzvnError, match="stately is not a level"):
        visits.timeline(five_by_hand, ["stately"])


def test_a_meeting_in_a_third_country_is_no_top_level_visit():
    rows = [
        {
            "visitor": "Nursultan Nazarbayev",
            "visitor_role": "President",
            "origin": "KAZ",
            "host": "CHN",
            "level": "talks",
            "period": "2017-05-14",
            "counterpart": "Tran Dai Quang",
        }
    ]
    [row] = records(visits.timeline(dossier(visits=rows)))
    assert (row["direction"], row["top"]) == ("elsewhere", False)


def test_one_visit_has_no_interval_but_the_time_since():
    found = dossier(
        {"a": "2025-06-01"},
        visits=[
            {
                "visitor": "To Lam",
                "visitor_role": "General Secretary",
                "origin": "VNM",
                "host": "KAZ",
                "period": "2025-05",
            }
        ],
    )
    [row] = records(visits.intervals(visits.timeline(found), found.as_of))
    assert row["open"] and (row["days_low"], row["days_high"]) == (1, 31)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        # Garwood's exact 95% limits as printed in tables of the Poisson distribution
        (0, 0.0, 3.689),
        (1, 0.0253, 5.572),
        (4, 1.090, 10.242),
        (10, 4.795, 18.390),
        (50, 37.111, 65.919),
    ],
)
def test_the_interval_of_a_count_is_garwoods(count, low, high):
    found = poisson_rate(count, 1.0)
    assert found.low == pytest.approx(low, abs=5e-4) and found.high == pytest.approx(high, abs=5e-4)


# Sectors, agreements, projects


def test_sectors_of_the_five_and_what_stands_behind_them(five_by_hand):
    rows = {r["sector"]: r for r in records(sectors.summary(five_by_hand))}
    assert rows["agriculture"]["stage"] == "operating" and rows["agriculture"]["movement"] == "advanced"
    assert (rows["agriculture"]["first_stage"], rows["agriculture"]["first_when"]) == (
        "mentioned",
        "August 2023",
    )
    assert rows["agriculture"]["money_usd"] == 90 * MILLION and rows["agriculture"]["quantities"] == "15000 t"
    assert rows["trade"]["behind"] == "money; date" and rows["finance"]["behind"] is None
    assert rows["tourism"]["behind"] == "date", "the visa waiver is in force since May 2024"


def test_a_minimum_stage_hides_what_has_not_come_that_far(five_by_hand):
    assert set(sectors.summary(five_by_hand, "agreed")["stage"]) <= {"agreed", "operating"}
    assert set(sectors.cells(five_by_hand, "operating")["stage"]) == {"operating"}
    with pytest.raises(kz.KzvnError, match="begun is not a stage"):
        sectors.summary(five_by_hand, "begun")


def test_a_later_clipping_that_reports_less_is_no_step_back():
    rows = [
        {"article_id": "a", "sector": "energy", "stage": "agreed"},
        {"article_id": "b", "sector": "energy", "stage": "mentioned"},
    ]
    [row] = records(sectors.summary(dossier({"a": "2023-01-01", "b": "2024-01-01"}, sectors=rows)))
    assert (row["stage"], row["movement"]) == ("agreed", "earlier")


def test_one_agreement_named_by_several_clippings_counts_once():
    rows = [
        {"article_id": "a", "title": "diplomatic relations", "kind": "relations", "period": "1992-06-29"},
        {"article_id": "b", "title": "diplomatic ties", "kind": "relations", "period": "1992"},
        {"article_id": "a", "title": "strategic partner", "kind": "partnership", "status": "proposed"},
        {"article_id": "b", "title": "Strategic Partnership", "kind": "partnership", "period": "2025-05"},
        {"article_id": "b", "title": "memorandum on justice", "kind": "memorandum", "period": "2025-05"},
        {"article_id": "b", "title": "memorandum on customs", "kind": "memorandum", "period": "2025-05"},
        {"article_id": "a", "title": "memorandum on customs", "kind": "memorandum", "period": "2012"},
    ]
    found = {(r["title"], r["period"]): r for r in records(sectors.agreements(dossier(agreements=rows)))}
    assert len(found) == 5
    assert found["Strategic Partnership", "2025-05"]["sources"] == 2
    assert found["diplomatic relations", "1992-06-29"]["sources"] == 2
    assert found["memorandum on justice", "2025-05"]["sector"] == "justice"


def test_projects_that_differ_in_a_size_or_a_place_stay_apart():
    flight = {"sector": "aviation", "title": "direct flights"}
    rows = [
        {"article_id": "a", **flight, "place": "Almaty; Cam Ranh", "parties": "Vietjet"},
        {
            "article_id": "b",
            **flight,
            "place": "Almaty; Cam Ranh",
            "parties": "Vietjet",
            "status": "operating",
        },
        {"article_id": "b", **flight, "place": "Astana; Hanoi", "parties": "Vietjet"},
        {"article_id": "c", **flight, "place": "Almaty; Cam Ranh", "quantity": 2.0, "unit": "flights/week"},
        {"article_id": "d", **flight, "place": "Almaty; Cam Ranh", "quantity": 4.0, "unit": "flights/week"},
    ]
    found = records(sectors.projects(dossier(projects=rows)))
    assert sorted((r["place"], r["quantity"] or 0, r["sources"]) for r in found) == [
        ("Almaty; Cam Ranh", 2.0, 3),
        ("Almaty; Cam Ranh", 4.0, 1),
        ("Astana; Hanoi", 0, 1),
    ]


def test_a_plant_and_a_train_with_its_goods_are_two_projects():
    goods = {"sector": "industry", "place": "Shymkent; Da Nang"}
    rows = [
        {"article_id": "a", **goods, "title": "furniture to Da Nang", "rule": "train", "status": "done"},
        {"article_id": "b", **goods, "title": "plant for furniture", "rule": "plant-intended"},
        {"article_id": "c", **goods, "title": "plant for furniture", "rule": "plant", "status": "operating"},
    ]
    found = records(sectors.projects(dossier(projects=rows)))
    assert sorted((r["title"], r["status"], r["sources"]) for r in found) == [
        ("furniture to Da Nang", "done", 1),
        ("plant for furniture", "operating", 2),
    ]


def test_empty_tables_give_empty_answers():
    empty = dossier()
    timeline = visits.timeline(empty)
    assert not any(
        len(frame)
        for frame in (
            trade.figures(empty),
            trade.balances(empty),
            derived.bases(empty),
            derived.targets(empty),
            timeline,
            visits.intervals(timeline, None),
            sectors.cells(empty),
            sectors.summary(empty),
            sectors.agreements(empty),
            sectors.projects(empty),
            sectors.routes(empty),
            sectors.articles(empty),
        )
    )
    assert visits.since_last(timeline, None) is None and visits.frequency(empty, timeline) is None
    assert trade.latest_full_year(empty) is None


def test_one_target_of_two_clippings_is_one():
    rows = [
        {"article_id": "a", "period": "2020", "value_usd": BILLION, "status": "target"},
        {"article_id": "b", "period": "2020", "value_usd": BILLION, "status": "target"},
        {"article_id": "b", "period": "2025", "value_usd": BILLION, "status": "target"},
    ]
    found = records(derived.targets(dossier({"a": "2017-05-18", "b": "2017-06-01"}, trade=rows)))
    assert [(r["period"], r["article_id"], len(r["fact_ids"].split("; "))) for r in found] == [
        ("2020", "b", 2),
        ("2025", "b", 1),
    ]


def test_a_base_implied_by_a_hedged_figure_is_a_wide_range():
    rows = [
        {
            "period": "2024",
            "value_usd": BILLION,
            "bound": "under",
            "change_ratio": 1.45,
            "change_base": "2023",
        }
    ]
    [row] = records(derived.bases(dossier(trade=rows)))
    assert row["derived_low"] < 625 * MILLION and row["derived_high"] < 693 * MILLION
