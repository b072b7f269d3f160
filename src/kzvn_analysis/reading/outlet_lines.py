"""The lines by which a page names its outlet: masthead, date line, title, source, sign-off, notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from . import gated as re
from .boilerplate import names_newsletter
from .date_lines import is_issue_line, known_names, own_date_lines
from .fold import fold
from .lexicon import alternation, words
from .model import Passage
from .outlets import known_outlet

_ENDINGS = (
    r"kz|vn|com|az|uz|kg|tm|org|net|news|media|ru|cn|eu|int|info|tv|asia"
    r"|Az|KZ|VN|UZ|KG|COM|ORG|NET"
)
ENDING = re.compile(rf"\.(?:{_ENDINGS})").compiled()  # what every such address has, found in no time
SITE = rf"(?:[A-Za-z0-9-]{{1,63}}+\.)+(?:{_ENDINGS})"
_PRESS = re.compile(
    r"\b(?:News|Times|Agency|Press|Post|Herald|Daily|Journal|Gazette|Tribune|Newspaper|Newswire|Online|Media|TV|Radio|Magazine"
    r"|Messenger|Mirror|Echo|Standard|Globe|Insider|Portal|Observer|Chronicle|Courier|Monitor|Bulletin|Weekly|Review|Telegraph|Mail|Broadcasting|Television)\b"
)
_SOURCE = re.compile(
    r"\W*(?:Sources?|From|Via|Originally\s+(?:published|appeared)\s+(?:in|on|by)|(?:Based\s+on|With|From|According\s+to)?\s*(?:the\s+)?materials?\s+(?:of|from|by))\s*[:–—-]?\s*(?P<name>[^\n]{2,80}?)\W*$",
    re.I,
)
_BRACKETED = re.compile(
    r"[(\[]\s*(?:Source|Sources|Via)\s*[:–-]\s*(?P<name>[^()\n]{2,40}?)\s*[)\]][./]*$", re.I
)
_SIGN_OFF = re.compile(r"(?:[—–-]\s*|\(|\./\.\s*|/\s*)(?P<name>[A-Z][\w./ ]{1,30}?)\)?[./]*$")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|,\s+")
_IN = re.compile(
    r"\b(?:in|by|from|via|on|source:?|issue\s+of)\s+(?P<name>(?:[Tt]he\s)?[A-Z][\w.’'-]*(?:\s(?:of\s|the\s|and\s|for\s|&\s)*[A-Z][\w.’'-]*){0,5})"
)
_TITLE_END = re.compile(r"\s(?:[|–—-]|::)\s(?P<name>[^|–—]{2,40})$")
_FURTHER = re.compile(
    r"©|\(c\)|\b(?:copyright|subscribe\s+to|follow|join|citing|materials\s+(?:of|from)|view(?:s|point)|opinions?|download|preferred\s+source"
    r"|newsletter|reference\s+to|link\s+to|contact|about)\b",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\W*(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d|present))?,?\s+)?(?:by\s+)?(?P<name>(?:The\s)?[A-Z][\w’'-]*"
    r"(?:\s(?:of\s|the\s|and\s)*[A-Z][\w’'-]*){0,5}|" + SITE + r")",
    re.I,
)


def from_lines(text: str, passages: Sequence[Passage], how: str) -> str | None:
    """The outlet that the page's lines of one sort name.

    Parameters
    ----------
    text, passages
        The text, and its passages as `find_passages` gives them.
    how
        ``masthead`` · ``date`` · ``source`` · ``title`` · ``notice``.

    Returns
    -------
    str or None
        The usual name of a known outlet, another one's as the text writes it.
    """
    return _FINDERS[how](text, passages)


def is_office(name: str) -> bool:
    """Whether a name is a press service's or a ministry's: it informs, it is no outlet."""
    return bool(_office().search(fold(name).text))


def sounds_like_press(name: str) -> bool:
    """Whether a name that is not known is a newspaper's or an agency's by its words."""
    return bool(_PRESS.search(name)) and not is_office(name)


def in_small_letters(name: str) -> str:
    """A name in capitals with one large letter a word; one without a vowel (HCMC) stands for several."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_][^\s-]*", lambda m: m[0].capitalize() if _VOWEL.search(fold(m[0]).text) else m[0], name)


_VOWEL = re.compile("[AEIOUY]")


@cache
def _office() -> re.Pattern:
    return re.compile(rf"\b{alternation(words('not_outlets.txt'))}(?![\w-])", re.I)


