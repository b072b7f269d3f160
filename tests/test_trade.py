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


def trade(text: str, published: str = PUBLISHED, outlet: str | None = None) -> list[tuple]:
    """The rows of a text, as `row` writes them."""
    reading = read(article_from_text(text, published=published, outlet=outlet))
    facts = list(find_trade(reading))
    assert all(text[f.start : f.end] == f.quote for f in facts)
    return [
        row(
            f.flow,
            f.period,
            f.value_usd and f.value_usd / 1e6,
            who=f.reporter,
            top=f.value_usd_max and f.value_usd_max / 1e6,
            bound=f.bound,
            goal=f.status == "target",
            ratio=f.change_ratio,
            base=f.change_base,
        )
        for f in facts
    ]


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
        "Two-way trade between Vietnam and Kazakhstan reached 1.04 billion USD in 2024, up 18.4 per cent year on year.",
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
        "Commodity turnover between Kazakhstan and Vietnam for January-June 2025 amounted to 455.2 mln US dollars.",
        [turnover("2025-01/2025-06", 455.2)],
    ),
    (
        "According to the ministry, mutual trade between Kazakhstan and Vietnam totaled $530 million in 2023.",
        [turnover("2023", 530)],
    ),
    (
        "The import-export turnover between Vietnam and Kazakhstan was valued at over USD 900 million in 2024.",
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
        "In the first seven months of 2025 trade between Vietnam and Kazakhstan stood at 610 million USD, a rise of 24.5%"
        " compared to the same period last year.",
        [turnover("2025-01/2025-07", 610, ratio=1.245, base="2024-01/2024-07")],
    ),
    (
        "By the end of 2024, trade between Kazakhstan and Vietnam had amounted to $879.1 million, 1.6 times more than in 2023.",
        [turnover("2024", 879.1, ratio=1.6, base="2023")],
    ),
    (
        "Trade between the two countries, Kazakhstan and Vietnam, grew by 14% to $466.3 million in January-May.",
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
        "Bilateral trade between Vietnam and Kazakhstan rose from $387.6 million in 2020 to $812 million in 2024.",
        [turnover("2020", 387.6), turnover("2024", 812)],
    ),
    (
        "Vietnam-Kazakhstan trade reached $812 million in 2024, up from $590 million a year earlier.",
        [turnover("2024", 812), turnover("2023", 590)],
    ),
    (
        "Vietnam-Kazakhstan trade stood at $455 million in the first half of 2025, compared with $401 million in the same"
        " period of 2024.",
        [turnover("2025-01/2025-06", 455), turnover("2024-01/2024-06", 401)],
    ),
    (
        "Trade between Kazakhstan and Vietnam reached $512 million in 2021 and $640 million in 2022.",
        [turnover("2021", 512), turnover("2022", 640)],
    ),
    (
        "While the Kazakh statistics bureau puts trade between Kazakhstan and Vietnam in 2023 at $590 million, rather than"
        " the $640 million reported in Hanoi, both see growth.",
        [turnover("2023", 590), turnover("2023", 640)],
    ),
    (
        "Two-way trade between Vietnam and Kazakhstan crossed the $1 billion mark in 2025, reaching $1.12 billion.",
        [turnover("2025", 1120)],
    ),
]


@pytest.mark.parametrize(("text", "rows"), FIGURES, ids=[t[:60] for t, _ in FIGURES])
def test_turnover(text, rows):
    assert trade(text) == rows


