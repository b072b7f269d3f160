"""Part passages into sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import gated as re
from .lexicon import rows, words
from .model import Passage, Sentence

_KINDS = frozenset({"title", "subhead", "body"})
_ABBREVIATIONS = {row[0]: row[1] for row in rows("abbreviations.tsv")}
_STARTS = frozenset(words("sentence_starts.txt"))
_CLOSERS = "\"”’'»)\\]"
# A place where a sentence may end: its stops, what closes after them, and white space (or nothing, where a
# space is missing between two ordinary words: "in 2024.The sides").  A row of stops is tried once, from its start.
_STOP = re.compile(rf"(?:(?<![.!?…])[.!?…]++|\./\.)[{_CLOSERS}]*+(?:(?=\s)|(?<=[a-z0-9)]\.)(?=[A-Z][a-z]+[\s,]))")
_NEXT = re.compile(r"\s*[\"“”‘’'«(\[—–-]*\s*(\S+)")
_BEFORE_LAST_WORD = re.compile(r".*[\s\"“”‘’'«»()\[\]/—–]", re.DOTALL)
_INITIAL = re.compile(r"(?:[A-ZÀ-ỸĐ]\.-?){1,4}")
_POINT = re.compile(r"(?:[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[IVX]{1,5})[.)\]]+)")
_BRAND = re.compile(r"[a-z]+[A-Z]\w*|[a-z][\w-]*\.(?:kz|vn|com|org|net|ru|uz|az)\b")
_SAYING = re.compile(
    r"\s*(?:[A-ZÀ-ỸĐ][\w’'.-]*\s+){0,4}(?:then\s+|also\s+)?"
    r"(?:said|says|asked|asks|added|adds|noted|notes|stressed|wrote|writes|exclaimed|wondered|replied|told|recalled)\b"
)


def find_sentences(text: str, passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """The sentences of titles, subheads and body passages, in order.

    Parameters
    ----------
    text
        The article's text.
    passages
        As `find_passages` gives them.

    Returns
    -------
    tuple of Sentence
        Each with its passage's kind, section and number; ``text[s.start:s.end] == s.text``.
    """
    out = []
    for paragraph, passage in enumerate(passages):
        if passage.kind not in _KINDS:
            continue
        for start, end in _parts(text, passage.start, passage.end):
            out.append(Sentence(start, end, text[start:end], passage.kind, passage.section, paragraph))
    return tuple(out)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences between `start` and `end`, without the white space around them."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop >= end:
            break
        if _ends(text, begin, match, end):
            yield from _trimmed(text, begin, stop)
            begin = stop
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    bare = part.strip()
    if bare:
        start += len(part) - len(part.lstrip())
        yield start, start + len(bare)


def _ends(text: str, begin: int, stop: re.Match, end: int) -> bool:
    """Whether a sentence that begins at `begin` ends at `stop`."""
    follows = _NEXT.match(text, stop.end(), end)
    if not follows:
        return False
    word = follows[1]
    first = word[0]
    marks = stop[0].rstrip("\"”’'»)]")
    quoted = len(marks) < len(stop[0])
    if first.islower():
        return bool(_BRAND.match(word)) and not quoted and not _abbreviated(text, begin, stop, word)
    if not (first.isalnum() or first in "$€£₫₸#@"):
        return first in "•*" or len(word) == 1
    if quoted and marks[-1:] in "?!" and _SAYING.match(text, stop.end(), end):
        return False
    return marks != "." or not _abbreviated(text, begin, stop, word)


def _abbreviated(text: str, begin: int, stop: re.Match, following: str) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a point's number."""
    start, end = max(begin, stop.start() - 40), stop.start() + 1
    before = _BEFORE_LAST_WORD.match(text, start, end)
    start = before.end() if before else start
    word = text[start:end]
    if _POINT.fullmatch(word) and not text[begin:start].strip(" \t\xa0\"“‘'(["):
        return True
    behaviour = _ABBREVIATIONS.get(word)
    if behaviour == "before":
        # "p." or "no." may also close a sentence ("the answer was no."); a number or a name decides
        return word not in ("no.", "c.", "p.", "v.") or following[0].isdigit()
    if behaviour == "month":
        return following[0].isdigit()
    if behaviour == "after" or _INITIAL.fullmatch(word):
        return re.sub(r"\W+$", "", following) not in _STARTS
    return False
