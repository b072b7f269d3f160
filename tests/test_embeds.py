"""Embeds, references and numbering: what the document shows, and what is said when it can't."""

from __future__ import annotations

import re

import pytest
from briefing_project import executed, make_project, shows
from lxml import html as lxml_html

from kzvn_analysis.briefing import crossref
from kzvn_analysis.briefing.document import read_document
from kzvn_analysis.briefing.html import write_html
from kzvn_analysis.briefing.pdf import write_pdf
from kzvn_analysis.errors import KzvnError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"><rect width="9" height="9"/></svg>'
NBSP = "\N{NO-BREAK SPACE}"
FRONT = "---\ntitle: A title\nlang: en-GB\ntoc-title: Contents\n---\n\n"


def embed(label: str, notebook: str = "facts") -> str:
    return f"\n{{{{< embed ../_build/notebooks/{notebook}.ipynb#{label} >}}}}\n"


@pytest.fixture
def setting(tmp_path):
    """Set a document from cells written by hand; gives the parsed HTML."""

    def set_it(text, cells=None, options=None):
        project = make_project(tmp_path / "p", document=FRONT + text)
        if cells is not None:
            executed(project, "facts", cells, options)
        document = read_document(project)
        numbers = crossref.resolve(document, "report/briefing.qmd")
        set_it.project, set_it.document = project, document
        return lxml_html.fromstring(
            write_html(project, document, numbers, version="2026-02-18-1a2b3c4d", as_of="2026-02-18")
        )

    return set_it


FIGURE = {
    "fig-a": '#| fig-cap: "Trade *grew*"\n#| fig-alt: "Bars that \\"grow\\""\n',
    "fig-b": '#| fig-cap: "Visits"\n#| fig-alt: "Dots"\n',
    "tbl-a": "#| tbl-cap: Figures\n",
}
CELLS = {
    "fig-a": [shows(SVG, "image/svg+xml")],
    "fig-b": [shows(SVG, "image/svg+xml")],
    "tbl-a": [shows("| Year | Value |\n|--|--:|\n| 2024 | 1 |\n")],
    "words": [shows("It **grew**.")],
}


def test_a_sentence_takes_the_place_of_its_embed(setting):
    page = setting("## One\n\nBefore." + embed("words") + "\nAfter.", CELLS, FIGURE)
    assert [p.text_content() for p in page.xpath("//main//p")] == ["Before.", "It grew.", "After."]
    assert page.xpath("//main//strong")[0].text == "grew"


def test_a_picture_is_in_the_page_with_caption_and_description(setting):
    page = setting("## One\n" + embed("fig-a"), CELLS, FIGURE)
    figure = page.xpath("//figure[@id='fig-a']")[0]
    assert figure.xpath(".//img/@alt") == ['Bars that "grow"']
    assert figure.xpath(".//img/@src")[0].startswith("data:image/svg+xml;base64,")
    assert (figure.xpath(".//img/@width"), figure.xpath(".//img/@height")) == (["96"], ["48"])
    assert figure.xpath("string(figcaption)").strip() == f"Figure{NBSP}1: Trade grew"
    assert figure.xpath(".//figcaption//em/text()") == ["grew"]


def test_a_table_has_its_caption_above_and_says_its_headings(setting):
    page = setting("## One\n" + embed("tbl-a"), CELLS, FIGURE)
    figure = page.xpath("//figure[@id='tbl-a']")[0]
    assert [child.tag for child in figure] == ["figcaption", "div"]
    assert figure.xpath("string(figcaption)").strip() == f"Table{NBSP}1: Figures"
    assert figure.xpath(".//td/@data-label") == ["Year", "Value"]


def test_figures_and_tables_are_counted_apart_in_the_order_of_the_document(setting):
    text = "## One\n\n@fig-a, @tbl-a and @fig-b." + embed("fig-b") + embed("tbl-a") + embed("fig-a")
    page = setting(text, CELLS, FIGURE)
    links = {a.get("href"): a.text_content() for a in page.xpath("//main//a")}
    assert links == {"#fig-a": f"Figure{NBSP}2", "#tbl-a": f"Table{NBSP}1", "#fig-b": f"Figure{NBSP}1"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("See @fig-a.", f"See Figure{NBSP}1."),
        ("See @Fig-a.", f"See Figure{NBSP}1."),
        ("Number -@fig-a.", "Number 1."),
        ("See [@fig-a].", f"See Figure{NBSP}1."),
        ("See [Fig. @fig-a].", f"See Fig.{NBSP}1."),
        ("See [@fig-a; @tbl-a].", f"See Figure{NBSP}1, Table{NBSP}1."),
    ],
)
def test_references_read_as_quarto_writes_them(setting, written, shown):
    page = setting(f"## One\n\n{written}\n" + embed("fig-a") + embed("tbl-a"), CELLS, FIGURE)
    assert page.xpath("string(//main//p[1])") == shown


