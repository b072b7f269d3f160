"""Concrete undertakings between the two countries: one row each, with what the text states of it."""

from __future__ import annotations

import pytest

from kzvn_analysis.facts.projects import STATUSES, find_projects
from kzvn_analysis.facts.sectors import SECTORS
from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text

OPENING = "Kazakhstan and Viet Nam established diplomatic relations in 1992."
CELLS = ("sector", "status", "value_usd", "quantity", "unit", "place", "parties", "period")


def rows(text: str, opening: str = OPENING):
    """The project rows of a clipping of 5 May 2025 that says `text`."""
    return list(find_projects(read(article_from_text(f"{opening}\n\n{text}", published="2025-05-05"))))


def told(row, expected: dict) -> dict:
    """The cells of `row` that `expected` names."""
    return {name: getattr(row, name) for name in expected}


# Each sentence with the rows a careful reader would write; cells not named are left open.
FLIGHTS = [
    (
        "Kazakh cotton is to be woven in Nam Dinh by a joint venture licensed in March with a capital of "
        "$3 million.",
        [dict(sector="industry", status="planned", value_usd=3e6, place="Nam Dinh", period=None)],
    ),
    (
        "Kazakhstan Temir Zholy (KTZ) and Vietnam Railways are studying a container service from Da Nang "
        "to Almaty.",
        [dict(status="proposed", parties="Kazakhstan Temir Zholy; Vietnam Railways")],
    ),
    (
        "The Oskemen Zinc Combine took 9,000 tonnes of rutile concentrate from Binh Thuan last year.",
        [dict(sector="mining", status="done", quantity=9000, unit="t", parties="Oskemen Zinc Combine")],
    ),
    (
        "A 30 MW solar station near Taraz, built with Vietnamese panels, has been feeding the grid since 2023.",
        [dict(sector="energy", status="operating", quantity=30, unit="MW", place="Taraz", period="2023")],
    ),
    (
        "Hoa Phat has acquired 40 percent of the Karaganda steel mill Temir Bolat for $12 million.",
        [dict(title="40 percent of Karaganda steel mill Temir Bolat", status="done", value_usd=12e6)],
    ),
    (
        "SCAT serves Da Nang four times a week from Shymkent.",
        [dict(status="operating", quantity=4, unit="flights/week", place="Da Nang; Shymkent", parties="SCAT")],
    ),
    (
        "Air Astana serves Phu Quoc three times a week from Almaty and has been flying to Cam Ranh twice "
        "weekly since last October.",
        [
            dict(status="operating", quantity=3, place="Phu Quoc; Almaty", parties="Air Astana"),
            dict(status="operating", quantity=2, place="Cam Ranh", parties="Air Astana", period="2024-10"),
        ],
    ),
    (
        "Vietjet now promises to return to Hanoi – Astana on 1 July with four rotations a week.",
        [dict(status="planned", quantity=4, unit="flights/week", place="Hanoi; Astana", period="2025-07-01")],
    ),
    (
        "FlyArystan has applied for slots at Da Nang from Aktau.",
        [dict(status="proposed", quantity=None, place="Da Nang; Aktau", parties="FlyArystan")],
    ),
    (
        "Air Astana operates four weekly flights between Almaty and Phu Quoc.",
        [
            dict(
                sector="aviation",
                status="operating",
                quantity=4,
                unit="flights/week",
                place="Almaty; Phu Quoc",
                parties="Air Astana",
            )
        ],
    ),
    (
        "Vietjet will launch a route linking Almaty with Da Nang on July 15, with three flights a week.",
        [
            dict(
                status="planned",
                quantity=3,
                unit="flights/week",
                place="Almaty; Da Nang",
                parties="Vietjet",
                period="2025-07-15",
            )
        ],
    ),
    (
        "SCAT plans to fly from Shymkent to Cam Ranh every Monday and Thursday.",
        [dict(status="planned", quantity=2, unit="flights/week", place="Shymkent; Cam Ranh", parties="SCAT")],
    ),
    (
        "The two sides agreed to open direct flights between Astana and Ho Chi Minh City by the end of 2026.",
        [dict(status="planned", place="Astana; Ho Chi Minh City", period="2026", quantity=None)],
    ),
    (
        "The ministers considered opening flights between Astana and Hanoi and resuming the Almaty – Ho Chi "
        "Minh City route.",
        [
            dict(status="proposed", place="Astana; Hanoi"),
            dict(status="proposed", place="Almaty; Ho Chi Minh City"),
        ],
    ),
    (
        "Air Astana operates five weekly flights from Almaty to Nha Trang and two from Astana to Phu Quoc.",
        [
            dict(status="operating", quantity=5, place="Almaty; Nha Trang"),
            dict(status="operating", quantity=2, place="Astana; Phu Quoc"),
        ],
    ),
    (
        "Viet Nam proposed charter flights from Hanoi to Turkistan.",
        [dict(status="proposed", place="Hanoi; Turkistan", title="charter flights Hanoi – Turkistan")],
    ),
    (
        "FlyArystan started flights on the Aktau – Nha Trang route in March 2024.",
        [dict(status="operating", place="Aktau; Nha Trang", parties="FlyArystan", period="2024-03")],
    ),
    (
        "At present 18 flights a week link Kazakhstan and Viet Nam.",
        [dict(status="operating", quantity=18, unit="flights/week", place=None)],
    ),
    (
        "The number of direct flights between the two countries grew from three per week in 2022 to eleven "
        "in 2024, Kazakhstan's "
        "embassy in Hanoi said.",
        [dict(status="operating", quantity=11, unit="flights/week", period="2024")],
    ),
    (
        "Vietjet, which flies between Almaty and Da Nang on Mondays and Fridays, will double that frequency "
        "in October.",
        [
            dict(status="operating", quantity=2, place="Almaty; Da Nang"),
            dict(status="planned", quantity=4, place="Almaty; Da Nang", period="2025-10"),
        ],
    ),
    (
        "Kazakhstan asked Vietnam Airlines to consider flights to Almaty.",
        [dict(status="proposed", place="Almaty", parties="Vietnam Airlines")],
    ),
    (
        "From June, Air Astana will fly to Da Nang twice a week.",
        [
            dict(
                status="planned",
                quantity=2,
                unit="flights/week",
                place="Da Nang",
                parties="Air Astana",
                period="2025-06",
            )
        ],
    ),
    (
        "Charter flights now run from Almaty, Astana and Karaganda to Cam Ranh.",
        [dict(status="operating", place="Almaty; Astana; Karaganda; Cam Ranh")],
    ),
    (
        "In July 2021 a charter flight brought 60 citizens of Kazakhstan home from Da Nang.",
        [dict(status="done", place="Da Nang", period="2021-07")],
    ),
    (
        "Vietjet has raised the frequency of its Astana–Cam Ranh service from two to four flights a week.",
        [
            dict(
                status="operating",
                quantity=4,
                unit="flights/week",
                place="Astana; Cam Ranh",
                parties="Vietjet",
            )
        ],
    ),
    (
        "SCAT will increase the number of flights between Aktau and Da Nang from one to three per "
        "week in November.",
        [
            dict(status="operating", quantity=1, period=None),
            dict(status="planned", quantity=3, place="Aktau; Da Nang", period="2025-11"),
        ],
    ),
    (
        "Some nine flights a week now link Almaty with Phu Quoc, and from September, Air Astana is "
        "to fly twice a week between Astana and Hanoi.",
        [
            dict(status="operating", quantity=9, place="Almaty; Phu Quoc"),
            dict(status="planned", quantity=2, place="Astana; Hanoi", parties="Air Astana", period="2025-09"),
        ],
    ),
    (
        "FlyArystan has applied for permission to fly between Shymkent and Hue.",
        [dict(status="proposed", place="Shymkent; Hue")],
    ),
    (
        "Flights from Almaty to Da Nang are performed three times a week and to Phu Quoc five times a week.",
        [
            dict(status="operating", quantity=3, place="Almaty; Da Nang"),
            dict(status="operating", quantity=5, place="Almaty; Phu Quoc"),
        ],
    ),
    (
        "The first flight after the break left Astana for Cam Ranh on 2 March.",
        [dict(status="done", place="Astana; Cam Ranh", period="2025-03-02")],
    ),
]

