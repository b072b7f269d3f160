"""The document as one self-contained HTML file, through Pandoc."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from ..errors import KzvnError
from . import crossref, tree
from .document import FLOAT, Document
from .pandoc import pandoc
from .project import Project

FILTERS = ("notes", "tables", "boxes", "anchors")
_PX_PER_PT = 4 / 3


def write_html(
    project: Project, document: Document, numbers: dict[str, int], *, version: str, as_of: str
) -> str:
    """Set `document` as HTML: pictures, styles and all in one text, with nothing left to load.

    Parameters
    ----------
    project
        Holds template, stylesheet and filters under ``report/``.
    document
        With its references resolved.
    numbers
        Of figures and tables, by label.
    version, as_of
        For the page's head.
    """
    report = project.report
    style = (report / "style.css").read_text(encoding="utf-8")
    if "</style" in style.lower():
        raise KzvnError("style_closes", path=project.shown(report / "style.css"))
    head = (report / "html" / "head.html").read_text(encoding="utf-8") + f"<style>\n{style}</style>\n"
    scratch = project.build / "html"
    scratch.mkdir(parents=True, exist_ok=True)
    (scratch / "head.html").write_text(head, encoding="utf-8")
    arguments = [
        "-f",
        "json",
        "-t",
        "html5",
        "--template",
        str(report / "html" / "template.html"),
        "--wrap",
        "preserve",
        "--toc",
        "--toc-depth",
        "2",
        "--section-divs",
        "--include-in-header",
        str(scratch / "head.html"),
        "--include-before-body",
        str(report / "html" / "before.html"),
        *filters(report),
    ]
    blocks = _set_floats(document, numbers)
    return pandoc(arguments, document.json(blocks, {"version": version, "as-of": as_of}), folder=report)


def filters(report: Path) -> list[str]:
    """Pandoc's arguments for the filters that both engines use."""
    return [f"--lua-filter={report / 'filters' / name}.lua" for name in FILTERS]


def _set_floats(document: Document, numbers: dict[str, int]) -> list:
    def visit(node: tree.Node) -> list | None:
        if node["t"] != "Div":
            return None
        (label, classes, pairs), content = node["c"]
        attributes = dict(pairs)
        if "picture" in attributes:
            return [tree.plain([_image(*document.pictures[attributes["picture"]])])]
        if FLOAT not in classes:
            return None
        kind = attributes["kind"]
        words = tree.plain(crossref.caption(kind, numbers[label], content[0]["c"]))
        inner = tree.walk(content[1:], visit)
        caption = [tree.raw("html", "<figcaption>"), words, tree.raw("html", "</figcaption>")]
        about = [*caption, *inner] if kind == "tbl" else [*inner, *caption]
        start = f'<figure id="{label}" class="{"table" if kind == "tbl" else "picture"}">'
        return [tree.raw("html", start), *about, tree.raw("html", "</figure>")]

    return tree.walk(document.blocks, visit)


def _image(svg: str, alt: str) -> tree.Node:
    """The picture within the page; its size is said so that the text doesn't jump while it is drawn."""
    data = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    size = [[name, str(value)] for name, value in zip(("width", "height"), _size(svg), strict=False)]
    return {
        "t": "Image",
        "c": [["", [], size], [tree.string(alt)], [f"data:image/svg+xml;base64,{data}", ""]],
    }


def _size(svg: str) -> list[int]:
    """Width and height in CSS pixels, where the picture says them."""
    found = [re.search(rf'<svg[^>]*?\s{name}="([\d.]+)(pt|px|)"', svg) for name in ("width", "height")]
    if not all(found):
        return []
    return [round(float(m[1]) * (_PX_PER_PT if m[2] == "pt" else 1)) for m in found]
