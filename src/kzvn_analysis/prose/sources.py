"""Source marks, and how a clipping is named wherever it is named."""

from __future__ import annotations

from collections.abc import Iterable

from ..analysis.dossier import Dossier, Source
from ..reconcile.records import JOIN
from .markup import Md, escape, join, link, note, shorten, source_place, strong, to
from .words import listed

IN_FULL = 4
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
    """The sources of a table row: each clipping once, linked to its entry in the evidence."""
    rows = _one_per_clipping(dossier, ids(facts))
    return join((to(dossier.sources[row["article_id"]].label, row["fact_id"]) for row in rows), "; ")


def named(dossier: Dossier, article_ids: Iterable[str]) -> Md:
    """Clippings in a sentence: outlet and day of each."""
    return listed([dossier.sources[key].label for key in article_ids])


def entry(source: Source) -> Md:
    """A clipping's entry in the list of sources."""
    title = Md(f"“{escape(source.title)}”.") if source.title else ""
    original = Md(f"{link('Original', source.url)}.") if source.url else ""
    file = Md(f"File {escape(source.path)}.")
    # An empty span makes the place; a space after it would be shown.
    return Md(f"[]{{#{source_place(source.article_id)}}}{join([strong(source.outlet + '.'), title, escape(source.published + '.'), original, file])}")


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
    return Md(f"{escape(source.label)}: “{escape(shorten(row['quote'], QUOTE_LENGTH))}” ({join(links, ', ')}).")
