"""A comparison as a report: plain text for a terminal, Markdown for a pull request."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..diff import Change, Difference, Side
from ..diff.model import KINDS, count
from ..tables import FACT_TABLES
from .changes import cells, name_of, told
from .describe import describe, upper_first
from .excerpt import excerpt
from .markup import Md, join, letters, shorten, strong, unmentioned
from .phrases import phrase, say
from .words import day_words

Row = Mapping[str, Any]
SIGNS = {"added": "+", "gone": "-", "changed": "~", "wording": "~"}
WIDTH = 80
FOLDED = 8  # a section of more items is folded in Markdown
_REWORDED = 90  # letters of a quote whose wording alone has changed


@dataclass(frozen=True)
class _Item:
    kind: str
    head: Md
    details: tuple[Md, ...] = ()


@dataclass(frozen=True)
class _Section:
    title: Md
    items: list[_Item] = field(default_factory=list)


def as_text(difference: Difference, width: int = WIDTH) -> str:
    """The report for a terminal: `+` added, `-` gone, `~` changed; lines of at most `width` letters."""
    lines = _wrapped(letters(_heading(difference)), width)
    for section in _sections(difference):
        lines += ["", *_wrapped(letters(section.title).upper(), width)]
        for item in section.items:
            lines += _wrapped(f"{SIGNS[item.kind]} {letters(item.head)}", width, "  ")
            for detail in item.details:
                lines += _wrapped(f"    {letters(detail)}", width, "    ")
    if not difference:
        lines += ["", str(say("changes.none"))]
    return "\n".join(lines) + "\n"


def as_markdown(difference: Difference) -> Md:
    """The report for a pull request: a section of many items is folded, and no word of a clipping is syntax."""
    parts = [Md(f"### {_heading(difference)}")]
    for section in _sections(difference):
        items = Md("\n".join(_bullet(item) for item in section.items))
        if len(section.items) > FOLDED:
            # An empty line on either side: what stands between is Markdown again.
            summary = f"<details>\n<summary>{section.title}</summary>"
            parts += [Md(summary), items, Md("</details>")]
        else:
            parts += [strong(section.title), items]
    if not difference:
        parts.append(say("changes.none"))
    return unmentioned(Md("\n\n".join(parts) + "\n"))


def _bullet(item: _Item) -> Md:
    lines = [f"- {strong(name_of('kinds', item.kind))}: {item.head}"]
    lines += [f"  - {detail}" for detail in item.details]
    return Md("\n".join(lines))


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False) or [""]


def _heading(difference: Difference) -> Md:
    return say("changes.from_to", old=_side(difference.old), new=_side(difference.new))


def _side(side: Side) -> Md:
    day, n = side.dossier.as_of, len(side.dossier.sources)
    if day is None:
        return phrase("changes.side_undated", name=side.name, n=n)
    return phrase("changes.side", name=side.name, as_of=day_words(day), n=n)


def _sections(difference: Difference) -> Iterable[_Section]:
    """Clippings, what the sources say together, the facts by table; other words for the same come last."""
    if difference.clippings:
        yield _Section(
            _title("clippings", difference.clippings), [_clipping(difference, c) for c in difference.clippings]
        )
    if difference.together:
        items = [_Item(change.kind, _sentence(told(change))) for change in difference.together]
        yield _Section(_title("together", difference.together), items)
    reworded: list[Change] = []
    for table in FACT_TABLES:
        changes = difference.of(table, "added", "changed", "gone")
        reworded += difference.of(table, "wording")
        if changes:
            yield _Section(_title(table, changes), [_fact(difference, change) for change in changes])
    if reworded:
        yield _Section(_title("wording", reworded), [_reworded(change) for change in reworded])


def _title(section: str, changes: Iterable[Change]) -> Md:
    found = count(changes)
    counts = [phrase("changes.count", n=str(found[kind]), kind=name_of("kinds", kind)) for kind in KINDS if found[kind]]
    return phrase("changes.section", name=name_of("sections", section), counts=join(counts, ", "))


def _sentence(text: Md) -> Md:
    return Md(upper_first(text))


def _clipping(difference: Difference, change: Change) -> _Item:
    if change.kind != "changed":
        side = difference.old if change.new is None else difference.new
        return _Item(change.kind, _named(side, change.row))
    said = []
    renamed, edited = change.cell("path"), change.cell("sha256")
    if renamed:
        said.append(phrase("changes.renamed", old=change.old["path"], new=change.new["path"]))
    if edited:
        said.append(phrase("changes.edited", path=change.new["path"]))
    if not said:
        said.append(phrase("changes.described", path=change.new["path"]))
    if change.cell("left_out"):
        reason = change.new["left_out"]
        said.append(
            phrase("changes.now_left_out", reason=reason)
            if reason
            else phrase("changes.now_read", reason=change.old["left_out"])
        )
    rest = cells(c for c in change.cells if c.column not in ("path", "sha256", "left_out"))
    return _Item("changed", join([*said, rest], "; "))


def _named(side: Side, row: Row) -> Md:
    if row["left_out"]:
        return phrase("changes.clipping_left_out", path=row["path"], reason=row["left_out"])
    label = upper_first(side.dossier.sources[row["article_id"]].label)
    if row["title"]:
        return phrase("changes.clipping", label=label, title=row["title"], path=row["path"])
    return phrase("changes.clipping_untitled", label=label, path=row["path"])


def _fact(difference: Difference, change: Change) -> _Item:
    row, side = change.row, difference.old if change.new is None else difference.new
    details = []
    if change.kind == "changed":
        details.append(cells(c for c in change.cells if c.column != "quote"))
    if change.cell("quote"):
        details.append(phrase("changes.was_quoted", quote=excerpt(change.old)))
        details.append(phrase("changes.now_quoted", quote=excerpt(change.new)))
    else:
        details.append(phrase("changes.quoted", quote=excerpt(row)))
    source = side.dossier.sources[row["article_id"]]
    told = {"label": upper_first(source.label), "path": source.path, "row": row["fact_id"]}
    return _Item(change.kind, describe(row), (*details, phrase("changes.source", **told)))


def _reworded(change: Change) -> _Item:
    old, new = (shorten(row["quote"], _REWORDED) for row in (change.old, change.new))
    return _Item("wording", phrase("changes.reworded", row=change.new["fact_id"], old=old, new=new))
