"""Where sentences end, and where a full stop is something else."""

from __future__ import annotations

import pytest

from kzvn_analysis.reading.clean import find_passages
from kzvn_analysis.reading.model import Passage
from kzvn_analysis.reading.sentences import find_sentences


def split(text: str) -> list[str]:
    return [s.text for s in find_sentences(text, [Passage(0, len(text), "body")])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers met on Feb. 3 in Astana.",
        "The U.S. President came, and so did Mr. Tuan and Dr. Omarova.",
        "Turnover made 454.2 mln. US dollars against 5 bln. tenge.",
        "Decree No. 5 was signed by G. Isayeva and T.D. Quang in St. Petersburg.",
        "The flight leaves at 3 p.m. on Sundays.",
        "China Steppe Construction Co., Ltd. built the road.",
        "Tan Loc Group, Inc. Chairwoman Hoa arrived.",
        "Prof. A.B. Kim of KIMEP Univ. spoke, as did Gen. Phan Van Hai.",
        "Growth was 3.5 percent vs. 2.1 a year ago, i.e. more than hoped.",
        "1. The two sides agreed on a plan.",
        "(2) The two sides agreed on a plan.",
        "IV. The two sides agreed on a plan.",
        "“Why not?” Minister Omarov asked.",
        "“What a day!” he said.",
        "Prices fell... and rose again.",
        "The road is approx. 5 km. long.",
        "It was held at TP. Vinh by Vo V. Thuong.",
        "The leader left in the evening./.",
    ],
)
def test_one_sentence(sentence):
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        ["They met on Feb. 3.", "It was cold."],
        ["Turnover made 5 mln.", "The sides want more."],
        ["The plane left at 3 p.m.", "It was late."],
        ["He works in the U.S.", "He came home in May."],
        ["It rose 3.5 percent.", "“We agree.”", "He said no more."],
        ["“We have lost years.", "We do not want to lose another,” he said."],
        ["The rest is known.", "(In 1995 it was less.)", "All is well."],
        ["That was in 2024.", "15 documents were signed."],
        ["1. The sides agreed.", "2. They signed."],
        ["Trade grew.", "eGov.kz says so.", "airBaltic flies there."],
        ["The meeting was in Nov.", "It ended well."],
        ["Is it so?", "Yes!", "Good…", "Then go on."],
        ["They signed it in Astana (Kazakhstan).", "Then they left."],
        ["Đà Nẵng nhỏ.", "Việt Trì lớn."],
        ["He lived in Washington, D.C.", "The house still stands."],
    ],
)
def test_several_sentences(sentences):
    assert split(" ".join(sentences)) == sentences


def test_a_missing_space_hides_no_end():
    assert split("Trade grew in 2024.The sides want more.") == ["Trade grew in 2024.", "The sides want more."]


def test_a_web_address_is_no_end():
    assert split("Photos are on primeminister.kz and BNEWS.KZ today.") == [
        "Photos are on primeminister.kz and BNEWS.KZ today."
    ]


def test_titles_and_subheads_give_sentences_too():
    text = (
        "Two presidents meet\n\nASTANA – They met on Monday and signed a plan. All was well, people said.\n\n"
        "What comes next\n\nThey will meet again next year, said the ministry, and talk about railways."
    )
    found = find_sentences(text, find_passages(text))
    assert [(s.kind, s.section) for s in found] == [
        ("title", 0), ("body", 0), ("body", 0), ("subhead", 1), ("body", 1)
    ]  # fmt: skip
    assert found[1].text == "They met on Monday and signed a plan."
    assert found[1].paragraph == found[2].paragraph != found[4].paragraph


def test_captions_credits_and_notices_give_none():
    text = (
        "They met on Monday in the old palace and signed a plan.\n\nGuests in the hall. Photo: VNA\n\n"
        "Source: VNA\nRead also: Prices rise in June"
    )
    assert [s.text for s in find_sentences(text, find_passages(text))] == [
        "They met on Monday in the old palace and signed a plan."
    ]
