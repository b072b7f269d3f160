"""Find names with their offices, and offices that stand alone, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .. import gated as re
from ..fold import fold
from ..model import PlaceMention, Sentence
from .names import form_country, known, name_within
from .titles import Title, find_titles
from .tokens import SYLLABLE, Token, tag
from .vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is known whose it is.

    Attributes
    ----------
    start, end : int
        Name and office together.
    written : str or None
        The name as the article writes it; ``None`` for an office alone.
    name : tuple of str
        The name's words, folded, in lower case.
    title : Title or None
    country : str or None
        Whom the person represents, where the words beside the name tell.
    sure : bool
        Whether the mention proves by itself that it is a person.
    """

    start: int
    end: int
    written: str | None
    name: tuple[str, ...]
    title: Title | None = None
    country: str | None = None
    sure: bool = True


def find_mentions(text: str, sentence: Sentence, places: Sequence[PlaceMention]) -> list[Found]:
    """Names and offices of one sentence, in order, not yet resolved.

    Parameters
    ----------
    text
        The article's text.
    sentence
    places
        The places inside the sentence, in order.
    """
    tokens, labels = tag(sentence, places)
    titles = find_titles(text, tokens, labels)
    names = _name_runs(tokens, labels)
    owners, free = _attach(titles, names, tokens, labels)
    out = [_named(text, tokens, labels, run, *owners.get(run, (None, None))) for run in names]
    out = [_of_the_group(text, sentence, places, found) for found in out if found]
    out += _like_a_city(tokens, labels)
    for title in free:
        alone = _alone(tokens, labels, title)
        if alone:
            out.append(alone)
    return sorted(out, key=lambda f: (f.start, f.end))


_LED = re.compile(
    r"\b(?:delegation|mission|group|team|party)\b(?P<of>[^.;]{0,140}?)\b(?:led|headed|chaired|guided) by "
    r"(?:(?:the|its|their|a|an) )?$",
    re.IGNORECASE,
)
_REACH = 240


def _of_the_group(
    text: str, sentence: Sentence, places: Sequence[PlaceMention], found: Found
) -> Found:
    """Whom somebody represents who leads a delegation: "a delegation of the Kazakh parliament led by X"."""
    if found.country or not (found.title or found.sure):
        return found
    low = max(sentence.start, found.start - _REACH)
    led = _LED.search(text[low : found.start])
    if not led:
        return found
    after, end = low + led.start("of"), low + led.end("of")
    told = {p.country for p in places if after <= p.start < end and p.kind != "bloc"}
    if not told:  # "the Kazakh parliamentary delegation led by X"
        before = [p for p in places if low <= p.start < after and p.end > after - 60]
        between = text[before[-1].end : after] if before else "."
        told = {before[-1].country} if not re.search(r"[.,;:]|\b(?:in|to|at|and)\b", between) else set()
    return replace(found, country=told.pop()) if len(told) == 1 else found


_NAME = re.compile(r"V[NVL]{1,4}|[NV][NVI]*|I[NV]+")
_HOUSE = re.compile(r"[A-Z][a-z]+[A-Z]")
_Run = tuple[int, int]


def _name_runs(tokens: Sequence[Token], labels: str) -> list[_Run]:
    out = []
    for match in _NAME.finditer(labels):
        first, last = match.span()
        first += name_within([t.text.lower() for t in tokens[first:last]])
        if last - first > 2 and first and tokens[first - 1].text == "of" and _HOUSE.match(tokens[first].text):
            first += 1  # "First Vice-Rector of KazNU Mukhambetkali Burkitbayev"
        if not _names_a_thing(tokens, labels, last):
            out.append((first, last))
    return out


def _names_a_thing(tokens: Sequence[Token], labels: str, after: int) -> bool:
    """Whether what follows the name makes it a university, a street or a company."""
    things = vocabulary().not_people
    while after < len(tokens) and labels[after] in "SuwNL":
        if tokens[after].text.lower() in things:
            return True
        if labels[after] not in "SN":
            return False
        after += 1
    return False


def _attach(
    titles: Sequence[Title], names: Sequence[_Run], tokens: Sequence[Token], labels: str
) -> tuple[dict[_Run, tuple[Title | None, int | None]], list[Title]]:
    """Which office belongs to which name (and its place in a couple), and the offices left alone."""
    owners: dict[_Run, tuple[Title | None, int | None]] = {}
    by_start = {run[0]: run for run in names}
    by_end = {run[1]: run for run in names}
    used: set[int] = set()
    for index, title in enumerate(titles):
        if title.plural:
            couple = _couple(title, by_start, labels)
            for place, run in enumerate(couple):
                owners[run] = (title, place)
            used.add(index)
            continue
        i = title.last
        while labels[i : i + 1] == "H":
            i += 1
        if i in by_start:
            owners[by_start[i]] = (title, None)
            used.add(index)
    for index, title in enumerate(titles):
        if index in used:
            continue
        run = _apposed(title, by_start, by_end, tokens, labels)
        if run and run not in owners:
            owners[run] = (title, None)
            used.add(index)
    return owners, [t for i, t in enumerate(titles) if i not in used]


def _couple(title: Title, by_start: dict[int, _Run], labels: str) -> list[_Run]:
    """The names after a plural office: "Presidents X and Y", "Ministers X of A and Y of B", "… X in 1997 and Y"."""
    out: list[_Run] = []
    i = title.last + (labels[title.last : title.last + 1] == ",")
    while i in by_start:
        out.append(by_start[i])
        i = out[-1][1]
        link = re.compile("(?:o?t?C|[(]C[)])?(?:zw|[(]w[)])?(?:,a|a|,)").match(labels, i)
        if not link:
            break
        i = link.end()
    return out if len(out) > 1 else []


