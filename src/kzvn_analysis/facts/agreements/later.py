"""What a sentence adds to an instrument that one before it named: "the text was signed in May", "the ceremony …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading import gated as re
from .coming import is_past
from .force import in_force_of
from .model import Mention
from .names import find_names
from .scene import Located, Scene
from .status import CARRIED, Verdict, judge
from .tense import tense
from .timing import period_of
from .titles import is_specific

ROLES = frozenset({"sign"})


def find_later(scene: Scene, found: Sequence[Mention], recent: Sequence[Mention]) -> Iterator[Mention]:
    """Yield mentions of `recent` once more, with the cells that this sentence fills.

    Parameters
    ----------
    scene
        The sentence.
    found
        What it names itself.
    recent
        What the sentences before it named, the latest last.
    """
    latest = [m for m in recent if m.sentence is recent[-1].sentence] if recent else []
    for start, end, word in _pointers(scene, found):
        fitting = [m for m in (*recent, *found) if m.start < scene.position(start) and _fits(m, word)]
        if not fitting:
            continue
        several = word.endswith("s") and word != "this" or word in ("both", "them", "they")
        targets = [m for m in fitting if several and m.sentence is fitting[-1].sentence] or fitting[-1:]
        verdict = judge(scene, start, end, ROLES)
        for target in targets:
            cells = _cells(scene, start, end, verdict, target)
            if cells:
                yield replace(target, weight=0, rule="followup", **cells)
    if latest:
        yield from _of_the_signing(scene, latest)


def signed_with(scene: Scene, mention: Mention, last: Sequence[Mention]) -> Mention:
    """The mention with the day of what was signed just before it: "The ministers also approved a plan …"."""
    undated = mention.rule == "instrument-signed" and mention.status == "concluded" and not mention.period
    dated = any(d.mention.kind == "date" and d.mention.precision == "day" for d in scene.dates)
    if not undated or dated or not _ALSO.search(scene.lower):
        return mention
    days = {m.period for m in last if m.rule.startswith("instrument") and m.status == "concluded"}
    day = days.pop() if len(days) == 1 else None
    return replace(mention, period=day) if day and len(day) == 10 else mention


_ALSO = re.compile(
    r"\b(?:also|likewise|too|then|besides|at\s+the\s+same\s+(?:time|ceremony|meeting))\b[^.;]{0,25}?"
    r"\b(?:signed|approved|adopted|inked|concluded|exchanged|endorsed|agreed\s+on|put\s+their)\b"
)
_WORDS = r"(?:document|text|paper|deal|instrument|waiver|exemption|regime|convention|accord)s?"
_PAPER = re.compile(
    rf"\b(?:the|this|these|both)\s+(?:new\s+|two\s+|said\s+|same\s+|latter\s+|first\s+)?(?P<word>{_WORDS})\b"
)
_SIGNED = r"(?:signed|inked|concluded|sealed|initialled|initialed|finali[sz]ed)"
_FORCE = r"(?:enter|come|came|take|took|go|went|become|became|kick|begin|began|been|is|was)\w*"
_AUXILIARY = (
    r"(?:both|was|were|is|are|has|have|had|will|would|should|may|might|could|to|be|been|due|expected|planned|scheduled|set|"
    r"likely|then|finally|later|only|also|now|not|yet|already|officially|formally)\s+"
)
_IT = re.compile(
    rf"\b(?P<word>it|they|both)\s+(?:(?:{_AUXILIARY})+{_SIGNED}\b"
    rf"|(?:{_AUXILIARY})*{_FORCE}\s+(?:in|into|effect\w*|applicable|operational)\b)"
)
_SIGN_IT = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|inked|ink|conclude[ds]?|initial(?:l?ed)?|(?:names|signatures?|pen)\s+(?:to|under|on))\s+"
    r"(?P<word>it|them|both)\b"
)


def _pointers(scene: Scene, found: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """Where the sentence speaks of a paper without its name, and by which word."""
    for match in (*_PAPER.finditer(scene.lower), *_IT.finditer(scene.lower), *_SIGN_IT.finditer(scene.lower)):
        yield *match.span("word"), match["word"]
    if scene.signalled("instrument"):
        for name in find_names(scene):
            bare = name.topic >= name.end and not is_specific(scene.original(name.start, name.end))
            if bare and name.definite and not any(m.start == scene.position(name.start) for m in found):
                yield name.start, name.end, name.head.singular.lower() + ("s" if name.head.plural else "")


def _fits(target: Mention, word: str) -> bool:
    """Whether `word` may stand for the target: "the memorandum" for no treaty."""
    if target.kind in ("relations", "body", "award", "partnership"):
        return False
    for paper, kinds in _KINDS.items():
        if word.startswith(paper):
            return target.kind in kinds or paper in target.title.lower()
    return target.kind == "visa" or not word.startswith(("waiver", "exemption", "regime"))


_KINDS = {
    "memo": ("memorandum",),
    "mou": ("memorandum",),
    "treat": ("treaty", "agreement"),
    "agreement": ("agreement", "treaty", "visa"),
    "accord": ("agreement", "visa"),
    "pact": ("agreement", "treaty"),
    "convention": ("agreement", "treaty"),
    "protocol": (),
    "program": (),
    "plan": (),
    "road": (),
    "statement": (),
    "declaration": (),
}


def _cells(scene: Scene, start: int, end: int, verdict: Verdict | None, target: Mention) -> dict[str, str]:
    out: dict[str, str] = {}
    force = in_force_of(scene, start, end)
    if force:
        out["in_force"] = force
    verb = verdict.verb if verdict else None
    if verdict and verdict.status == "proposed" and (not verb or verb.role == "propose" and verb.start >= end):
        # "is expected to be signed in May"
        later = next((v for v in scene.verbs if v.role == "sign" and v.start >= end), None)
        verdict = Verdict("proposed", later, True) if later and tense(scene, later) == "future" else None
    elif not verb or verb is CARRIED or verb.role != "sign":
        verdict = None
    if verdict and verdict.status == target.status and not target.period:
        period = period_of(scene, start, end, verdict, ROLES)
        if period:
            out["period"] = period
    return out


_CEREMONY = re.compile(
    r"\bthe\s+(?:signing(?:\s+ceremony)?|ceremony)\s+(?:itself\s+)?(?:took\s+place|was\s+held|happened)\b"
)
_TO_SIGN = re.compile(
    r"\b(?:the|its)\s+signing\s+(?:ceremony\s+)?(?:of\s+[^,;.]{3,40}\s+)?"
    r"(?:(?:will|should|could|may|might|can)\s+(?:take\s+place|be\s+held|happen)|(?:is|was)\s+(?:now\s+)?"
    r"(?:planned|expected|scheduled|due|slated|set))\b|\b(?:for|of)\s+(?:its\s+)?(?:signing|signature)\b"
)
_WHEN = r"[^.;]{0,40}?\s(?:in|for|at|on|by|before|during|until|within|next|this|later)\s+(?:[a-z]+\s+){0,3}"
_UNTIL_DATE = re.compile(rf"(?:{_WHEN}|\s+)")


def _of_the_signing(scene: Scene, latest: Sequence[Mention]) -> Iterator[Mention]:
    """What is said of the act itself: "The ceremony took place on Tuesday", "the signing is planned for May"."""
    held = _CEREMONY.search(scene.lower)
    date = held and _date_after(scene, held.end())
    if date:
        for target in latest:
            undated = target.status == "concluded" and not target.period
            if undated and target.rule.startswith(("instrument", "twin", "visa")):
                yield replace(target, weight=0, rule="followup", period=date.mention.edtf)
    due = _TO_SIGN.search(scene.lower)
    date = due and _date_after(scene, due.end())
    if date and not is_past(scene, date.mention.edtf):
        target = next((m for m in reversed(latest) if m.status == "proposed" and not m.period), None)
        if target:
            yield replace(target, weight=0, rule="followup", period=date.mention.edtf)


def _date_after(scene: Scene, end: int) -> Located | None:
    date = next((d for d in scene.dates if d.start >= end and d.mention.edtf and d.mention.kind == "date"), None)
    return date if date and _UNTIL_DATE.fullmatch(scene.lower, end, date.start) else None
