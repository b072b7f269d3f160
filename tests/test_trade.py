"""Trade figures: what a reader would list from a sentence about trade between the two countries.

Every case is an article of one or a few sentences, published on 20 August 2025 unless it says otherwise,
with the rows that a careful reader lists from it.
"""

from __future__ import annotations

import pytest

from kzvn_analysis.facts.trade import find_trade
from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text

PUBLISHED = "2025-08-20"


def row_of(fact) -> tuple:
    """A fact as `row` writes it."""
    return row(
        fact.flow,
        fact.period,
        fact.value_usd and fact.value_usd / 1e6,
        who=fact.reporter,
        top=fact.value_usd_max and fact.value_usd_max / 1e6,
        bound=fact.bound,
        goal=fact.status == "target",
        ratio=fact.change_ratio,
        base=fact.change_base,
    )


def trade(text: str, published: str = PUBLISHED, outlet: str | None = None) -> list[tuple]:
    """The rows of a text, as `row` writes them."""
    reading = read(article_from_text(text, published=published, outlet=outlet))
    facts = list(find_trade(reading))
    assert all(text[f.start : f.end] == f.quote for f in facts)
    return [row_of(f) for f in facts]


def row(
    flow, period, millions, who=None, top=None, bound="exact", goal=False, ratio=None, base=None
) -> tuple:
    """A row of the trade table with its figure in millions of dollars."""
    money = tuple(None if m is None else round(m, 4) for m in (millions, top))
    return flow, who, period, *money, bound, "target" if goal else "reported", ratio and round(ratio, 3), base


def turnover(period, millions, **more):
    return row("turnover", period, millions, **more)


def export(who, period, millions, **more):
    return row("export", period, millions, who=who, **more)


def imported(who, period, millions, **more):
    return row("import", period, millions, who=who, **more)


