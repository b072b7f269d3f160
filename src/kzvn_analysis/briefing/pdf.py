"""The document as a tagged PDF for the archive: Pandoc writes Typst, Typst sets it."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from ..errors import KzvnError
from ..files import empty_folder
from . import tree
from .document import FLOAT, Document
from .html import filters
from .pandoc import pandoc
from .project import Project

STANDARDS = ["ua-1", "a-3a"]
# Kind and position of the caption as Quarto has them.
_KINDS = {"fig": ("quarto-float-fig", "Figure", "bottom"), "tbl": ("quarto-float-tbl", "Table", "top")}
SHORT = 8  # rows of a table that pages don't cut
# Scripts that the fonts lack: first and last code point, and name.
SCRIPTS = (
    (0x0900, 0x097F, "Devanagari"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"),
    (0x1100, 0x11FF, "Korean"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1800, 0x18AF, "Mongolian"),
    (0x3040, 0x30FF, "Japanese"),
    (0x3130, 0x318F, "Korean"),
    (0x3400, 0x9FFF, "Chinese"),
    (0xAC00, 0xD7AF, "Korean"),
    (0xF900, 0xFAFF, "Chinese"),
    (0x20000, 0x323AF, "Chinese"),
)
_MEDIA = {".csv": "text/csv", ".json": "application/json"}


def write_pdf(
    project: Project,
    document: Document,
    *,
    version: str,
    as_of: str,
    attachments: Mapping[str, tuple[bytes, str]],
) -> bytes:
    """Set `document` as PDF/UA-1 and PDF/A-3a, with `attachments` inside.

    Parameters
    ----------
    project
        Holds the Typst template under ``report/typst``.
    document
        With its references resolved.
    version, as_of
        For the title block, the running head and the file's dates.
    attachments
        Bytes and description of each file to attach, by name.

    Raises
    ------
    KzvnError
        Pandoc or Typst failed; holds the message.
    """
    folder = project.build / "pdf"
    empty_folder(folder)
    (folder / "figures").mkdir(parents=True)
    for label, (svg, _) in document.pictures.items():
        (folder / "figures" / f"{label}.svg").write_text(svg, encoding="utf-8")
    for name, (data, _) in attachments.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    blocks = [tree.raw("typst", "\n".join(attach_lines(attachments))), *_displayable(_set_floats(document))]
    template = project.report / "typst" / "template.typ"
    arguments = [
        "-f",
        "json",
        "-t",
        "typst",
        "--template",
        str(template),
        "--shift-heading-level-by",
        "-1",
        "--wrap",
        "preserve",
        *filters(project.report),
    ]
    (folder / "briefing.typ").write_text(
        pandoc(arguments, document.json(blocks, {"version": version}), folder=project.report),
        encoding="utf-8",
    )
    return compile_typst(
        folder / "briefing.typ", datetime.datetime.fromisoformat(as_of).replace(tzinfo=datetime.UTC)
    )


def compile_typst(source: Path, moment: datetime.datetime) -> bytes:
    """Set a Typst file with the fonts that wheels bring along, never the machine's own."""
    import typst

    try:
        pdf, warnings = typst.compile_with_warnings(
            str(source),
            root=str(source.parent),
            format="pdf",
            font_paths=[str(folder) for folder in font_folders()],
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=moment,
        )
    except typst.TypstError as error:
        raise KzvnError("typst_failed", why=" ".join([error.message, *error.hints])) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how its makers call a fault of their own; no `Exception`
            raise
        raise KzvnError("typst_failed", why=error) from None
    for warning in warnings:
        if "font" in warning.message or "layout did not converge" in warning.message:
            raise KzvnError("typst_failed", why=warning.message)
    return pdf


def font_folders() -> tuple[Path, Path]:
    """Where the sans serif of tables and captions lies, and matplotlib's DejaVu Sans.

    The latter has the letters and symbols that the others lack.
    """
    ours = Path(find_spec("fontpkg_fira_sans").origin).parent / "files"
    return ours, Path(find_spec("matplotlib").origin).parent / "mpl-data" / "fonts" / "ttf"


