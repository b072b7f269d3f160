"""Find diplomatic relations and partnerships between the two countries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...reading.dates.edtf import shift_years
from .model import Mention
from .parties import is_bilateral, names_company
from .scene import Scene
from .status import Verdict, tense
from .timing import period_of


def find_ties(scene: Scene) -> Iterator[Mention]:
    """Yield a mention where the sentence tells that diplomatic ties or a partnership began or are to begin."""
    yield from _relations(scene)
    yield from _partnership(scene)


_TIES = r"(?:diplomatic|official|formal)\s+(?:relations(?:hips?)?|ties|links)"
_ESTABLISHED = re.compile(
    rf"\b(?:establish\w*|set(?:ting)?\s+up|forg(?:ed|ing)|open(?:ed|ing)|enter(?:ed|ing)\s+into|launch(?:ed|ing)|formalis\w+|formaliz\w+|"
    rf"start(?:ed)?|inaugurat\w+)\s+(?:of\s+)?(?:the\s+|their\s+|its\s+|our\s+|full\s+|official\s+|bilateral\s+|these\s+)*diplomatic\s+(?:relations(?:hips?)?|ties|links)"
    rf"|\bdiplomatic\s+(?:relations(?:hips?)?|ties|links)\b[^.;]{{0,90}}?\b(?:were|was|have been|had been|being)\s+(?:\w+ly\s+|first\s+)?(?:established|set up|forged)"
    rf"|\b{_TIES}\s+\((?:were\s+)?established|\bdiplomatic\s+(?:relations|ties)\s*,?\s*(?:\(|which were |that were )?established"
    r"|\b(?:establishment|beginning|start)\s+of\s+(?:the\s+|their\s+|our\s+|official\s+)*diplomatic\s+(?:relations|ties)"
)
_SINCE_TIES = re.compile(rf"\b(?:years?|decades?|century|anniversary)\s+(?:of|in)\s+(?:the\s+|their\s+|our\s+)?(?:bilateral\s+)?{_TIES}")
_COUNT = (r"(?P<n>\d{1,2}|(?:twenty|thirty|forty|fifty)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|"
          r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)")
_YEARS_OF = re.compile(
    rf"\b{_COUNT}(?:-year|\s+years|(?:st|nd|rd|th)\s+(?:anniversary|birthday)|(?:st|nd|rd|th)\s+year)\b|\b(?P<word>(?:twenty|thirti|thirty|forty|forti|fifti|"
    r"tenth|fifteenth|twentie)\w*(?:-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?)\s+anniversary"
    r"|\b(?P<quarter>(?:a\s+)?quarter\s+of\s+a\s+century|quarter[\s-]century)|\b(?P<decades>two|three|four|five)\s+decades"
)
_UNITS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
                                     "eighteen nineteen".split())}
_ORDINALS = {w: n for n, w in enumerate("zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split())}
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50}
_MARKED = re.compile(r"\b(?:mark\w*|celebrat\w*|commemorat\w*|observ\w+|toasted|on the occasion|fell|falls|turn\w*|congratulat\w*|this year|today|anniversary)\b")
_AHEAD = re.compile(r"\b(?:towards?|ahead of|in anticipation of|in the run-up to|approaching|upcoming|looking to|prepar\w+|nearly|almost|over|more than|some|about|around)\b")


def _relations(scene: Scene) -> Iterator[Mention]:
    text = scene.lower
    if "diplomatic" not in text:
        return
    match = _ESTABLISHED.search(text) or _SINCE_TIES.search(text)
    if not match or not is_bilateral(scene, *match.span()):
        return
    established = bool(_ESTABLISHED.search(text))
    if established and re.search(r"\b(?:without|no|not|will|would)\s+(?:have\s+)?$", text[max(0, match.start() - 20):match.start()]):
        return
    period = _founding(scene, match) if established or _YEARS_OF.search(text) else None
    rule = "relations-established"
    if period is None:
        period, rule = _by_anniversary(scene), "relations-anniversary"
    if period is None and not established:
        return
    yield Mention(scene.sentence, scene.position(match.start()), "diplomatic relations", "relations", "concluded", rule,
                  period, None, ("relations",), 20 + 10 * bool(period) + len(period or "") - 10 * scene.headline)


def _founding(scene: Scene, match: re.Match) -> str | None:
    """The date that is said of the establishment itself: the earliest proved one that isn't the anniversary's."""
    text = scene.lower
    published = scene.reading.published.edtf
    years = _years(text)
    dates = [d for d in scene.dates if d.mention.edtf and "1991" <= d.mention.edtf[:4] < "2000"]
    plain = [d for d in dates if not published or d.mention.edtf[:4] < published[:4] or not years]
    if not plain:
        return None
    nearest = min(plain, key=lambda d: (-len(d.mention.edtf), abs(d.start - match.end())))
    edtf = nearest.mention.edtf
    if len(edtf) == 4 and published and len(published) == 10 and _THIS_DAY.search(text) and _same_day(edtf, years, published):
        return edtf + published[4:]
    return None if "/" in edtf else edtf


_THIS_DAY = re.compile(r"\bon (?:the|this|that very|the very|the same) day\b|\bexactly \S+ years ago\b|\byears ago (?:today|to the day)\b|\btoday\b[^.]{0,25}\byears ago\b")


def _same_day(edtf: str, years: int | None, published: str) -> bool:
    return years is not None and int(published[:4]) - years == int(edtf[:4])


def _by_anniversary(scene: Scene) -> str | None:
    """The anniversary's date less the years it counts."""
    years = _years(scene.lower)
    if years is None:
        return None
    published = scene.reading.published.edtf
    floor = published[:4] if published else "2000"
    dates = [d.mention.edtf for d in scene.dates
             if d.mention.edtf and "/" not in d.mention.edtf and d.mention.edtf[:4] >= "2000" and not d.mention.edtf[5:7] > "12"]
    near = [e for e in dates if published is None or abs(int(e[:4]) - int(floor)) <= 1]
    if near:
        when = max(near, key=len)
        when = when if _MARKS_DAY.search(scene.lower) or len(when) < 10 else when[:7] if False else when
    elif published and _MARKED.search(scene.lower) and not _AHEAD.search(scene.lower):
        when = published[:4]
    else:
        return None
    first = shift_years(when, -years)
    return first if "1991" <= first[:4] <= "1994" else None


