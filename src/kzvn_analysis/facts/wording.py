"""A clipping's wording in short, so that two of them can be compared without their texts.

What is kept are the smallest of the digests of all runs of four words in the body: a sample that is the same
whoever takes it, and whole for a short text.  Headline, dateline, credits and notices have no part in it; they are
what an outlet changes first.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING
from zlib import crc32

from ..periods import MONTHS
from ..reading import Reading
from ..reading.fold import fold
from ..reading.once import Met

if TYPE_CHECKING:
    import numpy as np

RUN = 4  # words: shorter runs are phrases that anybody uses
SAMPLE = 128  # digests of four bytes: all of a text of 130 words, a sample exact to some 4 % of a longer one
_words = re.compile(r"\w+").findall
_MONTHS = frozenset(name.lower() for name in MONTHS if name)
_MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


def wording(reading: Reading) -> str | None:
    """How many different runs of words the body has, and the sample of them; ``None`` where there is none.

    `sample` reads it.  A digest's last bit tells whether a figure or a month stands in the run.
    """
    import numpy as np

    text = " ".join(reading.text[p.start : p.end] for p in reading.passages if p.kind == "body")
    words = np.fromiter(map(_digests.__getitem__, _words(fold(text).text.lower())), dtype=np.uint64)
    if len(words) < RUN:
        return None
    count = len(words) - RUN + 1
    mixed, figures = np.zeros(count, dtype=np.uint64), np.zeros(count, dtype=np.uint64)
    for i, multiplier in enumerate(_MULTIPLIERS):
        part = words[i : i + count]
        mixed ^= (part + np.uint64(i)) * np.uint64(multiplier)
        mixed ^= mixed >> np.uint64(29)
        figures |= part & np.uint64(1)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    runs = np.sort((mixed >> np.uint64(32) & np.uint64(0xFFFFFFFE) | figures).astype("<u4"))
    runs = runs[np.concatenate(([True], runs[1:] != runs[:-1]))]
    return f"{len(runs)}:{b64encode(runs[:SAMPLE].tobytes()).decode()}"


def sample(cell: str) -> tuple[int, np.ndarray]:
    """What a cell of the column ``wording`` holds: the number of runs, and the digests sampled, in order."""
    import numpy as np

    count, _, digests = cell.partition(":")
    return int(count), np.frombuffer(b64decode(digests), dtype="<u4")


def _digest(word: str) -> int:
    figure = word in _MONTHS or any(c.isdigit() for c in word)
    return crc32(word.encode("utf-8", "surrogatepass")) << 1 | figure


_digests = Met(_digest, most=50_000)
