"""Short passages in the manner of different outlets, each with the rows a reader lists: figures, undertakings, fields.

Written before the program read them.  Published on 5 May 2025.  Of projects and sectors only the cells named are
compared; every row counts.
"""

from __future__ import annotations

import pytest
from test_projects import told
from test_trade import export, imported, row, row_of, turnover

from kzvn_analysis.facts import find_facts
from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text

# (passage, trade, projects, sectors with their stages or None where they are not compared)
PASSAGES = [
    (
        "According to Kazakhstan's Bureau of National Statistics, trade turnover with Vietnam in January-November 2024"
        " was 241.7 million US dollars (+9,3% year-on-year): exports from Kazakhstan 58.1 million dollars (-12,4%),"
        " imports 183.6 million dollars (+18,8%).",
        [
            turnover("2024-01/2024-11", 241.7, ratio=1.093, base="2023-01/2023-11"),
            export("KAZ", "2024-01/2024-11", 58.1, ratio=0.876, base="2023-01/2023-11"),
            imported("KAZ", "2024-01/2024-11", 183.6, ratio=1.188, base="2023-01/2023-11"),
        ],
        [],
        {"trade": "operating"},
    ),
    (
        "HANOI (VNA) – Two-way trade between Vietnam and Kazakhstan stood at 271 million USD last year, up from 214"
        " million USD in 2023. The two countries have set a target of 1 billion USD by 2030.",
        [
            turnover("2024", 271),
            turnover("2023", 214),
            turnover("2030", 1000, goal=True),
        ],
        [],
        {"trade": "operating"},
    ),
    (
        "Vietnam shipped 4,300 tonnes of cashew nuts worth $24.6 million to Kazakhstan in 2024.",
        [],
        [dict(sector="agriculture", quantity=4300, unit="t", status="done", period="2024")],
        {"agriculture": "operating"},
    ),
    (
        "Kazakhstan and Vietnam intend to bring mutual trade to $1.5 billion over the coming years.",
        [turnover(None, 1500, goal=True)],
        [],
        {"trade": "proposed"},
    ),
    (
        "Air Astana will launch flights between Almaty and Phu Quoc on October 27, with four flights a week.",
        [],
        [dict(sector="aviation", status="planned", quantity=4, place="Almaty; Phu Quoc", period="2025-10-27")],
        {"aviation": "agreed"},
    ),
    (
        "From June 1 Vietjet will fly Da Nang – Astana three times a week and Hanoi – Almaty twice a week.",
        [],
        [
            dict(place="Da Nang; Astana", quantity=3, period="2025-06-01", parties="Vietjet"),
            dict(place="Hanoi; Almaty", quantity=2, parties="Vietjet"),
        ],
        {"aviation": "agreed"},
    ),
    (
        "KTZ Express and Ratraco ran a pilot container train from Hanoi to Almaty in March 2025.",
        [],
        [dict(sector="transport", status="done", place="Hanoi; Almaty", period="2025-03")],
        {"transport": "operating"},
    ),
    (
        "The parties discussed the Middle Corridor and the transit of Vietnamese goods through Kazakhstan to Europe.",
        [],
        [],
        {"transport": "mentioned"},
    ),
    (
        "A joint venture of Kazakhstan's Allur and Vietnam's Thaco will assemble 5,000 buses a year in Kostanay.",
        [],
        [dict(sector="industry", status="planned", quantity=5000, unit="buses/year", place="Kostanay")],
        {"industry": "agreed", "investment": "agreed"},
    ),
    (
        "Vietnam's TH Group plans to invest between $80 million and $100 million in a dairy farm in the Kostanay"
        " region.",
        [],
        [dict(sector="agriculture", status="planned", value_usd=8e7, parties="TH Group")],
        {"agriculture": "proposed", "investment": "proposed"},
    ),
    (
        "A 60 MW wind farm built by a Vietnamese company near Taraz, Kazakhstan, went into operation in 2023.",
        [],
        [dict(sector="energy", status="operating", quantity=60, unit="MW", place="Taraz", period="2023")],
        {"energy": "operating", "investment": None},
    ),
    (
        "FPT University is considering opening a branch in Astana, the Vietnamese ambassador to Kazakhstan said.",
        [],
        [dict(sector="education", status="proposed", place="Astana", parties="FPT University")],
        {"education": "proposed"},
    ),
    (
        "Halyk Bank and Vietcombank signed a memorandum on cross-border QR payments.",
        [],
        [dict(sector="finance", status="planned", parties="Halyk Bank; Vietcombank")],
        {"finance": "agreed"},
    ),
    (
        "Kazakhstan supplied 210,000 tons of wheat to Vietnam in 2023 compared with 87,000 tons in 2022.",
        [],
        [dict(quantity=210_000, period="2023", status="done"), dict(quantity=87_000, period="2022", status="done")],
        {"agriculture": "operating"},
    ),
    (
        "Kazakhstan's main exports to Vietnam are zinc, ferroalloys and wheat; imports include phones, transport"
        " equipment and pharmaceuticals.",
        [],
        [],
        {"trade": "mentioned"},
    ),
    (
        "The ministers went over cooperation in energy, mining and tourism between Kazakhstan and Vietnam.",
        [],
        [],
        {"energy": "mentioned", "mining": "mentioned", "tourism": "mentioned"},
    ),
    (
        "Kazakhstan and Vietnam agreed to consider joint work in digitalisation and artificial intelligence.",
        [],
        [],
        {"digital": "proposed"},
    ),
    (
        "Joint work of Vietnam and Kazakhstan in education and defence has been kept up since 2012.",
        [],
        [],
        {"education": "operating", "defence": "operating"},
    ),
    (
        "Trade between Kazakhstan and Vietnam grew by 27% in the first quarter of 2025.",
        [row("turnover", "2025-01/2025-03", None, ratio=1.27, base="2024-01/2024-03")],
        [],
        {"trade": "operating"},
    ),
    (
        "Vietnamese companies hold 46 percent of Kazakhstan's market for cashew. Trade with Vietnam makes up only 0.2%"
        " of Kazakhstan's turnover.",
        [],
        [],
        None,
    ),
    (
        "Kazakhstan and Vietnam are carrying out 12 joint projects worth $640 million.",
        [],
        [dict(sector="investment", status="operating", value_usd=6.4e8, quantity=12)],
        {"investment": "operating"},
    ),
    (
        "Nam Viet wants to set up a fish processing plant on 15–20 hectares near Atyrau in Kazakhstan.",
        [],
        [dict(status="proposed", quantity=15, quantity_max=20, unit="ha", place="Atyrau", parties="Nam Viet")],
        {"agriculture": "proposed", "investment": "proposed"},
    ),
    (
        "Kazakhstan will import 1,200 Vietnamese-made electric cars from VinFast this year.",
        [],
        [dict(sector="industry", status="planned", quantity=1200, unit="cars", parties="VinFast")],
        {"industry": "agreed"},
    ),
    (
        "Investors from Vietnam called off a $50 million hotel in Aktau, Kazakhstan.",
        [],
        [],
        None,
    ),
    (
        "As a result of 2024, mutual trade between Kazakhstan and Vietnam went past $300 million, of which about $240"
        " million was what Vietnam exported.",
        [turnover("2024", 300, bound="over"), export("VNM", "2024", 240, bound="about")],
        [],
        {"trade": "operating"},
    ),
]


@pytest.mark.parametrize(("text", "trade", "projects", "sectors"), PASSAGES, ids=range(len(PASSAGES)))
def test_a_passage_yields_what_a_reader_lists(text, trade, projects, sectors):
    facts = find_facts(read(article_from_text(text, published="2025-05-05")))
    figures = [row_of(f) for f in facts["trade"]]
    assert figures == trade
    assert [told(r, cells) for r, cells in zip(facts["projects"], projects, strict=True)] == projects
    if sectors is not None:
        stages = {f.sector: f.stage for f in facts["sectors"]}
        assert stages == {name: stage or stages.get(name) for name, stage in sectors.items()}
