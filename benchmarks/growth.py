"""How the reading of an archive grows: rate, time and memory at 1,000 to 100,000 clippings, with one worker and two.

The clippings are those of generator.py, a fifth of them reprints.  Each measurement is a process of its own that calls
`kzvn_analysis.parse_archive` on JSON Lines with a cluster on this machine; beside it the resident memory of the main
process and of every worker is asked for five times a second.  What was measured with the same library and packages is
kept in _build/bench and not measured again, so a run that was stopped goes on with the size that it had begun.

Usage: python benchmarks/growth.py [--sizes 1000,10000,100000] [--workers 1,2] [--million] [--again]
writes benchmarks/results/growth.md and growth.png.  --million adds 1,000,000 clippings with all workers.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from importlib import metadata
from pathlib import Path

from generator import Generator, write
from render import processor

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results"
SCRATCH = ROOT / "_build" / "bench"
PACKAGES = ("dask", "distributed", "pandas", "pyarrow")
EVERY = 0.2  # seconds between two looks at the memory
MILLION = 1_000_000


def main() -> None:
    given = arguments()
    sizes = [int(size) for size in given.sizes.split(",") if size]
    workers = [int(number) for number in given.workers.split(",")]
    wanted = [(size, number) for size in sizes for number in workers]
    wanted += [(MILLION, max(workers))] if given.million else []
    if given.again:
        shutil.rmtree(SCRATCH / "measured", ignore_errors=True)
    for size, number in wanted:
        print(f"{size:,} clippings, {number} worker{'s' * (number > 1)} …", flush=True)
        found = measurement(size, number)
        print(f"  {found['rate']:.0f} clippings a second, {found['seconds']:.0f} s", flush=True)
        # After each, so that an unattended run leaves what it has.
        report(made())


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--million", action="store_true", help="measure 1,000,000 clippings, too")
    parser.add_argument("--again", action="store_true", help="forget what was measured before")
    return parser.parse_args()


def measurement(size: int, workers: int) -> dict:
    """What reading `size` clippings takes; from an earlier run where nothing has changed since."""
    kept = SCRATCH / "measured" / f"{size:07}-{workers}.json"
    code = library()
    if kept.exists() and (found := json.loads(kept.read_text()))["code"] == code:
        return found
    source = clippings(size)
    out = SCRATCH / f"archive-{size}-{workers}"
    shutil.rmtree(out, ignore_errors=True)
    about = {"code": code, "size": size, "workers": workers, "bytes": source.stat().st_size}
    found = about | watched(source, out, workers)
    shutil.rmtree(out)
    found["rate"] = size / found["seconds"]
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(found))
    return found


def clippings(size: int) -> Path:
    path = SCRATCH / f"clippings-{size}.jsonl"
    if not path.exists():
        write(Generator(), size, path)
    return path


def library() -> str:
    from kzvn_analysis.archive.version import rules_together

    return f"{rules_together()} {' '.join(metadata.version(name) for name in PACKAGES)}"


def watched(source: Path, out: Path, workers: int) -> dict:
    """Run the reading in a process of its own and watch the memory of it and of its workers."""
    import psutil

    command = [sys.executable, __file__, "--read", source, out, str(workers)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    watching, peak, of_worker = psutil.Process(child.pid), 0, 0
    while child.poll() is None:
        try:
            peak = max(peak, watching.memory_info().rss)
            for process in watching.children(recursive=True):
                of_worker = max(of_worker, resident(process))
        except psutil.Error:
            pass
        time.sleep(EVERY)
    if child.returncode:
        sys.exit(f"reading {source.name} failed")
    return {**json.loads(child.stdout.read().splitlines()[-1]), "main": peak, "worker": of_worker}


def resident(process) -> int:
    import psutil

    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0


def run(source: str, out: str, workers: str) -> None:
    """In a process of its own: read the archive, print the seconds."""
    import kzvn_analysis as kz

    begun = read = time.perf_counter()

    def progress(_: object) -> None:
        nonlocal read
        read = time.perf_counter()

    parsed = kz.parse_archive(source, out, workers=int(workers), progress=progress)
    end = time.perf_counter()
    told = {"seconds": end - begun, "reading": read - begun, "reprints": parsed.reprints, "read": parsed.read}
    print(json.dumps(told | {"rows": parsed.rows["trade"] + parsed.rows["visits"]}))


def made() -> list[dict]:
    """All measurements of this library, the small ones first."""
    code, found = library(), [json.loads(path.read_text()) for path in sorted((SCRATCH / "measured").glob("*.json"))]
    return [one for one in found if one["code"] == code]


def report(measured: list[dict]) -> None:
    RESULTS.mkdir(exist_ok=True)
    draw(measured)
    rows = "".join(
        f"| {one['size']:,} | {one['bytes'] / 1e6:.1f} | {one['workers']} | {one['seconds']:.1f} "
        f"| {one['seconds'] - one['reading']:.1f} | {one['rate']:.0f} | {one['bytes'] / 1e6 / one['seconds']:.2f} "
        f"| {one['main'] / 1e6:.0f} | {one['worker'] / 1e6:.0f} | {one['reprints']:,} |\n"
        for one in measured
    )
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES)
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    (RESULTS / "growth.md").write_text(
        "# Growth\n\nClippings of `benchmarks/generator.py` (seed 0, a fifth of them reprints, a third of the "
        "others about the two countries) as JSON Lines; `kzvn_analysis.parse_archive` with a cluster on this "
        "machine, start of the cluster, reprints and reconciling included. Memory is the peak of what is "
        "resident, of the main process and of the largest worker.\n\n| clippings | MB | workers | s | of these, "
        "after reading | clippings/s | MB/s | main, MB | worker, MB | reprints |\n"
        f"|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n{rows}\n"
        f"![Time and memory by number of clippings](growth.png)\n\n{findings(measured)}\n"
        f"Machine: {processor()}, {cores} cores, {platform.system()} {platform.release()}; load average at the end "
        f"{busy}. Python {platform.python_version()}; {versions}.\n\n"
        f"Command: `python {' '.join(['benchmarks/growth.py', *sys.argv[1:]])}`\n",
        encoding="utf-8",
    )


def findings(measured: list[dict]) -> str:
    """What the goals ask for: how memory and time grow from 10,000 clippings, and what a second worker gives."""
    by = {(one["size"], one["workers"]): one for one in measured}
    said = []
    for (size, workers), one in by.items():
        base, alone = by.get((10_000, workers)), by.get((size, 1))
        if base and size > 10_000:
            main, worker = (100 * (one[who] / base[who] - 1) for who in ("main", "worker"))
            slower = (one["seconds"] / size) / (base["seconds"] / 10_000)
            said.append(
                f"- {size:,} clippings against 10,000, {workers} worker{'s' * (workers > 1)}: memory of the main "
                f"process {main:+.0f} %, of a worker {worker:+.0f} %; time for each clipping × {slower:.2f}.\n"
            )
        if workers > 1 and alone:
            said.append(f"- {size:,} clippings: {workers} workers are {alone['seconds'] / one['seconds']:.2f} × one.\n")
    return "".join(said)


def draw(measured: list[dict]) -> None:
    """Time and memory over the number of clippings, a line for each number of workers."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4), layout="constrained")
    colours = {1: "#1b6ca8", 2: "#c8553d"}
    for workers in sorted({one["workers"] for one in measured}):
        own = [one for one in measured if one["workers"] == workers]
        sizes, colour = [one["size"] for one in own], colours.get(workers, "#555555")
        name = f"{workers} worker{'s' * (workers > 1)}"
        left.loglog(sizes, [one["seconds"] for one in own], "o-", color=colour, label=name)
        right.semilogx(sizes, [one["worker"] / 1e6 for one in own], "o-", color=colour, label=f"a worker of {workers}")
        right.semilogx(sizes, [one["main"] / 1e6 for one in own], "s--", color=colour, label=f"main process, {name}")
    left.set(xlabel="clippings", ylabel="seconds", title="Time")
    right.set(xlabel="clippings", ylabel="MB resident at most", title="Memory", ylim=(0, None))
    for axes in (left, right):
        axes.legend(frameon=False, fontsize=8)
        axes.grid(alpha=0.25)
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(RESULTS / "growth.png", dpi=130, metadata={"Software": None})
    plt.close(figure)


if __name__ == "__main__":
    if "--read" in sys.argv:
        run(*sys.argv[-3:])
    else:
        main()
