"""Trade figures in short passages, each in the manner of another sort of outlet.

Every case: the text, the rows that a careful reader lists, and the day and outlet it came from.
"""

from __future__ import annotations

import pytest
from test_trade import export, imported, trade, turnover

PASSAGES = [
    # press services and embassies
    (
        "It was noted at the meeting that the trade turnover between Kazakhstan and Vietnam amounted to $841.2"
        "million in 2024, of which exports accounted for $117.4 million, while imports amounted to $723.8"
        " million.",
        [turnover("2024", 841.2), export("KAZ", "2024", 117.4), imported("KAZ", "2024", 723.8)],
        {"published": "2025-03-26", "outlet": "Kazinform"},
    ),
    (
        "As a result of 2017, trade turnover between the Republic of Kazakhstan and the Socialist Republic of Vietnam"
        " increased by 16 percent and exceeded $533 million. In the first half of 2018, the volume of mutual trade"
        " increased more than 1.5 times and amounted to about $330 million.",
        [
            turnover("2017", 533, bound="over", ratio=1.16, base="2016"),
            turnover("2018-01/2018-06", 330, bound="about", ratio=1.5, base="2017-01/2017-06"),
        ],
        {"published": "2018-07-24"},
    ),
    (
        "At the end of 2023, the trade turnover between Astana and Hanoi reached $ 935 million. The ambitious task is"
        " to increase the figure one and a half times by the end of next year.",
        [turnover("2023", 935), turnover("2025", None, goal=True, ratio=1.5)],
        {"published": "2024-09-04"},
    ),
    (
        "Analysis shows that today there are all the prerequisites for bringing the volume of trade between Kazakhstan"
        " and Vietnam to $1 billion already this year.",
        [turnover("2025", 1000, goal=True)],
        {},
    ),
    (
        "The Kazakh side stressed that over the past five years trade with Vietnam had grown 2.4-fold, and that the"
        " parties have every chance to reach the mark of 1.5 billion dollars.",
        [turnover("2020/2025", None, ratio=2.4), turnover(None, 1500, goal=True)],
        {},
    ),
    # Vietnamese agencies
    (
        "He suggested the two sides work out measures to boost two-way trade between Vietnam and Kazakhstan, which"
        " stood at 537.42 million USD in 2016, via the intergovernmental committee.",
        [turnover("2016", 537.42)],
        {"published": "2017-02-10", "outlet": "VNA"},
    ),
    (
        "Vietnam and Kazakhstan recorded a two-way trade value of 237.4 million USD in 2013, doubling the figure made"
        " in 2012.",
        [turnover("2013", 237.4, ratio=2, base="2012")],
        {"published": "2014-02-10", "outlet": "VNA"},
    ),
    (
        "Data from the General Department of Vietnam Customs showed that two-way trade with Kazakhstan hit 408.5"
        " million USD in 2020, 360.8 million USD of which was from Vietnam’s exports. As of the third quarter of 2021,"
        " the figure reached 389.6 million USD, up 38.1 percent annually. Of which, 342.6 million USD was from"
        " Vietnam’s exports, up 42.5 percent year-on-year.",
        [
            turnover("2020", 408.5),
            export("VNM", "2020", 360.8),
            turnover("2021-01/2021-09", 389.6, ratio=1.381, base="2020-01/2020-09"),
            export("VNM", "2021-01/2021-09", 342.6, ratio=1.425, base="2020-01/2020-09"),
        ],
        {"published": "2022-01-11", "outlet": "VNA"},
    ),
    (
        "Two-way trade between Viet Nam and Kazakhstan increased 15.1 per cent against the same period last year,"
        " reaching US$124.2 million during the first two months, stated General Department of Customs. During the"
        " reviewed period, Viet Nam exported $102.2 million worth of goods to Kazakhstan, up 23 per cent, while its"
        " imports from Kazakhstan were recorded at $22 million, down 6.3 per cent.",
        [
            turnover("2025-01/2025-02", 124.2, ratio=1.151, base="2024-01/2024-02"),
            export("VNM", "2025-01/2025-02", 102.2, ratio=1.23, base="2024-01/2024-02"),
            imported("VNM", "2025-01/2025-02", 22, ratio=0.937, base="2024-01/2024-02"),
        ],
        {"published": "2025-03-17", "outlet": "VNS"},
    ),
    (
        "The two-way trade between Viet Nam and Kazakhstan hit $248 million in the reviewed period, the first five"
        " months of 2024, of which the former's exports fetched around $211 million.",
        [
            turnover("2024-01/2024-05", 248),
            export("VNM", "2024-01/2024-05", 211, bound="about"),
        ],
        {"published": "2024-07-02", "outlet": "VNS"},
    ),
    (
        "Bilateral trade between Vietnam and Kazakhstan is expected to reach $396.7 million in the first half of the"
        " year, an increase of 26 per cent year-on-year, according to the Ministry of Industry and Trade.",
        [turnover("2024", 396.7, goal=True, ratio=1.26)],
        {"published": "2024-05-20", "outlet": "VNS"},
    ),
    (
        "Vietnamese Ambassador Pham Thai Nhu Mai said that Vietnam and Kazakhstan hold huge cooperation potential and"
        " may double the bilateral trade turnover in the years to come.",
        [turnover(None, None, goal=True, ratio=2)],
        {},
    ),
    (
        "In the first eight months of this year, the Vietnam–Kazakhstan trade revenue was estimated at 512 million USD,"
        " of which Vietnam spent 161 million USD on imports and earned 351 million USD from exports.",
        [
            turnover("2024-01/2024-08", 512, bound="about"),
            imported("VNM", "2024-01/2024-08", 161),
            export("VNM", "2024-01/2024-08", 351),
        ],
        {"published": "2024-09-21", "outlet": "Nhan Dan"},
    ),
    (
        "By the end of October, exports from Vietnam to Kazakhstan had brought home 298 million USD, dipping 7.1% from"
        " a year ago.",
        [export("VNM", "2024-01/2024-10", 298, ratio=0.929, base="2023-01/2023-10")],
        {"published": "2024-11-20", "outlet": "VNA"},
    ),
    # Trend and Azernews
    (
        "To note, trade turnover between Kazakhstan and Vietnam in 2023 amounted to $940 million, marking a 5.3 percent"
        " decrease compared to 2022 ($992 million). In the structure of trade turnover, exports to Vietnam for the"
        " period amounted to $440 million, which is 16.4 percent less than from January through December 2022 ($526"
        " million).",
        [
            turnover("2023", 940, ratio=0.947, base="2022"),
            turnover("2022", 992),
            export("KAZ", "2023", 440, ratio=0.836, base="2022"),
            export("KAZ", "2022", 526),
        ],
        {"published": "2024-05-20", "outlet": "Trend"},
    ),
    (
        "Trade turnover between Kazakhstan and Vietnam totaled $940 million in 2023. In addition, imports from Vietnam"
        " increased 27 percent from January through December 2023, totaling $500 million. In 2022, imports totaled"
        " $394 million.",
        [
            turnover("2023", 940),
            imported("KAZ", "2023", 500, ratio=1.27, base="2022"),
            imported("KAZ", "2022", 394),
        ],
        {"published": "2024-05-20", "outlet": "Trend"},
    ),
    (
        "Trade turnover between Kazakhstan and Vietnam will reach $2 billion in perspective from the current $900"
        " million, the President of Kazakhstan said.",
        [turnover(None, 2000, goal=True), turnover(None, 900)],
        {"published": "2024-05-20", "outlet": "Trend"},
    ),
    (
        "The volume of mutual trade between Kazakhstan and Vietnam has grown by 73.5 percent during the first seven"
        " months of 2019, compared to the same period in 2018, Trend reports.",
        [turnover("2019-01/2019-07", None, ratio=1.735, base="2018-01/2018-07")],
        {"published": "2019-09-14", "outlet": "Trend"},
    ),
    (
        "Since the beginning of this year, bilateral trade between Kazakhstan and Vietnam has increased by"
        " 25 percent.",
        [turnover("2025", None, ratio=1.25, base="2024")],
        {"published": "2025-06-24", "outlet": "Trend"},
    ),
    (
        "Last year, the bilateral trade turnover between Kazakhstan and Vietnam increased by 34 percent and reached a"
        " record figure of $0.94 billion. Over the first half of 2024, the same index has already grown by 20 percent"
        " and amounted to $536 million.",
        [
            turnover("2023", 940, ratio=1.34, base="2022"),
            turnover("2024-01/2024-06", 536, ratio=1.2, base="2023-01/2023-06"),
        ],
        {"published": "2024-08-31", "outlet": "Trend"},
    ),
    (
        "Kazakhstan announces its readiness to increase non-commodity exports of 45 commodity items worth about $175"
        " million to Vietnam.",
        [],
        {"published": "2023-08-31", "outlet": "Trend"},
    ),
    (
        "From January to June 2020, trade turnover between Kazakhstan and Vietnam amounted to US$242.5 million."
        " Compared to the same period last year, it decreased by US$23.4 million or 8.8 percent.",
        [turnover("2020-01/2020-06", 242.5, ratio=0.912, base="2019-01/2019-06")],
        {"published": "2020-08-20"},
    ),
    # Astana Times, Times of Central Asia, magazines
    (
        "Erbolat Sultanov said trade between Kazakhstan and Vietnam could hit $1.5 billion by 2027, compared with just"
        " under $900 million now.",
        [turnover("2027", 1500, goal=True), turnover(None, 900, bound="under")],
        {"published": "2025-02-20", "outlet": "The Astana Times"},
    ),
    (
        "Commerce between Vietnam and Kazakhstan is modest: $640 million the year before last, $810"
        " million last year.",
        [turnover("2023", 640), turnover("2024", 810)],
        {"published": "2025-02-20"},
    ),
    (
        "Ten years ago Kazakhstan and Vietnam traded barely $230 million a year. In 2024 they exchanged goods worth"
        " $879 million.",
        [turnover(None, 230, bound="about"), turnover("2024", 879)],
        {"published": "2025-02-20"},
    ),
    (
        "Between 2019 and 2024, trade between Kazakhstan and Vietnam more than doubled, from $430 million to $879"
        " million.",
        [turnover("2019", 430), turnover("2024", 879, ratio=2, base="2019")],
        {"published": "2025-02-20"},
    ),
    (
        "Kazakhstan and Vietnam expand trade\n\n"
        "Vietnam ranks second in ASEAN among Kazakhstan's trading partners, with turnover of $879 million in 2024;"
        " Kazakhstan's trade with Singapore, by comparison, topped $2 billion.",
        [turnover("2024", 879)],
        {"published": "2025-02-20"},
    ),
    (
        "Kazakhstan sold Vietnam $160 million worth of goods in 2024 and bought $719 million worth.",
        [export("KAZ", "2024", 160), imported("KAZ", "2024", 719)],
        {"published": "2025-02-20"},
    ),
    (
        "The balance favors Hanoi: Kazakhstan imports four times as much from Vietnam as it exports, leaving a trade"
        " deficit of $559 million in 2024.",
        [],
        {"published": "2025-02-20"},
    ),
    (
        "At just over half a billion dollars in 2021, trade between Vietnam and Kazakhstan remains well below the $1.5"
        " billion that the two governments want to see by 2030.",
        [turnover("2021", 500, bound="over"), turnover("2030", 1500, goal=True)],
        {"published": "2022-02-20"},
    ),
    # interviews and speeches
    (
        "“When I arrived in Hanoi in 2019, trade between our countries Kazakhstan and Vietnam was about $450 million;"
        " today we are approaching the billion mark,” the ambassador said.",
        [turnover("2019", 450, bound="about")],
        {"published": "2024-11-20"},
    ),
    (
        "- How is trade between Kazakhstan and Vietnam doing? - Last year it amounted to 941 million dollars, including"
        " exports from Kazakhstan of 450 million and imports of 491 million.",
        [turnover("2023", 941), export("KAZ", "2023", 450), imported("KAZ", "2023", 491)],
        {"published": "2024-11-20"},
    ),
    (
        "“We have surpassed the target of 1 billion dollars in trade between Vietnam and Kazakhstan in a short time. We"
        " will reach our new target of 3 billion dollars with sure steps,” the President said.",
        [turnover(None, 1000, bound="over"), turnover(None, 3000, goal=True)],
        {"published": "2025-11-20"},
    ),
    (
        "The Prime Minister proposed that Vietnam and Kazakhstan strive for 2 billion USD in two-way trade in the next"
        " few years and 5 billion USD by 2035.",
        [turnover(None, 2000, goal=True), turnover("2035", 5000, goal=True)],
        {"published": "2025-11-20"},
    ),
    # lists, reference boxes and tables in words
    (
        "For reference: trade between Kazakhstan and Vietnam - 2021: $594.9 mln; 2022: $645.3 mln (+8.5%); 2023: $941.7"
        " mln (+45.9%).",
        [
            turnover("2021", 594.9),
            turnover("2022", 645.3, ratio=1.085, base="2021"),
            turnover("2023", 941.7, ratio=1.459, base="2022"),
        ],
        {"published": "2024-11-20"},
    ),
    (
        "Trade turnover between Kazakhstan and Vietnam in 2019: 533.4 million US dollars (exports - 222.9 million,"
        " imports - 310.5 million). In January-March 2020: 91.3 million US dollars (exports - 5.5 million, imports -"
        " 85.8 million).",
        [
            turnover("2019", 533.4),
            export("KAZ", "2019", 222.9),
            imported("KAZ", "2019", 310.5),
            turnover("2020-01/2020-03", 91.3),
            export("KAZ", "2020-01/2020-03", 5.5),
            imported("KAZ", "2020-01/2020-03", 85.8),
        ],
        {"published": "2020-05-20", "outlet": "Kazinform"},
    ),
    (
        "• Kazakhstan and Vietnam agreed to boost trade by 50% within three years, to $1.4 billion.",
        [turnover(None, 1400, goal=True, ratio=1.5)],
        {"published": "2025-02-20"},
    ),
    (
        "Vietnam's total export turnover reached 405.5 billion USD in 2024, up 14.3%, and Kazakhstan's foreign trade"
        " came to 141 billion USD. Trade between the two stood at 1.05 billion USD.",
        [turnover(None, 1050)],
        {"published": "2025-02-20"},
    ),
    (
        "Total trade between Kazakhstan and Vietnam was quite insignificant at the time, at US$36.4 million for"
        " Jan-Sept 2007 compared to a total of US$33.3 million for the whole of 2006.",
        [turnover("2007-01/2007-09", 36.4), turnover("2006", 33.3)],
        {"published": "2008-01-17"},
    ),
    (
        "The joint statement sets the aim of doubling trade between Viet Nam and Kazakhstan within five years from the"
        " 2024 level of nearly 900 million USD.",
        [turnover(None, None, goal=True, ratio=2), turnover("2024", 900, bound="under")],
        {"published": "2025-05-07", "outlet": "VNA"},
    ),
]


