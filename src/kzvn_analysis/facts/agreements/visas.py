"""Find visa waivers between the two countries: agreed, in force, or asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Mention
from .parties import is_bilateral
from .scene import Scene
from .status import Verdict, judge
from .timing import in_force_of, period_of

_ROLES = frozenset({"sign", "open"})
_WHO = r"(?:[\w'/-]+\s+){0,8}?(?:passports?|passport[\s-]holders|citizens|nationals|tourists|travell?ers|visitors|trips|stays|delegations|crews)"
_VISA = re.compile(
    rf"\b(?:(?:mutual|reciprocal|unilateral|short-term|short-stay|\d+-day|tourist)\s+)*"
    rf"(?:visa[\s-](?:waivers?|exemptions?|exempt\b|free\b(?:\s+(?:regime|travel|entry|stays?|policy|policies|access|movement|agreement|deal|arrangement|"
    rf"status|trips|visits|visit))?|abolition)|(?:waiver|exemption|abolition|lifting|cancellation|scrapping|removal)\s+(?:of|from)\s+(?:the\s+|entry\s+)?visas?"
    rf"(?:\s+(?:requirements?|regime|fees))?|exempt(?:ed|ion|ing|s)?\s+(?:\w+\s+){{0,8}}?(?:from|of)\s+(?:the\s+)?(?:entry\s+)?visas?(?:\s+requirements?)?|"
    rf"(?:abolish|waiv|lift|scrap|remov|cancel|dropp|drop|eliminat|do(?:ne)?\s+away\s+with)\w*\s+(?:the\s+|mutual\s+|entry\s+|all\s+)*visas?(?:\s+(?:requirements?|regime))?|"
    rf"visas?\s+(?:requirements?\s+|regime\s+)?(?:was|were|has been|have been|will be|is|are)\s+(?:\w+ly\s+)?(?:abolished|waived|lifted|scrapped|removed|cancelled|dropped)|"
    rf"without\s+(?:an?\s+|the\s+need\s+for\s+an?\s+|the\s+need\s+for\s+)?(?:entry\s+)?visas?|no\s+(?:longer\s+)?(?:need(?:s|ed)?\s+(?:an?\s+)?)?visas?\b|"
    rf"(?:not|n't)\s+(?:have\s+)?(?:need(?:ed)?|require[d]?)\s+(?:an?\s+)?visas?)"
)
_NOT_NEEDED = re.compile(r"\b(?:have|has|do|does|did)\s+not\s+(?:need(?:ed)?|required?)\s+(?:them|one)\b")
_EXEMPTION = re.compile(r"\b(?:\d+-day|mutual|reciprocal|similar|an?|such an?)\s+(?:exemption|waiver)\b")
_PASSPORTS = re.compile(r"\b(?:diplomatic|official|service|special)\b[^.;]{0,40}\bpassports?|\bpassports?\b[^.;]{0,20}\b(?:diplomatic|official|service)")
_ORDINARY = re.compile(r"\b(?:ordinary|general|regular|national|tourists?|citizens|nationals|common|travell?ers|day)\b")
_NO_FACT = re.compile(
    r"visa-free\s+(?:countries|destinations|list)|visa\s+(?:policy|issues|procedures|facilitation|centre|center|applications?)|"
    r"(?:third|other|many|\d{1,3})\s+countries|list\s+of\s+countries"
)
_TOPIC = re.compile(
    rf"\s+(?:for\s+(?:the\s+)?(?:{_WHO}(?:\s+(?:holders|of\s+(?:both|the\s+two)\s+(?:countries|nations|sides)))?))"
)
_EVIDENCE = re.compile(
    r"\b(?:thanks to|helped by|since|following|after|due to|owing to|because of|under|result of|enjoy\w*|have been|has been|has boosted|boosted by|"
    r"in force|in effect|effective|introduc\w+|now|already|benefit\w*|can (?:now )?(?:travel|enter|stay|visit)|granted|grants?|allow\w*|applies|applied|lifted|abolished|"
    r"scrapped|waived|removed|exempted|with the|mutual|exempts?|no longer|signed|agreed)\b"
)
_ASKED = re.compile(
    r"\b(?:propos\w*|suggest\w*|offer\w*|consider\w*|discuss\w*|study|studying|explor\w*|negotiat\w*|possib\w*|prospects?|hop\w+|call\w* for|urg\w*|ask\w*|request\w*|"
    r"would like|want\w*|seek\w*|plan\w*|intend\w*|aim\w*|expect\w*|will|may|might|could|should|would|drafts?|draft\w+|towards?|support\w*|look\w* into|need|recommend\w*|"
    r"advocat\w*|yet to|not yet|awaiting|pending|drawing board|under (?:discussion|consideration|negotiation))\b"
)


def find_visas(scene: Scene, *, about_visas: bool = False) -> Iterator[Mention]:
    """Yield a mention where the sentence tells of a visa waiver, one per sort of passport.

    Parameters
    ----------
    scene
        The sentence.
    about_visas
        Whether the sentences before it speak of visas, so that "them" and "exemption" mean visas here.
    """
    text = scene.lower
    if "visa" not in text and not about_visas:
        return
    for start, end in _spans(scene, about_visas):
        if not is_bilateral(scene, start, end) or _NO_FACT.search(text, start, min(len(text), end + 40)):
            continue
        status, rule, verdict = _status(scene, start, end)
        if status is None:
            continue
        topic = _TOPIC.match(text, end)
        name_end = topic.end() if topic else end
        low, high = scene.clause(start)
        around = text[max(low, start - 130):max(high, name_end)]
        official = bool(_PASSPORTS.search(around))
        group = "official" if official and not re.search(r"\bordinary\b", around) else "ordinary"
        title = _title(scene, start, end, name_end, group)
        in_force = in_force_of(scene, start, name_end) or _since(scene, start, name_end, status)
        period = period_of(scene, start, name_end, verdict, _ROLES) if verdict else None
        if period and in_force and period == in_force:
            period = None
        weight = 20 + 10 * bool(period) + 10 * bool(in_force) + 5 * bool(verdict and verdict.main) - 15 * scene.headline
        yield Mention(scene.sentence, scene.position(start), title, "visa", status, rule, period, in_force, (group,), weight)


def _spans(scene: Scene, about_visas: bool) -> list[tuple[int, int]]:
    """Where waivers stand, at most one a clause."""
    found = [m.span() for m in _VISA.finditer(scene.lower)]
    if about_visas:
        found += [m.span() for p in (_NOT_NEEDED, _EXEMPTION) for m in p.finditer(scene.lower)]
    out: list[tuple[int, int]] = []
    for span in sorted(found):
        if not out or scene.clause(out[-1][0]) != scene.clause(span[0]):
            out.append(span)
    return out


def _status(scene: Scene, start: int, end: int) -> tuple[str | None, str, Verdict | None]:
    low, high = scene.clause(start)
    text = scene.lower
    topic = _TOPIC.match(text, end)
    name_end = topic.end() if topic else end
    verdict = judge(scene, start, name_end, _ROLES)
    if verdict and verdict.verb and verdict.verb.role in ("sign", "open", "initial", "force"):
        return verdict.status, "visa-agreed" if verdict.status == "concluded" else "visa-proposed", verdict
    before, inside = text[low:start], text[start:end]
    if _ASKED.search(before) or re.match(r"[^.;]{0,60}\b(?:is|are|was|were)\s+(?:still\s+)?(?:being|under|on the (?:drawing|table|agenda)|proposed|discussed|suggested)\b", text[end:high]):
        return "proposed", "visa-proposed", verdict or Verdict("proposed")
    if re.search(r"\bto\s+$", before) and not scene.headline:
        return "proposed", "visa-proposed", Verdict("proposed")
    if re.search(r"ed\b|n't|not |no ", inside) or _EVIDENCE.search(text, low, high):
        return "concluded", "visa-in-force", verdict if verdict and verdict.status == "concluded" else Verdict("concluded")
    return None, "", None


def _since(scene: Scene, start: int, end: int, status: str) -> str | None:
    """"Since May 2024 … have been exempt", "visa-free from 1 June 2024"."""
    if status != "concluded":
        return None
    low, high = scene.clause(start)
    for date in scene.dates_between(low, high + 1):
        before = scene.lower[max(0, date.start - 22):date.start]
        if date.mention.edtf and re.search(r"\b(?:since|from|as of|starting|effective|beginning)\s+(?:the\s+|on\s+|from\s+)*(?:end of\s+|early\s+|late\s+)?$|^since ", before + ("" if before else "")) \
                or date.mention.edtf and scene.lower[date.start:date.end].startswith("since"):
            return date.mention.edtf
    return None


def _title(scene: Scene, start: int, end: int, name_end: int, group: str) -> str:
    words = scene.original(start, name_end)
    if re.match(r"(?i)(?:[\w-]+\s+)*visa[\s-](?:waiver|exemption|free|abolition)|(?:waiver|exemption|abolition)", words):
        if name_end > end or group == "ordinary":
            return words
        return f"{words} for {_holders(scene, *scene.clause(start))}"
    low, high = scene.clause(start)
    days = re.search(r"\b(\d+)-day\b", scene.lower[low:high])
    who = _holders(scene, low, high)
    return f"{days[0] + ' ' if days else ''}visa exemption{' for ' + who if who else ''}"


def _holders(scene: Scene, low: int, high: int) -> str:
    """Whom the waiver is for, as the clause words it."""
    match = _HOLDERS.search(scene.lower, low, high)
    if match:
        words = scene.original(*match.span())
        return words[0].lower() + words[1:]
    who = re.search(r"\b(?:tourists?|citizens|nationals)\b", scene.lower[low:high])
    return {"tourist": "tourists"}.get(who[0], who[0]) if who else ""


_HOLDERS = re.compile(
    r"\bholders?\s+of\s+[\w, ]{3,40}?passports?|\b(?:\w+\s+(?:and|or)\s+)?(?:ordinary|diplomatic|official|service)\s+"
    r"(?:(?:and|or)\s+\w+\s+)?passports?(?:\s+holders)?"
)
