"""The whole way with real programs: Papermill and its kernels, Pandoc, Typst; and what is said on failure."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from briefing_project import ROOT, cell_for, make_project, markdown, write_notebook
from click.testing import CliRunner
from lxml import html as lxml_html

from kzvn_analysis.briefing import notebooks, render
from kzvn_analysis.briefing.cells import options
from kzvn_analysis.briefing.parameters import read_parameters
from kzvn_analysis.briefing.project import find_project
from kzvn_analysis.cli import main
from kzvn_analysis.errors import KzvnError, UsageError

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A release of two clippings, made with plausible notebooks."""
    folder = tmp_path_factory.mktemp("render")
    project = make_project(
        folder / "p",
        cells={
            "stamp": "#| label: stamp\n"
            + markdown("X").replace("'X'", "f'Version {version}, as of {as_of}.'"),
            "trade-findings": "#| label: trade-findings\n"
            + markdown("X").replace("'X'", "f'At least {minimum} in {tables_dir}.'"),
        },
    )
    seeds = folder / "p" / "seeds"
    seeds.mkdir()
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        shutil.copy(path, seeds)
    (seeds / "empty.txt").write_text("")
    released = render(
        seeds, folder / "out", engine="embedded", parameters=["minimum=7"], project=project, latest=True
    )
    return released, project, seeds


