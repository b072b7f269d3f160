"""Which engine sets the document, and Quarto called through a stand-in that behaves and fails as it does."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
import yaml
from briefing_project import NOTEBOOKS, ROOT, make_project
from click.testing import CliRunner

from kzvn_analysis.briefing import engines, quarto, render
from kzvn_analysis.cli import main
from kzvn_analysis.errors import KzvnError

VERSION = "2026-02-18-1a2b3c4d"

# Answers as the real one does: prints its version, runs the project's pre-render script with a Python, writes where
# _quarto.yml says.  The environment says in which way it fails.
STAND_IN = f"""#!{sys.executable}
import json, os, pathlib, subprocess, sys, time
how = os.environ.get("STAND_IN", "")
if sys.argv[1:] == ["--version"]:
    if how == "silent": sys.exit(3)
    print({{"old": "1.4.557", "odd": "no number"}}.get(how, "1.11.3"))
    sys.exit(0)
here = pathlib.Path.cwd()
(here / "called.json").write_text(json.dumps(
    {{"arguments": sys.argv[1:], "folder": str(here), "prepared": os.environ.get("KZVN_PREPARED"),
      "epoch": os.environ.get("SOURCE_DATE_EPOCH"), "path": os.environ["PATH"],
      "python": os.environ.get("QUARTO_PYTHON"), "profile": os.environ.get("QUARTO_PROFILE")}}))
script = next(line.split(": ")[1] for line in open("_quarto.yml") if "pre-render" in line).strip()
subprocess.run([sys.executable, script], check=True)
print("\\x1b[1mpandoc\\x1b[22m to: html", file=sys.stderr)
(here / "report" / "briefing_files" / "figure-html").mkdir(parents=True)
(here / "report" / "briefing.typ").write_text("half done")
if how == "hangs":
    child = subprocess.Popen(["sleep", "60"])
    (here / "child").write_text(str(child.pid))
    time.sleep(60)
if how == "fails":
    print("ERROR: typst compilation failed", file=sys.stderr)
    print("Stack trace:", file=sys.stderr)
    sys.exit(1)
if how.startswith("says "):
    print("\\x1b[33m" + how[5:] + "\\x1b[39m", file=sys.stderr)
made = here / "_build" / "quarto" / "report"
made.mkdir(parents=True, exist_ok=True)
if how != "nothing":
    place = str(here) if how == "path" else "x"
    (made / "briefing.html").write_text(f'<div title="{{place}}"><p>Trade</p></div>')
    (made / "briefing.pdf").write_bytes(b"" if how == "empty" else b"%PDF-1.7 stand-in")
"""


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Put a stand-in for Quarto on the PATH; call it with the way in which it shall fail."""

    def put(how=""):
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        program = folder / "quarto"
        program.write_text(STAND_IN)
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
        monkeypatch.setenv("STAND_IN", how)
        return program

    return put


@pytest.fixture
def no_quarto(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))


def test_auto_takes_the_embedded_engine_where_there_is_no_quarto(no_quarto):
    engine, remark = engines.choose("auto")
    assert engine["name"] == "embedded"
    assert "pandoc 3" in engine["version"] and "typst 0." in engine["version"]
    assert remark is None


def test_auto_takes_quarto_where_it_is_on_the_path(stand_in):
    stand_in()
    assert engines.choose("auto") == ({"name": "quarto", "version": "1.11.3"}, None)


def test_embedded_is_taken_when_asked_for_even_beside_quarto(stand_in):
    stand_in()
    assert engines.choose("embedded")[0]["name"] == "embedded"


@pytest.mark.parametrize("how", ["old", "silent", "odd"])
def test_auto_passes_over_a_quarto_that_is_unfit_and_says_so(stand_in, how):
    stand_in(how)
    engine, remark = engines.choose("auto")
    assert engine["name"] == "embedded"
    assert "The embedded engine is used" in remark


def test_a_quarto_asked_for_and_missing_is_one_clear_line(no_quarto):
    with pytest.raises(KzvnError, match="There is no quarto on the PATH"):
        engines.choose("quarto")


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ("old", "Quarto 1.4.557 is too old; 1.5 or newer is needed"),
        ("silent", "does not report its version"),
        ("odd", "does not report its version"),
    ],
)
def test_a_quarto_asked_for_and_unfit_is_one_clear_line(stand_in, how, says):
    stand_in(how)
    with pytest.raises(KzvnError, match=says):
        engines.choose("quarto")


def test_quarto_is_run_on_the_project_and_needs_not_prepare_again(stand_in, tmp_path, monkeypatch):
    stand_in()
    monkeypatch.setenv("QUARTO_PROFILE", "mine")
    project = make_project(tmp_path / "p")
    html, pdf = quarto.render(project, version=VERSION, as_of="2026-02-18")
    called = json.loads((project.root / "called.json").read_text())
    assert called["arguments"] == ["render"]
    assert called["folder"] == str(project.root)
    assert called["prepared"] == VERSION
    assert called["epoch"] == "1771372800"
    # What Quarto runs must be this very environment, and no profile of the user's.
    assert called["path"].split(os.pathsep)[0] == os.path.dirname(sys.executable)
    assert called["python"] == sys.executable
    assert called["profile"] is None
    assert "<p>Trade</p>" in html and pdf.startswith(b"%PDF")


