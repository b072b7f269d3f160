"""Coverage-guided fuzzing of what reads a clipping's bytes, by Atheris; `make fuzz` runs it for a fixed time.

Each input is bytes of a file: decoded or refused, then read into rows, whose quotes must stand at their offsets.
What it finds lies in ``_build/fuzz``; mend it and add the input to ``test_hostile.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]

with atheris.instrument_imports(include=["kzvn_analysis"]):
    import hostile

    from kzvn_analysis.clipping import parse_clipping
    from kzvn_analysis.corrections import read_corrections
    from kzvn_analysis.decoding import Undecodable, decode
    from kzvn_analysis.errors import KzvnError
    from kzvn_analysis.seeds import CORRECTIONS, SIDECAR, article_from_text, read_seeds

FOUND = Path("_build/fuzz")
ENGLISH = "Kazakhstan and Vietnam signed an agreement on trade in Hanoi on May 6, 2025, the ministry said.\n"


def read_bytes(data: bytes) -> None:
    """One input: a clipping, or by its first byte one of the two sheets."""
    if data[:1] in (b"\x01", b"\x02"):
        read_sheet(SIDECAR if data[:1] == b"\x01" else CORRECTIONS, data[1:])
        return
    try:
        text, _ = decode(data)
    except Undecodable:
        return
    for whole in (text, ENGLISH + text):  # the second is taken for English and read to the end
        article = article_from_text(whole)
        found = parse_clipping(article)
        if found.article is None:
            raise AssertionError(found.unread)
        for rows in found.facts.values():
            for fact in rows.values():
                assert article.text[fact.start : fact.end] == fact.quote


def read_sheet(name: str, data: bytes) -> None:
    (FOUND / "sheets" / name).write_bytes(data)
    try:
        read_seeds(FOUND / "sheets") if name == SIDECAR else read_corrections(FOUND / "sheets")
    except KzvnError as error:
        assert "\n" not in str(error)
    finally:
        (FOUND / "sheets" / name).unlink()


def main() -> None:
    start = FOUND / "start"
    for folder in (start, FOUND / "sheets"):
        folder.mkdir(parents=True, exist_ok=True)
    (FOUND / "sheets" / "a.txt").write_text(ENGLISH, encoding="utf-8")
    given = {**hostile.broken(200), **{name: text.encode() for name, text in hostile.texts().items() if len(name) < 20}}
    marks = {SIDECAR: b"\x01", CORRECTIONS: b"\x02"}
    given |= {name: mark + hostile.sheets()[name].encode() for name, mark in marks.items()}
    for number, data in enumerate(given.values()):
        (start / f"{number:05}").write_bytes(data)
    atheris.Setup([*sys.argv, f"-artifact_prefix={FOUND}/", str(start)], read_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
