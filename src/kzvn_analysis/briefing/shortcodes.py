"""The lines of a Quarto document that embed a cell of a notebook: ``{{< embed NOTEBOOK#LABEL >}}``.

As with Quarto, an embed stands alone on its line, and nothing in a code block is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_SHORTCODE = re.compile(r"\{\{<.*?>\}\}")
_EMBED = re.compile(r"\{\{<\s*embed\s+(?P<notebook>[^\s#]+\.ipynb)#(?P<label>[\w.-]+)\s*>\}\}\s*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")


def shortcodes(lines: Sequence[str]) -> Iterator[tuple[int, str, re.Match[str] | None]]:
    """Lines with a shortcode: number from 1, line, and the groups ``notebook`` and ``label`` where it is an embed."""
    for number, line in _authored(lines):
        if _SHORTCODE.search(line):
            yield number, line, _EMBED.fullmatch(line)


def _authored(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines outside code blocks, numbered from 1."""
    fence = ""
    for number, line in enumerate(lines, start=1):
        match = _FENCE.match(line)
        if not fence and match:
            fence = match[1]
        elif fence:
            if match and match[1].startswith(fence) and not match[2].strip():
                fence = ""
        else:
            yield number, line
