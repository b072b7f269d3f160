"""The PDF of the five clippings' briefing, opened with two readers: pypdf and PDFium."""

from __future__ import annotations

import io
import re

import pandas as pd
import pypdf
import pypdfium2
import pytest
from briefing_project import make_project
from lxml import html as lxml_html

from kzvn_analysis.briefing import crossref
from kzvn_analysis.briefing.document import read_document
from kzvn_analysis.briefing.pdf import write_pdf

A4 = (595.28, 841.89)


@pytest.fixture(scope="module")
def pdf(five):
    return pypdf.PdfReader(io.BytesIO(five.pdf.read_bytes()))


@pytest.fixture(scope="module")
def drawn(five):
    document = pypdfium2.PdfDocument(five.pdf)
    yield document
    document.close()


@pytest.fixture(scope="module")
def page(five):
    return lxml_html.fromstring(five.html.read_text(encoding="utf-8"))


def structure(pdf):
    """Every element of the PDF's structure, in reading order."""
    waiting = [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node["/K"])


def test_it_is_tagged_and_says_title_language_and_standards(pdf, five):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB"
    assert pdf.metadata.title == "Kazakhstan and Viet Nam"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    said = root["/Metadata"].get_data().decode()
    for mark in ("<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<"):
        assert mark in said
    assert pdf.metadata.creation_date.strftime("%Y-%m-%d") == five.version[:10]


def test_the_structure_has_headings_tables_notes_and_described_pictures(pdf, page):
    kinds = [str(node["/S"]) for node in structure(pdf)]
    assert kinds.count("/H1") == len(page.xpath("//main/section/h2"))
    assert kinds.count("/Table") == len(page.xpath("//table")) and kinds.count("/TH") > 20
    assert kinds.count("/Note") == len(page.xpath("//span[@popover]"))
    alts = [node.get("/Alt") for node in structure(pdf) if node["/S"] == "/Figure"]
    assert sorted(alts) == sorted(page.xpath("//img/@alt")) and len(alts) == 7


def test_the_outline_names_the_parts_and_leads_to_them(pdf, page):
    entries = [entry for entry in pdf.outline if not isinstance(entry, list)]
    assert [entry.title for entry in entries] == [
        " ".join(heading.text_content().split()) for heading in page.xpath("//main/section/h2")
    ]
    numbers = [pdf.get_destination_page_number(entry) for entry in entries]
    assert numbers == sorted(numbers) and numbers[0] == 0
    for entry, number in zip(entries, numbers, strict=True):
        assert entry.title in pdf.pages[number].extract_text()


def test_the_tables_and_the_manifest_are_inside_byte_for_byte(pdf, drawn, five):
    wanted = {
        path.relative_to(five.folder).as_posix(): path.read_bytes()
        for path in [*(five.folder / "tables").glob("*.csv"), five.folder / "manifest.json"]
    }
    assert len(wanted) > 8
    assert {name: data[0] for name, data in pdf.attachments.items()} == wanted
    assert drawn.count_attachments() == len(wanted)
    for i in range(len(wanted)):
        attached = drawn.get_attachment(i)
        assert bytes(attached.get_data()) == wanted[attached.get_name()]


def test_every_font_is_inside(pdf):
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()
        for sheet in pdf.pages
        for font in sheet["/Resources"]["/Font"].values()
    }
    assert fonts
    for name, font in fonts.items():
        (inner,) = font.get("/DescendantFonts", [font])
        described = inner.get_object()["/FontDescriptor"].get_object()
        assert re.match(r"/[A-Z]{6}\+", name), name
        assert any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")), name


