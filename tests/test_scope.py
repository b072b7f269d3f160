"""Which sentences are about the two countries together, and how much of an article is."""

from __future__ import annotations

import pytest

from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text


def marks(text: str) -> tuple[str, str]:
    """The relevance, and a letter for each sentence: B about the two together, - not."""
    reading = read(article_from_text(text))
    return reading.relevance, "".join("B" if s.bilateral else "-" for s in reading.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan and Vietnam signed a plan on Monday. Trade reached $800 million. The sides want more.",
        # one of the two shows only by its cities, companies, people or offices
        "Vietjet opens a route\n\nVietjet will fly from Almaty to Da Nang twice a week. Tickets start at "
        "$199.",
        "Freedom Holding, the broker, opens an office in Ho Chi Minh City in June. It needs a licence "
        "for that.",
        "ASTANA – The Minister of Trade met Vietnamese Deputy Minister Do Thi Hai on Thursday. The sides "
        "discussed wheat.",
        "Khanh Hoa looks west\n\nThe chairman of Khanh Hoa and the akim of Mangystau signed a pact in "
        "Nha Trang. It is short.",
        "President Tokayev received General Secretary To Lam in the palace. They agreed on a partnership.",
        # a family's name shows the country, however it is written
        "ASTANA – The Minister of Trade of Kazakhstan received Deputy Minister Phạm Thị Hồng on Thursday. "
        "The two sides discussed barley and flour.",
    ],
)
def test_all_about_the_two(text):
    relevance, letters = marks(text)
    assert relevance == "bilateral"
    assert set(letters) == {"B"}


@pytest.mark.parametrize(
    "text",
    [
        # the other country in passing, or as a member of a bloc
        "Officials of Vietnam and Russia met in Hanoi on Monday. Trade with Russia stood at $3 billion. "
        "They also spoke of the "
        "Customs Union, whose other members are Belarus and Kazakhstan. The Russian guest left in the "
        "evening.",
        "Kazakhstan and Uzbekistan held talks in Astana. Trade between Kazakhstan and Uzbekistan was $4 "
        "billion. Mills in "
        "Tashkent ship yarn through Kazakhstan to China and Vietnam. Uzbek and Kazakh ministers signed "
        "15 papers.",
        "TASHKENT – Uzbekistan will let citizens of eight countries enter without visas, including "
        "Vietnam and Kazakhstan.",
        "The free trade pact of Vietnam and the Eurasian Economic Union, which groups Russia, Belarus, "
        "Kazakhstan and Armenia, "
        "is ten years old. Trade between Vietnam and the bloc reached $4 billion. Russian wheat sold "
        "well in Vietnam.",
        "Vietnam and China will build a railway. It could carry goods to Kazakhstan and on to Europe, "
        "officials in Beijing said.",
        "Kazakhstan’s meat exports grow. China bought most of it.",
        "It rained all day. Nobody came.",
    ],
)
def test_nothing_about_the_two(text):
    relevance, letters = marks(text)
    assert relevance == "none"
    assert set(letters) == {"-"}


DIGEST = """ASTANA – The Astana Times has selected stories from foreign media for this week.

Tashkent buys flour

Kazakhstan and Uzbekistan mean to double trade, Kun.uz reported. Forty papers were signed in Tashkent.

Vietnamese lawmakers in Nur-Sultan

A delegation of the National Assembly of Vietnam came to the Kazakh capital. Trade grew by 38 percent.

EU, Vietnam seal a pact

The European Union and Vietnam signed a trade agreement in Hanoi, the BBC said. Their trade is worth billions.

Soldiers on parade

A grand parade was held in Astana on Tuesday, Xinhua reported. Veterans came from far away. Among the
guests was the defence minister of Vietnam, who was in Kazakhstan on a visit. The weather was fine.
"""


def test_a_digest_goes_item_by_item():
    relevance, letters = marks(DIGEST)
    assert relevance == "mixed"
    flour, lawmakers, pact, parade = letters[1:4], letters[4:7], letters[7:10], letters[10:]
    assert (flour, lawmakers, pact, parade) == ("---", "BBB", "---", "---B-")


def test_a_newsletters_items_stand_alone():
    relevance, letters = marks(
        "STEPPE WEEKLY\nIssue 24 | Friday, 13 June 2025\n\n"
        "Tashkent courts Hanoi\n\nVietnam's deputy prime minister was in Tashkent for the "
        "Uzbek-Vietnamese commission. "
        "Trade between the two was $206 million.\n\n"
        "Astana and Hanoi talk money\n\nThe governor of the National Bank of Kazakhstan was in Hanoi on "
        "Tuesday to sign a "
        "memorandum. The two banks mean to link their payment systems.\n\n"
        "In figures\n\nKazakhstan's GDP grew by 6% in the first five months. Vietnam's exports to the "
        "United States were up 35%.\n"
    )
    assert (relevance, letters) == ("mixed", "---BBB---")


def test_a_journey_to_several_countries():
    relevance, letters = marks(
        "Hanoi (VNA) – General Secretary To Lam left Hanoi for visits to Kazakhstan, Azerbaijan and "
        "Russia.\n\n"
        "Vietnam and Kazakhstan set up ties in 1992. Bilateral trade hit 800 million USD.\n\n"
        "Azerbaijan is a friend of Vietnam. The two countries plan a committee.\n\n"
        "Russia remains a partner. Two-way trade reached 4.6 billion USD in Moscow's count."
    )
    assert (relevance, letters) == ("mixed", "BBB----")


