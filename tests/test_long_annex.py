"""Of very many clippings the annex shows what the briefing cites, and says what it leaves to the tables."""

from __future__ import annotations

import json
import re

import pytest
from facts_by_hand import tables as by_hand

import kzvn_analysis as kz
from kzvn_analysis.briefing.annex import shorten_annex
from kzvn_analysis.prose import annex, cited


def entry(number, words="", bullet="- "):
    return f"{bullet}[]{{#visits-{number}}}Visit {number}. {words}".rstrip()


@pytest.fixture
def few(monkeypatch):
    """As if a handful of entries were very many."""
    monkeypatch.setattr(cited, "PARTS", {"conflicts": (3, 2), "evidence": (3, 0), "sources": (2, 0)})


EVIDENCE = "\n\n".join(
    [
        "### [S1 Trend](#source-a)", "**Trade**", entry(1), "**Visits**", f"{entry(2)}\n{entry(3)}",
        "### [S2 VNA](#source-b)", "**Visits**", entry(4),
    ]
)  # fmt: skip
SOURCES = (
    "- []{#source-a}**S1** Trend. Reprint of [S3](#source-c): the two count as one source.\n"
    "- []{#source-b}**S2** VNA.\n- []{#source-c}**S3** Kazinform."
)


def test_what_is_cited_stays_with_its_heading_and_its_source(few):
    shorter = cited.only_cited({"evidence": EVIDENCE, "sources": SOURCES}, "A visit^[Trend ([evidence](#visits-3)).]")
    assert shorter["evidence"].split("\n\n") == [
        "Shown are the one of four statements that the text, its tables and its notes cite; all of them stand in "
        "the files under tables/.",
        "### [S1 Trend](#source-a)",
        "**Visits**",
        "- []{#visits-3}Visit 3.",
    ]
    assert shorter["sources"].split("\n\n") == [
        "Listed are the one of three clippings that are cited; all of them stand in tables/articles.csv.",
        "- []{#source-a}**S1** Trend. Reprint of S3: the two count as one source.",
    ], "no link leads to what is not there"


def test_conflicts_that_are_told_cite_their_evidence(few):
    told = "\n\n".join(entry(f"c{i}", f"[evidence](#visits-{i})", bullet="") for i in range(1, 6))
    shorter = cited.only_cited({"conflicts": told, "evidence": EVIDENCE}, "See [a point](#visits-c4).")
    assert re.findall(r"\{#(\S+)\}", shorter["conflicts"]) == ["visits-c1", "visits-c2", "visits-c4"]
    assert "two more stand in" in shorter["conflicts"].split("\n\n")[0]
    assert re.findall(r"\{#(\S+)\}", shorter["evidence"]) == ["visits-1", "visits-2", "visits-4"]


def test_what_is_short_stays_as_it_is(five_notebooks):
    assert cited.only_cited({"evidence": EVIDENCE, "sources": SOURCES}, "") == {}
    assert shorten_annex(five_notebooks) == five_notebooks


@pytest.fixture
def five_notebooks():
    def output(text):
        return {"output_type": "execute_result", "data": {"text/markdown": [text], "text/plain": "Md"}, "metadata": {}}

    def cell(label, text):
        return {"cell_type": "code", "source": [f"#| label: {label}\n", "1"], "outputs": [output(text)]}

    def notebook(*cells):
        return json.dumps({"cells": [{"cell_type": "markdown", "source": "# A"}, *cells]}).encode()

    return {
        "visits": notebook(cell("visits-findings", "[evidence](#visits-2)")),
        "evidence": notebook(cell("evidence", EVIDENCE), cell("sources", SOURCES)),
    }


def test_notebooks_are_cut_by_what_all_of_them_cite(few, five_notebooks):
    shorter = shorten_annex(five_notebooks)
    assert shorter["visits"] == five_notebooks["visits"]
    outputs = [c["outputs"][0]["data"] for c in json.loads(shorter["evidence"])["cells"][1:]]
    assert re.findall(r"\{#(\S+)\}", "".join(outputs[0]["text/markdown"])) == ["visits-2"]
    assert re.findall(r"\{#(\S+)\}", "".join(outputs[1]["text/markdown"])) == ["source-a"]
    assert "text/plain" not in outputs[0], "what is left out is nowhere"


def test_very_many_clippings_left_out_are_told_by_the_reason():
    unread = [(f"u{i:03}", f"u{i:03}.txt", "is empty" if i % 3 else "is no text") for i in range(90)]
    told = annex.left_out(kz.dossier(by_hand({"a": "2025-05-09"}, unread=unread, visits=[{"article_id": "a"}])))
    assert told.replace("\\", "").split("\n\n") == [
        "90 clippings were left out. The reasons, each with how many there are; the table tables/unread.csv names"
        " all.",
        "- is empty (60, such as u001.txt, u002.txt and u004.txt)\n- is no text (30, such as u000.txt, u003.txt "
        "and u006.txt)",
    ]


def test_of_very_many_figures_those_that_are_the_same_are_one_row():
    from kzvn_analysis.prose import trade_tables

    rows = [{"article_id": f"a{i:02}", "period": "2024", "value_usd": 879e6} for i in range(30)]
    rows += [{"article_id": "b", "period": "2023", "value_usd": 745e6, "change_ratio": 1.25, "change_base": "2022"}]
    days = {f"a{i:02}": f"2025-02-{28 - i % 28:02}" for i in range(30)} | {"b": "2024-02-01"}
    same = {name: {"published": day, "sha256": "x" if name < "a05" else name} for name, day in days.items()}
    head, _, first, second, *rest = trade_tables.all_figures(kz.dossier(by_hand(same, trade=rows))).splitlines()
    assert first.startswith("| 2024 | Trade turnover | \\$879 million") and first.endswith("and 25 others |")
    assert second.startswith("| 2023 | Trade turnover | \\$745 million") and not rest