def test_pages_are_a4_few_and_none_is_empty_or_drawn_over_its_edge(drawn):
    assert len(drawn) <= 14
    for number, sheet in enumerate(drawn, start=1):
        assert sheet.get_size() == pytest.approx(A4, abs=0.1)
        picture = sheet.render(scale=0.5, grayscale=True).to_numpy().squeeze()
        height, width = picture.shape
        dark = picture < 200
        # The head and foot lines apart, something stands on every page.
        assert dark[int(0.08 * height) : int(0.93 * height)].any(), number
        margin = int(0.08 * width)
        assert not dark[:, :margin].any() and not dark[:, -margin:].any(), number


def test_no_heading_stands_alone_at_the_foot_of_a_page(pdf, page):
    headings = {" ".join(h.text_content().split()) for h in page.xpath("//main//*[self::h2 or self::h3]")}
    for number, sheet in enumerate(pdf.pages, start=1):
        lines = [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
        body = [line for line in lines if not re.match(r"Page \d+ of \d+$|Version ", line)]
        assert body and body[-1] not in headings, number


def test_links_lead_to_the_originals_and_to_the_evidence(pdf, five):
    links = [a.get_object() for sheet in pdf.pages for a in sheet.get("/Annots", [])]
    links = [link for link in links if link.get("/Subtype") == "/Link"]
    outside = {str(link["/A"]["/URI"]) for link in links if "/URI" in link.get("/A", {})}
    wanted = set(pd.read_csv(five.folder / "tables" / "articles.csv")["url"].dropna())
    assert wanted and wanted <= outside
    assert all(address.startswith(("https://", "http://")) for address in outside)
    assert sum("/URI" not in link.get("/A", {}) for link in links) > 100


def test_a_note_names_the_page_where_its_evidence_stands(pdf, drawn):
    words = [" ".join(drawn[i].get_textpage().get_text_range().split()) for i in range(len(drawn))]
    first = re.search(r"1\W{0,2}Trend, 6 May 2025: “([^”]+)” \(original, evidence, p\. (\d+)\)", words[0])
    assert first and "$879" in first[1]
    entry = words[int(first[2]) - 1]
    assert "Trade turnover, 2024: $879 million." in entry


def test_a_quote_is_given_once_in_the_notes_and_a_long_one_is_cut(drawn):
    words = " ".join(" ".join(drawn[i].get_textpage().get_text_range() for i in range(len(drawn))).split())
    notes = re.findall(r": “([^“”]+)” \(original, evidence, p\. \d+\)", words)
    assert len(notes) > 10 and len(notes) == len(set(notes))
    assert max(map(len, notes)) <= 175 and any("…" in note for note in notes)
    assert re.search(r"Trend, 6 May 2025 \(original, evidence, p\. \d+\)", words)


def test_the_first_page_holds_all_findings_and_where_the_parts_begin(pdf, drawn, page):
    first = " ".join(drawn[0].get_textpage().get_text_range().split())
    for word in ("Trade.", "Goals.", "Visits.", "Agreements.", "Sectors.", "Uncertain."):
        assert f" {word} " in first
    entries = [entry for entry in pdf.outline if not isinstance(entry, list)]
    told = [(entry.title, pdf.get_destination_page_number(entry) + 1) for entry in entries]
    for title, number in told:
        assert number == 1 or f"{title} {number}" in first, title


def test_no_row_goes_alone_to_the_next_page(tmp_path):
    sizes = range(48, 60)
    tables = [
        "| Row | Value |\n|--|--|\n" + "\n".join(f"| t{size}r{row} | 1 |" for row in range(size)) for size in sizes
    ]
    document = "---\ntitle: T\nlang: en-GB\n---\n\n## One\n\n" + "\n\nText.\n\n".join(tables) + "\n"
    project = make_project(tmp_path / "p", document=document)
    made = read_document(project)
    crossref.resolve(made, "x")
    data = write_pdf(project, made, version="2026-02-18-1a2b3c4d", as_of="2026-02-18", attachments={})
    pages = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages]
    for size in sizes:
        counts = [n for text in pages if (n := len(re.findall(rf"t{size}r\d+", text)))]
        assert sum(counts) == size and counts[-1] >= 3, (size, counts)