def _apposed(
    title: Title,
    by_start: dict[int, _Run],
    by_end: dict[int, _Run],
    tokens: Sequence[Token],
    labels: str,
) -> _Run | None:
    """The name an office explains: "X, President of A," or "the President of A, X,"."""
    before = re.search("[,(-]t?$", labels[max(0, title.first - 2) : title.first])
    theirs = title.office.group == "spouse" and tokens[title.first - 1].text.lower() in ("his", "her")
    if before and not theirs:  # "X, his wife and a delegation": X is no wife
        run = by_end.get(title.first - len(before[0]))
        if run and labels[title.last : title.last + 1] not in ("N", "V", "I", "H"):
            return run
    i = title.last
    if labels[i : i + 1] in (",", "-", "("):
        i += 1
        while labels[i : i + 1] == "H":
            i += 1
        run = by_start.get(i)
        if (
            run
            and (
                labels[run[1] : run[1] + 1] in (",", ")", "-", "")
                or tokens[run[1]].text in ".;:?!"
                or title.first == 0 and _DOES.fullmatch(tokens[run[1]].text)  # "Deputy Speaker of A, X welcomed"
            )
            and title.definite | (title.last - title.first > 1)
        ):
            return run
    return None


_DOES = re.compile(r"[a-z]+(?:ed|es)|met|held|has|had|is|was|will|told|took|paid|said|says|led|left|came")


def _named(
    text: str, tokens: Sequence[Token], labels: str, run: _Run, title: Title | None, place: int | None
) -> Found | None:
    first, last = run
    name = tuple(" ".join(t.text.lower() for t in tokens[first:last]).split())
    start, end = tokens[first].start, tokens[last - 1].end
    written = text[start:end]
    courtesy = first > 0 and labels[first - 1] == "H"
    country = title.country if title and place is None else None
    if place is not None and len(title.countries) > place:
        country = title.countries[place]
    of = re.compile("o(?:t?S*o?)?(C)|[(](C)[)]").match(labels, last)
    if of and (title or courtesy):
        country = country or tokens[of.end() - 1 - (of[2] is not None)].value.country
    form = form_country(name)
    holder = known(name)
    sure = bool(title or courtesy or form or holder)
    if not sure and len(name) > 2:
        return None
    if form and not title and not holder and len(name) > 4:
        return None
    if courtesy:
        first -= 1
        start = tokens[first].start
    if title and place is None:
        start, end = min(start, tokens[title.first].start), max(end, tokens[title.last - 1].end)
    elif title and place == 0:
        start = min(start, tokens[title.first].start)
    return Found(start, end, written, name, title, country, sure)


# What can follow "the official" when it means a person.
_ENDS_SUBJECT = re.compile(
    r"(?:[,.;:]|said|says|who|also|has|had|was|is|will|would|and|noted|added|stressed|told|met|arrived|returned|left|thanked)$"
)
RELATIVE = frozenset({"guest", "host", "counterpart"})


def _is_his(tokens: Sequence[Token], labels: str, title: Title) -> bool:
    """Whether "guest", "host" or "counterpart" is somebody's or some country's, and no institution's."""
    i = title.first - 1
    determiner = tokens[i].text.lower() if i >= 0 and labels[i] == "t" else ""
    return determiner in ("his", "her", "my") or bool(title.country) and determiner not in ("its", "their")


def _like_a_city(tokens: Sequence[Token], labels: str) -> list[Found]:
    """ "Hue" or "Vinh" where no city is meant; whether it is somebody, the rest of the article tells."""
    out = []
    for i, (token, label) in enumerate(zip(tokens, labels, strict=True)):
        if label != "L":
            continue
        before = tokens[i - 1] if i else None
        if not SYLLABLE.match(fold(token.text).text.lower()) or labels[i + 1 : i + 2] in ("S", "N", "a", "L"):
            continue
        if before and (before.label in "ozNSLVI-" or before.text.lower() in _WHERE):
            continue
        out.append(Found(token.start, token.end, token.text, (fold(token.text).text.lower(),), sure=False))
    return out


_WHERE = frozenset(
    ("from", "near", "around", "outside", "via", "between", "through")
    + ("visit", "visited", "visits", "and", "left", "toured")
)


def _is_own_act(tokens: Sequence[Token], first: int) -> bool:
    """Whether a person does what follows: "the President's State visit"."""
    return any(token.text.lower() in _ACTS for token in tokens[first : first + 3])


_ACTS = frozenset({"visit", "visits", "trip", "tour", "arrival", "stay", "departure", "speech", "invitation"})


def _alone(tokens: Sequence[Token], labels: str, title: Title) -> Found | None:
    """An office that stands for its holder."""
    if title.plural or not title.office.strong or not title.definite:
        return None
    if labels[title.last : title.last + 1] in ("S", "N", "V"):
        return None  # "the President Hotel"
    if re.match("'[Su]", labels[title.last : title.last + 2]) and not _is_own_act(tokens, title.last + 1):
        return None  # "the Prosecutor General's Office"
    if title.office.group == "epithet" and not _ENDS_SUBJECT.match(
        tokens[title.last].text if title.last < len(tokens) else "."
    ):
        return None  # "the official visit"
    if title.office.group in RELATIVE and not _is_his(tokens, labels, title):
        return None
    return Found(tokens[title.first].start, tokens[title.last - 1].end, None, (), title, title.country)