_MARKS_DAY = re.compile(r"\b(?:mark|celebrat|commemorat|observ|fall|fell)\w*\b")


def _years(text: str) -> int | None:
    match = _YEARS_OF.search(text)
    if not match:
        return None
    if match["quarter"]:
        return 25
    if match["decades"]:
        return 10 * _UNITS[match["decades"]]
    word = match["n"] or match["word"]
    if word.isdigit():
        return int(word)
    if word in _UNITS:
        return _UNITS[word]
    tens = next((n for stem, n in _TENS.items() if word.startswith(stem)), None)
    if tens is None:
        return {"tenth": 10, "fifteenth": 15}.get(word)
    unit = re.split(r"[\s-]", word)[-1]
    return tens + _UNITS.get(unit, _ORDINALS.get(unit, 0)) if re.search(r"[\s-]", word) else tens


_PARTNERSHIP = re.compile(
    r"\b(?:(?:comprehensive|strategic|extended|enhanced|global)\s+){1,3}partner(?:ship)?s?\b(?!\s+(?:agreement with|with (?:companies|businesses)))"
    r"|\bpartnership\s+(?:of\s+a\s+strategic\s+nature|at\s+the\s+strategic\s+level)"
)
_UPGRADE = re.compile(
    r"\b(?:upgrad\w+|elevat\w+|rais(?:e|ed|ing)|lift(?:ed|ing)?|bring(?:ing)?|brought|tak(?:e|en|ing)|took|promot(?:e|ed|ing)|mov(?:e|ed|ing)|advanc\w+|transform\w*|"
    r"establish\w*|set(?:ting)?\s+up|form(?:ed|ing)?|proclaim\w*|declar\w+|announc\w+|enter(?:ed|ing)?|sign(?:ed|ing)?|adopt(?:ed|ing)|issu\w+|launch\w*|"
    r"bec(?:ome|oming|ame)|agreed?|forg(?:e|ed|ing)|reach\w*|build(?:ing)?|creat\w+)\b"
)
_WANTED = re.compile(
    r"\b(?:will|would|may|might|could|should|can|to be|hop\w+|aim\w*|intend\w*|plan\w*|propos\w+|suggest\w*|consider\w*|study|stud(?:ied|ying)|discuss\w*|"
    r"towards?|want\w*|wish\w*|ready to|readiness|seek\w*|explor\w+|possib\w+|prospects?|interest\w* in|look\w* to|working (?:on|towards)|potential|ambition|"
    r"expected|future|next|prepar\w+|negotiat\w+|in order to|with a view to|roadmap to|soon|yet to|one day|not yet|if)\b"
)
_DECIDED = re.compile(r"\b(?:agreed|decided|resolved|announced(?: the| their)? decision)\s+(?:\w+ly\s+)?to\s+(?:\w+ly\s+)?(?:upgrade|elevate|raise|lift|establish|bring|take|promote|set up)\b")
_EXISTS = re.compile(
    r"\b(?:since|after|following|within the framework of|under|first|implement\w*|on the basis of|thanks to|the|their|our|new(?:ly)?|recently|its|joint statement|"
    r"joint declaration|as)\b"
)


