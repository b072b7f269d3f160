"""Number figures and tables and turn ``@fig-…`` and ``@tbl-…`` into links, worded as Quarto words them."""

from __future__ import annotations

from collections import Counter

from ..errors import KzvnError
from . import tree
from .document import FLOAT, Document

NAMES = {"fig": "Figure", "tbl": "Table"}
NBSP = "\N{NO-BREAK SPACE}"


def resolve(document: Document, path: str) -> dict[str, int]:
    """Replace every reference in `document` and check every inner link.

    ``@fig-x`` becomes a link "Figure 1", ``-@fig-x`` becomes "1", ``[Fig. @fig-x]`` becomes "Fig. 1".

    Parameters
    ----------
    document
        Changed in place.
    path
        How the document is named in an error.

    Returns
    -------
    dict
        The number of each figure and table by label; the two kinds are counted apart.

    Raises
    ------
    KzvnError
        A reference or an inner link to something that isn't there, or two things of one name.
    """
    numbers, kinds = _numbers(document.blocks)

    def refer(node: tree.Node) -> list | None:
        if node["t"] != "Cite":
            return None
        out: list = []
        for citation in node["c"][0]:
            label = citation["citationId"]
            label = label[:1].lower() + label[1:]
            if label not in numbers:
                raise KzvnError(
                    "reference_missing",
                    path=path,
                    label=citation["citationId"],
                    known=", ".join(numbers) or "none",
                )
            if out:
                out += [tree.string(","), {"t": "Space"}]
            out.append(
                tree.link(_words(citation, NAMES[kinds[label]], numbers[label]), f"#{label}", "quarto-xref")
            )
        return out

    document.blocks = tree.walk(document.blocks, refer)
    _check_anchors(document.blocks, path)
    return numbers


def caption(kind: str, number: int, words: list) -> list:
    """A caption's inlines: "Figure 1: …"."""
    return [tree.string(f"{NAMES[kind]}{NBSP}{number}:"), {"t": "Space"}, *words]


def _numbers(blocks: list) -> tuple[dict[str, int], dict[str, str]]:
    count: Counter[str] = Counter()
    numbers, kinds = {}, {}

    def visit(node: tree.Node) -> None:
        if node["t"] == "Div" and FLOAT in node["c"][0][1]:
            label, kind = node["c"][0][0], dict(node["c"][0][2])["kind"]
            count[kind] += 1
            numbers[label], kinds[label] = count[kind], kind

    tree.walk(blocks, visit)
    return numbers, kinds


def _words(citation: dict, name: str, number: int) -> str:
    prefix = tree.plain_text(citation["citationPrefix"]).strip()
    if prefix:
        return f"{prefix}{NBSP}{number}"
    if citation["citationMode"]["t"] == "SuppressAuthor":
        return str(number)
    return f"{name}{NBSP}{number}"


def _check_anchors(blocks: list, path: str) -> None:
    names = Counter(tree.identifiers(blocks))
    twice = [name for name, times in names.items() if times > 1]
    if twice:
        raise KzvnError("anchor_twice", path=path, name=twice[0])
    for target in tree.links(blocks):
        if target.startswith("#") and target[1:] not in names:
            raise KzvnError("anchor_missing", path=path, name=target[1:])
