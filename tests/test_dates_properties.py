"""Whatever the wording, a mention is valid EDTF by an independent judge, and stands where it says."""

from __future__ import annotations

import re
from datetime import date

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from kzvn_analysis.reading.dates import edtf_bounds, edtf_precision, find_dates, narrower, shift_years
from kzvn_analysis.reading.model import Published, Sentence

WORDS = re.findall(
    r"\S+",
    """
January May March Sept. December Monday Thursday Sunday Fri 1 5 12 22 29 30 31 1992 2011 2024 2025
2024-05-06 06.05.2025 3rd 21st first second thirty-third fourth one two three nine ten twenty a the
of in on by from to until since between and or - – / , . ( ) ' 's this last next past coming
previous following same corresponding that early mid late end beginning year years month months week
day days quarter half decade century summer autumn winter spring today yesterday tomorrow tonight
ago later earlier before after anniversary period Q1 H2 9M 1970s seventies yoy on-year year-on-year
three-day 30-day will was is expected visit million % May5 2000tonnes every weekend fortnight
morning night time final
""",
)
DAYS = st.dates(date(1300, 1, 1), date(2500, 12, 31))
PUBLISHED = st.sampled_from([None, "2024", "2025-05", "2025-05-09", "2024-02-29", "2023-12-31", "2024-01-01"])


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), st.sampled_from([" ", ""]), PUBLISHED)
def test_mentions_are_valid_and_in_order(words, gap, published):
    text = re.sub(r" (?=[,.)’']|-|/)", gap, " ".join(words))
    last = 0
    for mention in find_dates(
        text, [Sentence(0, len(text), text, "body", 0, 0)], Published(published, "stated")
    ):
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
        if mention.edtf is None:
            assert (mention.basis, mention.precision) == ("unresolved", "none")
        else:
            parse_edtf(mention.edtf)
            edtf_bounds(mention.edtf)
            assert mention.precision == edtf_precision(mention.edtf)
        if mention.basis == "publication":
            assert published


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), PUBLISHED)
def test_any_text_is_read(text, published):
    find_dates(text, [Sentence(0, len(text), text, "body", 0, 0)], Published(published, "stated"))


@settings(max_examples=200, deadline=None)
@given(DAYS, DAYS, st.integers(-300, 300))
def test_shifted_dates_stay_valid(a, b, years):
    for edtf in (
        a.isoformat(),
        f"{a:%Y-%m}",
        f"{a:%Y}",
        f"{min(a, b)}/{max(a, b)}" if a != b else a.isoformat(),
    ):
        shifted = shift_years(edtf, years)
        parse_edtf(shifted)
        edtf_bounds(shifted)
        assert narrower(edtf, edtf) == edtf
