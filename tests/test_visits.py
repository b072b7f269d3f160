# ruff: noqa: E501
"""Visits: short invented reports and the rows a careful reader lists from them.

A row reads ``visitor | origin>host | level | period | status`` and, where the row is about a meeting,
``| counterpart``; ``-`` is an empty cell, ``?`` a cell that the case is not about.
"""

from __future__ import annotations

import pytest

from kzvn_analysis.facts.visits import find_visits
from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text

# What makes each case part of a report on the two countries, so that the case itself can stay short.
TITLE = "Kazakhstan, Vietnam value their friendship\n\n"
REST = (
    "\n\nTrade between Kazakhstan and Vietnam is growing. The two countries value their friendship. Both sides wish to deepen "
    "cooperation. Vietnam sells phones to Kazakhstan."
)


def rows(text: str, published: str | None = None) -> list[str]:
    """The visits of `text`, written like the expected ones."""
    header = f" date {published} " if published else ""
    reading = read(article_from_text(header + TITLE + text + REST))
    out = []
    for v in find_visits(reading):
        assert reading.text[v.start : v.end] == v.quote
        cells = [v.visitor, f"{v.origin or '-'}>{v.host or '-'}", v.level, v.period, v.status, v.counterpart]
        out.append(" | ".join(cell or "-" for cell in cells))
    return out


def fits(found: str, wanted: str) -> bool:
    """Whether a found row is the wanted one; a wanted row without counterpart does not ask for it."""
    return all(w in ("?", f) for f, w in zip(found.split(" | "), wanted.split(" | "), strict=False))


def check(text: str, published: str | None, wanted: list[str]) -> None:
    found = rows(text, published)
    left = list(found)
    for row in wanted:
        hit = next((f for f in left if fits(f, row)), None)
        assert hit is not None, f"missing {row}\nfound {found}"
        left.remove(hit)
    assert not left, f"invented {left}"


