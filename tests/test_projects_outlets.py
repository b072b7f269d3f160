"""Undertakings as outlets tell them in passing: a route without its cities, a lot likened to last year's, a list."""

from __future__ import annotations

import pytest
from test_projects import rows, told

ROUTES = [
    (
        "SCAT operates charters from Aktau to Cam Ranh four times a week, besides the Astana – Hanoi service of Air"
        " Astana.",
        [
            dict(place="Aktau; Cam Ranh", quantity=4, parties="SCAT"),
            dict(place="Astana; Hanoi", quantity=None, parties="Air Astana"),
        ],
    ),
    (
        "The minister stressed the need to look into launching a direct air route between Viet Nam and Kazakhstan.",
        [dict(sector="aviation", status="proposed", place=None)],
    ),
    ("The two sides agreed to open direct flights between the two countries.", [dict(status="planned")]),
    ("Vietnam and Kazakhstan agreed to consider opening direct flights.", [dict(status="proposed")]),
    ("Regular flights between Kazakhstan and Viet Nam are already in operation.", [dict(status="operating")]),
    # where the cities are told as well, the general word adds nothing
    (
        "Viet Nam and Kazakhstan plan to launch direct flights. Vietjet will fly from Da Nang to Aktau twice a week.",
        [dict(place="Da Nang; Aktau", quantity=2, unit="flights/week", parties="Vietjet")],
    ),
    ("Both ministers asked for more direct flights between Kazakhstan and Viet Nam.", []),
    ("He noted that the launch of direct flights between Kazakhstan and Viet Nam had helped tourism.", []),
    (
        "Vietjet will open a route from Ho Chi Minh to Aktau. The first flight on the Ho Chi Minh – Aktau route is"
        " scheduled for June 3, 2025.",
        [dict(place="Ho Chi Minh; Aktau", status="planned", period="2025-06-03", parties="Vietjet")],
    ),
    (
        "Vietnam Airlines plans thrice-a-week flights from Da Lat to the Kazakh capital.",
        [dict(quantity=3, unit="flights/week", place="Da Lat; the Kazakh capital")],
    ),
    (
        "He proposed widening air links, which now stand at 26 flights a week, by opening an Aktau–Hue route soon.",
        [
            dict(quantity=26, unit="flights/week", place=None, status="operating"),
            dict(quantity=None, place="Aktau; Hue", status="proposed"),
        ],
    ),
    (
        "SCAT will run flights from Shymkent to Hanoi, starting in June next year.",
        [dict(place="Shymkent; Hanoi", period="2026-06", status="planned")],
    ),
]

LOTS = [
    (
        "In 2024, 48,000 tons of Kazakh barley were shipped to Vietnam, against 9,500 tons in 2023.",
        [
            dict(quantity=48_000, period="2024", status="done"),
            dict(quantity=9_500, period="2023", status="done"),
        ],
    ),
    (
        "Kazakhstan would like to purchase 300,000 day-old chicks from Viet Nam.",
        [dict(sector="agriculture", quantity=300_000, unit="chicks", status="proposed")],
    ),
    (
        "Since autumn our traders have been sending barley to Vietnam; so far 7,000 tons have been delivered to mills"
        " in Hai Phong.",
        [dict(sector="agriculture", quantity=7_000, unit="t", place="Hai Phong", status="done")],
    ),
    (
        "The first batch of beef of 20 tons will be shipped to Vietnam in June, and by the end of the year it is"
        " planned to deliver up to 400 tons.",
        [dict(quantity=20, period="2025-06"), dict(quantity=400, period="2025", status="planned")],
    ),
    (
        "In 2022, Kazakhstan sold 1,300 tons of honey to Vietnam, in 2023 – 2,900.",
        [dict(quantity=1_300, period="2022", status="done")],
    ),
    # a gift of books, no translating of one
    (
        "The Vietnamese envoy gave the Kazakh library 60 books, including the Kazakh translation of “Diary of Sand”.",
        [dict(quantity=60, unit="books", status="done")],
    ),
    # no weight, but a buyer
    (
        "The ministers discussed deliveries of Kazakh crude to Vietnam's Nghi Son refinery.",
        [dict(title="supply of Kazakh crude", sector="energy", place="Nghi Son", status="proposed")],
    ),
    (
        "Talks are under way on supplies of Kazakh manganese concentrate to Hoa Phat.",
        [dict(title="supply of Kazakh manganese concentrate", parties="Hoa Phat", status="proposed")],
    ),
    (
        "Vietnam thanked Kazakhstan for the consignment of protective equipment sent in 2021.",
        [dict(sector="health", period="2021", status="done")],
    ),
    (
        "His country, Kazakhstan, was ready to consider crude oil supplies to the Dung Quat refinery in Vietnam.",
        [dict(title="supply of crude oil", place="Dung Quat", status="proposed")],
    ),
    (
        "Kazatomprom has offered to supply uranium powder from its own plant for the Ninh Thuan power station in"
        " Vietnam, on which construction is to start.",
        [dict(sector="energy", place="Ninh Thuan", parties="Kazatomprom", status="proposed")],
    ),
    (
        "Under the biggest contract, which provides for barley, Kazakhstan will send 9,000 tons to Vietnamese feed"
        " mills. Deliveries are planned to begin in the third quarter of 2025.",
        [dict(quantity=9_000, period="2025-07/2025-09", status="planned")],
    ),
    (
        "KTZ Express will begin container shipments on the route Aktau – Lianyungang – Da Nang with up to 90 TEU"
        " a month.",
        [dict(sector="transport", quantity=90, unit="TEU/month", place="Aktau; Lianyungang; Da Nang")],
    ),
    ("Vietnam may buy poultry from six Kazakh plants and authorised three Kazakh enterprises.", []),
    (
        "The sides discussed the supply of 12 locomotives built in Astana to Vietnam Railways.",
        [dict(sector="industry", quantity=12, unit="locomotives", status="proposed")],
    ),
]

