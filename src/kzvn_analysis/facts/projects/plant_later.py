"""What later sentences tell of a plant or a venture: "The cost is put at $20 million", "It will make 500 t a year"."""

from __future__ import annotations

from dataclasses import replace

from ...reading import gated as re
from .legs import names
from .model import Draft, size_cells
from .plant_cells import zone_at
from .rates import made_by_the_year
from .scene import Scene
from .units import fuller, of_a_plant

_THING = (
    r"(?:farm|plant|factory|mill|project|facility|complex|investment|enterprise|joint venture|venture|hotel|resort|"
    r"office|branch|shop|store|restaurant|school|campus|showroom|tannery|site|terminal|hub|cent(?:re|er)|warehouse|"
    r"refinery|deal|clinic|hospital|greenhouses?|line|production|laboratory|subsidiary|park|zone|workshop|station|"
    r"depot|house|drilling|expansion|assembly|field|block)"
)
_OF_IT = (
    rf"(?:the|this|its|their|that) (?!second |third |fourth |other |next |last )(?:[\w-]+ ){{0,2}}?"
    rf"(?:{_THING}|capacity|costs?|output|area|construction|investments?)\b"
)
_WORK_ON_IT = (
    r"(?:(?:the )?(?:start|launch|completion|commissioning|opening|beginning|end) of (?:the )?"
    r"(?:construction|works?|production|operations?|project)|construction|building work|works?|production|"
    r"mining|extraction|assembly|(?:the )?(?:total |planned )?investments?|the price|drilling|"
    r"the first (?:phase|stage|products?|batch)|we expect the first|commissioning|completion|the launch|the start|"
    r"(?:about |some |up to )?[\d,]+ (?:\w+ )?jobs|"
    r"the (?:main )?(?:investors?|developers?|contractors?|operators?|founders?))\b"
)
_SAME = re.compile(rf"\b{_OF_IT}|\A\W*(?:it|{_WORK_ON_IT})")
# the same, where something else was said in between
_TAKEN_UP = re.compile(
    rf"\A\W*(?:(?:covering|with|located|situated|built|spread|occupying|worth|according to|once) [^,]{{3,60}}, )?"
    rf"(?:{_OF_IT}|{_WORK_ON_IT})"
)
_FIRM_PAYS = re.compile(
    r"\A\W*(?:it|they|the (?:vietnamese |kazakh )?(?:company|firm|group|investor|corporation|side|founders?|partners?))"
    r" (?:[a-z]+ ){0,4}?(?:invest|spend|put|pour|spent|allocate)\w*\b"
)
_ANOTHER = re.compile(r"\b(?:another|a second|a third|also (?:plans?|intends?|wants?|considers?))\b")
_PHASE = re.compile(r"\b(?:second|third|next) (?:phase|stage),? [^.;]*\b(?:launch|open|build|set up|add)\w* ")
_BEGINS = re.compile(r"\b(?:begin|start|commence|kick)\w*\b")
_ENDS = re.compile(r"\b(?:complet|finish|end|conclud|ready|hand(?:ed|ing)? over)\w*\b")
_READY = re.compile(
    r"\b(?:complet(?:ed|ion)|operational|commission(?:ed|ing)|put(?:ting)? into (?:operation|service)|"
    r"(?:come|go)(?:es)? into (?:operation|use|service)|come on stream|finished|launch(?:ed)?|opened|first products?)\b"
)
_TO_COME = re.compile(r"\bexpect\w*|\bschedul\w*|\b(?:due|set|planned) (?:to|for|in)\b|\b(?:will|is to) open\b")
_FIXED = re.compile(
    r"\b(?:scheduled|slated|due|will|is to|are to|begins?|starts?|broke ground|under way|underway)\b"
)
_PAID_OVER = re.compile(r"\binvest\w*\b[^.;,]{0,30}\b(?:for|in|over|during|from) (?:the )?(?:period )?\Z")
_NAMES = re.compile(
    r"\A\W*the (?:main )?(?:investors?|developers?|contractors?|operators?)\b|"
    r"\b(?:together with|jointly with|in partnership with|with the participation of|each (?:holding|owning)|"
    r"will take part|is carried out by|are carried out by|(?:be|being) (?:built|implemented) by|"
    r"(?:kazakh|vietnamese|local|other) partner)\b"
)
_NAMELESS = re.compile(r"(?:[Aa]n? |[Tt]he )?(?:Vietnamese|Kazakh|Kazakhstani) [a-z]+s?\Z")
_STANDS = re.compile(r"\b(?:locat|situat|sit(?:e|ed)|stand|built|plac|occup|erect)\w*\b[^.;]{0,40}?\b(?:in|at|on) ")
_STAFF = ("staff", "engineers", "employees", "programmers", "specialists")
_STAFFED = re.compile(r"\b(?:has|have|employ|employs|hires?|staffed)\b")


