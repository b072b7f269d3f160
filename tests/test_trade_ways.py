"""Trade figures in the many ways that outlets put the same thing.

Every group takes one thing a reader understands without thinking ("the opposite direction", a figure whose
currency was named before, "half as much again") and says it in several ways.  As in ``test_trade.py`` each
case is an article of one or a few sentences, published on 20 August 2025, with the rows a reader lists.
"""

from __future__ import annotations

import pytest
from test_trade import export, imported, trade, turnover

OPPOSITE = [
    (
        "In 2024 Kazakhstan supplied goods worth $150 million to Vietnam; deliveries in the opposite direction"
        " came to $400 million.",
        [export("KAZ", "2024", 150), imported("KAZ", "2024", 400)],
    ),
    (
        "Kazakhstan's exports to Vietnam amounted to $150 million in 2024, while shipments in the other"
        " direction reached $400 million.",
        [export("KAZ", "2024", 150), imported("KAZ", "2024", 400)],
    ),
    (
        "In 2024, Vietnam sold $400 million worth of goods to Kazakhstan, and supplies going the other way"
        " stood at $150 million.",
        [export("VNM", "2024", 400), imported("VNM", "2024", 150)],
    ),
    (
        "Vietnam's exports to Kazakhstan reached $400 million in 2024. Goods moving in the opposite direction"
        " were worth $150 million.",
        [export("VNM", "2024", 400), imported("VNM", "2024", 150)],
    ),
    (
        "Kazakh exports to Vietnam stood at $150 million in 2024. The reverse flow came to $400 million.",
        [export("KAZ", "2024", 150), imported("KAZ", "2024", 400)],
    ),
]

SHARED_CURRENCY = [
    (
        "In 2024 bilateral trade between Kazakhstan and Vietnam amounted to 594.9 million US dollars (Kazakh"
        " exports — 66.3 million, imports — 528.6 million).",
        [turnover("2024", 594.9), export("KAZ", "2024", 66.3), imported("KAZ", "2024", 528.6)],
    ),
    (
        "Trade between Kazakhstan and Vietnam in 2024 came to USD 594.9 million (Kazakhstan's exports: 66.3"
        " million; imports: 528.6 million).",
        [turnover("2024", 594.9), export("KAZ", "2024", 66.3), imported("KAZ", "2024", 528.6)],
    ),
    (
        "Kazakhstan's trade with Vietnam reached $594.9 million in 2024, of which exports made up 66.3 million"
        " and imports 528.6 million.",
        [turnover("2024", 594.9), export("KAZ", "2024", 66.3), imported("KAZ", "2024", 528.6)],
    ),
    (
        "In 2024, Vietnam's exports to Kazakhstan hit 400 million USD and its imports 150 million.",
        [export("VNM", "2024", 400), imported("VNM", "2024", 150)],
    ),
    (
        "Trade between Vietnam and Kazakhstan rose from 420 million to 510 million dollars in 2024.",
        [turnover(None, 420), turnover("2024", 510)],
    ),
]

FROM_TO = [
    (
        "Two-way trade between Vietnam and Kazakhstan climbed from US$350 million in 2018, when the ambassador"
        " took office, to nearly $600 million last year.",
        [turnover("2018", 350), turnover("2024", 600, bound="under")],
    ),
    (
        "Trade between Kazakhstan and Vietnam rose from $350 million in 2020, a year marked by closed borders,"
        " to $600 million in 2023.",
        [turnover("2020", 350), turnover("2023", 600)],
    ),
    (
        "In January-May 2025, Kazakhstan's imports from Vietnam grew by 3.6 percent - from $398.1 million to"
        " $412.5 million.",
        [
            imported("KAZ", "2024-01/2024-05", 398.1),
            imported("KAZ", "2025-01/2025-05", 412.5, ratio=1.036, base="2024-01/2024-05"),
        ],
    ),
    (
        "In 2024, trade between Kazakhstan and Vietnam increased 20 percent, from $500 million to $600 million.",
        [turnover("2023", 500), turnover("2024", 600, ratio=1.2, base="2023")],
    ),
    (
        "Kazakh exports to Vietnam in 2024 more than doubled to $389 million, up from $185 million in 2023.",
        [export("KAZ", "2024", 389, ratio=2, base="2023"), export("KAZ", "2023", 185)],
    ),
    (
        "Kazakhstan's exports to Vietnam over the first 11 months of 2024 amounted to $389 million, which is 2.1"
        " times more than in the same period of 2023 - $185 million.",
        [
            export("KAZ", "2024-01/2024-11", 389, ratio=2.1, base="2023-01/2023-11"),
            export("KAZ", "2023-01/2023-11", 185),
        ],
    ),
    (
        "Trade between Vietnam and Kazakhstan was $450 million in the first half of 2025, 12% more than in the"
        " same period of 2024: $402 million.",
        [
            turnover("2025-01/2025-06", 450, ratio=1.12, base="2024-01/2024-06"),
            turnover("2024-01/2024-06", 402),
        ],
    ),
]

