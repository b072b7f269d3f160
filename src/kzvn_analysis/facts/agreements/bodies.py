"""Find institutions of the two countries: commissions, councils, centres, embassies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...reading import lexicon
from ...reading.fold import key
from .model import Mention
from .parties import is_bilateral, names_company
from .scene import Scene
from .status import Verdict, judge
from .timing import period_of
from .topics import find_topic
from .verbs import Verb

_ROLES = frozenset({"open", "sign"})


def find_bodies(scene: Scene) -> Iterator[Mention]:
    """Yield a mention for each institution that the sentence names, founds or wishes for."""
    founded = False
    for match in _pattern().finditer(scene.lower):
        _, need, family = _table()[_norm(match[0])]
        start, end, title = _name(scene, match)
        if not is_bilateral(scene, start, end):
            continue
        verdict = judge(scene, start, end, _ROLES)
        if verdict is None and founded and _followed_suit(scene, start):
            verdict = Verdict("concluded", _FOLLOWED)
        mention = _mention(scene, match, (start, end), title, need, family, verdict)
        if mention:
            founded = founded or mention.rule == "body-opened"
            yield mention


_FOLLOWED = Verb(0, 0, "open", "past", "follow")


def _followed_suit(scene: Scene, start: int) -> bool:
    """Whether a second institution is told after the first without a verb of its own: "… and a year later a B in C"."""
    low, high = scene.clause(start)
    return low > 0 and bool(scene.dates_between(low, high)) and bool(
        re.search(r"\b(?:with|by|to)\s+(?:an?\s+)?$|\ban?\s+$", scene.lower[max(low, start - 20):start]))


def _mention(scene, match, span, title, need, family, verdict) -> Mention | None:
    start, end = span
    text = scene.lower
    founded = verdict and verdict.verb and verdict.verb.role in ("open", "sign")
    if founded and verdict.verb.role == "sign" and not (verdict.verb.base == "approve"):
        founded = False
    if match[0].endswith("embassies") or match[0].endswith("consulates"):
        return None
    if not founded:
        verdict = _set_up_after(scene, end) or _wished(scene, start) or None
        founded = verdict is not None
    if not founded:
        if need != "named" or not _is_named(scene, span, match):
            return None
        if _NO_BODY.search(text, start, min(len(text), end + 30)):
            return None
        verdict = Verdict("concluded")
        rule, weight = "body-named", 5
    else:
        if need == "place" and (not _is_abroad(scene, span) or family == "centre" and not _CULTURAL.search(title)):
            return None
        if need == "joint" and not _is_joint(scene, span):
            return None
        if names_company(scene.original(start, end)):
            return None
        rule, weight = ("body-opened" if verdict.status == "concluded" else "body-proposed"), 25
    period = period_of(scene, start, end, verdict, _ROLES) if founded else None
    if verdict.verb is _FOLLOWED:
        low, high = scene.clause(start)
        period = scene.dates_between(low, high)[0].mention.edtf
    ident = _identity(scene, title, family)
    return Mention(scene.sentence, scene.position(start), title, "body", verdict.status, rule, period, None, ident,
                   weight + 10 * bool(period) - 15 * scene.headline)


@cache
def _table() -> dict[str, tuple[str, str, str]]:
    out = {}
    for term, need, family in lexicon.rows("agreement_bodies.tsv", "kzvn_analysis.facts"):
        out[_norm(term)] = (term, need, family)
        plural = re.sub(r"y$", "ie", term) + "s" if not term.endswith(("s", "groups of friendship")) else term
        out.setdefault(_norm(plural), (term, need, family))
    return out


def _norm(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


@cache
def _pattern() -> re.Pattern[str]:
    terms = sorted(_table(), key=lambda t: (-len(t), t))
    body = "|".join(re.escape(t).replace(r"\ ", r"[\s-]+") for t in terms)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])")


_ADJECTIVE = re.compile(
    r"(?:(?:[A-Z][\w.'-]*|joint|bilateral|permanent|inter-?governmental|honorary|friendship|cultural|language|studies|parliamentary|trade|economic|"
    r"business|scientific|agricultural|education(?:al)?|research|information|high-level|ministerial-level|general|science|culture|"
    r"and|of)\s+){1,8}$"
)
_OF = re.compile(
    r"\s+(?:(?:of|on|for)\s+(?:the\s+)?(?:[A-Z][\w'-]*|friendship|trade|economic|scientific|technical|technological|humanitarian|cultural|agriculture|transport|"
    r"energy|education|tourism|science|culture|cooperation|co-operation|language|studies|investment|industry|labou?r|defen[cs]e|security|legal|relations|"
    r"trade-economic|scientific-technical|scientific-technological|and|the|of|,)(?:(?:,?\s+|,?\s+and\s+|-)(?:[A-Z][\w'-]*|trade|economic|scientific|technical|"
    r"technological|humanitarian|cultural|cooperation|co-operation|science|culture|and|technology|language|literature|education|agriculture|relations|investment|studies|history|training|friendship))*)"
)
_SEAT = re.compile(r"\s+(?:at|in|of|within|between)\s+(?:the\s+)?(?:[A-Z][\w'.-]*|both|of|the|University|National|Pedagogical|parliaments|city)(?:\s+(?:[A-Z][\w'.-]*|of|the|parliaments|two|in))*")
_NO_BODY = re.compile(r"\b(?:of|with)\s+(?:the\s+)?(?:eaeu|eurasian|asean|russia|china|uzbekistan|sco|cica)\b")


def _name(scene: Scene, match: re.Match) -> tuple[int, int, str]:
    start, end = match.span()
    lead = _ADJECTIVE.search(scene.text, max(0, start - 90), start)
    if lead:
        first = lead.start()
        words = scene.text[first:start]
        words = re.sub(r"^(?:(?:and|of|The|A|An|In|On|At|By|For|During|As|This|Its|Their|That|Also)\s+)+", "", words)
        start -= len(words)
    of = _OF.match(scene.text, end)
    if of:
        end = of.end()
    elif re.match(r"\s+(?:on|for)\s", scene.text[end:]):
        end = max(end, find_topic(scene, end, len(scene.text))[1])
    seat = _SEAT.match(scene.text, end)
    stop = end
    if seat:
        date = next((d for d in scene.dates if seat.start() < d.start < seat.end()), None)
        stop = seat.end() if date is None else date.start
    title = re.sub(r"\s+(?:in|of|at|the|and|on|for)$", "", scene.original(start, stop)).strip(" ,.")
    stop = start + len(scene.text[start:stop].rstrip())
    return start, stop, title


def _is_named(scene: Scene, span: tuple[int, int], match: re.Match) -> bool:
    """Whether a body that merely exists is named as the two countries' own."""
    text = scene.lower
    if re.match(r"(?:sub)", match[0]):
        return bool(re.search(r"\b(?:bilateral|joint|kazakh|vietnam)", text)) or bool(re.match(r"\s+on\s+", text[match.end():]))
    return "overnmental" in match[0] or bool(re.search(r"kazakh\w*-viet|viet\w*-kazakh|kazakhstan-vietnam|vietnam-kazakhstan", text[span[0]:span[1]]))


