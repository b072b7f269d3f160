"""Trade figures as customs tables and reports string them together: pairs in brackets, shares, "respectively".

As in ``test_trade.py`` each case is an article of one or a few sentences, published on 20 August 2025, with the
rows a reader lists.
"""

from __future__ import annotations

import pytest
from test_trade import export, imported, trade, turnover

IN_BRACKETS = [
    (
        "Kazakhstan–Viet Nam trade in 2023 came to 288,4 million USD (+12,6%), that of January-May 2024 – 131,2"
        " million USD (-4,5%), including Kazakhstan's export of 40,9 million USD (+31,2%) and import of 90,3"
        " million USD (-14,8%).",
        [
            turnover("2023", 288.4, ratio=1.126, base="2022"),
            turnover("2024-01/2024-05", 131.2, ratio=0.955, base="2023-01/2023-05"),
            export("KAZ", "2024-01/2024-05", 40.9, ratio=1.312, base="2023-01/2023-05"),
            imported("KAZ", "2024-01/2024-05", 90.3, ratio=0.852, base="2023-01/2023-05"),
        ],
    ),
    (
        "Trade between Vietnam and Kazakhstan tripled to $366 million (VND8.6 trillion) last year from $122 million"
        " (VND2.8 trillion) in 2021.",
        [
            turnover("2024", 366, ratio=3, base="2021"),
            turnover("2021", 122),
        ],
    ),
    (
        "Kazakhstan's exports to Vietnam made $64 million in 2024 (minus 9 per cent), imports – $201 million (plus"
        " 22 per cent).",
        [
            export("KAZ", "2024", 64, ratio=0.91, base="2023"),
            imported("KAZ", "2024", 201, ratio=1.22, base="2023"),
        ],
    ),
]