PLANTS = [
    (
        "A Vietnamese company is building a $40 million coffee factory in Konaev, Kazakhstan.",
        [
            dict(
                sector="agriculture",
                status="planned",
                value_usd=40e6,
                place="Konaev",
                parties="Vietnamese company",
            )
        ],
    ),
    (
        "Viglacera of Viet Nam plans to open a tile factory worth US$30 million in Kyzylorda in 2027.",
        [dict(status="planned", value_usd=30e6, place="Kyzylorda", parties="Viglacera", period="2027")],
    ),
    (
        "TH Group wants to set up a dairy farm on 2,000 hectares in Akmola Region, Kazakhstan.",
        [dict(sector="agriculture", status="proposed", quantity=2000, unit="ha", parties="TH Group")],
    ),
    (
        "Vinmec is considering a clinic in Astana.",
        [dict(sector="health", status="proposed", place="Astana", parties="Vinmec")],
    ),
    (
        "Since 2019 a Kazakh-Vietnamese joint venture has been producing 4,000 tonnes of noodles a year in "
        "Karaganda.",
        [
            dict(
                sector="agriculture",
                status="operating",
                quantity=4000,
                unit="t/year",
                place="Karaganda",
                period="2019",
            )
        ],
    ),
    (
        "Kazakhstan offered Viet Nam 15 hectares for a terminal at the port of Aktau.",
        [dict(sector="transport", status="proposed", quantity=15, unit="ha")],
    ),
    (
        "Kazakhstan is ready to allocate 50 hectares for logistics hubs of Vietnamese companies.",
        [dict(sector="transport", status="proposed", quantity=50, unit="ha")],
    ),
    (
        "Freedom Holding will put $20 million into a subsidiary in Da Nang.",
        [
            dict(
                sector="finance", status="planned", value_usd=20e6, place="Da Nang", parties="Freedom Holding"
            )
        ],
    ),
    (
        "The Kazakh side proposed opening a trade house in Ho Chi Minh City.",
        [dict(sector="trade", status="proposed", place="Ho Chi Minh City")],
    ),
    (
        "A trading house of Kazakhstan was opened in Hanoi in 2024.",
        [dict(sector="trade", status="operating", place="Hanoi", period="2024")],
    ),
    (
        "With Vietnamese capital, a hotel in Aktau and a $15 million greenhouse complex in Shymkent are "
        "under construction in Kazakhstan.",
        [
            dict(sector="tourism", status="planned", place="Aktau", value_usd=None),
            dict(sector="agriculture", status="planned", place="Shymkent", value_usd=15e6),
        ],
    ),
    (
        "Viettel intends to establish a joint venture with Kazakhtelecom for 5G networks.",
        [dict(sector="digital", status="planned", parties="Viettel; Kazakhtelecom")],
    ),
    (
        "The two countries' academies of sciences are considering a joint laboratory of seismology.",
        [dict(sector="science", status="proposed", title="joint laboratory of seismology")],
    ),
    (
        "Astana Motors and VinFast signed an agreement on the production of electric cars in Kostanay worth "
        "$150 million.",
        [dict(sector="industry", status="planned", value_usd=150e6)],
    ),
    (
        "Vinamilk is weighing a $60 million dairy plant near Kostanay.",
        [
            dict(
                status="proposed",
                sector="agriculture",
                value_usd=60000000.0,
                place="Kostanay",
                parties="Vinamilk",
            )
        ],
    ),
    (
        "Viet Nam’s Thaco presented a project of a bus assembly plant in Saran worth $35 million.",
        [dict(status="proposed", value_usd=35000000.0, sector="industry")],
    ),
    (
        "TH Group announced in March that it would build a cattle farm of 4,000 head in the Akmola Region.",
        [dict(status="planned", quantity=4000, unit="head", period=None)],
    ),
    (
        "In Aktobe, Viglacera's tile factory, a joint venture with a local partner, has been "
        "turning out 900 tons a month since 2023.",
        [dict(status="operating", quantity=900, unit="t/month", period="2023", parties="Viglacera")],
    ),
    (
        "Plans for a Kazakh showroom in Da Nang still await an investor.",
        [dict(status="proposed", sector="trade", place="Da Nang")],
    ),
    (
        "A bust of the poet Abai will be unveiled in Hue in 2026, while Viet Nam Culture Days will "
        "be held in Astana in October.",
        [
            dict(status="planned", sector="culture", place="Hue", period="2026"),
            dict(status="planned", sector="culture", place="Astana", period="2025-10"),
        ],
    ),
    (
        "He proposed that PetroVietnam take part in oil and gas exploration in the Caspian Sea with "
        "Kazakh companies.",
        [dict(status="proposed", sector="energy", place="Caspian Sea", parties="PetroVietnam")],
    ),
    (
        "FPT and Astana Hub agreed to open a software centre in Almaty which will employ 150 engineers.",
        [dict(status="planned", sector="digital", quantity=150, unit="engineers", place="Almaty")],
    ),
    (
        "The ambassador said Kazakhstan was interested in building a phosphate plant in Viet Nam.",
        [dict(status="proposed", sector="industry", place="Viet Nam")],
    ),
]

