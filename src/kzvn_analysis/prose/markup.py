"""Safe Markdown: the one place where words from outside become Markdown, and where its parts are made."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from .in_notebook import as_html

# Commas, semicolons, question marks and slashes start no syntax, alone or together; every other ASCII
# punctuation mark may, in Pandoc's Markdown or in a shortcode, so it is escaped wherever it stands.
_SPECIAL = re.compile(r"([!-+\-.:<->@\[-`{-~])")
_SPACE = re.compile(r"[\s\u0085\u2028\u2029]+")
_URL = re.compile(r"https?://[^\s<>\"]+")
_ID = re.compile(r"[^A-Za-z0-9_.-]")
_UNSHOWN = {"Cc": "", "Cf": "", "Cs": "\ufffd", "Cn": "\ufffd"}


class Md(str):
    """Text that is Markdown already; everything else is escaped before it enters a document.

    A notebook shows it as HTML; the document's engines take the Markdown.
    """

    __slots__ = ()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": as_html(self), "text/markdown": str(self), "text/plain": str(self)}

    def __add__(self, other: str) -> Md:
        return Md(str(self) + escape(other))


def escape(text: object) -> Md:
    """Text from outside as Markdown that shows it letter by letter, on one line.

    Neutral are headings, lists, emphasis, links, images, code, tables, notes, citations, mathematics, raw
    HTML and TeX, attributes, divisions, shortcodes, entities and smart punctuation.  Characters that show
    nothing (controls, zero-width and direction marks) are left out; letters are composed, so that fonts
    have them.  Markdown (`Md`) stays as it is.
    """
    if isinstance(text, Md):
        return text
    return Md(_SPECIAL.sub(r"\\\1", visible(text)))


def letters(text: Md) -> str:
    """The letters of Markdown that is words only, without links, notes and emphasis: what `escape` did, undone."""
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", text)


def unmentioned(text: Md) -> Md:
    """Markdown for a forge such as GitHub, where a bare ``@name`` calls somebody and ``#1`` is a link.

    An invisible joiner after the mark keeps it a mark.
    """
    return Md(re.sub(r"(\\[@#])(?=\w)", "\\1\u2060", text))


def visible(text: object) -> str:
    """Text on one line, letters composed, without characters that show nothing."""
    flat = _SPACE.sub(" ", str(text))
    shown = "".join(_UNSHOWN.get(unicodedata.category(c), c) for c in flat)
    return unicodedata.normalize("NFC", _SPACE.sub(" ", shown).strip())


def join(parts: Iterable[object], between: str = " ") -> Md:
    """Pieces put together as Markdown; empty ones are dropped."""
    return Md(between.join(text for part in parts if (text := str(escape(part)))))


def link(words: object, url: str | None) -> Md:
    """A link to a web address; only the words where the address is not one."""
    if not url or not _URL.fullmatch(url):
        return escape(words)
    return Md(f"[{escape(words)}]({quote(url, safe=_URL_SAFE)})")


_URL_SAFE = ":/?#@!&'+,;=%-._~*"


def to(words: object, place: str) -> Md:
    """A link to a place in the document."""
    return Md(f"[{escape(words)}](#{place})")


def place(name: str) -> Md:
    """A place that `to` can link to."""
    return Md(f"[]{{#{name}}}")


def source_place(article_id: str) -> str:
    """The name of a clipping's place in the list of sources."""
    safe = _ID.sub("-", article_id)
    if safe != article_id:
        safe += "-" + hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"source-{safe}"


def note(text: Md) -> Md:
    """An inline note."""
    return Md(f"^[{text}]")


def strong(text: object) -> Md:
    return Md(f"**{escape(text)}**")


def emphasis(text: object) -> Md:
    return Md(f"*{escape(text)}*")


def bullets(items: Iterable[object]) -> Md:
    """A list, one item a paragraph-free line."""
    return Md("\n".join(f"- {escape(item)}" for item in items))


def paragraphs(items: Iterable[object]) -> Md:
    """Paragraphs; empty ones are dropped."""
    return join(items, "\n\n")


def table(
    head: Sequence[str], rows: Iterable[Sequence[object]], widths: Sequence[int], right: Sequence[int] = ()
) -> Md:
    """A pipe table.

    Parameters
    ----------
    head
        Column headings.
    rows
        Cells; each is escaped unless it is Markdown, and stands on one line.
    widths
        How wide the columns are to one another, in letters; the sum is 100.
    right
        Numbers of the columns that are aligned to the right.
    """

    def line(cells: Sequence[object]) -> str:
        return "| " + " | ".join(str(escape(c)).replace("\n", " ") or "–" for c in cells) + " |"

    rule = "|".join("-" * (w - 1) + ":" if i in right else ":" + "-" * (w - 1) for i, w in enumerate(widths))
    return Md("\n".join([line(head), f"|{rule}|", *(line(row) for row in rows)]))


def shorten(text: str, limit: int) -> str:
    """Text cut at a word, with an ellipsis, so that it has at most `limit` letters."""
    text = _SPACE.sub(" ", text).strip()
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[limit // 2 :] else cut).rstrip(" ,;:–-") + "…"
