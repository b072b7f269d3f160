"""Reckoning with EDTF strings."""

from __future__ import annotations

from datetime import date

import pytest

from kzvn_analysis.reading import dates


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-08-21", date(2023, 8, 21), date(2023, 8, 21)),
        ("2016-23", date(2016, 9, 1), date(2016, 11, 30)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023-01/2023-05", date(2023, 1, 1), date(2023, 5, 31)),
        ("2019/2021", date(2019, 1, 1), date(2021, 12, 31)),
    ],
)
def test_bounds(edtf, first, last):
    assert dates.edtf_bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "broken", ["", "24", "2024-13-01", "May 2024", "2024-05/2024-01", "2024-02-30", "2024-00x"]
)
def test_bounds_refuses_what_is_no_date(broken):
    with pytest.raises(ValueError):
        dates.edtf_bounds(broken)


def test_year_only_if_there_is_one():
    assert dates.edtf_year("2024-05/2024-11") == 2024
    assert dates.edtf_year("2024-12/2025-02") is None
    assert dates.edtf_year("2024-24") == 2024


@pytest.mark.parametrize(
    ("edtf", "years", "expected"),
    [
        ("2022-01/2022-09", -1, "2021-01/2021-09"),
        ("2024-02-29", -1, "2023-02"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2016-23", 3, "2019-23"),
    ],
)
def test_shift_years(edtf, years, expected):
    assert dates.shift_years(edtf, years) == expected


def test_previous_year_is_the_same_period_a_year_earlier():
    assert dates.previous_year("2023-01/2023-06") == "2022-01/2022-06"


def test_shift_months_and_days_cross_the_year():
    assert dates.shift_months("2024-01", -1) == "2023-12"
    assert dates.shift_months("2024-11-30", 3) == "2025-02"
    assert dates.shift_days("2024-12-31", 1) == "2025-01-01"


def test_stay_counts_both_ends():
    assert dates.stay(3, first="2009-09-14") == "2009-09-14/2009-09-16"
    assert dates.stay(4, last="2021-11-25") == "2021-11-22/2021-11-25"
    assert dates.stay(1, first="2013-11-12") == "2013-11-12"


def test_covers_and_narrower():
    assert dates.covers("2024", "2024-05-06")
    assert not dates.covers("2024-05-06", "2024")
    assert dates.narrower("2024", "2024-05") == "2024-05"
    assert dates.narrower("2024-05", None) == "2024-05"
    assert dates.narrower("2024-05", "2024-06") is None
    assert dates.overlaps("2024-04/2024-06", "2024-06-30")
