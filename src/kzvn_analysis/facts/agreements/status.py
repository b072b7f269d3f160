"""Tell whether an instrument is concluded or only proposed, and which verb says so."""

from __future__ import annotations

from dataclasses import dataclass

from ...reading import gated as re
from .cues import cue
from .scene import Scene
from .tense import PAPER_ON, PENDING, tense
from .verbs import NEGOTIATION, Verb


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence says of an instrument.

    Attributes
    ----------
    status : str
        As in the table.
    verb : Verb or None
        What says so; ``None`` where the words around the name do.
    main : bool
        Whether the verb is the clause's own ("was signed"), not a participle that hangs on the name
        ("the agreement signed in 2011").
    perfect : bool
        Whether it is told without a time ("has been signed").
    """

    status: str
    verb: Verb | None = None
    main: bool = False
    perfect: bool = False


CARRIED = Verb(0, 0, "sign", "past", "carried")  # stands for the verb in the lead of a list


def judge(scene: Scene, start: int, end: int, roles: frozenset[str], *, definite: bool = False) -> Verdict | None:
    """What the sentence says of the instrument or institution named at ``start:end``.

    Parameters
    ----------
    scene
        The sentence.
    start, end
        Its name, local offsets.
    roles
        The verb roles that may conclude it: ``sign`` for an instrument, ``open`` for an institution.
    definite
        Whether the name says that it exists ("the agreement on …").

    Returns
    -------
    Verdict or None
        ``None`` where the sentence neither concludes nor proposes it.
    """
    text = scene.lower
    dated = DATED.match(text, end)
    if dated and AMENDS.search(text, start, end):  # "a protocol amending the agreement of 2009 was signed"
        end = next((d.end for d in scene.dates if end <= d.start <= dated.end()), end)
    unreal = _UNREAL.search(text, max(0, start - 40), start) or _UNREAL_NAME.match(text, start)
    if unreal or _UNSETTLED.match(text, end):
        return Verdict("proposed")
    talked = any(
        v.base in NEGOTIATION and v.end <= start and _ONLY_ARTICLES.fullmatch(text, v.end, start) for v in scene.verbs
    )
    if talked or _TALKS_ON.search(text, max(0, start - 90), start):
        return Verdict("proposed")
    if _IF.search(text, max(0, start - 60), start):
        return None
    had = "sign" in roles and HAD_SINCE.search(text, max(0, start - 110), start)
    if DATED.match(text, end) or had and _SINCE.match(text, end):
        return Verdict("concluded")
    verdict = _hanging(scene, end, roles) or _in_clause(scene, start, end, roles)
    signed = verdict and verdict.status == "concluded" and verdict.verb and verdict.verb.start < end
    if not signed and past_year(scene, end):
        return Verdict("concluded")
    if verdict:
        return verdict
    told = any(v.form != "ing" and v.role in _STATING for v in scene.verbs)
    if scene.carried and not scene.carried.acts and (start < 14 or not told):
        return Verdict(scene.carried.status, CARRIED, True)
    if _EXISTING.search(text, max(0, start - 45), start):
        return Verdict("concluded")
    return Verdict("concluded") if definite and not _WOULD_AFTER.match(text, end) else None


def past_year(scene: Scene, end: int) -> str | None:
    """The bygone year that a name carries with it: "from the first trade agreement in 1994 to …"."""
    match, published = _IN_YEAR.match(scene.lower, end), scene.reading.published.edtf
    return match[1] if match and published and match[1] < published[:4] else None


_IN_YEAR = re.compile(r"\s+(?:back\s+)?in\s+((?:19|20)\d\d)(?=\s+(?:to|and)\b|[,.;)]|$)")


def judge_list(scene: Scene, start: int) -> Verdict | None:
    """What the sentence says of the documents that it lists, where `start` stands in their list."""
    opening = next((m for m in _LISTS.finditer(scene.lower, 0, start)), None)
    return opening and judge(scene, *opening.span("what"), frozenset({"sign"}))


_LISTS = re.compile(
    r"\b(?P<what>documents|agreements|papers|memorand(?:a|ums)|mous|instruments|deals|treaties)\b[^;:.]{0,60}?"
    r"(?:\b(?:including|among\s+them|namely)\b|:)\s"
)
_IF = re.compile(r"\bif\s+(?:[\w'-]+\s+){0,4}$")  # "if the protocol is signed": said of what would follow
_STATING = frozenset({"sign", "propose", "open"})
_DECIDING = frozenset({"initial", "propose", "exist", "force", "end"})
_ARTICLES = r"(?:an?\s+|the\s+|such\s+an?\s+|their\s+|its\s+|our\s+)?(?:[\w-]+\s+){0,2}$"
_UNREAL = re.compile(cue("unreal") + r"\s+(?!by\b|under\b)" + _ARTICLES)
_ONLY_ARTICLES = re.compile(r"\s*(?:(?:an?|the|new|future|separate|bilateral|such|several)\s+){0,3}")
# "negotiations have begun on a …", "talks between the ministries on an …"
_TALKS_ON = re.compile(
    r"\b(?:negotiations?|talks|work|consultations|discussions|preparations|progress)\s+(?:[a-z-]+\s+){0,6}?(?:on|for|about)\s+"
    r"(?:an?|such\s+an?|the|its|their)\s+(?:[\w-]+\s+){0,2}$"
)
_UNREAL_NAME = re.compile(cue("unreal"))
_EXISTING = re.compile(cue("existing") + r"\s+" + _ARTICLES)
_KEPT = r"(?:also\s+|now\s+)?be\s+(?:\w+ly\s+)?(?:implemented|observed|honou?red|fulfilled|carried\s+out|respected)\b"
_UNSETTLED = re.compile(
    rf"[\s,(]*(?:on\s+which\s+(?:talks|negotiations|work|consultations)\b|whose\s+(?:draft|text)|a\s+draft\s+of\s+which|(?:would|could|should)\b(?!\s+{_KEPT})|"
    r"remains?\s+(?:to\s+be|under|unsigned|a\s+draft|on)|"
    rf"(?:is|are)\s+(?:still\s+|now\s+|currently\s+)?{cue('unsettled')}|{PENDING})"
)
# a name that carries its year: "an agreement (2009)", "… dates from 2009", "… has existed since 2009"
DATED = re.compile(
    r"\s*,?\s*(?:(?:of|dated|(?:(?:which|that)\s+)?(?:dat(?:es?|ing)|go(?:es)?|going)\s+(?:back\s+)?(?:to|from)|"
    r"(?:has|have)\s+(?:existed|been\s+(?:in\s+place|on\s+the\s+books|there|valid|in\s+being)|operated|applied)\s+since)\s+|"
    r"\((?:(?:was\s+)?(?:signed|concluded|in\s+force)\s+)?(?:(?:in|on|of|since)\s+)?)"
    r"(?:[a-z]+ )?(?:\d{1,2},? )?(?:[a-z_]+ )?(?=\S*\d{4})"
)
# "the two have had an agreement on air services since 1996"
HAD_SINCE = re.compile(
    r"\b(?:have|has)\s+had\s+(?:[^.;]{5,80}\bsince\s+\d{4},?\s+and\s+)?(?:an?\s+|their\s+|such\s+an?\s+)?(?:[\w-]+\s+)?$"
)
_SINCE = re.compile(r"\s+since\s+(?=\S*\s?\d{4})")
# what a name that amends another is followed by is that other's day
AMENDS = re.compile(r"\b(?:amend|supplement|additional\s+protocol)")
_WOULD_AFTER = re.compile(rf"\s*(?:will|would|could|may|might|should|can)\b(?!\s+(?:enter|come|take|become|{_KEPT}))")
# what may stand between a name and the verb that hangs on it
_GAP = re.compile(
    r"[\s,(]*(?:(?:which|that|it|was|were|is|are|has|have|had|been|being|be|will|would|may|might|shall|to|"
    r"recently|already|first|at|long|"
    r"officially|formally|both|all|expected|planned|due|still|currently|now|also|not|yet|previously|"
    r"scheduled|soon|jointly|they|"
    r"earlier|reportedly|set|likely|slated|supposed|hoped|finally|just|the|two|sides|countries|parties|"
    r"governments|we|in|on|last|"
    r"year|month|week|january|february|march|april|m_y|june|july|august|september|october|november|"
    r"december|\d{1,4})[\s,]+)*"
)
# "a pact, long in the making, was at last signed", "the treaty, their first paper, dates from 1996"
_ASIDE = re.compile(
    r",\s+(?:long|still|once|first|already|the|an?|their|its)\s+[^,;.]{3,70},"
    r"(?=\s+(?:was|were|has|have|is|are|dates?|goes|came|entered|took)\b)"
)


def past_aside(scene: Scene, end: int) -> int:
    """Where what is said of a name goes on, after an aside between commas."""
    aside = _ASIDE.match(scene.lower, end)
    return aside.end() if aside else end


_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|will|would|may|might|to)\b")
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:been\s+)?(?:\w+ly\s+|also\s+|already\s+|been\s+)*$")


# "under an agreement that the two academies signed"
_WHICH_THEY = re.compile(
    r"(?:,)?\s+(?:that|which)\s+(?!(?:was|were|is|are|has|have|had|will|would|may|might|could|should|shall|can)\b)"
    r"(?:[\w'.-]+,?\s+){1,9}"
)


def _hanging(scene: Scene, end: int, roles: frozenset[str]) -> Verdict | None:
    """By the verb that follows the name at once: "…, signed in 2011," or "… is to be signed"."""
    verb = next((v for v in scene.verbs if v.start >= end and v.role in roles | _DECIDING), None)
    told = verb and verb.role in roles and verb.form == "past" and verb.base != "reach"
    if told and _WHICH_THEY.fullmatch(scene.lower, end, verb.start):
        found = _by_verb(scene, verb, roles, end)
        return found and Verdict(found.status, verb, False, found.perfect)
    if verb is None or verb.start - end > 70 or not _GAP.fullmatch(scene.lower, end, verb.start):
        return None
    if verb.role in ("propose", "exist") and verb.form != "past":
        return None
    gap = scene.lower[end : verb.start]
    found = _by_verb(scene, verb, roles, 0)
    active = verb.role == "open" and gap.isspace()  # "the centre opened"
    main = (active or bool(_FINITE.search(gap))) and not re.match(r"[\s,(]*(?:which|that)\b", gap)
    return found and Verdict(found.status, verb, main, found.perfect)


def _in_clause(scene: Scene, start: int, end: int, roles: frozenset[str]) -> Verdict | None:
    """By the nearest telling verb before the name in its clause, else after it."""
    low, high = scene.clause(start)[0], scene.clause(max(start, end - 1))[1]
    telling = [v for v in scene.verbs if v.role in roles | _DECIDING and not _is_topic(scene, v, roles)]
    telling = [v for v in telling if v.base != "envisage" or not _LAID_DOWN_IN.match(scene.lower, v.end)]
    before = [v for v in telling if low <= v.start and v.end <= start]
    left = [v for v in before if not _hangs_on_another(scene, v, low, start)]
    right = [v for v in telling if end <= v.start < high]
    for verb in (*reversed(left), *right):
        verdict = _by_verb(scene, verb, roles, low)
        if verdict:
            return verdict
    return None


def _is_topic(scene: Scene, verb: Verb, roles: frozenset[str]) -> bool:
    """Whether it is what another paper is on: "a memorandum on the opening of a centre" opens no agreement."""
    about = verb.role == "open" and verb.form == "ing" and "sign" in roles
    return about and bool(PAPER_ON.search(scene.lower, max(0, verb.start - 40), verb.start))


_LAID_DOWN_IN = re.compile(r"\s+(?:by|in|under)\b")  # "this is envisaged by a memorandum": which is there
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are)\s+(?:\w+ly\s+|also\s+)?$")
_ADJUNCT = re.compile(r"\s+(?:by|in|on|at|last|during|between|earlier)\b")


def _hangs_on_another(scene: Scene, verb: Verb, low: int, start: int) -> bool:
    """Whether a participle belongs to a name before it: "a memorandum signed in 2015, and a …"."""
    if verb.role == "exist" and verb.form == "ing":  # "signed A, replacing one from 2009, and B"
        return scene.lower.endswith(", ", 0, verb.start) and "," in scene.lower[verb.end : start]
    if verb.role != "sign" or verb.form != "past" or not _ADJUNCT.match(scene.lower, verb.end):
        return False
    if _PASSIVE.search(scene.lower, max(low, verb.start - 40), verb.start):
        return False  # "A was signed on 4 June, and B on 5 June"
    heads = [s for s in scene.signalled("instrument") if low <= s.start and s.end <= verb.start]
    return bool(heads) and not any(heads[-1].end <= v.start < verb.start for v in scene.verbs)


def _by_verb(scene: Scene, verb: Verb, roles: frozenset[str], low: int) -> Verdict | None:
    perfect = bool(_PERFECT.search(scene.lower, max(low, verb.start - 45), verb.start))
    if verb.role in roles:
        when = tense(scene, verb, low)
        if when is None:
            return None
        return Verdict("concluded", verb, True, perfect) if when == "past" else Verdict("proposed", verb, True)
    if verb.role in ("initial", "propose"):
        return Verdict("proposed", verb, True, perfect)
    return Verdict("concluded", verb, False, perfect) if verb.role in ("exist", "force", "end") else None