@pytest.mark.parametrize("how", ["", "fails"])
def test_nothing_is_left_beside_the_document(stand_in, tmp_path, how):
    stand_in(how)
    project = make_project(tmp_path / "p")
    before = sorted(project.report.iterdir())
    with nullcontext() if not how else pytest.raises(KzvnError):
        quarto.render(project, version=VERSION, as_of="2026-02-18")
    assert sorted(project.report.iterdir()) == before


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ("fails", "Quarto ended with code 1: ERROR: typst compilation failed"),
        (
            "says WARNING (filters/crossref/refs.lua:128) Unable to resolve crossref @fig-nowhere",
            "Quarto could not resolve everything in the document: Unable to resolve crossref @fig-nowhere",
        ),
        (
            "says [WARNING] Could not fetch resource picture.svg: replacing image with description",
            "Could not fetch resource picture.svg",
        ),
        ("says WARNING (shortcodes.lua:461) Shortcode 'embedd' not found", ": Shortcode 'embedd' not found"),
        ("nothing", "made no _build/quarto/report/briefing.html"),
        ("empty", "made no _build/quarto/report/briefing.pdf"),
        ("path", "contains the path of a folder on this machine"),
    ],
)
def test_quartos_failures_are_one_clear_line(stand_in, tmp_path, how, says):
    stand_in(how)
    with pytest.raises(KzvnError) as error:
        quarto.render(make_project(tmp_path / "p"), version=VERSION, as_of="2026-02-18")
    assert says in str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("WARN: verapdf is not installed.", ["Quarto remarks: verapdf is not installed."]),
        (
            "[typst]: Compiling briefing.typ to briefing.pdf...warning: unknown font family: fira sans",
            ["Quarto remarks: unknown font family: fira sans"],
        ),
        ("Output created: _build/quarto/report/briefing.html", []),
    ],
)
def test_every_other_warning_of_quartos_is_told(stand_in, tmp_path, printed, told):
    stand_in(f"says {printed}")
    notes = []
    quarto.render(make_project(tmp_path / "p"), version=VERSION, as_of="2026-02-18", note=notes.append)
    assert notes == told


def test_a_quarto_that_does_not_end_is_stopped_with_all_it_started(stand_in, tmp_path, monkeypatch):
    stand_in("hangs")
    monkeypatch.setenv("KZVN_QUARTO_SECONDS", "3")
    project = make_project(tmp_path / "p")
    with pytest.raises(KzvnError, match="did not end within 3 seconds and was stopped"):
        quarto.render(project, version=VERSION, as_of="2026-02-18")
    child = Path("/proc") / (project.root / "child").read_text()
    assert not child.exists() or "Z" in (child / "stat").read_text().split()
    assert not (project.report / "briefing.typ").exists()


def test_files_of_an_earlier_run_do_not_pass_for_new_ones(stand_in, tmp_path):
    project = make_project(tmp_path / "p")
    stand_in()
    quarto.render(project, version=VERSION, as_of="2026-02-18")
    stand_in("nothing")
    with pytest.raises(KzvnError, match="made no"):
        quarto.render(project, version=VERSION, as_of="2026-02-18")


def test_the_project_file_names_only_what_is_there():
    settings = yaml.safe_load((ROOT / "_quarto.yml").read_text(encoding="utf-8"))
    assert settings["project"]["output-dir"] == "_build/quarto"
    html, typst = settings["format"]["html"], settings["format"]["typst"]
    assert html["filters"] == typst["filters"]
    named = [
        html["css"],
        html["template"],
        settings["project"]["pre-render"],
        html["include-in-header"],
        html["include-before-body"],
        typst["include-before-body"],
        *typst["template-partials"],
        *html["filters"],
        *settings["project"]["render"],
    ]
    assert [name for name in named if name != "quarto" and not (ROOT / name).is_file()] == []
    assert (html["minimal"], html["theme"], html["notebook-links"]) == (True, "none", False)


def test_every_shortcode_of_the_document_stands_alone_on_its_line():
    lines = (ROOT / "report" / "briefing.qmd").read_text(encoding="utf-8").splitlines()
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if "{{<" in line:
            assert line.startswith("{{< embed ") and line.endswith(" >}}")
            assert before == after == ""


def test_a_release_by_quarto_holds_the_same_files_and_names_the_engine(stand_in, tmp_path):
    stand_in()
    project = make_project(tmp_path / "p")
    shutil.copytree(ROOT / "seeds", project.root / "seeds")
    released = render(project.root / "seeds", tmp_path / "out", project=project)
    manifest = json.loads((released.folder / "manifest.json").read_text())
    assert manifest["engine"] == {"name": "quarto", "version": "1.11.3"}
    assert released.pdf.read_bytes().startswith(b"%PDF-1.7 stand-in")
    assert "data-notebook" not in released.html.read_text()
    assert (released.folder / "tables" / "reconciled_trade.csv").exists()
    assert len(list((released.folder / "notebooks").iterdir())) == 4
    # The document was set from notebooks that know the release's name.
    stamp = (project.executed / "evidence.ipynb").read_text()
    assert f'version = \\"{released.version}\\"' in stamp


def test_quarto_alone_has_tables_and_notebooks_prepared(no_quarto, tmp_path, monkeypatch):
    project = make_project(tmp_path / "p")
    shutil.copytree(ROOT / "seeds", project.root / "seeds")
    monkeypatch.chdir(project.root)
    monkeypatch.delenv(quarto.PREPARED, raising=False)
    assert CliRunner().invoke(main, ["prepare"]).exit_code == 0
    assert (project.tables / "trade.parquet").exists() and (project.tables / "reconciled_visits.csv").exists()
    assert sorted(path.stem for path in project.executed.glob("*.ipynb")) == sorted(NOTEBOOKS)


def test_what_is_prepared_is_not_prepared_again(tmp_path, monkeypatch):
    project = make_project(tmp_path / "p")
    monkeypatch.chdir(project.root)
    monkeypatch.setenv(quarto.PREPARED, VERSION)
    assert CliRunner().invoke(main, ["prepare"]).exit_code == 0
    assert not project.build.exists()
