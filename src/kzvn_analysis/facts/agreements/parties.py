"""Tell whether an instrument is between the two countries: no third country's, no bloc's, no company's."""

from __future__ import annotations

from functools import cache

from ...reading import gated as re
from ...reading import lexicon
from .cues import PACKAGE
from .names import Name
from .scene import Located, Scene

_OWN = ("KAZ", "VNM")


def is_bilateral(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing in the clause of the name at ``start:end`` makes it somebody else's.

    Parameters
    ----------
    scene
        The sentence.
    start, end
        The name, local offsets.
    """
    low, high = scene.clause(start)[0], scene.clause(max(start, end - 1))[1]
    if _foreign().search(scene.lower, start, end + 1):
        return False
    return not any(_is_others(scene, place, start, end) for place in scene.places_between(low, high))


def names_company(text: str) -> bool:
    """Whether `text` names a company: its deals are projects."""
    return bool(_company().search(_NO_COMPANY.sub(" ", text)))


def is_between_firms(scene: Scene, name: Name, subject: str) -> bool:
    """Whether firms that the words around name are the parties: "organised by A and the company B under an agreement".

    "The parties", in a report of two companies' talks, are these companies.
    """
    low = scene.clause(name.start)[0]
    if any(_are_firms(scene, pair) for pair in _TWO_NAMES.finditer(scene.text, low, name.start)):
        return True
    if _UNDER_IT.search(scene.lower, low, name.start):
        return names_company(scene.original(low, name.start)) and not _OF_STATE.search(scene.lower, low, name.start)
    if not _THE_PARTIES.search(subject.lower()):
        return False
    before = [s for s in scene.reading.sentences if s.start < scene.sentence.start]
    heads = [s.text for s in before if s.kind == "title" or s.section == scene.sentence.section]
    return any(names_company(text) for text in heads) and not any(_OF_STATE.search(text.lower()) for text in heads)


def _are_firms(scene: Scene, pair: re.Match) -> bool:
    """Whether "Kazakhstan's A and Vietnam's B" are no offices, schools, cities or people, so that firms are left."""
    if any(_PUBLIC.search(pair[name]) or _NO_COMPANY.search(pair[name]) for name in ("one", "other")):
        return False
    at = scene.sentence.start
    spans = [(at + pair.start(name), at + pair.end(name)) for name in ("one", "other")]
    known = (*scene.reading.places, *scene.reading.people)
    return not any(m.start < end and start < m.end for m in known for start, end in spans)


_COUNTRY = r"(?:Kazakhstan|Viet\s?[Nn]am)['’]s\s+"
_NAME = r"[A-Z][\w&.-]+(?:\s+[A-Z][\w&.-]+){0,3}"
_TWO_NAMES = re.compile(
    rf"\b{_COUNTRY}(?P<one>{_NAME})\s+and\s+{_COUNTRY}(?P<other>{_NAME})\s+(?:ha(?:ve|d)\s+)?(?:also\s+)?"
    r"(?:signed|inked|concluded|entered)\b"
)
_PUBLIC = re.compile(
    r"\b(?:Minist\w+|Universit\w+|Institute|Academy|School|College|Chamber|Agency|Committee|Commission|Council|Association"
    r"|Union|Federation|Parliament|Assembly|Senate|Mazhilis|Majilis|National|State|Central|Bank|Court|Prosecutor\w*|Police"
    r"|Library|Museum|Theatre|Front|Party|Fund|Government|President|Prime|Foreign|Deputy|Province|Region|Cent(?:re|er)"
    r"|Vietrade|Kazinform|[A-Z]{2,}|Administration|Department|Office|Service|Authority|Society|Hospital|Airport|Customs|Inspectorate|Corps|Army)\b"
)
_UNDER_IT = re.compile(
    r"\bby\b[^.;]*\b(?:under|in\s+accordance\s+with|on\s+the\s+basis\s+of)\s+(?:an?|the|their)\s+(?:[\w-]+\s+)?$"
)
_THE_PARTIES = re.compile(r"\b(?:parties|sides|they|partners)\s*(?:[a-z]+ly\s*|also\s*|then\s*)?$")
# a text that speaks of states and their offices
_OF_STATE = re.compile(
    r"\b(?:minist\w+|governments?|president\s+of\s+(?:kazakhstan|viet\s?nam)|president\s+(?:kassym|to\s+lam)|ambassadors?|embass\w+"
    r"|akim|mayor|people's\s+committee|province|region|agenc\w+|universit\w+|parliament\w*|state\s+visit)\b"
)
_NO_COMPANY = re.compile(
    r"\b(?:(?:[Nn]ational|[Ss]tate)\s+[Cc]ompany\s+)?(?:(?i:kazakh\s?invest|kazakh\s+tourism|qaz\s?trade|kazakh\s?export))"
    r"(?:,?\s+(?:[Nn]ational\s+|[Ss]tate\s+)?(?:[Cc]ompany|JSC|NC\s+JSC|[Aa]gency))?\b"  # offices of the state
    r"|\b(?:[Ee]xport|[Ii]nvestment|[Tt]rade|[Pp]romotion)\s+(?:and\s+[Ii]nvestment\s+)?[Aa]gency,?\s+[A-Z]\w+(?:\s+[A-Z]\w+)?\b"
    r"|\b[Kk]aznex(?:\s?[Ii]nvest)?\b"
    r"|\b(?:[Cc]entral|[Nn]ational|[Ss]tate)\s+[Bb]anks?\b"
    r"|\b(?:[Jj]oint|[Tt]rust|[Dd]evelopment)\s+[Ff]unds?\b"
    r"|\b(?:Working|Friendship|Expert|Parliamentary|Consultative)\s+Group\b"
)
_REGION = re.compile(r"Asia|Europe|America|Africa|Mekong|East|Pacific|Caucasus|Gulf")
_SCHOOL = re.compile(r"\s+(?:National\s+)?(?:University|Academy|Institute|Bank|Fund)")
# "officers learn Russian", "the Chinese language": a tongue, no party
_LANGUAGE_BEFORE = re.compile(
    r"\b(?:learn\w*|stud(?:y|ies|ying|ied)|teach\w*|taught|speak\w*|fluent\s+in|translat\w+\s+into)\s+$"
)
_LANGUAGE_AFTER = re.compile(r"(?:\s+|-)(?:languages?\b|courses?\b|speaking\b|lessons?\b)")
# "called it a gateway to ASEAN and suggested setting up …": two things said
_NEXT_ACT = re.compile(
    r"\b(?:and|but)\s+(?:also\s+|then\s+|further\s+)?(?:[a-z]{3,}ed|put\s+forward)\b(?!\s+(?:by|to)\b)"
)
_VENUE = re.compile(r"\b(?:in|from|via|through|to)\s+(?:the\s+)?$")


def _is_others(scene: Scene, place: Located, start: int, end: int) -> bool:
    """Whether a place of the clause makes the name at ``start:end`` a bloc's or a third country's."""
    mention = place.mention
    inside = start <= place.start and place.end <= end
    if mention.kind == "bloc":
        if _SCHOOL.match(scene.text, place.end) or _REGION.search(mention.name) and not inside:
            return False
        if place.end <= start and _NEXT_ACT.search(scene.lower, place.end, start):
            return False
        return inside or abs(place.start - end) < 80 or abs(start - place.end) < 80
    if mention.country in (None, *_OWN, "SUN"):  # "Soviet-era alumni": what was before
        return False
    if mention.kind == "adjective" and (
        _LANGUAGE_AFTER.match(scene.lower, place.end)
        or _LANGUAGE_BEFORE.search(scene.lower, max(0, place.start - 30), place.start)
    ):
        return False
    # "in Beijing", "on the way to Moscow": only where something took place
    venue = mention.kind in ("city", "region", "other")
    return inside or not (venue or _VENUE.search(scene.lower, max(0, place.start - 25), place.start))


@cache
def _foreign() -> re.Pattern[str]:
    words = lexicon.words("agreement_not_bilateral.txt", PACKAGE)
    return re.compile(rf"(?<!\w){lexicon.alternation(words)}(?!\w)", re.IGNORECASE)


_FIRMS = {"aviation", "industry", "mining", "agriculture", "tourism"}  # in others stand offices of the state


def _known_firms() -> list[str]:
    rows = lexicon.rows("project_companies.tsv", PACKAGE)
    return [name.strip() for _, sector, names in rows if sector in _FIRMS for name in names.split("|")]


@cache
def _company() -> re.Pattern[str]:
    words = [*lexicon.words("company_marks.txt", PACKAGE), *_known_firms()]
    return re.compile(rf"(?<!\w){lexicon.alternation(words)}(?!\w|-[Oo]p)")  # no "Co-operation"
