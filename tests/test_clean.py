"""What each line of a clipping is taken for."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzvn_analysis.reading import read
from kzvn_analysis.reading.clean import find_passages
from kzvn_analysis.seeds import article_from_text

LEAD = "The presidents met on Monday and agreed to trade more with one another."
MORE = "They will meet again next year, said the ministry, and talk about railways and ports."


def parts(text: str) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in find_passages(text)]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in parts(text)]


def test_the_clipping_tools_header_is_no_news():
    assert parts(f" date 2025-05-06 {LEAD}") == [("header", "date 2025-05-06"), ("body", LEAD)]


def test_a_headline_may_share_the_headers_line():
    text = f" date 2025-05-06 Two presidents meet\n\n{LEAD}"
    assert parts(text) == [("header", "date 2025-05-06"), ("title", "Two presidents meet"), ("body", LEAD)]


@pytest.mark.parametrize(
    "dateline",
    [
        "ASTANA –",
        "ASTANA. KAZINFORM –",
        "ASTANA, Kazakhstan, May 6.",
        "ASTANA. May 18. BNEWS.KZ –",
        "ALMATY. 3 August. Interfax-Kazakhstan -",
        "NUR-SULTAN, July 3 (Reuters) -",
        "NUR-SULTAN. KAZINFORM /Aigerim Seitova/ –",
        "HANOI, August 20 /TASS/.",
        "Hanoi (VNA) –",
        "Hà Nội (VNA) -",
        "VNS — HÀ NỘI:",
        "HÀ NỘI —",
        "HO CHI MINH CITY (The Times of Central Asia) —",
        "ASTANA/HANOI –",
        "ST. PETERSBURG –",
        "WASHINGTON, D.C. –",
        "Astana, 6 May 2025 –",
        "6 May 2025, Astana –",
        "ALMATY, Kazakhstan, March 3, 2025 (GLOBE NEWSWIRE) --",
        "(KHO) -",
        "VGP -",
        "NDO/VNA –",
        "VOV.VN -",
        "The Hanoi Times -",
        "Xinhua –",
    ],
)
def test_the_sentence_begins_after_the_dateline(dateline):
    assert parts(f"{dateline} {LEAD}\n\n{MORE}")[:2] == [("dateline", dateline), ("body", LEAD)]


@pytest.mark.parametrize(
    "opening",
    [
        "Hanoi – the old capital – is big and loud.",
        "Almaty – Hanoi flights resume in June after a long break.",
        "Vietnam – Kazakhstan relations are as good as they have ever been.",
        "EAEU – Viet Nam free trade has brought growth to all who take part.",
        "SCAT Airlines – a carrier from Shymkent – will add two flights.",
        "Trade – $879 million of it – grew in both directions last year.",
        "Minister: we will sign the agreement before the year is out.",
        "Deputy Prime Minister — Minister of Trade Serik Omarov arrived on Monday.",
        "Astana. It was cold that day, the ambassador remembers.",
    ],
)
def test_a_dash_alone_makes_no_dateline(opening):
    assert kinds(f"{opening}\n\n{MORE}") == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Friday, December 6, 2019 - 08:15:32",
        "May 6, 2025 | 10:20 GMT+7",
        "06/05/2025 - 10:20",
        "Tuesday, May 06, 2025, 10:20 (GMT+7)",
        "Published: 06.05.2025 10:20",
        "18:52, 06 May 2025",
        "By Duc Trung   May 6, 2025 | 03:31 pm PT",
        "By Aida Omarova in International on 6 May 2025",
    ],
)
def test_a_date_line_under_the_headline_is_a_header(line):
    assert kinds(f"Two presidents meet\n{line}\n{LEAD}\n{MORE}") == ["title", "header", "body", "body"]


def test_a_picture_between_bars_is_a_caption():
    text = f"{LEAD}\n\n    |\n |\nThe two presidents (right)\nin the palace. (Photo: VNA) |\n{MORE}"
    assert parts(text) == [
        ("body", LEAD),
        ("caption", "The two presidents (right)\nin the palace. (Photo: VNA)"),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Guests on the beach. Photo: Le Van Hai/The Hanoi Times",
        "The two ministers. Photo credit: the ministry’s press service.",
        "Delegates pose for a group photo",
        "President Tokayev (left) welcomes his guest",
        "The hall on Monday night. — VNA/VNS Photo Văn Hải",
    ],
)
def test_a_line_that_shows_itself_as_a_caption(line):
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}") == ["body", "caption", "body"]


def test_a_short_line_above_a_photo_credit_is_a_caption():
    text = f"{LEAD}\n\nThe two ministers in Astana\nPhoto: Akorda\n\n{MORE}"
    assert kinds(text) == ["body", "caption", "credit", "body"]


def test_a_caption_that_runs_into_the_news_is_cut_off():
    text = f"Headline of the day\n\nThe ministers. Photo credit: the press service. {LEAD} {MORE}"
    assert parts(text)[1:] == [
        ("caption", "The ministers. Photo credit: the press service."),
        ("body", f"{LEAD} {MORE}"),
    ]


def test_photographs_that_are_the_news_stay():
    text = f"{LEAD}\n\nA VNA photo exhibition opened in Astana. Photos of both leaders hang there."
    assert kinds(text) == ["body", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Source: VNA", "credit"),
        ("Photo: gov.kz", "credit"),
        ("N.T (Translated by N.D)", "credit"),
        ("VNA", "credit"),
        ("Read also: Prices rise in June", "notice"),
        ("Related news: Beaches are full", "notice"),
        ("Subscribe to our Telegram channel for more", "notice"),
        ("Stay up to date with the Government — subscribe to the official Telegram channel", "notice"),
        ("Tags: Kazakhstan, Vietnam", "notice"),
        ("You are receiving this because you subscribed. Unsubscribe", "notice"),
        ("1,234 views", "notice"),
        ("By Minh Van – Translated by Kim Thu", "credit"),
        ("By Aida Omarova", "credit"),
        ("Thanh Binh", "credit"),
        ("News, photos: MINH ANH - Translated by THU HA", "credit"),
        ("Based on materials of DKNews.kz", "credit"),
        ("Images | steppe.kz", "notice"),
    ],
)
def test_what_stands_under_the_news(line, kind):
    assert kinds(f"{LEAD}\n\n{MORE}\n{line}") == ["body", "body", kind]


def test_an_agencys_sign_off_is_no_part_of_the_sentence():
    assert parts(f"{LEAD} — VNS") == [("body", LEAD), ("credit", "— VNS")]


def test_subheads_start_sections():
    text = f"Headline of the day\n\n{LEAD}\n\nRailways and ports\n\n{MORE}\n\nWhat comes next\n\n{MORE}"
    found = [(p.kind, p.section) for p in find_passages(text)]
    assert found == [("title", 0), ("body", 0), ("subhead", 1), ("body", 1), ("subhead", 2), ("body", 2)]


def test_an_interviewers_questions_start_sections():
    text = (
        f"Headline of the day\n\n{LEAD}\n\nHow is trade these days?\n\n{MORE}\n\n"
        f"Let us turn to visas.\n\n{MORE}\n\nAnd what stands in the way?\n\n{MORE}"
    )
    assert [p.section for p in find_passages(text) if p.kind == "body"] == [0, 1, 2, 3]


def test_a_newsletter_has_no_title_but_items():
    text = (
        f"STEPPE WEEKLY\nIssue 7 | Friday, 13 June 2025\n\nForwarded this email? Sign up here.\n\n"
        f"Banks talk money\n\n{LEAD}\n\nRice for Bishkek\n\n{MORE}"
    )
    found = [(p.kind, p.section) for p in find_passages(text)]
    assert found == [
        ("header", 0), ("header", 0), ("notice", 0), ("subhead", 1), ("body", 1), ("subhead", 2), ("body", 2)
    ]  # fmt: skip


def test_asterisks_part_stories():
    assert [p.section for p in find_passages(f"{LEAD}\n\n***\n\n{MORE}") if p.kind == "body"] == [0, 1]


def test_list_items_are_no_subheads():
    text = f"{LEAD}\n- An agreement on investment\n- A memorandum on customs\n{MORE}"
    assert kinds(text) == ["body"] * 4


def test_a_newspapers_section_name_is_no_title():
    assert kinds(f"POLITICS\nTwo presidents meet\n\n{LEAD}\n{MORE}") == ["header", "title", "body", "body"]


def test_a_title_glued_to_the_dateline_is_parted():
    text = f"Two presidents meet in Astana ASTANA. KAZINFORM – {LEAD}"
    assert kinds(text) == ["title", "dateline", "body"]


def test_lines_broken_in_mid_sentence_are_joined():
    text = "The presidents met on Monday\nin the old palace and\nagreed to trade more.\nThen they left."
    assert [words for _, words in parts(text)] == [
        "The presidents met on Monday\nin the old palace and\nagreed to trade more.",
        "Then they left.",
    ]


def test_a_text_broken_at_every_line_is_put_together_again():
    text = (
        "A total of fifteen provinces have agreed to pilot the resumption of\npassenger transport, the "
        "Directorate "
        "said on Monday. According to\nthe Directorate, another nine provincial Departments are "
        "waiting\nfor the "
        "approval of the committees. Many of these\nlocalities are reviewing the lists of drivers who "
        "have had\n"
        "two shots of the vaccine, it added on Tuesday. The Ministry\nof Transport issued temporary rules on "
        "October\n10 for this purpose."
    )
    assert parts(text) == [("body", text)]


def test_links_to_other_news_at_the_end_are_no_news():
    text = (
        f"{LEAD} {MORE}\n\nSee more\n\nPrices rise again in June\nPrices rose by two percent, said the bank."
    )
    assert kinds(text) == ["body", "notice", "notice", "notice"]


def test_a_dateline_may_follow_a_standfirst():
    text = f"Headline of the day\n{MORE}\nHanoi (VNA) – {LEAD}"
    assert kinds(text) == ["title", "body", "dateline", "body"]


def test_a_ticker_is_no_news():
    text = f"  • KGS/USD = 0.01146 0%\n  • KZT/USD = 0.00191 0%\n\nHeadline of the day\n\n{LEAD}"
    assert kinds(text) == ["notice", "notice", "title", "body"]


def test_odd_white_space_is_between_the_passages():
    text = f"\u00a0date 2025-05-06\u00a0{LEAD}\n\u00a0\n\u200b\n\u200b{MORE}\u00a0\n"
    assert [words for _, words in parts(text)] == ["date 2025-05-06", LEAD, MORE]


@pytest.mark.parametrize("text", ["", "\n\n", " | \n|", "...", "|", "—", "***"])
def test_a_text_of_nothing_yields_no_news(text):
    assert "body" not in kinds(text) or parts(text)[0][1] == "..."


SPACES = [" ", "\n", "\n\n", " | ", "|\n", "\u00a0", "\u200b", "\u0301", "\ufeff", "\u2028"]
MARKS = [". ", "? ", "“", "”", "(", ")", " – ", " — ", ": ", ", ", "./.", "***"]
TIMES = [
    " date 2025-05-06 ",
    "May 6",
    "2025",
    "31 February 2024",
    "Feb. 3",
    "last year",
    "25 years since 1992",
]
NAMES = ["ASTANA", "HÀ NỘI", "Hanoi", "(VNA)", "KAZINFORM", "Kazakhstan", "Việt Nam", "China", "on June 31"]
OTHERS = ["and", "signed", "Photo: ", "Source: ", "Read also", "Q:", "No. 5", "mln.", "the two sides"]
WORDS = st.sampled_from([*SPACES, *MARKS, *TIMES, *NAMES, *OTHERS])
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_can_be_read(text):
    article = article_from_text(text)
    reading = read(article)
    for spans in (reading.passages, reading.sentences, reading.places):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(article.text)
            end = span.end
    for sentence in reading.sentences:
        assert sentence.text == article.text[sentence.start : sentence.end]
        assert sentence.text == sentence.text.strip()
    for place in reading.places:
        assert place.text == article.text[place.start : place.end]
    published = reading.published
    assert (published.quote or "") == " … ".join(article.text[s.start : s.end] for s in published.spans)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_passages_hold_all_that_is_written(text):
    article = article_from_text(text)
    left = list(article.text)
    for passage in find_passages(article.text):
        left[passage.start : passage.end] = [""] * (passage.end - passage.start)
    assert not any(c.isalnum() for c in left)


def test_decomposed_letters_change_nothing():
    text = f"VNS — HÀ NỘI: Chủ tịch Võ Văn Thưởng met the guest.\n\n{MORE}"
    decomposed = unicodedata.normalize("NFD", text)
    assert kinds(decomposed) == kinds(text)
