"""The back of the briefing: the sources, the evidence row by row, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..analysis.dossier import Dossier
from ..facts import TABLES
from .describe import describe, upper_first
from .markup import Md, bullets, emphasis, join, paragraphs, place, shorten, source_place, strong, to
from .phrases import phrase, say
from .sources import entry
from .words import day_words, listed

Row = Mapping[str, Any]
MANY = 60  # clippings left out, or silent, from which on they are told by the reason
SUCH = 3
REASONS = 20


def sources(dossier: Dossier) -> Md:
    """The clippings as a bibliography, the newest first; each is a place to link to."""
    count = Counter(row["article_id"] for row in dossier.facts.values())
    inferred = {
        r["article_id"]: r["published_quote"]
        for r in dossier.rows("articles")
        if r["published_basis"] == "inferred" and r["published_quote"]
    }
    items = []
    for source in reversed(dossier.sources.values()):
        if source.article_id not in dossier.listed:
            continue
        facts = (
            say("evidence.source_facts", n=count[source.article_id])
            if count[source.article_id]
            else say("evidence.source_no_facts")
        )
        proof = (
            say("evidence.inferred", quote=shorten(inferred[source.article_id], 480))
            if source.article_id in inferred
            else ""
        )
        items.append(join([entry(source), facts, _reprint(dossier, source.article_id), proof]))
    return bullets(items) if items else say("evidence.no_sources")


def evidence(dossier: Dossier) -> Md:
    """Every fact: what the row says and the words it comes from, by clipping and table."""
    parts: list[Md] = []
    by_clipping: dict[str, list[Row]] = {}
    for row in dossier.facts.values():
        by_clipping.setdefault(row["article_id"], []).append(row)
    for source in reversed(dossier.sources.values()):
        rows = by_clipping.get(source.article_id)
        if not rows:
            continue
        label = f"{source.mark} {upper_first(source.outlet.removesuffix(f' {source.mark}'))}, {source.published}"
        parts.append(Md(f"### {to(label, source_place(source.article_id))}"))
        for table in TABLES:
            own = sorted(
                (r for r in rows if r["table"] == table), key=lambda r: (r["start"], r["end"], r["fact_id"])
            )
            if own:
                parts += [strong(name_of(table)), bullets(_entry(row) for row in own)]
    return paragraphs(parts) if parts else say("evidence.no_evidence")


def left_out(dossier: Dossier) -> Md:
    """The clippings that were not read or yield nothing, and why; of very many, the reasons with how many there are."""
    unread = dossier.rows("unread")
    later = str(phrase("evidence.later", as_of=day_words(dossier.as_of))) if dossier.later else ""
    named = [*((row["path"], row["reason"]) for row in unread), *((key, later) for key in dossier.later)]
    known = {row["article_id"] for row in unread}
    silent = [
        s.path
        for s in dossier.sources.values()
        if s.article_id not in known and s.article_id not in dossier.used
    ]
    quiet = say("evidence.no_facts", n=len(silent), files=listed(silent)) if silent else Md("")
    if len(silent) > MANY:
        quiet = say("evidence.no_facts_many", n=len(silent), files=listed(silent[:SUCH]))
    if not named:
        return quiet or say("evidence.all_read")
    if len(named) > MANY:
        return paragraphs([say("evidence.left_out_many", n=len(named)), _by_reason(named), quiet])
    items = [phrase("evidence.left_out_item", path=path, reason=reason) for path, reason in named]
    return paragraphs([say("evidence.left_out", n=len(named)), bullets(items), quiet])


def _reprint(dossier: Dossier, article_id: str) -> Md:
    """Of which clipping it prints the text again; empty where it is the first print, or the only one."""
    first = dossier.sources.get(dossier.first_prints[article_id])
    if first is None or first.article_id == article_id:
        return Md("")
    return say("evidence.reprint", first=to(first.mark, source_place(first.article_id)))


def _by_reason(named: list[tuple[str, str]]) -> Md:
    """The reasons for which clippings were left out, the most frequent first, each with the first few of them."""
    files: dict[str, list[str]] = {}
    for path, reason in named:
        files.setdefault(reason, []).append(path)
    order = sorted(files, key=lambda reason: (-len(files[reason]), reason))
    items = [
        phrase("evidence.left_out_reason", reason=r, n=len(files[r]), files=listed(files[r][:SUCH]))
        for r in order[:REASONS]
    ]
    if rest := sum(len(files[r]) for r in order[REASONS:]):
        items.append(phrase("evidence.left_out_rest", n=rest))
    return bullets(items)


def name_of(table: str) -> str:
    """A table's name for readers."""
    return str(say(f"evidence.tables.{table}"))


def _entry(row: Row) -> Md:
    text = say("evidence.evidence_entry", claim=describe(row), quote=row["quote"], name=row["fact_id"])
    return Md(f"{place(row['fact_id'])}{join([text, _by_hand(row)])}")


def _by_hand(row: Row) -> Md:
    """What an analyst did to the row, and why; empty where nobody touched it."""
    if not row["corrected"]:
        return Md("")
    key = "evidence.evidence_added" if row["rule"] == "correction" else "evidence.evidence_corrected"
    return emphasis(say(key, what=row["corrected"].rstrip(".")))