PERIOD_BETWEEN = [
    (
        "Trade between Kazakhstan and Vietnam was up 28.6% in the first seven months of the year to $523 million.",
        [turnover("2025-01/2025-07", 523, ratio=1.286, base="2024-01/2024-07")],
    ),
    (
        "Kazakh-Vietnamese trade grew by a third in 2024, to $800 million.",
        [turnover("2024", 800, ratio=1.333, base="2023")],
    ),
    (
        "Kazakhstan's exports to Vietnam doubled last year to $90 million.",
        [export("KAZ", "2024", 90, ratio=2, base="2023")],
    ),
    (
        "Trade between Kazakhstan and Vietnam jumped 15 percent in January-June, reaching $310 million.",
        [turnover("2025-01/2025-06", 310, ratio=1.15, base="2024-01/2024-06")],
    ),
    (
        "Trade between Vietnam and Kazakhstan fell 4% during the first quarter of 2025 to $110 million.",
        [turnover("2025-01/2025-03", 110, ratio=0.96, base="2024-01/2024-03")],
    ),
]

DOUBLE_THE_LEVEL = [
    (
        "In 2013, turnover between Kazakhstan and Vietnam amounted to $233.4 million, more than double the 2012 level.",
        [turnover("2013", 233.4, ratio=2, base="2012")],
    ),
    (
        "Trade between Kazakhstan and Vietnam stood at $300 million in 2023, double the figure for 2022.",
        [turnover("2023", 300, ratio=2, base="2022")],
    ),
    (
        "Bilateral trade between Vietnam and Kazakhstan reached $300 million in 2023, twice as much as in 2022.",
        [turnover("2023", 300, ratio=2, base="2022")],
    ),
    (
        "Vietnam-Kazakhstan trade hit $300 million in 2023, triple that of 2021.",
        [turnover("2023", 300, ratio=3, base="2021")],
    ),
    (
        "Trade between Kazakhstan and Vietnam totaled $300 million in 2023, nearly double the previous year's total.",
        [turnover("2023", 300, ratio=2, base="2022")],
    ),
]

LISTED_GOODS = [
    (
        "In 2024 Kazakhstan's exports to Vietnam stood at $389 million. The bulk of Kazakhstan's exports to"
        " Vietnam fell on zinc ($141 million), copper cathodes ($96.4 million) and ferroalloys ($58.7 million).",
        [export("KAZ", "2024", 389)],
    ),
    (
        "Vietnam's exports to Kazakhstan last year were led by telephones (US$180 million) and shoes ($25 million).",
        [],
    ),
    (
        "The main items of Kazakh exports to Vietnam in 2024 were wheat - $12 million, lead - $9 million and"
        " coal - $5 million.",
        [],
    ),
    (
        "Kazakhstan's imports from Vietnam in 2024 included telephones worth $200 million and coffee worth $11"
        " million.",
        [],
    ),
    (
        "Among Vietnamese exports to Kazakhstan, electronics accounted for $150 million and footwear for $18 million.",
        [],
    ),
]

OTHER_STATISTICS = [
    (
        "In January-August 2024, turnover between Kazakhstan and Vietnam totaled $486 million, Kazakhstan's"
        " statistics bureau says. Vietnamese customs put the figure for the same eight months at only $291"
        " million.",
        [turnover("2024-01/2024-08", 486), turnover("2024-01/2024-08", 291)],
    ),
    (
        "Trade between Vietnam and Kazakhstan reached $486 million in 2024, according to Vietnamese customs."
        " Kazakh statistics give a figure of $870 million.",
        [turnover("2024", 486), turnover("2024", 870)],
    ),
    (
        "By Kazakh count, trade between the two countries was $870 million in 2024; Vietnamese data put it at"
        " $486 million.",
        [turnover("2024", 870), turnover("2024", 486)],
    ),
]

