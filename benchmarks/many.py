"""Rendering few clippings and many: time of a whole `kzvn render`, size of the page and the PDF, what they show.

Five clippings are those of `seeds/`; more are made by generator.py.  What was measured with the same library and
packages is kept in _build/bench and not measured again; a project that was being rendered is rendered on from what its
cache holds, and its time is then told as that of a resumed run.

Usage: python benchmarks/many.py [--sizes 5,500,50000] [--again]
writes benchmarks/results/many.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from generator import Generator, write
from growth import SCRATCH, library
from render import processor

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "many.md"
RENDER = [sys.executable, "-m", "kzvn_analysis", "render", "--engine", "embedded", "--quiet", "--limit", "7200"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="5,500,50000")
    parser.add_argument("--again", action="store_true", help="forget what was measured before")
    given = parser.parse_args()
    found = []
    for size in map(int, given.sizes.split(",")):
        print(f"{size:,} clippings …", flush=True)
        found.append(measurement(size, given.again))
        report(found)
    print(RESULTS.read_text(encoding="utf-8"))


def measurement(size: int, again: bool) -> dict:
    project, code = SCRATCH / f"render-{size}", library()
    note = project / "measured.json"
    if not again and note.exists() and (found := json.loads(note.read_text()))["code"] == code:
        return found
    resumed = not again and project.exists()
    if not resumed:
        shutil.rmtree(project, ignore_errors=True)
        prepare(project, size)
    begun = time.perf_counter()
    subprocess.run(RENDER, cwd=project, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - begun
    release = (project / "briefings" / "latest").resolve()
    page = (release / "briefing.html").read_text(encoding="utf-8")
    found = {
        "code": code,
        "size": size,
        "seconds": seconds,
        "resumed": resumed,
        "html": len(page.encode()),
        "pdf": (release / "briefing.pdf").stat().st_size,
        "words": len(re.sub(r"<(script|style|svg).*?</\1>|<[^>]+>", " ", page, flags=re.S).split()),
        "tables": sum(path.stat().st_size for path in (release / "tables").glob("*.parquet")),
    }
    note.write_text(json.dumps(found))
    return found


def prepare(project: Path, size: int) -> None:
    """A project with so many clippings, whole or not at all."""
    making = project.with_name(f".{project.name}")
    shutil.rmtree(making, ignore_errors=True)
    for part in ("notebooks", "report"):
        shutil.copytree(ROOT / part, making / part, ignore=shutil.ignore_patterns(".*"))
    shutil.copy(ROOT / "_quarto.yml", making)
    if size == 5:
        shutil.copytree(ROOT / "seeds", making / "seeds")
    else:
        write(Generator(), size, making / "seeds")
    making.rename(project)


def report(found: list[dict]) -> None:
    rows = "".join(
        f"| {one['size']:,} | {one['seconds']:.1f}{' (resumed)' if one['resumed'] else ''} | {one['html'] / 1e6:.2f} "
        f"| {one['words']:,} | {one['pdf'] / 1e6:.2f} | {one['tables'] / 1e6:.2f} |\n"
        for one in found
    )
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(
        "# Few clippings and many\n\nA whole `kzvn render`, cold: reading, notebooks, page and PDF. Five "
        "clippings are those of `seeds/`, more are made by `benchmarks/generator.py`. Tables grow; the page shows"
        " what matters and says what it leaves to them.\n\n| clippings | s | page, MB | words on it | PDF, MB | "
        "tables, MB of Parquet |\n|--:|--:|--:|--:|--:|--:|\n"
        f"{rows}\nMachine: {processor()}, {cores} cores, {platform.system()} {platform.release()}; load average at the "
        f"end {busy}; Python {platform.python_version()}.\n\n"
        f"Command: `python {' '.join(['benchmarks/many.py', *sys.argv[1:]])}`\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