@pytest.fixture(scope="module")
def page(made):
    return lxml_html.fromstring(made[0].html.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pdf(made):
    return pypdf.PdfReader(io.BytesIO(made[0].pdf.read_bytes()))


def test_a_release_holds_the_documents_tables_notebooks_and_manifest(made):
    released, _, _ = made
    names = {
        path.relative_to(released.folder).as_posix() for path in released.folder.rglob("*") if path.is_file()
    }
    tables = {
        f"tables/{t}.{s}"
        for t in (
            "articles",
            "trade",
            "visits",
            "agreements",
            "projects",
            "sectors",
            "unread",
            "reconciled_trade",
            "reconciled_visits",
            "reconciled_clippings",
        )
        for s in ("csv", "parquet")
    }
    run = {
        f"notebooks/{n}.ipynb" for n in ("trade_trends", "visit_cadence", "sector_cooperation", "evidence")
    }
    exchange = {"datapackage.json", "tables.xlsx", "references.bib", "references.json", "ro-crate-metadata.json"}
    assert names == {"briefing.html", "briefing.pdf", "manifest.json", "SHA256SUMS"} | tables | run | exchange
    assert os.readlink(released.latest) == released.version
    manifest = json.loads((released.folder / "manifest.json").read_text())
    assert manifest["version"] == released.version and manifest["parameters"] == {"minimum": 7}
    assert "seeds/empty.txt" in {entry["path"] for entry in manifest["inputs"]}


def test_parameters_reach_the_notebooks_and_the_page(page, made):
    text = page.text_content()
    assert "At least 7 in _build/tables." in text
    assert f"Version {made[0].version}, as of {made[0].version[:10]}." in text


def test_the_page_is_one_file_that_loads_and_runs_nothing(made, page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert (
        policy.startswith("default-src 'none'") and "script-src" not in policy and "unsafe-eval" not in policy
    )
    assert not page.xpath("//script | //link | //iframe | //object | //@onclick")
    assert all(src.startswith("data:image/svg+xml") for src in page.xpath("//@src"))
    assert not re.search(r"@import|url\((?!data:)", "".join(page.xpath("//style/text()")))
    assert made[0].html.stat().st_size < 1_500_000
    # The policy stands before anything it should hold back.
    assert page.xpath("//head/*")[0].get("charset") == "utf-8"
    assert not page.xpath("//meta[@http-equiv]/preceding::style")


def test_the_page_has_a_language_a_title_one_main_heading_and_a_way_past_the_contents(page):
    assert page.get("lang") == "en-GB"
    assert page.xpath("//title/text()") == ["Kazakhstan and Viet Nam"]
    assert len(page.xpath("//h1")) == 1 and len(page.xpath("//main")) == 1
    first = page.xpath("//body/*")[0]
    assert page.xpath(f"//*[@id='{first.get('href')[1:]}']")
    contents = page.xpath("//nav[@role='doc-toc']//a/@href")
    assert [page.xpath(f"//*[@id='{target[1:]}']") != [] for target in contents] == [True] * len(contents)
    assert len(contents) >= 8


def test_every_identifier_of_the_page_is_there_once(page):
    names = page.xpath("//@id")
    assert sorted(set(names)) == sorted(names)
    assert all(
        page.xpath(f"//*[@id='{link[1:]}']") for link in page.xpath("//a/@href") if link.startswith("#")
    )


def test_a_source_mark_opens_its_source_in_place_without_script(page):
    marks = page.xpath("//button[@popovertarget]")
    assert len(marks) >= 7
    for number, button in enumerate(marks, start=1):
        assert (button.text, button.get("aria-label")) == (str(number), f"Source {number}")
        body = page.xpath(f"//*[@id='{button.get('popovertarget')}']")[0]
        assert body.get("popover") is not None
        assert body.xpath(".//a/@href") == ["#trade-1a2b3c4d"]
        # The same words once more, for paper.
        assert page.xpath(f"string(//*[@id='fn-{number}'])").split() == body.text_content().split()


def test_figures_and_tables_are_numbered_alike_in_page_and_pdf(page, pdf):
    captions = [" ".join(c.text_content().split()) for c in page.xpath("//figcaption")]
    assert captions[:2] == ["Figure 1: What fig-trade-periods shows", "Table 1: What tbl-trade-figures holds"]
    text = " ".join(" ".join(p.extract_text() for p in pdf.pages).split())
    for caption in captions:
        assert caption in text


def test_the_pdf_is_tagged_for_readers_and_the_archive(made, pdf):
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "en-GB" and root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert (
        "<pdfaid:part>3</pdfaid:part>" in metadata
        and "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    )
    assert pdf.metadata.title == "Kazakhstan and Viet Nam"
    assert pdf.metadata.creation_date.strftime("%Y-%m-%d") == made[0].version[:10]
    assert float(pdf.pages[0].mediabox.width) == pytest.approx(595.28, abs=0.1)


def test_the_pdf_has_an_outline_a_running_head_and_page_numbers(made, pdf):
    titles = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert titles[:4] == ["Key findings", "Trade", "Visits", "Sectors"]
    for number, sheet in enumerate(pdf.pages, start=1):
        text = sheet.extract_text()
        assert f"Page {number} of {len(pdf.pages)}" in " ".join(text.split())
        assert (f"Version {made[0].version}" in " ".join(text.split())) or number == 1


def test_every_picture_of_the_pdf_is_described(pdf, page):
    alts = [node["/Alt"] for node in tags(pdf) if node.get("/S") == "/Figure"]
    assert sorted(alts) == sorted(page.xpath("//img/@alt"))
    assert 'A bar "fig-trade-periods" of 170' in alts


def tags(pdf):
    """Every element of the PDF's structure."""
    waiting = [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            if "/K" in node:
                waiting.append(node["/K"])


def test_the_tables_and_the_manifest_are_inside_the_pdf(made, pdf):
    inside = {name: data[0] for name, data in pdf.attachments.items()}
    wanted = {
        path.relative_to(made[0].folder).as_posix(): path.read_bytes()
        for path in [*(made[0].folder / "tables").glob("*.csv"), made[0].folder / "manifest.json"]
    }
    assert inside == wanted


def test_letters_of_both_countries_and_none_of_the_machines_fonts(pdf):
    text = " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())
    assert "Nguyễn Phú Trọng met Қасым-Жомарт Тоқаев" in text
    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for sheet in pdf.pages
        for font in sheet["/Resources"]["/Font"].values()
    }
    assert all(name.startswith(("LibertinusSerif", "FiraSans", "DejaVuSans")) for name in fonts)
    assert all(
        "+" in str(font.get_object()["/BaseFont"])
        for sheet in pdf.pages
        for font in sheet["/Resources"]["/Font"].values()
    )


def test_executed_notebooks_say_nothing_of_where_when_and_who(made):
    for path in (made[0].folder / "notebooks").glob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        for word in (
            str(made[1].root),
            os.path.expanduser("~") + "/",
            "start_time",
            "duration",
            "input_path",
        ):
            assert word not in text
        cells = json.loads(text)["cells"]
        assert "injected-parameters" in [cell["id"] for cell in cells]
        assert all(cell["execution_count"] for cell in cells)


def test_the_description_of_a_picture_is_written_into_the_executed_cell(made):
    cells = json.loads((made[0].folder / "notebooks" / "trade_trends.ipynb").read_text())["cells"]
    found = [options({"source": "".join(c["source"])}) for c in cells]
    assert {
        "label": "fig-trade-periods",
        "fig-cap": "What fig-trade-periods shows",
        "fig-alt": 'A bar "fig-trade-periods" of 170',
    } in found


def test_nothing_changed_keeps_the_release_as_it_is(made):
    released, project, seeds = made
    before = released.html.stat().st_mtime_ns
    again = render(
        seeds, released.folder.parent, engine="embedded", parameters=["minimum=7"], project=project
    )
    assert again.kept and again.folder == released.folder
    assert released.html.stat().st_mtime_ns == before


def test_the_same_inputs_give_the_same_bytes_in_another_place_time_zone_and_locale(made, tmp_path):
    released, project, seeds = made
    elsewhere = tmp_path / "an other {place}"
    shutil.copytree(project.root, elsewhere, ignore=shutil.ignore_patterns("_build"))
    environment = {
        **os.environ,
        "TZ": "Asia/Almaty",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path),
    }
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "kzvn_analysis",
            "render",
            "seeds",
            "--out",
            "out",
            "--engine",
            "embedded",
            "-p",
            "minimum=7",
        ],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        umask=0o077,
    )
    assert run.returncode == 0, run.stderr
    again = elsewhere / "out" / released.version
    for path in released.folder.rglob("*"):
        if path.is_file():
            assert (again / path.relative_to(released.folder)).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("minimun=3", "no notebook has this parameter. Parameters are: as_of, minimum."),
        ("minimum", "write it as name=value"),
        ("minimum=three", "must be a whole number, for example minimum=2"),
        ("as_of=yesterday", "must be a day"),
        ("as_of=2026-13-01", "must be a day"),
        ("version=1", "the program sets this one itself. You can set: as_of, minimum."),
    ],
)
def test_unknown_and_mistyped_parameters_are_refused(made, given, says):
    with pytest.raises(UsageError) as error:
        read_parameters(made[1], [given])
    assert says in str(error.value) and error.value.exit_code == 2


