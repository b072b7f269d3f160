"""Part a plural into its instruments: "three memoranda on A, B and C", "one each for the Ds and the Es"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .names import Name
from .scene import Scene

Item = tuple[int, int, str]


def find_items(scene: Scene, name: Name) -> list[Item]:
    """The items of a plural name as ``(start, end, preposition)``; empty where it is one instrument.

    Only a list whose parts are beyond doubt is parted: the preposition is repeated, the number before
    the noun fits, or "one each for" says so.
    """
    if not name.head.plural:
        return []
    each = _EACH.match(scene.lower, name.head.end)
    if each:
        end = _end_of_list(scene, each.end())
        return _parts(scene.lower, each.end(), end, _preposition(each["prep"]), name.count)
    one_on = _ONE_ON.match(scene.lower, name.head.end)
    if one_on:
        return _one_on(scene.lower, one_on, _end_of_list(scene, one_on.end()))
    behind = _BEHIND_COLON.match(scene.lower, name.head.end)
    if behind:
        return _behind_colon(scene, behind, name.count)
    after_comma = _AFTER_COMMA.match(scene.lower, name.head.end)
    if after_comma:
        items = _repeated(scene.lower, after_comma.end(), _end_of_list(scene, after_comma.end()), after_comma[1])
        if items and _OTHERS.match(scene.lower, items[-1][0]):  # "…, on water and on other topics"
            return items[:-1]
        return items if len(items) == (name.count or len(items)) else []
    if name.topic >= name.end:
        return []
    lead = _LEAD.match(scene.lower, name.topic)
    if not lead:
        return []
    start = lead.end()
    preposition = "on" if lead[1].startswith(("in the", "cover")) else lead[1]
    repeated = _repeated(scene.lower, start, name.end, lead[1])
    if repeated:
        return repeated
    items = _parts(scene.lower, start, name.end, preposition, name.count)
    if name.count and name.count > 1:
        return items if len(items) == name.count else []
    topic = scene.lower[start : name.end]
    if preposition == "on" and len(items) >= 2 and all(b - a < 90 for a, b, _ in items):
        if len(items) == 2 and _SHARED_NOUN.search(topic):
            return []
        several = len(items) > 2 and all(
            " " in topic_words.strip() for topic_words in (scene.lower[a:b] for a, b, _ in items)
        )
        return items if several or not _ONE_TOPIC.match(topic) else []
    return []


def find_dated_items(scene: Scene, name: Name) -> list[tuple[int, int, str, str]]:
    """The items of a list that gives each its year: "agreements on A (2009), on B (2011) and on C (2017)".

    Returns
    -------
    list of tuple
        Start, end, preposition, year; empty where fewer than two are told so.
    """
    out, at = [], name.head.end
    while name.head.plural and (item := _DATED_ITEM.match(scene.lower, at)):
        preposition = item["prep"] or (out[-1][2] if out else "")
        if not preposition:
            break
        out.append((*item.span("topic"), preposition, item["year"]))
        at = item.end()
    return out if len(out) > 1 else []


_DATED_ITEM = re.compile(
    r"(?:,\s+|,?\s+and\s+|\s+)(?:(?P<prep>on|concerning|between|for)\s+)?(?P<topic>[a-z][^(),;:.]{3,110}?)\s+"
    r"\((?:signed\s+)?(?:in\s+)?(?P<year>(?:19|20)\d\d)\)"
)
# "two agreements were inked: one on X and one on Y", "four agreements, on A, on B and on C"
_VERB_BETWEEN = r"(?:\s+(?:was|were|have\s+been|has\s+been|had\s+been)\s+\w+)?"
_ONE_ON = re.compile(_VERB_BETWEEN + r"\s*[,:-]+\s*(?:the\s+)?(?:one|first)\s+(?P<prep>on|between|with|concerning)\s+")
_OTHER_ON = re.compile(
    r",?\s+(?:and\s+)?(?:the\s+other|another|the\s+second|a\s+third|one)\s+(?:on|between|with|concerning)\s+"
)
_AFTER_COMMA = re.compile(
    _VERB_BETWEEN + r"\s*[,:]\s+(on|between)\s+(?!\w+day\b|the\s+(?:same|sidelines|margins|occasion)\b|\d)"
)
# "three agreements were signed after the talks: on A, B and C"
_BEHIND_COLON = re.compile(
    r"\s+(?:was|were|have\s+been|has\s+been)\s+\w+(?:\s+[^.;:()]{3,80}?)?\s*:\s+"
    r"(?P<prep>on|in|covering|concerning)\s+"
)
_OTHERS = re.compile(r"(?:some\s+|many\s+)?other\s+\w+\s*$|other\s+\w+\s*[.,;]")
_LEAD = re.compile(
    r"(in\s+the\s+(?:fields?|areas?|spheres?)\s+of|on|between|with|concerning|covering|regarding|of|in|for)\s+"
)
_EACH = re.compile(
    _VERB_BETWEEN + r"\s*(?:[,:-]+\s*)?(?:one each|one apiece|each|one)\s+(?P<prep>for|between|on|with|of)\s+"
)
_ONE_TOPIC = re.compile(
    r"(?:(?:the|mutual|joint|closer|further|bilateral|strengthening|developing|enhancing|establishing|"
    r"expanding)\s+)*"
    r"(?:cooperation|co-operation|collaboration|partnership|promotion|protection|exchange|mutual|"
    r"development|establishment|avoidance|"
    r"recognition|encouragement|prevention)\b"
)
_SHARED_NOUN = re.compile(  # "defence and security cooperation" is one field
    r"^[\w-]+\s+and\s+[\w-]+\s+(?:cooperation|collaboration|matters|issues|fields|areas|relations|sectors|exchanges|affairs)$"
)


def _one_on(text: str, first: re.Match, end: int) -> list[Item]:
    """The items after "one on …, the other on …"."""
    breaks = list(_OTHER_ON.finditer(text, first.end(), end))
    starts = [first.end(), *(m.end() for m in breaks)]
    ends = [*(m.start() for m in breaks), end]
    preposition = _preposition(first["prep"])
    return [(a, b, preposition) for a, b in zip(starts, ends, strict=True)] if breaks else []


def _behind_colon(scene: Scene, match: re.Match, count: int | None) -> list[Item]:
    """The items of a list behind a colon; none where they are not as many as the text says."""
    start, end = match.end(), _end_of_list(scene, match.end())
    items = _repeated(scene.lower, start, end, match["prep"]) or _parts(scene.lower, start, end, "on", None)
    items = [(a, b, "on") for a, b, _ in items]
    if count and len(items) < count:  # "A, B, and legal and security cooperation" are four
        halves = [(a, b, _ANDS.findall(scene.lower[a:b])) for a, b, _ in items]
        if len(items) + sum(len(ands) for _, _, ands in halves) == count:
            items = [(x, y, "on") for a, b, _ in halves for x, y in _cut(scene.lower, a, b, _ANDS)]
    return items if len(items) == (count or len(items)) > 1 else []


_ANDS = re.compile(r"\s+and\s+")


def _repeated(text: str, start: int, end: int, preposition: str) -> list[Item]:
    """The items of a list that repeats its preposition: "on A, on B and on C"; none where it doesn't."""
    breaks = list(re.finditer(rf"(?:,\s+(?:and\s+)?|\s+and\s+){preposition}\s+", text[start:end]))
    starts = [start, *(start + m.end() for m in breaks)]
    ends = [*(start + m.start() for m in breaks), end]
    return [(a, b, preposition) for a, b in zip(starts, ends, strict=True)] if breaks else []


