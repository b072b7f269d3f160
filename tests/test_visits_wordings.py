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
    "somebody did something there and then": [
        ("2025-05-19", sentence.format("Kazakh Agriculture Minister Serik Bekturov"), ["Serik Bekturov | KAZ>VNM | unspecified | 2025-05-14 | made"])
        for sentence in (
            "{} descended the gangway in Hanoi on May 14.",
            "{} turned up at a farm outside Hanoi on May 14.",
            "{} looked in on a school in Hanoi on May 14.",
            "{} paid his respects at the mausoleum in Hanoi on May 14.",
            "In Hanoi on May 14, {} saw how rice is grown.",
            "Speaking in Hanoi on May 14, {} called Vietnam a partner.",
            "{} crossed into Vietnam on May 14.",
            "{} made his way to Hanoi on May 14.",
            "{} was greeted with flowers at the airport in Hanoi on May 14.",
            "A plane with {} on board landed in Hanoi on May 14.",
            "A delegation under {} was in Hanoi on May 14.",
            "The presence of {} in Hanoi on May 14 was noted by the press.",
        )
    ],
    "an official of each side there and then": [
        ("2025-05-19", sentence.format("Kazakh Agriculture Minister Serik Bekturov", "Vietnamese Agriculture Minister Le Van Hoan"),
         ["Serik Bekturov | KAZ>VNM | talks | 2025-05-14 | made | Le Van Hoan"])
        for sentence in (
            "{} and {} faced the press together in Hanoi on May 14.",
            "{1} showed {0} round a factory near Hanoi on May 14.",
            "In Hanoi on May 14, {1} and {0} reviewed cooperation.",
            "Talks in Hanoi on May 14 brought together {} and {}.",
            "{} had lunch with {} in Hanoi on May 14.",
        )
    ],
    "the place tells of the guest": [
        ("2025-05-19", sentence.format("Kazakh Agriculture Minister Serik Bekturov"), ["Serik Bekturov | KAZ>VNM | unspecified | 2025-04 | made"])
        for sentence in (
            "Hanoi was visited in April by {}.",
            "Hanoi played host to {} in April.",
            "Vietnam had {} as a guest in April.",
        )
    ],
    "awaited": [
        ("2025-05-19", sentence, ["Serik Bekturov | KAZ>VNM | unspecified | 2025-05-29 | planned"])
        for sentence in (
            "Hanoi is getting ready to receive Kazakh Agriculture Minister Serik Bekturov on May 29.",
            "Vietnam expects Kazakh Agriculture Minister Serik Bekturov on May 29.",
            "Kazakh Agriculture Minister Serik Bekturov will be welcomed in Hanoi on May 29.",
            "The coming of Kazakh Agriculture Minister Serik Bekturov to Hanoi on May 29 is awaited by farmers.",
        )
    ],
    "something else there and then": [
        ("2025-05-19", f"Kazakh Agriculture Minister Serik Bekturov {deed}.", [])
        for deed in (
            "said that a trade house of Kazakhstan would open in Hanoi on May 20",
            "signed a decree on a consulate in Hanoi on May 14",
            "congratulated the Vietnamese team on its victory in Hanoi on May 14",
            "received the winners of the contest held in Hanoi on May 14",
            "welcomed the accord signed in Hanoi on May 14",
            "sent his deputy to the forum in Hanoi on May 14",
            "was represented by his deputy in Hanoi on May 14",
            "was asked to come to Hanoi on May 20",
            "and Vietnamese Agriculture Minister Le Van Hoan spoke by phone on May 14",
        )
    ]
    + [
        ("2025-05-19", "Vietnamese Agriculture Minister Le Van Hoan spoke in Hanoi on May 14 of a letter from Kazakh Minister Serik Bekturov.", []),
        ("2025-05-19", "Vietnamese Agriculture Minister Le Van Hoan praised Kazakh Minister Serik Bekturov in Hanoi on May 14.", []),
        ("2025-05-19", "At a forum in Hanoi on May 14 a message from Kazakh Agriculture Minister Serik Bekturov was read out.", []),
    ],
    "groups at work": [
        ("2025-05-19", sentence, ["- | KAZ>VNM | delegation | 2025-05-14 | made"])
        for sentence in (
            "A team of Kazakh inspectors checked fish plants in Vietnam on May 14.",
            "A business delegation from Kazakhstan was in Hanoi on May 14.",
            "Hanoi received a business delegation from Kazakhstan on May 14.",
            "Officials in Hanoi met a business delegation from Kazakhstan on May 14.",
            "A trade mission from Kazakhstan to Vietnam took place on May 14.",
            "Seven Kazakh travel agents flew to Hanoi on May 14.",
            "Kazakhstan's chamber of commerce took 20 firms to Hanoi on May 14.",
        )
    ]
    + [
        ("2025-05-19", "A visit of Kazakh entrepreneurs to Hanoi is planned for May 29.", ["- | KAZ>VNM | delegation | 2025-05-29 | planned"]),
    ]
    + [
        ("2025-05-19", sentence, [])
        for sentence in (
            "Kazakh firms opened a shop in Hanoi on May 14, Vietnam's customs said.",
            "Hanoi received 20 Kazakh tourists on May 14.",
            "Vietnamese inspectors examined meat from Kazakhstan in Hanoi on May 14.",
            "The chamber hosted Vietnamese firms that trade with Kazakhstan in Hanoi on May 14.",
            "Twenty Kazakh students were in Hanoi, Vietnam, on May 14.",
        )
    ],
    "sessions and consultations in other words": [
        ("2025-05-19", sentence, [f"- | KAZ>VNM | {level} | 2025-05-14 | made"])
        for level, sentence in (
            ("commission", "The ninth Kazakh-Vietnamese intergovernmental commission took place in Hanoi on May 14."),
            ("commission", "Hanoi was the scene of the ninth session of the Kazakh-Vietnamese intergovernmental commission on May 14."),
            ("talks", "Diplomats of Kazakhstan and Vietnam met in Hanoi on May 14 for political consultations."),
            ("talks", "Kazakhstan and Vietnam wound up their ninth political consultations in Hanoi on May 14."),
        )
    ]
    + [
        ("2025-05-19", "The ninth Kazakh-Chinese intergovernmental commission took place in Astana on May 14, said Vietnam's agency.", []),
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
    "an office that pays a visit": [
        ("2025-05-19", "Ten contracts will be signed during the Kazakh President's state visit to Vietnam in June, the minister said.",
         ["- | KAZ>VNM | state | 2025-06 | planned"]),
        ("2025-05-19", "The Kazakh Prime Minister's official visit to Vietnam is set for June 3.",
         ["- | KAZ>VNM | official | 2025-06-03 | planned"]),
        ("2025-05-19", "Papers were signed within the Vietnamese President's State visit to Kazakhstan in 2012.",
         ["- | VNM>KAZ | state | 2012 | made"]),
        ("2025-05-19", "The Prosecutor General's Office of Kazakhstan and its colleagues in Vietnam exchange letters.",
         []),
    ],
    "his, met at home": [
        ("2025-05-19", "Kazakh Foreign Minister Almas Seitov sat down in Hanoi on May 12 with his Vietnamese counterpart, Bui Van Son, as part of his official visit.",
         ["Almas Seitov | KAZ>VNM | official | 2025-05-12 | made"]),
        ("2025-05-19", "Vietnam's Prime Minister Le Quang Hai met in Astana with Kazakh Prime Minister Askhat Duisenov during his working visit on May 14.",
         ["Le Quang Hai | VNM>KAZ | working | 2025-05-14 | made"]),
        ("2025-05-19", "Vietnam's Prime Minister Le Quang Hai received Kazakh Prime Minister Askhat Duisenov on May 14 during his working visit to Hanoi.",
         ["Askhat Duisenov | KAZ>VNM | working | 2025-05-14 | made"]),
    ],
    "since he took over": [
        ("2025-05-19", "Kazakh Prime Minister Askhat Duisenov is on an official visit to Vietnam. It is his first trip here since he took office in 2024.",
         ["Askhat Duisenov | KAZ>VNM | official | 2025-05 | made"]),
        ("2025-05-19", "This is Vietnamese President Tran Van Hoa's first visit to Kazakhstan since becoming head of state in October 2024.",
         ["Tran Van Hoa | VNM>KAZ | unspecified | - | made"]),
        ("2025-05-19", "The visit of Vietnamese President Tran Van Hoa to Kazakhstan will strengthen ties, the Foreign Ministry said in a statement on May 18.",
         ["Tran Van Hoa | VNM>KAZ | unspecified | - | ?"]),
        ("2025-05-19", "In an article on May 16 about the state visit of Vietnamese President Tran Van Hoa to Astana on May 14, a paper praised the two nations.",
         ["Tran Van Hoa | VNM>KAZ | state | 2025-05-14 | made"]),
        ("2025-05-19", "Vietnam and Kazakhstan mark the 66th anniversary of President Ho Chi Minh's stay in Almaty (1959-2025).",
         ["Ho Chi Minh | VNM>KAZ | unspecified | 1959 | made"]),
    ],
    "the visit that he made": [
        ("2025-05-19", "The trip reciprocates the state visit that then President Tran Van Hoa made to Kazakhstan, a friend of old, in May 2023.",
         ["Tran Van Hoa | VNM>KAZ | state | 2023-05 | made"]),
        ("2025-05-19", "The memorandum goes back to the working visit Kazakh Minister Almas Seitov paid to Hanoi in 2019.",
         ["Almas Seitov | KAZ>VNM | working | 2019 | made"]),
        ("2025-05-19", "People still speak of the visit which President Daniyar Omarov of Kazakhstan paid to Vietnam in October 2011.",
         ["Daniyar Omarov | KAZ>VNM | unspecified | 2011-10 | made"]),
        ("2025-05-19", "The official visit Kazakh Prime Minister Askhat Duisenov will make to Vietnam in June was discussed.",
         ["Askhat Duisenov | KAZ>VNM | official | 2025-06 | planned"]),
    ],
    "came back": [
        ("2025-05-19", "Kazakh President Daniyar Omarov knows Hanoi: he studied there and came back as foreign minister in 2004 and as speaker in 2016.",
         ["Daniyar Omarov | KAZ>VNM | unspecified | 2004 | made", "Daniyar Omarov | KAZ>VNM | unspecified | 2016 | made"]),
        ("2025-05-19", "Vietnamese Minister Nguyen Van An studied in Almaty and returned there as deputy minister in 2015.",
         ["Nguyen Van An | VNM>KAZ | unspecified | 2015 | made"]),
    ],
    "invitations taken up at once": [
        ("2025-05-19", "Kazakh President Daniyar Omarov invited Vietnamese President Tran Van Hoa and his spouse to pay a state visit to Kazakhstan in 2026, an invitation taken up with pleasure.",
         ["Tran Van Hoa | VNM>KAZ | state | 2026 | planned"]),
        ("2025-05-19", "A festival opens in Astana next month. Vietnamese Deputy Prime Minister Le Quang Hai will be there even sooner, at the head of a business mission in late May.",
         ["Le Quang Hai | VNM>KAZ | delegation | 2025-05 | planned"]),
    ],
    "sessions by their hosts and heads": [
        ("2025-05-19", "Work will be done by the joint Kazakh-Vietnamese intergovernmental commission, whose next meeting Hanoi is to host in September.",
         ["- | KAZ>VNM | commission | 2025-09 | planned"]),
        ("2025-05-19", "Nine papers were signed in Hanoi at a May 12 meeting of the Vietnam-Kazakhstan intergovernmental commission led by Kazakh Deputy Prime Minister Serik Alimov.",
         ["Serik Alimov | KAZ>VNM | commission | 2025-05-12 | made"]),
        ("2025-05-19", "A treaty is on the list for next year, when a commission of the two governments, set up in 1995, meets for the 19th time in Astana.",
         ["- | VNM>KAZ | commission | 2026 | planned"]),
        ("2025-05-19", "On Tuesday Astana hosted Kazakh-Vietnamese political consultations. Almas Seitov, Deputy Minister of Foreign Affairs, represented Kazakhstan, and his colleague Nguyen Minh Ha represented Vietnam.",
         ["Nguyen Minh Ha | VNM>KAZ | talks | 2025-05-13 | made"]),
        ("2025-05-19", "During his working visit to Vietnam on May 12-13, Kazakh Prime Minister Askhat Duisenov met President Tran Van Hoa and attended the 12th meeting of the Kazakhstan-Vietnam intergovernmental commission. In Ho Chi Minh City, he took part in the 12th meeting of the Kazakh-Vietnamese intergovernmental commission.",
         ["Askhat Duisenov | KAZ>VNM | working | 2025-05-12/2025-05-13 | made", "- | KAZ>VNM | commission | 2025-05-12/2025-05-13 | made"]),
    ],
    "who meets whom": [
        ("2025-05-19", "“President Daniyar Omarov sees Vietnam as a key partner of Kazakhstan,” Kazakh Prime Minister Askhat Duisenov said at a meeting with Vietnamese President Tran Van Hoa in Hanoi.",
         ["Askhat Duisenov | KAZ>VNM | talks | 2025-05 | made | Tran Van Hoa"]),
        ("2025-05-19", "Kazakh President Daniyar Omarov said so after the talks with the Prime Minister of Vietnam Le Quang Hai. Trade is growing. Investors are welcome. On Wednesday, Le Quang Hai arrived in Astana.",
         ["Le Quang Hai | VNM>KAZ | unspecified | 2025-05-14 | made"]),
        ("2025-05-19", "Kazakh and Vietnamese business leaders signed contracts at a meeting of a business club held on May 14 in Hanoi.",
         []),
        ("2025-05-19", "A truck plant was launched in Vietnam. It will make 3,000 lorries a year. The opening ceremony was attended by Kazakh Deputy Prime Minister Serik Alimov.",
         ["Serik Alimov | KAZ>VNM | unspecified | - | made"]),
        ("2025-05-19", "Kazakh Vice Minister of Tourism Yerlan Marzhik, who cruised Ha Long Bay in March, praised the guides.",
         ["Yerlan Marzhik | KAZ>VNM | unspecified | 2025-03 | made"]),
    ],
    "as the papers have it": [
        ("2025-05-19", "The visit of Prime Minister Le Quang Hai of Vietnam to Astana and his meeting with President Daniyar Omarov of Kazakhstan gave a push, as did the visit of Foreign Minister Almas Seitov of Kazakhstan to Hanoi in March.",
         ["Le Quang Hai | VNM>KAZ | unspecified | ? | made", "Almas Seitov | KAZ>VNM | unspecified | 2025-03 | made"]),
        ("2025-05-19", "Kazakhstan's Ambassador to Vietnam recalled the declaration of June 2014, signed during Kazakh Prime Minister Askhat Duisenov's visit to this country.",
         ["Askhat Duisenov | KAZ>VNM | unspecified | 2014-06 | made"]),
        ("2025-05-19", "The visits to Vietnam of Kazakh President Daniyar Omarov in 1994 and 2007 and to Kazakhstan of Presidents of Vietnam Tran Van Hoa in 1997 and Le Van Sang in 2010 laid the ground.",
         ["Daniyar Omarov | KAZ>VNM | unspecified | 1994 | made", "Daniyar Omarov | KAZ>VNM | unspecified | 2007 | made", "Tran Van Hoa | VNM>KAZ | unspecified | 1997 | made", "Le Van Sang | VNM>KAZ | unspecified | 2010 | made"]),
        ("2025-05-19", "National Assembly Chairman Tran Van Hai of Vietnam arrived in Astana on May 17. Hai's official visit to Kazakhstan is made 15 years after the visit by then NA Chairman Le Van Sang in 2010.",
         ["Tran Van Hai | VNM>KAZ | official | 2025-05-17 | made", "Le Van Sang | VNM>KAZ | unspecified | 2010 | made"]),
        ("2025-05-19", "The President of Vietnam, Tran Van Hoa, who arrived in Kazakhstan on a state visit, was greeted at the airport. Tomorrow Tran Van Hoa will meet with Kazakh President Daniyar Omarov. The state visit will last till May 21.",
         ["Tran Van Hoa | VNM>KAZ | state | 2025-05 | made"]),
        ("2025-05-19", "The business forum of the two countries is to open in Almaty in July with the participation of Deputy Prime Minister Le Quang Hai of Vietnam.",
         ["Le Quang Hai | VNM>KAZ | unspecified | 2025-07 | planned"]),
    ],
    "stays and postponements": [
        ("2025-05-19", "Kazakh Foreign Minister Almas Seitov began a week-long visit to Vietnam on May 12.",
         ["Almas Seitov | KAZ>VNM | unspecified | 2025-05-12/2025-05-18 | made"]),
        ("2025-05-19", "The talks between Kazakh Foreign Minister Almas Seitov and Vietnamese Foreign Minister Bui Van Son in Hanoi, planned for May, have been postponed to June.",
         ["Almas Seitov | KAZ>VNM | talks | 2025-06 | planned | Bui Van Son"]),
        ("2025-05-19", "A Kazakh trade mission to Hanoi, planned for May, has been put off until September.",
         ["- | KAZ>VNM | delegation | 2025-09 | planned"]),
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
