"""Pandoc's document tree as JSON: walk it, build a few of its elements, make foreign parts harmless."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Node = dict
Visit = Callable[[Node], list | None]


def walk(tree: list | dict | str, visit: Visit) -> list | dict | str:
    """A copy of `tree` in which `visit` has had its say on each element, outermost first.

    `visit` returns ``None`` to keep an element and go on inside it, or the list of elements that stand
    in its place, which are not visited again.
    """
    if isinstance(tree, list):
        out = []
        for item in tree:
            if isinstance(item, dict) and "t" in item:
                instead = visit(item)
                out.extend([walk(item, visit)] if instead is None else instead)
            else:
                out.append(walk(item, visit))
        return out
    if isinstance(tree, dict):
        return {key: walk(value, visit) for key, value in tree.items()}
    return tree


def identifiers(tree: list | dict | str) -> Iterable[str]:
    """Every identifier that something in `tree` carries, in order."""
    if _is_attributes(tree):
        if tree[0]:
            yield tree[0]
    elif isinstance(tree, list):
        for item in tree:
            yield from identifiers(item)
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from identifiers(value)


def links(tree: list | dict | str) -> Iterable[str]:
    """The address of every link in `tree`, in order."""
    found: list[str] = []

    def visit(node: Node) -> None:
        if node["t"] == "Link":
            found.append(node["c"][2][0])

    walk(tree, visit)
    return found


def plain_text(inlines: list) -> str:
    """The words of `inlines`, notes left out."""
    out: list[str] = []

    def visit(node: Node) -> list | None:
        if node["t"] in ("Str", "Code", "Math"):
            out.append(node["c"] if node["t"] == "Str" else node["c"][1])
        elif node["t"] in ("Space", "SoftBreak", "LineBreak"):
            out.append(" ")
        elif node["t"] == "Quoted":
            mark = "“”" if node["c"][0]["t"] == "DoubleQuote" else "‘’"
            out.append(mark[0] + plain_text(node["c"][1]) + mark[1])
            return []
        elif node["t"] == "Note":
            return []
        return None

    walk(inlines, visit)
    return "".join(out)


def harmless(blocks: list) -> list:
    """`blocks` without anything that could reach past text: raw code, images, odd addresses and attributes.

    Pandoc already reads foreign text with raw HTML, TeX and Typst switched off; this holds even if an
    extension of a later Pandoc lets something through.
    """

    def visit(node: Node) -> list | None:
        kind, content = node["t"], node.get("c")
        if kind in ("RawBlock", "RawInline"):
            return []
        if kind == "Math":
            return [string(content[1])]
        if kind == "Image":
            return walk(content[1], visit)
        if kind == "Figure":
            return walk(content[2], visit)
        if kind == "Link" and not re.match(r"https?://|#", content[2][0]):
            return walk(content[1], visit)
        return None

    return _without_attributes(walk(blocks, visit))


def _without_attributes(tree: list | dict | str) -> list | dict | str:
    """Only identifiers and classes are kept: a key such as ``style`` or ``typst:fill`` steers a writer."""
    if _is_attributes(tree):
        return [tree[0], [name for name in tree[1] if re.fullmatch(r"[\w-]+", name)], []]
    if isinstance(tree, list):
        return [_without_attributes(item) for item in tree]
    if isinstance(tree, dict):
        return {key: _without_attributes(value) for key, value in tree.items()}
    return tree


def _is_attributes(tree: object) -> bool:
    return (
        isinstance(tree, list)
        and len(tree) == 3
        and isinstance(tree[0], str)
        and isinstance(tree[1], list)
        and all(isinstance(c, str) for c in tree[1])
        and isinstance(tree[2], list)
        and all(isinstance(p, list) and len(p) == 2 for p in tree[2])
    )


def string(text: str) -> Node:
    return {"t": "Str", "c": text}


def link(text: str, target: str, *classes: str) -> Node:
    return {"t": "Link", "c": [["", list(classes), []], [string(text)], [target, ""]]}


def division(blocks: list, identifier: str = "", classes: Iterable[str] = (), **attributes: str) -> Node:
    pairs = [[name.replace("_", "-"), value] for name, value in attributes.items()]
    return {"t": "Div", "c": [[identifier, list(classes), pairs], blocks]}


def raw(form: str, text: str) -> Node:
    return {"t": "RawBlock", "c": [form, text]}


def plain(inlines: list) -> Node:
    return {"t": "Plain", "c": inlines}
