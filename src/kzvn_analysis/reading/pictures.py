"""Recognise what stands under a picture: its caption and whose picture it is."""

from __future__ import annotations

from . import gated as re

_PICTURE = (
    r"(?:(?:Illustrative|Illustration|File|Archive|Cover|Stock)\s+)?"
    r"(?:Photos?|Images?|Pictures?|Pics?|Infographics?|Collage)"
)
_CREDIT = re.compile(
    r"(?:(?:^|(?<=\s)|[(\[])(?:"
    rf"{_PICTURE}\s*(?:credits?|courtesy|source|by|from)?\s*(?::|©|\s\|)"
    rf"|{_PICTURE}\s+(?:by|courtesy\s+of|credit|taken\s+by)\s+(?=[A-ZĐ]|the\s)"
    r"|(?<=[.!?]\s)Photos?\s+from\s"
    r"|[Cc]redits?\s*:|\((?:Illustrative|Illustration|File|Source:\s*Internet))"
    r"|(?:[(\[—–-]\s*|(?<=[.!?”]\s))[A-Z]{2,6}(?:/[A-Z]{2,6})*\s+(?:File\s+)?[Pp]hotos?(?=\s*(?:[A-ZĐ]|[)\]]|$)))"
)
# Looked for first, since most paragraphs have none of them.
_SIGNS = ("hoto", "mage", "Pic", "nfographic", "ollage", "redit", "(Illustrat", "(File", "(Source")
_CREDIT_LINE = re.compile(rf"[\W_]*(?:{_PICTURE}|Screenshot|Credits?)\b", re.I)
_WHERE = re.compile(
    r"\((?:L|R|C|left|right|centre|center|front|middle|pictured|seated|standing"
    r"|(?:[a-z]+,?\s){1,3}(?:L|R|left|right|row)|[LR],[^)]{0,20})\)"
)
_POSE = re.compile(
    r"\b(?:second|third|first|fourth)\s+from\s+(?:the\s+)?(?:left|right)\b"
    r"|\b(?:file|illustrative)\s+(?:photo|image)\b"
    r"|\bposes?\s+for\s+(?:a\s+)?(?:group\s+|commemorative\s+|souvenir\s+)?(?:photos?|pictures?)\b"
)
_BRACKET_END = re.compile(r"[)\]]\.?")
_STOP = re.compile(r"(?<=\w\w)\.(?=\s+[A-ZĐ“\"])|(?<=[’'])\.(?=\s)")
_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")


def is_caption(line: str) -> bool:
    """Whether a line is what stands under a picture: a sentence or two, and then whose picture it is."""
    credit = photo_credit(line, 0, len(line))
    if credit is None:
        return len(line) < 250 and bool("(" in line and _WHERE.search(line) or _POSE.search(line))
    if credit_end(line, credit, len(line)) < len(line):
        return False
    before = line[:credit].strip(" .(—–-")
    return len(before) < 300 and len(_NEW_SENTENCE.findall(before)) <= 1


def is_photo_line(line: str) -> bool:
    """Whether a credit line is a photographer's."""
    return bool(_CREDIT_LINE.match(line))


def photo_credit(text: str, start: int, end: int) -> int | None:
    """Where a photographer's credit begins between `start` and `end`."""
    for sign in _SIGNS:
        if text.find(sign, start, end) >= 0:
            break
    else:
        return None
    match = _CREDIT.search(text, start, end)
    return match.start() if match else None


def credit_end(text: str, start: int, end: int) -> int:
    """Where the credit that begins at `start` ends: at its bracket, its full stop, or the line's end."""
    if text[start] in "([":
        close = _BRACKET_END.search(text, start, end)
    else:
        close = _STOP.search(text, start, min(end, start + 120))
    stop = close.end() if close else end
    return stop if text[stop:end].strip(" .|)/") else end