def _masthead(text: str, passages: Sequence[Passage]) -> str | None:
    """The name above a newsletter's issue line, or at its head."""
    heads = [text[p.start : p.end] for p in passages[:4] if p.kind == "header"]
    for above, below in zip(heads, heads[1:], strict=False):
        if is_issue_line(below) and not re.search(r"\d{4}", above):
            return known_outlet(above) or in_small_letters(above)
    for head in heads[:2]:
        name = re.split(r"\s*[|•·]\s*", head)[0]
        if is_issue_line(head) and name != head and not is_issue_line(name) and not re.search(r"\d{2}", name):
            return known_outlet(name) or in_small_letters(name)
    names = [h for h in heads if names_newsletter(h) or known_outlet(h)]
    return known_outlet(names[0]) or in_small_letters(names[0]) if names else None


def _date_line(text: str, passages: Sequence[Passage]) -> str | None:
    """ "NDO - Monday, May 19, 2025", "Published 6 May 2025 in The Steppe Times"."""
    for passage in own_date_lines(text, passages):
        above = [text[p.start : p.end] for p in passages if p.kind == "header" and p.end < passage.start][-1:]
        if above and (known_outlet(above[0]) or sounds_like_press(above[0])) and not re.search(r"\d|^By\b", above[0]):
            return known_outlet(above[0]) or above[0]
        line = text[passage.start : passage.end]
        match = known_names().search(fold(line).text)
        if match:
            return known_outlet(match[0])
        named = [m["name"] for m in _IN.finditer(line)] + [p for p in _PARTS.split(line) if p[:1].isupper()]
        for name in named:
            if sounds_like_press(name) and not re.search(
                r"\d|^By\b|\b(?:Source|Published|Updated|Posted)\b", name
            ):
                return re.sub(r"^the\s+(?=[A-Z])", "", name)
    return None


def _source(text: str, passages: Sequence[Passage]) -> str | None:
    """A line "Source: VNA", an agency's name after the last sentence or on a line of its own."""
    credits = [text[p.start : p.end] for p in passages if p.kind in ("credit", "header")]
    for line in reversed(credits):
        match = _SOURCE.match(line) or _BRACKETED.search(line)
        name = match and _credited(" ".join(match["name"].split()))
        if name:
            return name
    for line in reversed(credits):
        whole = re.sub(r"^(?:By|From)\s+", "", line.strip(" ()[]—–-/.:"))
        for name in (whole, *re.split(r"/|\s[—–-]\s", whole)):  # "By Aliya Seit – Trend:"
            if known_outlet(name):
                return known_outlet(name)
    for passage in [p for p in passages if p.kind == "body"][-1:]:
        tail = text[max(passage.start, passage.end - 50) : passage.end]
        match = _BRACKETED.search(tail) or _SIGN_OFF.search(tail)
        if match and known_outlet(match["name"]):
            return known_outlet(match["name"])
    return None


def _credited(name: str) -> str | None:
    """The outlet in what stands after "Source:"."""
    if known_outlet(name):
        return known_outlet(name)
    first = re.split(r"[,;/|]|\sand\s|\s\d", name)[0].strip()
    site = re.sub(r"^(?:https?://)?(?:www\.)?", "", first).rstrip("/")
    if known_outlet(first) or known_outlet(site):
        return known_outlet(first) or known_outlet(site)
    if re.fullmatch(SITE, site):
        return None if is_office(site) else site
    return first if sounds_like_press(first) else None


def _title(text: str, passages: Sequence[Passage]) -> str | None:
    """ "Presidents meet | The Astana Times"."""
    for passage in passages[:6]:
        if passage.kind == "title":
            match = _TITLE_END.search(text[passage.start : passage.end])
            return known_outlet(match["name"].strip(" .")) if match else None
    return None


def _notice(text: str, passages: Sequence[Passage]) -> str | None:
    """ "© 2025 The Astana Times", "Subscribe to Kazinform on Telegram"."""
    for passage in passages:
        line = text[passage.start : passage.end]
        if passage.kind != "notice" or not _FURTHER.search(line):
            continue
        match = known_names().search(fold(line).text)
        if match:
            return known_outlet(match[0])
        match = _COPYRIGHT.search(line)
        if (
            match
            and (sounds_like_press(match["name"]) or re.fullmatch(SITE, match["name"]))
            and not is_office(match["name"])
        ):
            return match["name"]
    return None


_FINDERS: dict[str, Callable[[str, Sequence[Passage]], str | None]] = {
    "masthead": _masthead,
    "date": _date_line,
    "source": _source,
    "title": _title,
    "notice": _notice,
}