DEALS = [
    (
        "Viet Nam's Sovico Group acquired a 51 per cent stake in Qazaq Air in December 2024.",
        [dict(sector="aviation", status="done", parties="Sovico Group", period="2024-12")],
    ),
    (
        "Under a contract signed on Monday, FPT buys 25 per cent of the Astana firm Dala Soft for US$6 "
        "million.",
        [dict(status="done", value_usd=6e6)],
    ),
    (
        "PetroVietnam and KazMunayGas signed a deal to explore for oil in Mangystau.",
        [dict(sector="energy", status="planned", parties="PetroVietnam; KazMunayGas", place="Mangystau")],
    ),
    (
        "Kazakh and Vietnamese companies signed contracts worth $120 million in Hanoi.",
        [dict(sector="trade", status="done", value_usd=120e6)],
    ),
    (
        "Kazakh exporters brought home preliminary contracts for $12.5 million from Viet Nam.",
        [dict(sector="trade", status="planned", value_usd=12.5e6)],
    ),
    (
        "Vietnam Airlines and Air Astana are in talks on a code-share agreement.",
        [dict(status="proposed", sector="aviation")],
    ),
    (
        "Việt Nam Railways and KTZ Express signed a contract on the carriage of 800 containers.",
        [dict(status="planned", sector="transport", quantity=800, unit="containers")],
    ),
]