def test_an_embed_inside_a_division_stays_inside(setting):
    page = setting("## One\n\n::: {.limits}\n" + embed("words") + "\n:::\n", CELLS, FIGURE)
    assert page.xpath("string(//div[@class='limits']/p)") == "It grew."


def test_an_embed_shown_as_code_is_left_alone(setting):
    page = setting("## One\n\n```\n{{< embed nowhere.ipynb#x >}}\n```\n", CELLS, FIGURE)
    assert page.xpath("string(//pre)").strip() == "{{< embed nowhere.ipynb#x >}}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (embed("missing"), "line 10: no cell of _build/notebooks/facts.ipynb has the label missing"),
        (embed("words", "absent"), "line 10: there is no executed notebook _build/notebooks/absent.ipynb"),
        ("Words {{< embed ../_build/notebooks/facts.ipynb#words >}}", "line 9: Words {{< embed"),
        ("{{< include other.qmd >}}", "line 9: {{< include other.qmd >}} is not a valid embed"),
        (embed("words") + embed("words"), "line 12: words is embedded on line 10 already"),
        (embed("page"), "line 10: the cell page of _build/notebooks/facts.ipynb shows text/html"),
        (embed("silent"), "line 10: the cell silent of _build/notebooks/facts.ipynb shows nothing"),
        (embed("tbl-bare"), "line 10: the cell tbl-bare of _build/notebooks/facts.ipynb has no caption"),
        (
            embed("fig-bare"),
            "line 10: the picture fig-bare of _build/notebooks/facts.ipynb has no description",
        ),
        (
            "@fig-nowhere" + embed("fig-a"),
            "@fig-nowhere refers to nothing in the document. Figures and tables are: fig-a",
        ),
        ("[go](#nowhere)", "a link leads to #nowhere"),
        (embed("twins"), "two things in the document have the name twin"),
    ],
)
def test_what_cannot_be_resolved_is_said_with_file_and_line(setting, text, says):
    cells = {
        **CELLS,
        "page": [shows("<p>x</p>", "text/html")],
        "silent": [],
        "tbl-bare": CELLS["tbl-a"],
        "fig-bare": CELLS["fig-a"],
        "twins": [shows("[a]{#twin} [b]{#twin}")],
    }
    with pytest.raises(KzvnError) as error:
        setting("## One\n\n" + text + "\n", cells, {**FIGURE, "fig-bare": "#| fig-cap: Bare\n"})
    assert says in str(error.value)
    assert str(error.value).startswith("report/briefing.qmd")


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "`<b>bold</b>`{=html}",
    "`#panic()`{=typst}",
    "```{=typst}\n#panic()\n```",
    "```{=html}\n<script>alert(1)</script>\n```",
    "[press](javascript:alert(1))",
    "[read](file:///etc/passwd)",
    "![x](/etc/passwd)",
    "![x](http://example.org/track.png)",
    '[x]{style="position:fixed" onclick="alert(1)" typst:text:fill="red"}',
    "::: {.open}\nunclosed",
    "<div>\nunclosed",
    "```\nunclosed",
    "$x^2$ \\newcommand{\\a}{b} \\input{/etc/passwd}",
    "#panic() #sys.inputs <label> @nobody.example",
    "---\ntitle: Other\n---\n",
    "{{< include /etc/passwd >}}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_from_outside_stay_words(setting, words):
    """Whatever a cell shows as Markdown, the page gets no code, no odd address, no hold on what follows."""
    text = words.replace("@nobody", "\\@nobody")
    page = setting("## One\n" + embed("words") + "\nAfter.\n\n## Two\n", {"words": [shows(text)]})
    assert not page.xpath("//script | //main//img | //main//style | //iframe | //main//b")
    assert not [a for e in page.iter() for a in e.attrib if a.startswith(("on", "data-on"))]
    assert all(re.fullmatch(r"(width: ?\d+%;?|text-align: \w+;)", style) for style in page.xpath("//main//@style"))
    assert all(re.match("https?://|#", link) for link in page.xpath("//a/@href"))
    assert page.xpath("//title/text()") == ["A title"]
    # The next paragraph and the next section are where they would be without it.
    assert page.xpath("//main/section[1]/p[last()]/text()") == ["After."]
    assert [h.text for h in page.xpath("//main/section/h2")] == ["One", "Two"]
    pdf = write_pdf(
        setting.project, setting.document, version="2026-02-18-1a2b3c4d", as_of="2026-02-18", attachments={}
    )
    assert pdf.startswith(b"%PDF")


def test_a_caption_is_as_harmless_as_a_sentence(setting):
    options = {**FIGURE, "fig-a": '#| fig-cap: "<b>x</b> `y`{=html} [z](javascript:1)"\n#| fig-alt: "a"\n'}
    page = setting("## One\n" + embed("fig-a"), CELLS, options)
    caption = page.xpath("//figcaption")[0]
    assert not caption.xpath(".//b | .//a")
    assert "<b>x</b>" in caption.text_content()
