"""Short passages on undertakings and fields, each with the rows a reader lists.

Written before the program read them.  Published on 5 May 2025.  Only the cells named are compared; every
project counts, and so does every sector, except where sectors are not compared (None).
"""

from __future__ import annotations

import pytest
from test_projects import told

from kzvn_analysis.facts import find_facts
from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text

# (passage, projects, sectors with their stages)
PASSAGES = [
    (
        "Bac Giang of Vietnam asked the Kazakh city of Taraz to help with the participation of its enterprises in"
        " fairs, and that the two provinces exchange specialists in pig breeding.",
        [],
        None,
    ),
    (
        "The Kazakh enterprises joined a forum in Hanoi on Friday, the railway's press office in Astana says, and met"
        " buyers of wheat from Vietnam.",
        [],
        None,
    ),
    (
        "Astana – Twenty-two direct flights now connect cities of Kazakhstan and Vietnam every week, the Civil Aviation"
        " Committee said.",
        [dict(sector="aviation", quantity=22, unit="flights/week", status="operating")],
        {"aviation": "operating"},
    ),
    (
        "SCAT will open a Shymkent – Cam Ranh route on June 4. The flights will be performed three times a week.",
        [dict(quantity=3, unit="flights/week", place="Shymkent; Cam Ranh", period="2025-06-04", status="planned")],
        {"aviation": "agreed"},
    ),
    (
        "Vietjet launches its Hanoi – Almaty service on May 28. Flights will operate on Mondays and Fridays.",
        [dict(quantity=2, unit="flights/week", place="Hanoi; Almaty", parties="Vietjet", status="planned")],
        {"aviation": "agreed"},
    ),
    (
        "A block train from Vietnam reached Kostanay on April 22. The train of 41 forty-foot containers had left Hai"
        " Phong on April 1 with furniture on board.",
        [
            dict(
                sector="transport", quantity=41, unit="containers", place="Hai Phong; Kostanay",
                period="2025-04-01/2025-04-22", status="done",
            )
        ],
        None,
    ),
    (
        "The first container train from Vietnam to Kazakhstan carried 38 containers of ceramic tiles in March 2025.",
        [dict(sector="transport", quantity=38, unit="containers", period="2025-03", status="done")],
        None,
    ),
    (
        "KTZ Express and Vietnam's Ratraco launched a container service between Da Nang and Almaty in February. The"
        " companies plan to run at least three trains a month on this route from 2026.",
        [
            dict(place="Da Nang; Almaty", status="operating", period="2025-02"),
            dict(quantity=3, unit="trains/month", period="2026", status="planned"),
        ],
        {"transport": "operating"},
    ),
    (
        "Vietnam and Kazakhstan expand their cooperation. Kazakh barley is finding its way to Vietnam. The"
        " first shipment of 2,400 tons of barley is scheduled for"
        " July.",
        [dict(sector="agriculture", quantity=2400, unit="t", period="2025-07", status="planned")],
        {"agriculture": "agreed"},
    ),
    (
        "KTZ is negotiating with Vietnamese partners on the lease of a warehouse in Da Nang.",
        [dict(sector="transport", place="Da Nang", parties="KTZ", status="proposed")],
        {"transport": "proposed"},
    ),
    (
        "Kazakhstan's investments in Vietnam are modest: three projects with a registered capital of $2.4 million.",
        [],
        {"investment": "operating"},
    ),
    (
        "KazMunayGas offered Petrovietnam a share in three exploration blocks in the Atyrau region.",
        [
            dict(
                sector="energy", quantity=3, unit="blocks", place="Atyrau",
                parties="KazMunayGas; Petrovietnam", status="proposed",
            )
        ],
        {"energy": "proposed"},
    ),
    (
        "Petrovietnam wants to buy Kazakh crude. A trial cargo of 65,000 tons was delivered to the Nghi Son refinery"
        " in February. In 2026, the volume may reach 400,000 tons.",
        [
            dict(sector="energy", quantity=65000, unit="t", period="2025-02", status="done"),
            dict(sector="energy", quantity=400000, unit="t", period="2026", status="planned"),
        ],
        {"energy": "operating"},
    ),
    (
        "During the ceremony the Embassy of Vietnam donated 350 books to the National Library of Kazakhstan.",
        [],
        {"culture": "operating"},
    ),
    (
        "Saigon Newport and KTZ Express will offer a multimodal service from Hai Phong to Astana by sea and rail."
        " The first shipment, 30 containers of shoes, is to leave in June.",
        [
            dict(sector="transport", parties="Saigon Newport; KTZ Express", status="planned"),
            dict(quantity=30, unit="containers", period="2025-06", status="planned"),
        ],
        {"transport": "agreed"},
    ),
    (
        "The two sides agreed that Kazakhstan would admit 15 Vietnamese students a year from 2026.",
        [dict(sector="education", quantity=15, unit="students/year", period="2026", status="planned")],
        {"education": "agreed"},
    ),
    (
        "Vietnam's FPT opened an office in Astana in 2023 and employs 40 engineers there.",
        [dict(sector="digital", place="Astana", period="2023", parties="FPT", status="operating")],
        {"digital": "operating"},
    ),
    (
        "Kazakhstan's BI Group is building a resort hotel with 180 rooms at Cam Ranh, Vietnam, due to open in 2027.",
        [dict(sector="tourism", quantity=180, unit="rooms", period="2027", parties="BI Group", status="planned")],
        {"tourism": "agreed", "investment": "operating"},
    ),
    (
        "Vietnam's Truong Hai acquired 40 percent of the Kazakh car dealer Astana Motors for $21 million in March.",
        [dict(sector="industry", value_usd=2.1e7, period="2025-03", status="done")],
        None,
    ),
    (
        "Vietnam and Kazakhstan expand their cooperation. Vietnam's PV Drilling has two rigs on lease in the"
        " Mangystau region of Kazakhstan.",
        [dict(sector="energy", quantity=2, unit="rigs", place="Mangystau", parties="PV Drilling", status="operating")],
        {"energy": "operating"},
    ),
    (
        "A shoe factory of the Vietnamese company Thai Binh is to open in Shymkent, Kazakhstan, in 2026. It will make"
        " 3 million pairs a year.",
        [
            dict(
                sector="industry", quantity=3e6, unit="pairs/year", place="Shymkent",
                parties="Thai Binh", period="2026", status="planned",
            )
        ],
        None,
    ),
    (
        "Kazatomprom and Vietnam's atomic energy institute discussed deliveries of uranium for the reactor at Da Lat.",
        [dict(sector="energy", place="Da Lat", parties="Kazatomprom", status="proposed")],
        {"energy": "proposed"},
    ),
    (
        "Vietnam and Kazakhstan expand their cooperation. Kazakhstan shipped 9,000 tons of wheat to Ho Chi"
        " Minh City through the port of Lianyungang in 2024.",
        [dict(sector="agriculture", quantity=9000, unit="t", period="2024", status="done")],
        {"agriculture": "operating"},
    ),
    (
        "The Prime Minister of Viet Nam proposed that Kazakhstan open its market to dragon fruit and simplify visas for"
        " tourists.",
        [],
        {"agriculture": "proposed", "tourism": "proposed"},
    ),
    (
        "The Kazakh minister suggested boosting ties with Vietnam in logistics, tourism and education.",
        [],
        {"transport": "mentioned", "tourism": "mentioned", "education": "mentioned"},
    ),
    (
        "Kazakhstan and Vietnam signed an agreement on cooperation in sports and tourism.",
        [],
        {"culture": "agreed", "tourism": "agreed"},
    ),
    (
        "The two ministers discussed cooperation in mining, health care and the training of engineers between"
        " Kazakhstan and Vietnam.",
        [],
        {"mining": "mentioned", "health": "mentioned", "education": "mentioned"},
    ),
    (
        "Kazakhstan and Vietnam will continue to exchange data on geology.",
        [],
        {"mining": "operating"},
    ),
    (
        "Under the agreement, the Hue and Turkistan regions of Vietnam and Kazakhstan will cooperate in culture,"
        " tourism and fisheries.",
        [],
        {"culture": "agreed", "tourism": "agreed", "agriculture": "agreed", "regions": "agreed"},
    ),
    (
        "Kazakhstan grants Vietnam 30 scholarships a year. The sides also discussed tourism and sport.",
        [dict(sector="education", quantity=30, unit="scholarships/year", status="operating")],
        {"education": "operating", "tourism": "mentioned", "culture": "mentioned"},
    ),
    (
        "The President of Kazakhstan invited Vietnamese companies to use the port of Aktau for deliveries to Europe.",
        [],
        {"transport": "proposed"},
    ),
    (
        "Kazakhstan and Vietnam have an agreement on mutual legal assistance in force since 2018.",
        [],
        {"justice": "operating"},
    ),
    (
        "Vietnam and Kazakhstan expand their cooperation. The Kazakh governor said that the region wants to"
        " learn from Vietnam in growing rice.",
        [],
        {"agriculture": "mentioned"},
    ),
    (
        "Vietnam and Kazakhstan expand their cooperation. Days of Vietnamese Cinema will be held in Almaty,"
        " Kazakhstan, from June 10 to 14.",
        [dict(sector="culture", place="Almaty", period="2025-06-10/2025-06-14", status="planned")],
        {"culture": "agreed"},
    ),
    (
        "A gala concert of Kazakh musicians was given at the Hanoi Opera House in Vietnam on April 30.",
        [dict(sector="culture", period="2025-04-30", status="done")],
        {"culture": "operating"},
    ),
    (
        "Kazakhstan's Food Contract Corporation signed a contract with Vietnam's Vinafood to supply 30,000 tons of"
        " wheat this year.",
        [dict(sector="agriculture", quantity=30000, unit="t", period="2025", status="planned")],
        {"agriculture": "agreed"},
    ),
    (
        "Vietnam's TH Group intends to build a dairy farm for 4,000 cows near Kokshetau in Kazakhstan for $70 million.",
        [dict(sector="agriculture", value_usd=7e7, place="Kokshetau", parties="TH Group", status="planned")],
        {"agriculture": "proposed", "investment": "proposed"},
    ),
    (
        "Kazakhstan invited Vietnam's Gemadept to invest in a dry port at Khorgos.",
        [dict(sector="transport", place="Khorgos", parties="Gemadept", status="proposed")],
        None,
    ),
    (
        "Rail freight between Kazakhstan and Vietnam amounted to 2,300 TEU in the first quarter of 2025.",
        [],
        {"transport": "operating"},
    ),
    (
        "The ambassador said that Vietnam had handed over 20,000 test kits to Kazakhstan in 2020.",
        [dict(sector="health", quantity=20000, period="2020", status="done")],
        {"health": "operating"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "projects", "sectors"), PASSAGES, ids=range(len(PASSAGES)))
def test_a_passage_yields_what_a_reader_lists(text, projects, sectors):
    facts = find_facts(read(article_from_text(text, published="2025-05-05")))
    assert [told(row, cells) for row, cells in zip(facts["projects"], projects, strict=True)] == projects
    if sectors is not None:
        assert {f.sector: f.stage for f in facts["sectors"]} == sectors
