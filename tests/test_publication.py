"""When, by whom, from where and in which language a clipping was published."""

from __future__ import annotations

import unicodedata

import pytest

from kzvn_analysis.reading.clean import find_passages
from kzvn_analysis.reading.language import find_language
from kzvn_analysis.reading.outlet import find_dateline, find_outlet
from kzvn_analysis.reading.publication import find_published
from kzvn_analysis.reading.sentences import find_sentences
from kzvn_analysis.seeds import article_from_text

LEAD = "The ministers met on Monday and agreed to trade more."


def published(text: str, **sidecar: str):
    article = article_from_text(text, **sidecar)
    passages = find_passages(article.text)
    found = find_published(article, passages, lambda: find_sentences(article.text, passages))
    assert (found.quote or "") == " … ".join(article.text[span.start : span.end] for span in found.spans)
    return found


def outlet(text: str, **sidecar: str) -> str | None:
    article = article_from_text(text, **sidecar)
    return find_outlet(article, find_passages(article.text))


@pytest.mark.parametrize(
    "text",
    [
        f" date 2025-05-06 {LEAD}",
        f"Ministers meet\n\nTuesday, May 6, 2025 - 08:15:32\n\n{LEAD}",
        f"Ministers meet\n06/05/2025 - 10:20\n{LEAD}",
        f"Ministers meet\nTue, 05/06/2025 - 10:20\n{LEAD}",
        f"Ministers meet\nBy Aida Omarova in Nation on 6 May 2025\nASTANA – {LEAD}",
        f"STEPPE WEEKLY\nIssue 19 | Tuesday, 6 May 2025\n\nMinisters meet\n\n{LEAD} They did so in the old palace.",
        f"Astana, 6 May 2025 – {LEAD}",
        f"GENEVA, May 6, 2025 /PRNewswire/ -- {LEAD}",
        f"Ministers meet\n\n6 May 2025 – {LEAD}",
        f"Ministers meet\n\n6 May 2025.\n\n{LEAD}",
        f"6 May 2025.\n{LEAD}",
        f"Ministers meet\n\n{LEAD}\n\n6 May 2025.",
        f"Ministers meet\n\nThe Steppe Messenger\n2025-05-06 16:15:42\n\n{LEAD} They did so in the old palace.",
        f"Ministers meet\n\n{LEAD}\n\nHanoi, May 6, 2025",
        f"Ministers meet\n\n{LEAD}\n\n(06/05/2025)",
        f"Ministers meet\n\n{LEAD}\n\nSource: VNA, Tuesday, 6 May 2025",
    ],
)
def test_a_stated_date(text):
    found = published(text)
    assert (found.edtf, found.basis) == ("2025-05-06", "stated")


def test_the_date_of_another_story_on_the_page_is_not_the_articles():
    other = "Prices rise\n08.10.2021, 18:23\nPrices rose by two percent in one month only, said the bank."
    text = f"Ministers meet\n\n{LEAD}\n\n{other}"
    assert published(text).basis == "unknown"


def test_a_date_line_may_stand_at_the_end():
    assert published(f"Ministers meet\n\n{LEAD}\n\nPublished on 6 May 2025").edtf == "2025-05-06"


def test_the_sidecar_wins():
    found = published(f" date 2025-05-06 {LEAD}", published="2025-05")
    assert (found.edtf, found.basis, found.quote) == ("2025-05", "stated", None)


