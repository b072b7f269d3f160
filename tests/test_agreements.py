"""Agreements: what a reader would list from a sentence about instruments and institutions.

Every case is a short article published on 15 June 2024, a Saturday, that opens with one sentence naming the
two countries; then comes the sentence at stake, with the rows that a careful reader lists from it:
kind, words its title must hold, period, in force, status.
"""

from __future__ import annotations

import re

import pytest

from kzvn_analysis.facts.agreements import AgreementFact, find_agreements
from kzvn_analysis.reading import read
from kzvn_analysis.reading.fold import key
from kzvn_analysis.seeds import article_from_text

PUBLISHED = "2024-06-15"
OPENING = "HANOI — Kazakhstan and Vietnam have talked about their ties.\n\n"


def agreements(
    text: str, *, opening: str = OPENING, published: str | None = PUBLISHED
) -> list[AgreementFact]:
    reading = read(article_from_text(opening + text, published=published))
    facts = list(find_agreements(reading))
    for fact in facts:
        assert reading.text[fact.start : fact.end] == fact.quote
        assert fact.rule == fact.rule.lower()
        assert "\n" not in fact.title
    return facts


def words(title: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", key(title)))


def assert_rows(facts: list[AgreementFact], expected: list[tuple[str, str, str, str, str]]) -> None:
    """Each expected row is met by one fact of its own, and no fact is left over."""
    left = list(facts)
    for kind, title, period, in_force, status in expected:
        cells = (kind, period, in_force, status)
        fits = [
            f
            for f in left
            if (f.kind, f.period or "", f.in_force or "", f.status) == cells
            and words(title) <= words(f.title)
        ]
        assert fits, f"missing {kind} {title!r} {cells}; left {[shown(f) for f in left]}"
        left.remove(fits[0])
    assert not left, f"invented {[shown(f) for f in left]}"


def shown(fact: AgreementFact) -> tuple:
    return fact.title, fact.kind, fact.period, fact.in_force, fact.status


# what the sentence tells -> the rows
ROWS = [
    (
        "The two countries inked an extradition treaty in Hanoi on 12 March 2019.",
        [("treaty", "extradition", "2019-03-12", "", "concluded")],
    ),
    (
        "Officials put pen to paper on a protocol on the export of Kazakh wheat bran in April 2024.",
        [("agreement", "wheat bran", "2024-04", "", "concluded")],
    ),
    (
        "An agreement on the avoidance of double taxation between Kazakhstan and Vietnam entered into force on 18 June 2015.",
        [("agreement", "double taxation", "", "2015-06-18", "concluded")],
    ),
    (
        "The convention on double taxation, concluded in 2011, came into effect four years later.",
        [("agreement", "double taxation", "2011", "2015", "concluded")],
    ),
    (
        "Kazakhstan and Vietnam upgraded their ties to a comprehensive strategic partnership in 2025.",
        [("partnership", "comprehensive strategic partnership", "2025", "", "concluded")],
    ),
    (
        "The two presidents agreed to elevate relations to a strategic partnership.",
        [("partnership", "strategic partnership", "", "", "concluded")],
    ),
    (
        "Vietnam and Kazakhstan established diplomatic ties on June 29, 1992.",
        [("relations", "diplomatic relations", "1992-06-29", "", "concluded")],
    ),
    (
        "This year the two nations celebrate the 30th anniversary of diplomatic relations.",
        [("relations", "diplomatic relations", "1994", "", "concluded")],
    ),
    (
        "A Kazakh–Vietnamese business council was set up in 2010.",
        [("body", "business council", "2010", "", "concluded")],
    ),
    (
        "The Consulate General of Kazakhstan in Ho Chi Minh City was inaugurated in May 2023.",
        [("body", "consulate general", "2023-05", "", "concluded")],
    ),
    (
        "Vietnam opened its embassy in Astana in February 2008.",
        [("body", "embassy", "2008-02", "", "concluded")],
    ),
    (
        "President Tokayev was presented with the Ho Chi Minh Order in Hanoi in August 2023.",
        [("award", "ho chi minh", "2023-08", "", "concluded")],
    ),
    (
        "The Vietnamese ambassador was awarded the Order of Friendship (Dostyk), second class, last December.",
        [("award", "dostyk friendship", "2023-12", "", "concluded")],
    ),
    (
        "The Kazakh minister received Vietnam's Friendship Medal.",
        [("award", "friendship medal", "", "", "concluded")],
    ),
    (
        "Citizens of Kazakhstan and Vietnam have been exempt from visa requirements for stays of up to 30 days since April 2024.",
        [("visa", "", "", "2024-04", "concluded")],
    ),
    (
        "The agreement on mutual visa exemption for ordinary passport holders was signed in August 2023.",
        [("visa", "", "2023-08", "", "concluded")],
    ),
    (
        "Kazakhstan proposed to abolish visas for holders of ordinary passports.",
        [("visa", "", "", "", "proposed")],
    ),
    (
        "A plan of action for 2026–2030 was adopted at the talks between the two foreign ministers.",
        [("other", "2026 2030 action", "", "", "concluded")],
    ),
    (
        "The sides signed a roadmap for cooperation in agriculture until 2027.",
        [("other", "agriculture", "", "", "concluded")],
    ),
    (
        "During the visit the two sides signed 15 documents, including an agreement on air services, a memorandum of cooperation between the state archives and a plan of cooperation between the ministries of culture for 2025–2027.",
        [
            ("agreement", "air services", "", "", "concluded"),
            ("memorandum", "state archives", "", "", "concluded"),
            ("other", "ministries culture", "", "", "concluded"),
        ],
    ),
    (
        "Following the talks, the Foreign Ministry of Kazakhstan and the Ministry of Foreign Affairs of Vietnam signed a memorandum of cooperation.",
        [("memorandum", "foreign", "", "", "concluded")],
    ),
    (
        "The ministers agreed to speed up negotiations on an agreement on mutual recognition of driving licences.",
        [("agreement", "driving licences", "", "", "proposed")],
    ),
    (
        "A treaty on mutual legal assistance in civil matters is to be signed next year.",
        [("treaty", "legal assistance civil", "2025", "", "proposed")],
    ),
    (
        "Hue and Turkistan signed a memorandum on establishing sister-city relations in 2022.",
        [("twinning", "hue turkistan", "2022", "", "concluded")],
    ),
    (
        "Ho Chi Minh City and Almaty became sister cities in 2011.",
        [("twinning", "ho chi minh almaty", "2011", "", "concluded")],
    ),
    (
        "Three memoranda on education, tourism and labour were signed in Astana on 6 May 2025.",
        [
            ("memorandum", "education", "2025-05-06", "", "concluded"),
            ("memorandum", "tourism", "2025-05-06", "", "concluded"),
            ("memorandum", "labour", "2025-05-06", "", "concluded"),
        ],
    ),
    (
        "The two governments intend to conclude an agreement on labour cooperation by the end of 2026.",
        [("agreement", "labour", "2026", "", "proposed")],
    ),
    (
        "A draft agreement on cooperation in plant quarantine has been prepared.",
        [("agreement", "plant quarantine", "", "", "proposed")],
    ),
    (
        "The two sides are considering the establishment of a joint working group on logistics.",
        [("body", "working group logistics", "", "", "proposed")],
    ),
    (
        "In 2019 the parliaments of the two countries set up friendship groups.",
        [("body", "friendship", "2019", "", "concluded")],
    ),
    (
        "The 11th meeting of the Vietnam–Kazakhstan Intergovernmental Committee was held in Astana.",
        [("body", "intergovernmental committee", "", "", "concluded")],
    ),
    (
        "Kazakhstan is ready to sign an agreement on the transfer of convicted persons.",
        [("agreement", "transfer convicted", "", "", "proposed")],
    ),
    (
        "The extradition treaty, signed in 2017, has been ratified by both parliaments.",
        [("treaty", "extradition", "2017", "", "concluded")],
    ),
    (
        "Deputy Minister Almas Aidarov suggested signing a memorandum of understanding between the tourism authorities.",
        [("memorandum", "tourism authorities", "", "", "proposed")],
    ),
    (
        "A centre of Vietnamese language and culture opened at the Gumilyov Eurasian National University in 2016.",
        [("body", "vietnamese language", "2016", "", "concluded")],
    ),
    (
        "The visa-free regime introduced in 2024 has boosted tourism between Kazakhstan and Vietnam.",
        [("visa", "", "", "", "concluded")],
    ),
    (
        "Party General Secretary To Lam was decorated by President Tokayev with the Order of the Golden Eagle.",
        [("award", "golden eagle", "", "", "concluded")],
    ),
    (
        "The Kazakh side handed over the draft of an intergovernmental agreement on international road transport.",
        [("agreement", "road transport", "", "", "proposed")],
    ),
    (
        "Binh Duong province and the Karaganda region signed a friendship and cooperation agreement on June 3, 2024.",
        [("twinning", "binh duong karaganda", "2024-06-03", "", "concluded")],
    ),
    (
        "Khanh Hoa province wants to establish twin relations with Mangystau region.",
        [("twinning", "khanh hoa mangystau", "", "", "proposed")],
    ),
    (
        "A joint declaration on establishing a strategic partnership was adopted on May 6, 2025.",
        [("partnership", "strategic", "2025-05-06", "", "concluded")],
    ),
    (
        "On the same day, the two ministers signed the intergovernmental Agreement on Cooperation in the Field of Tourism.",
        [("agreement", "tourism", "", "", "concluded")],
    ),
    (
        "Following the talks in Astana on May 6, the following documents were signed:\n- Agreement between the Government of the Republic of Kazakhstan and the Government of the Socialist Republic of Vietnam on cooperation in the field of transport security;\n- Memorandum of Understanding between the Ministry of Justice of Kazakhstan and the Ministry of Justice of Vietnam;\n- Plan of cooperation between the ministries of culture for 2025-2027;\n- Letter of Intent between the Ministry of Education of Kazakhstan and the Ministry of Education and Training of Vietnam on opening a joint school;\n- Memorandum on the establishment of sister-city relations between the city of Turkistan and the city of Hue.",
        [
            ("agreement", "transport security", "2024-05-06", "", "concluded"),
            ("memorandum", "justice", "2024-05-06", "", "concluded"),
            ("other", "culture 2025", "2024-05-06", "", "concluded"),
            ("memorandum", "education letter", "2024-05-06", "", "concluded"),
            ("twinning", "turkistan hue", "2024-05-06", "", "concluded"),
        ],
    ),
    (
        "The list of the signed documents is as follows:\n1. Joint Declaration on Strategic Partnership between the Republic of Kazakhstan and the Socialist Republic of Viet Nam;\n2. Protocol between the customs services on the exchange of preliminary information on goods;\n3. Roadmap between the Ministry of Culture of Kazakhstan and the Ministry of Culture of Vietnam for 2024-2026.",
        [
            ("partnership", "strategic partnership", "", "", "concluded"),
            ("agreement", "customs preliminary information", "", "", "concluded"),
            ("other", "culture roadmap", "", "", "concluded"),
        ],
    ),
    (
        "The sides signed agreements on the activities of cultural centres, the mutual protection of classified information, and military cooperation.",
        [
            ("agreement", "cultural centres", "", "", "concluded"),
            ("agreement", "classified information", "", "", "concluded"),
            ("agreement", "military", "", "", "concluded"),
        ],
    ),
    (
        "On this occasion, Vietnam and Kazakhstan signed an agreement on crime prevention and three memorandums of understanding on defence, oil and gas, and cooperation between the two foreign ministries.",
        [
            ("agreement", "crime prevention", "", "", "concluded"),
            ("memorandum", "defence", "", "", "concluded"),
            ("memorandum", "oil gas", "", "", "concluded"),
            ("memorandum", "foreign ministries", "", "", "concluded"),
        ],
    ),
    (
        "At the end of the meeting the parties signed a memo of cooperation between the foreign ministries of Kazakhstan and Vietnam for 2014-2016.",
        [("memorandum", "foreign ministries", "", "", "concluded")],
    ),
    (
        "The Kazakh government approved an agreement with Vietnam on the exemption of ordinary passport holders from visa requirements, which was signed in Hanoi on August 21, 2023.",
        [("visa", "", "2023-08-21", "", "concluded")],
    ),
    (
        "Under the visa waiver agreement, citizens of the two countries can stay without a visa for up to 30 days.",
        [("visa", "", "", "", "concluded")],
    ),
    (
        "We welcome the signing of an Agreement on Visa Exemption for the citizens of both countries.",
        [("visa", "", "", "", "concluded")],
    ),
    (
        "The chairman of the Kazakhstan-Vietnam Friendship Society was given the Order of Dostyq, 2nd Class.",
        [("award", "dostyq 2nd", "", "", "concluded")],
    ),
    (
        "The ambassador was honored with the Dostyq Order in 2021.",
        [("award", "dostyq", "2021", "", "concluded")],
    ),
    (
        "The sides agreed to lift the bilateral ties up to a comprehensive partnership.",
        [("partnership", "comprehensive partnership", "", "", "concluded")],
    ),
    (
        "Vietnam and Kazakhstan aim to develop relations towards a strategic partnership.",
        [("partnership", "strategic partnership", "", "", "proposed")],
    ),
    (
        "At the conclusion of the meeting, an agreement on the establishment of a Kazakhstan-Vietnam Friendship Association was reached.",
        [("body", "friendship association", "", "", "proposed")],
    ),
    (
        "The two prime ministers witnessed the signing of agreements on crime prevention and on legal assistance.",
        [
            ("agreement", "crime prevention", "", "", "concluded"),
            ("agreement", "legal assistance", "", "", "concluded"),
        ],
    ),
    (
        "The bilateral ties, established on June 29, 1992, have grown stronger.",
        [("relations", "", "1992-06-29", "", "concluded")],
    ),
    (
        "A memorandum of understanding was signed between the Diplomatic Academy of Vietnam and the Diplomatic Academy of Kazakhstan.",
        [("memorandum", "diplomatic academy", "", "", "concluded")],
    ),
    (
        "The Vietnam-Kazakhstan Friendship and Cooperation Treaty laid the ground for ties.",
        [("treaty", "friendship cooperation treaty", "", "", "concluded")],
    ),
    (
        "Both sides will mull over the establishment of a joint committee on tourism.",
        [("body", "committee tourism", "", "", "proposed")],
    ),
    (
        "He proposed the early signing of an agreement on labour cooperation.",
        [("agreement", "labour", "", "", "proposed")],
    ),
    (
        "He asked both sides to soon finalise and sign an agreement on air transport.",
        [("agreement", "air transport", "", "", "proposed")],
    ),
    (
        "Kazakhstan and Vietnam plan to open a cultural centre in Almaty.",
        [("body", "cultural centre", "", "", "proposed")],
    ),
    (
        "Vietnam will open a trade office in Almaty this year.",
        [("body", "trade office almaty", "2024", "", "proposed")],
    ),
    (
        "The Abai Centre operates at a Hanoi university.",
        [("body", "abai centre", "", "", "concluded")],
    ),
    (
        "Kazakhstan offered to hold the next meeting of the intergovernmental commission in June.",
        [("body", "intergovernmental commission", "", "", "concluded")],
    ),
    (
        "An intergovernmental commission on trade and economic cooperation was created in 2000.",
        [("body", "intergovernmental commission", "2000", "", "concluded")],
    ),
    (
        "On May 5, the two ministers of justice signed a treaty on the transfer of convicted persons, and the ministers of labour initialled an agreement on migrant workers.",
        [
            ("treaty", "transfer convicted", "2024-05-05", "", "concluded"),
            ("agreement", "migrant workers", "", "", "proposed"),
        ],
    ),
    (
        "The agreement on recognition of diplomas, signed in Astana on 3 June 2024, will take effect on 1 January 2025.",
        [("agreement", "diplomas", "2024-06-03", "2025-01-01", "concluded")],
    ),
    (
        "A cooperation agreement between the National Assembly of Viet Nam and the Senate of Kazakhstan was signed.",
        [("agreement", "national assembly senate", "", "", "concluded")],
    ),
    (
        "The National Assembly and the Mazhilis signed a cooperation agreement in October 2023.",
        [("agreement", "assembly mazhilis", "2023-10", "", "concluded")],
    ),
    (
        "The two central banks signed a memorandum on digital payments.",
        [("memorandum", "digital payments", "", "", "concluded")],
    ),
    (
        "The visa exemption agreement will come into force on 1 July.",
        [("visa", "", "", "2024-07-01", "concluded")],
    ),
    (
        "Almaty and Ho Chi Minh City have had sister-city ties since 2011.",
        [("twinning", "almaty ho chi minh", "2011", "", "concluded")],
    ),
    (
        "Da Nang signed a friendship and cooperation agreement with the city of Aktau in October 2024.",
        [("twinning", "da nang aktau", "2024-10", "", "concluded")],
    ),
    (
        "The People's Committee of Bac Ninh and the akimat of East Kazakhstan signed an agreement on establishing sister relations.",
        [("twinning", "bac ninh east kazakhstan", "", "", "concluded")],
    ),
    (
        "The two sides signed the minutes of the 11th session of the Intergovernmental Committee.",
        [("body", "intergovernmental committee", "", "", "concluded")],
    ),
    (
        "A joint statement was issued after the talks.",
        [("other", "joint statement", "", "", "concluded")],
    ),
    (
        "The State Bank of Vietnam and the National Bank of Kazakhstan signed a memorandum of understanding.",
        [("memorandum", "bank", "", "", "concluded")],
    ),
    (
        "The universities concluded an agreement on academic exchange.",
        [("agreement", "academic exchange", "", "", "concluded")],
    ),
    (
        "Talks on an agreement on investment protection were launched in 2007.",
        [("agreement", "investment protection", "", "", "proposed")],
    ),
    (
        "An extradition treaty and a treaty on legal assistance in criminal matters were signed in 2017.",
        [
            ("treaty", "extradition", "2017", "", "concluded"),
            ("treaty", "legal assistance", "2017", "", "concluded"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_sentence_yields_the_rows_a_reader_lists(text, expected):
    assert_rows(agreements(text), expected)


NO_ROWS = [
    "Several documents were signed following the talks.",
    "The ambassador stressed the importance of signing agreements between the two countries.",
    "The two sides discussed the implementation of the agreements reached in Hanoi.",
    "The free trade agreement between Vietnam and the Eurasian Economic Union took effect in 2016.",
    "Vietjet and Qazaq Air signed a memorandum of understanding on codesharing.",
    "FPT Corporation and the Ministry of Digital Development of Kazakhstan signed a memorandum of cooperation on artificial intelligence.",
    "Kazakhstan and Uzbekistan signed an agreement on the Kambarata plant in 2023.",
    "Vietnam highly values the 1982 United Nations Convention on the Law of the Sea.",
    "The embassy of Vietnam in Kazakhstan organised an exhibition.",
    "The document on air services will come into force after ratification.",
    "Three agreements worth $1.1 billion in total have been signed.",
    "The two sides expressed satisfaction with the agreement between the leaders of the two countries to promote bilateral relations.",
    "The two sides will effectively implement the signed agreements.",
    "The Trade Office of Vietnam in Kazakhstan helped firms.",
    "A monument to Abai was unveiled in Hanoi in 2015.",
    "Kazakhstan and Vietnam are bound by over 60 bilateral documents.",
    "Kazakhstan has a visa-free regime with 80 countries.",
    "Direct flights between Da Nang and Almaty were launched in 2023.",
    "According to the joint statement, trade will double.",
    "Kazakhstan signed a comprehensive strategic partnership agreement with Italy.",
    "Vietnam has comprehensive strategic partnerships with China, Russia and India.",
    "KazMunayGas and Petrovietnam signed an agreement on geological exploration.",
    "The President said the parties had reached a number of important agreements.",
    "Leaders of the two countries agreed to sign new agreements in various fields.",
    "The two sides agreed on the need to improve the legal framework.",
    "Vietnam is implementing its national programme on digital transformation until 2030.",
    "Kazakhstan adopted the Concept of Foreign Policy for 2020-2030.",
    "He said that Vietnam highly values its partnership with Kazakhstan.",
    "They discussed plans for cooperation in the energy sector.",
    "Kazakhstan plans to open 12 schools and a centre for artificial intelligence.",
    "The Vietnamese leader visited the National Museum and the Nazarbayev Centre.",
    "A business forum was held at the convention centre.",
    "The President of Vietnam arrived at the Akorda for the official welcoming ceremony according to state protocol.",
    "The two sides agreed to implement the agreement between the EAEU and Vietnam.",
    "They exchanged views on the draft law on visas.",
    "Vietnam Airlines received a certificate from the civil aviation authority.",
    "The Kazakh side expressed interest in cooperation with the Vietnam National Innovation Centre.",
    "The memorandum will help boost trade between the two countries.",
    "According to the agreement, students will receive scholarships.",
    "The Ministry of Trade and Integration presented its export programme.",
    "The delegation laid flowers at the monument to Ho Chi Minh.",
    "President Tokayev congratulated President To Lam on the 30th anniversary of the Order.",
    "Minister of Foreign Affairs Nurtleu called for the early ratification of the Treaty on the Prohibition of Nuclear Weapons.",
    "Kazakhstan hosts an office of the UN Centre for the SDGs, Tokayev told his Vietnamese guest.",
    "He noted the partnership between FPT and Kazakhtelecom.",
    "The Chairman of the National Assembly's Committee for External Relations took part in the talks.",
    "The People's Committee of Khanh Hoa received a delegation from Almaty.",
    "Trade between Ho Chi Minh City and Almaty grew.",
    "The route from Almaty to Hanoi and from Astana to Nha Trang is popular with tourists.",
    "Air Astana opened an office in Ho Chi Minh City in 2024.",
    "The company opened a representative office in Hanoi.",
    "The Vietnamese Embassy hosted a reception on the occasion of National Day.",
    "Vietnam and Kazakhstan are both members of CICA and support the UN Charter.",
    "The two sides vowed to support each other's candidacies to the UN Human Rights Council.",
    "Kazakhstan joined the Treaty of Amity and Cooperation in Southeast Asia.",
    "The agreement with Uzbekistan on visa-free travel is being drafted.",
    "Vietnam exempts visas for citizens of 13 countries, including Germany and France.",
    "Visa procedures should be simplified, the ambassador said.",
    "Vietnamese firms signed contracts and memoranda worth $200 million with Kazakh partners.",
    "At the forum, 11 memoranda of understanding between businesses were exchanged.",
    "An exhibition of Vietnamese coffee opened in Astana on June 3.",
    "The Minister was awarded a gold medal at the chess tournament.",
    "The athletes from Vietnam won three medals in Almaty.",
    "A friendship football match was held between Vietnam and Kazakhstan.",
    "They agreed to promote the establishment of ties between localities.",
    "He suggested that both sides strengthen friendship parliamentary cooperation.",
    "Kazakhstan proposed creating a joint grain hub in Hai Phong.",
    "The Vietnam–Eurasian Economic Union free trade pact, signed in 2015, opened doors.",
    "Parties agreed to set up a joint venture.",
    "The United States and Vietnam upgraded ties to a comprehensive strategic partnership in 2023.",
    "Kazakhstan and China signed a visa exemption agreement in 2023.",
    "The Order on the appointment of the ambassador was signed.",
    "In order to boost trade, the sides will launch new routes.",
    "He stressed the need to put the signed agreements into practice.",
    "He recalled that diplomatic relations matter.",
    "The programme of the visit included talks and a concert.",
    "Under the programme, the guest will visit Almaty.",
    "The plan of the visit was discussed.",
]


@pytest.mark.parametrize("text", NO_ROWS)
def test_what_names_no_agreement_of_the_two_yields_no_row(text):
    assert agreements(text) == []