def test_meetings_at_a_summit():
    relevance, letters = marks(
        "ASTANA (VNA) — Vice President Vo Thi Anh Xuan attended a summit in Astana and met the leaders "
        "of Kazakhstan.\n\n"
        "Meeting Kazakh President Kassym-Jomart Tokayev, she proposed direct flights. They agreed on a "
        "committee.\n\n"
        "Meeting the Vice President of Iran, Xuan spoke of oil. Iran invited Vietnam to a fair.\n\n"
        "She also saw the President of Turkey. Turkey will send a delegation."
    )
    assert (relevance, letters) == ("mixed", "BBB----")


def test_one_country_and_a_third_within_an_article_about_the_two():
    relevance, letters = marks(
        "Kazakhstan and Vietnam signed a plan in Astana. The sides want more trade. Kazakh wheat goes to "
        "Hai Phong. "
        "Vietnamese rice goes to Almaty. Ministers will meet in Hanoi. Both sides were content.\n\n"
        "Trade between Kazakhstan and China reached $40 billion. The goal is $100 billion.\n\n"
        "Vietnam will send a mission to Astana in May."
    )
    assert (relevance, letters) == ("bilateral", "BBBBBB--B")


def test_a_paragraph_about_the_two_in_an_article_about_one():
    relevance, letters = marks(
        "ASTANA. KAZINFORM – Kazakhstan sold 50,000 tons of meat. China bought 20,000 tons and "
        "Uzbekistan 10,000 tons. "
        "An agreement with China was signed in Beijing.\n\n"
        "Kazakhstan and Vietnam agreed a certificate for mutton in Hanoi in March. The first 20 tons "
        "were shipped in April."
    )
    assert (relevance, letters) == ("mixed", "---BB")


def test_an_interview_keeps_its_topic():
    relevance, letters = marks(
        "Viet Nam, Kazakhstan: friends for long\n\nThe Vietnamese ambassador to Kazakhstan spoke to us "
        "in Astana.\n\n"
        "How are relations today?\n\nWarm, and warmer than the figures suggest. Old people in Almaty "
        "still remember.\n\n"
        "What stands in the way?\n\nDistance, first of all. There is not a single flight. We asked for "
        "charters.\n\n"
        "And what of the young?\n\nSixty of our students are here. They are a bridge for the years to come."
    )
    assert relevance == "bilateral"
    assert "-" not in letters


def test_another_language_is_not_read():
    reading = read(
        article_from_text(" date 2025-05-06 Казахстан и Вьетнам подписали соглашение о сотрудничестве.")
    )
    assert (reading.language, reading.relevance, reading.sentences) == ("ru", "none", ())
    assert reading.published.edtf == "2025-05-06"


def test_one_sentence_does_not_carry_a_long_article():
    relevance, letters = marks(
        "ASTANA – The Senate of Kazakhstan ratified a treaty with Vietnam on convicts on Thursday.\n\n"
        + "The senators also spoke of the tax code and of roads.\n\n" * 9
    )
    assert (relevance, letters) == ("mixed", "B---------")


def test_stories_that_hang_on_after_the_sign_off_stand_alone():
    relevance, letters = marks(
        "Hanoi (VNA) – President Vo Van Thuong received the Kazakh ambassador in Hanoi on Monday. Trade "
        "between "
        "Vietnam and Kazakhstan grew to a record in the past year. The two sides will sign a pact on "
        "visas.-VNA\n\n"
        "Vietnam, China step up rail links\n"
        "Vietnam and China will build a railway to Lao Cai, the ministry said.\n"
        "Trade will grow to 300 billion USD."
    )
    assert (relevance, letters) == ("bilateral", "BBB---")


def test_another_article_on_the_same_page_stands_alone():
    relevance, letters = marks(
        " date 2021-10-09 The President received the Vietnamese foreign minister in Astana today. They "
        "talked about "
        "trade between Kazakhstan and Vietnam and agreed to meet again in Hanoi in the spring.\n"
        "President meets head of a holding\n"
        "08.10.2021, 18:23 18091\n"
        "The President met the chairman of a Russian holding in the palace. It will invest $5 billion."
    )
    assert (relevance, letters) == ("bilateral", "BB---")


def test_a_briefings_list_goes_item_by_item():
    relevance, letters = marks(
        "Afternoon briefing on December 12\n"
        "Hanoi (VNA) - The following is a brief review of the day's events.\n"
        "- President Xi Jinping arrived in Hanoi at noon, starting a state visit to Vietnam.\n"
        "- Prime Minister Pham Minh Chinh received the Prime Minister of Kazakhstan. They agreed to "
        "double trade.\n"
        "- Vietnam and Cambodia held a forum. Trade with Cambodia was 10 billion USD."
    )
    assert (relevance, letters) == ("mixed", "---BB--")


def test_a_third_country_on_the_way_changes_nothing():
    relevance, letters = marks(
        "Kazakhstan will sell 15,000 tons of wheat to Vietnam. It will go through Lianyungang to Hai Phong. "
        "The sides signed the contract in Astana."
    )
    assert (relevance, letters) == ("bilateral", "BBB")


def test_what_is_not_about_the_two_can_be_read_all_the_same():
    reading = read(article_from_text("The mayor of Oslo opened a tram line on 3 March 2024. It cost $40 million."))
    assert reading.relevance == "none"
    assert [s.bilateral for s in reading.sentences] == [False, False]
    assert [p.name for p in reading.places] == ["Oslo"]
    assert [d.edtf for d in reading.dates] == ["2024-03-03"]
    assert [a.value for a in reading.amounts] == [40e6]
