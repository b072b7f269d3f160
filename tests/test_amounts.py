"""Amounts: what a number in a sentence measures, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzvn_analysis.reading.amounts import find_amounts
from kzvn_analysis.reading.model import Sentence

M, B = 1_000_000, 1_000_000_000


def amounts(text: str) -> list[tuple]:
    """(value, high, unit, bound) of every amount of a one-sentence text."""
    found = find_amounts(text, [Sentence(0, len(text), text, "body", 0, 0)])
    assert all(text[a.start : a.end] == a.text for a in found)
    return [(round(a.value, 4), a.high, a.unit, a.bound) for a in found]


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("It came to $879 million.", 879 * M, "exact"),
        ("It came to US$ 1.04 billion.", 1040 * M, "exact"),
        ("It came to US$74.5m.", 74.5 * M, "exact"),
        ("It came to 341,720 thousand U.S. dollars.", 341_720_000, "exact"),
        ("It came to 1 250.5 mln US dollars.", 1250.5 * M, "exact"),
        ("It came to 1\u00a0250 mln dollars.", 1250 * M, "exact"),
        ("It came to 1,2 billion dollars.", 1200 * M, "exact"),
        ("It came to 640 mln. dollars this year.", 640 * M, "exact"),
        ("It came to USD 532,900,000.", 532_900_000, "exact"),
        ("It came to 600M USD.", 600 * M, "exact"),
        ("It came to half a billion dollars.", 500 * M, "exact"),
        ("It came to a half-billion dollars.", 500 * M, "exact"),
        ("It came to three quarters of a billion dollars.", 750 * M, "exact"),
        ("It came to just shy of a billion dollars.", B, "under"),
        ("It came to one billion dollars.", B, "exact"),
        ("It came to a quarter of a billion US dollars.", 250 * M, "exact"),
        ("It came to four hundred million dollars.", 400 * M, "exact"),
        ("It came to seven hundred and fifty million dollars.", 750 * M, "exact"),
        ("It came to over a billion dollars.", B, "over"),
        ("It came to a billion and a half dollars.", 1500 * M, "exact"),
        ("It came to two and a half billion dollars.", 2500 * M, "exact"),
        ("It came to almost US$900 million.", 900 * M, "under"),
        ("It came to close to $900 million.", 900 * M, "under"),
        ("It came to a little under $900 million.", 900 * M, "under"),
        ("It came to some USD 560 mln.", 560 * M, "about"),
        ("It came to an estimated $300 million.", 300 * M, "about"),
        ("It came to $300 million or so.", 300 * M, "about"),
        ("It came to upwards of $300 million.", 300 * M, "over"),
        ("It surpassed the $1 billion mark.", B, "over"),
        ("It came to at least $1 billion.", B, "over"),
        ("It came to $1 billion-plus.", B, "over"),
        ("It came to no less than $1 billion.", B, "over"),
        ("It is the billion-dollar mark.", B, "exact"),
    ],
)
def test_one_dollar_figure(text, value, bound):
    assert amounts(text) == [(value, None, "USD", bound)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("We aim for USD 2–5 billion.", 2 * B, 5 * B),
        ("We aim for $10-12 billion.", 10 * B, 12 * B),
        ("We aim for between $1 billion and $1.5 billion.", B, 1.5 * B),
        ("We aim for 1 to 1.5 billion dollars.", B, 1.5 * B),
        ("We aim for from $2 to $5 bln.", 2 * B, 5 * B),
        ("We aim for US$1bn-US$1.5bn.", B, 1.5 * B),
    ],
)
def test_range(text, low, high):
    assert amounts(text) == [(low, high, "USD", "exact")]


def test_change_from_one_figure_to_another_is_no_range():
    assert amounts("It rose from $387.6 million to $879 million.") == [
        (387.6 * M, None, "USD", "exact"),
        (879 * M, None, "USD", "exact"),
    ]


def test_other_currencies_keep_their_own_unit_and_the_dollars_beside_them_count():
    assert amounts(
        "The price is 5.4 bln tenge, or 17.3 mln dollars, or VND450 billion, or 9 billion đồng."
    ) == [
        (5.4 * B, None, "KZT", "exact"),
        (17.3 * M, None, "USD", "exact"),
        (450 * B, None, "VND", "exact"),
        (9 * B, None, "VND", "exact"),
    ]


def test_dollars_are_said_once():
    assert amounts("Turnover was 371.5 mln dollars (exports – 16.4 mln, imports – 355.1 mln).") == [
        (371_500_000, None, "USD", "exact"),
        (16_400_000, None, "USD", "exact"),
        (355_100_000, None, "USD", "exact"),
    ]
    assert amounts("They were worth $96.4 and $436.5 million respectively.") == [
        (96.4 * M, None, "USD", "exact"),
        (436.5 * M, None, "USD", "exact"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("It rose 18.4%.", 18.4, "%", "exact"),
        ("It rose 18.4 per cent.", 18.4, "%", "exact"),
        ("It saw a 20-percent drop.", 20, "%", "exact"),
        ("It rose by nearly a third.", 33.3333, "%", "under"),
        ("It fell a quarter.", 25, "%", "exact"),
        ("It fell by two thirds.", 66.6667, "%", "exact"),
        ("It rose by 3.8 times.", 3.8, "x", "exact"),
        ("It was 1.5-fold the old level.", 1.5, "x", "exact"),
        ("It was one and a half times as much.", 1.5, "x", "exact"),
        ("It more than doubled.", 2, "x", "over"),
        ("It almost tripled.", 3, "x", "under"),
        ("It showed a two-fold increase.", 2, "x", "exact"),
        ("It halved.", 0.5, "x", "exact"),
        ("It went up by a factor of 2.4.", 2.4, "x", "exact"),
        ("It increased twice.", 2, "x", "exact"),
        ("They shipped 12.6 thousand tons of wheat.", 12_600, "t", "exact"),
        ("It freezes vegetables, 6 thousand tons a year.", 6000, "t/year", "exact"),
        ("It sends 5,000 tonnes of flour a month.", 5000, "t/month", "exact"),
        ("It yields 3,000 tons per year.", 3000, "t/year", "exact"),
        ("It leases 12 hectares.", 12, "ha", "exact"),
        ("It is a 250-hectare site.", 250, "ha", "exact"),
        ("The road is 95 km long.", 95, "km", "exact"),
        ("A plant of 1,860 MW is planned.", 1860, "MW", "exact"),
        ("They will swap ten doctors a year.", 10, "doctors/year", "exact"),
        ("It admits 15 Kazakh students of aquaculture per annum.", 15, "students/year", "exact"),
        ("There are 22 flights a week.", 22, "flights/week", "exact"),
        ("There are four weekly flights.", 4, "flights/week", "exact"),
        ("It flies three times a week.", 3, "times/week", "exact"),
        ("It intends to hire 500 Vietnamese welders.", 500, "welders", "exact"),
        ("More than 160,000 people came.", 160_000, "people", "over"),
    ],
)
def test_rates_and_sizes(text, value, unit, bound):
    assert amounts(text) == [(value, None, unit, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on June 29, 1992.",
        "A quarter of a century has gone by.",
        "In the first quarter of 2024 they signed a double taxation agreement.",
        "It was the 12th session since COVID-19.",
        "They met three times and spoke for the first time.",
    ],
)
def test_no_amount(text):
    assert amounts(text) == []


def test_a_day_before_a_number_is_no_thousands_group():
    assert amounts("On May 12 500 tons arrived.") == [(500, None, "t", "exact")]


def test_a_number_of_absurd_length_is_left_out():
    assert amounts("9" * 50_000 + " dollars") == []


def test_letters_with_marks_of_their_own():
    assert amounts("It costs 9 billion \u0111o\u0302\u0300ng.") == [(9 * B, None, "VND", "exact")]


PIECES = [
    "$",
    "US$",
    "1",
    "2,5",
    "1.04",
    "12 500",
    "–",
    "-",
    "to",
    "and",
    "between",
    "from",
    "million",
    "bln",
    "%",
    "times",
]
PIECES += [
    "half",
    "a",
    "third",
    "quarter",
    "of",
    "by",
    "more than",
    "dollars",
    "tenge",
    "tons",
    "a year",
    "flights",
    "(",
    ")",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=40))
def test_any_text_is_read_without_overlaps(text):
    found = find_amounts(text, [Sentence(0, len(text), text, "body", 0, 0)])
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(text[a.start : a.end] == a.text and a.value >= 0 for a in found)
    assert all(a.high is None or a.high > a.value for a in found)


def test_a_range_of_ratios():
    assert amounts("It cuts delivery by three to four times.") == [(3, 4, "x", "exact")]