# A statistics office's report: its period stands once, goods in between, then exports and imports in turn.
REPORTS = [
    (
        "Trade between Kazakhstan and Vietnam made up $402.5 million in January-June 2025.\n\nKazakhstan's exports to"
        " Vietnam in the reporting period were $140.2 million, an increase of 12.4 percent on an annual basis ($124.7"
        " million in January-June 2024). Copper and wool took the first places.\n\nImports from Vietnam, meanwhile,"
        " slipped by 8.2 percent year-on-year, from $285.7 million to $262.3 million.",
        [
            turnover("2025-01/2025-06", 402.5),
            export("KAZ", "2025-01/2025-06", 140.2, ratio=1.124, base="2024-01/2024-06"),
            export("KAZ", "2024-01/2024-06", 124.7),
            imported("KAZ", "2024-01/2024-06", 285.7),
            imported("KAZ", "2025-01/2025-06", 262.3, ratio=0.918, base="2024-01/2024-06"),
        ],
    ),
    (
        "The minister said that trade between Kazakhstan and Vietnam had gone up by 9 percent over six months of this"
        " year to $410 million.",
        [turnover("2025-01/2025-06", 410, ratio=1.09, base="2024-01/2024-06")],
    ),
    (
        "Trade between Kazakhstan and Vietnam rose by 9 percent over the same period of 2024 to $410 million in the"
        " first half of 2025.",
        [turnover("2025-01/2025-06", 410, ratio=1.09, base="2024-01/2024-06")],
    ),
    (
        "Grain made up 48% of Kazakhstan's exports to Vietnam in January-April, which grew by a quarter against the"
        " same months of 2024 and came to $52.6 million.",
        [export("KAZ", "2025-01/2025-04", 52.6, ratio=1.25, base="2024-01/2024-04")],
    ),
    (
        "When in 2021 trade between Kazakhstan and Vietnam exceeded $600 million, two years later it was $510 million.",
        [turnover("2021", 600, bound="over"), turnover("2023", 510)],
    ),
    (
        "Vietnam had a trade surplus with Kazakhstan in 2023, when its exports to the market reached 190.4 million"
        " USD.",
        [export("VNM", "2023", 190.4)],
    ),
    # goals that follow on a figure
    (
        "Trade between Kazakhstan and Vietnam came to $510 million in 2023. Kazakhstan and Vietnam expect that the"
        " one-billion-US-dollar line will be crossed by 2030, provided that the tariffs fall.",
        [turnover("2023", 510), turnover("2030", 1000, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $510 million in 2023. My dream is that we get to the mark of $1"
        " billion by 2030.",
        [turnover("2023", 510), turnover("2030", 1000, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $910 million in 2023. Kazakhstan's deliveries were but an eighth"
        " of it, and both sides named a more even structure as their task on the road to the $2 billion mark by 2031.",
        [turnover("2023", 910), turnover("2031", 2000, goal=True)],
    ),
    # one sort of goods, and what is counted in containers
    (
        "Trade between Kazakhstan and Vietnam came to $110 million in 2023. Footwear was the category with the highest"
        " export value, at US$ 30.4 million.",
        [turnover("2023", 110)],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $510 million in 2023. In 2024, 5,100 TEU went by rail between"
        " Kazakhstan and Vietnam both ways, which is 1.8 times more than in 2023.",
        [turnover("2023", 510)],
    ),
]

SHARES = [
    (
        "Trade between Vietnam and Kazakhstan amounted to $310 million in 2023, of which $255 million was what Vietnam"
        " sold.",
        [turnover("2023", 310), export("VNM", "2023", 255)],
    ),
    (
        "Trade between Vietnam and Kazakhstan amounted to $310 million in 2023, with Kazakhstan buying goods worth"
        " $255 million.",
        [turnover("2023", 310), imported("KAZ", "2023", 255)],
    ),
    (
        "Kazakh-Vietnamese trade turnover reached USD 88 million in 2019, of which USD 70 million was export products"
        " from Kazakhstan.",
        [turnover("2019", 88), export("KAZ", "2019", 70)],
    ),
    # a single commodity, however its sum is told
    (
        "Vietnam's exports to Kazakhstan reached $540 million in 2021. Phones accounted for 61 percent of the total"
        " exports to Kazakhstan in 2021, equivalent to $329 million.",
        [export("VNM", "2021", 540)],
    ),
    ("Of Kazakhstan's deliveries to Vietnam, ferroalloys worth $27 million made up the bulk in 2024.", []),
    ("Kazakhstan's exports to Vietnam include wheat worth $12 million, up 30% from 2023.", []),
    ("Some 31 percent of Kazakhstan's imports from Vietnam in 2024, or $80 million, were telephones.", []),
]

RESPECTIVELY = [
    (
        "In 2024 Vietnam exported $205 million to Kazakhstan and imported $51 million, up 12 per cent and 7.5 per cent"
        " respectively.",
        [
            export("VNM", "2024", 205, ratio=1.12, base="2023"),
            imported("VNM", "2024", 51, ratio=1.075, base="2023"),
        ],
    ),
    (
        "Kazakhstan's exports to Vietnam and imports from Vietnam reached $51 million and $205 million in 2024, down"
        " 3% and 10%, respectively.",
        [
            export("KAZ", "2024", 51, ratio=0.97, base="2023"),
            imported("KAZ", "2024", 205, ratio=0.9, base="2023"),
        ],
    ),
]

CARRIED_ON = [
    (
        "Two-way trade between Vietnam and Kazakhstan rose 2.5 times, from $104 million in 2016 to $260 million in"
        " 2024. Vietnam's exports to Kazakhstan grew fourfold over the same period, from $45 million to $180 million.",
        [
            turnover("2016", 104),
            turnover("2024", 260, ratio=2.5, base="2016"),
            export("VNM", "2016", 45),
            export("VNM", "2024", 180, ratio=4, base="2016"),
        ],
    ),
    (
        "Trade between Vietnam and Kazakhstan passed the half a billion mark for the first time with more than $500"
        " million in 2022. Bilateral trade reached $512 million, an increase of 44 per cent over 2021.",
        [
            turnover("2022", 500, bound="over"),
            turnover("2022", 512, ratio=1.44, base="2021"),
        ],
    ),
    (
        "Kazakhstan's exports to Vietnam were $83 million in 2018. Meanwhile, Vietnam shipped to Kazakhstan $41 million"
        " worth of goods, mostly coffee and footwear.",
        [export("KAZ", "2018", 83), export("VNM", "2018", 41)],
    ),
    (
        "The volume of Kazakh-Vietnamese trade was USD 92 million in 2017, but it was reduced to USD 71 million by"
        " 2018.",
        [turnover("2017", 92), turnover("2018", 71)],
    ),
    (
        "Trade turnover between Kazakhstan and Vietnam shrank from 640 million USD in 2022 down to 305 million USD in"
        " 2023.",
        [turnover("2022", 640), turnover("2023", 305)],
    ),
    (
        "Vietnam's exports to Kazakhstan were worth $610 million in 2021. In the first nine months of 2022, Vietnam"
        " earned $498 million from the market.",
        [export("VNM", "2021", 610), export("VNM", "2022-01/2022-09", 498)],
    ),
    (
        "Kazakhstan bought goods from Vietnam for $190 million (up 6%) in 2024, and sold for $44 million (down 17%).",
        [
            imported("KAZ", "2024", 190, ratio=1.06, base="2023"),
            export("KAZ", "2024", 44, ratio=0.83, base="2023"),
        ],
    ),
    # "a year earlier" is a year before the other figure, whatever year was told before
    (
        "Kazakhstan and Vietnam have had relations since 1992. Bilateral trade was up from $305 million a year earlier"
        " to $340 million in 2024.",
        [turnover("2023", 305), turnover("2024", 340)],
    ),
]

PASSED = [
    (
        "Two-way trade between Vietnam and Kazakhstan topped $400 million in 2021, and $450 million last year.",
        [turnover("2021", 400, bound="over"), turnover("2024", 450, bound="over")],
    ),
    (
        "In 2024 alone trade between Vietnam and Kazakhstan went past $230 million, 26.5% more than in the preceding"
        " year.",
        [turnover("2024", 230, bound="over", ratio=1.265, base="2023")],
    ),
    (
        "With two-way trade revenue between Vietnam and Kazakhstan only reaching $44 million in 2018, down 31% year on"
        " year, there is room to grow.",
        [turnover("2018", 44, ratio=0.69, base="2017")],
    ),
    (
        "Kazakhstan and Vietnam met. In 2024 trade between the two countries fetched 41% more than in the year before.",
        [turnover("2024", None, ratio=1.41, base="2023")],
    ),
]

_GROUPS = {name: cases for name, cases in globals().items() if name.isupper() and isinstance(cases, list)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [case for cases in _GROUPS.values() for case in cases],
    ids=[f"{name.lower()}-{i}" for name, cases in _GROUPS.items() for i in range(len(cases))],
)
def test_strings_of_figures(text, rows):
    assert trade(text) == rows
