"""How long a short run takes, start-up included: the help, the five clippings by the command and by the library.

Each time is that of a whole new process, outside a project, so that no clipping comes from its cache.  What Python
compiles of modules and patterns is compiled once before, and once left out, as after an installation (`first run`).

Usage: python benchmarks/start.py [runs]; prints a table and writes benchmarks/results/start.md.
"""

from __future__ import annotations

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
SEEDS, RESULTS = ROOT / "seeds", ROOT / "benchmarks" / "results" / "start.md"
LIBRARY = f"import kzvn_analysis as kz; kz.parse({str(SEEDS)!r})"
KZVN = [sys.executable, "-m", "kzvn_analysis"]
COMMANDS = {
    "`kzvn --help`": [*KZVN, "--help"],
    "`kzvn parse seeds --out tables`": [*KZVN, "parse", str(SEEDS), "--out", "tables", "-q"],
    '`kz.parse("seeds")`': [sys.executable, "-c", LIBRARY],
    "`import pandas`, beside them": [sys.executable, "-c", "import pandas"],
}


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        text = report(measure(Path(folder), runs), runs)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def measure(folder: Path, runs: int) -> dict[str, list[float]]:
    """Seconds of each run by what was run, the first of each with an empty store of compiled code."""
    seconds: dict[str, list[float]] = {}
    for what, command in COMMANDS.items():
        store = folder / str(len(seconds))
        seconds[what] = [timed(command, folder, store) for _ in range(runs + 1)]
    return seconds


def timed(command: list[str], folder: Path, store: Path) -> float:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(store)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    shutil.rmtree(folder / "tables", ignore_errors=True)
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begun


def report(seconds: dict[str, list[float]], runs: int) -> str:
    lines = [
        "# Start-up",
        "",
        f"Whole processes, outside a project; median of {runs} runs after the first,"
        " in which Python compiled everything anew.",
        "",
        "| what | s | fastest | first run |",
        "|:--|--:|--:|--:|",
    ]
    for what, (first, *later) in seconds.items():
        lines.append(f"| {what} | {statistics.median(later):.2f} | {min(later):.2f} | {first:.2f} |")
    load = ", ".join(f"{n:.1f}" for n in os.getloadavg())
    versions = f"Python {platform.python_version()}; pandas {metadata.version('pandas')}"
    lines += ["", f"{versions}; load average at the end {load}.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