FIGURES = [
    (
        "Two-way trade between Vietnam and Kazakhstan reached 1.04 billion USD in 2024, up 18.4 per"
        " cent year on year.",
        [turnover("2024", 1040, ratio=1.184, base="2023")],
    ),
    (
        "In 2024, bilateral trade turnover between Kazakhstan and Vietnam stood at US$812.5 million.",
        [turnover("2024", 812.5)],
    ),
    (
        "The trade exchange between Vietnam and Kazakhstan hit nearly 800 million USD last year.",
        [turnover("2024", 800, bound="under")],
    ),
    (
        "Commodity turnover between Kazakhstan and Vietnam for January-June 2025 amounted to 455.2"
        " mln US dollars.",
        [turnover("2025-01/2025-06", 455.2)],
    ),
    (
        "According to the ministry, mutual trade between Kazakhstan and Vietnam totaled $530 million"
        " in 2023.",
        [turnover("2023", 530)],
    ),
    (
        "The import-export turnover between Vietnam and Kazakhstan was valued at over USD 900 million"
        " in 2024.",
        [turnover("2024", 900, bound="over")],
    ),
    (
        "The total trade value of Vietnam and Kazakhstan came to roughly 640 million US dollars in 2022.",
        [turnover("2022", 640, bound="about")],
    ),
    (
        "Vietnam – Kazakhstan trade volume exceeded US$1 billion last year.",
        [turnover("2024", 1000, bound="over")],
    ),
    (
        "Bilateral commerce between Kazakhstan and Vietnam was worth $415 million in 2021.",
        [turnover("2021", 415)],
    ),
    (
        "Kazakhstan and Vietnam recorded USD 800 million in two-way trade last year.",
        [turnover("2024", 800)],
    ),
    (
        "Kazakhstan and Vietnam exchanged goods worth some $600 million in 2022.",
        [turnover("2022", 600, bound="about")],
    ),
    (
        "With $812 million of bilateral trade in 2024, Vietnam is Kazakhstan's largest partner in ASEAN.",
        [turnover("2024", 812)],
    ),
    (
        "Last year's trade between Kazakhstan and Vietnam, $812 million, was the highest ever.",
        [turnover("2024", 812)],
    ),
    (
        "Trade turnover (2024) between Kazakhstan and Vietnam: $879 million.",
        [turnover("2024", 879)],
    ),
    (
        "Kazakhstan-Vietnam trade tops half a billion dollars in five months.",
        [turnover(None, 500, bound="over")],
    ),
    (
        "Trade between Kazakhstan and Vietnam was a little under half a billion dollars in 2019.",
        [turnover("2019", 500, bound="under")],
    ),
    (
        "In the first seven months of 2025 trade between Vietnam and Kazakhstan stood at 610 million"
        " USD, a rise of 24.5%"
        " compared to the same period last year.",
        [turnover("2025-01/2025-07", 610, ratio=1.245, base="2024-01/2024-07")],
    ),
    (
        "By the end of 2024, trade between Kazakhstan and Vietnam had amounted to $879.1 million, 1.6"
        " times more than in 2023.",
        [turnover("2024", 879.1, ratio=1.6, base="2023")],
    ),
    (
        "Trade between the two countries, Kazakhstan and Vietnam, grew by 14% to $466.3 million in"
        " January-May.",
        [turnover("2025-01/2025-05", 466.3, ratio=1.14, base="2024-01/2024-05")],
    ),
    (
        "Kazakhstan's trade with Vietnam fell 12 percent to $372 million in 2016.",
        [turnover("2016", 372, ratio=0.88, base="2015")],
    ),
    (
        "Vietnam's trade turnover with Kazakhstan more than doubled to US$879 million in 2024.",
        [turnover("2024", 879, ratio=2, base="2023")],
    ),
    (
        "The figure for trade between Kazakhstan and Vietnam has almost tripled since 2020.",
        [turnover(None, None, ratio=3, base="2020")],
    ),
    (
        "Trade between Kazakhstan and Vietnam was $900 million in 2024 (+8.3%).",
        [turnover("2024", 900, ratio=1.083, base="2023")],
    ),
    (
        "Trade turnover between Kazakhstan and Vietnam dropped by a quarter in 2015.",
        [turnover("2015", None, ratio=0.75, base="2014")],
    ),
    (
        "In 2023, the Vietnam-Kazakhstan trade turnover saw a 2.4-fold increase against 2022.",
        [turnover("2023", None, ratio=2.4, base="2022")],
    ),
    (
        "Bilateral trade between Vietnam and Kazakhstan rose from $387.6 million in 2020 to $812"
        " million in 2024.",
        [turnover("2020", 387.6), turnover("2024", 812)],
    ),
    (
        "Vietnam-Kazakhstan trade reached $812 million in 2024, up from $590 million a year earlier.",
        [turnover("2024", 812), turnover("2023", 590)],
    ),
    (
        "Vietnam-Kazakhstan trade stood at $455 million in the first half of 2025, compared with $401"
        " million in the same"
        " period of 2024.",
        [turnover("2025-01/2025-06", 455), turnover("2024-01/2024-06", 401)],
    ),
    (
        "Trade between Kazakhstan and Vietnam reached $512 million in 2021 and $640 million in 2022.",
        [turnover("2021", 512), turnover("2022", 640)],
    ),
    (
        "While the Kazakh statistics bureau puts trade between Kazakhstan and Vietnam in 2023 at $590"
        " million, rather than"
        " the $640 million reported in Hanoi, both see growth.",
        [turnover("2023", 590), turnover("2023", 640)],
    ),
    (
        "Two-way trade between Vietnam and Kazakhstan crossed the $1 billion mark in 2025, reaching"
        " $1.12 billion.",
        [turnover("2025", 1120)],
    ),
    (
        "Vietnam is Kazakhstan's main trading partner in ASEAN, with trade turnover of 879 million"
        " USD in 2024.",
        [turnover("2024", 879)],
    ),
    (
        "Bilateral trade between Vietnam and Kazakhstan hit 1 billion USD in 2024, a year-on-year"
        " increase of 18.4%.",
        [turnover("2024", 1000, ratio=1.184, base="2023")],
    ),
    (
        "The ministers noted that Kazakh-Vietnamese trade had grown 1.4 times over the past three"
        " years, reaching $879 million in 2024.",
        [turnover("2024", 879, ratio=1.4, base="2021")],
    ),
    (
        "Kazakhstan's trade with Vietnam reached $455 million in 2024, an increase of $55 million"
        " over the previous year.",
        [turnover("2024", 455)],
    ),
    (
        "Last year, bilateral trade turnover between Vietnam and Kazakhstan approached the $900"
        " million mark.",
        [turnover("2024", 900, bound="under")],
    ),
    (
        "Trade between Kazakhstan and Vietnam is booming: from $345 million in 2020 it went up to"
        " $879 million in 2024.",
        [turnover("2020", 345), turnover("2024", 879)],
    ),
    (
        "Despite a 7.3% decline, trade between Vietnam and Kazakhstan still amounted to $530 million"
        " in 2020.",
        [turnover("2020", 530, ratio=0.927, base="2019")],
    ),
    (
        "Trade between Kazakhstan and Vietnam last year was twice that of 2021.",
        [turnover("2024", None, ratio=2, base="2021")],
    ),
    (
        "Two-way trade turnover, which was only $7 million in 2005, reached $879 million in 2024, the"
        " ambassador of Kazakhstan to Vietnam said.",
        [turnover("2005", 7), turnover("2024", 879)],
    ),
    (
        "Kazakhstan's trade turnover with Vietnam in 2024 is $879.3 mln (13.6% more than in 2023).",
        [turnover("2024", 879.3, ratio=1.136, base="2023")],
    ),
    (
        "Vietnam-Kazakhstan trade increased from less than $100 million in 2010 to more than $800"
        " million today.",
        [turnover("2010", 100, bound="under"), turnover(None, 800, bound="over")],
    ),
    (
        "Trade turnover with Kazakhstan grew from 430 million USD in 2023 to 879 million USD in 2024,"
        " doubling within a year, Vietnam said.",
        [turnover("2023", 430), turnover("2024", 879, ratio=2, base="2023")],
    ),
    (
        "In 2020, Vietnam-Kazakhstan trade fell to $345 million from $366 million in 2019.",
        [turnover("2020", 345), turnover("2019", 366)],
    ),
    (
        "Trade between Vietnam and Kazakhstan rose by 2.5 times in 2024 compared to 2020.",
        [turnover("2024", None, ratio=2.5, base="2020")],
    ),
    (
        "Trade between Vietnam and Kazakhstan up 20% in Jan-Jul",
        [turnover("2025-01/2025-07", None, ratio=1.2, base="2024-01/2024-07")],
    ),
    (
        "Trade between Kazakhstan and Vietnam amounted to 430 billion tenge ($905 million) in 2024.",
        [turnover("2024", 905)],
    ),
    (
        "In 2022 trade between Kazakhstan and Vietnam amounted to $587.4 mln, an increase of 16.4"
        " percent compared to 2021 ($504.6 mln).",
        [turnover("2022", 587.4, ratio=1.164, base="2021"), turnover("2021", 504.6)],
    ),
    (
        "Trade with Vietnam was $879m in 2024, the Kazakh ministry said, and $455m in the first half"
        " of this year.",
        [turnover("2024", 879), turnover("2025-01/2025-06", 455)],
    ),
    (
        "Kazakhstan and Vietnam boosted trade by 40 percent in 2024.",
        [turnover("2024", None, ratio=1.4, base="2023")],
    ),
    (
        "In 2024, trade between Kazakhstan and Vietnam was up by a factor of 1.6.",
        [turnover("2024", None, ratio=1.6, base="2023")],
    ),
    (
        "Kazakhstan and Vietnam have annual trade of about $800 million.",
        [turnover(None, 800, bound="about")],
    ),
    (
        "Bilateral trade racked up $812 million last year, a 9-percent gain, said Vietnam's embassy"
        " in Kazakhstan.",
        [turnover("2024", 812, ratio=1.09, base="2023")],
    ),
    (
        "In 2024, trade between Kazakhstan and Vietnam increased by $68 million, or 8.3%, to $879 million.",
        [turnover("2024", 879, ratio=1.083, base="2023")],
    ),
    (
        "Trade between Kazakhstan and Vietnam grew in 2024 by a modest 2%.",
        [turnover("2024", None, ratio=1.02, base="2023")],
    ),
    (
        "Trade between Kazakhstan and Vietnam amounted to $812 million in 2024 (in 2023: $790 million).",
        [turnover("2024", 812), turnover("2023", 790)],
    ),
    (
        "Trade between Kazakhstan and Vietnam: 2022 - $587 mln, 2023 - $941 mln, 2024 - $879 mln.",
        [turnover("2022", 587), turnover("2023", 941), turnover("2024", 879)],
    ),
    (
        "Two-way trade between Vietnam and Kazakhstan reached 225 million USD in 2023 and 138 million"
        " USD in the first five months of 2024, up 41.4 percent.",
        [turnover("2023", 225), turnover("2024-01/2024-05", 138, ratio=1.414, base="2023-01/2023-05")],
    ),
    (
        "Kazakhstan's Q1 trade with Vietnam rose 12% y-o-y to $210 million.",
        [turnover("2025-01/2025-03", 210, ratio=1.12, base="2024-01/2024-03")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), FIGURES, ids=[t[:60] for t, _ in FIGURES])
def test_turnover(text, rows):
    assert trade(text) == rows


SIDES = [
    (
        "Kazakhstan's exports to Vietnam reached $96.4 million in 2024, while imports from Vietnam"
        " amounted to $436.5 million.",
        [export("KAZ", "2024", 96.4), imported("KAZ", "2024", 436.5)],
    ),
    (
        "In 2024 Vietnam exported US$512.9 million worth of goods to Kazakhstan and imported US$74.5"
        " million.",
        [export("VNM", "2024", 512.9), imported("VNM", "2024", 74.5)],
    ),
    (
        "Exports from Vietnam to Kazakhstan grew 9.5 per cent to 560 million USD in 2024.",
        [export("VNM", "2024", 560, ratio=1.095, base="2023")],
    ),
    (
        "Exports to Vietnam from Kazakhstan surged 2.1 times to $198.7 mln in January-September 2024.",
        [export("KAZ", "2024-01/2024-09", 198.7, ratio=2.1, base="2023-01/2023-09")],
    ),
    (
        "Vietnam's export turnover to Kazakhstan stood at USD 402 million in 2023, and import"
        " turnover at USD 61 million.",
        [export("VNM", "2023", 402), imported("VNM", "2023", 61)],
    ),
    (
        "Kazakh exports to Vietnam were worth some $100 million in 2022.",
        [export("KAZ", "2022", 100, bound="about")],
    ),
    (
        "Imports of Vietnamese goods into Kazakhstan fell by 6% to $301 million in 2022.",
        [imported("KAZ", "2022", 301, ratio=0.94, base="2021")],
    ),
    (
        "Supplies of Kazakh products to Vietnam totaled $88 million in 2023.",
        [export("KAZ", "2023", 88)],
    ),
    (
        "Shipments from Kazakhstan to Vietnam came to $120 million last year.",
        [export("KAZ", "2024", 120)],
    ),
    (
        "Kazakhstan's purchases from Vietnam reached $355 million in 2016.",
        [imported("KAZ", "2016", 355)],
    ),
    (
        "Goods worth $310 million were exported from Vietnam to Kazakhstan in 2022.",
        [export("VNM", "2022", 310)],
    ),
    (
        "In 2024 trade between Vietnam and Kazakhstan was $879 million: $96 million in Kazakh exports"
        " and $783 million in"
        " imports from Vietnam.",
        [turnover("2024", 879), export("KAZ", "2024", 96), imported("KAZ", "2024", 783)],
    ),
    (
        "In 2024 trade turnover between Kazakhstan and Vietnam amounted to $879 million (exports from"
        " Kazakhstan - $96.1"
        " million, imports - $782.9 million).",
        [turnover("2024", 879), export("KAZ", "2024", 96.1), imported("KAZ", "2024", 782.9)],
    ),
    (
        "Trade between Vietnam and Kazakhstan hit $640 million in 2022, of which Vietnamese exports"
        " accounted for $540"
        " million.",
        [turnover("2022", 640), export("VNM", "2022", 540)],
    ),
    (
        "Kazakhstan's exports to and imports from Vietnam were $96.4 and $436.5 million respectively"
        " in 2023.",
        [export("KAZ", "2023", 96.4), imported("KAZ", "2023", 436.5)],
    ),
    (
        "According to the General Department of Vietnam Customs, trade with Kazakhstan reached $587"
        " million in 2022. Exports"
        " amounted to $512 million, and imports to $75 million.",
        [turnover("2022", 587), export("VNM", "2022", 512), imported("VNM", "2022", 75)],
    ),
    (
        "Kazakhstan's exports to Vietnam doubled in the first quarter of 2025.",
        [export("KAZ", "2025-01/2025-03", None, ratio=2, base="2024-01/2024-03")],
    ),
    (
        "Over the first 11 months of 2024, trade between the two amounted to USD 780.2 million, with"
        " Kazakhstan's exports at USD 90.4 million and Vietnam's exports at USD 689.8 million.",
        [
            turnover("2024-01/2024-11", 780.2),
            export("KAZ", "2024-01/2024-11", 90.4),
            export("VNM", "2024-01/2024-11", 689.8),
        ],
    ),
    (
        "In 2024, trade between Kazakhstan and Vietnam exceeded $879 million, including $150 million"
        " of Kazakh exports and $729 million of imports.",
        [turnover("2024", 879, bound="over"), export("KAZ", "2024", 150), imported("KAZ", "2024", 729)],
    ),
    (
        "Vietnam earned 502 million USD from exports to Kazakhstan in 2024 and spent 61 million USD"
        " on imports from the country.",
        [export("VNM", "2024", 502), imported("VNM", "2024", 61)],
    ),
    (
        "Vietnam's exports to Kazakhstan in H1 2025 totaled $410 million, up 12% y/y.",
        [export("VNM", "2025-01/2025-06", 410, ratio=1.12, base="2024-01/2024-06")],
    ),
    (
        "Kazakhstan exported goods worth USD 96 million to Vietnam in 2024, up 21 per cent, and"
        " imported goods worth USD 436 million, down 3 per cent.",
        [
            export("KAZ", "2024", 96, ratio=1.21, base="2023"),
            imported("KAZ", "2024", 436, ratio=0.97, base="2023"),
        ],
    ),
    (
        "According to Kazakhstan's statistics bureau, trade with Vietnam totalled $879 million in"
        " 2024. Exports rose 30% to $150 million and imports fell 4% to $729 million.",
        [
            turnover("2024", 879),
            export("KAZ", "2024", 150, ratio=1.3, base="2023"),
            imported("KAZ", "2024", 729, ratio=0.96, base="2023"),
        ],
    ),
    (
        "According to the Kazakh side, in 2019 turnover with Vietnam amounted to $348.2 million;"
        " exports - $30.1 million; imports - $318.1 million.",
        [turnover("2019", 348.2), export("KAZ", "2019", 30.1), imported("KAZ", "2019", 318.1)],
    ),
    (
        "Vietnam's exports to Kazakhstan fell nearly 40 percent last year while its imports from"
        " Kazakhstan doubled.",
        [
            export("VNM", "2024", None, ratio=0.6, base="2023"),
            imported("VNM", "2024", None, ratio=2, base="2023"),
        ],
    ),
    (
        "Vietnam's shipments to Kazakhstan reached $400 million, whereas purchases were only $60"
        " million in 2023.",
        [export("VNM", "2023", 400), imported("VNM", "2023", 60)],
    ),
    (
        "In 2023, Kazakhstan increased exports to Vietnam by 1.8 times to $170 million and imports by"
        " 60% to $770 million.",
        [
            export("KAZ", "2023", 170, ratio=1.8, base="2022"),
            imported("KAZ", "2023", 770, ratio=1.6, base="2022"),
        ],
    ),
    (
        "Kazakhstan supplied Vietnam with products worth $96 million last year.",
        [export("KAZ", "2024", 96)],
    ),
    (
        "Exports from Kazakhstan to Vietnam jumped 32% to $148 million in 2024, the highest since 2012.",
        [export("KAZ", "2024", 148, ratio=1.32, base="2023")],
    ),
    (
        "Kazakhstan's exports to Vietnam, chiefly zinc and wheat, reached $148 million in 2024.",
        [export("KAZ", "2024", 148)],
    ),
    (
        "Vietnam's customs recorded exports to Kazakhstan of $165.6 million and imports of $59.6"
        " million in 2023.",
        [export("VNM", "2023", 165.6), imported("VNM", "2023", 59.6)],
    ),
]


@pytest.mark.parametrize(("text", "rows"), SIDES, ids=[t[:60] for t, _ in SIDES])
def test_exports_and_imports(text, rows):
    assert trade(text) == rows


@pytest.mark.parametrize(
    ("outlet", "who"),
    [("Kazinform", "KAZ"), ("The Astana Times", "KAZ"), ("VNA", "VNM"), ("Nhan Dan", "VNM")],
)
def test_bare_exports_are_those_of_the_outlets_side(outlet, who):
    text = (
        "In 2023 trade between Vietnam and Kazakhstan totalled $530 million. Exports grew by 10% to"
        " $90 million, imports to"
        " $440 million."
    )
    assert trade(text, outlet=outlet) == [
        turnover("2023", 530),
        export(who, "2023", 90, ratio=1.1, base="2022"),
        imported(who, "2023", 440),
    ]


def test_bare_exports_of_nobody_yield_no_row():
    text = "In 2023 trade between Vietnam and Kazakhstan totalled $530 million. Exports were $90 million."
    assert trade(text) == [turnover("2023", 530)]


GOALS = [
    (
        "Vietnam and Kazakhstan aim to raise two-way trade to US$1.5 billion by 2027.",
        [turnover("2027", 1500, goal=True)],
    ),
    (
        "The two sides set a target of $2 billion in bilateral trade between Kazakhstan and Vietnam by 2030.",
        [turnover("2030", 2000, goal=True)],
    ),
    (
        "Kazakhstan and Vietnam agreed to bring mutual trade to $1.5 bln.",
        [turnover(None, 1500, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam is expected to reach $1.2 billion in 2026.",
        [turnover("2026", 1200, goal=True)],
    ),
    (
        "The leaders of Kazakhstan and Vietnam want trade to exceed one billion dollars.",
        [turnover(None, 1000, bound="over", goal=True)],
    ),
    (
        "Tokayev said Kazakhstan and Vietnam should strive for at least $2 billion in annual trade.",
        [turnover(None, 2000, bound="over", goal=True)],
    ),
    (
        "Kazakhstan, Vietnam eye $1.5 billion trade target",
        [turnover(None, 1500, goal=True)],
    ),
    (
        "Kazakhstan and Vietnam hope for USD 2–3 billion in trade within the next five years.",
        [turnover(None, 2000, top=3000, goal=True)],
    ),
    (
        "They pledged to double trade between Vietnam and Kazakhstan by 2030.",
        [turnover("2030", None, ratio=2, goal=True)],
    ),
    (
        "The prime minister spoke of tripling bilateral trade between Kazakhstan and Vietnam.",
        [turnover(None, None, ratio=3, goal=True)],
    ),
    (
        "Trade between Vietnam and Kazakhstan reached $879 million in 2024, and the sides aim to"
        " bring it to $1.5 billion by"
        " 2028.",
        [turnover("2024", 879), turnover("2028", 1500, goal=True)],
    ),
    (
        "Kazakhstan plans to increase exports to Vietnam to $250 million by 2026.",
        [export("KAZ", "2026", 250, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $500 million in 2021. The presidents named one"
        " billion dollars as a"
        " benchmark for 2025.",
        [turnover("2021", 500), turnover("2025", 1000, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $500 million in 2021. The ambassador believes"
        " that two billion is out of"
        " reach, but thinks $1 billion realistic.",
        [turnover("2021", 500), turnover(None, 1000, goal=True)],
    ),
    (
        "The goal is to increase trade turnover between Kazakhstan and Vietnam from the current $879"
        " million to $1.5 billion"
        " by 2030.",
        [turnover(None, 879), turnover("2030", 1500, goal=True)],
    ),
    (
        "By 2030, Vietnam and Kazakhstan intend to lift two-way trade up to $3 billion.",
        [turnover("2030", 3000, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam could grow by half by 2028, analysts say.",
        [turnover("2028", None, ratio=1.5, goal=True)],
    ),
    (
        "Vietnam and Kazakhstan will work to bring bilateral trade up to 1.5-2 billion USD per year by 2030.",
        [turnover("2030", 1500, top=2000, goal=True)],
    ),
    (
        "Kazakhstan and Vietnam expect mutual trade to exceed $1 billion this year.",
        [turnover("2025", 1000, bound="over", goal=True)],
    ),
    (
        "We have set ourselves the task of doubling trade between Kazakhstan and Vietnam to $2 billion.",
        [turnover(None, 2000, goal=True, ratio=2)],
    ),
    (
        "The Kazakhstan–Vietnam turnover target of $1.5 billion set for 2025 was not met.",
        [turnover("2025", 1500, goal=True)],
    ),
    (
        "Kazakhstan, Vietnam to Double Trade by 2030",
        [turnover("2030", None, goal=True, ratio=2)],
    ),
    (
        "In 2024 trade between Kazakhstan and Vietnam was about 880 million USD and may exceed 1"
        " billion USD this year.",
        [turnover("2024", 880, bound="about"), turnover("2025", 1000, bound="over", goal=True)],
    ),
    (
        "Vietnam and Kazakhstan agreed on raising two-way trade from 879 million USD in 2024 to 1.5"
        " billion USD in 2028 and 3 billion USD in 2035.",
        [turnover("2024", 879), turnover("2028", 1500, goal=True), turnover("2035", 3000, goal=True)],
    ),
    (
        "In 2024 trade between Kazakhstan and Vietnam reached $1.04 bn, exceeding a target of $1 bn.",
        [turnover("2024", 1040), turnover(None, 1000, goal=True)],
    ),
    (
        "Vietnam-Kazakhstan trade turnover is forecast at $1.1 billion for 2026.",
        [turnover("2026", 1100, goal=True)],
    ),
    (
        "By 2030 trade between Vietnam and Kazakhstan could triple, the ambassador said.",
        [turnover("2030", None, goal=True, ratio=3)],
    ),
    (
        "As for trade, Kazakhstan and Vietnam have set a goal: $1.5 billion by 2027.",
        [turnover("2027", 1500, goal=True)],
    ),
    (
        "Kazakhstan hopes to attract $1 billion in investment from Vietnam and to bring trade to $1.5"
        " billion.",
        [turnover(None, 1500, goal=True)],
    ),
]


@pytest.mark.parametrize(("text", "rows"), GOALS, ids=[t[:60] for t, _ in GOALS])
def test_goals(text, rows):
    assert trade(text) == rows


CONTEXT = [
    (
        "Trade between Kazakhstan and Vietnam keeps growing. It amounted to $812 million in 2024, up 5%.",
        [turnover("2024", 812, ratio=1.05, base="2023")],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $812 million in 2024. The first half of 2025"
        " brought a 15 per cent rise"
        " year on year.",
        [turnover("2024", 812), turnover("2025-01/2025-06", None, ratio=1.15, base="2024-01/2024-06")],
    ),
    (
        "Let us speak of trade between Kazakhstan and Vietnam. Last year the figure reached $812 million.",
        [turnover("2024", 812)],
    ),
    (
        "Kazakhstan and Vietnam hit a trade record\n\nHANOI – Trade between Kazakhstan and Vietnam"
        " hit a record $1.04 billion"
        " in 2024.",
        [turnover("2024", 1040)],
    ),
    (
        "Trade between Kazakhstan and Vietnam, says the bureau, totaled $941.2 million for 11 months"
        " of 2023. This is 1.9 times more than in the same period of 2022 ($495 million).",
        [
            turnover("2023-01/2023-11", 941.2, ratio=1.9, base="2022-01/2022-11"),
            turnover("2022-01/2022-11", 495),
        ],
    ),
    (
        "Trade turnover between Kazakhstan and Vietnam nearly doubled last year to exceed $500"
        " million. I believe we can increase it to $1.5 billion in the coming years.",
        [turnover("2024", 500, bound="over", ratio=2, base="2023"), turnover(None, 1500, goal=True)],
    ),
    (
        "Vietnam-Kazakhstan trade nears $1 billion\n\nHANOI – Trade between Vietnam and Kazakhstan"
        " amounted to $987 million in 2024.",
        [turnover("2024", 987)],
    ),
]


@pytest.mark.parametrize(("text", "rows"), CONTEXT, ids=[t[:60] for t, _ in CONTEXT])
def test_sentences_that_lean_on_those_before(text, rows):
    assert trade(text) == rows


NOT_TRADE = [
    "In 2024 Kazakhstan's exports to Vietnam reached $1.2 million per head of staff.",
    "Kazakhstan's exports to Vietnam in 2023: zinc, lead and copper, $32 million.",
    "Kazakhstan exported wheat worth $8.6 million to Vietnam in 2024.",
    "Wheat exports from Kazakhstan to Vietnam reached $8.6 million in 2024.",
    "Exports of zinc from Kazakhstan to Vietnam amounted to $32 million.",
    "Vietnam's agricultural exports to Kazakhstan were worth $40 million in 2024.",
    "Trade in agricultural products between Kazakhstan and Vietnam reached $120 million in 2024.",
    "Kazakhstan's exports to Vietnam include wheat ($8.6 million) and zinc ($32.4 million).",
    "Kazakhstan's trade surplus with Vietnam was $158 million in 2021.",
    "Vietnam ran a trade deficit of $20 million with Kazakhstan in 2021.",
    "Vietnamese investment in Kazakhstan reached $300 million, the trade minister said.",
    "At a trade forum in Vietnam, Kazakhstan's companies signed contracts worth $41 million.",
    "Kazakhstan and Vietnam discussed trade and a $90 million food processing plant.",
    "To boost trade with Vietnam, Kazakhstan will build a $50 million logistics hub.",
    "Kazakhstan's exports make up 29 percent of its trade with Vietnam.",
    "Vietnam and Kazakhstan welcomed the free trade agreement, under which trade between Vietnam and"
    " the Eurasian Economic"
    " Union reached $4.9 billion.",
    "Kazakhstan's trade with China reached $43 billion, the ambassador of Vietnam noted.",
    "Vietnam, like Kazakhstan, sells a lot to Germany: its exports to Germany reached $7 billion.",
    "Kazakhstan and Vietnam trade more and more; Vietnam's exports to the United States were up 35% in May.",
    "Trade between Kazakhstan and Vietnam amounted to 430 billion tenge in 2024.",
    "Kazakhstan is ready to increase exports to Vietnam by $380 million.",
    "Kazakhstan and Vietnam signed a trade agreement in 2015.",
    "The number of tourists from Kazakhstan to Vietnam doubled, and trade is growing too.",
    "Trade between East Kazakhstan Region and Vietnam amounted to $25 million in 2024.",
    "Kazakhstan and Vietnam speak of trade; Kazakhstan's GDP grew by 6% and Vietnam's economy by 7%.",
    "Freight from Kazakhstan to Vietnam has tripled in price to $9,800 per container, which hampers trade.",
    "Kazakhstan and Vietnam will trade under an agreement that abolishes 90% of tariffs.",
    "Kazakhstan and Vietnam want to double the number of flights and to expand trade.",
    "Kazakhstan is Vietnam's partner in Central Asia; in 2024 Vietnam attracted $38 billion of"
    " investment and its trade hit $786 billion.",
    "Vietnam's exports in 2024 rose by 14.3%, according to a report seen in Kazakhstan.",
    "Kazakhstan's foreign trade turnover reached $141.4 billion in 2024, of which Vietnam accounts"
    " for less than 1%.",
    "Kazakhstan and Vietnam signed 12 documents worth $1.5 billion during the trade mission.",
    "The trade house of Kazakhstan in Vietnam sold $2 million worth of products last year.",
    "Vietnam's FDI in Kazakhstan increased by 20 percent, trade experts said.",
    "Kazakhstan and Vietnam noted that trade between Vietnam and the EAEU grew by 12% to $4.6 billion"
    " in 2024.",
    "The EAEU exported $1.5 billion worth of goods to Vietnam in 2024, with Kazakhstan's share at 6%.",
    "Kazakhstan shipped US$3.5 million of wheat to Vietnam last year.",
    "Kazakhstan's exports of ferrous metals to Vietnam increased 2.3 times.",
    "Kazakhstan increased flour exports to Vietnam by 40%.",
    "Imports of smartphones from Vietnam to Kazakhstan dropped 12% to $300 million.",
    "Vietnam's main exports to Kazakhstan: phones - $250 million, footwear - $40 million, and coffee"
    " - $15 million.",
    "Vietnam wants to double its coffee sales to Kazakhstan by 2027.",
    "Trade between Kazakhstan's Mangystau and Vietnam's Ba Ria – Vung Tau provinces reached $5 million.",
    "Kazakhstan aims to bring trade with ASEAN, including Vietnam, to $5 billion.",
    "Kazakhstan, Uzbekistan and Vietnam discussed trilateral trade of $1 billion.",
    "Kazakhstan is ready to boost the export of 60 goods worth $300 million to Vietnam.",
    "The potential of trade between Kazakhstan and Vietnam is estimated at $3 billion.",
    "Bilateral trade between Vietnam and Kazakhstan grew at an average annual rate of 15 percent.",
    "Trade between Vietnam and Kazakhstan accounts for more than 40% of Vietnam's trade with Central Asia.",
    "Kazakhstan's exports to Vietnam, chiefly zinc ($32 million) and wheat ($8 million), are growing.",
    "Trade between Kazakhstan and Vietnam is dominated by phones, which brought in $300 million.",
    "The share of agricultural products in trade between Kazakhstan and Vietnam reached 15%, or $130"
    " million.",
    "Kazakhstan's exports to Vietnam make up 0.2% of its total exports of $78 billion.",
    "Vietnam accounts for 40% of Kazakhstan's trade with ASEAN, which amounted to $2.2 billion in 2024.",
    "Trade between Vietnam and Kazakhstan may grow thanks to the $2 billion Hai Phong port.",
    "Kazakhstan and Vietnam discussed trade, a direct flight and the $200 million credit line.",
    "Vietnam, whose trade reached $786 billion in 2024, is interested in Kazakhstan.",
    "Kazakh-Vietnamese mutual trade in agricultural goods rose 18% to $56 million.",
]


@pytest.mark.parametrize("text", NOT_TRADE, ids=[t[:60] for t in NOT_TRADE])
def test_no_row(text):
    assert trade(text) == []


def test_a_headlines_figure_is_not_a_second_row():
    text = (
        "Vietnam-Kazakhstan trade nears $1 billion\n\nASTANA – In 2024, trade between Vietnam and"
        " Kazakhstan amounted to"
        " nearly $1 billion, the ambassador said."
    )
    assert trade(text) == [turnover("2024", 1000, bound="under")]


def test_every_row_names_its_rule():
    reading = read(
        article_from_text("In 2024, trade between Vietnam and Kazakhstan rose 5% to $812 million.")
    )
    assert [f.rule for f in find_trade(reading)] == ["figure-with-growth"]