PLANTS = [
    (
        "Vietnamese firms are ready to consider the construction of a shoe factory and a tea packing plant in Taraz.",
        [dict(place="Taraz", status="proposed"), dict(place="Taraz", status="proposed")],
    ),
    (
        "In Aktobe, a Vietnamese investor has put $2 million into a furniture showroom, which opened in January 2025.",
        [dict(value_usd=2e6, place="Aktobe", status="operating", period="2025-01")],
    ),
    (
        "A Vietnamese garment maker, Viet Tien, is scouting sites for a factory near Taraz.",
        [dict(place="Taraz", parties="Viet Tien", status="proposed")],
    ),
    (
        "Six Vietnamese rice varieties will be tested on 40 hectares in Shieli district in 2026.",
        [dict(sector="agriculture", quantity=40, unit="ha", place="Shieli district", period="2026", status="planned")],
    ),
    (
        "The sides agreed to approve certificates by the end of the year and to open a trade house of Kazakhstan in Hue"
        " in 2026.",
        [dict(place="Hue", period="2026", status="planned")],
    ),
    (
        "Kazakhstan and Vietnam are to study the possibility of a joint farm raising sheep in Ninh Hai district with"
        " a herd of 800 head.",
        [dict(sector="agriculture", quantity=800, unit="head", status="proposed")],
    ),
    ("Kazakhstan and Vietnam signed the agreement in the Burabay resort in May.", []),
    ("Almaty is the biggest trade centre of Kazakhstan and wants more goods from Vietnam.", []),
    ("They will train engineers for Vietnam and Kazakhstan, as both countries prepare to build power plants.", []),
    (
        "Construction of a sugar mill with the participation of investors from Vietnam will start in Kazakhstan.",
        [dict(sector="agriculture", status="planned", place="Kazakhstan")],
    ),
    (
        "Kazakhstan's deputy minister offered the Vietnamese business circles projects for a flour mill, a sheep farm,"
        " a bottling plant and others.",
        [dict(title="flour mill"), dict(title="sheep farm"), dict(title="bottling plant", status="proposed")],
    ),
    (
        "The akim offered the Vietnamese investors projects for building a feed mill, a tomato greenhouse, a leather"
        " factory and a bottling plant in the Zhambyl Region of Kazakhstan.",
        [
            dict(title="feed mill", status="proposed"),
            dict(title="tomato greenhouse", status="proposed"),
            dict(title="leather factory", status="proposed"),
            dict(title="bottling plant", status="proposed"),
        ],
    ),
    (
        "A KAP bus assembly plant was opened in Vietnam. It will produce up to 800 vehicles per year.",
        [dict(sector="industry", status="operating", quantity=800, unit="vehicles/year", place="Vietnam")],
    ),
    (
        "Grain passes through the Kazakhstan-Vietnam terminal.\n\nThe terminal in Da Nang has a capacity of 90,000 TEU"
        " per year.",
        [dict(sector="transport", status="operating", quantity=90_000, unit="TEU/year", place="Da Nang")],
    ),
    (
        "The joint venture of PVEP with KazMunayGas in Mangystau, now good for 9,000 barrels per day, is preparing for"
        " its third phase.",
        [dict(sector="energy", status="operating", quantity=9_000, unit="barrels/day", place="Mangystau")],
    ),
    (
        "Kazakhstan aims at building a railway through Laos to link Central Asia with Vietnam.",
        [dict(sector="transport", place="Laos", status="planned")],
    ),
    (
        "The Vietnamese side proposed creating a joint Kazakh-Vietnamese grain consortium.",
        [dict(sector="agriculture", status="proposed")],
    ),
    (
        "The president supports the idea of transforming the Vietnamese lender F88 that operates in Kazakhstan into a"
        " second-tier bank.",
        [dict(sector="finance", status="proposed", parties="F88")],
    ),
    (
        "The issue of establishing a branch of the Hanoi Medical University in Semey, Kazakhstan, will be addressed.",
        [dict(sector="education", status="proposed", place="Semey")],
    ),
]

DEALS = [
    # what was shown to a guest
    ("The President of Viet Nam was shown a new bridge in Astana, Kazakhstan, built by a Turkish company.", []),
    (
        "“The sides have already signed $300mln worth contracts,” the Kazakh minister told the forum in Hanoi.",
        [dict(sector="trade", status="done", value_usd=3e8)],
    ),
    (
        "The two countries are implementing 21 joint projects with a total value of $900 million.",
        [dict(sector="investment", status="operating", value_usd=9e8, quantity=21, unit="projects")],
    ),
    # counted with their sum, one side's projects in the other country are one undertaking
    (
        "Kazakh companies have 17 projects in Viet Nam with a registered capital of $64 million.",
        [dict(value_usd=64e6, quantity=17, unit="projects", place="Viet Nam", status="operating")],
    ),
    (
        "A memorandum between Vinacomin and Kazakhmys envisages an exchange of geologists.",
        [dict(status="planned", parties="Vinacomin; Kazakhmys")],
    ),
]

_GROUPS = {name: cases for name, cases in globals().items() if name.isupper() and isinstance(cases, list)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [case for cases in _GROUPS.values() for case in cases],
    ids=[f"{name.lower()}-{i}" for name, cases in _GROUPS.items() for i in range(len(cases))],
)
def test_undertakings_told_in_passing(text, expected):
    found = rows(text)
    assert [told(row, cells) for row, cells in zip(found, expected, strict=True)] == expected