def _preposition(word: str) -> str:
    return "between" if word in ("for", "with") else word


def _end_of_list(scene: Scene, start: int) -> int:
    match = re.compile(
        r"[;:.()]|\s-{1,2}\s|,?\s+(?:along with|as well as|together with|which|that|were|was|while|"
        r"in addition)\b"
    ).search(scene.lower, start)
    return match.start() if match else len(scene.text)


def _parts(text: str, start: int, end: int, preposition: str, count: int | None) -> list[Item]:
    """Items between commas; the last comma's part is cut at one "and", before an article if there is one."""
    commas = list(_cut(text, start, end, re.compile(r",\s+(?:(?=and\b))?")))
    a, b = commas.pop()
    tail = re.match(r"and\s+", text[a:b])
    if tail:
        commas.append((a + tail.end(), b))
    else:
        ands = list(re.finditer(r"\s+and\s+", text[a:b]))
        chosen = next(
            (m for m in ands if re.match(r"(?:the|on|between)\s", text[a + m.end() : b])),
            ands[-1] if ands else None,
        )
        if chosen is None:
            commas.append((a, b))
        else:
            commas += [(a, a + chosen.start()), (a + chosen.end(), b)]
    if count and len(commas) != count and len(commas) < 2:
        return []
    return [(x, y, preposition) for x, y in commas if text[x:y].strip()]


def _cut(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in separator.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end