SIMPLE = [
    # state, official, working visits told plainly
    ("2013-05-20", "Kazakh Prime Minister Askhat Duisenov paid an official visit to Vietnam on May 14-16.",
     ["Askhat Duisenov | KAZ>VNM | official | 2013-05-14/2013-05-16 | made"]),
    ("2013-05-20", "President of Vietnam Tran Van Hoa made a state visit to Kazakhstan in September 2012.",
     ["Tran Van Hoa | VNM>KAZ | state | 2012-09 | made"]),
    ("2018-04-11", "Speaker of the Mazhilis Yerkin Zhaksybekov arrived in Hanoi on Monday for a three-day official visit to Vietnam.",
     ["Yerkin Zhaksybekov | KAZ>VNM | official | 2018-04-09/2018-04-11 | made"]),
    ("2018-04-12", "Speaker of the Mazhilis Yerkin Zhaksybekov on Wednesday wrapped up a three-day official visit to Vietnam.",
     ["Yerkin Zhaksybekov | KAZ>VNM | official | 2018-04-09/2018-04-11 | made"]),
    ("2022-06-03", "Vietnam's Minister of Public Security General Le Quoc Hung is on a working visit to Kazakhstan from June 1 to 4.",
     ["Le Quoc Hung | VNM>KAZ | working | 2022-06-01/2022-06-04 | made"]),
    ("2022-06-03", "Deputy Foreign Minister of Kazakhstan Almas Seitov made a working trip to Viet Nam on May 30 and 31.",
     ["Almas Seitov | KAZ>VNM | working | 2022-05-30/2022-05-31 | made"]),
    ("2011-11-03", "During his official visit to Vietnam on October 31-November 1, Kazakh President Daniyar Omarov met overseas students in Hanoi.",
     ["Daniyar Omarov | KAZ>VNM | official | 2011-10-31/2011-11-01 | made"]),
    ("2023-10-02", "The memorandum was signed during Kazakh Foreign Minister Almas Seitov's visit to Vietnam in August 2023.",
     ["Almas Seitov | KAZ>VNM | unspecified | 2023-08 | made"]),
    ("2023-10-02", "An agreement between Vietnam and Kazakhstan was concluded in the course of the state visit of President Tran Van Hoa to Astana in 2012.",
     ["Tran Van Hoa | VNM>KAZ | state | 2012 | made"]),
    ("2023-10-02", "The 2012 visit to Kazakhstan by Vietnamese President Tran Van Hoa opened a new page.",
     ["Tran Van Hoa | VNM>KAZ | unspecified | 2012 | made"]),
    ("2016-08-09", "Vietnamese Deputy Prime Minister Pham Van Loc visited Almaty in July to open an exhibition of Vietnam's goods.",
     ["Pham Van Loc | VNM>KAZ | unspecified | 2016-07 | made"]),
    ("2016-08-09", "Vietnamese Deputy Prime Minister Pham Van Loc flew to Astana on Sunday at the head of a government delegation, Kazakh media report.",
     ["Pham Van Loc | VNM>KAZ | unspecified | 2016-08-07 | made"]),
    ("2016-08-09", "Pham Van Loc, Deputy Prime Minister of Vietnam, left Hanoi for Astana on August 8, beginning his visit to Kazakhstan.",
     ["Pham Van Loc | VNM>KAZ | unspecified | 2016-08-08 | made"]),
    ("2016-08-09", "The akim of Almaty Region Serik Bekturov has just returned from Vietnam, the Kazakh agency reports.",
     ["Serik Bekturov | KAZ>VNM | unspecified | 2016-08 | made"]),
    ("2016-08-09", "Kazakhstan's Minister of Agriculture Serik Bekturov spent August 3 and 4 in Hanoi.",
     ["Serik Bekturov | KAZ>VNM | unspecified | 2016-08-03/2016-08-04 | made"]),
    ("2016-08-09", "Kazakhstan's Agriculture Minister Serik Bekturov was in Hanoi last week.",
     ["Serik Bekturov | KAZ>VNM | unspecified | ? | made"]),
    ("2014-03-10", "Vietnam’s Minister of Justice Ha Van Cuong wound up his working visit to Kazakhstan on Friday.",
     ["Ha Van Cuong | VNM>KAZ | working | 2014-03-07 | made"]),
    ("2009-06-01", "Vo Van Kiet came to Kazakhstan in 1994 as the first Vietnamese Prime Minister to do so.",
     ["Vo Van Kiet | VNM>KAZ | unspecified | 1994 | made"]),
    ("2019-07-01", "In the summer of 1959 President Ho Chi Minh visited Kazakhstan, then a Soviet republic, and promised to send students from Vietnam.",
     ["Ho Chi Minh | VNM>KAZ | unspecified | 1959-22 | made"]),
    ("2019-07-01", "Old residents of Almaty remember how they welcomed President Ho Chi Minh to the city in July 1959, the Vietnamese ambassador said.",
     ["Ho Chi Minh | VNM>KAZ | unspecified | 1959-07 | made"]),
    ("2025-06-01", "To Lam became the first Vietnamese Party chief to visit Kazakhstan.",
     ["To Lam | VNM>KAZ | unspecified | - | made"]),
    ("2012-09-15", "The Vietnamese President, Tran Van Hoa, will conclude his state visit to Kazakhstan on September 17; it began on September 14.",
     ["Tran Van Hoa | VNM>KAZ | state | ? | ?"]),
    ("2017-02-01", "Deputy Chairman of the Senate Bektas Amanov, who is paying a two-day visit to Viet Nam, toured Ha Long Bay.",
     ["Bektas Amanov | KAZ>VNM | unspecified | 2017-01/2017-02 | made"]),
    ("2017-02-01", "Hanoi welcomed Kazakhstan's Minister of Energy Kanat Abdirov on January 30.",
     ["Kanat Abdirov | KAZ>VNM | unspecified | 2017-01-30 | made"]),
    # decomposed letters and other spellings
    ("2017-02-01", "Việt Nam's Foreign Minister Phạm Quốc Anh visited Kazakhstan on January 12.",
     ["Phạm Quốc Anh | VNM>KAZ | unspecified | 2017-01-12 | made"]),
]  # fmt: skip

