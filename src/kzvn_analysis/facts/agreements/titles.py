"""What an instrument is called: by its name, by who signed it, or by what is said in front of it."""

from __future__ import annotations

from functools import cache, lru_cache

from ...reading import gated as re
from ...reading import lexicon
from ...reading.fold import key
from .cues import PACKAGE, cue
from .names import Name
from .scene import Scene
from .status import Verdict


def title_of(scene: Scene, name: Name, verdict: Verdict) -> str | None:
    """The title of an instrument that is no list; ``None`` where the text says only that some document was signed.

    Parameters
    ----------
    scene
        The sentence.
    name
        The instrument's name as it stands.
    verdict
        What the sentence says of it.
    """
    title: str | None = _OF_BOTH.sub("", _title(scene, name))
    friendship = (
        name.head.kind == "treaty" and not name.head.plural and name.topic < name.end
    )  # "a treaty on friendship and cooperation"
    if not is_specific(title) and name.head.demand != "alone" and not friendship:
        title = _between_subjects(scene, name, subject_of(scene, verdict, name))
    if title is None and name.head.demand == "named" and _BETWEEN_STATES.match(scene.lower, name.start):
        year = _OF_YEAR.match(scene.lower, name.head.end)  # "under the intergovernmental agreement of 2009"
        title = scene.original(name.start, year.end()) if year else None
    return _fronted(scene, name) if title is None and verdict.status == "proposed" else title


# "the two countries' treaty on extradition": whose it is, is no part of its name
_OF_BOTH = re.compile(r"^(?:the\s+)?(?:(?:two|both)\s+)?(?:countries|sides|states|nations|governments)['’]\s+(?=\w)")
_BETWEEN_STATES = re.compile(r"(?:inter-?governmental|inter-?state|bilateral)\s")
_OF_YEAR = re.compile(r"\s+of\s+(?:19|20)\d\d\b")


def is_specific(title: str) -> bool:
    """Whether a name says more than that some document was signed."""
    return bool(content_words(title))


@lru_cache(maxsize=4096)
def content_words(title: str) -> frozenset[str]:
    """The words of a name that tell it from others, without endings."""
    found = re.findall(r"[a-z0-9]+", key(title))
    return frozenset(_stem(w) for w in found) - _generic()


@cache
def _generic() -> frozenset[str]:
    words = " ".join(lexicon.words("agreement_generic_words.txt", PACKAGE))
    heads = " ".join(
        f"{r[0]} {r[1].replace('|', ' ')}"
        for r in lexicon.rows("agreement_instruments.tsv", PACKAGE)
        if r[3] != "named" or r[2] != "other"
    )
    return frozenset(_stem(w) for w in re.findall(r"[a-z0-9]+", f"{words} {heads}".lower()))


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)] + (
                "y" if ending == "ies" else "e" if ending == "es" and word[-3] in "cgsvz" else ""
            )
    return word


def _title(scene: Scene, name: Name) -> str:
    if name.head.pronoun:
        return f"{name.head.singular} {scene.original(name.topic, name.end)}".strip()
    if name.topic >= name.end:
        return scene.original(name.start, name.head.end)
    if scene.lower[name.head.end : name.topic].strip():  # a verb stands between: "an agreement was signed on …"
        return f"{scene.original(name.start, name.head.end)} {scene.original(name.topic, name.end)}"
    return scene.original(name.start, name.end)


def subject_of(scene: Scene, verdict: Verdict, name: Name) -> str:
    """Who signed: what stands before the verb or, in the passive, after "by"."""
    verb = verdict.verb
    if verb is None or verb.form == "ing":  # "welcomed the signing of"
        return ""
    if verb.end <= name.start:
        low = scene.clause(verb.start)[0]
        told = max((m.end() for m in _AND_THAT.finditer(scene.lower, low, verb.start)), default=low)
        return scene.original(told, verb.start)
    agent = _AGENT.match(scene.lower, verb.end)
    if not agent:
        return ""
    start, end = agent.span("who")
    ends = [m.start() for m in (_WHEN.search(scene.lower, start, end), _GOES_ON.search(scene.lower, start, end)) if m]
    return scene.original(start, min(ends, default=end))


_AND_THAT = re.compile(r"\band\s+that\s+")  # "asked A to help the traders, and that the two soon sign …"
_AGENT = re.compile(r"[^.;,]{0,40}?\b(?:by|between)\s+(?P<who>[^.;,]{3,80})")


_GOES_ON = re.compile(r"\s+" + cue("topic_to"))
_WHEN = re.compile(r"\s+(?:in|on|at|during|last|this)\s+(?=[\w ]*\d|last|may|m_y|\w+day\b)")