@pytest.mark.parametrize(
    ("edtf", "text", "quote"),
    [
        (
            "2017-05-18",
            "ASTANA. May 18. BNEWS.KZ – In the year when the two countries celebrate a quarter of a "
            "century of relations "
            "(established in June 1992), food is the theme.",
            "May 18 … a quarter of a century of relations (established in June 1992",
        ),
        (
            "2025",
            "2025 marks 66 years since the historic visit in 1959.",
            "2025 marks 66 years since the historic visit in 1959",
        ),
        (
            "2022",
            "Thirty years have gone by since June 29, 1992, when the two became friends.",
            "Thirty years have gone by since June 29, 1992",
        ),
        ("2022", "This year marks the 30th anniversary of diplomatic ties (1992-2022).", None),
        ("2019", "It was 60 years ago, in 1959, that the first guests came.", "60 years ago, in 1959"),
        (
            "2017-06",
            "The two will on Thursday mark 25 years since they established ties (June 29, 1992).",
            None,
        ),
        ("2025-05", "Next month marks the 33rd anniversary of ties, established on June 29, 1992.", None),
        (
            "2022-06-29",
            "The 30th anniversary of ties, established on June 29, 1992, is celebrated today.",
            None,
        ),
        (
            "2013-11-12",
            "Hanoi (VNA) – Officials reviewed progress on November 12, 2013, as the guest arrived.",
            "on November 12, 2013",
        ),
        ("2017", "Last year's trade, US$372 million, was 12.4 per cent below that of 2015.", None),
        ("2024", "Trade stood at $500 million last year, up from $450 million in 2022.", None),
        (
            "2017",
            "The first months of this year look better: trade grew by a third against the same months of "
            "2016.",
            None,
        ),
        ("2023", "In the first half of 2023 trade fell by 12 per cent year on year.", None),
        # the figures of a whole year are told in the first half of the next
        (
            "2025-03",
            "The deputy minister made a trip on March 3-5. In 2024 alone trade went past $200 million, up 26%.",
            "The deputy minister made a trip on March 3 … In 2024 alone trade went past $200 million",
        ),
        (
            "2025-05-06",
            "ASTANA, Kazakhstan, May 6. The ministers talked. By the end of 2024 trade stood at $150 million.",
            None,
        ),
        ("2023-04", "They met on April 26. In 2022, turnover reached $4.9 billion.", None),
        # the newest year has figures for no more than a part, the one before for all of it
        (
            "2023-10",
            "The meeting got under way on October 16. Trade came to $144 million in 2022. The towns were twinned in "
            "August 2023.",
            None,
        ),
        # a stretch of days that is over; a year that something starts from lies ahead
        (
            "2025-09",
            "A group was in Astana from September 17 to 21. Trade grew in the first seven months of 2025. There will "
            "be places for students starting from the 2026 academic year.",
            None,
        ),
        ("2023", "In 2023, the country is introducing a new flight.", None),
        ("2019", "Trade surged to $478 million (VND11 tn) last year from $123 million (VND3 tn) in 2017.", None),
        ("2026", "Trade exceeded $1 billion last year (2025), the minister told a meeting.", None),
        (
            "2021",
            "In January–October exports soared to $140 million, 2.4 times the figure for the same ten "
            "months of 2020.",
            None,
        ),
        (
            "2023-08",
            "ASTANA – They signed six papers on Aug. 21. In 2022, trade reached $600 million. In the "
            "first half it grew again.",
            None,
        ),
        (
            "2026-02",
            "ASTANA – The ministers met on Feb. 3 in the capital. In 2025, the first shipments of grain "
            "were launched. "
            "A mission will travel to Hanoi this year.",
            "The ministers met on Feb. 3 … In 2025, the first shipments of grain were launched.",
        ),
        (
            "2024",
            "The 11th session will be held in late 2024. In the first quarter of 2024, trade rose by 5 "
            "percent.",
            None,
        ),
    ],
)  # fmt: skip
def test_an_inferred_date(edtf, text, quote):
    found = published(text)
    assert (found.edtf, found.basis) == (edtf, "inferred")
    assert quote is None or found.quote == quote


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "The two have a long friendship. In 2011, the president came. In 2012 the visit was returned.",
        "More than 30 years have passed since 1992, when ties were established.",
        "By 2030 the two will aim at $5 billion. The plan for 2026-2030 will be signed in 2026.",
        "They met on September 21. Trade between the two reached 109 million USD in 2017.",
        "On October 9 they signed the pact. A delegation had come in 2019, but the pandemic put all on ice.",
        "The treaty signed on August 21, 2023 matters, the minister said on Tuesday.",
        "In 2025 they will celebrate 33 years of the ties set up in 1992.",
        "She was born in 1970, 25 years before 1995.",
        "The visit took place three years ago. In 2022 they signed two papers.",
        "Hanoi (VNA) – The minister received the ambassador on May 5. Trade is growing.",
        "ASTANA. May 18. BNEWS.KZ – The ministers met.",
    ],
)
def test_what_the_text_does_not_prove_stays_unknown(text):
    found = published(text)
    assert (found.edtf, found.basis, found.quote) == (None, "unknown", None)


