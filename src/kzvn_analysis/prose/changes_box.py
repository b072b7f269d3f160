"""The briefing's box: what changed since an earlier release, the most important first, the rest counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..analysis import sectors, visits
from ..analysis.dossier import Dossier, project_root
from ..diff import Change, Difference, Side, compare, open_side
from ..diff.model import count
from ..reconcile.records import records
from .changes import conflict, fact, stages, told
from .markup import Md, bullets, join, paragraphs, source_place, to
from .phrases import phrase, say
from .sources import ids, mark
from .words import listed

LINES = 5  # and one that counts the rest
_EACH = 2  # lines of one sort before other sorts have had their turn
_SHOWN = ("value_usd", "value_usd_max", "bound", "low", "high", "agreement", "conflict_about")
_THINGS = {"agreements": sectors.agreements, "projects": sectors.projects}
_CONTACT = ("visitor", "origin", "host", "level", "period", "status", "agreement", "conflict_about")


def box(dossier: Dossier, earlier_dir: str) -> Md:
    """What changed since the release whose tables lie in `earlier_dir`; empty where there is none, or nothing.

    Parameters
    ----------
    dossier
        Of the briefing.
    earlier_dir
        The earlier release, looked up from the project's root; empty where there is none.
    """
    if not earlier_dir:
        return Md("")
    difference = compare(open_side(project_root() / earlier_dir), Side("", dossier))
    if not difference:
        return Md("")
    lines = _chosen(_sorts(difference))
    said = [_line(dossier, line) for line in lines]
    heading = Md(f"### {say('changes.title', version=difference.old.name)}")
    return paragraphs([heading, bullets([*said, *_rest(difference, lines)])])


@dataclass(frozen=True)
class _Line:
    """One line of the box, and the changes that it tells."""

    text: Md
    changes: tuple[Change, ...]


def _sorts(difference: Difference) -> list[list[_Line]]:
    """Lines by sort, the weightiest first.

    Top-level visits, figures, conflicts, stages; then other contacts, agreements, projects, sectors named or not, and
    last what is read otherwise now in single rows though together the sources say what they said.
    """
    top = _top(difference)
    trips = [c for c in difference.of("reconciled_visits") if _id(c) in top and _is_news(c, _CONTACT)]
    trade = [c for c in difference.of("reconciled_trade") if _is_news(c, _SHOWN)]
    trade.sort(key=lambda c: c.kind != "changed")
    taken = {id(c) for c in (*trips, *trade)}
    disputed = [c for c in difference.together if id(c) not in taken and c.table != "stages" and conflict(c)]
    taken |= {id(c) for c in disputed}
    contacts = [c for c in difference.of("reconciled_visits") if id(c) not in taken and _is_news(c, _CONTACT)]
    behind = {fact for c in difference.together for fact in _behind(c)}
    single = [c for c in difference.facts if c.kind == "changed" and c.table not in _THINGS]
    return [
        [_Line(told(c), (c,)) for c in trips],
        [_Line(told(c), (c,)) for c in trade],
        [_Line(told(c), (c,)) for c in disputed],
        [_Line(*group) for group in stages(difference.of("stages", "changed"))],
        [_Line(told(c), (c,)) for c in contacts],
        *([_Line(fact(group[0]), group) for group in _things(difference, table)] for table in _THINGS),
        [_Line(*group) for group in stages(difference.of("stages", "added", "gone"))],
        [_Line(fact(c), (c,)) for c in single if c.row["fact_id"] not in behind],
    ]


def _things(difference: Difference, table: str) -> Iterator[tuple[Change, ...]]:
    """What is new or gone of agreements or projects, each once however many clippings name it, and what has changed."""
    yield from ((change,) for change in difference.of(table, "changed"))
    for kind, side in (("added", difference.new), ("gone", difference.old)):
        changes = {c.row["fact_id"]: c for c in difference.of(table, kind)}
        for row in records(_THINGS[table](side.dossier)) if changes else ():
            told = ids(row["fact_ids"])
            if changes.keys() >= set(told):
                yield tuple(changes[fact_id] for fact_id in told)


def _chosen(sorts: Sequence[Sequence[_Line]]) -> list[_Line]:
    """The lines to show: of each sort the first few, then more where there is room; in the order of the sorts."""
    early = [line for lines in sorts for line in lines[:_EACH]]
    late = [line for lines in sorts for line in lines[_EACH:]]
    kept = {id(line) for line in [*early, *late][:LINES]}
    return [line for lines in sorts for line in lines if id(line) in kept]


def _line(dossier: Dossier, line: _Line) -> Md:
    facts = [fact for change in line.changes if change.new for fact in _facts(change.new)]
    return say("changes.box_line", told=line.text, mark=mark(dossier, facts))


def _rest(difference: Difference, lines: Iterable[_Line]) -> list[Md]:
    """A line that counts what the others do not tell; none where they tell everything."""
    shown = [change for line in lines for change in line.changes]
    behind = {fact for change in shown for fact in _behind(change)}
    facts = count(change for change in difference.facts if change.row["fact_id"] not in behind)
    together = len(difference.together) - sum("fact_ids" in change.row for change in shown)
    clippings, marks = count(difference.clippings), _marks(difference)
    counts = [
        *(phrase(f"changes.box_clippings_{kind}", n=n, marks=marks) for kind, n in clippings.items() if n),
        *([phrase("changes.box_together", n=together)] if together else []),
        *(phrase(f"changes.box_{kind}", n=n) for kind, n in facts.items() if n),
    ]
    if not counts:
        return []
    key = "box_rest" if shown else "box_only"
    return [say(f"changes.{key}", counts=listed(counts), evidence=to(phrase("changes.evidence"), "evidence"))]


def _marks(difference: Difference) -> Md:
    """The new clippings by number, each linked to its entry in the list of sources; those left out have none."""
    dossier = difference.new.dossier
    added = [change.new["article_id"] for change in difference.of("clippings", "added")]
    found = [dossier.sources[key] for key in added if key in dossier.listed]
    found.sort(key=lambda source: source.number)
    marks = [to(source.mark, source_place(source.article_id)) for source in found[:LINES]]
    if not marks:
        return phrase("changes.left_out")
    return join([*marks, *(["…"] if len(found) > LINES else [])], ", ")


def _behind(change: Change) -> list[str]:
    """The rows of facts that a change is about, on either side."""
    return [fact for row in (change.old, change.new) if row for fact in _facts(row)]


def _facts(row: Mapping[str, Any]) -> list[str]:
    return ids(row["fact_ids"]) if "fact_ids" in row else [row["fact_id"]]


def _id(change: Change) -> str:
    return change.row["visit_id"]


def _top(difference: Difference) -> set[str]:
    """The changed visits that are top-level ones on either side."""
    rows = [r for side in (difference.old, difference.new) for r in records(visits.timeline(side.dossier))]
    return {row["visit_id"] for row in rows if row["top"]}


def _is_news(change: Change, columns: Iterable[str]) -> bool:
    """Whether more has changed than how many sources there are."""
    return change.kind != "changed" or change.cell(*columns)
