"""Source marks, and how a clipping is named wherever it is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from ..analysis.dossier import Dossier, Source
from ..reconcile.names import plain
from ..reconcile.records import JOIN
from .excerpt import excerpt
from .markup import Md, escape, join, link, note, place, source_place, strong, to
from .phrases import say
from .words import listed, number

IN_FULL = 3
IN_CELL = 8
IN_TEXT = 4
BELOW = 6


def mark(dossier: Dossier, facts: str | Iterable[str] | None) -> Md:
    """The source mark of a claim: a note with each source's outlet, day, quote and links.

    Parameters
    ----------
    dossier
    facts
        `fact_id`s, in a sequence or joined as tables join them.  Of a clipping that gives several, the
        first, of a text and its reprints the oldest; beyond `IN_FULL` clippings, only numbers, linked to the evidence.
        The quote is the part of the sentence around what is claimed; the evidence has it whole.
    """
    rows = _one_per_source(dossier, ids(facts))
    if not rows:
        return Md("")
    # A quote that names the visitor tells more than one that only speaks of "the visit".
    rows.sort(key=lambda row: not _names_whom(row))
    full = [_source(dossier, row) for row in rows[:IN_FULL]]
    more = [to(dossier.sources[row["article_id"]].mark, row["fact_id"]) for row in rows[IN_FULL:]]
    if len(more) > IN_CELL + 1:
        more[IN_CELL:] = [Md(f"{len(more) - IN_CELL} more")]
    return note(join([*full, *([Md(f"Also {listed(more)}.")] if more else [])]))


def ids(facts: str | Iterable[str] | None) -> list[str]:
    """`fact_id`s as a list, each once."""
    if facts is None:
        return []
    return list(dict.fromkeys(facts.split(JOIN) if isinstance(facts, str) else facts))


def cell(dossier: Dossier, facts: str | Iterable[str] | None) -> Md:
    """The sources of a table row by number, the newest first, without reprints, each linked to the evidence."""
    rows = _one_per_source(dossier, ids(facts))
    shown = [to(dossier.sources[row["article_id"]].mark, row["fact_id"]) for row in rows[:IN_CELL]]
    if len(rows) > IN_CELL:
        shown.append(escape(f"+{len(rows) - IN_CELL}"))
    return join(shown, ", ")


def given(
    dossier: Dossier, row: Mapping[str, Any], told: Callable[[Mapping[str, Any]], str | None]
) -> list[tuple[str, list[str], list[str]]]:
    """Each different thing told with the clippings that give it and their rows; the one shown comes first."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for fact in row["fact_ids"].split(JOIN):
        claim = dossier.facts[fact]
        if what := told(claim):
            found.setdefault(what, []).append(claim)
    shown = told(row)
    found = {what: found[what] for what in sorted(found, key=lambda what: what != shown)}
    return [
        (what, dossier.independent(c["article_id"] for c in claims), [c["fact_id"] for c in claims])
        for what, claims in found.items()
    ]


def drawn_from(dossier: Dossier, frame: pd.DataFrame) -> Md:
    """The clippings that a picture is drawn from, the newest first: their numbers, and of a few also their names.

    Parameters
    ----------
    dossier
    frame
        What the picture draws; names its clippings in `article_id`, or its facts in `fact_ids`.
    """
    if "article_id" in frame:
        keys = set(frame["article_id"].dropna())
    else:
        facts = {fact for cell in frame["fact_ids"].dropna() for fact in ids(cell)}
        keys = {dossier.facts[fact]["article_id"] for fact in facts if fact in dossier.facts}
    found = sorted((dossier.sources[key] for key in keys), key=lambda s: s.number)
    if not found:
        return say("evidence.drawn_from_none")
    marks = [to(s.mark, source_place(s.article_id)) for s in found]
    if len(found) > IN_TEXT:
        if len(found) > BELOW + 1:
            marks[BELOW:] = [Md(f"{len(found) - BELOW} more")]
        return say("evidence.drawn_from", n=len(found), sources=listed(marks))
    names = [
        Md(f"{linked} {escape(_upper_first(s.outlet.removesuffix(f' {s.mark}')))}, {escape(s.published)}")
        for linked, s in zip(marks, found, strict=True)
    ]
    return say("evidence.drawn_from", n=len(found), sources=join(names, "; "))


def reporter(dossier: Dossier, fact: str) -> Md:
    """The source of a table row that has only one: outlet and day, linked to the evidence."""
    return to(_upper_first(dossier.sources[dossier.facts[fact]["article_id"]].label), fact)


def named(dossier: Dossier, article_ids: Iterable[str]) -> Md:
    """Clippings in a sentence: outlet and day of each, the newest first; of more than `IN_TEXT`, how many."""
    found = sorted((dossier.sources[key] for key in set(article_ids)), key=lambda s: s.number)
    if len(found) > IN_TEXT:
        rest = len(found) - IN_TEXT + 1
        return listed([*(source.cited for source in found[: IN_TEXT - 1]), f"{number(rest)} others"])
    return listed([source.cited for source in found])


def entry(source: Source) -> Md:
    """A clipping's entry in the list of sources."""
    title = Md(f"“{escape(source.title)}”.") if source.title else ""
    original = Md(f"{link('Original', source.url)}.") if source.url else ""
    outlet = _upper_first(source.outlet.removesuffix(f" {source.mark}"))
    who = Md(f"{strong(source.mark)} {strong(outlet)}, {escape(source.published)}.")
    told = join([who, title, original, Md(f"File {escape(source.path)}.")])
    # No space after the place: it would be shown.
    return Md(f"{place(source_place(source.article_id))}{told}")


def _one_per_source(dossier: Dossier, facts: list[str]) -> list[dict]:
    """A row from each clipping, the newest first; of the prints of one text, from the oldest."""
    rows: dict[str, dict] = {}
    for fact in facts:
        if fact in dossier.facts:
            row = dossier.facts[fact]
            rows.setdefault(row["article_id"], row)
    ordered = sorted(rows, key=lambda key: dossier.sources[key].number)
    return [rows[key] for key in reversed(dossier.independent(reversed(ordered)))]


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names_whom(row: dict) -> bool:
    who = row.get("visitor")
    return not who or plain(who.split()[-1]) in re.findall(r"\w+", plain(row["quote"]))


def _source(dossier: Dossier, row: dict) -> Md:
    source = dossier.sources[row["article_id"]]
    links = [link("original", source.url)] if source.url else []
    links.append(to("evidence", row["fact_id"]))
    return Md(f"{escape(_upper_first(source.label))}: “{escape(excerpt(row))}” ({join(links, ', ')}).")
