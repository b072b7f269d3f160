"""Find visa waivers between the two countries: agreed, in force, or asked for."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .cues import cue
from .force import in_force_of
from .model import Mention
from .parties import is_bilateral
from .scene import Scene
from .status import DATED, Verdict, judge
from .timing import period_of

_ROLES = frozenset({"sign", "open"})


def find_visas(scene: Scene, *, about_visas: bool = False) -> Iterator[Mention]:
    """Yield a mention where the sentence tells of a visa waiver, one a clause.

    Parameters
    ----------
    scene
        The sentence.
    about_visas
        Whether the sentence before speaks of visas, so that "them" and "exemption" mean visas here.
    """
    if "visa" not in scene.lower and not about_visas:
        return
    for start, end in _spans(scene, about_visas):
        if not is_bilateral(scene, start, end) or _NO_WAIVER.search(scene.lower, start, end + 40):
            continue
        if _BYGONE.search(scene.lower, *scene.clause(start)):
            continue
        topic = _FOR_WHOM.match(scene.lower, end)
        name_end = topic.end() if topic else end
        verdict, rule = _judge(scene, start, end, name_end)
        if verdict is None:
            continue
        in_force = in_force_of(scene, start, name_end) or _since(scene, start, verdict)
        period = period_of(scene, start, name_end, verdict, _ROLES)
        if period == in_force:
            period = None
        yield Mention(
            scene.sentence,
            scene.position(start),
            _title(scene, start, end, name_end),
            "visa",
            verdict.status,
            rule,
            period,
            in_force,
            key=(_sort_of_passport(scene, start, name_end),),
            weight=20 + 10 * bool(period) + 10 * bool(in_force) + 5 * verdict.main - 15 * scene.headline,
        )


_THE = r"(?:an?\s+|the\s+|all\s+|mutual\s+|entry\s+)*"
_FREE = (
    r"free\b(?:\s+(?:regime|travel|entry|stays?|polic(?:y|ies)|access|movement|agreement|deal|arrangement|status|"
    r"trips?|visits?))?"
)
_VISA = re.compile(
    r"\b(?:(?:mutual|reciprocal|unilateral|short-term|short-stay|\d+-day|tourist)\s+)*(?:"
    + "|".join((
        rf"visa[\s-](?:waivers?|exemptions?|exempt\b|{_FREE}|abolition)",
        rf"(?:waiver|exemption|abolition|lifting|cancellation|scrapping|removal)\s+(?:of|"
        rf"from)\s+{_THE}visas?(?:\s+(?:requirements?|regime|fees))?",
        rf"exempt(?:ed|ion|ing|s)?\s+(?:[\w']+,?\s+){{0,10}}?(?:from|of)\s+{_THE}visas?(?:\s+requirements?)?",
        rf"(?:abolish|waiv|lift|scrap|remov|cancel|drop|eliminat|"
        rf"do(?:ne)?\s+away\s+with)\w*\s+{_THE}visas?(?:\s+(?:requirements?|regime))?",
        r"visas?\s+(?:requirements?\s+|regime\s+)?(?:(?:for|between)\s+(?:[\w'-]+\s+){1,7}?)?"
        r"(?:was|were|has been|have been|will be|is|are)\s+(?:\w+ly\s+)?"
        r"(?:abolished|waived|lifted|scrapped|removed|cancelled|dropped)",
        r"(?:talks|negotiations)\s+on\s+(?:an?\s+)?(?:mutual\s+)?(?:waiver|exemption)\b",
        rf"without\s+{_THE}(?:need\s+for\s+)?{_THE}visas?",
        r"no\s+(?:longer\s+)?(?:need(?:s|ed)?\s+(?:an?\s+)?)?visas?\b",
        r"(?:not|n't)\s+(?:have\s+)?(?:need(?:ed)?|required?)\s+(?:an?\s+)?visas?",
    ))
    + ")"
)  # fmt: skip
_THEM = re.compile(
    r"\bwithout\s+one\b|\b(?:have|has|do|does|did)\s+not\s+(?:need(?:ed)?|required?)\s+(?:them|one)\b"
    r"|\b(?:\d+-day|mutual|reciprocal|similar|an?|such an?)\s+(?:exemption|waiver)\b"
)
_NO_WAIVER = re.compile(
    r"visa-free\s+(?:countries|destinations|list)|visa\s+(?:policy|issues|procedures|facilitation|"
    r"cent(?:re|er)|applications?)|"
    r"(?:third|other|many|\d{1,3})\s+countries|list\s+of\s+countries"
)
# "Previously, a visa-free regime was in effect from September 25, 2023 to February 29, 2024"
_BYGONE = re.compile(
    r"\bwas\s+in\s+(?:effect|force|place)\b[^;]{0,90}\b(?:to|until|till|through)\s+(?:[a-z_]+\.?\s+)?\d|\bused\s+to\b"
)
_BEARERS = (
    r"(?:passports?|passport[\s-]holders|citizens|nationals|tourists|travell?ers|visitors|trips|stays|delegations|"
    r"crews)"
)
_FOR_WHOM = re.compile(
    rf"\s+for\s+(?:the\s+)?(?:[\w'/-]+\s+){{0,8}}?{_BEARERS}(?:\s+(?:holders|of\s+(?:both|"
    rf"the\s+two)\s+(?:countries|nations|sides)))?"
)
_ASKED = re.compile(cue("asked"))
_WISHED_FOR = re.compile(cue("wished_for"))
# "may stay without a visa", "may stay visa-free" tells what holds
_FREELY = re.compile(r"without|no|not|n't|visa-free\b(?!\s+(?:regime|travel|agreement|arrangement|scheme|entry))")
_HOLDS = re.compile(cue("visa_holds"))
_STILL_TALK = re.compile(
    r"[^.;]{0,60}\b(?:is|are|was|were)\s+(?:still\s+)?(?:being|under|on the (?:drawing|table|agenda)|"
    r"proposed|discussed|suggested)\b"
)
_DONE = re.compile(r"ed\b|n't|not |no ")
_TALKS_ON = re.compile(r"\b(?:talks|negotiations)\s+(?:on|about)\s+(?:[\w-]+\s+){0,2}$")
_DRAFT = re.compile(r"\bdraft\s+(?:[\w-]+\s+){0,9}$")  # "has approved the draft agreement on the abolition of visas"
_FROM_WHEN = re.compile(
    r"\b(?:since|from|as of|starting|effective|beginning)\s+(?:the\s+|on\s+|from\s+)*(?:end of\s+|early\s+|"
    r"late\s+)?$"
)
# "visas were scrapped in 2009": lifted then, not agreed to be
_LIFTED = re.compile(
    r"(?<!to be )\b(?:exempted|abolished|lifted|scrapped|waived|removed|cancelled|dropped|introduced)"
    r"(?:(?!\b(?:after|before|following|during|visit|since)\b)[^;])*\b(?:in|on)\s+$"
)
# "Foreign tourists may stay on Phu Quoc for 30 days without a visa": a rule for everybody, settled by no two countries
_FOR_ALL = re.compile(
    r"\b(?:phu\s+quoc|phú\s+quốc|islands?|foreigners|foreign\s+(?:tourists|visitors|citizens|nationals|guests))\b"
)
_OFFICIAL = re.compile(
    r"\b(?:diplomatic|official|service|special)\b[^.;]{0,40}\bpassports?|"
    r"\bpassports?\b[^.;]{0,20}\b(?:diplomatic|official|service)"
)
_NOUN = re.compile(
    r"(?:[\w-]+\s+)*?visa[\s-](?:waiver|exemption|free|abolition)|(?:waiver|exemption|abolition)",
    re.IGNORECASE,
)
_HOLDERS = re.compile(
    r"\bholders?\s+of\s+[\w, ]{3,40}?passports?|\b(?:\w+\s+(?:and|or)\s+)?(?:ordinary|diplomatic|official|"
    r"service)\s+"
    r"(?:(?:and|or)\s+\w+\s+)?passports?(?:\s+holders)?"
)


def _spans(scene: Scene, about_visas: bool) -> list[tuple[int, int]]:
    """Where waivers stand, at most one a clause."""
    found = [m.span() for m in _VISA.finditer(scene.lower)]
    if about_visas:
        found += [m.span() for m in _THEM.finditer(scene.lower)]
    out: list[tuple[int, int]] = []
    for span in sorted(found):
        if not out or scene.clause(out[-1][0]) != scene.clause(span[0]):
            out.append(span)
    return out


def _judge(scene: Scene, start: int, end: int, name_end: int) -> tuple[Verdict | None, str]:
    """What is said of the waiver, and the rule's name."""
    low, high = scene.clause(start)
    text = scene.lower
    if _FOR_ALL.search(text, low, high):
        return None, ""
    if _DRAFT.search(text, low, start):
        return Verdict("proposed"), "visa-proposed"
    verdict = judge(scene, start, name_end, _ROLES)
    if verdict and verdict.verb and verdict.verb.role in ("sign", "open", "initial", "force"):
        return verdict, "visa-agreed" if verdict.status == "concluded" else "visa-proposed"
    if text.startswith(("talks", "negotiations"), start) or _TALKS_ON.search(text, low, start):
        return Verdict("proposed"), "visa-proposed"
    if verdict and verdict.status == "concluded" and DATED.match(text, name_end):
        return verdict, "visa-agreed"
    asked = _WISHED_FOR if _FREELY.match(text, start) else _ASKED
    if asked.search(text, low, start) or _STILL_TALK.match(text, end, high):
        proposed = verdict if verdict and verdict.status == "proposed" else Verdict("proposed")
        return proposed, "visa-proposed"
    if _DONE.search(text, start, end) or _HOLDS.search(text, low, high):
        return verdict if verdict and verdict.status == "concluded" else Verdict("concluded"), "visa-in-force"
    return None, ""


