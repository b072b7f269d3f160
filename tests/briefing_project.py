"""A small project for tests: the real report sources, and notebooks that show what a test wants shown."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import nbformat

from kzvn_analysis.briefing import Released, render
from kzvn_analysis.briefing.project import Project

ROOT = Path(__file__).parent.parent
_EMBED = re.compile(r"\{\{< embed \.\./_build/notebooks/(\w+)\.ipynb#([\w-]+) >\}\}")
PARAMETERS = 'tables_dir = "_build/tables"\n# Form: day.\nas_of = ""\nversion = ""\nminimum = 2\n'
PICTURE = """\
from pathlib import Path
class Picture:
    def _repr_mimebundle_(self, include=None, exclude=None):
        svg = ('<svg xmlns="http://www.w3.org/2000/svg" width="432pt" height="216pt" viewBox="0 0 432 216">'
               '<rect x="20" y="40" width="%s" height="60" fill="#0b5a6d"/></svg>')
        data = {{"image/svg+xml": svg % {width}, "text/plain": "picture"}}
        return data, {{"image/svg+xml": {{"alt": "A bar \\"{label}\\" of {width}"}}}}
Picture()"""


# A short document with a picture, a table and texts: what is done again does not depend on how long it is.
_SHORT = {
    "trade_trends": ("fig-trade-periods", "tbl-trade-figures"),
    "visit_cadence": ("visits-findings",),
    "sector_cooperation": ("sectors-findings",),
    "evidence": ("key-findings", "what-changed", "evidence"),
}
_SHORT_DOCUMENT = """---
title: "A short briefing"
subtitle: "For tests"
description: "Says little."
lang: en-GB
toc-title: "Contents"
engine: markdown
---

## One part

""" + "\n\n".join(
    f"{{{{< embed ../_build/notebooks/{name}.ipynb#{label} >}}}}" for name, labels in _SHORT.items() for label in labels
)


NOTEBOOKS = ("trade_trends", "visit_cadence", "sector_cooperation", "evidence")


def make_briefing(folder: Path, clippings: dict[str, bytes]) -> Released:
    """A release of `clippings` (texts by file name) by the real notebooks."""
    for name in ("report", "notebooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(ROOT / "_quarto.yml", folder)
    seeds = folder / "seeds"
    seeds.mkdir()
    for name, data in clippings.items():
        (seeds / name).write_bytes(data)
    return render(seeds, folder / "briefings", engine="embedded", project=Project(folder))


def labels() -> dict[str, list[str]]:
    """The labels that the real document embeds, by notebook."""
    found: dict[str, list[str]] = {name: [] for name in NOTEBOOKS}
    for name, label in _EMBED.findall((ROOT / "report" / "briefing.qmd").read_text(encoding="utf-8")):
        found[name].append(label)
    return found


def markdown(text: str) -> str:
    """Source of a cell that shows `text`."""
    return f"from IPython.display import Markdown\nMarkdown({text!r})"


def cell_for(label: str) -> str:
    """Source of a plausible cell with this label."""
    kind = label.partition("-")[0]
    if kind == "fig":
        return f'#| label: {label}\n#| fig-cap: "What {label} shows"\n' + PICTURE.format(
            label=label, width=len(label) * 10
        )
    if kind == "tbl":
        table = "| Period | Value |\n|:--|--:|\n| 2024 | \\$879 m^[Trend [evidence](#trade-1a2b3c4d)] |\n"
        return f'#| label: {label}\n#| tbl-cap: "What {label} holds"\n' + markdown(table)
    text = {
        "evidence": "[]{#trade-1a2b3c4d}Turnover was \\$879 m. Nguyễn Phú Trọng met Қасым-Жомарт Тоқаев.",
        "key-findings": "- Trade **grew**.^[Trend: “grew” [evidence](#trade-1a2b3c4d)]\n- Visits went on.\n",
        "tiles": "- **\\$879 m** turnover in 2024\n- **12** days since the last visit\n",
    }.get(label, f"A sentence of {label}.")
    return f"#| label: {label}\n" + markdown(text)


def make_project(folder: Path, cells: dict[str, str] | None = None, document: str | None = None) -> Project:
    """Lay a project out in `folder`.

    Parameters
    ----------
    cells
        Sources of cells by label, instead of the plausible ones.
    document
        Another text for ``briefing.qmd``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "report", folder / "report")
    shutil.copy(ROOT / "_quarto.yml", folder)
    if document is not None:
        (folder / "report" / "briefing.qmd").write_text(document, encoding="utf-8")
    for name, wanted in labels().items():
        sources = [(cells or {}).get(label) or cell_for(label) for label in wanted]
        write_notebook(folder / "notebooks" / f"{name}.ipynb", sources)
    return Project(folder)


def make_short_project(folder: Path) -> Project:
    """A project of two clippings and a short document; trade_trends reads a table, visit_cadence has a parameter."""
    project = make_project(folder, document=_SHORT_DOCUMENT)
    declared = {
        "trade_trends": 'reads = ["trade"]\nas_of = ""\n',
        "visit_cadence": 'as_of = ""\nfloor = 1\n',
    }
    for name, shown in _SHORT.items():
        write_notebook(project.notebook(name), [cell_for(label) for label in shown], declared.get(name, 'as_of = ""\n'))
    seeds = project.root / "seeds"
    seeds.mkdir()
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        shutil.copy(path, seeds)
    return project


def write_notebook(path: Path, sources: list[str], parameters: str = PARAMETERS) -> Path:
    """A notebook with a parameters cell and these code cells."""
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    )
    notebook.cells = [nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]}, id="parameters")]
    notebook.cells += [nbformat.v4.new_code_cell(text, id=f"cell-{n}") for n, text in enumerate(sources)]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


def executed(project: Project, name: str, cells: dict[str, list[dict]], options: dict[str, str] | None = None) -> None:
    """Write an executed notebook by hand: outputs by label, further options by label."""
    made = []
    for label, outputs in cells.items():
        source = f"#| label: {label}\n" + (options or {}).get(label, "") + "1"
        made.append(
            {
                "cell_type": "code",
                "id": label,
                "metadata": {},
                "source": source,
                "execution_count": 1,
                "outputs": outputs,
            }
        )
    path = project.executed / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")


def shows(text: str, media: str = "text/markdown") -> dict:
    """An output of a cell."""
    return {"output_type": "display_data", "data": {media: text}, "metadata": {}}
