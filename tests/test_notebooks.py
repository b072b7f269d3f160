"""The notebooks: run through Papermill with several parameter sets; thin, labelled, without outputs."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import papermill
import pytest
from facts_by_hand import expected, tables

NOTEBOOKS = {
    "trade_trends": {
        "trade-findings",
        "fig-trade-periods",
        "fig-trade-balance",
        "tbl-trade-figures",
        "tbl-trade-derived",
        "trade-limits",
    },
    "visit_cadence": {
        "visits-findings",
        "fig-visits-timeline",
        "fig-visits-intervals",
        "tbl-visits",
        "visits-limits",
    },
    "sector_cooperation": {
        "sectors-findings",
        "fig-sector-stages",
        "fig-sector-ladder",
        "fig-routes",
        "tbl-sectors",
        "agreements-findings",
        "tbl-agreements",
        "tbl-projects",
        "sectors-limits",
    },
    "evidence": {"stamp", "key-findings", "tiles", "conflicts", "sources", "evidence", "left-out"},
}
# What an analyst would turn, and a place where that must show.
SETS = [
    (
        "trade_trends",
        "five",
        {},
        "trade-findings",
        r"\$879 million for 2024, is given by Trend",
    ),
    (
        "trade_trends",
        "five",
        {"as_of": "2024-01-01", "period": "2023"},
        "tbl-trade-figures",
        "January–May 2023",
    ),
    ("trade_trends", "empty", {}, "trade-findings", "No clipping gives a trade figure."),
    ("visit_cadence", "five", {}, "visits-findings", "272 days before"),
    ("visit_cadence", "five", {"levels": ["state"], "as_of": "2025-05-07"}, "visits-findings", "state visit"),
    ("visit_cadence", "empty", {}, "visits-findings", "No clipping reports a visit or a meeting."),
    ("sector_cooperation", "five", {"min_stage": "operating"}, "tbl-sectors", "| Operating |"),
    ("sector_cooperation", "empty", {}, "agreements-findings", "No clipping names an agreement"),
    ("evidence", "five", {"version": "2026-02-03.abc"}, "stamp", r"Version 2026\-02\-03\.abc"),
    ("evidence", "empty", {}, "evidence", "No clipping yields a statement."),
]


@pytest.fixture(scope="module")
def folders(root, tmp_path_factory) -> dict[str, Path]:
    made = {"five": expected(root / "tests" / "expected", root / "seeds"), "empty": tables()}
    out = {}
    for name, found in made.items():
        out[name] = tmp_path_factory.mktemp(name)
        found.save(out[name])
    return out


@pytest.fixture
def project(root, tmp_path, monkeypatch) -> Path:
    """A project's folder with the notebooks, and nothing of the machine's own settings."""
    (tmp_path / "_quarto.yml").write_text("project:\n  type: default\n", encoding="utf-8")
    shutil.copytree(root / "notebooks", tmp_path / "notebooks", ignore=shutil.ignore_patterns(".*"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    return tmp_path


@pytest.mark.parametrize(("name", "folder", "parameters", "label", "text"), SETS)
def test_a_notebook_runs_and_shows_what_its_parameters_ask_for(
    name, folder, parameters, label, text, folders, project
):
    done = _run(project, name, {"tables_dir": str(folders[folder]), **parameters})
    shown = {_label(cell): cell for cell in done["cells"] if _label(cell)}
    assert NOTEBOOKS[name] <= set(shown)
    assert text in _markdown(shown[label])
    for key, cell in shown.items():
        [output] = cell["outputs"]
        if key.startswith("fig-"):
            assert "".join(output["data"]["image/svg+xml"]).lstrip().startswith("<?xml")
            assert output["metadata"]["image/svg+xml"]["alt"].endswith(".")
        elif key == "what-changed":  # there is nothing to compare with
            assert _markdown(cell) == ""
        else:
            assert _markdown(cell).strip() and "^[" not in "".join(output["data"]["text/html"])


def test_a_relative_tables_folder_is_found_from_the_notebooks_folder_too(folders, project):
    (project / "_build").mkdir()
    (project / "_build" / "tables").symlink_to(folders["five"])
    done = _run(project, "evidence", {}, cwd=project / "notebooks")
    assert any("five sources" in _markdown(cell) for cell in done["cells"] if _label(cell) == "stamp")


def test_a_level_that_does_not_exist_is_named(folders, project):
    with pytest.raises(papermill.PapermillExecutionError, match="levels: stately is not a level of visits"):
        _run(project, "visit_cadence", {"tables_dir": str(folders["empty"]), "levels": ["stately"]})


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebooks_are_committed_bare_thin_and_readable(name, root):
    raw = json.loads((root / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    assert raw["nbformat"] == 4 and raw["metadata"]["kernelspec"]["name"] == "python3"
    cells = raw["cells"]
    assert len({c["id"] for c in cells}) == len(cells)
    code = [c for c in cells if c["cell_type"] == "code"]
    assert all(c["outputs"] == [] and c["execution_count"] is None for c in code)
    assert [i for i, c in enumerate(code) if "parameters" in c["metadata"].get("tags", ())] == [0]
    parameters = "".join(code[0]["source"])
    assert 'tables_dir = "_build/tables"' in parameters and 'as_of = ""' in parameters
    assert all(_lines_of_code(c) <= 9 for c in code), "a cell calls the library; it does not work by itself"
    labels = [_label(c) for c in code if _label(c)]
    assert NOTEBOOKS[name] <= set(labels) and len(labels) == len(set(labels))
    text = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    assert text.startswith("# ") and "?**" in text, "opens with its question"
    if name != "evidence":
        for part in ("## Parameters", "## The data", "## What the clippings show", "## What they cannot show"):
            assert part in text


def _run(project: Path, name: str, parameters: dict, cwd: Path | None = None) -> dict:
    out = project / f"{name}-done.ipynb"
    before = os.environ.get("PYDEVD_DISABLE_FILE_VALIDATION")
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    try:
        papermill.execute_notebook(
            str(project / "notebooks" / f"{name}.ipynb"),
            str(out),
            parameters=parameters,
            cwd=str(cwd or project),
            progress_bar=False,
            kernel_name="python3",
        )
    finally:
        if before is None:
            del os.environ["PYDEVD_DISABLE_FILE_VALIDATION"]
        else:
            os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = before
    return json.loads(out.read_text(encoding="utf-8"))


def _label(cell: dict) -> str | None:
    first = "".join(cell["source"]).split("\n", 1)[0]
    return first.removeprefix("#| label: ") if first.startswith("#| label: ") else None


def _markdown(cell: dict) -> str:
    return "".join("".join(o.get("data", {}).get("text/markdown", "")) for o in cell["outputs"])


def _lines_of_code(cell: dict) -> int:
    lines = "".join(cell["source"]).splitlines()
    return sum(bool(line.strip()) and not line.startswith("#") for line in lines)
