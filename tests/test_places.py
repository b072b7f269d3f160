"""Which places a sentence names, and whose they are."""

from __future__ import annotations

import unicodedata

import pytest

from kzvn_analysis.reading.model import Sentence
from kzvn_analysis.reading.places import coordinates, find_places, place_named


def found(text: str) -> list[tuple[str, str, str | None]]:
    mentions = find_places(text, [Sentence(0, len(text), text, "body", 0, 0)])
    assert all(text[m.start : m.end] == m.text for m in mentions)
    return [(m.name, m.kind, m.country) for m in mentions]


HANOI, HCMC = ("Hanoi", "city", "VNM"), ("Ho Chi Minh City", "city", "VNM")
ASTANA, ALMATY = ("Astana", "city", "KAZ"), ("Almaty", "city", "KAZ")


@pytest.mark.parametrize(
    "spelling", ["Hanoi", "Ha Noi", "Hà Nội", "HÀ NỘI", "HANOI", unicodedata.normalize("NFD", "Hà Nội")]
)
def test_spellings_of_hanoi(spelling):
    assert found(f"They met in {spelling}.") == [HANOI]


@pytest.mark.parametrize(
    ("spelling", "place"),
    [
        ("Nur-Sultan", ASTANA),
        ("NUR-SULTAN", ASTANA),
        ("Tselinograd", ASTANA),
        ("Alma-Ata", ALMATY),
        ("Saigon", HCMC),
        ("HCM City", HCMC),
        ("Hồ Chí Minh City", HCMC),
        ("Haiphong", ("Hai Phong", "city", "VNM")),
        ("Đà Nẵng", ("Da Nang", "city", "VNM")),
        ("Ust-Kamenogorsk", ("Ust-Kamenogorsk", "city", "KAZ")),
        ("Oskemen", ("Ust-Kamenogorsk", "city", "KAZ")),
        ("East Kazakhstan", ("East Kazakhstan", "region", "KAZ")),
        ("Mangystau Region", ("Mangystau", "region", "KAZ")),
        ("Bà Rịa – Vũng Tàu", ("Ba Ria-Vung Tau", "region", "VNM")),
        ("Việt Nam", ("Viet Nam", "country", "VNM")),
        ("Viet Nam", ("Viet Nam", "country", "VNM")),
        ("the Socialist Republic of Vietnam", ("Viet Nam", "country", "VNM")),
        ("the Republic of Korea", ("South Korea", "country", "KOR")),
        ("the U.S.", ("United States", "country", "USA")),
        ("Beijing", ("Beijing", "city", "CHN")),
        ("Tashkent", ("Tashkent", "city", "UZB")),
        ("the Eurasian Economic Union", ("EAEU", "bloc", None)),
        ("ASEAN", ("ASEAN", "bloc", None)),
    ],
)
def test_a_place_by_any_name(spelling, place):
    assert found(f"They came from {spelling}, it is said.") == [place]


def test_peoples_are_adjectives():
    assert found("Kazakhs, Kazakhstanis, Vietnamese and a Kazakh-Vietnamese company met Chinese buyers.") == [
        ("Kazakhstan", "adjective", "KAZ"),
        ("Kazakhstan", "adjective", "KAZ"),
        ("Viet Nam", "adjective", "VNM"),
        ("Kazakhstan", "adjective", "KAZ"),
        ("Viet Nam", "adjective", "VNM"),
        ("China", "adjective", "CHN"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "President Ho Chi Minh came in 1959.",
        "Deputy Prime Minister Nguyen Hoa Binh spoke.",
        "It cost US$45 million, or 45 million US dollars.",
        "Air Astana and The Astana Times are well known.",
        "The hue of the lacquer, and turkey for dinner.",
        "Reading helps.",
    ],
)
def test_no_place(text):
    assert found(text) == []


def test_a_province_that_people_are_named_after_is_still_a_province():
    assert found("They toured Hoa Binh and Quang Ninh.") == [
        ("Hoa Binh", "region", "VNM"),
        ("Quang Ninh", "region", "VNM"),
    ]


def test_names_joined_by_a_dash():
    assert found("The Vietnam–Kazakhstan line: Almaty- Ho Chi Minh City.") == [
        ("Viet Nam", "country", "VNM"),
        ("Kazakhstan", "country", "KAZ"),
        ALMATY,
        HCMC,
    ]


def test_places_outside_the_sentences_do_not_count():
    text = "HANOI – They met in Almaty."
    assert [m.name for m in find_places(text, [Sentence(8, len(text), text[8:], "body", 0, 0)])] == ["Almaty"]


def test_coordinates_for_the_map():
    assert coordinates("Hà Nội") == coordinates("Ha Noi") == (21.03, 105.85)
    assert coordinates("Nur-Sultan") == coordinates("Astana")
    assert coordinates("Kazakhstan") is None
    assert coordinates("Nowhere") is None


def test_a_place_looked_up_by_name():
    assert place_named("HANOI").country == "VNM"
    assert place_named("Air Astana") is None