SIDES = [
    (
        "Kazakhstan's exports to Vietnam reached $96.4 million in 2024, while imports from Vietnam amounted to $436.5 million.",
        [export("KAZ", "2024", 96.4), imported("KAZ", "2024", 436.5)],
    ),
    (
        "In 2024 Vietnam exported US$512.9 million worth of goods to Kazakhstan and imported US$74.5 million.",
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
        "Vietnam's export turnover to Kazakhstan stood at USD 402 million in 2023, and import turnover at USD 61 million.",
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
        "In 2024 trade between Vietnam and Kazakhstan was $879 million: $96 million in Kazakh exports and $783 million in"
        " imports from Vietnam.",
        [turnover("2024", 879), export("KAZ", "2024", 96), imported("KAZ", "2024", 783)],
    ),
    (
        "In 2024 trade turnover between Kazakhstan and Vietnam amounted to $879 million (exports from Kazakhstan - $96.1"
        " million, imports - $782.9 million).",
        [turnover("2024", 879), export("KAZ", "2024", 96.1), imported("KAZ", "2024", 782.9)],
    ),
    (
        "Trade between Vietnam and Kazakhstan hit $640 million in 2022, of which Vietnamese exports accounted for $540"
        " million.",
        [turnover("2022", 640), export("VNM", "2022", 540)],
    ),
    (
        "Kazakhstan's exports to and imports from Vietnam were $96.4 and $436.5 million respectively in 2023.",
        [export("KAZ", "2023", 96.4), imported("KAZ", "2023", 436.5)],
    ),
    (
        "According to the General Department of Vietnam Customs, trade with Kazakhstan reached $587 million in 2022. Exports"
        " amounted to $512 million, and imports to $75 million.",
        [turnover("2022", 587), export("VNM", "2022", 512), imported("VNM", "2022", 75)],
    ),
    (
        "Kazakhstan's exports to Vietnam doubled in the first quarter of 2025.",
        [export("KAZ", "2025-01/2025-03", None, ratio=2, base="2024-01/2024-03")],
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
        "In 2023 trade between Vietnam and Kazakhstan totalled $530 million. Exports grew by 10% to $90 million, imports to"
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
        "Trade between Vietnam and Kazakhstan reached $879 million in 2024, and the sides aim to bring it to $1.5 billion by"
        " 2028.",
        [turnover("2024", 879), turnover("2028", 1500, goal=True)],
    ),
    (
        "Kazakhstan plans to increase exports to Vietnam to $250 million by 2026.",
        [export("KAZ", "2026", 250, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $500 million in 2021. The presidents named one billion dollars as a"
        " benchmark for 2025.",
        [turnover("2021", 500), turnover("2025", 1000, goal=True)],
    ),
    (
        "Trade between Kazakhstan and Vietnam came to $500 million in 2021. The ambassador believes that two billion is out of"
        " reach, but thinks $1 billion realistic.",
        [turnover("2021", 500), turnover(None, 1000, goal=True)],
    ),
    (
        "The goal is to increase trade turnover between Kazakhstan and Vietnam from the current $879 million to $1.5 billion"
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
        "Trade between Kazakhstan and Vietnam came to $812 million in 2024. The first half of 2025 brought a 15 per cent rise"
        " year on year.",
        [turnover("2024", 812), turnover("2025-01/2025-06", None, ratio=1.15, base="2024-01/2024-06")],
    ),
    (
        "Let us speak of trade between Kazakhstan and Vietnam. Last year the figure reached $812 million.",
        [turnover("2024", 812)],
    ),
    (
        "Kazakhstan and Vietnam hit a trade record\n\nHANOI – Trade between Kazakhstan and Vietnam hit a record $1.04 billion"
        " in 2024.",
        [turnover("2024", 1040)],
    ),
]


@pytest.mark.parametrize(("text", "rows"), CONTEXT, ids=[t[:60] for t, _ in CONTEXT])
def test_sentences_that_lean_on_those_before(text, rows):
    assert trade(text) == rows


NOT_TRADE = [
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
    "Vietnam and Kazakhstan welcomed the free trade agreement, under which trade between Vietnam and the Eurasian Economic"
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
]


@pytest.mark.parametrize("text", NOT_TRADE, ids=[t[:60] for t in NOT_TRADE])
def test_no_row(text):
    assert trade(text) == []


def test_a_headlines_figure_is_not_a_second_row():
    text = (
        "Vietnam-Kazakhstan trade nears $1 billion\n\nASTANA – In 2024, trade between Vietnam and Kazakhstan amounted to"
        " nearly $1 billion, the ambassador said."
    )
    assert trade(text) == [turnover("2024", 1000, bound="under")]


def test_every_row_names_its_rule():
    reading = read(
        article_from_text("In 2024, trade between Vietnam and Kazakhstan rose 5% to $812 million.")
    )
    assert [f.rule for f in find_trade(reading)] == ["figure-with-growth"]