MEETINGS = [
    ("2026-02-05", "Kazakh Minister of Trade Arman Beisenov met with Vietnamese Minister of Industry and Trade Le Manh Hung on Feb. 3 to discuss grain.",
     ["Arman Beisenov | KAZ>- | talks | 2026-02-03 | made | Le Manh Hung"]),
    ("2026-02-05", "Prime Minister of Vietnam Le Manh Hung received Kazakh Deputy Prime Minister Arman Beisenov in Hanoi on Tuesday.",
     ["Arman Beisenov | KAZ>VNM | talks | 2026-02-03 | made | Le Manh Hung"]),
    ("2026-02-05", "On February 3, Kazakh Deputy Prime Minister Arman Beisenov was received by Prime Minister of Vietnam Le Manh Hung.",
     ["Arman Beisenov | KAZ>VNM | talks | 2026-02-03 | made | Le Manh Hung"]),
    ("2024-09-26", "Foreign Ministers Murat Aliyarov of Kazakhstan and Bui Van Son of Vietnam met on the sidelines of the UN General Assembly in New York on September 24.",
     ["Murat Aliyarov | KAZ>USA | talks | 2024-09-24 | made | Bui Van Son"]),
    ("2024-09-26", "Kazakh President Daniyar Omarov held talks with Vietnamese President Tran Van Hoa on the margins of the CICA summit in Shanghai in May 2014.",
     ["Daniyar Omarov | KAZ>CHN | talks | 2014-05 | made | Tran Van Hoa"]),
    ("2024-09-26", "Talks between Kazakh Interior Minister Marat Ahmetov and Vietnamese Minister of Public Security Le Quoc Hung took place in Astana on Monday.",
     ["Le Quoc Hung | VNM>KAZ | talks | 2024-09-23 | made | Marat Ahmetov"]),
    ("2024-09-26", "Vietnamese Deputy Foreign Minister Nguyen Minh Hang and her Kazakh counterpart Almas Seitov co-chaired the third political consultations in Astana on September 20.",
     ["Nguyen Minh Hang | VNM>KAZ | talks | 2024-09-20 | made | Almas Seitov"]),
    ("2024-09-26", "The Prime Minister met visiting Kazakh Minister of Transport Marat Ahmetov in Hanoi on Monday, the Vietnamese government said.",
     ["Marat Ahmetov | KAZ>VNM | unspecified | 2024-09-23 | made"]),
    ("2024-09-26", "Vietnam's President Tran Van Hoa hosted a welcome ceremony for Kazakh President Daniyar Omarov in Hanoi on Monday.",
     ["Daniyar Omarov | KAZ>VNM | talks | 2024-09-23 | made | Tran Van Hoa"]),
]  # fmt: skip

MERGED = [
    ("2023-08-22",
     "Kazakh President Daniyar Omarov arrived in Hanoi on Sunday for an official visit to Vietnam. On Monday he held talks with President "
     "Tran Van Hoa. The same day Prime Minister Le Manh Hung received the Kazakh leader. Omarov left Vietnam on Tuesday.",
     ["Daniyar Omarov | KAZ>VNM | official | 2023-08-20/2023-08-22 | made"]),
    ("2023-08-22",
     "Kazakhstan and Vietnam signed ten papers. They were exchanged during Kazakh President Daniyar Omarov's visit to Vietnam. The state visit, which lasts from "
     "August 20 to 22, is his first. Vietnamese Party General Secretary Tran Van Hoa told Omarov that he recalled his own trip to Kazakhstan in 2012.",
     ["Daniyar Omarov | KAZ>VNM | state | 2023-08-20/2023-08-22 | made",
      "Tran Van Hoa | VNM>KAZ | unspecified | 2012 | made"]),
    ("2023-08-22",
     "Since then contacts between Kazakhstan and Vietnam have been regular. Prime Minister Askhat Duisenov visited Vietnam in 2008 and again in 2013. "
     "Vietnamese Presidents Tran Van Hoa and Le Van Sang paid state visits to Kazakhstan in 2012 and 2017.",
     ["Askhat Duisenov | KAZ>VNM | unspecified | 2008 | made",
      "Askhat Duisenov | KAZ>VNM | unspecified | 2013 | made",
      "Tran Van Hoa | VNM>KAZ | state | 2012 | made", "Le Van Sang | VNM>KAZ | state | 2017 | made"]),
    ("2023-08-22",
     "The visits to Vietnam by President Daniyar Omarov in October 2011 and Prime Minister Askhat Duisenov in May 2013, and to Kazakhstan by President Tran Van Hoa in "
     "2012, laid the ground.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 2011-10 | made", "Askhat Duisenov | KAZ>VNM | unspecified | 2013-05 | made",
      "Tran Van Hoa | VNM>KAZ | unspecified | 2012 | made"]),
]  # fmt: skip