def _since(scene: Scene, start: int, verdict: Verdict) -> str | None:
    """ "Since May 2024 … have been exempt", "visa-free from 1 June 2024"."""
    if verdict.status != "concluded":
        return None
    low, high = scene.clause(start)
    for date in scene.dates_between(low, high + 1):
        told = _FROM_WHEN.search(scene.lower, max(0, date.start - 22), date.start)
        lifted = _LIFTED.search(scene.lower, low, date.start)
        if date.mention.edtf and (told or lifted or scene.lower.startswith("since", date.start)):
            return date.mention.edtf
    return None


def _sort_of_passport(scene: Scene, start: int, name_end: int) -> str:
    """``official`` (diplomatic, service) or ``ordinary``: two waivers of one sort are one."""
    low, high = scene.clause(start)
    around = scene.lower[max(low, start - 130) : max(high, name_end)]
    return "official" if _OFFICIAL.search(around) and "ordinary" not in around else "ordinary"


def _title(scene: Scene, start: int, end: int, name_end: int) -> str:
    """The noun as it stands; where the text has only a verb, "visa exemption for" those whom it names."""
    words = scene.original(start, name_end)
    low, high = scene.clause(start)
    if _NOUN.match(words):
        if name_end > end or _sort_of_passport(scene, start, name_end) == "ordinary":
            return words
        return f"{words} for {_holders(scene, low, high)}"
    days = re.search(r"\b\d+-day\b", scene.lower[low:high])
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