_BEFORE_VERB = (
    r"(?:have|has|had|should|also|jointly|will|would|soon|to|are|is|expected|planned|due|scheduled|set|ready|\s)*$"
)
_BOTH_OF = re.compile(
    r"\b((?:the\s+two|both|their)\s+(?:[\w'-]+\s+)?(?:parliaments|legislatures|ministries|academies|universities|groups|"
    r"agencies|central\s+banks|chambers|committees|assemblies|institutes|services|archives|libraries|museums|"
    r"courts|prosecutors|police|unions|associations|news\s+agencies|broadcasters|foreign\s+ministries)"
    r"(?:'\s+[\w' -]{3,40}?|\s+of\s+[a-z]+(?:\s+and\s+[a-z]+)?)?)"
    rf"\s*{_BEFORE_VERB}"
    r"|\b((?:the\s+)?(?:[\w-]+\s+){0,2}(?:ministries|chambers|academies|universities|agencies|banks|committees|services|"
    r"archives|groups|unions|associations|authorities|bodies|offices|institutes|libraries|museums|courts|police)"
    r"(?:\s+of\s+[\w -]{3,30}?)?\s+of\s+(?:the\s+two|both)\s+(?:countries|sides|nations|states))"
    rf"\s*{_BEFORE_VERB}",
    re.IGNORECASE,
)


def pair_of(subject: str) -> re.Match | None:
    """The two parties that a subject names, as groups ``a`` and ``b``."""
    return _PAIR.match(_CAMPUS.sub(r"\1 \2", subject))


_CAMPUS = re.compile(r"\b(University|Academy|Institute),\s+(Hanoi|Ha Noi|Ho Chi Minh City|Almaty|Astana)\b")
_PAIR = re.compile(
    r"(?:.*,\s+)?(?:on [A-Z]?\w+ \d{1,2},? |in \w+ \d{4},? |last \w+ |on \w+day )?"
    r"(?P<a>(?:the )?[A-Z][^,;:]{2,80}?)\s+and\s+(?P<b>(?:the )?[^,;:]{2,80}?)\s*(?:have|has|had|also|will|are|to|"
    r"plan|expected|jointly|then|today|yesterday|\s)*$",
    re.IGNORECASE,
)


_SAID_THAT = re.compile(r".*\b(?:agreed|said|noted|announced|informed|stated|added|expected|hoped)\s+that\s+")


_NOT_PARTIES = re.compile(
    r"\b(?:sides|parties|countries|leaders|presidents?|ministers?|governments?|heads?|delegations?|"
    r"officials|he|she|they|it|chairman|"
    r"secretary|director|chairwoman|rector|governor|mayor|akim)\b",
    re.IGNORECASE,
)


INSTITUTION = re.compile(
    r"\b(?:ministr|universit|academ|institut|agenc|centre|center|committee|service|chamber|council|library|"
    r"museum|archive|court|bank|"
    r"federation|association|mazhilis|majilis|quochoi|union|authority|board|office|department|school|"
    r"foundation|prosecutor|party|amanat|otan|assembly|directorate|inspectorate|commission|bureau|organi[sz]ation|senate|parliament|television|"
    r"radio|news|police|trade|qaz|kaz|viet|vcci|mofa|moit|mard|vtv|vov|vna|atameken)\w*",
    re.IGNORECASE,
)


def _between_subjects(scene: Scene, name: Name, subject: str) -> str | None:
    """A bare "memorandum" is named by who signed it: "A and B signed a memorandum"."""
    if name.head.plural or not subject or name.head.demand != "named":
        return None
    subject = subject[(said.end() if (said := _SAID_THAT.search(subject)) else 0) :]
    both = _BOTH_OF.search(subject[-200:])
    if both:
        parties = re.sub(r"^The\b", "the", both[1] or both[2])
        return f"{name.head.singular} between {parties}"
    match = pair_of(subject)
    if not match or _NOT_PARTIES.search(match["a"]) or _NOT_PARTIES.search(match["b"]):
        return None
    if not (INSTITUTION.search(match["a"]) and INSTITUTION.search(match["b"])):
        return None
    first = re.sub(r"^[Tt]he\s+", "", match["a"].strip())
    title = f"{name.head.singular} between {first} and {match['b'].strip()}"
    return title if is_specific(title) else None


_FRONTED = re.compile(
    r"^(?:as (?:for|to)|regarding|concerning|on|what (?:is|was) (?:still )?(?:missing|lacking|needed|"
    r"wanting|absent) is)\s+(?P<topic>[^,;:]{5,70})[,;]"
    r"|^(?P<subject>[^,;:]{5,70}?)\s+(?:is|are|remains?)\s+(?:still\s+|another\s+|also\s+)?(?:missing|"
    r"lacking|unresolved|outstanding|pending|open)\s*[;,:-]"
)


def _fronted(scene: Scene, name: Name) -> str | None:
    """What a bare proposed instrument is about, said in front: "As for X, an agreement is being drafted"."""
    match = _FRONTED.match(scene.lower, 0, name.start)
    if not match or name.head.plural or name.head.demand != "named":
        return None
    group = "topic" if match["topic"] else "subject"
    topic = re.sub(r"^(?:the|an?)\s+", "", scene.original(*match.span(group)), flags=re.IGNORECASE)
    title = f"{name.head.singular} on {topic}"
    return title if is_specific(title) and not scene.dates_between(*match.span(group)) else None