PLANNED = [
    ("2025-04-01", "President of Kazakhstan Daniyar Omarov will pay a state visit to Vietnam from April 20 to 22.",
     ["Daniyar Omarov | KAZ>VNM | state | 2025-04-20/2025-04-22 | planned"]),
    ("2025-04-01", "The Kazakh President, Daniyar Omarov, accepted an invitation to visit Vietnam next year.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 2026 | planned"]),
    ("2025-04-01", "The Vietnamese President invited Daniyar Omarov, his Kazakh counterpart, to visit Vietnam in 2026.", []),
    ("2025-04-01", "Kazakh Prime Minister Askhat Duisenov is expected in Hanoi in the second half of 2025.",
     ["Askhat Duisenov | KAZ>VNM | unspecified | 2025-07/2025-12 | planned"]),
    ("2025-04-01", "The forthcoming official visit of Prime Minister of Vietnam Le Manh Hung to Kazakhstan in June was discussed.",
     ["Le Manh Hung | VNM>KAZ | official | 2025-06 | planned"]),
    ("2025-04-01", "Kazakh Foreign Minister Almas Seitov's trip to Vietnam, planned for March, has been postponed to May.",
     ["Almas Seitov | KAZ>VNM | unspecified | 2025-05 | planned"]),
    ("2025-04-01", "Kazakh Foreign Minister Almas Seitov's trip to Vietnam, planned for March, has been cancelled.", []),
    ("2025-04-01", "Kazakhstan will send a trade mission to Vietnam in the autumn.",
     ["- | KAZ>VNM | delegation | 2025-23 | planned"]),
    ("2025-04-01", "Minister of Industry and Trade Le Manh Hung is due in Astana in June for the next session of the Vietnam-Kazakhstan commission.",
     ["Le Manh Hung | VNM>KAZ | ? | 2025-06 | planned"]),
]  # fmt: skip

SESSIONS = [
    ("2023-05-20", "The tenth meeting of the Kazakh-Vietnamese Intergovernmental Commission was held in Hanoi on May 12.",
     ["- | KAZ>VNM | commission | 2023-05-12 | made"]),
    ("2023-05-20", "The 11th session of the Vietnam-Kazakhstan Intergovernmental Committee on Economic, Trade, Scientific and Technical Cooperation will take place in Astana in 2024.",
     ["- | VNM>KAZ | commission | 2024 | planned"]),
    ("2023-05-20", "Vietnam and Kazakhstan set up a joint committee in 1997. It last met in Almaty in 2013.",
     ["- | VNM>KAZ | commission | 2013 | made"]),
    ("2023-05-20", "Kazakhstan and Vietnam have an intergovernmental commission; its ninth session took place in 2019.",
     ["- | ->- | commission | 2019 | made"]),
    ("2023-05-20", "Kazakh Minister of Trade Arman Beisenov and Vietnamese Minister of Industry and Trade Le Manh Hung co-chaired the tenth session of the intergovernmental commission in Hanoi on May 12.",
     ["Arman Beisenov | KAZ>VNM | ? | 2023-05-12 | made | Le Manh Hung"]),
    ("2023-05-20", "A regular round of political consultations between the foreign ministries of Kazakhstan and Vietnam was held in Astana in April.",
     ["- | VNM>KAZ | talks | 2023-04 | made"]),
    ("2023-05-20", "The Uzbek-Vietnamese intergovernmental commission met in Tashkent on May 3, and Kazakhstan and Vietnam were mentioned.", []),
    ("2023-05-20", "The intergovernmental commission of Kazakhstan and Vietnam met online on May 3.", []),
]  # fmt: skip

MISSIONS = [
    ("2022-12-01", "A delegation of 20 Kazakh companies visited Ho Chi Minh City on November 15-18.",
     ["- | KAZ>VNM | delegation | 2022-11-15/2022-11-18 | made"]),
    ("2022-12-01", "A business delegation from Vietnam arrived in Almaty on Monday.",
     ["- | VNM>KAZ | delegation | 2022-11-28 | made"]),
    ("2022-12-01", "Vice chairman of the Hanoi People's Committee Nguyen Manh Quyen led a delegation of enterprises to Kazakhstan in October.",
     ["Nguyen Manh Quyen | VNM>KAZ | delegation | 2022-10 | made"]),
    ("2022-12-01", "A delegation led by Kazakh Vice Minister of Energy Kanat Abdirov visited Hanoi and Hai Phong in October.",
     ["Kanat Abdirov | KAZ>VNM | unspecified | 2022-10 | made"]),
    ("2022-12-01", "A Vietnamese parliamentary delegation led by Vice Chairman of the National Assembly Tran Quang Phuong paid a working visit to Kazakhstan from October 3 to 6.",
     ["Tran Quang Phuong | VNM>KAZ | working | 2022-10-03/2022-10-06 | made"]),
]  # fmt: skip

