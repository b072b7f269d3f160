"""Routes in a sentence: which cities it joins, how often, and where one route's words end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...reading import gated as re
from ..progress import Clause
from .scene import At, Scene

# "expanding air links, which currently stand at 33 flights a week, by opening …": of all of them
STAND_AT = re.compile(
    r", (?:which|that) (?:now |currently |already )?(?:stands? at|number|total|amounts? to) [^,;.]{3,40}(?:,|\Z)"
)
_BESIDES = re.compile(r",? (?:besides|in addition to|alongside|apart from) (?:the|its|a) ")
_DASH = re.compile(r"\s*[-‐‑–—]\s*\Z")
_NEXT = re.compile(
    r":\s|(?:,|;)(?: and)? there (?:is|are) |"
    r"(?:,| and| as well as|;)\s+(?:also )?(?:(?:is|are|was|were|will|plans|intends|wants|hopes|has) "
    r")?(?:to )?"
    r"(?!(?:start|open|launch)ing (?:in|from|on|next|this|as|at)\b)"
    r"(?!(?<=, )(?:launch|open|start|resum|introduc|restor)ed (?:by|in|on|last|this|back|earlier|only|after)\b)"
    r"(?:resum|re-?open|launch|restor|start|"
    r"increas|add|introduc|doubl|open|expand|making|using|build|creat|construct|establish|set up|hold)\w*\b"
)
# "four flights from Almaty to Phu Quoc and two from Astana to Nha Trang"
_AND_THAT = re.compile(r",? and that ")
_SECOND = re.compile(r"(?:,(?: and)?|;| and| as well as) (?:(?:\w+) ){0,4}?(?:from|between|connecting|linking) (?=\w)")
_ALSO_TO = re.compile(r"(?:,(?: and)?|;| and| as well as) (?:to|from) (?=\w)")
_AND = re.compile(r",? and (?:also |then )?\Z")
_COUNT = re.compile(
    r"(?:\(|:|;|,(?: and)?|and|as well as) ?(\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:weekly |direct |"
    r"regular |flights? )*(?:from|between)\b"
)
# "15 flights a week (13 between Almaty and Nha Trang, and 2 between …)"
_LISTED = re.compile(
    r"(?:\(|:|;|,)(?: and)? ?(?=(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|"
    r"ten) (?:flights )?(?:between|from) )"
)
_NUMBERS = {
    w: float(n)
    for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
}
_WORD_NUMBERS = {"once": 1, "twice": 2, "thrice": 3}
# "three times a week", "four rotations per week": counts no unit of measure is known for
_TIMES = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ )?(?:times|rotations|"
    r"frequencies|services|round[- ]trips|return (?:flights|trips)|departures)(?: (?:a|per|every|each) week|"
    r" weekly)\b|\b(?P<counted>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) weekly (?:[a-z-]+ )?"
    r"(?:frequencies|rotations|services|round[- ]trips|return (?:flights|trips)|departures)\b"
)
# "the number of weekly flights reached 21", "charters, whose number of flights rose to 33 a week"
_NUMBER_OF = re.compile(
    r"\bnumber of (?P<weekly>weekly )?(?:(?:direct|regular) )?(?:(?P<weekly_too>weekly )?flights|which|them)\b"
    r"[^.;]{0,60}?\b(?:reach\w*|exceed\w*|is|was|(?:grown|risen|increased|went up|gone up|rose|grew|brought|raised|up|"
    r"stands|stood|doubled|tripled)[^.;]{0,20}? (?:to|at)) (?:about |nearly |almost |over )?(?P<number>\d{1,3})\b"
    r"(?P<week> (?:flights )?(?:per|a|each|every) week\b)?"
    # "direct flights have been increased to 32 a week"
    r"|\bflights (?:has |have |had |was |were )?(?:been )?(?:increased|grown|risen|raised|expanded|doubled|tripled|"
    r"rose|grew) "
    r"(?:from [\w-]+ )?to (?P<flights>\d{1,3})(?: flights)? (?:per|a|each|every) week\b"
)
# "daily from Astana to Cam Ranh and twice a week to Da Nang": another route from the same city
_TIMES_TO = re.compile(
    r"(?:,(?: and)?|;| and) (?:(?:once|twice|thrice|daily|[a-z0-9]+ times|[a-z0-9]+ flights)"
    r"(?: (?:a|per|every|each) week| weekly)?) to (?=\w)"
)
# "serves Phu Quoc three times a week and has been flying to Da Nang twice weekly"
_FLIES_TOO = re.compile(
    r"(?:,|;)? (?:and|as well as) (?:also |now )?(?:(?:has|have) been |is |are |will |(?:plans|hopes|intends) to )?"
    r"(?:also |now )?(?:fl(?:y|ies|ying|ew)|serv(?:e|es|ing)|going|goes|operat(?:e|es|ing)|runs?|running) "
)
# "Da Nang – Astana three times a week and Hanoi – Almaty twice"
_PAIR_TOO = re.compile(r"(?:,(?: and)?|;| and| as well as) (?=\w+(?: \w+){0,3} ?[-–—] ?\w)")
# "18 direct flights connect the cities every week"
_EVERY_WEEK = re.compile(
    r"\b(?P<number>\d{1,2}|(?:twenty|thirty|forty)(?:-\w+)?|[a-z]+teen|eleven|twelve|two|three|four|five|six|seven|"
    r"eight|nine|ten) (?:[a-z-]+ ){0,2}(?:flights|services)\b[^.;,]{0,90}?\b(?:every|each|per|a) week\b"
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_OFTEN = re.compile(r"\b(once|twice|thrice)[ -](?:a|per|every|each)[ -]week(?:ly)?\b|\b(once|twice|thrice)[- ]weekly\b")
_WEEKLY = re.compile(
    r"\bweekly (?:\w+ ){0,2}(?:flight|charter|service|train|route|connection)(?!s)\b|\bonce weekly\b|"
    r"\bon a weekly basis\b|\bone flight (?:a|per) week\b"
)
_DAILY = re.compile(
    r"\bdaily(?=\W*\Z|[,;]|\s(?:from|between|to|and)\b)|\bdaily (?:\w+ ){0,2}(?:flights?|services?|charters?)|"
    r"\b(?:fl(?:y|ies)|operates?d?|flights) daily\b|"
    r"\bevery day\b|\bon a daily basis\b"
)


def segments(scene: Scene) -> list[tuple[int, int]]:
    """The stretches of the sentence that may each tell of one route, within clauses."""
    out = []
    for clause in scene.clauses:
        cuts = [m.start() for m in _NEXT.finditer(scene.small, clause.start + 1, clause.end)]
        cuts += [m.start() for m in _LISTED.finditer(scene.small, clause.start + 1, clause.end)]
        cuts += [m.start() for m in _AND_THAT.finditer(scene.small, clause.start + 1, clause.end)]
        cuts += [
            m.start()
            for m in _SECOND.finditer(scene.small, clause.start + 1, clause.end)
            if _pairs_apart(scene, clause.start, m)
        ]
        cuts += [
            m.start() for m in _ALSO_TO.finditer(scene.small, clause.start + 1, clause.end) if _is_gap(scene, clause, m)
        ]
        cuts += [
            m.start()
            for m in _FLIES_TOO.finditer(scene.small, clause.start + 1, clause.end)
            if _flies_apart(scene, clause, m.start())
        ]
        cuts += [
            m.start()
            for m in _PAIR_TOO.finditer(scene.small, clause.start + 1, clause.end)
            if any(p.start == m.end() for p in scene.places) and _flies_apart(scene, clause, m.start())
        ]
        cuts += [
            m.start()
            for m in _TIMES_TO.finditer(scene.small, clause.start + 1, clause.end)
            if any(p.start == m.end() for p in scene.places)
            and frequency(scene, clause.start, m.start())
            and len(scene.within(scene.places, clause.start, m.start())) > 1
        ]
        cuts += [at for m in STAND_AT.finditer(scene.small, clause.start, clause.end) for at in m.span()]
        cuts += [
            m.start()
            for m in _BESIDES.finditer(scene.small, clause.start, clause.end)
            if _pairs_apart(scene, clause.start, m) or len(scene.within(scene.places, m.end(), clause.end)) > 1
        ]
        cuts += list(_other_verbs(scene, clause))
        cuts = sorted(set(cuts))
        bounds = [clause.start, *cuts, clause.end]
        out += list(zip(bounds, bounds[1:], strict=False))
    return out


def _is_gap(scene: Scene, clause: Clause, cut: re.Match) -> bool:
    """Whether only one end of a route is told anew: "to Nha Trang four times a week and to Phu Quoc three"."""
    here = scene.within(scene.amounts, cut.end(), clause.end)
    before = scene.within(scene.amounts, clause.start, cut.start())
    return bool(here and before) and any(p.start == cut.end() for p in scene.places)


def _flies_apart(scene: Scene, clause: Clause, cut: int) -> bool:
    """Whether both what stands before the cut and what follows it tell where to and how often."""
    return all(
        scene.within(scene.places, *part) and frequency(scene, *part)
        for part in ((clause.start, cut), (cut, clause.end))
    )


def _other_verbs(scene: Scene, clause: Clause) -> Iterator[int]:
    """Where a second verb tells of something else: "welcomed the 30 flights a week, and agreed to open …"."""
    for earlier, cue in pairwise(clause.cues):
        join = _AND.search(scene.small, earlier.end, cue.start)
        if join and cue.kind != earlier.kind:
            yield join.start()
    first = clause.cues[0] if clause.cues else None
    join = _AND.search(scene.small, clause.start, first.start) if first else None
    if join and scene.within(scene.amounts, clause.start, join.start()):
        yield join.start()


def _pairs_apart(scene: Scene, start: int, cut: re.Match) -> bool:
    """Whether a pair of cities stands before the cut and the next city right after it."""
    return len(scene.within(scene.places, start, cut.start())) > 1 and any(p.start == cut.end() for p in scene.places)


_NEAR = re.compile(r"(?: (?:railway |train |freight )*station)?,? (?:near|outside) ")  # "Yen Vien station near Hanoi"
_ASIDE = re.compile(r"-based\b")


def legs(scene: Scene, start: int, end: int) -> list[list[At]]:
    """The routes between `start` and `end`, each a list of its places.

    "Astana–Hanoi, Almaty–Da Nang" are two; "between Almaty and Phu Quoc" is one.
    """
    places = [p for p in scene.within(scene.places, start, end) if not _ASIDE.match(scene.small, p.end)]
    places = [
        p
        for before, p in zip([None, *places], places, strict=False)
        if not (before and _NEAR.fullmatch(scene.small, before.end, p.start))
    ]
    chains: list[list[At]] = []
    for place in places:
        if chains and _DASH.match(scene.text[chains[-1][-1].end : place.start]):
            chains[-1].append(place)
        else:
            chains.append([place])
    dashed = [chain for chain in chains if len(chain) > 1]
    if dashed:
        return dashed
    return [places] if places else []


def frequency(scene: Scene, start: int, end: int) -> tuple[float, str] | None:
    """How often a week, as far as it is told between `start` and `end`."""
    if risen := risen_to(scene.small[start:end]):
        return risen, "flights/week"
    said = scene.small[start:end]
    times, often = _TIMES.search(said), _OFTEN.search(said)
    if often and times and often.start() < times.start():
        times = None  # "twice a week, and three times a week from December"
    for amount in scene.within(scene.amounts, start, end if times is None else start + times.start()):
        unit = amount.what.unit
        if unit in ("flights/week", "times/week", "trains/week"):
            return amount.what.value, "flights/week" if unit == "times/week" else unit
    bare = _COUNT.match(said.lstrip())
    if bare:
        return _NUMBERS.get(bare[1]) or float(bare[1]), "flights/week"
    if times:
        number = times[1] or times["counted"]
        return _NUMBERS.get(number) or float(number), "flights/week"
    every = _EVERY_WEEK.search(said)
    if every and not often and (number := in_figures(every["number"])):
        return number, "flights/week"
    if often:
        return float(_WORD_NUMBERS[often[1] or often[2]]), "flights/week"
    days = {day.rstrip("s") for day in _WEEKDAY.findall(said)}
    if _DAILY.search(said):
        return 7.0, "flights/week"
    if days and re.search(
        r"\b(?:every|each) (?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tues|wednes|thurs|fri|satur|"
        r"sun)days\b",
        said,
    ):
        return float(len(days)), "flights/week"
    if _WEEKLY.search(said):
        return 1.0, "flights/week"
    return None


def risen_to(said: str) -> float | None:
    """The weekly flights that a count of all of them has come to: "the number of weekly flights reached 21"."""
    match = _NUMBER_OF.search(said)
    if match and match["flights"]:
        return float(match["flights"])
    if not match or not (match["weekly"] or match["weekly_too"] or match["week"]):
        return None
    return float(match["number"])


_TEENS = dict(
    zip(
        ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        range(11, 20),
        strict=True,
    )
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}


def in_figures(word: str) -> float | None:
    """A number in digits or words up to forty-nine."""
    if word.isdigit():
        return float(word)
    tens, _, ones = word.partition("-")
    if tens in _TENS:
        return _TENS[tens] + _NUMBERS.get(ones, 0.0)
    return _NUMBERS.get(word) or _TEENS.get(word)


def countries_of(places: Sequence[At]) -> set[str]:
    return {p.what.country for p in places if p.what.country}


_SHOUTED = re.compile(r"(?!HCMC)[A-ZÀ-Ỹ -]+")  # "HANOI", "HÀ NỘI"


def names(places: Sequence[At]) -> tuple[str, ...]:
    """The places as the text writes them, each once; what a heading shouts is said."""
    seen: dict[str, str] = {}
    for place in places:
        text = place.what.text
        seen.setdefault(place.what.name, text.title() if _SHOUTED.fullmatch(text) else text)
    return tuple(seen.values())
