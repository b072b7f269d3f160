# ruff: noqa: E501
"""Visits: each wording in the phrasings of several writers, and what they must not be taken for."""

from __future__ import annotations

import pytest
from test_visits import check

CASES = {
    "group taken along": [
        ("2025-05-19", "In April, Vice Minister of Industry of Kazakhstan Arman Bekov brought a dozen Kazakh exporters to Ho Chi Minh City.",
         ["Arman Bekov | KAZ>VNM | delegation | 2025-04 | made"]),
        ("2025-05-19", "Vietnam's Deputy Minister of Trade Nguyen Van Binh is to lead about thirty companies to a business forum in Almaty from June 3 to 5.",
         ["Nguyen Van Binh | VNM>KAZ | delegation | 2025-06-03/2025-06-05 | planned"]),
        ("2025-05-19", "Kazakhstan's Deputy Prime Minister Serik Alimov will bring some 40 executives to Hanoi in July.",
         ["Serik Alimov | KAZ>VNM | delegation | 2025-07 | planned"]),
        ("2025-05-19", "The head of the Vietnamese chamber of commerce, Hoang Van Phong, took twenty entrepreneurs to Astana in March.",
         ["Hoang Van Phong | VNM>KAZ | delegation | 2025-03 | made"]),
        ("2025-05-19", "Last week the Kazakh Minister of Agriculture, Serik Bekturov, headed more than 20 grain traders to a fair in Hai Phong.",
         ["Serik Bekturov | KAZ>VNM | delegation | 2025-05-12/2025-05-18 | made"]),
        ("2025-05-19", "Kazakh Minister of Trade Arman Bekov promised to bring investors to Kazakhstan and Vietnam's goods to its shops.",
         []),
        ("2025-05-19", "The ambassador of Kazakhstan, Kanat Abdirov, brought ten businessmen to Da Nang in April.",
         []),
    ],
    "host of session": [
        ("2025-05-19", "The twelfth session of the Kazakhstan-Vietnam intergovernmental commission, which Hanoi will host on June 4-5, is to discuss rice.",
         ["- | KAZ>VNM | commission | 2025-06-04/2025-06-05 | planned"]),
        ("2025-05-19", "The next meeting of the joint committee of Kazakhstan and Vietnam, which Astana hosts in September, will deal with visas.",
         ["- | VNM>KAZ | commission | 2025-09 | planned"]),
        ("2025-05-19", "Almaty hosted the eleventh session of the Kazakh-Vietnamese intergovernmental commission on March 14.",
         ["- | VNM>KAZ | commission | 2025-03-14 | made"]),
        ("2025-05-19", "Hanoi is to host the twelfth meeting of the Vietnam-Kazakhstan Intergovernmental Committee in the autumn.",
         ["- | KAZ>VNM | commission | 2025-23 | planned"]),
        ("2025-05-19", "Hanoi will be the venue of the twelfth session of the Kazakhstan-Vietnam intergovernmental commission in October.",
         ["- | KAZ>VNM | commission | 2025-10 | planned"]),
    ],
    "invitations": [
        ("2025-05-19", "Before parting, Vietnamese Foreign Minister Bui Van Son accepted an invitation to Astana, at a date to be arranged.",
         ["Bui Van Son | VNM>KAZ | unspecified | - | planned"]),
        ("2025-05-19", "Kazakh Prime Minister Askhat Duisenov gladly took up his host's invitation to Hanoi.",
         ["Askhat Duisenov | KAZ>VNM | unspecified | - | planned"]),
        ("2025-05-19", "Vietnam's Defence Minister Phan Van Giang has accepted the invitation of his Kazakh colleague to come to Kazakhstan next year.",
         ["Phan Van Giang | VNM>KAZ | unspecified | 2026 | planned"]),
        ("2025-05-19", "Speaker of the Senate of Kazakhstan Marat Alimov accepted an invitation from the National Assembly to pay an official visit to Vietnam in October.",
         ["Marat Alimov | KAZ>VNM | official | 2025-10 | planned"]),
        ("2025-05-19", "Kazakh President Daniyar Omarov has not yet accepted an invitation to Hanoi.",
         []),
        ("2025-05-19", "Kazakh President Daniyar Omarov, who accepted an invitation to Hanoi, will come in the autumn.",
         ["Daniyar Omarov | KAZ>VNM | unspecified | 2025-23 | planned"]),
        ("2025-05-19", "The invitation to visit Kazakhstan was accepted by Vietnamese Prime Minister Le Quang Hai.",
         ["Le Quang Hai | VNM>KAZ | unspecified | - | planned"]),
    ],
    "there": [
        ("2025-05-19", "The pact, signed in Hanoi last August when Kazakh President Daniyar Omarov was there, takes effect on June 1.",
         ["Daniyar Omarov | KAZ>VNM | unspecified | 2024-08 | made"]),
        ("2025-05-19", "The centre in Astana was opened in March while Vietnamese Deputy Prime Minister Le Quang Hai was there.",
         ["Le Quang Hai | VNM>KAZ | unspecified | 2025-03 | made"]),
        ("2025-05-19", "The farm lies outside Almaty. Vietnamese Minister of Agriculture Le Van Hoan was there in April.",
         ["Le Van Hoan | VNM>KAZ | unspecified | 2025-04 | made"]),
        ("2025-05-19", "Hanoi is a city Kazakh Foreign Minister Almas Seitov knows: he was last there in 2019.",
         ["Almas Seitov | KAZ>VNM | unspecified | 2019 | made"]),
        ("2025-05-19", "Slots were on the table in Astana on Tuesday, when a delegation of Vietnam's aviation authority led by its deputy director Ho Van Tan met colleagues there.",
         ["Ho Van Tan | VNM>KAZ | delegation | 2025-05-13 | made"]),
        ("2025-05-19", "A new line to Da Nang opens in June; Kazakh Transport Minister Marat Ahmetov inspected the airport there on May 12.",
         ["Marat Ahmetov | KAZ>VNM | unspecified | 2025-05-12 | made"]),
        ("2025-05-19", "Kazakh President Daniyar Omarov said many problems in Hanoi were there to be solved.",
         []),
    ],
    "sit down": [
        ("2025-05-19", "Vietnamese Prime Minister Le Quang Hai is to sit down with his Kazakh counterpart Askhat Duisenov on Friday in Ulaanbaatar, where a summit is being held.",
         ["Le Quang Hai | VNM>MNG | talks | 2025-05-23 | planned | Askhat Duisenov"]),
        ("2025-05-19", "Vietnamese Prime Minister Le Quang Hai received Kazakh Deputy Prime Minister Serik Alimov in Hanoi on May 12 to weigh up the relations opened in 1992.",
         ["Serik Alimov | KAZ>VNM | talks | 2025-05-12 | made | Le Quang Hai"]),
        ("2025-05-19", "Kazakh Foreign Minister Almas Seitov met his Vietnamese colleague Bui Van Son in Hanoi to review what has come of the ties established in 1992.",
         ["Almas Seitov | KAZ>VNM | talks | - | made | Bui Van Son"]),
    ],
    "dates": [
        ("2025-05-19", "Kazakh Foreign Minister Almas Seitov came to Hanoi on May 6, 2025. Two weeks earlier, Vietnamese Foreign Minister Bui Van Son had visited Astana.",
         ["Almas Seitov | KAZ>VNM | unspecified | 2025-05-06 | made", "Bui Van Son | VNM>KAZ | unspecified | 2025-04-21/2025-04-27 | made"]),
        ("2025-05-19", "Vietnam's Deputy Prime Minister Le Quang Hai was in Astana a fortnight ago.",
         ["Le Quang Hai | VNM>KAZ | unspecified | 2025-05-05/2025-05-11 | made"]),
        ("2025-05-19", "In 2022 Vietnamese President Tran Van Hoa came to Astana. In October, Kazakh Prime Minister Askhat Duisenov visited Hanoi.",
         ["Tran Van Hoa | VNM>KAZ | unspecified | 2022 | made", "Askhat Duisenov | KAZ>VNM | unspecified | 2022-10 | made"]),
        ("2025-05-19", "Kazakh President Daniyar Omarov paid a visit to Hanoi in 2011. The year after, President Tran Van Hoa of Vietnam went to Astana.",
         ["Daniyar Omarov | KAZ>VNM | unspecified | 2011 | made", "Tran Van Hoa | VNM>KAZ | unspecified | 2012 | made"]),
        ("2025-05-19", "Vietnam's Vice President Le Thi Xuan was in Almaty during Nauryz.",
         ["Le Thi Xuan | VNM>KAZ | unspecified | 2025-03 | made"]),
        ("2025-05-19", "On the eve of Tet, Kazakh Deputy Minister Serik Alimov visited Hanoi.",
         ["Serik Alimov | KAZ>VNM | unspecified | 2025-01/2025-02 | made"]),
        ("2025-05-19", "On Tuesday (May 6), Kazakh Deputy Minister Serik Alimov visited Hanoi.",
         ["Serik Alimov | KAZ>VNM | unspecified | 2025-05-06 | made"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("published", "text", "wanted"),
    [pytest.param(*case, id=f"{name}-{n}") for name, cases in CASES.items() for n, case in enumerate(cases)],
)
def test_wording(published, text, wanted):
    check(text, published, wanted)
