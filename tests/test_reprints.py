"""The same agency text in several outlets is one source, however it was edited; independent reports stay apart."""

from __future__ import annotations

import random
import re

import pandas as pd
import pytest

import kzvn_analysis as kz
from kzvn_analysis.facts.wording import sample
from kzvn_analysis.reconcile.reprints import WINDOW, bands, neighbours, reprints

BODY = (
    "Kazakh Deputy Prime Minister Serik Zhumangarin arrived in Hanoi on 12 March 2025 at the head of a delegation"
    " of forty companies, the government's press office reported. He met Vietnamese Deputy Prime Minister Bui "
    "Thanh Son, and both sides agreed that grain, meat and fertiliser should travel by rail through China more "
    "often than they do now.",
    "Trade between Kazakhstan and Vietnam reached $879 million in 2024, which is 18 percent more than a year "
    "before. Kazakh exports came to $410 million. The two governments want the turnover to grow to $1.5 billion "
    "by 2030, and they asked their customs services to recognise each other's certificates before the end of the "
    "year.",
    "A freight forwarder from Almaty signed a contract with the port of Hai Phong on the same day. It provides for a "
    "weekly train of fifty containers from April, and for a warehouse near the port that is to hold 20,000 tonnes of "
    "grain once the second stage has been built.",
    "Zhumangarin also spoke with students from Kazakhstan who live in the Vietnamese capital. Some thirty of them"
    " study there at present, most of them on scholarships of the host country, and ten more are expected in "
    "autumn.",
)
HEAD = "Kazakhstan and Vietnam seek more rail freight\n\nHANOI, March 13, 2025 (Kazinform) – "


def clipping(*paragraphs, head=HEAD, credit=""):
    return head + "\n\n".join(paragraphs) + credit + "\n"


def parsed(texts, outlets=False):
    return kz.parse([kz.article_from_text(text, name) for name, text in texts.items()])


def edited(text, every=23):
    """The text with a word in `every` exchanged, as an editor would who prefers other words; figures stay."""
    words = text.split(" ")
    for i in range(7, len(words), every):
        if words[i].isalpha() and words[i].islower():
            words[i] = "moreover"
    return " ".join(words)


ORIGINAL = clipping(*BODY)
PRINTS = {
    "other head and credit": clipping(
        *BODY,
        head="Rail freight on ministers' agenda\n\nBy Aida Haidar\n\nALMATY, March 14 – ",
        credit="\n\nSource: Kazinform",
    ),
    "edited": clipping(*(edited(part) for part in BODY)),
    "cut": clipping(*BODY[:2]),
    "opened anew": clipping("Rail is the talk of the season in Astana and Hanoi, our correspondent writes.", *BODY),
    "without paragraphs": clipping(" ".join(BODY)),
    "other letters": clipping(*(part.replace("Bui Thanh Son", "Bùi Thanh Sơn").replace("'", "’") for part in BODY)),
}


@pytest.mark.parametrize("how", PRINTS)
def test_a_reprint_is_known_however_it_was_changed(how):
    assert reprinted(parsed({"first": ORIGINAL, "second": PRINTS[how]})) == {"second": "first"}


def reprinted(tables):
    found = kz.reconciled(tables).clippings
    return dict(found.loc[found["copy_of"].notna(), ["article_id", "copy_of"]].itertuples(index=False))