@cache
def letters() -> frozenset[int]:
    """The characters that can be drawn, as code points."""
    from fontTools.ttLib import TTFont  # starts faster than matplotlib, and writes no files of its own

    with TTFont(font_folders()[1] / "DejaVuSans.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


def _displayable(blocks: list) -> list:
    """`blocks` where no font here can draw letters: says how many there are; the HTML keeps all of them."""

    def visit(node: tree.Node) -> list | None:
        if node["t"] == "Str":
            return [tree.string(_drawn(node["c"]))]
        if node["t"] in ("Code", "CodeBlock"):
            return [{"t": node["t"], "c": [node["c"][0], _drawn(node["c"][1])]}]
        return None

    return tree.walk(blocks, visit)


def _drawn(text: str) -> str:
    if text.isascii():
        return text
    seen = (
        letter
        for letter in unicodedata.normalize("NFC", text)
        if ord(letter) in letters() or unicodedata.category(letter) not in ("Cf", "Cc", "Mn")
    )
    return "".join(
        "".join(run) if kind is None else undrawn(kind, len(list(run))) for kind, run in groupby(seen, _kind_of)
    )


def _kind_of(letter: str) -> str | None:
    """The script of a letter that no font here can draw, ``""`` for others; ``None`` for one that can be drawn."""
    code = ord(letter)
    if code in letters():
        return None
    return next((name for first, last, name in SCRIPTS if first <= code <= last), "")


def undrawn(kind: str, n: int) -> str:
    """What stands for letters that no font here can draw: ``[2 Chinese characters]``."""
    return f"[{n} {kind + ' ' if kind else ''}character{'' if n == 1 else 's'}]"


def _set_floats(document: Document) -> list:
    def visit(node: tree.Node) -> list | None:
        if node["t"] != "Div":
            return None
        (label, classes, pairs), content = node["c"]
        attributes = dict(pairs)
        if "picture" in attributes:
            name = attributes["picture"]
            alt = quoted(document.pictures[name][1])
            return [tree.raw("typst", f'#image("figures/{name}.svg", alt: {alt})')]
        if FLOAT not in classes:
            return None
        kind, supplement, position = _KINDS[attributes["kind"]]
        whole = _is_short(attributes["kind"], content)
        return [
            *([tree.raw("typst", "#whole[")] if whole else []),
            tree.raw("typst", "#figure(["),
            *tree.walk(content[1:], visit),
            tree.raw(
                "typst",
                f'], kind: "{kind}", supplement: "{supplement}", '
                f"caption: figure.caption(position: {position}, [",
            ),
            content[0],
            tree.raw("typst", f"]))#label({quoted(label)})"),
            *([tree.raw("typst", "]")] if whole else []),
        ]

    return tree.walk(document.blocks, visit)


def _is_short(kind: str, content: list) -> bool:
    """Whether it is a table that stays on one page."""
    rows = 0

    def count(node: tree.Node) -> None:
        nonlocal rows
        if node["t"] == "Table":
            rows += sum(len(body[3]) for body in node["c"][4])

    tree.walk(content, count)
    return kind == "tbl" and rows <= SHORT


def attach_lines(attachments: Mapping[str, tuple[bytes, str]], inside: str = "") -> list[str]:
    """Typst code that attaches each file under its name, the file lying in the folder `inside` of Typst's root."""
    return [
        f"#pdf.attach({quoted(name)}, read({quoted(f'{inside}/{name}')}, encoding: none), "
        f"description: {quoted(description)}, "
        f'relationship: "{"source" if name.endswith(".json") else "data"}", '
        f"mime-type: {quoted(_MEDIA[Path(name).suffix])})"
        for name, (_, description) in attachments.items()
    ]


def quoted(text: str) -> str:
    """`text` as a Typst string."""
    plain = re.sub(r"\s+", " ", text)
    return json.dumps("".join(c for c in plain if c.isprintable()), ensure_ascii=False)