@pytest.mark.parametrize(
    ("default", "text", "value"),
    [
        ("2", "3", 3),
        ("2.5", "3", 3.0),
        ("True", "no", False),
        ('"x"', "3", "3"),
        ('["a"]', "b, c", ["b", "c"]),
        ('["a"]', '["b, c"]', ["b, c"]),
        ("{}", '{"a": 1}', {"a": 1}),
        ("None", "x", "x"),
    ],
)
def test_values_take_the_type_that_the_notebook_declares(tmp_path, default, text, value):
    project = make_project(tmp_path / "p")
    write_notebook(project.notebook("evidence"), [], f"# What it means\nwanted = {default}  # why\n")
    assert read_parameters(project, [f"wanted={text}"]) == {"wanted": value}


def test_a_notebook_that_raises_is_one_line_and_the_earlier_release_stays(made):
    released, project, seeds = made
    before = {path: path.read_bytes() for path in released.folder.rglob("*") if path.is_file()}
    broken = "#| label: visits-findings\nraise ValueError('no such\\nthing')"
    path = project.notebook("visit_cadence")
    good = path.read_bytes()
    try:
        write_notebook(path, [broken, cell_for("tbl-visits")])
        old = Path.cwd()
        os.chdir(project.root)
        try:
            result = CliRunner().invoke(
                main, ["render", str(seeds), "--out", str(released.folder.parent), "--engine", "embedded"]
            )
        finally:
            os.chdir(old)
    finally:
        path.write_bytes(good)
    assert result.exit_code == 1
    line = next(line for line in result.stderr.splitlines() if line.startswith("kzvn:"))
    assert "notebooks/visit_cadence.ipynb, visits-findings: ValueError: no such thing." in line
    assert "Traceback" not in result.output
    assert {path: path.read_bytes() for path in before} == before
    assert os.readlink(released.latest) == released.version
    assert not [name for name in os.listdir(released.folder.parent) if name.startswith(".")]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("#| label: slow\nimport time; time.sleep(60)", "slow: the notebook was stopped here after 2 seconds"),
        ("#| label: gone\nimport os; os._exit(1)", "gone: the kernel died"),
        ("x = 1\nimport nowhere", "cell 2: ModuleNotFoundError: No module named 'nowhere'"),
    ],
)
def test_a_notebook_that_hangs_or_dies_names_the_cell(tmp_path, source, says):
    project = make_project(tmp_path / "p")
    write_notebook(project.notebook("evidence"), [source])
    with pytest.raises(KzvnError) as error:
        run_alone(project, "evidence", limit=2)
    assert says in str(error.value) and str(error.value).startswith("notebooks/evidence.ipynb, ")