SHIPMENTS = [
    (
        "In January–March 9,000 tonnes of Kazakh wheat were shipped to Viet Nam.",
        [dict(sector="agriculture", status="done", quantity=9000, unit="t", period="2025-01/2025-03")],
    ),
    (
        "A Hanoi company will take 20 thousand tonnes of feed barley from Kazakhstan in the second quarter "
        "of 2026.",
        [dict(sector="agriculture", status="planned", quantity=20000, unit="t", period="2026-04/2026-06")],
    ),
    (
        "Kazphosphate delivered 3,000 tons of yellow phosphorus to Hai Phong.",
        [
            dict(
                sector="industry",
                status="done",
                quantity=3000,
                unit="t",
                place="Hai Phong",
                parties="Kazphosphate",
            )
        ],
    ),
    (
        "The first batch of Kazakh honey was sent to Hanoi in April.",
        [dict(sector="agriculture", status="done", place="Hanoi", period="2025-04", quantity=None)],
    ),
    (
        "Kostanay Mills undertook to send 3,000 tonnes of flour a month to Can Tho.",
        [
            dict(
                sector="agriculture",
                status="planned",
                quantity=3000,
                unit="t/month",
                place="Can Tho",
                parties="Kostanay Mills",
            )
        ],
    ),
    (
        "Kazakhstan is ready to supply Viet Nam with 100,000 tons of grain.",
        [dict(sector="agriculture", status="proposed", quantity=100000, unit="t")],
    ),
    (
        "The first container train with Kazakh lentils left Almaty for Hanoi in February.",
        [dict(sector="transport", place="Almaty; Hanoi", period="2025-02", status="done")],
    ),
    (
        "Kazakhstan proposed launching a container train from Altynkol to Hai Phong.",
        [dict(sector="transport", status="proposed", place="Altynkol; Hai Phong")],
    ),
    (
        "A train of 40 containers loaded with 1,000 tons of barley left Kostanay for Hai Phong on April 3.",
        [dict(status="done", quantity=1000, unit="t", period="2025-04-03")],
    ),
    (
        "Kazakhstan is able to supply Viet Nam with 60,000 tons of wheat annually.",
        [dict(status="proposed", quantity=60000, unit="t/year")],
    ),
    (
        "Astana offered to raise grain transit to Viet Nam via Lianyungang to 200,000 tons a year.",
        [dict(status="proposed", quantity=200000, sector="transport")],
    ),
    (
        "Bayan Sulu is negotiating with a Vietnamese chain of shops on the supply of sweets.",
        [dict(status="proposed", sector="agriculture", parties="Bayan Sulu")],
    ),
    (
        "KTZ Express and Ratraco plan to send three trains a month to Viet Nam from July and to "
        "switch to a weekly service in 2026.",
        [
            dict(status="planned", quantity=3, unit="trains/month", period="2025-07"),
            dict(status="planned", quantity=1, unit="trains/week", period="2026"),
        ],
    ),
]