def test_a_day_that_no_calendar_holds_is_not_made_up():
    text = "ASTANA. February 30. BNEWS.KZ – Trade exceeded $1 billion last year (2025), the minister said."
    assert published(text).edtf in ("2026", "2026-02")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("VNA", f"Hanoi (VNA) – {LEAD}"),
        ("VNS", f"VNS — HÀ NỘI: {LEAD}"),
        ("Kazinform", f"ASTANA. KAZINFORM – {LEAD}"),
        ("Reuters", f"NUR-SULTAN, July 3 (Reuters) - {LEAD}"),
        ("The Times of Central Asia", f"HO CHI MINH CITY (The Times of Central Asia) — {LEAD}"),
        ("KHO", f"(KHO) - {LEAD}"),
        ("QRST", f"(QRST) - {LEAD}"),
        ("The Hanoi Times", f"The Hanoi Times - {LEAD}"),
        ("Trend", "ASTANA, Kazakhstan, May 6. The ministers met, Trend reports."),
        ("Trend", "The ministers met, Trend reports, citing the ministry."),
        ("Kazinform", "The ministers met, Kazinform correspondent reports."),
        ("Kazinform", "The ministers met, Kazinform has learnt from the ministry."),
        ("Kazinform", "The ministers met. Earlier Kazinform reported that they would."),
        ("El.kz", "The ministers met, El.kz reports."),
        ("steppe-news.kz", "The ministers met, steppe-news.kz reports with reference to the ministry."),
        (
            "The Astana Times",
            "ASTANA – The Astana Times has selected articles from the week's media. Xinhua reported on "
            "May 6.",
        ),
        ("The Astana Times", "ASTANA – Trade is growing, the ambassador told The Astana Times."),
        ("Viet Nam News", "The ambassador talked to Viet Nam News reporter Thu Van about trade."),
        ("VNA", f"{LEAD}\nSource: VNA"),
        ("VNS", f"{LEAD} — VNS"),
        ("VietnamPlus", f"{LEAD}\n\nVietnamPlus"),
        (
            "Steppe Weekly",
            f"STEPPE WEEKLY\nIssue 7 | Friday, 13 June 2025\n\nMinisters meet\n\n{LEAD} They did so in "
            "the palace.",
        ),
        ("The Times of Central Asia", f"{LEAD}\n\nSubscribe to The Times of Central Asia newsletter"),
    ],
)  # fmt: skip
def test_who_credits_itself(name, text):
    assert outlet(text) == name


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "The ministers met, according to Kazinform.",
        "The ministers met, Xinhua reported on May 6.",
        "The minister told Reuters that trade grows.",
        "The ministers met, the ministry's press service reports.",
        "Khabar, Reuters and Xinhua covered it.",
        f"{LEAD}\n\nSource: Ministry of Foreign Affairs of Kazakhstan",
        f"ASTANA – {LEAD}",
        f"ASTANA (May 6): {LEAD}",
    ],
)
def test_who_is_only_quoted_is_no_outlet(text):
    assert outlet(text) is None


def test_the_sidecars_outlet_wins():
    assert outlet(f"Hanoi (VNA) – {LEAD}", outlet="Nhan Dan") == "Nhan Dan"


@pytest.mark.parametrize(
    ("city", "text"),
    [
        ("Astana", f"ASTANA – {LEAD}"),
        ("Nur-Sultan", f"NUR-SULTAN. KAZINFORM – {LEAD}"),
        ("Hà Nội", f"VNS — HÀ NỘI: {LEAD}"),
        ("Ho Chi Minh City", f"HO CHI MINH CITY (The Times of Central Asia) — {LEAD}"),
        ("Astana; Hanoi", f"ASTANA/HANOI – {LEAD}"),
        ("Hanoi", f"Ministers meet\n\nHANOI, Vietnam, May 6. {LEAD}"),
        ("Hanoi", f"HANOI (May 6): {LEAD}"),
        (None, f"VGP - {LEAD}"),
        (None, LEAD),
    ],
)
def test_the_city_of_the_dateline(city, text):
    assert find_dateline(text, find_passages(text)) == city


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", LEAD),
        ("en", "Tokayev receives To Lam"),
        ("en", "Đà Nẵng – Almaty: Vietjet"),
        ("en", "Nguyễn Phú Trọng, Võ Văn Thưởng and Phạm Minh Chính met Tokayev in Hà Nội on Monday."),
        ("en", ""),
        ("ru", "Казахстан и Вьетнам подписали соглашение о сотрудничестве."),
        (
            "kk",
            "Қазақстан мен Вьетнам арасындағы сауда-экономикалық ынтымақтастық туралы келісімге қол қойылды.",
        ),
        ("vi", "Tổng Bí thư Tô Lâm thăm cấp Nhà nước Kazakhstan từ ngày 5 đến 7 tháng 5."),
        (
            "vi",
            unicodedata.normalize("NFD", "Tổng Bí thư Tô Lâm thăm cấp Nhà nước Kazakhstan từ ngày 5 tháng 5."),
        ),
        (
            "fr",
            "Le Kazakhstan et le Vietnam ont signé un accord de partenariat lors de la visite du président.",
        ),
        (
            "de",
            "Kasachstan und Vietnam haben eine strategische Partnerschaft vereinbart, teilte das Ministerium mit.",
        ),
        ("zh", "哈萨克斯坦和越南建立战略伙伴关系。"),
    ],
)
def test_the_language(language, text):
    assert find_language(text) == language