LATER_TOLD_YEAR = [
    (
        "Kazakhstan and Vietnam set the task to bring bilateral trade to $1.5 billion. We see every opportunity to"
        " achieve this indicator by 2027.",
        [turnover("2027", 1500, goal=True)],
    ),
    (
        "Vietnam and Kazakhstan want to lift trade turnover to $2 billion. The goal is to be reached by 2030.",
        [turnover("2030", 2000, goal=True)],
    ),
    (
        "The leaders agreed to raise trade between Kazakhstan and Vietnam to 1.5 billion USD. He said this target"
        " could be met before 2028.",
        [turnover("2028", 1500, goal=True)],
    ),
]

GOALS = [
    (
        "The presidents of Kazakhstan and Vietnam agreed to lift trade, then about $600 million a year, to $1 billion.",
        [turnover(None, 600, bound="about"), turnover(None, 1000, goal=True)],
    ),
    (
        "Kazakhstan and Vietnam intend to raise their trade from $800 million today to $1.5 billion by 2027.",
        [turnover(None, 800), turnover("2027", 1500, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam passed one billion dollars in 2024, says the ambassador, who"
        " expects it to double before the decade is out.",
        [turnover("2024", 1000, bound="over"), turnover(None, None, goal=True, ratio=2)],
    ),
    (
        "Trade with Vietnam stood at $900 million in 2024, and Kazakhstan hopes to see it double by 2030.",
        [turnover("2024", 900), turnover("2030", None, goal=True, ratio=2)],
    ),
    (
        "Vietnam and Kazakhstan aim to bring two-way trade to $3 billion by the end of the decade.",
        [turnover(None, 3000, goal=True)],
    ),
]

STATED_BEFORE = [
    (
        "Trade between Kazakhstan and Vietnam reached $371 million in 2024. In the first half of this year it"
        " increased by almost one and a half times and exceeded $218 million.",
        [
            turnover("2024", 371),
            turnover("2025-01/2025-06", 218, bound="over", ratio=1.5, base="2024-01/2024-06"),
        ],
    ),
    (
        "Trade between Kazakhstan and Vietnam reached $371 million in 2024. In January-May it grew to $180 million.",
        [turnover("2024", 371), turnover("2025-01/2025-05", 180)],
    ),
    (
        "Two-way trade between Vietnam and Kazakhstan reached 456 million USD in the first half of this year, up"
        " 12.4% year-on-year, after standing at 842 million USD in the whole of 2024.",
        [turnover("2025-01/2025-06", 456, ratio=1.124, base="2024-01/2024-06"), turnover("2024", 842)],
    ),
    (
        "Trade between Vietnam and Kazakhstan slid to $500 million in 2023 after reaching $640 million in 2022.",
        [turnover("2023", 500), turnover("2022", 640)],
    ),
    (
        "Kazakhstan's statistics office puts last year's turnover with Vietnam at $880 million. Hanoi's own data"
        " show a mere $462 million for the whole of 2024.",
        [turnover("2024", 880), turnover("2024", 462)],
    ),
    (
        "Kazakhstan reported trade with Vietnam of $880 million in 2024. Vietnamese customs counted only $462 million.",
        [turnover("2024", 880), turnover("2024", 462)],
    ),
]

REACHED_AND_AIMED = [
    (
        "Trade turnover between Vietnam and Kazakhstan reached over USD 700 million in 2017 and is expected to hit USD"
        " 1 billion in 2020.",
        [turnover("2017", 700, bound="over"), turnover("2020", 1000, goal=True)],
    ),
    (
        "Bilateral trade between Kazakhstan and Vietnam stood at $700 million last year and is planned to reach $1"
        " billion by 2028.",
        [turnover("2024", 700), turnover("2028", 1000, goal=True)],
    ),
    (
        "Kazakhstan-Vietnam trade, which was $700 million in 2023, should exceed $1.5 billion in 2030.",
        [turnover("2023", 700), turnover("2030", 1500, bound="over", goal=True)],
    ),
    (
        "Trade between Vietnam and Kazakhstan hit $1.05 billion in 2024, but a target of $3 billion has been set for"
        " 2030.",
        [turnover("2024", 1050), turnover("2030", 3000, goal=True)],
    ),
    (
        "The two-way trade of Vietnam and Kazakhstan topped $800 million in 2024 and the two sides aim for $1.5"
        " billion within five years.",
        [turnover("2024", 800, bound="over"), turnover(None, 1500, goal=True)],
    ),
]

STRETCHES = [
    (
        "Trade turnover between Kazakhstan and Vietnam amounted to $312.6 million from January through April 2025,"
        " which is 14.3 percent more than in the same period of 2024 ($273.5 million).",
        [
            turnover("2025-01/2025-04", 312.6, ratio=1.143, base="2024-01/2024-04"),
            turnover("2024-01/2024-04", 273.5),
        ],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $312 million between January and April 2025.",
        [turnover("2025-01/2025-04", 312)],
    ),
    (
        "Trade between Kazakhstan and Vietnam totaled $312 million from January to April of this year.",
        [turnover("2025-01/2025-04", 312)],
    ),
    (
        "Vietnam exported $231 million worth of goods to Kazakhstan from January till June 2025.",
        [export("VNM", "2025-01/2025-06", 231)],
    ),
    (
        "Vietnam's exports to Kazakhstan rose 12% to $400 million from 2023.",
        [export("VNM", None, 400, ratio=1.12, base="2023")],
    ),
]

WHOSE = [
    (
        "Opening the meeting, Kazakh Minister Roman Sklyar noted that Vietnam is an important partner. In 2024, trade"
        " between Kazakhstan and Vietnam amounted to $394.1 mln, including exports – $27.9 mln and imports – $366.2"
        " mln.",
        [turnover("2024", 394.1), export("KAZ", "2024", 27.9), imported("KAZ", "2024", 366.2)],
    ),
    (
        "Kazakhstan is one of Vietnam's main partners in Central Asia. Trade with Kazakhstan was $400 million in 2024,"
        " with exports of $330 million.",
        [turnover("2024", 400), export("VNM", "2024", 330)],
    ),
    (
        "Vietnamese Deputy Minister Do Thang Hai said that trade between Vietnam and Kazakhstan reached $400 million"
        " in 2024, of which exports made up $330 million.",
        [turnover("2024", 400), export("VNM", "2024", 330)],
    ),
    (
        "Trade between Kazakhstan and Vietnam reached $443 million in 2024. Kazakhstan's exports fell to $28"
        " million.\n\nThe decline is due to queues at the border with China, through which cargo for Vietnam passes."
        " The ministry expects the exports to recover to $60 million in 2026.",
        [turnover("2024", 443), export("KAZ", "2024", 28), export("KAZ", "2026", 60, goal=True)],
    ),
]

ADDED = [
    (
        "Trade between Kazakhstan and Vietnam reached $946 million in 2024. In the four months since January"
        " another $254 million has been added, an increase of 7.3%.",
        [turnover("2024", 946), turnover("2025-01/2025-04", 254, ratio=1.073, base="2024-01/2024-04")],
    ),
    (
        "In the five months to May 2025, trade between Vietnam and Kazakhstan came to $420 million.",
        [turnover("2025-01/2025-05", 420)],
    ),
    (
        "In the five months to May, Kazakhstan's exports to Vietnam reached $120 million, up 20%.",
        [export("KAZ", "2025-01/2025-05", 120, ratio=1.2, base="2024-01/2024-05")],
    ),
    (
        "For the six months ending in June 2025, trade between Kazakhstan and Vietnam totalled $455 million.",
        [turnover("2025-01/2025-06", 455)],
    ),
    (
        "Trade between Kazakhstan and Vietnam amounted to $455 million in the year to June 2025.",
        [turnover("2024-07/2025-06", 455)],
    ),
]

EMPHATIC = [
    (
        "Trade between Kazakhstan and Vietnam did double last year, yet the 2024 total stayed shy of $900 million.",
        [turnover("2024", 900, bound="under", ratio=2, base="2023")],
    ),
    (
        "Trade between Kazakhstan and Vietnam did triple in 2024, to $900 million.",
        [turnover("2024", 900, ratio=3, base="2023")],
    ),
    (
        "Bilateral trade between Kazakhstan and Vietnam did more than double in 2024.",
        [turnover("2024", None, ratio=2, base="2023")],
    ),
    (
        "Vietnam's exports to Kazakhstan did double in 2024, though only to $400 million.",
        [export("VNM", "2024", 400, ratio=2, base="2023")],
    ),
]

PURPOSE = [
    (
        "Trade between Kazakhstan and Vietnam was $900 million in 2024 (Kazakhstan sold goods worth $150 million and"
        " bought $750 million), and the two sides must work harder so that it reaches $2 billion by 2030.",
        [
            turnover("2024", 900),
            export("KAZ", "2024", 150),
            imported("KAZ", "2024", 750),
            turnover("2030", 2000, goal=True),
        ],
    ),
    (
        "Trade between Kazakhstan and Vietnam was $900 million in 2024, and ministers ought to see to it that it hits"
        " $2 billion.",
        [turnover("2024", 900), turnover(None, 2000, goal=True)],
    ),
    (
        "The ministers of Kazakhstan and Vietnam agreed to remove barriers so that trade reaches $2 billion.",
        [turnover(None, 2000, goal=True)],
    ),
    (
        "Kazakhstan and Vietnam are to ensure that bilateral trade exceeds $2 billion in the years to come.",
        [turnover(None, 2000, bound="over", goal=True)],
    ),
]

WORTH = [
    (
        "Kazakhstan and Vietnam have achieved little in terms of trade. It was worth just $25.6 million in 2024, even"
        " if that was double the previous year's amount.",
        [turnover("2024", 25.6, ratio=2, base="2023")],
    ),
    (
        "Trade between Kazakhstan and Vietnam is still small. It was only $900 million in 2024, though that was twice"
        " the previous year's figure.",
        [turnover("2024", 900, ratio=2, base="2023")],
    ),
    # "it" is something else
    (
        "Trade between Kazakhstan and Vietnam is growing. A Kazakh firm opened a plant. It was worth $50 million.",
        [],
    ),
    ("Trade between Kazakhstan and Vietnam is small. BIDV opened an office. It was worth $50 million.", []),
    ("Kazakhstan and Vietnam signed a trade agreement in Hanoi in May. It was worth $50 million.", []),
]

COST = [
    (
        "Kazakhstan sold goods worth $150 million to Vietnam in 2024, while purchases from there cost it $400 million.",
        [export("KAZ", "2024", 150), imported("KAZ", "2024", 400)],
    ),
    (
        "Kazakhstan's exports to Vietnam brought in $150 million in 2024 and its imports cost $400 million.",
        [export("KAZ", "2024", 150), imported("KAZ", "2024", 400)],
    ),
    ("Vietnam's imports from Kazakhstan cost $150 million in 2024.", [imported("VNM", "2024", 150)]),
    ("Trade between Kazakhstan and Vietnam needs a terminal. It cost $50 million in 2024.", []),
]

BY_REGION = [
    (
        "Vietnam's exports to Kazakhstan reached $312 million in 2023, while imports from the Central Asian nation"
        " dropped by a quarter to $150 million.",
        [export("VNM", "2023", 312), imported("VNM", "2023", 150, ratio=0.75, base="2022")],
    ),
    (
        "Kazakhstan's exports to Vietnam rose to $150 million in 2023, whereas imports from the Southeast Asian"
        " country fell by a third, to a little under $300 million.",
        [export("KAZ", "2023", 150), imported("KAZ", "2023", 300, bound="under", ratio=0.667, base="2022")],
    ),
    # all countries of the region
    (
        "Vietnam's exports to Kazakhstan reached $312 million in 2023, while imports from the Central Asian countries"
        " were $450 million.",
        [export("VNM", "2023", 312)],
    ),
]

_GROUPS = {name: cases for name, cases in globals().items() if name.isupper() and isinstance(cases, list)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [case for cases in _GROUPS.values() for case in cases],
    ids=[f"{name.lower()}-{i}" for name, cases in _GROUPS.items() for i in range(len(cases))],
)
def test_ways_to_say_it(text, rows):
    assert trade(text) == rows