def _partnership(scene: Scene) -> Iterator[Mention]:
    text = scene.lower
    match = _PARTNERSHIP.search(text)
    if not match or not is_bilateral(scene, *match.span()) or names_company(scene.text) or _OTHER_FIELD.match(text, match.end()):
        return
    low, high = scene.clause(match.start())
    lead = text[low:match.start()]
    near = lead[-140:]
    upgrade = None
    for upgrade in _UPGRADE.finditer(near):
        pass
    title = _partnership_title(match[0])
    if upgrade:
        word, before = upgrade[0], near[: upgrade.start()]
        if _DECIDED.search(near):
            status, rule = "concluded", "partnership-decided"
        elif _WANTED.search(before[-60:]) or re.search(r"\bto\s+(?:\w+ly\s+)?(?:be\s+|formally\s+)?$", before):
            status, rule = "proposed", "partnership-wanted"
        elif re.search(r"(?:ed|ame|ook|ought|set up|taken|adopted|signed)$", word):
            status, rule = "concluded", "partnership-upgraded"
        elif word.endswith("ing") or word in ("establishment", "announcement", "declaration", "elevation", "issuance", "creation"):
            if not re.search(r"(?:sign|issu|adopt|announc|proclaim|releas|after|since|follow|statement|declaration)\w*\b", before):
                return
            status, rule = "concluded", "partnership-established"
        elif scene.headline or re.search(r"(?:statement|declaration|communique)\s+on\s+(?:the\s+)?$", before):
            status, rule = "concluded", "partnership-headline"
        else:
            return
    elif re.search(r"\b(?:was|were|has been|have been)\s+(?:\w+ly\s+)?(?:established|upgraded|elevated|proclaimed|set up|announced|signed|formed)\b", text[match.end():match.end() + 60]):
        status, rule = "concluded", "partnership-established"
    elif _WANTED.search(near[-60:]):
        return
    elif scene.headline or _EXISTS.search(near[-40:]):
        if not {"KAZ", "VNM"} & {p.mention.country for p in scene.places} and not re.search(r"\b(?:two|both|bilateral|our)\b", text):
            return
        status, rule = "concluded", "partnership-exists"
    else:
        return
    verdict = Verdict(status, _verb_of(scene, low, match.start()), rule != "partnership-exists", bool(re.search(r"\b(?:has|have|had)\b", near[-60:])))
    period = period_of(scene, match.start(), match.end(), verdict, frozenset({"open", "sign", "exist"}))
    weight = 10 if rule == "partnership-exists" else 30
    yield Mention(scene.sentence, scene.position(match.start()), scene.original(*match.span()) if not title else title, "partnership", status, rule,
                  period, None, ("partnership",), weight + 10 * bool(period) - 15 * scene.headline)


_OTHER_FIELD = re.compile(r"\s+(?:between the (?:companies|firms|universities)|with (?:asean|the eu|russia|china)|in (?:the field of )?(?:education|tourism|aviation|trade with))")


def _partnership_title(words: str) -> str:
    return ""


def _verb_of(scene: Scene, low: int, end: int):
    verbs = [v for v in scene.verbs if low <= v.start and v.end <= end and v.role in ("open", "sign", "exist") and tense(scene, v) == "past"]
    return verbs[-1] if verbs else None