PEOPLE = [
    (
        "Kazakhstan grants 25 scholarships a year to Vietnamese students.",
        [dict(sector="education", status="operating", quantity=25, unit="scholarships/year")],
    ),
    (
        "Nha Trang University is to admit 12 Kazakh students of fisheries.",
        [
            dict(
                sector="education",
                status="planned",
                quantity=12,
                unit="students",
                parties="Nha Trang University",
            )
        ],
    ),
    (
        "Hospitals of Kazakhstan and Viet Nam will exchange eight doctors a year.",
        [dict(sector="health", status="planned", quantity=8, unit="doctors/year")],
    ),
    (
        "A contractor in Atyrau, Kazakhstan, intends to hire 300 Vietnamese workers from September.",
        [
            dict(
                sector="labour",
                status="planned",
                quantity=300,
                unit="workers",
                place="Atyrau",
                period="2025-09",
            )
        ],
    ),
    (
        "Viet Nam sent 50,000 face masks to Kazakhstan in 2020.",
        [dict(sector="health", status="done", quantity=50000, unit="masks", period="2020")],
    ),
    (
        "Kazakhstan is considering scholarships for 15 Vietnamese students a year.",
        [dict(status="proposed", quantity=15, unit="students/year", sector="education")],
    ),
    (
        "Every year Viet Nam grants six scholarships to Kazakh students.",
        [dict(status="operating", quantity=6, unit="scholarships/year")],
    ),
]

CULTURE = [
    (
        "Days of Vietnamese Culture were held in Astana in September 2023.",
        [
            dict(
                sector="culture",
                status="done",
                place="Astana",
                period="2023-09",
                title="Days of Vietnamese Culture",
            )
        ],
    ),
    (
        "Kazakhstan will hold Days of Kazakh Culture in Hanoi next year.",
        [dict(sector="culture", status="planned", place="Hanoi", period="2026")],
    ),
    (
        "Abai's Book of Words was published in Vietnamese in 2021.",
        [
            dict(
                sector="culture",
                status="done",
                period="2021",
                title="Vietnamese translation of Book of Words",
            )
        ],
    ),
    (
        "Four documentaries from Viet Nam were shown in Almaty on March 3.",
        [dict(status="done", sector="culture", place="Almaty", period="2025-03-03")],
    ),
    (
        "The two tourism departments agreed to hold a Khanh Hoa tourism week in Almaty in February.",
        [dict(status="planned", sector="tourism", place="Almaty", period="2026-02")],
    ),
]

