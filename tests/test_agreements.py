"""Agreements: what a reader lists from texts about instruments and institutions."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from kzvn_analysis.facts.agreements import AgreementFact, find_agreements
from kzvn_analysis.reading import read
from kzvn_analysis.reading.fold import key
from kzvn_analysis.seeds import article_from_text

PUBLISHED = "2024-06-15"
OPENING = "HANOI — Kazakhstan and Vietnam have talked about their ties.\n\n"


def agreements(text: str, *, opening: str = OPENING, published: str | None = PUBLISHED) -> list[AgreementFact]:
    reading = read(article_from_text(opening + text, published=published))
    facts = list(find_agreements(reading))
    for fact in facts:
        assert reading.text[fact.start : fact.end] == fact.quote
        assert fact.rule == fact.rule.lower()
        assert "\n" not in fact.title
    return facts


def words(title: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", key(title)))


def assert_rows(facts: list[AgreementFact], expected: list[tuple[str, ...]]) -> None:
    """Each expected row is met by one fact of its own, and no fact is left over."""
    left = list(facts)
    for kind, title, period, in_force, status in expected:
        cells = (kind, period, in_force, status)
        fits = [
            f
            for f in left
            if (f.kind, f.period or "", f.in_force or "", f.status) == cells and words(title) <= words(f.title)
        ]
        assert fits, f"missing {kind} {title!r} {cells}; left {[shown(f) for f in left]}"
        left.remove(fits[0])
    assert not left, f"invented {[shown(f) for f in left]}"


def shown(fact: AgreementFact) -> tuple:
    return fact.title, fact.kind, fact.period, fact.in_force, fact.status


def cases() -> list[tuple[str, list[tuple[str, ...]]]]:
    """The texts of ``agreement_sentences.txt`` with their rows."""
    out: list[tuple[str, list[tuple[str, ...]]]] = []
    for line in (Path(__file__).parent / "agreement_sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            kind, title, *cells = (cell.strip() for cell in line.split("|"))
            out[-1][1].append((kind, title, *("" if c == "-" else c for c in cells)))
        elif line and not line.startswith("#"):
            out.append((line.replace(" ¶ ", "\n"), []))
    return out


@pytest.mark.parametrize(("text", "expected"), cases())
def test_a_text_yields_the_rows_a_reader_lists(text, expected):
    assert_rows(agreements(text), expected)


def test_a_day_without_a_provable_year_leaves_the_period_open():
    text = "On the morning of October 9 the mayors of Nha Trang and Aktau signed a sister-city agreement."
    facts = agreements(text, published=None)
    assert [(f.kind, f.period, f.status) for f in facts] == [("twinning", None, "concluded")]


def test_where_no_date_of_publication_stands_the_visit_told_of_lends_its_year():
    text = (
        "Kazakhstan and Vietnam will return offenders, a meeting in Hanoi was told on October 9.\n\n"
        "The Kazakh minister is on a visit to Vietnam from October 8 to 11, 2017.\n\n"
        "At the end of the talks, the two ministers signed a plan of cooperation between the ministries for 2018–2020."
    )
    facts = agreements(text, opening="", published=None)
    assert [(f.kind, f.period, f.status) for f in facts] == [("other", "2017-10-09", "concluded")]


def test_a_meeting_of_the_year_of_publication_dates_what_its_sentence_tells():
    text = (
        "In 2025 Kazakhstan and Vietnam mark the 33rd anniversary of their diplomatic relations.\n\n"
        "The talks on May 6 between the two presidents were fruitful: they adopted a joint statement on the "
        "establishment of a strategic partnership. They witnessed the signing of an agreement on tin between the two."
    )
    told = {f.kind: f.period for f in agreements(text, opening="", published=None)}
    assert (told["partnership"], told["agreement"]) == ("2025-05-06", "2025-05-06")


def test_the_years_that_a_plan_is_for_do_not_postdate_the_line_that_dates_the_text():
    text = (
        "President of Kazakhstan receives minister of Vietnam\n\n12 April 2016, Astana\n\n"
        "The President of Kazakhstan received the Minister of Foreign Affairs of Vietnam on April 12.\n\n"
        "Earlier the ministers signed a plan of cooperation between the ministries for 2017–2019."
    )
    (fact,) = agreements(text, opening="", published=None)
    assert fact.period == "2016-04-12"


def test_letters_may_come_decomposed():
    text = unicodedata.normalize(
        "NFD",
        "Bà Rịa–Vũng Tàu và Mangystau: on 3 June 2024 Bà Rịa–Vũng Tàu and Mangystau became sister provinces.",
    )
    facts = agreements(text)
    assert [(f.kind, f.period) for f in facts] == [("twinning", "2024-06-03")]
    assert "Mangystau" in facts[0].title


def test_other_items_of_a_digest_yield_no_rows():
    text = (
        "EU seals trade pact\n\nThe European Union and Vietnam signed a trade agreement on June 3.\n\n"
        "Tashkent courts Hanoi\n\nUzbekistan and Vietnam signed a visa exemption agreement and set up an "
        "intergovernmental commission on June 4."
    )
    assert agreements(text) == []


def test_rows_come_in_the_order_of_the_text():
    text = "On June 3 they signed a treaty on extradition, an agreement on tourism and a memorandum on sport."
    assert [f.kind for f in agreements(text)] == ["treaty", "agreement", "memorandum"]


def test_the_quote_is_the_whole_sentence():
    sentence = "In May 2024 the two ministries signed an agreement on seed testing."
    (fact,) = agreements(f"They met in Hanoi. {sentence} Trade grew.")
    assert fact.quote == sentence


def test_lines_of_a_list_of_things_to_do_are_proposed() -> None:
    text = (
        "The two sides resolved to:\n\n- set up a working group on customs;\n\n"
        "- sign an agreement on grain storage;\n\n- continue to implement the treaty on extradition of 2017."
    )
    expected = [
        ("body", "working group customs", "", "", "proposed"),
        ("agreement", "grain storage", "", "", "proposed"),
        ("treaty", "extradition", "2017", "", "concluded"),
    ]
    assert_rows(agreements(text), expected)


def test_a_predecessor_is_called_what_the_text_calls_it() -> None:
    text = (
        "The archives signed a cooperation agreement between the archives of the two countries on June 3. "
        "It replaces a memorandum of 2009."
    )
    expected = [
        ("agreement", "archives", "2024-06-03", "", "concluded"),
        ("memorandum", "archives 2009", "2009", "", "concluded"),
    ]
    assert_rows(agreements(text), expected)
