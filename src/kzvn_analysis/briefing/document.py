"""The document of the embedded engine: the authored text with every embed in its place, as Pandoc's tree."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import tree
from .embeds import Embed, read_embeds
from .pandoc import pandoc_json
from .project import Project

AUTHORED = "markdown-raw_tex-latex_macros-tex_math_dollars-native_divs-native_spans"
# What comes out of notebooks holds words of clippings: it is text with notes, tables and anchors, no more.
FOREIGN = (
    AUTHORED + "-raw_html-raw_attribute-markdown_in_html_blocks-yaml_metadata_block-pandoc_title_block"
    "-implicit_figures-example_lists-header_attributes-line_blocks"
)
FLOAT = "kzvn-float"
_EMBED = "kzvn-embed"
_READER = Path(__file__).with_name("pieces.lua")


@dataclass
class Document:
    """A document ready to be numbered and set.

    Attributes
    ----------
    meta : dict
        Pandoc's form of the front matter.
    blocks : list
        Pandoc's blocks.  A figure or table is a Div of class `FLOAT` with its label as identifier and the
        attribute ``kind``; its first block is the caption.
    pictures : dict
        SVG text and description by label; in the tree stands a Div with the attribute ``picture``.
    """

    meta: dict
    blocks: list
    pictures: dict[str, tuple[str, str]] = field(default_factory=dict)

    api: list = field(default_factory=list)

    def json(self, blocks: list, meta: Mapping[str, object]) -> str:
        """This document with `blocks` instead of its own and more metadata, as Pandoc reads it."""
        meta = {**self.meta, **{name: _meta(value) for name, value in meta.items()}}
        return json.dumps({"pandoc-api-version": self.api, "meta": meta, "blocks": blocks})


def read_document(project: Project) -> Document:
    """Read the document and everything it embeds."""
    lines, embeds = read_embeds(project)
    pieces = [{"format": AUTHORED, "text": _with_places(lines, embeds)}]
    places: dict[int, tuple[int, list[int | None]]] = {}
    for number, embed in embeds.items():
        caption = len(pieces)
        pieces.append({"format": FOREIGN, "text": embed.caption})
        texts: list[int | None] = []
        for media, text in embed.outputs:
            if media == "text/markdown":
                texts.append(len(pieces))
                pieces.append({"format": FOREIGN, "text": text})
            else:
                texts.append(None)
        places[number] = caption, texts
    read = pandoc_json(["-f", str(_READER), "-t", "json"], json.dumps(pieces), folder=project.report)
    parts = [block["c"][1] for block in read["blocks"]]
    parts[1:] = [tree.harmless(part) for part in parts[1:]]
    document = Document(read["meta"], [], api=read["pandoc-api-version"])

    def put(node: tree.Node) -> list | None:
        if node["t"] != "Div" or _EMBED not in node["c"][0][1]:
            return None
        number = int(dict(node["c"][0][2])["line"])
        embed, (caption, texts) = embeds[number], places[number]
        content: list = []
        for (_, text), piece in zip(embed.outputs, texts, strict=True):
            if piece is None:
                document.pictures[embed.label] = text, embed.alt
                content.append(tree.division([], picture=embed.label))
            else:
                content.extend(parts[piece])
        if embed.kind == "text":
            return content
        words = parts[caption][0]["c"] if parts[caption] else []
        return [tree.division([tree.plain(words), *content], embed.label, [FLOAT], kind=embed.kind)]

    document.blocks = tree.walk(parts[0], put)
    return document


def _with_places(lines: list[str], embeds: Mapping[int, Embed]) -> str:
    """The authored text with an empty division where something is embedded."""
    out = []
    for number, line in enumerate(lines, start=1):
        out.append(f'\n::: {{.{_EMBED} line="{number}"}}\n:::\n' if number in embeds else line)
    return "\n".join(out) + "\n"


def _meta(value: str | Mapping) -> dict:
    if isinstance(value, Mapping):
        return {"t": "MetaMap", "c": {name: _meta(item) for name, item in value.items()}}
    return {"t": "MetaString", "c": value}
