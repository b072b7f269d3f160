"""The two engines tell the same story: with a real Quarto where one is on the PATH, and the filter that sees to it."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys

import pypdfium2
import pytest
from briefing_project import make_project
from told import told

from kzvn_analysis.briefing import pandoc, quarto, render
from kzvn_analysis.briefing.project import Project
from kzvn_analysis.briefing.ready import put_ready
from kzvn_analysis.errors import KzvnError

VERSION = "2026-02-18-1a2b3c4d"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"><rect width="9" height="9"/></svg>'
PLACE = "/home/someone/briefing/_build/notebooks/trade_trends.ipynb"

# As Quarto's own filters hand an embedded figure, table and text on.
EMBEDDED = f"""
## Sources {{#sources}}

:::::: {{.exhibit}}

::::: {{.quarto-embed-nb-cell notebook="{PLACE}" notebook-title="Trade" notebook-cellId="cell-fig-a"}}
:::: {{#cell-fig-a .cell execution_count="5"}}
::: {{.cell-output .cell-output-display}}

:::: {{#fig-a .quarto-float .quarto-figure alt="Bars"}}
::: {{.quarto-scaffold}}
```{{=html}}
<figure class="quarto-float quarto-float-fig">
```
::: {{aria-describedby="fig-a-caption-0ceaefa1"}}
![](picture.svg){{alt="Bars that \\"grow\\""}}
:::
::: {{.quarto-scaffold}}
```{{=html}}
<figcaption class="quarto-float-caption-bottom" id="fig-a-caption-0ceaefa1">
```
Figure 1: Trade
```{{=html}}
</figcaption>
```
:::
```{{=html}}
</figure>
```
:::
::::

:::
::::
:::::

::::: {{.beside}}
::::: {{.quarto-embed-nb-cell notebook="{PLACE}"}}
:::: {{#sources .cell-output .cell-output-markdown}}
Trade grew.^[Trend: "grew" ([evidence](#sources))] See [Figure 1](#fig-a){{.quarto-xref}}.
::::
:::::
:::::

::::::
"""


@pytest.fixture
def page(tmp_path):
    """Set what Quarto's filters hand on by the project's own filters, as _quarto.yml names them."""
    project = make_project(tmp_path / "p")
    put_ready(project, version=VERSION, as_of="2026-02-18", attachments={})
    (project.report / "picture.svg").write_text(SVG)
    filters = [f"--lua-filter=filters/{name}.lua" for name in ("embeds", "notes", "tables", "boxes", "anchors")]

    def set_it(text, to="html5"):
        return pandoc.pandoc(
            ["-f", "markdown", "-t", to, "--section-divs", *filters], text, folder=project.report
        )

    return set_it


def test_what_quarto_wraps_around_an_embed_goes_and_the_figure_stays(page):
    html = page(EMBEDDED)
    assert "/home/someone" not in html and "quarto-embed" not in html and "cell-" not in html
    found = told(f"<main>{_with_data(html)}</main>")
    assert [(name, caption, alt) for name, caption, alt, _ in found.figures] == [
        ("fig-a", "Figure 1: Trade", 'Bars that "grow"')
    ]
    assert found.boxes == ("exhibit", "beside")
    # The heading keeps its name: the cell of the same name gave its own up.
    assert found.places.count("sources") == 1
    assert 'width="96" height="48"' in html
    assert len(found.notes) == 1 and found.notes[0].startswith("Trend: “grew”")


def test_a_picture_in_the_pdf_has_its_description(page):
    typst = page("![](picture.svg){alt='Bars that \"grow\" \\\\ fall'}", to="typst")
    assert '#image("picture.svg", alt: "Bars that \\"grow\\" \\\\ fall")' in typst


def test_a_letter_that_no_font_can_draw_is_told_as_such_in_the_pdf_only(page):
    assert r"Hà Nội \[1 Chinese character\]" in page("Hà Nội 日", to="typst")
    assert "Hà Nội 日" in page("Hà Nội 日")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("See **?@fig-nowhere**.", "@fig-nowhere refers to nothing in the document"),
        ("See @somebody.", "@somebody refers to nothing in the document"),
        ("See [there](#nowhere).", "A link leads to #nowhere, and nothing in the document has this name"),
        ("[]{#a} and []{#a}", "Two things in the document have the name a"),
        ("![](picture.svg)", "The picture picture.svg has no description"),
    ],
)
def test_what_quarto_only_warns_of_stops_the_rendering(page, text, says):
    with pytest.raises(KzvnError, match=says):
        page(text)


def test_what_kzvn_puts_ready_names_the_release(tmp_path):
    project = make_project(tmp_path / "p")
    put_ready(
        project, version=VERSION, as_of="2026-02-18", attachments={"tables/trade.csv": (b"a,b\n", "Table trade")}
    )
    assert json.loads((project.ready / "release.json").read_text())["version"] == VERSION
    assert (project.ready / "files" / "tables" / "trade.csv").read_bytes() == b"a,b\n"
    attach = (project.ready / "attachments.typ").read_text()
    assert 'read("/_build/ready/files/tables/trade.csv", encoding: none)' in attach
    assert {path.name for path in (project.ready / "fonts").iterdir()} >= {"FiraSans-Regular.ttf", "DejaVuSans.ttf"}


def test_the_pre_render_script_uses_the_checkouts_own_environment(tmp_path):
    project = make_project(tmp_path / "p")
    python = project.root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$PWD $*" > called\nexit 1\n')
    python.chmod(0o755)
    environment = {name: value for name, value in os.environ.items() if name != quarto.PREPARED}
    script = [sys.executable, str(project.report / "prepare.py")]
    # Its failure is Quarto's to see.
    assert subprocess.run(script, cwd=tmp_path, env=environment, check=False).returncode == 1
    assert (project.root / "called").read_text() == f"{project.root} -m kzvn_analysis prepare\n"


def test_a_checkout_that_is_not_set_up_says_what_to_do(tmp_path):
    project = make_project(tmp_path / "p")
    # -I and -S: a Python that has no packages, as Quarto may find one.
    script = [sys.executable, "-I", "-S", str(project.report / "prepare.py")]
    run = subprocess.run(script, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr == (
        "kzvn-analysis is not set up in this checkout. Run `make briefing` once, then `quarto render` again.\n"
    )


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("<main><p>Trade grew.</p></main>", set()),
        ("<main><div><p>Trade  grew.</p></div></main>", set()),
        ("<main><p>Trade fell.</p></main>", {"text"}),
        ('<main><p>Trade <a href="#x">grew</a>.</p></main>', {"links"}),
        ('<main><div class="limits"><p id="a">Trade grew.</p></div></main>', {"boxes", "places"}),
    ],
)
def test_the_comparison_sees_what_differs(other, differs):
    assert _differences(told("<main><p>Trade grew.</p></main>"), told(other)) == differs


@pytest.mark.skipif(quarto.find() is None, reason="no quarto on the PATH: the two engines can't be compared")
def test_a_real_quarto_tells_the_same_as_the_embedded_engine(five, tmp_path):
    folder = tmp_path / "project"
    shutil.copytree(five.folder.parents[1], folder, ignore=shutil.ignore_patterns("_build", "briefings"))
    before = sorted(path for path in folder.rglob("*"))
    other = render(folder / "seeds", tmp_path / "out", engine="quarto", project=Project(folder))
    left = [p for p in folder.rglob("*") if p not in before and p.relative_to(folder).parts[0] not in _MADE]
    assert left == []
    assert _names(other.folder) == _names(five.folder)
    pages = [_unversioned(made.html.read_text(encoding="utf-8"), made.version) for made in (five, other)]
    assert _differences(*map(told, pages)) == set()
    assert str(folder) not in pages[1]
    assert [_unversioned(_pdf_text(made.pdf), made.version) for made in (other,)] == [
        _unversioned(_pdf_text(five.pdf), five.version)
    ]


_MADE = ("_build", "briefings", ".quarto", ".gitignore")


def _differences(one, other) -> set[str]:
    return {f.name for f in dataclasses.fields(one) if getattr(one, f.name) != getattr(other, f.name)}


def _names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def _unversioned(text: str, version: str) -> str:
    return text.replace(version, "VERSION")


def _pdf_text(path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _with_data(html: str) -> str:
    """The page with its pictures inside, as it is released."""
    return html.replace('src="picture.svg"', 'src="data:image/svg+xml;base64,PHN2Zy8+"')
