"""What a page of the briefing tells, without how it is built: for comparing what two engines make."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from lxml import html

_BLOCKS = "p | //main//li | //main//h2 | //main//h3 | //main//h4 | //main//figcaption | //main//th | //main//td"


@dataclass(frozen=True)
class Told:
    """Text, numbering, references, figures and notes of one page, in the order of the page."""

    heading: tuple[str, ...]
    contents: tuple[tuple[str, str], ...]
    text: tuple[str, ...]
    figures: tuple[tuple[str, str, str, str], ...]  # name, caption, description, digest of the picture
    tables: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...]  # name, caption, rows
    links: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    boxes: tuple[str, ...]
    places: tuple[str, ...]


def told(page: str) -> Told:
    """Read a page.  Spaces, and what only styles it, do not count."""
    tree = html.fromstring(page)

    def words(element: html.HtmlElement) -> str:
        return " ".join(element.text_content().split())

    def links(where: str) -> tuple[tuple[str, str], ...]:
        return tuple((a.get("href"), words(a)) for a in tree.xpath(where))

    def captioned(kind: str) -> list[html.HtmlElement]:
        return tree.xpath(f"//main//figure[starts-with(@id, '{kind}-')]")

    return Told(
        heading=tuple(words(e) for e in tree.xpath("//header[@id='title-block-header']/*")),
        contents=links("//nav[@id='TOC']//a"),
        text=tuple(words(e) for e in tree.xpath(f"//main//{_BLOCKS}")),
        figures=tuple(
            (f.get("id"), words(f.find(".//figcaption")), image.get("alt"), _digest(image.get("src")))
            for f in captioned("fig")
            for image in f.iter("img")
        ),
        tables=tuple(
            (
                f.get("id"),
                words(f.find(".//figcaption")),
                tuple(tuple(words(cell) for cell in row) for row in f.iter("tr")),
            )
            for f in captioned("tbl")
        ),
        links=links("//main//a"),
        notes=tuple(words(e) for e in tree.xpath("//section[@id='notes']//li")),
        boxes=tuple(
            name for e in tree.xpath("//main//div[@class]") for name in e.get("class").split() if "quarto" not in name
        ),
        places=tuple(tree.xpath("//main//@id")),
    )


def _digest(address: str) -> str:
    kind, _, data = address.partition(",")
    return f"{kind} {hashlib.sha256(base64.b64decode(data)).hexdigest()}"