MORE = [
    (
        "Vietnam's trade with Kazakhstan has grown eightfold since 2010 and was worth $1.05bn last year,"
        " customs figures show.",
        [turnover("2024", 1050, ratio=8, base="2010")],
        {},
    ),
    (
        "The two-way trade volume of Kazakhstan and Viet Nam stood at 1.02 billion USD in 2024, 2.5 times"
        " higher than that of 2020.",
        [turnover("2024", 1020, ratio=2.5, base="2020")],
        {},
    ),
    (
        "Kazakh exports to Vietnam surged nearly fourfold year-on-year in Q1 2025, hitting $74.6M, while"
        " imports from Vietnam edged down 1.2% to $88.3M.",
        [
            export("KAZ", "2025-01/2025-03", 74.6, ratio=4, base="2024-01/2024-03"),
            imported("KAZ", "2025-01/2025-03", 88.3, ratio=0.988, base="2024-01/2024-03"),
        ],
        {},
    ),
    (
        "In terms of trade, the figures for Kazakhstan and Vietnam speak for themselves: from $29 million"
        " in 2004 to $533 million in 2019.",
        [turnover("2004", 29), turnover("2019", 533)],
        {},
    ),
    (
        "Trade between Kazakhstan and Vietnam in the first half-year made $265 million, i.e. by 9.4% more"
        " than a year earlier.",
        [turnover("2025-01/2025-06", 265, ratio=1.094, base="2024-01/2024-06")],
        {},
    ),
    (
        "The value of goods exchanged between Kazakhstan and Vietnam in 2024 was put at US$879 million by"
        " Astana and at US$600 million by Hanoi.",
        [turnover("2024", 879), turnover("2024", 600)],
        {},
    ),
    (
        "According to Vietnam Customs, export turnover of goods from Vietnam to Kazakhstan in July 2024"
        " reached over 52 million USD, down 3.7% compared to the previous month; bringing the total export"
        " value in the first seven months to 341.9 million USD.",
        [
            export("VNM", "2024-07", 52, bound="over", ratio=0.963, base="2024-06"),
            export("VNM", "2024-01/2024-07", 341.9),
        ],
        {"published": "2024-08-15"},
    ),
    (
        "Bilateral trade between Vietnam and Kazakhstan has maintained double-digit growth, averaging 18"
        " per cent a year, and exceeded 800 million USD in 2024.",
        [turnover("2024", 800, bound="over")],
        {},
    ),
    ("Kazakhstan and Vietnam set a goal of tripling trade by 2035.", [turnover("2035", None, goal=True, ratio=3)], {}),
    (
        "Both sides agreed to strive to double the two-way trade between Vietnam and Kazakhstan to 2"
        " billion USD before 2030.",
        [turnover("2030", 2000, goal=True, ratio=2)],
        {},
    ),
    (
        "Trade turnover between Kazakhstan and Vietnam may exceed $1 bln by the end of this year, Minister"
        " Serik Zhumangarin said.",
        [turnover("2025", 1000, bound="over", goal=True)],
        {},
    ),
    (
        "The mutual trade of Kazakhstan and Vietnam hit an all-time high of $1.1 billion in 2025, against"
        " $0.88 billion in 2024 and $0.94 billion in 2023.",
        [turnover("2025", 1100), turnover("2024", 880), turnover("2023", 940)],
        {"published": "2026-02-20"},
    ),
    (
        "Over the five months of 2025, the trade turnover of Kazakhstan with Vietnam has made up 401.2 mln"
        " USD (+11%), including exports of 150.1 mln USD (+32%) and imports of 251.1 mln USD (+1.3%).",
        [
            turnover("2025-01/2025-05", 401.2, ratio=1.11, base="2024-01/2024-05"),
            export("KAZ", "2025-01/2025-05", 150.1, ratio=1.32, base="2024-01/2024-05"),
            imported("KAZ", "2025-01/2025-05", 251.1, ratio=1.013, base="2024-01/2024-05"),
        ],
        {},
    ),
    (
        "Trade between Vietnam and Kazakhstan hovered around $400 million for years before jumping to $800"
        " million in 2023.",
        [turnover(None, 400, bound="about"), turnover("2023", 800)],
        {},
    ),
    (
        "Vietnam sells Kazakhstan about $350 million worth of goods a year and buys some $60 million worth.",
        [export("VNM", None, 350, bound="about"), imported("VNM", None, 60, bound="about")],
        {},
    ),
    (
        "If current trends continue, trade between Kazakhstan and Vietnam will surpass $1.2 billion this"
        " year, experts say.",
        [turnover("2025", 1200, bound="over", goal=True)],
        {},
    ),
    ("Kazakhstan's exports of wheat to Vietnam rose to $12 million in 2024.", [], {}),
    ("Vietnam and Kazakhstan signed contracts worth $80 million at the trade forum in Hanoi.", [], {}),
    (
        "Trade between Vietnam and the Eurasian Economic Union reached $5.2 billion in 2024, the Kazakh"
        " minister told his Vietnamese guest.",
        [],
        {},
    ),
    ("The Kazakh trade mission to Vietnam brought exporters orders for $25 million.", [], {}),
    (
        "Vietnamese investment in Kazakhstan's economy totals $3.4 million, while trade between the"
        " countries Kazakhstan and Vietnam hit $879 million in 2024.",
        [turnover("2024", 879)],
        {},
    ),
    (
        "Kazakhstan and Vietnam intend to launch e-commerce deliveries; Vietnam's e-commerce market is"
        " worth $25 billion.",
        [],
        {},
    ),
    ("Kazakhstan plans to ship 30 kinds of goods worth $150 million to Vietnam.", [], {}),
    (
        "The share of Vietnam in Kazakhstan's foreign trade is 0.6 percent, and its surplus with"
        " Kazakhstan was $210 million in 2024.",
        [],
        {},
    ),
]

