"""Our Markdown as JupyterLab shows it well: notes under the text, no marks of places, tables as tables.

JupyterLab's own Markdown knows neither inline notes nor attributes and would show them raw.  The document's
engines know both; they take the Markdown and never this form.
"""

from __future__ import annotations

import re

_PLACE = re.compile(r"\[\]\{#[^}]*\}")
_INNER = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(#[^)]*\)")


def as_html(text: str) -> str:
    """HTML of Markdown that `kzvn_analysis.prose.markup` made.

    Links within the document lose their target, since a notebook holds only a part of it.
    """
    from markdown_it import MarkdownIt

    body, notes = _without_notes(_INNER.sub(r"\1", _PLACE.sub("", text)))
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    if notes:
        listed = "\n".join(f"{n}. {note}" for n, note in enumerate(notes, 1))
        under = f"<details><summary>Sources</summary>\n{reader.render(listed)}</details>"
    else:
        under = ""
    return f"<div>{reader.render(body)}{under}</div>"


def _without_notes(text: str) -> tuple[str, list[str]]:
    """The text with a raised number for each note, and the notes."""
    out, notes, at = [], [], 0
    while (start := text.find("^[", at)) >= 0:
        end = _closing(text, start + 1)
        if start and text[start - 1] == "\\" or end < 0:
            out.append(text[at : start + 2])
            at = start + 2
            continue
        notes.append(text[start + 2 : end])
        out += [text[at:start], f"<sup>{len(notes)}</sup>"]
        at = end + 1
    return "".join([*out, text[at:]]), notes


def _closing(text: str, opening: int) -> int:
    """Where the bracket that opens there closes; -1 where it doesn't."""
    depth, at = 0, opening
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "[":
            depth += 1
        elif text[at] == "]":
            depth -= 1
            if not depth:
                return at
        at += 1
    return -1