ROUNDABOUT = [
    ("2025-05-08", "The partnership of Kazakhstan and Vietnam was agreed during the May 6 talks between President Daniyar Omarov and General Secretary Tran Van Hoa in Astana.",
     ["Tran Van Hoa | VNM>KAZ | talks | 2025-05-06 | made | Daniyar Omarov"]),
    ("2025-05-08", "President Tran Van Hoa left Hanoi on May 5 for state visits to Kazakhstan and Belarus.",
     ["Tran Van Hoa | VNM>KAZ | state | 2025-05-05 | made"]),
    ("2025-05-08", "NA Vice Chairman Nguyen Van Khac will pay a working visit to Russia and Kazakhstan from June 10 to 17.",
     ["Nguyen Van Khac | VNM>KAZ | working | 2025-06-10/2025-06-17 | planned"]),
    ("2025-05-08", "A trade and economic mission of Kazakh companies was held in Hanoi from April 21 to 25.",
     ["- | KAZ>VNM | delegation | 2025-04-21/2025-04-25 | made"]),
    ("2025-05-08", "Vietnamese Deputy Minister of Industry Nguyen Van Tan attended the Kazakhstan-Vietnam Business Forum in Almaty on April 12.",
     ["Nguyen Van Tan | VNM>KAZ | unspecified | 2025-04-12 | made"]),
    ("2025-05-08", "The Vietnamese delegation led by Deputy Minister of Industry Nguyen Van Tan participated in the Astana Forum on April 12 in the Kazakh capital.",
     ["Nguyen Van Tan | VNM>KAZ | summit | 2025-04-12 | made"]),
    ("2022-10-20", "Last week, Vietnamese Vice President Le Thi Xuan came to Astana for the sixth CICA Summit and met with Kazakh President Daniyar Omarov.",
     ["Le Thi Xuan | VNM>KAZ | summit | ? | made"]),
    ("2025-09-05", "“I visited Vietnam in 1998 as Foreign Minister,” Kazakh President Daniyar Omarov said.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 1998 | made"]),
    ("2023-08-21", "The welcoming ceremony for President of Kazakhstan Daniyar Omarov took place in Hanoi today, with President of Vietnam Tran Van Hoa presiding.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 2023-08-21 | made"]),
    ("2023-12-01", "Deputy Foreign Minister of Kazakhstan Almas Seitov visited Vietnam on November 20-22 to take part in the political consultations between the two foreign ministries.",
     ["Almas Seitov | KAZ>VNM | talks | 2023-11-20/2023-11-22 | made"]),
    ("2023-12-01", "On November 29, Chairman of the Hanoi People's Committee Tran Sy Long received Akim of Astana Zhenis Kassym, who is in the Vietnamese capital to sign an agreement.",
     ["Zhenis Kassym | KAZ>VNM | unspecified | 2023-11-29 | made"]),
    ("2023-12-01", "A Kazakh parliamentary delegation, headed by the Mazhilis Vice-Speaker Berik Rauov, called on NA Vice Chairman Nguyen Van Khac in Hanoi on Monday.",
     ["Berik Rauov | KAZ>VNM | talks | 2023-11-27 | made"]),
    ("2023-12-01", "Kazakh Prime Minister Askhat Duisenov met Vietnamese Prime Minister Le Manh Hung on Tuesday. The meeting took place on the sidelines of a forum in Ashgabat, Turkmenistan.",
     ["Askhat Duisenov | KAZ>TKM | talks | 2023-11-28 | made"]),
    ("2023-12-01", "President Tran Van Hoa invited President Daniyar Omarov to pay a state visit to Viet Nam. President Daniyar Omarov of Kazakhstan accepted the invitation with pleasure.",
     ["Daniyar Omarov | KAZ>VNM | state | - | planned"]),
    ("2023-12-01", "Kazakh Minister of Trade Arman Beisenov and Vietnamese Minister of Trade Le Manh Hung agreed to open a trade house in Hanoi.", []),
    ("2023-12-01", "Kazakh Minister of Trade Arman Beisenov met with Vietnamese Minister of Trade Le Manh Hung on Monday to discuss opening a trade house in Hanoi.",
     ["Arman Beisenov | KAZ>- | talks | 2023-11-27 | made"]),
    ("2023-12-01", "Kazakh President Daniyar Omarov, whose previous visit to Vietnam was in 2011, arrived in Hanoi on November 29.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 2011 | made", "Daniyar Omarov | KAZ>VNM | unspecified | 2023-11-29 | made"]),
    ("2023-12-01", "The Vietnamese minister's trip to Kazakhstan, first planned for May, was put off until October because of the pandemic, Minister Le Manh Hung of Vietnam said.",
     ["Le Manh Hung | VNM>KAZ | unspecified | ? | ?"]),
    ("2023-12-01", "Prime Ministers Le Manh Hung of Vietnam and Askhat Duisenov of Kazakhstan sat down in the Kazakh capital on Tuesday.",
     ["Le Manh Hung | VNM>KAZ | talks | 2023-11-28 | made"]),
    ("2023-12-01", "In turn, Vietnamese Deputy Minister Ha Van Tuan recalled that in 2019 he had visited Almaty.",
     ["Ha Van Tuan | VNM>KAZ | unspecified | 2019 | made"]),
]  # fmt: skip

