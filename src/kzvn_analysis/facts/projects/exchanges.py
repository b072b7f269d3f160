"""People: scholarships, student places, doctors swapped, athletes in training, workers to be hired."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ..sectors.words import main_sector
from .legs import names
from .model import Draft, size_cells
from .phrase import noun_phrase
from .scene import BOTH, STATUS_OF, At, Scene
from .units import sector_of

_ACTS = re.compile(
    r"\b(?:grant(?:s|ed|ing)?|award(?:s|ed)?|provid\w+|offer(?:s|ed|ing)?|allocat\w+|admit(?:s|ted)?|"
    r"accept(?:s|ed)?|swap(?:s|ped)?|exchang(?:e|ing)|"
    r"hir(?:e|es|ed|ing)|dispatch\w*|recruit\w*|employ(?:s|ed|ing)?|train(?:s|ed|ing)?|enrol\w*|invit\w+|send(?:s|ing)?|"
    r"sent|receiv(?:e|es|ing)|host(?:s|ed)?|"
    r"com(?:e|ing) to|go(?:ing)? to|reserv\w+|giv(?:e|es|ing)|gave|given|increas\w+|intern\w*|"
    r"complet(?:e|ed)(?= (?:an?|the|their) [\w -]{0,30}(?:course|training|internship|programme|program)\b)|"
    r"teach(?:es)?|(?<=experts have been )working|(?<=specialists have been )working|(?<=experts are )working|"
    r"(?<=specialists are )working|scholarships?|places|quotas?|chang(?:e|ing) places|swapping|sponsor\w*|invited|"
    r"select\w*)\b"
)
_WHOM = re.compile(r" for (?:Kazakh|Kazakhstani|Vietnamese|Viet) [a-z]+")
_YEARLY = re.compile(r"\b(?:every|each) year\b|\bannually\b")
_TRAINING = re.compile(
    r"\b(?:train\w*|camp|coach\w*|scholarship\w*|stud(?:y|ies|ying|ied)|internships?|courses?|taught|"
    r"learn\w*|tuition|cadets?|universit\w+|students?|academy)\b"
)
# "the two provinces exchange experts": the number counts who does it
_SIDES = re.compile(
    r"\b(?:sides|countries|nations|localities|provinces|cities|ministries|agencies|parties|governments|institutions"
    r"|universities|schools) "
)
_INHABITANTS = re.compile(
    r"\b(?:populat\w+(?: \w+){0,2}|home to|inhabited by)(?: (?:over|about|some|more than|nearly|of))* \Z"
)
_GIVES = re.compile(r"\b(?:scholarships granted|grants?|provides?|awards?|allocates?|offers?|enrol\w*)\b")
_CAMP = re.compile(
    r"\b(?:wrestling|boxing|training|sports|football|badminton|chess) (?:\w+ )?camps?\b|\bcoach\w*\b|"
    r"\bathletes?\b"
)


_TROUPE = re.compile(r"\b(?:troupes?|ensembles?|orchestras?|dancers|dance group|choirs?)\b")
_PROGRAMME = re.compile(r"\b(?:scholarships?|grants?|programmes?|programs?|courses?|exchange)\b")
_NUMBER_OF = re.compile(r"\bnumber of (?:[\w-]+ ){0,3}(?:students|trainees|pupils|cadets)\b[^.;]*\Z")
_THERE_ARE = re.compile(
    r"\bthere (?:are|were|is) (?:(?:now|currently|already|some|about|over|more than|nearly|almost) )*\Z"
)
_TAUGHT_BY = re.compile(r"\b(?:taught|led|given|run|conducted|headed|accompanied|guided) by (?:about |some )?\Z")
_ENROLLED = re.compile(r" (?:(?:are|is|were|currently|now) )*(?:enrolled|studying|study)\b")


def find_exchanges(scene: Scene) -> Iterator[Draft]:
    """Yield every number of people that one side takes, trains, hires or swaps with the other."""
    yield from (more := list(_raised(scene)))
    for amount in scene.amounts:
        if more and amount.what.unit.startswith(more[0].unit.partition("/")[0]):
            continue
        unit, _, per = amount.what.unit.partition("/")
        sector = sector_of(unit, "people")
        troupe = _TROUPE.search(scene.small, max(0, amount.start - 40), amount.end + 20) if unit == "people" else None
        if troupe:
            sector = "culture"
        elif unit == "people" and _TRAINING.search(scene.small):
            sector, unit = "education", "students"
            counted = _ENROLLED.match(scene.small, amount.end) or _NUMBER_OF.search(scene.small, 0, amount.start)
            if counted and not _PROGRAMME.search(scene.small):
                continue  # how many study there, under no programme that is told
        if sector is None or _SIDES.search(amount.what.text) or _INHABITANTS.search(scene.small, 0, amount.start):
            continue
        if _THERE_ARE.search(scene.small, max(0, amount.start - 32), amount.start):
            continue  # how many there are, whatever else is promised
        if any(a.start < amount.start < a.end for a in scene.amounts):
            continue  # "ten students and five lecturers": one exchange
        if _TAUGHT_BY.search(scene.small, max(0, amount.start - 40), amount.start):
            continue  # who teaches the courses that are the undertaking
        clause = scene.clause_at(amount.start)
        said = scene.small[clause.start : clause.end]
        act = _ACTS.search(said)
        if not act or act.group().endswith(" to") and not _TRAINING.search(scene.small) or not _between(scene, amount):
            continue
        if "/" not in amount.what.unit and _YEARLY.search(scene.small, clause.start, clause.end):
            per = "year"
        if unit == "places":
            sector = "culture" if _CAMP.search(said) else sector if _TRAINING.search(said) else None
        if unit == "engineers" and _TRAINING.search(said):
            sector = "education"
        status = _status(scene, amount)
        if sector is None or status is None:
            continue
        places = scene.within(scene.places, clause.start, clause.end)
        if act.group() == "working":
            sector = main_sector(scene.text[scene.small.find("working", amount.end) + 7 : clause.end], sector)
        if troupe:
            places = [p for p in places if p.start > min(troupe.start(), amount.start)]
        yield Draft(
            family="hiring" if sector == "labour" else "exchange",
            at=amount.start,
            title=noun_phrase(scene.text, *troupe.span()) if troupe else _title(scene, amount, clause.end),
            sector=sector,
            status=status,
            places=names(places),
            parties=_schools(scene),
            **size_cells(scene.size(amount), f"{unit}/{per}" if per else unit),
            period=scene.period(clause.start, clause.end, amount.start),
            note=unit,
        )


# "to increase the number of scholarships granted to Vietnamese students from 10 to 20 per year"
_RAISED = re.compile(
    r"\b(?:increas|rais|doubl|expand|bring)\w* (?:the )?(?:(?:annual )?number of |quota of )?(?P<what>[\w ]{0,24}?"
    r"(?P<unit>scholarships|grants))\b[^.;]{0,70}? to (?P<number>\d{1,3})\b"
)


def _raised(scene: Scene) -> Iterator[Draft]:
    """Scholarships that are to become more."""
    match = _RAISED.search(scene.small)
    between = scene.countries_told >= BOTH or scene.reading.relevance == "bilateral"
    status = STATUS_OF.get(scene.kind_at(match.start(), match.end())) if match and between else None
    if status and not scene.countries - BOTH:
        yield Draft(
            family="exchange",
            at=match.start(),
            title=f"more {match['what'].strip()}",
            sector="education",
            status="operating" if status == "done" else status,
            quantity=float(match["number"]),
            unit=f"{match['unit']}/year",
            period=scene.period(match.start(), len(scene.text), match.end()),
            note="more",
        )


def _between(scene: Scene, amount: At) -> bool:
    if scene.countries - BOTH and not scene.countries >= BOTH:
        return False
    if scene.countries_around - BOTH and not scene.countries_around >= BOTH:
        return False
    told = re.search(r"\b(?:each|both|two|other|counterpart|partner\w*|mutual\w*|our|my|we)\b", scene.small)
    return (
        scene.countries >= BOTH
        or bool(scene.countries & BOTH or told)
        and scene.countries_around | _article(scene) >= BOTH
        and bool(told or scene.countries)
    )


def _article(scene: Scene) -> set[str]:
    return set(BOTH) if scene.reading.relevance == "bilateral" else set()


def _status(scene: Scene, amount: At) -> str | None:
    own = amount.what.text.lower().startswith("grants", amount.what.text.rfind(" ") + 1)  # "50 grants": no verb
    kind = scene.kind_at(amount.start, amount.start + 1 if own else amount.end)
    per = "/" in amount.what.unit
    if kind in ("running", None, "talked"):
        if (
            kind is None
            and not per
            and not _GIVES.search(scene.small)
        ):
            return "done" if re.search(r"\b(?:trained|sent|hosted|received|invited|taught)\b", scene.small) else None
        return "operating"
    if kind == "done":
        return (
            "operating"
            if per or re.search(r"\blaunched\b[^.;]*\bprogram", scene.small) or re.search(r"\benrol", scene.small)
            else "done"
        )
    yearly = per or _YEARLY.search(scene.small)
    if kind == "proposed" and yearly and re.search(r"\b(?:offers|grants|(?:is|are) offered)\b", scene.small):
        return "operating"
    return STATUS_OF.get(kind)


def _title(scene: Scene, amount: At, last: int) -> str:
    words = re.sub(
        r"^(?:about |some |over |more than |up to )?(?:[\d.,]+|an?|one|\w+ty(?:-\w+)?|\w+teen|two|three|four|five|six|"
        r"seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of)\b ?",
        "",
        amount.what.text,
        flags=re.I,
    )
    words = re.sub(r" (?:will|would|are|is|were|was|can) .*\Z", "", words)
    words = re.sub(r" (?:a|per|every|each) (?:year|annum|month)$", "", words)
    act = re.search(r"\b(swap|exchange|hir|recruit|train|admi|coach)\w*", scene.small[:last])
    said = {
        "swap": "exchange of",
        "exchange": "exchange of",
        "hir": "hiring of",
        "recruit": "hiring of",
        "train": "training of",
        "admi": "admission of",
    }
    prefix = said.get(act[1], "") if act and act[1] in said else ""
    if amount.what.unit.startswith(("scholarships", "grants")):
        prefix = ""
    elif "scholarship" in scene.small:
        prefix = "scholarships for"
    whom = _WHOM.match(scene.text, amount.end)
    return f"{prefix} {words}{whom.group() if whom else ''}".strip()


def _schools(scene: Scene) -> tuple[str, ...]:
    found = re.findall(
        r"(?:[A-ZÀ-ÝĐ][\w’'-]+ )+University(?: of (?:[A-Z][\w-]+(?: and )?)+)?|University of "
        r"(?:[A-ZÀ-ÝĐ][\w-]+ ?)+",
        scene.text,
    )
    return tuple(dict.fromkeys([*(f.strip() for f in found), *(c.name for c in scene.companies)]))
