"""Part a text into passages: date header, title, dateline, captions, credits, notices, body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import gated as re
from .boilerplate import is_byline, sign_off
from .date_lines import is_own
from .dateline import Dateline, match_dateline
from .lines import Line, find_lines
from .model import Passage
from .paragraph_kinds import paragraph_kinds
from .pictures import credit_end, is_photo_line, photo_credit

_UP = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ"
_SMALL = "a-zß-öø-ÿăđĩũơưạ-ỹ"
# "… trade ALMATY, May 6 (Agency) –", "… tradeHanoi (Agency) –"
_GLUED = re.compile(
    rf"(?<=[^\s.,;:(–—-]\s)(?=[{_UP}]{{2,}}(?:[\s-][{_UP}]{{2,}}){{0,3}}\s?(?:[.,(–—-]|/))"
    rf"|(?<=[{_SMALL}\d%)”’\"'])(?=[{_UP}][\w’'-]+(?:[\s-][{_UP}][\w’'-]+){{0,3}}\s?(?:[.,(–—-]|/))"
)
_BRIEFING = re.compile(r"\b(?:briefing|brief\s+review|news\s+in\s+brief|round-?up|digest|headlines)\b", re.I)
_ITEM = 100  # what is shorter is an entry of a list, not an item of news
_STORY = re.compile(r"[-–—•*·▪►>☕]\s*[A-ZĐ\"“]")
# An agency's dateline stands at the first paragraph, or after a standfirst.
_DATELINE_WITHIN = 3


def find_passages(text: str) -> tuple[Passage, ...]:
    """The passages of `text`, in order; what stands between them is white space.

    Parameters
    ----------
    text
        The article's text.

    Returns
    -------
    tuple of Passage
        Ordered, without overlap.  A subhead, an interviewer's question, a row of asterisks, and a story
        after the agency's sign-off start a new `section`; so does each item of a briefing's list.
    """
    lines = _unglued(text, list(find_lines(text)))
    kinds = paragraph_kinds(text, lines)
    briefing = _is_briefing(text, lines, kinds)
    out: list[Passage] = []
    section, since, ended = 0, 0, False  # since: how many paragraphs of news the section has
    for line, kind in zip(lines, kinds, strict=True):
        if kind in ("separator", "subhead"):
            section, since, ended = section + 1, 0, False
            out.append(Passage(line.start, line.end, "notice" if kind == "separator" else kind, section))
        elif kind == "body":
            if ended or (briefing and _STORY.match(text, line.start)):
                section, since, ended = section + 1, 0, False
            out.extend(_body(text, line, section, since))
            since += 1
            ended = text[out[-1].end - 1] == "." and text[out[-1].end - 2 : out[-1].end] == "/."
            signed = out[-1].kind == "credit" and out[-2].kind == "body"
            ended = ended or signed and not is_photo_line(text[out[-1].start : out[-1].end])
        else:
            out.append(Passage(line.start, line.end, kind, section))
            ended = ended or (kind == "credit" and since > 0 and _closes(text[line.start : line.end]))
    return tuple(out)


def detached_sections(text: str, passages: Sequence[Passage]) -> frozenset[int]:
    """The sections that are stories of their own: after a sign-off or asterisks, or under their own date."""
    out: set[int] = set()
    news: set[int] = set()  # sections that have news already
    detached = ended = False
    for i, passage in enumerate(passages):
        words = text[passage.start : passage.end]
        if passage.kind == "header" and news and not is_own(text, passages, i):
            detached, ended = detached or passage.section not in news, True
        elif passage.kind == "notice" and not any(c.isalnum() for c in words) and passage.section not in news:
            detached = detached or passage.section > 0
        elif passage.kind == "credit" and news:
            ended = ended or _closes(words)
        elif passage.kind in ("body", "subhead", "dateline"):
            detached = detached or (ended and passage.section not in news)
            if detached:
                out.add(passage.section)
            if passage.kind == "body":
                news.add(passage.section)
                ended = ended or words.endswith("/.")
    return frozenset(out)


def _closes(credit: str) -> bool:
    """Whether a credit line ends a story: an agency's or author's name, not a photographer's."""
    return not is_photo_line(credit)


def _is_briefing(text: str, lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Whether the text is a list of the day's stories."""
    news = [line for line, kind in zip(lines, kinds, strict=True) if kind in ("title", "body")]
    listed = [line for line in news if _STORY.match(text, line.start)]
    if len(listed) >= 2 and any(_BRIEFING.search(text, line.start, line.end) for line in news[:2]):
        return True
    return (
        len(listed) > 3 and 3 * len(listed) > 2 * len(news) and all(x.end - x.start > _ITEM for x in listed)
    )


def _unglued(text: str, lines: list[Line]) -> list[Line]:
    """The lines, the first parted where a title and the dateline after it stand on one line."""
    first = next((i for i, line in enumerate(lines) if line.kind is None), None)
    if first is None:
        return lines
    line = lines[first]
    for match in _GLUED.finditer(text, line.start + 15, min(line.end, line.start + 260)):
        dateline = match_dateline(text, match.start(), line.end)
        if dateline and dateline.place and (dateline.outlet or dateline.date or line.end - dateline.end > 80):
            end = line.start + len(text[line.start : match.start()].rstrip())
            title = Line(line.start, end, "title", line.spaced)
            return [*lines[:first], title, Line(match.start(), line.end, None, True), *lines[first + 1 :]]
    return lines


def _body(text: str, line: Line, section: int, since: int) -> Iterator[Passage]:
    """A paragraph's parts: the dateline if it is an item's first, the news, a picture's words beside it."""
    start, end = line.start, line.end
    if dateline := _dateline(text, start, end, since):
        yield Passage(start, dateline.end, "dateline", section)
        start = _after_space(text, dateline.end, end)
        if is_byline(text[start:end]):
            yield Passage(start, end, "credit", section)
            return
    credit = photo_credit(text, start, end)
    if credit is not None:
        stop = credit_end(text, credit, end)
        if stop == end:
            yield from _part(text, start, credit, "body", section)
            yield Passage(credit, end, "credit", section)
            return
        if credit - start < 250 and end - stop > 60:  # the caption of a picture above runs into the news
            yield from _part(text, start, stop, "caption", section)
            start = _after_space(text, stop, end)
            if not dateline and (dateline := _dateline(text, start, end, since)):
                yield Passage(start, dateline.end, "dateline", section)
                start = _after_space(text, dateline.end, end)
    signed = sign_off(text, start, end)
    yield from _part(text, start, signed, "body", section)
    if signed < end:
        yield Passage(signed, end, "credit", section)


def _dateline(text: str, start: int, end: int, since: int) -> Dateline | None:
    """The dateline at `start`, in a paragraph that has `since` before it in its item."""
    found = match_dateline(text, start, end) if since < _DATELINE_WITHIN else None
    return found if found and (since == 0 or (found.outlet and (found.place or found.date))) else None


def _part(text: str, start: int, end: int, kind: str, section: int) -> Iterator[Passage]:
    length = len(text[start:end].rstrip())
    if length:
        yield Passage(start, start + length, kind, section)


def _after_space(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())