ROUNDABOUT += [
    ("2024-10-15", "Vietnam's Deputy Minister of Finance Cao Van Tuan attended a seminar in Almaty, Kazakhstan, on October 10.",
     ["Cao Van Tuan | VNM>KAZ | unspecified | 2024-10-10 | made"]),
    ("2024-10-15", "The Deputy Governor of the State Bank of Vietnam, Pham Van Ha, had talks in Astana on Oct. 10 with the National Bank's deputy chair Berik Sholpanov.",
     ["Pham Van Ha | VNM>KAZ | talks | 2024-10-10 | made"]),
    ("2024-10-15", "Kazakhstan’s Minister of Culture Aigul Balay opened the Days of Culture of Kazakhstan in Hanoi on October 11.",
     ["Aigul Balay | KAZ>VNM | unspecified | 2024-10-11 | made"]),
    ("2024-10-15", "Mayor of Almaty Yerbolat Dosanov and Chairman of the Ho Chi Minh City People's Committee Phan Van Mai signed a memorandum in Ho Chi Minh City on October 12.",
     ["Yerbolat Dosanov | KAZ>VNM | talks | 2024-10-12 | made"]),
    ("2024-10-15", "The meeting between President Daniyar Omarov of Kazakhstan and Vietnam's Tran Van Hoa, then President, in New York on September 22 was their first.",
     ["Daniyar Omarov | KAZ>USA | talks | 2024-09-22 | made"]),
    ("2024-10-15", "Daniyar Omarov was the first Kazakh President to travel to Hanoi, in 2011.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 2011 | made"]),
    ("2024-10-15", "President Tran Van Hoa's state visit to Kazakhstan (September 2012) and President Daniyar Omarov's official visit to Vietnam (October 2011) are milestones.",
     ["Tran Van Hoa | VNM>KAZ | state | 2012-09 | made", "Daniyar Omarov | KAZ>VNM | official | 2011-10 | made"]),
    ("2024-10-15", "Following Kazakh President Daniyar Omarov's trip to Hanoi in October 2011, Vietnamese President Tran Van Hoa came to Astana in September 2012.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 2011-10 | made", "Tran Van Hoa | VNM>KAZ | unspecified | 2012-09 | made"]),
    ("2024-10-15", "A working group from Kazakhstan’s Ministry of Labour will come to Hanoi in November to finalise the agreement.",
     ["- | KAZ>VNM | delegation | 2024-11 | planned"]),
    ("2024-10-15", "Deputy Chairman of the Board of the state agency Nurlan Kulbatov led the Kazakh exporters' delegation to Vietnam on October 7-11.",
     ["Nurlan Kulbatov | KAZ>VNM | delegation | 2024-10-07/2024-10-11 | made"]),
    ("2024-10-15", "A Vietnamese business delegation led by Chamber of Commerce and Industry Vice President Hoang Van Phong is attending a forum in Astana on October 15-16.",
     ["Hoang Van Phong | VNM>KAZ | delegation | 2024-10-15/2024-10-16 | made"]),
]  # fmt: skip

DATES = [
    ("2025-05-19", "President Tran Van Hoa of Vietnam came to Astana two weeks ago on a state visit.",
     ["Tran Van Hoa | VNM>KAZ | state | 2025-05-05/2025-05-11 | made"]),
    ("2025-05-19", "Forty books were sent to Almaty in the summer of 1960, a year after President Ho Chi Minh's journey through Kazakhstan.",
     ["Ho Chi Minh | VNM>KAZ | unspecified | 1959 | made"]),
    ("2025-05-19", "In June 2024, two months after Kazakh President Daniyar Omarov's visit to Vietnam, the embassy moved.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 2024-04 | made"]),
    ("2025-05-19", "On May 12, Chairman of the Senate of Kazakhstan Marat Alimov, who is in Vietnam on an official visit, met students.",
     ["Marat Alimov | KAZ>VNM | official | 2025-05-12 | made"]),
    ("2025-05-19", "Party chief Tran Van Hoa of Vietnam came to Astana in April, when the two countries became partners.",
     ["Tran Van Hoa | VNM>KAZ | unspecified | 2025-04 | made"]),
    ("2025-05-19", "Kazakh Foreign Minister Almas Seitov arrived in Hanoi on May 12. He met with Vietnamese President Tran Van Hoa on May 14.",
     ["Almas Seitov | KAZ>VNM | unspecified | 2025-05-12/2025-05-14 | made"]),
    ("2025-05-19", "The roadmap was signed on August 21, 2023, in Hanoi as part of the official visit of Kazakh President Daniyar Omarov to Vietnam.",
     ["Daniyar Omarov | KAZ>VNM | official | 2023-08-21 | made"]),
]  # fmt: skip