NOTHING = [
    # wishes without a place, a firm or a size
    "He asked both sides to facilitate more direct flights between the two countries.",
    "The two countries should promote cooperation in oil refineries and logistics centres.",
    "Vietnamese investors are interested in building factories in Kazakhstan.",
    "Kazakhstan wants to expand exports of flour, meat and oilseeds to Viet Nam.",
    # counts of people and goods
    "Last year 160,000 Kazakh tourists flew to Viet Nam on charter flights.",
    "Kazakhstan exports wheat, zinc and copper to Viet Nam.",
    "The minister called on Vietnamese carriers to use the Aktau port and a Kazakh route for deliveries to Europe.",
    "The sides want goods of Vietnam and Kazakhstan to be served via the Khorgos – Eastern Gate dry port.",
    "PVEP of Vietnam will carry the costs of the exploration stage in Kazakhstan, put at $12 million.",
    "The new service will become the fourth direct link between Vietnam and the Kazakh capital.",
    "The number of students from Kazakhstan in Vietnam has increased to 340 people.",
    # at home, elsewhere
    "Kazakhstan plans to build a nuclear power plant at Ulken.",
    "Uzbekistan Airways operates two flights a week to Da Nang.",
    "Kazakhstan harvested 18 million tonnes of wheat, and Viet Nam is one of its markets.",
    "The quota for Vietnamese rice in the whole Union, of which Kazakhstan is a member, is 10,000 tonnes.",
    # not there, or only looked at
    "There are no direct flights between Hanoi and Astana.",
    "The Vietnamese guests visited a greenhouse complex in Shymkent, Kazakhstan.",
    "The President of Kazakhstan flew home from Hanoi on Tuesday.",
    "An exporter in Kazakhstan said the freight rate to Hai Phong, Viet Nam, is $5,000 per container.",
    "An honorary consulate of Kazakhstan was opened in Ho Chi Minh City.",
    "Kazakhstan imports 9,000 tons of tea a year, a third of it from Viet Nam.",
    "He called for fuller use of the Kazakh logistics terminal in Lianyungang for trade with Viet Nam.",
    "The academies of Kazakhstan and Viet Nam discussed plant genetics.",
    "VCCI and Atameken signed an agreement on the establishment of a joint business council.",
    "VCCI and Kazakh Invest signed a memorandum of cooperation.",
    "Almaty-based Agro Protein sells flour to feed mills in Viet Nam.",
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*FLIGHTS, *PLANTS, *DEALS, *SHIPMENTS, *PEOPLE, *CULTURE],
    ids=lambda x: x[:50] if isinstance(x, str) else "",
)
def test_an_undertaking_becomes_a_row(sentence, expected):
    found = rows(sentence)
    assert [told(row, cells) for row, cells in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_undertaking(sentence):
    assert rows(sentence) == []


def test_the_next_sentence_may_tell_the_size():
    text = (
        "A Can Tho company has begun building a fish farm near Kokshetau. The farm will yield 2,000 tonnes "
        "a year from 2027; "
        "the investment is put at $5 million."
    )
    (row,) = rows(text)
    assert (row.value_usd, row.quantity, row.unit, row.place) == (5e6, 2000, "t/year", "Kokshetau")
    assert row.quote.startswith("A Can Tho company")


def test_one_undertaking_told_twice_is_one_row():
    text = (
        "Vietjet will launch flights between Almaty and Da Nang.\n\n"
        "The Almaty – Da Nang flights of Vietjet will start on 1 July, four times a week."
    )
    (row,) = rows(text)
    assert (row.quantity, row.period) == (4, "2025-07-01")


def test_a_route_that_runs_and_its_coming_growth_are_two_rows():
    text = (
        "Vietjet operates two flights a week between Almaty and Hanoi. From May 2026 it will operate seven "
        "flights a week between Almaty and Hanoi."
    )
    assert [(r.status, r.quantity) for r in rows(text)] == [("operating", 2), ("planned", 7)]


def test_a_headline_alone_makes_no_row():
    assert (
        rows(
            "",
            opening="Vietjet to launch flights from Almaty to Hanoi\n\nKazakhstan and Viet Nam are partners.",
        )
        == []
    )


def test_cells_keep_to_the_permitted_values_and_quotes_stand():
    for sentence, _ in [*FLIGHTS, *PLANTS, *DEALS]:
        article = article_from_text(f"{OPENING}\n\n{sentence}", published="2025-05-05")
        for row in find_projects(read(article)):
            assert row.sector in SECTORS and row.status in STATUSES
            assert article.text[row.start : row.end] == row.quote == sentence
            assert row.title.strip() == row.title != ""


def test_goods_may_be_named_a_sentence_before():
    text = "A Hanoi firm buys wheat in Kostanay. It ships 40,000 tonnes a year to Viet Nam."
    (row,) = rows(text)
    assert (row.title, row.quantity, row.unit, row.status) == (
        "wheat shipments",
        40000,
        "t/year",
        "operating",
    )


def test_items_of_a_list_keep_their_own_sizes():
    text = (
        "Kazakh and Vietnamese firms signed a memorandum on building a $50 million pharmaceutical plant in "
        "Almaty Region and a contract to supply 1,500 tons of Kazakh sunflower oil."
    )
    plant, oil = rows(text)
    assert (plant.value_usd, plant.quantity, plant.sector) == (50e6, None, "health")
    assert (oil.quantity, oil.value_usd, oil.sector) == (1500, None, "agriculture")


def test_a_word_that_only_looks_like_a_plant():
    assert rows("Viet Nam and Kazakhstan launched talks on plant quarantine and farm produce in Hanoi.") == []


def test_places_are_written_as_the_text_writes_them():
    (row,) = rows("Vietjet will launch flights between Almaty and Hải Phòng in June.")
    assert row.place == "Almaty; Hải Phòng"


def test_the_clipping_about_routes_and_plants(seed_articles):
    article = next(a for a in seed_articles if a.article_id.startswith("004"))
    found = {(r.sector, r.status, r.place or r.title) for r in find_projects(read(article))}
    assert found >= {
        ("aviation", "planned", "Hanoi; Almaty; Prague"),
        ("aviation", "proposed", "Astana; Hanoi"),
        ("aviation", "proposed", "Almaty; Ho Chi Minh City"),
        ("tourism", "planned", "Almaty Region"),
        ("agriculture", "done", "wheat shipments"),
    }


def test_later_sentences_add_cost_time_and_investor():
    [row] = rows(
        "Kazakhstan and Viet Nam will build a plant for the production of heat pumps in the "
        "Turkistan Region, the "
        "governor said at a briefing on Friday.\n\n“The investor is Song Hong Electric. The cost is "
        "put at $40 million. "
        "Construction is to begin in June 2025 and be completed by the end of 2026,” he noted."
    )
    expected = dict(value_usd=4e7, parties="Song Hong Electric", period="2026", status="planned")
    assert told(row, expected) == expected


def test_a_plant_taken_up_again_is_one_row():
    [row] = rows(
        "A Vietnamese company will build a coffee plant in the Almaty Region. Dak Lak Coffee "
        "Corporation, based in the "
        "province of Dak Lak, plans to invest $12 million in the plant, which will produce 2,000 tons a year."
    )
    expected = dict(parties="Dak Lak Coffee Corporation", value_usd=1.2e7, quantity=2000, unit="t/year")
    assert told(row, expected) == expected


def test_a_first_train_with_its_load_and_days():
    [row] = rows(
        "The first container train from Kazakhstan to Viet Nam has reached its destination. The "
        "train, made up of 50 "
        "containers, left Kostanay on April 2 and arrived at Hanoi on April 20."
    )
    expected = dict(status="done", quantity=50, unit="containers", period="2025-04-02/2025-04-20")
    assert told(row, expected) == expected


def test_the_next_sentence_may_tell_how_often_a_new_route_is_flown():
    [row] = rows(
        "Air Astana will open a service between Almaty and Hue on 3 June 2025. The flights will be "
        "operated three times "
        "a week."
    )
    assert (row.quantity, row.unit, row.place) == (3, "flights/week", "Almaty; Hue")


def test_a_firm_is_known_by_its_abbreviation():
    found = rows(
        "Aktobe Chrome Works JSC (ACW) has signed a contract with Viet Nam's Red River Minerals for "
        "the supply of 3,000 "
        "tons of chrome ore.\n\nACW is considering buying a stake in a smelter in Thanh Hoa province."
    )
    assert [(row.status, "ACW" in (row.parties or "")) for row in found][-1] == ("proposed", True)


def test_contracts_are_dated_by_the_meeting_they_were_signed_at():
    found = rows(
        "The commission met in Hanoi on May 2. A trade mission of Kazakh and Vietnamese producers "
        "resulted in export "
        "contracts for $12 million."
    )
    assert [(row.value_usd, row.period) for row in found] == [(1.2e7, "2025-05")]


SIZES = [
    (
        "A Vietnamese company wants to lease 100–200 hectares near Almaty for a dairy farm.",
        (100, 200, "exact", "ha"),
    ),
    (
        "Viet Nam's Song Da Milk is building a milk plant near Aktobe with a capacity of about 30,000 to 40,000 tonnes"
        " a year.",
        (30_000, 40_000, "about", "t/year"),
    ),
    ("More than 15,000 tonnes of Kazakh wheat were shipped to Vietnam in 2024.", (15_000, None, "over", "t")),
    # what it is raised to, no range
    (
        "KTZ plans to raise the transit of Kazakh grain to Vietnam from 200,000 to 500,000 tons.",
        (500_000, None, "exact", "t"),
    ),
    ("TH Group plans a dairy farm in Kostanay worth $30 million together with Kazakh partners.", (None,) * 4),
]


@pytest.mark.parametrize(("text", "size"), SIZES)
def test_a_size_keeps_its_range_and_its_hedge(text, size):
    (row,) = rows(text)
    assert (row.quantity, row.quantity_max, row.quantity_bound, row.unit) == size