def _is_abroad(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether an embassy, consulate or centre belongs to one country and stands in the other."""
    low, high = scene.clause(span[0])
    around = scene.places_between(low, high)
    countries = {p.mention.country for p in around}
    if {"KAZ", "VNM"} <= countries:
        return True
    name = scene.lower[span[0]:span[1]]
    return bool(re.search(r"\babai\b|kazakh|viet", name)) and bool(re.search(r"\b(?:universit|academ|institut|librar|school)", scene.lower[low:high]))


_CULTURAL = re.compile(
    r"\b(?:[Cc]ultur\w*|[Ll]anguages?|[Ss]tudies|[Ss]cience|[Ee]ducation\w*|Abai|[Ff]riendship|Kazakh\w*|Vietnam\w*|Viet Nam|Việt Nam|[Ll]iterature|"
    r"[Ii]nformation|Ho Chi Minh(?! City)|Hồ Chí Minh(?! City)|[Tt]raining|[Cc]onfucius|[Hh]umanitarian|[Tt]raditional)\b"
)


def _is_joint(scene: Scene, span: tuple[int, int]) -> bool:
    low, high = scene.clause(span[0])
    clause = scene.lower[low:high]
    return bool(re.search(
        r"\b(?:joint|bilateral|two|both|sides|parties|mutual|between|kazakh\w*-viet\w*|viet\w*-kazakh\w*|friendship|they|intergovernmental)\b", clause)) or \
        {"KAZ", "VNM"} <= {p.mention.country for p in scene.places}


_AFTER = re.compile(r",?\s+(?:which (?:was|were)\s+)?(?:set up|established|founded|created|formed|opened|inaugurated|launched|operating|working)\s+(?:back\s+)?(?:in|on|since|last|this|two|by)\b")
_WISH_BEFORE = re.compile(
    r"\b(?:would like|want\w*|asked for|request\w*|propos\w+|suggest\w+|in favou?r of|call\w* for|plans? for|discuss\w*|idea of|proposal (?:for|of)|talks on|"
    r"negotiat\w+|support\w*|look\w* forward to|welcom\w+ the (?:idea|plan|proposal) of|consider\w*)\s+(?:to have\s+|having\s+)?(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,3}$"
)


def _set_up_after(scene: Scene, end: int) -> Verdict | None:
    match = _AFTER.match(scene.lower, end)
    if not match:
        return None
    verb = next((v for v in scene.verbs if v.start >= end and v.role == "open"), None)
    return Verdict("concluded", verb, False)


def _wished(scene: Scene, start: int) -> Verdict | None:
    return Verdict("proposed") if _WISH_BEFORE.search(scene.lower, max(0, start - 90), start) else None


def _identity(scene: Scene, title: str, family: str) -> tuple[str, ...]:
    if family == "commission":
        return ("commission",)
    words = set(re.findall(r"[a-z]+", key(title)))
    if family in ("embassy", "consulate", "office"):
        seats = sorted({p.mention.name for p in scene.places if p.mention.name and p.mention.name.lower() in title.lower()})
        return (family, *(key(s) for s in seats))
    if family in ("council", "friendship", "subcommittee"):
        return (family, *sorted(words & {"business", "economic", "agriculture", "transport", "energy", "parliamentary", "friendship", "trade", "investment"}))
    return ()
