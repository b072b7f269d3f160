"""How long a render takes: cold, with nothing changed, with one clipping added, with one notebook edited.

Beside it in the same run: the same four notebooks executed one after another by `jupyter nbconvert --execute` and by
Papermill, and the document set by Pandoc, the way a plain `quarto render` goes.  Where there is a Quarto on the PATH,
`quarto render` itself runs, too.  Every time is that of a whole process, start-up included.

Usage: python benchmarks/render.py [runs]; prints a table and writes benchmarks/results/render.md.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "render.md"
KZVN = [sys.executable, "-m", "kzvn_analysis"]
RENDER = [*KZVN, "render", "--engine", "embedded", "--quiet"]
NOTEBOOKS = ("trade_trends", "visit_cadence", "sector_cooperation", "evidence")
PACKAGES = ("papermill", "nbconvert", "nbclient", "ipykernel", "pypandoc_binary", "typst", "pandas", "matplotlib")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as scratch:
        measured = measure(Path(scratch), runs)
    text = report(measured, runs)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def measure(scratch: Path, runs: int) -> dict[str, tuple[str, list[float]]]:
    """Command and seconds of each run, by what is measured."""
    project = scratch / "project"
    for part in ("notebooks", "report", "seeds"):
        shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns(".*"))
    shutil.copy(ROOT / "_quarto.yml", project)
    found: dict[str, tuple[str, list[float]]] = {}

    def timed(what: str, *commands: list[str]) -> None:
        begun = time.perf_counter()
        for command in commands:
            subprocess.run(command, cwd=project, check=True, capture_output=True)
        shown = " && ".join(" ".join(shorter(c, project) for c in command) for command in commands)
        found.setdefault(what, (shown, []))[1].append(time.perf_counter() - begun)

    subprocess.run([*KZVN, "--help"], check=True, capture_output=True)  # what Python compiles is compiled now
    for number in range(runs):
        shutil.rmtree(project / "_build", ignore_errors=True)
        shutil.rmtree(project / "briefings", ignore_errors=True)
        timed("cold", RENDER)
        timed("unchanged", RENDER)
        text = sorted((ROOT / "seeds").glob("*.txt"))[0].read_text(encoding="utf-8")
        (project / "seeds" / "added.txt").write_text(f"{text}\nAdded in run {number}.\n", encoding="utf-8")
        timed("one clipping added", RENDER)
        edit(project / "notebooks" / "trade_trends.ipynb", number)
        timed("one notebook edited", RENDER)
        timed("kzvn --help", [*KZVN, "--help"])
        (project / "seeds" / "added.txt").unlink()
        peers(project, timed)
    return found


def peers(project: Path, timed) -> None:
    """The same work by the usual tools: tables, then each notebook in turn, then the document."""
    parse = [*KZVN, "parse", "seeds", "--out", "_build/tables", "--quiet"]
    document = pandoc(project)
    (project / "_build" / "peer").mkdir(exist_ok=True)
    by_papermill = [
        [sys.executable, "-m", "papermill", "--no-progress-bar", f"notebooks/{name}.ipynb", f"_build/peer/{name}.ipynb"]
        for name in NOTEBOOKS
    ]
    timed("peer: papermill in turn, then Pandoc", parse, *by_papermill, *document)
    paths = [f"notebooks/{name}.ipynb" for name in NOTEBOOKS]
    if shutil.which("jupyter-nbconvert", path=str(Path(sys.executable).parent)):
        convert = [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--output-dir", "_build/peer"]
        timed("peer: nbconvert in turn, then Pandoc", parse, [*convert, *paths], *document)
    if shutil.which("quarto"):
        timed("peer: quarto render", ["quarto", "render"])


def pandoc(project: Path) -> list[list[str]]:
    """Pandoc's commands for the executed notebooks, to HTML and to Typst."""
    from kzvn_analysis.briefing.pandoc import program

    read = [program(), "--file-scope", "-f", "ipynb", *(f"_build/peer/{name}.ipynb" for name in NOTEBOOKS), "-s"]
    return [
        [*read, "--embed-resources", "-o", "_build/peer/briefing.html"],
        [*read, "-t", "typst", "-o", "_build/peer/briefing.typ"],
    ]


def edit(notebook: Path, number: int) -> None:
    raw = json.loads(notebook.read_text(encoding="utf-8"))
    raw["cells"][0]["source"] = [f"# Trade, edition {number}\n", *raw["cells"][0]["source"][1:]]
    notebook.write_text(json.dumps(raw), encoding="utf-8")


def shorter(word: str, project: Path) -> str:
    return Path(word).name if os.path.isabs(word) else word.replace(str(project), ".")


def report(measured: dict[str, tuple[str, list[float]]], runs: int) -> str:
    cold = statistics.median(measured["cold"][1])
    head = "| what | median s | fastest | slowest | cold ÷ this |\n|:--|--:|--:|--:|--:|\n"
    rows = "".join(
        f"| {what} | {statistics.median(times):.2f} | {min(times):.2f} | {max(times):.2f} "
        f"| {cold / statistics.median(times):.2f} |\n"
        for what, (_, times) in measured.items()
    )
    commands = "".join(f"- {what}: `{command}`\n" for what, (command, _) in measured.items())
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES if there(name))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    return (
        f"# Time of a render\n\nThe five clippings of `seeds/`; {runs} runs of each, interleaved; whole processes, "
        f"start-up included.\n\n{head}{rows}\n"
        f"Machine: {processor()}, {cores} cores, {platform.system()} {platform.release()}; load average at the end "
        f"{busy}.\nPython {platform.python_version()}; {versions}.\n\n## Commands\n\n{commands}"
    )


def there(name: str) -> bool:
    try:
        return bool(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


if __name__ == "__main__":
    main()