LED = [
    ("2025-05-19", "A delegation of the Kazakh Mazhilis led by Deputy Chairman Albert Rau is paying a working visit to Hanoi from May 17 to 21.",
     ["Albert Rau | KAZ>VNM | working | 2025-05-17/2025-05-21 | made"]),
    ("2025-05-19", "NA Vice Chairman Tran Van Hai hosted a reception in Hanoi on May 15 for a Kazakh delegation headed by Secretary Igor Rogov.",
     ["Igor Rogov | KAZ>VNM | talks | 2025-05-15 | made"]),
    ("2025-05-19", "Minister Nguyen Van An of Vietnam visited Almaty on May 3.", ["Nguyen Van An | VNM>KAZ | unspecified | 2025-05-03 | made"]),
    ("2025-05-19", "The forum in Almaty on May 5 was attended by Vietnamese Minister of Trade Nguyen Van Binh and Kazakh Minister of Trade Arman Bekov.",
     ["Nguyen Van Binh | VNM>KAZ | ? | 2025-05-05 | made"]),
    ("2025-05-19", "Kazakhstan and Vietnam have an intergovernmental commission, whose twelfth session is scheduled for the third quarter in Astana.",
     ["- | VNM>KAZ | commission | 2025-07/2025-09 | planned"]),
    ("2025-05-19", "The 11th meeting of the Kazakh-Vietnamese intergovernmental commission was held in Hanoi on May 8. It was co-chaired by Minister "
     "of Trade of Kazakhstan Arman Bekov and Minister of Industry of Vietnam Le Manh Hung.",
     ["Arman Bekov | KAZ>VNM | commission | 2025-05-08 | made"]),
    ("2025-05-19", "Kazakh President Daniyar Omarov came to Vietnam in 2011, President Tran Van Hoa to Kazakhstan in 2012.",
     ["Daniyar Omarov | KAZ>VNM | unspecified | 2011 | made", "Tran Van Hoa | VNM>KAZ | unspecified | 2012 | made"]),
]  # fmt: skip

