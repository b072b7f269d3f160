"""A briefing made of clippings that mean harm: their words are shown and nothing more."""

from __future__ import annotations

import json
import re
import unicodedata

import hostile
import openpyxl
import pypdf
import pytest
from briefing_project import make_briefing
from lxml import html as lxml_html


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    files = {**hostile.texts(), **hostile.sheets()}
    folder = tmp_path_factory.mktemp("hostile")
    return make_briefing(folder, {name: text.encode("utf-8") for name, text in files.items()})


@pytest.fixture(scope="module")
def page(made):
    return lxml_html.parse(str(made.html), lxml_html.HTMLParser(encoding="utf-8")).getroot()


def elements(page):
    return [element for element in page.iter() if isinstance(element.tag, str)]


def test_the_page_has_no_element_attribute_or_class_that_a_harmless_one_lacks(page, five):
    usual = lxml_html.parse(str(five.html), lxml_html.HTMLParser(encoding="utf-8")).getroot()
    for kind in (
        lambda e: {e.tag},
        lambda e: set(e.attrib),
        lambda e: set(e.get("class", "").split()),
        lambda e: set(re.findall(r"[\w-]+(?=:)", e.get("style", ""))),
    ):
        brought = set().union(*map(kind, elements(page))) - set().union(*map(kind, elements(usual)))
        assert not brought
    assert "<script>document.title='owned'</script>" in page.text_content()
    assert "#read(\"/etc/passwd\")" in page.text_content()
    assert "root:x:0" not in page.text_content()


def test_links_lead_within_the_page_and_each_place_is_there_once(page):
    assert {link for link in page.xpath("//@href") if not link.startswith("#")} == set()
    assert all(source.startswith("data:image/svg+xml") for source in page.xpath("//@src"))
    places = page.xpath("//@id")
    assert len(places) == len(set(places))
    assert {link[1:] for link in page.xpath("//@href")} <= set(places)


def test_nothing_on_the_page_hides_or_turns_what_follows(page):
    marks = {c for c in page.text_content() if unicodedata.category(c) in ("Cc", "Cf", "Cs")}
    assert marks <= {"\n", "\u2060"}


def test_a_browser_runs_nothing_and_asks_for_nothing(made, chromium):
    context = chromium.new_context()
    tab, asked, said = context.new_page(), [], []
    address = made.html.as_uri()

    def request(route):
        if route.request.url == address:
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context.route("**/*", request)
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    tab.goto(address)
    tab.wait_for_timeout(200)
    assert [url for url in asked if not url.startswith("data:")] == [] and said == []
    assert tab.title() == "Kazakhstan and Viet Nam"
    assert tab.locator("body").is_visible()
    context.close()


def test_the_pdf_has_the_words_and_no_action_but_links_within(made):
    reader = pypdf.PdfReader(str(made.pdf))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "root:x:0" not in text and "owned" in text
    assert reader.metadata.title == "Kazakhstan and Viet Nam"
    actions = set()
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            action = note.get_object().get("/A", {})
            actions.add((action.get("/S"), str(action.get("/URI", ""))))
    assert {kind for kind, _ in actions} <= {None, "/GoTo"}, actions
    assert "/OpenAction" not in reader.trailer["/Root"] and "/AA" not in reader.trailer["/Root"]


def test_nothing_of_it_becomes_a_formula_code_or_a_file_name(made):
    book = openpyxl.load_workbook(made.folder / "tables.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    for path in made.folder.glob("notebooks/*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            assert "owned" not in "".join(cell["source"]) and "passwd" not in "".join(cell["source"])
    names = {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}
    assert all(re.fullmatch(r"(tables/|notebooks/)?[\w.-]+", name) for name in names)
    assert not any("words-" in name for name in names)
