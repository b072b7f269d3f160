#!/usr/bin/env python3
"""How well the reading does on articles whose rows are known.

Reads the articles of ../shared/dev, and prints per table how many rows were found and how many of
those are exact.  A third of the articles (every third one) is kept apart: rules are not written from
them, so their score tells how the rules do on news they were not written for.

    make score                      both parts, with what was missed (-), invented (+) or differs (~)
    python tests/score.py --brief   the figures only
    python tests/score.py --apart   also list the errors of the third kept apart
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import kzvn_analysis as kz
from kzvn_analysis.tables import save

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEV = SHARED / "dev"


def kept_apart(article_id: str) -> bool:
    digits = "".join(c for c in article_id if c.isdigit())
    return bool(digits) and int(digits) % 3 == 0


def part_of_gold(gold: Path, part: Path, wanted) -> None:
    """Copy the rows of the wanted articles from the folder `gold` to the folder `part`."""
    part.mkdir()
    for path in sorted(gold.glob("*.csv")):
        with (
            path.open(newline="", encoding="utf-8") as source,
            (part / path.name).open("w", newline="", encoding="utf-8") as out,
        ):
            rows = csv.reader(source)
            writer = csv.writer(out)
            writer.writerow(next(rows))
            writer.writerows(row for row in rows if wanted(row[0]))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--brief", action="store_true", help="figures only")
    options.add_argument("--apart", action="store_true", help="list the errors of the third kept apart as well")
    asked = options.parse_args()
    if not DEV.is_dir():
        print("score: there is no ../shared/dev beside the project; nothing to measure against")
        return 0
    parts = {
        "two thirds, rules are written from them": (lambda a: not kept_apart(a), not asked.brief),
        "one third, kept apart": (kept_apart, asked.apart and not asked.brief),
        "all": (lambda a: True, False),
    }
    with tempfile.TemporaryDirectory() as scratch:
        tables = Path(scratch) / "tables"
        save(kz.parse(kz.read_seeds(DEV / "articles")), tables)
        for number, (title, (wanted, errors)) in enumerate(parts.items()):
            gold = Path(scratch) / f"gold{number}"
            part_of_gold(DEV / "gold", gold, wanted)
            command = [sys.executable, SHARED / "score.py", tables, gold, "--articles", DEV / "articles"]
            print(f"\n== {title}", flush=True)
            subprocess.run(command + ["--errors"] * errors, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
