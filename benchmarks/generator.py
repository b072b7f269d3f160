"""Clippings for measuring growth: as many as are wanted, each made of the sentences in data/news.toml, from a seed.

A part of them tells of Kazakhstan and Viet Nam together, out of a fixed stock of visits, figures, papers and projects,
as in an archive, where many clippings tell of one event; the rest is other news.  A stated share are reprints: an
earlier clipping under another headline, edited, cut, with another credit.  Number n is the same whatever is made before
or after it, so an archive of any size begins with the same clippings.

Usage: python benchmarks/generator.py COUNT OUT [--seed N] [--reprints SHARE] [--bilateral SHARE]
OUT ending in .jsonl or .jsonl.gz becomes JSON Lines; anything else a folder of text files with its sources.csv.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import gzip
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random

NEWS = tomllib.loads((Path(__file__).parent / "data" / "news.toml").read_text(encoding="utf-8"))
MONTHS = list(calendar.month_name)[1:]
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
KINDS = ("visit", "trade", "pact", "project")
STOCK = {"visit": 1500, "trade": 27, "pact": 250, "project": 250}
FIRST, LAST = date(2000, 1, 1), date(2026, 6, 30)
NEAR = 2000  # how far before a reprint its original stands at most
_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Generator:
    """Makes clipping number n.

    Attributes
    ----------
    seed : int
    reprints : float
        Share of clippings that print an earlier one again.
    bilateral : float
        Share of the others that tell of the two countries together.
    """

    seed: int = 0
    reprints: float = 0.2
    bilateral: float = 0.35

    def record(self, number: int) -> dict[str, str]:
        """``article_id``, ``text``, ``published``, ``outlet``, ``url`` of clipping `number`."""
        source, first = self._random(number), self.original(number)
        told = self._random(first, "text")
        made = _Telling(told, self._event(told))
        head, paragraphs = made.head(), made.paragraphs()
        which = source.randrange(len(NEWS["names"]["outlets"]))
        made.slots["outlet"] = NEWS["names"]["outlets"][which]
        published = made.published
        if first != number:
            published += timedelta(days=source.randrange(4))
            head = _Telling(source, made.event).head() if source.random() < 0.7 else head
            paragraphs = _edited(paragraphs, source)
        made.source = source
        text = "\n\n".join([head, made.dateline() + paragraphs[0], *paragraphs[1:], made.credit()]).strip() + "\n"
        return {
            "article_id": f"c{number:07}",
            "text": text,
            "published": published.isoformat(),
            "outlet": made.slots["outlet"],
            "url": f"https://{NEWS['names']['sites'][which]}/{published:%Y/%m}/{number}",
        }

    def original(self, number: int) -> int:
        """The clipping whose text `number` prints: itself, unless it is a reprint."""
        while number and (source := self._random(number, "print")).random() < self.reprints:
            number -= 1 + source.randrange(min(number, NEAR))
        return number

    def _event(self, source: Random) -> _Event:
        if source.random() >= self.bilateral:
            return _Event("other", source.randrange(10**9), self.seed)
        kind = source.choices(KINDS, (4, 4, 1, 1))[0]
        return _Event(kind, source.randrange(STOCK[kind]), self.seed)

    def _random(self, number: int, what: str = "") -> Random:
        return Random(f"{self.seed} {number} {what}")


@dataclass(frozen=True)
class _Event:
    """Something that happened, the same for all clippings that tell of it."""

    kind: str
    number: int
    seed: int

    @cached_property
    def slots(self) -> dict[str, str]:
        source, names = Random(f"{self.seed} {self.kind} {self.number}"), NEWS["names"]
        kazakh = f"{source.choice(names['kazakh_given'])} {source.choice(names['kazakh_family'])}"
        vietnamese = " ".join(source.choice(names[f"vietnamese_{part}"]) for part in ("family", "middle", "given"))
        from_kazakhstan = source.random() < 0.5
        day = FIRST + timedelta(days=source.randrange((LAST - FIRST).days))
        until = day + timedelta(days=source.randrange(1, 4))
        year, role = 2000 + self.number % 27, source.choice(names["roles_high"] + names["roles"])
        turnover = 40 * 1.13 ** (year - 2000) + source.randrange(30)
        export = turnover * source.uniform(0.3, 0.6)
        visitor, counterpart = (kazakh, vietnamese) if from_kazakhstan else (vietnamese, kazakh)
        return {
            "day_of": day.isoformat(),
            "visitor": visitor,
            "visitor_family": visitor.split()[-1],
            "counterpart": counterpart,
            "counterpart_family": counterpart.split()[-1],
            "origin": "Kazakhstan" if from_kazakhstan else "Vietnam",
            "host": "Vietnam" if from_kazakhstan else "Kazakhstan",
            "city": source.choice(names["vietnamese_cities" if from_kazakhstan else "kazakh_cities"][:3]),
            "role": role,
            "role_lower": role.lower(),
            "other_role": role,
            "on_day": f"on {day.day} {MONTHS[day.month - 1]} {day.year}",
            "on_days": f"from {day.day} {MONTHS[day.month - 1]} to {until.day} {MONTHS[until.month - 1]} {until.year}",
            "next_month": f"{MONTHS[day.month % 12]} {day.year + day.month // 12}",
            "year": str(year if self.kind == "trade" else day.year),
            "month": MONTHS[day.month - 1],
            "turnover": f"{turnover:.1f}",
            "export": f"{export:.1f}",
            "import": f"{turnover - export:.1f}",
            "part": f"{turnover * 0.45:.1f}",
            "growth": str(source.randrange(3, 30)),
            "goal": f"{1 + source.randrange(1, 9) / 2:.1f}",
            "goal_year": str(year + 5),
            "number_months": source.choice(["three", "six", "nine"]),
            "number_flights": source.choice(["two", "three", "four"]),
            "kazakh_city": source.choice(names["kazakh_cities"]),
            "vietnamese_city": source.choice(names["vietnamese_cities"]),
            "field": source.choice(names["fields"]),
            "good": source.choice(names["goods"]),
        }


class _Telling:
    """One clipping's way to tell of an event."""

    def __init__(self, source: Random, event: _Event) -> None:
        self.source, self.event = source, event
        self.slots = dict(event.slots)
        day = date.fromisoformat(self.slots["day_of"])
        if event.kind == "trade":
            day = date(int(self.slots["year"]) + 1, 1, 10)
        self.published = day + timedelta(days=source.randrange(1, 5 if source.random() < 0.7 else 400))

    def head(self) -> str:
        line = self._fill(self.source.choice(NEWS["head"][self.event.kind]))
        return line[:1].upper() + line[1:]

    def paragraphs(self) -> list[str]:
        """Three or so, the first of which tells what is new."""
        own, is_other = NEWS[self.event.kind], self.event.kind == "other"
        news = self.source.sample(own["news"], 1 if is_other else self.source.choice((1, 1, 2)))
        more = self.source.sample(own["more"], min(len(own["more"]), self.source.randrange(2, 5)))
        about = own["more"] if is_other else [form for kind in KINDS for form in NEWS[kind]["more"]]
        rest = self.source.choices(about, k=self.source.randrange(1, 4))
        said = [self._sentence(form) for form in (*news[:1], *more[:1], *news[1:], *more[1:], *rest)]
        cut = max(1, len(said) // 2)
        return [" ".join(said[:cut]), " ".join(said[cut:])] if said[cut:] else [" ".join(said)]

    def dateline(self) -> str:
        return self._fill(self.source.choice(NEWS["dateline"]["forms"])) if self.event.kind != "other" else ""

    def credit(self) -> str:
        return self._fill(self.source.choice(NEWS["credit"]["lines"]))

    def _sentence(self, form: str) -> str:
        text = " ".join(self._fill(form).split())
        return text[:1].upper() + text[1:]

    def _fill(self, form: str) -> str:
        return _SLOT.sub(lambda match: self._slot(match[1]), form)

    def _slot(self, name: str) -> str:
        source, names = self.source, NEWS["names"]
        if "|" in name:
            return source.choice(name.split("|"))
        if name.endswith("_upper"):
            text = self._slot(name.removesuffix("_upper"))
            return text.upper() if name == "city_upper" else text[:1].upper() + text[1:]
        if name in self.slots:
            return self.slots[name]
        if name in ("good2", "good3", "field2", "elsewhere2"):
            return source.choice(names[f"{name[:-1]}s"] if name[:-1] != "elsewhere" else names["elsewhere"])
        if name == "person":
            return f"{source.choice(names['kazakh_given'])} {source.choice(names['vietnamese_given'])}sen"
        return {
            "elsewhere": lambda: source.choice(names["elsewhere"]),
            "topic": lambda: source.choice(NEWS["other"]["topics"]),
            "number": lambda: f"{source.randrange(11, 9800):,}",
            "number_small": lambda: source.choice(SMALL),
            "number_days": lambda: str(source.randrange(11, 45)),
            "percent": lambda: str(source.randrange(3, 68)),
            "age": lambda: str(source.randrange(19, 88)),
            "day": lambda: str(self.published.day),
            "year_past": lambda: str(self.published.year - source.randrange(1, 15)),
            "on_weekday": lambda: f"on {source.choice(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])}",
            "airline": lambda: source.choice(["Airline", "New flights"]),
        }[name]()


def _edited(paragraphs: list[str], source: Random) -> list[str]:
    """The text as another outlet prints it: a few words exchanged, perhaps without its end."""
    words = [part.split(" ") for part in paragraphs]
    for part in words:
        for _ in range(source.randrange(3)):
            at = source.randrange(3, max(4, len(part)))
            if at < len(part) and part[at].isalpha() and part[at].islower():
                part[at] = source.choice(["now", "also", "then", "still"])
    edited = [" ".join(part) for part in words]
    return edited[:-1] if len(edited) > 1 and source.random() < 0.2 else edited


def write(generator: Generator, count: int, out: Path) -> None:
    """Write the first `count` clippings to `out`, holding one at a time."""
    if out.name.endswith((".jsonl", ".jsonl.gz")):
        out.parent.mkdir(parents=True, exist_ok=True)
        temporary = out.with_name(f".{out.name}")
        with gzip.open(temporary, "wt", encoding="utf-8", compresslevel=1) if out.suffix == ".gz" else open(
            temporary, "w", encoding="utf-8"
        ) as file:
            for record in records(generator, count):
                file.write(f"{json.dumps(record, ensure_ascii=False)}\n")
        temporary.rename(out)
        return
    out.mkdir(parents=True, exist_ok=True)
    with (out / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(["file", "url", "outlet", "published"])
        for record in records(generator, count):
            name = f"{record['article_id']}.txt"
            (out / name).write_text(record["text"], encoding="utf-8")
            sheet.writerow([name, record["url"], record["outlet"], record["published"]])


def records(generator: Generator, count: int) -> Iterator[dict[str, str]]:
    return (generator.record(number) for number in range(count))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reprints", type=float, default=0.2)
    parser.add_argument("--bilateral", type=float, default=0.35)
    given = parser.parse_args()
    write(Generator(given.seed, given.reprints, given.bilateral), given.count, given.out)


if __name__ == "__main__":
    main()