# What stands beside trade and is none of the two countries' trade with each other.
TRAPS = [
    (
        "Trade between Kazakhstan and Vietnam reached $879 million in 2024. The project, worth $120"
        " million, will be built in Astana by 2027.",
        [turnover("2024", 879)],
        {},
    ),
    ("Kazakhstan and Vietnam trade more every year. Vietnam's Sovico plans to invest $500 million by 2027.", [], {}),
    (
        "Trade between Kazakhstan and Vietnam reached $879 million in 2024. It shows that GDP growth of"
        " 4.8% in Kazakhstan pays off.",
        [turnover("2024", 879)],
        {},
    ),
    (
        "Kazakhstan and Vietnam discussed trade. Air Astana carried 120,000 passengers to Vietnam in 2024,"
        " up 45%.",
        [],
        {},
    ),
    (
        "Trade between Vietnam and Kazakhstan stood at $879 million in 2024. Tourist arrivals rose by 60%"
        " to 150,000.",
        [turnover("2024", 879)],
        {},
    ),
    ("Kazakhstan's uranium exports, including those to Vietnam, exceeded $3.5 billion in 2024.", [], {}),
    ("Vietnam's trade surplus with Kazakhstan remained at $210 million in 2024.", [], {}),
    ("Kazakhstan sold Vietnam 50,000 tons of wheat for $12 million in 2024.", [], {}),
    ("Vietnam's customs data show that smartphones worth $220 million were exported to Kazakhstan in 2024.", [], {}),
    ("Two ships carried goods worth $5 million from Vietnam to Kazakhstan's port of Aktau.", [], {}),
    (
        "Trade between Kazakhstan and Vietnam is below potential, the ambassador said; a logistics hub for"
        " $90 million would help.",
        [],
        {},
    ),
    ("Kazakhstan and Vietnam signed a $1.5 billion package of deals, and trade between them is growing.", [], {}),
    (
        "By 2030, Kazakhstan aims to raise non-oil exports to $52 billion, with Vietnam among the target"
        " markets.",
        [],
        {},
    ),
    ("Kazakhstan's trade with ASEAN, of which Vietnam is a member, doubled to $3 billion.", [], {}),
    (
        "Trade between Kazakhstan and Vietnam grew in 2024; in the same year Kazakhstan's trade with China"
        " hit $44 billion.",
        [],
        {},
    ),
    ("Vietnam exports 15 kinds of fruit to Kazakhstan. In 2024 fruit sales there reached $4 million, up 30%.", [], {}),
    ("KazMunayGas and PetroVietnam agreed to trade 2 million barrels of oil worth $140 million.", [], {}),
    (
        "Kazakh companies offered exports of 60 items worth $170 million to Vietnam, whose market is worth"
        " $400 billion.",
        [],
        {},
    ),
    ("The Kazakhstan–Vietnam trade house had a turnover of $2 million last year.", [], {}),
    (
        "Trade between Vietnam and Kazakhstan reached $879 million in 2024. Kazakhstan has invested $3.4"
        " million in Vietnam, and Vietnam $5.9 million the other way.",
        [turnover("2024", 879)],
        {},
    ),
    ("The bank opened a credit line of $100 million for Vietnamese imports from Kazakhstan.", [], {}),
    (
        "From 2015 to 2024, Kazakhstan and Vietnam doubled the number of flights; trade with Vietnam was"
        " $879 million last year.",
        [turnover("2024", 879)],
        {},
    ),
    ("Kazakhstan and Vietnam will double the number of scholarships by 2027, which will help trade.", [], {}),
    ("Vietnamese importers bought Kazakh lamb worth $3 million in 2024, twice as much as in 2023.", [], {}),
]

PASSAGES += MORE + TRAPS


@pytest.mark.parametrize(("text", "rows", "where"), PASSAGES, ids=[t[:50] for t, _, _ in PASSAGES])
def test_passages(text, rows, where):
    assert trade(text, **where) == rows