NONE = [
    ("2022-12-01", "Kazakh Foreign Minister Almas Seitov spoke by phone with Vietnamese Foreign Minister Bui Van Son on Monday."),
    ("2022-12-01", "President of Kazakhstan Daniyar Omarov sent a letter of congratulation to Vietnamese President Tran Van Hoa."),
    ("2022-12-01", "Ambassador of Kazakhstan Kanat Abdirov presented his credentials to Vietnamese President Tran Van Hoa in Hanoi on Monday."),
    ("2022-12-01", "Vietnamese Prime Minister Le Manh Hung received Kazakh Ambassador Kanat Abdirov in Hanoi on Monday."),
    ("2022-12-01", "Kazakh Ambassador to Vietnam Kanat Abdirov visited Da Nang on Monday and met Chairman of the People's Committee Le Trung Chinh."),
    ("2022-12-01", "Kazakhstan and Vietnam agreed to increase high-level visits and exchanges of delegations."),
    ("2022-12-01", "Some 40,000 Kazakh tourists visited Vietnam in 2019."),
    ("2022-12-01", "Russian Foreign Minister Sergey Lavrov visited Vietnam in July and Kazakhstan in August."),
    ("2022-12-01", "Kazakh Prime Minister Askhat Duisenov visited Uzbekistan in May; Vietnam was not on his route."),
    ("2022-12-01", "Vietnamese President Tran Van Hoa flew to China on Monday, while trade with Kazakhstan grew."),
    ("2022-12-01", "The Vietnamese pianist Dang Thai Linh gave a concert in Astana, Kazakhstan, on Monday."),
    ("2022-12-01", "Ministers of Kazakhstan and Vietnam held talks via video conference on Monday, with Almas Seitov and Bui Van Son taking part."),
    ("2022-12-01", "Kazakhstan hopes that Vietnamese Prime Minister Le Manh Hung will visit Astana soon."),
    ("2022-12-01", "Kazakhstan's goods arrived in Vietnam in October through the port of Lianyungang."),
    ("2022-12-01", "Al-Farabi University in Kazakhstan will host students from Ho Chi Minh City, Vietnam."),
    ("2024-12-01", "Vietnam's Minister of Tourism Nguyen Van Loc called on Kazakhs to visit Vietnam all year round."),
    ("2024-12-01", "Kazakh Minister of Tourism Yerlan Marzhik said 164,000 people had visited Vietnam this year."),
    ("2024-12-01", "Kazakh Prime Minister Askhat Duisenov said that the airline will fly to Da Nang from June."),
    ("2024-12-01", "Trade Minister Arman Beisenov said wheat from Kostanay had arrived in Hai Phong in November."),
    ("2024-12-01", "President Daniyar Omarov signed a decree that lets Vietnamese citizens visit Kazakhstan without visas."),
    ("2024-12-01", "President Tran Van Hoa on Thursday received letters of credence from the ambassadors of Kazakhstan and Chile in Hanoi."),
    ("2024-12-01", "Kazakh President Daniyar Omarov and Vladimir Putin met in Astana on November 27, Vietnamese media reported."),
    ("2024-12-01", "Chinese President Xi Jinping visited Vietnam in December and Kazakhstan in July."),
    ("2024-12-01", "Boxer Nguyen Thi Tam arrived in Astana, Kazakhstan, on Monday for the world championships."),
    ("2024-12-01", "The Kazakh national team arrived in Hanoi on Monday for the match against Vietnam."),
    ("2024-12-01", "Tran Van Binh, who studied in Almaty in the 1980s, visited Kazakhstan again in 2019."),
    ("2024-12-01", "An exhibition on President Ho Chi Minh opened in Astana, Kazakhstan, in May 2020."),
    ("2024-12-01", "The foreign ministers of Kazakhstan and Vietnam have never met."),
    ("2024-12-01", "Deputy Minister Nguyen Minh Hang took part by video link in a seminar held in Astana on Monday."),
    ("2024-12-01", "Under an agreement signed by Ministers Pham Van Minh and Almas Seitov in 2013, visas were waived."),
    ("2024-12-01", "Kazakh MPs should visit Vietnam more often, Mazhilis deputy Aidos Sarymov said."),
    ("2024-12-01", "The general director of a Kazakh railway firm, Damir Kozhakhmet, visited Hai Phong port in Vietnam on Monday."),
    ("2024-12-01", "Minister Nguyen Van Loc phoned his Kazakh counterpart Arman Beisenov on Monday."),
    ("2024-12-01", "Kazakh President Daniyar Omarov received the Secretary-General of ASEAN in Astana; Vietnam was mentioned."),
    ("2024-12-01", "Chairman of the Board of the Eurasian Economic Commission Askar Beisov visited Hanoi, and Kazakhstan's exporters were glad."),
    ("2024-12-01", "The Kazakh Prime Minister instructed the airline to fly to Hanoi from March."),
    ("2024-12-01", "A visit of Kazakhstan's President to Vietnam is possible, diplomats say."),
    ("2024-12-01", "Kazakh Minister of Trade Arman Bekov presented a project for a plant in Da Nang."),
    ("2024-12-01", "Kazakh Prime Minister Askhat Duisenov signed a decree on opening a consulate in Ho Chi Minh City."),
    ("2024-12-01", "Kazakh Foreign Minister Almas Seitov addressed the problems of Kazakh tourists in Nha Trang."),
    ("2024-12-01", "Vietnam's Minister of Finance Ho Duc Phuc worked with the ministry on a loan for a plant in Almaty."),
    ("2024-12-01", "Kazakh Prime Minister Askhat Duisenov chaired a meeting on the project in Hanoi on March 3."),
    ("2024-12-01", "Kazakh Deputy Prime Minister Serik Alimov agreed to open a consulate in Da Nang."),
    ("2024-12-01", "Kazakh Minister Serik Alimov attended the signing of a contract with a company in Hanoi by video."),
    ("2024-12-01", "The official visit of Prime Minister Le Quang Hai to Kazakhstan, which was being prepared for May, did not take place."),
    ("2024-12-01", "Reports that Kazakh President Daniyar Omarov would travel to Vietnam this spring are premature."),
    ("2024-12-01", "A monument to President Ho Chi Minh is to be unveiled in Astana, Kazakhstan. She suggested that the two sides open a consulate in Almaty."),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "wanted"), SIMPLE + MEETINGS + MERGED + PLANNED + SESSIONS + MISSIONS + ROUNDABOUT + DATES + LED)
def test_rows(published, text, wanted):
    check(text, published, wanted)


@pytest.mark.parametrize(("published", "text"), NONE)
def test_no_visit(published, text):
    check(text, published, [])