def run_alone(project, name, **how):
    """Run one notebook by itself, without tables, and give its executed copy."""
    task = notebooks.plan(project, name, {}, {})
    return notebooks.run_notebooks(project, [task], **how)[name]


def test_the_notebooks_run_with_the_interpreter_that_runs_this_whatever_else_is_registered(
    tmp_path, monkeypatch
):
    kernel = tmp_path / "share" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text('{"argv": ["/bin/false"], "display_name": "x", "language": "python"}')
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))
    project = make_project(tmp_path / "p")
    write_notebook(project.notebook("evidence"), ["import sys\nsys.executable == " + repr(sys.executable)])
    assert json.loads(run_alone(project, "evidence"))["cells"][1]["outputs"][0]["data"]["text/plain"] == ["True"]


@pytest.mark.parametrize(
    ("break_it", "says"),
    [
        (
            lambda p: (p.report / "typst" / "typst-show.typ").write_text("#nonsense()"),
            "Typst could not set the PDF: unknown",
        ),
        (lambda p: (p.report / "filters" / "notes.lua").write_text("error('x')"), "Pandoc ended with code"),
    ],
)
def test_what_pandoc_and_typst_say_is_passed_on_in_one_line(made, tmp_path, break_it, says):
    _, project, _ = made
    from kzvn_analysis.briefing import crossref
    from kzvn_analysis.briefing.document import read_document
    from kzvn_analysis.briefing.pdf import write_pdf
    from kzvn_analysis.briefing.project import Project

    shutil.copytree(project.root, tmp_path / "p")
    copy = Project(tmp_path / "p")
    break_it(copy)
    document = read_document(copy)
    crossref.resolve(document, "x")
    with pytest.raises(KzvnError) as error:
        write_pdf(copy, document, version="2026-02-18-1a2b3c4d", as_of="2026-02-18", attachments={})
    assert says in str(error.value) and "\n" not in str(error.value)


def test_outside_a_project_one_line_says_so(tmp_path):
    with pytest.raises(UsageError, match="no folder here or above holds _quarto.yml"):
        find_project(tmp_path)


def test_letters_that_no_font_here_draws_are_marked_in_the_pdf_and_kept_in_the_page(tmp_path, made):
    from kzvn_analysis.briefing import crossref
    from kzvn_analysis.briefing.document import read_document
    from kzvn_analysis.briefing.html import write_html
    from kzvn_analysis.briefing.pdf import write_pdf

    project = make_project(
        tmp_path / "p", document="---\ntitle: T\nlang: en-GB\n---\n\n## One\n\n中国 and Việt Nam 🚄\n"
    )
    document = read_document(project)
    numbers = crossref.resolve(document, "x")
    about = {"version": "2026-02-18-1a2b3c4d", "as_of": "2026-02-18"}
    assert "中国 and Việt Nam 🚄" in write_html(project, document, numbers, **about)
    pdf = pypdf.PdfReader(io.BytesIO(write_pdf(project, document, **about, attachments={})))
    assert "[2 Chinese characters] and Việt Nam [1 character]" in pdf.pages[0].extract_text()


def test_no_room_for_the_build_is_one_line(tmp_path):
    project = make_project(tmp_path / "p")
    (tmp_path / "p" / "_build").write_text("a file where a folder is wanted")
    with pytest.raises(KzvnError, match="_build: can't be read or written"):
        render(ROOT / "seeds", tmp_path / "out", engine="embedded", project=project)