def goes_on(last: Draft, scene: Scene, gap: int) -> bool:
    """Whether a sentence speaks of the plant `last`, told right before or `gap` sentences ago."""
    if gap:
        strange = {c.name for c in scene.companies} - set(last.parties)
        return not strange and bool(_TAKEN_UP.match(scene.small)) and not _ANOTHER.search(scene.small)
    return not _PHASE.search(scene.small) and bool(_SAME.search(scene.small) or _pays(last, scene))


def _pays(last: Draft, scene: Scene) -> bool:
    """Whether the firm that undertakes it says what it puts in: "The company will invest $5 million"."""
    return bool(_FIRM_PAYS.match(scene.small)) and last.value is None and not _ANOTHER.search(scene.small)


def told_on(last: Draft, scene: Scene) -> Draft:
    """`last` with its open cells filled from a sentence that goes on about it."""
    value = last.value if last.value is not None else scene.money(0, len(scene.text))
    size = size_cells(fuller(last.unit, _sizes(last, scene)))
    timed = value != last.value or bool(size)
    timed = timed or any(p.search(scene.small) for p in (_BEGINS, _ENDS, _READY, _TO_COME))
    period = last.period or (_span(scene) if timed and last.status != "operating" else _paid_over(scene))
    if last.period and last.status == "planned" and (ready := _ready(scene)):
        period = ready  # when it is ready tells more than when work on it begins
    family = last.family
    if _FIXED.search(scene.small) and period != last.period:
        family = family.removesuffix("-intended")
    return replace(
        last,
        value=value,
        period=period,
        parties=_parties(last, scene),
        places=_places(last, scene),
        family=family,
        **size,
    )


def _sizes(last: Draft, scene: Scene) -> list:
    """The sizes that the sentence tells, and the staff of an office."""
    sizes = [scene.size(a) for a in scene.amounts if of_a_plant(a.what.unit)]
    office = last.title.endswith(("office", "subsidiary", "branch", "centre", "center"))
    if made := made_by_the_year(scene.text) if not any("/" in a.unit for a in sizes) else None:
        return [*sizes, made]
    if not sizes and office and _STAFFED.search(scene.small):
        return [a.what for a in scene.amounts if a.what.unit in _STAFF][:1]
    return sizes


def _parties(last: Draft, scene: Scene) -> tuple[str, ...]:
    """Those who undertake it, with the ones named anew; a name beats "a Vietnamese investor"."""
    named = tuple(dict.fromkeys(c.name for c in scene.companies if not _NAMELESS.match(c.name)))
    if last.parties and all(_NAMELESS.match(p) for p in last.parties):
        return named if len(named) == 1 else last.parties
    if _NAMES.search(scene.small):
        return tuple(dict.fromkeys([*last.parties, *named]))
    return last.parties


def _places(last: Draft, scene: Scene) -> tuple[str, ...]:
    """Where it stands, with what a sentence on its site adds: "will be located in the Turan economic zone"."""
    stands = _STANDS.search(scene.small)
    if not stands:
        return last.places
    near = [p for p in scene.places if stands.end() <= p.start <= stands.end() + 50]
    return tuple(dict.fromkeys([*last.places, *names(near[:2]), *zone_at(scene.text, stands.end() - 4)]))


def _paid_over(scene: Scene) -> str | None:
    """The years that an investment is spread over: "The investment for 2025–2028 will total …"."""
    told = [d.what.edtf for d in scene.dates if _PAID_OVER.search(scene.small, 0, d.start)]
    return told[0] if told and "/" in told[0] else None


def _ready(scene: Scene) -> str | None:
    """The day a plant is to be finished or to begin its work, if one is told after such a word."""
    match = _READY.search(scene.small)
    later = [d for d in scene.dates if match and match.start() <= d.start <= match.end() + 60]
    return later[0].what.edtf if later else None


def _span(scene: Scene) -> str | None:
    """When it is ready, else the time that is told."""
    dates = [d.what.edtf for d in scene.dates]
    if len(dates) == 2 and _BEGINS.search(scene.small) and (ready := _ready(scene)):
        return ready
    return scene.period(0, len(scene.text)) or (dates[0] if dates else None)
