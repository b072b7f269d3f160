"""Source marks, and how a clipping is named wherever it is named."""

from __future__ import annotations

from collections.abc import Iterable

from ..analysis.dossier import Dossier, Source
from ..reconcile.records import JOIN
from .markup import Md, escape, join, link, note, place, shorten, source_place, strong, to
from .words import listed, number

IN_FULL = 4
IN_CELL = 5
QUOTE_LENGTH = 360


def mark(dossier: Dossier, facts: str | Iterable[str] | None) -> Md:
    """The source mark of a claim: a note with each source's outlet, day, quote and links.

    Parameters
    ----------
    dossier
    facts
        `fact_id`s, in a sequence or joined as tables join them.  Of a clipping that gives several, the
        first; beyond `IN_FULL` clippings, only links to the evidence.
    """
    rows = _one_per_clipping(dossier, ids(facts))
    if not rows:
        return Md("")
    full = [_source(dossier, row) for row in rows[:IN_FULL]]
    more = [to(dossier.sources[row["article_id"]].label, row["fact_id"]) for row in rows[IN_FULL:]]
    return note(join([*full, *([Md(f"Also {listed(more)}.")] if more else [])]))


def ids(facts: str | Iterable[str] | None) -> list[str]:
    """`fact_id`s as a list, each once."""
    if facts is None:
        return []
    return list(dict.fromkeys(facts.split(JOIN) if isinstance(facts, str) else facts))


def cell(dossier: Dossier, facts: str | Iterable[str] | None) -> Md:
    """The sources of a table row: the newest `IN_CELL`, each linked to its entry in the evidence."""
    rows = _one_per_clipping(dossier, ids(facts))
    shown = [to(dossier.sources[row["article_id"]].label, row["fact_id"]) for row in rows[:IN_CELL]]
    if len(rows) > IN_CELL:
        shown.append(escape(f"and {number(len(rows) - IN_CELL)} more"))
    return join(shown, "; ")


def named(dossier: Dossier, article_ids: Iterable[str]) -> Md:
    """Clippings in a sentence: outlet and day of each."""
    return listed([dossier.sources[key].label for key in article_ids])


def entry(source: Source) -> Md:
    """A clipping's entry in the list of sources."""
    title = Md(f"“{escape(source.title)}”.") if source.title else ""
    original = Md(f"{link('Original', source.url)}.") if source.url else ""
    file = Md(f"File {escape(source.path)}.")
    told = join([Md(f"{strong(source.outlet)}, {escape(source.published)}."), title, original, file])
    # No space after the place: it would be shown.
    return Md(f"{place(source_place(source.article_id))}{told}")


def _one_per_clipping(dossier: Dossier, facts: list[str]) -> list[dict]:
    rows: dict[str, dict] = {}
    for fact in facts:
        if fact in dossier.facts:
            row = dossier.facts[fact]
            rows.setdefault(row["article_id"], row)
    order = {key: i for i, key in enumerate(dossier.sources)}
    return sorted(rows.values(), key=lambda r: -order[r["article_id"]])


def _source(dossier: Dossier, row: dict) -> Md:
    source = dossier.sources[row["article_id"]]
    links = [link("original", source.url)] if source.url else []
    links.append(to("evidence", row["fact_id"]))
    return Md(
        f"{escape(source.label)}: “{escape(shorten(row['quote'], QUOTE_LENGTH))}” ({join(links, ', ')})."
    )
