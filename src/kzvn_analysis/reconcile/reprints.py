"""Which clippings print the same text: ten reprints of an agency's report are one witness, not ten.

Headline, dateline, credits and notices may differ, words may be edited and the end cut off.  Found in three steps, each
a function of frames, so that an archive takes the same ones, its rows spread over many machines:

1. `bands` gives each clipping keys by MinHash; prints of one text are bound to share one.
2. `neighbours` pairs clippings under one key, each with the next few of the most similar signature.
3. `same_text` compares the two samples of a pair, and `first_prints` takes what hangs together as one text.

The signature is a one-permutation MinHash: the smallest digest in each of `BINS` classes, read off the sample that the
table ``articles`` holds.  Nothing in it is drawn by chance.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from ..facts.wording import sample

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

# Of the shorter text's runs of words so many stand in the longer.  Independent reports of one event share quotes and
# names, which is at most some four tenths; a reprint with a word changed in every second sentence keeps eight tenths.
SHARED = 0.65
# Of the runs with a figure or a month in them, so many.  A report in the words of last month's has other figures.
FIGURES = 0.6
LEAST_FIGURES = 3  # of which a share can be told
SHORTEST = 15  # runs of words: less is a headline or a stock phrase
# The shorter text is at least this part of the longer: a digest that quotes four reports whole doesn't make them one.
LENGTH = 0.25

BINS, ROWS = 32, 2  # classes of digests; how many of their smallest make a key
KEYS = 1 + BINS // ROWS  # of a clipping: one for its bytes, the others for its wording
WINDOW = 4  # how many clippings under one key one is compared with
# Two samples are compared where the signatures agree in so many classes, and in this part of those in which they should
# at least if one text printed the other: most pairs under a key don't.
ALIKE, LIKELY = 5, 0.5
CHECKS = ["check0", "check1", "check2", "check3"]


def reprints(clippings: pd.DataFrame) -> pd.DataFrame:
    """For each clipping whose text stands in another one written before it, the first print of it.

    Parameters
    ----------
    clippings
        ``article_id``, ``sha256``, ``wording``, ``written``; in any order.

    Returns
    -------
    pandas.DataFrame
        ``article_id``, ``copy_of``: the print written first; of several, and of undated ones, the first by name.
    """
    pairs = neighbours(bands(clippings)).drop_duplicates()
    return first_prints(matched(with_sample(with_sample(pairs, clippings, "a"), clippings, "b")))


def bands(clippings: pd.DataFrame) -> pd.DataFrame:
    """The keys under which prints of one text meet: ``key``, ``article_id``, ``runs`` and the signature in `CHECKS`.

    A clipping has one key for its exact bytes and, unless it is very short, one for each band of its signature.
    """
    import numpy as np
    import pandas as pd

    names = clippings["article_id"].to_numpy(object)
    exact = np.array([_number(digest) for digest in clippings["sha256"]], dtype=np.uint64)
    nothing = np.zeros((len(names), len(CHECKS)), dtype=np.uint64)
    parts = [(exact, names, np.zeros(len(names), dtype=np.uint32), nothing)]
    samples = [sample(cell) if isinstance(cell, str) else (0, None) for cell in clippings["wording"]]
    long = [i for i, (count, _) in enumerate(samples) if count >= SHORTEST]
    if long:
        runs = np.array([samples[i][0] for i in long], dtype=np.uint32)
        signatures = _signatures([samples[i][1] for i in long])
        low = (signatures * np.uint32(0x9E3779B1) >> np.uint32(24)).astype(np.uint8)
        for first in range(0, BINS, ROWS):
            key = np.full(len(long), first + 1, dtype=np.uint64)
            for column in range(first, first + ROWS):
                key = (key ^ signatures[:, column]) * np.uint64(0xBF58476D1CE4E5B9)
                key ^= key >> np.uint64(31)
            # What follows the band in the signature comes first: prints of one text then stand side by side.
            check = np.ascontiguousarray(np.roll(low, -first - ROWS, axis=1)).view(">u8").astype(np.uint64)
            parts.append((key, names[long], runs, check))
    keys, who, runs, checks = (np.concatenate(column) for column in zip(*parts, strict=True))
    return pd.DataFrame(
        {
            "key": keys,
            "article_id": pd.array(who, dtype="string"),
            "runs": runs,
            **{name: checks[:, i] for i, name in enumerate(CHECKS)},
        }
    )


def neighbours(rows: pd.DataFrame) -> pd.DataFrame:
    """Pairs of clippings that may be of one text: ``a``, ``b``.

    Parameters
    ----------
    rows
        As `bands` gives them, all of a key; the pairs of a key are at most `WINDOW` times its clippings, however many
        print the same.
    """
    import numpy as np
    import pandas as pd

    numbers, names = pd.factorize(rows["article_id"], sort=True)
    keys, *checks = (rows[name].to_numpy(np.uint64) for name in ("key", *CHECKS))
    order = np.lexsort((numbers, *checks[::-1], keys))
    numbers, keys, runs = numbers[order].astype(np.uint64), keys[order], rows["runs"].to_numpy()[order]
    alike = np.stack(checks, axis=1)[order].view(np.uint8)
    found = [np.empty(0, dtype=np.uint64)]  # each pair as one number, since there may be a million
    for step in range(1, min(WINDOW, len(rows) - 1) + 1):
        [near] = np.nonzero(keys[step:] == keys[:-step])
        near = near[(alike[near] == alike[near + step]).sum(axis=1) >= _least_alike(runs[near], runs[near + step])]
        a, b = np.sort([numbers[near], numbers[near + step]], axis=0)
        found.append(a << np.uint64(32) | b)
    pairs = np.unique(np.concatenate(found))
    a, b = (names.take((half & np.uint64(0xFFFFFFFF)).astype(np.int64)) for half in (pairs >> np.uint64(32), pairs))
    return pd.DataFrame({"a": a, "b": b}).astype("string")


def _least_alike(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """In how many classes signatures of texts of so many runs agree if the shorter one stands in the longer one."""
    import numpy as np

    shorter, longer = np.minimum(a, b), np.maximum(np.maximum(a, b), 1)
    return np.maximum(ALIKE, LIKELY * BINS * SHARED * shorter / (longer + (1 - SHARED) * shorter))


def with_sample(pairs: pd.DataFrame, clippings: pd.DataFrame, side: str) -> pd.DataFrame:
    """The pairs with what is known of the clippings on a side, ``a`` or ``b``: ``sha256_a``, ``wording_a``, …"""
    known = clippings[["article_id", "sha256", "wording", "written"]]
    own = known.rename(columns={name: f"{name}_{side}" for name in known.columns if name != "article_id"})
    return pairs.merge(own.rename(columns={"article_id": side}), on=side)


def matched(pairs: pd.DataFrame) -> pd.DataFrame:
    """Those of the pairs that print one text: ``a``, ``b``, ``written_a``, ``written_b``."""
    same = [
        sha_a == sha_b or (isinstance(a, str) and isinstance(b, str) and same_text(a, b))
        for sha_a, sha_b, a, b in zip(
            pairs["sha256_a"], pairs["sha256_b"], pairs["wording_a"], pairs["wording_b"], strict=True
        )
    ]
    return pairs.loc[same, ["a", "b", "written_a", "written_b"]]


def same_text(first: str, second: str) -> bool:
    """Whether two cells of the column ``wording`` are of one text, perhaps edited and cut."""
    (n1, a), (n2, b) = sample(first), sample(second)
    if min(n1, n2) < max(SHORTEST, LENGTH * max(n1, n2)):
        return False
    # Up to here both samples are whole.
    reach = min([int(part[-1]) for count, part in ((n1, a), (n2, b)) if count > len(part)], default=1 << 32)
    shorter, longer = (a, b) if n1 <= n2 else (b, a)
    shorter, longer = set(shorter[shorter <= reach].tolist()), set(longer[longer <= reach].tolist())
    figures = {run for run in shorter if run & 1}
    if len(shorter & longer) < SHARED * len(shorter):
        return False
    return len(figures) < LEAST_FIGURES or len(figures & longer) >= FIGURES * len(figures)


def first_prints(pairs: pd.DataFrame) -> pd.DataFrame:
    """Each clipping of the pairs that `matched` gives with the first print of its text: ``article_id``, ``copy_of``."""
    import numpy as np
    import pandas as pd

    numbers, names = pd.factorize(pd.concat([pairs["a"], pairs["b"]], ignore_index=True), sort=True)
    days = pd.concat([pairs["written_a"], pairs["written_b"]], ignore_index=True)
    _, once = np.unique(numbers, return_index=True)
    written = days.iloc[once].fillna(date.max.isoformat()).to_numpy(str)
    order = np.lexsort((np.arange(len(names)), written))
    place = np.empty(len(names), dtype=np.int64)
    place[order] = np.arange(len(names))
    above = list(range(len(names)))  # by place: the first print comes before its reprints

    def root(item: int) -> int:
        while (up := above[item]) != item:
            above[item] = item = above[up]
        return item

    first, second = place[numbers[: len(pairs)]].tolist(), place[numbers[len(pairs) :]].tolist()
    for a, b in zip(first, second, strict=True):
        a, b = sorted((root(a), root(b)))
        above[b] = a
    ordered = names.to_numpy(object)[order]
    firsts = ordered[[root(item) for item in range(len(names))]]
    found = pd.DataFrame({"article_id": ordered, "copy_of": firsts}).astype("string")
    return found[found["article_id"] != found["copy_of"]].sort_values("article_id", ignore_index=True)


def _signatures(samples: Iterable[np.ndarray]) -> np.ndarray:
    """The smallest digest of each class, a row per sample; an empty class takes that of the next one that is not."""
    import numpy as np

    samples = list(samples)
    rows = np.repeat(np.arange(len(samples)), [len(s) for s in samples])
    digests = np.concatenate(samples)
    empty = np.uint32(0xFFFFFFFF)
    out = np.full((len(samples), BINS), empty, dtype=np.uint32)
    np.minimum.at(out, (rows, digests >> np.uint32(1) & np.uint32(BINS - 1)), digests)
    for _ in range(BINS):
        holes = out == empty
        if not holes.any():
            break
        out = np.where(holes, np.roll(out, -1, axis=1), out)
    return out


def _number(digest: str) -> int:
    return int(sha256(digest.encode()).hexdigest()[:16], 16)
