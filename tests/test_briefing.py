"""The briefing of the five clippings, made by the project's own notebooks and read back in both formats."""

from __future__ import annotations

import io
import json
import re

import pandas as pd
import pypdf
import pytest
from briefing_project import make_briefing
from lxml import html as lxml_html

FACTS = ("trade", "visits", "agreements", "projects", "sectors")


@pytest.fixture(scope="module")
def made(five):
    return five


@pytest.fixture(scope="module")
def page(made):
    return lxml_html.fromstring(made.html.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pdf(made):
    return pypdf.PdfReader(io.BytesIO(made.pdf.read_bytes()))


@pytest.fixture(scope="module")
def texts(page, pdf):
    """What a reader sees, as one line of words: of the page and of the PDF."""
    body = page.xpath("//body")[0]
    for element in body.xpath(".//*[@class='notes']"):
        element.getparent().remove(element)
    words = [
        " ".join(body.text_content().split()),
        " ".join(" ".join(p.extract_text() for p in pdf.pages).split()),
    ]
    return [text.replace("\u2060", "") for text in words]


@pytest.mark.parametrize(
    "figure",
    [
        "$879 million",
        "nearly $1 billion",
        "$532.9 million",
        "$96.4 million",
        "$436.5 million",
        "$2–5 billion",
        "5 to 7 May 2025",
        "15,000 t",
    ],
)
def test_both_formats_show_the_figures_of_the_clippings(texts, figure):
    assert all(figure in text for text in texts)


def test_both_formats_name_version_day_and_number_of_sources(made, texts):
    for text in texts:
        assert f"Version {made.version}, as of" in text and "from five sources" in text


def test_every_fact_stands_in_the_annex_with_its_words(made, page):
    for table in FACTS:
        for row in pd.read_csv(made.folder / "tables" / f"{table}.csv").itertuples():
            entry = page.xpath(f"//section[@id='evidence']//*[@id='{row.fact_id}']/ancestor::li")
            assert entry, row.fact_id
            words = " ".join(entry[0].text_content().split())
            assert " ".join(row.quote.split()).strip('"“”') in words


def test_every_source_mark_leads_to_the_evidence_and_there_to_the_source(page):
    marks = page.xpath("//span[@popover]")
    assert len(marks) > 15
    for mark in marks:
        targets = [link[1:] for link in mark.xpath(".//a/@href") if link.startswith("#")]
        assert targets and all(page.xpath(f"//section[@id='evidence']//*[@id='{name}']") for name in targets)
    sources = set(page.xpath("//section[@id='sources']//@id")) - {"sources"}
    named = {link[1:] for link in page.xpath("//section[@id='evidence']//h3//a/@href")}
    assert named and named <= sources and len(sources) == 5


def test_every_clipping_with_an_address_is_linked_in_both_formats(made, page, pdf):
    wanted = set(pd.read_csv(made.folder / "tables" / "articles.csv")["url"].dropna())
    annotations = [a.get_object() for sheet in pdf.pages for a in sheet.get("/Annots", [])]
    linked = {str(a["/A"]["/URI"]) for a in annotations if "/A" in a and "/URI" in a["/A"]}
    assert wanted <= set(page.xpath("//section[@id='sources']//a/@href")) and wanted <= linked


def test_nothing_that_a_machine_would_say_gets_through(texts):
    for text in texts:
        assert not re.search(r"\bnan\b|<NA>|\bNone\b(?! of)|\bNaT\b|\{\{|\}\}|Traceback|\[\]\{|\^\[", text)


def test_conflicts_show_both_sides(texts):
    for text in texts:
        uncertain = text[text.rindex("What is uncertain") :]
        assert "$879 million" in uncertain and "nearly $1 billion" in uncertain
        assert "state visit" in uncertain and "official visit" in uncertain


def test_the_page_stays_small_and_every_picture_is_described(made, page):
    assert made.html.stat().st_size < 1_500_000
    assert len(page.xpath("//figure//img")) == 7
    assert all(len(alt) > 20 for alt in page.xpath("//img/@alt"))


def test_a_clipping_without_any_fact_makes_a_whole_briefing(tmp_path):
    text = (
        b"ASTANA, March 3, 2025 - Kazakhstan and Vietnam were named together in a list of countries "
        b"that a travel magazine printed on Monday. Mountains and beaches were praised.\n"
    )
    released = make_briefing(tmp_path, {"magazine.txt": text})
    words = lxml_html.fromstring(released.html.read_text(encoding="utf-8")).text_content()
    assert released.version.startswith("2025-03-03-")
    assert "magazine.txt" in words
    assert not re.search(r"\bnan\b|<NA>|\$", words)
    assert pypdf.PdfReader(released.pdf).pages[0].extract_text().startswith("Kazakhstan and Viet Nam")


def test_every_picture_says_what_it_shows_where_it_comes_from_and_where_its_table_is(page):
    exhibits = page.xpath("//div[@class='exhibit']")
    assert len(exhibits) == 7
    for exhibit in exhibits:
        [source] = exhibit.xpath("./div[@class='from']")
        assert source.text_content().strip().startswith("Source")
        assert source.xpath(".//a[starts-with(@href, '#source-')]")
        [beside] = exhibit.xpath("./div[@class='beside']")
        assert beside.xpath("./p[1]")[0].text_content().strip().endswith(".")
        assert beside.xpath(".//a[starts-with(@href, '#tbl-')]")


def test_executed_notebooks_hold_sentences_once_as_markdown(made):
    outputs = [
        output["data"]
        for path in (made.folder / "notebooks").glob("*.ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        for output in cell.get("outputs", ())
        if "data" in output
    ]
    sentences = [data for data in outputs if "text/markdown" in data]
    assert len(sentences) > 20 and not any("text/html" in data for data in sentences)