OTHERS = {
    "last year's report in the same words": clipping(
        *BODY[1:2], BODY[2], head="Trade grows\n\nHANOI, March 13, 2024 (Kazinform) – "
    ).replace("$879 million in 2024", "$745 million in 2023").replace("18 percent", "7 percent").replace(
        "$410 million", "$366 million").replace("$1.5 billion by 2030", "$1 billion by 2025").replace(
        "20,000 tonnes", "8,500 tonnes").replace("April", "June"),
    "an independent report with the same quote": clipping(
        "Vietnam wants Kazakh wheat. When Deputy Prime Minister Bui Thanh Son received his Kazakh colleague Serik"
        " Zhumangarin in Hanoi on Wednesday, the talk was of freight rates, and of China, whose railways both of "
        "them depend upon.",
        "“The two governments want the turnover to grow to $1.5 billion by 2030,” said Zhumangarin, who had come "
        "with forty companies. Last year trade stood at $879 million. Traders in Hai Phong doubt that the line "
        "can carry so much.",
        "They point to the queues at Khorgos, where wagons waited eleven days in winter, and to prices that "
        "change weekly.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("which", OTHERS)
def test_what_is_no_reprint_stays_a_source(which):
    assert reprinted(parsed({"first": clipping(*BODY[1:3]), "second": OTHERS[which]})) == {}


def test_reprints_are_one_witness_and_others_count_beside_them():
    tables = parsed({"a": ORIGINAL, **PRINTS, "z": OTHERS["an independent report with the same quote"]})
    together = kz.reconciled(tables)
    [year] = [r for r in together.trade.to_dict("records") if r["period"] == "2024" and r["flow"] == "turnover"]
    assert (year["sources"], year["agreement"]) == (2, "agree")
    assert len(year["article_ids"].split("; ")) == len(PRINTS) + 2, "who says so is told all the same"
    few = kz.reconciled(parsed({"a": ORIGINAL, **PRINTS}))
    assert set(few.trade["agreement"]) == {"single"} and set(few.visits["sources"]) == {1}


def test_the_print_that_was_written_first_is_the_first():
    later = clipping(*BODY, head="Rail freight\n\nHANOI, March 20, 2025 (VNA) – ")
    assert reprinted(parsed({"a": later, "b": ORIGINAL})) == {"a": "b"}


def test_the_same_bytes_are_a_reprint_however_short():
    assert reprinted(parsed({"a": "Vietnam and Kazakhstan met.\n", "b": "Vietnam and Kazakhstan met.\n"})) == {"b": "a"}


def test_the_briefing_says_what_is_a_reprint_of_what():
    from kzvn_analysis.prose import annex, findings

    dossier = kz.dossier(parsed({"a": ORIGINAL, "b": PRINTS["cut"], "c": PRINTS["edited"]}))
    assert "from one source. Two more clippings are reprints and add no source." in findings.stamp(dossier)
    assert annex.sources(dossier).count("Reprint of [S") == 2


def test_a_short_text_is_sampled_whole_and_a_long_one_by_its_smallest_digests():
    tables = parsed({"a": clipping(BODY[0]), "b": clipping(*BODY, *(edited(part, 3) for part in BODY))})
    (few, short), (many, long) = map(sample, tables.articles["wording"])
    assert few == len(short) == len(re.findall(r"\w+", BODY[0])) - 3, "runs of four words"
    assert many > len(long) == 128 and list(long) == sorted(set(long))


def test_order_and_number_of_the_clippings_change_nothing():
    """Three hundred clippings, a third of them reprints, in any order; and ten thousand pairs are not made of them."""
    source = random.Random(7)
    words = [f"word{i}" for i in range(900)]
    rows, truth = [], {}
    for number in range(200):
        body = " ".join(source.choices(words, k=90))
        rows.append((f"n{number:03}", clipping(body)))
        if number < 100:
            truth[f"r{number:03}"] = f"n{number:03}"
            rows.append((f"r{number:03}", clipping(edited(body, 30))))
    same = clipping(*BODY)
    rows += [(f"same{i:04}", same.replace("Hanoi", f"Hanoi {i}")) for i in range(300)]
    truth |= {f"same{i:04}": "same0000" for i in range(1, 300)}
    from kzvn_analysis.facts.wording import wording
    from kzvn_analysis.reading import Passage, Reading

    def row(name, text):
        article = kz.article_from_text(text, name)
        body = Passage(text.index("– ") + 2, len(text), "body")
        return (name, article.sha256, wording(Reading(article, passages=(body,))), None)

    frame = pd.DataFrame([row(*r) for r in rows], columns=["article_id", "sha256", "wording", "written"])
    found = reprints(frame)
    assert dict(found.itertuples(index=False)) == truth
    pd.testing.assert_frame_equal(reprints(frame.sample(frac=1, random_state=3)), found)
    keyed = bands(frame)
    assert len(neighbours(keyed)) <= WINDOW * len(keyed)


def test_a_mark_names_the_oldest_print_and_no_other():
    from kzvn_analysis.prose.sources import cell, mark

    later = clipping(*BODY, head="Rail freight\n\nHANOI, March 20, 2025 (VNA) – ")
    dossier = kz.dossier(parsed({"a": later, "b": ORIGINAL}))
    [row] = [r for r in dossier.rows("reconciled_trade") if r["period"] == "2024" and r["flow"] == "turnover"]
    assert cell(dossier, row["fact_ids"]).startswith("[S2]") and "S1" not in cell(dossier, row["fact_ids"])
    assert mark(dossier, row["fact_ids"]).startswith("^[Kazinform, 13 March 2025: ")
