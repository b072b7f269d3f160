"""What somebody does between the two countries, whatever it is: "will train 12 geologists", "repair of platforms".

Two ways of telling that need no list of things: an act with its object and a named firm or house ("is negotiating
with … on the repair of platforms"), and so many of something, by whatever verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...reading import gated as re
from ...reading import lexicon
from ..sectors.words import main_sector
from ..termlist import TermList
from .counted import find_counted
from .legs import names
from .model import Draft, size_cells
from .plant_cells import places_of
from .scene import BOTH, Scene
from .work_cells import BACKGROUND, FIRST_WORDS, KNOWN, NO_OBJECT, OBJECT, is_size, parties_of, status_of_work, tied

_NOUN = re.compile(r"(?:ion|ery|bly|ment|age|ance|ship|sales?|study)\Z")
_BOTH = {"supply", "supplies", "repair", "repairs", "lease", "purchase", "exchange"}  # verb or noun
_BEFORE = re.compile(rf"(?:\A|[\s(“\"])(?P<words>(?:(?!{NO_OBJECT}|and\b)[a-z][\w-]+ ){{1,3}})\Z")
_PASSIVE = re.compile(
    rf"(?:\A|[\s(“\"])(?P<words>(?:(?!{NO_OBJECT})[\w’-]+ ){{1,5}})"
    r"(?:(?:will|would|shall|should|to|is|are|was|were|has|have|had|also|now|already|can|could|may) )*"
    r"(?:be|been|being|is|are|was|were) (?:also |now |already )?\Z"
)
# "plans to ship", "will jointly train", not "the train", "a ship"
_MAY_ACT = re.compile(
    r"\b(?:to|will|would|shall|should|can|could|may|might|must|not|and|or|they|we|it|which|that|who|also|soon|now|"
    r"jointly|already|"
    r"countries|sides|companies|firms|parties)"
    r" (?:[a-z]+ly |(?:from|in|on|by|as of|starting) (?:[\w]+ ){1,3})?\Z"
)
_STUDY = re.compile(r"\b(?:University|Institute|Academy|College|School)\b")
_TRANSFERS = ("supply of", "shipment of", "export of", "sale of", "purchase of")
_SEVERAL = re.compile(r"(?i)(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|several|both|\d+) ")
# "a credit line for firms purchasing machinery": which firms
_WHO_DO = re.compile(r"\b(?:companies|firms|enterprises|importers|exporters|businesses|farmers|producers|investors) \Z")
_TAUGHT = {"training", "internship", "elective course", "language course", "training course", "preparatory course"}
_WEAK = ("development of", "exchange of", "study of", "processing of")  # not without a size


def find_works(scene: Scene) -> Iterator[Draft]:
    """Yield what a named firm or house of one country does for, with or in the other, or so many things of."""
    if not tied(scene):
        return
    for start, end, (name, sector, base) in _acts().find(scene.small):
        if base and not _MAY_ACT.search(scene.small, 0, start):
            continue
        draft = _work(scene, start, end, name, sector)
        if draft:
            yield draft
            return
    yield from find_counted(scene)


def _work(scene: Scene, start: int, end: int, name: str, sector: str) -> Draft | None:
    clause = scene.clause_at(start)
    thing = (
        _PASSIVE.search(scene.text, max(clause.start, start - 80), start)
        or _after(scene, start, end, clause.end)
        or _BEFORE.search(scene.text, max(clause.start, start - 50), start)
    )
    if not thing or BACKGROUND.search(scene.small, clause.start, clause.end):
        return None
    first, last = thing.span("words")
    words = FIRST_WORDS.sub("", scene.text[first:last].strip()).removesuffix(" and").strip()
    if not words or words.split()[-1].lower() in _vague() or not words[-1].isalpha():
        return None
    course = name == "course in"
    if not course and all(w[0].isupper() for w in words.split()):  # "the assembly of the Inter-Parliamentary Union"
        return None
    amount = next((a for a in scene.within(scene.amounts, min(first, end), last + 25) if is_size(a)), None)
    parties = parties_of(scene, clause.end)
    places = places_of(scene, clause.start, clause.end, start)
    theirs = [c.sector for c in scene.companies if c.sector and c.sector not in ("trade", "finance", "investment")]
    own = sector if sector not in ("trade", "industry") else None  # these say little
    told = main_sector(words) or own or (theirs[0] if theirs else sector)
    status = status_of_work(scene, start, end)
    if status is None and amount and len(parties) > 1 and scene.kind_at(start, end) == "talked":
        status = "proposed"  # "discussed with … the supply of 20,000 tonnes"
    if amount and KNOWN.search(scene.small, 0, amount.start):
        return None
    if status is None or not told or name in _WEAK and not amount:
        return None
    if status == "proposed" and not amount and len(parties) < 2 and not _SEVERAL.match(parties[0] if parties else ""):
        return None  # "firms are keen on exporting coffee": a wish of nobody in particular
    if scene.small.endswith("ing", start, end) and _WHO_DO.search(scene.small, 0, start):
        return None
    schools = not course and all(_STUDY.search(p) for p in parties)
    goes_over = name in _TRANSFERS and status != "proposed" and scene.countries >= BOTH and bool(main_sector(words))
    enough = parties and (amount or course or not schools and (len(parties) > 1 or places or goes_over))
    if not (enough or amount and places):
        return None
    return Draft(
        family="work",
        at=start,
        title=f"{name} {words}",
        sector="education" if course else told,
        status="operating" if course and status == "done" else status,
        places=names(places),
        parties=parties,
        value=scene.money(clause.start, clause.end),
        **size_cells(scene.size(amount) if amount else None),
        period=scene.period(clause.start, clause.end, start),
        note=words.split()[-1].lower(),
    )


def _after(scene: Scene, start: int, end: int, last: int) -> re.Match | None:
    """The object that follows a verb, or a noun with "of"; "construction company" has none."""
    thing = OBJECT.match(scene.text, end, last)
    form = scene.small[start:end]
    verb = not _NOUN.search(form) and (form not in _BOTH or _MAY_ACT.search(scene.small, 0, start))
    inside = thing and thing["of"] == " in" and form not in _TAUGHT
    return thing if thing and not inside and (verb or thing["of"]) else None


def acts_in(small: str) -> list[tuple[int, int, tuple[str, str, bool]]]:
    """The acts that a text in lower case names, in order, but for forms that look like something else."""
    return [found for found in _acts().find(small) if not found[2][2]]


@cache
def _acts() -> TermList[tuple[str, str, bool]]:
    rows = lexicon.rows("project_acts.tsv", "kzvn_analysis.facts")
    return TermList(
        (form.strip(), (name, sector, column == 0))
        for name, sector, *columns in rows
        for column, forms in enumerate(columns)
        for form in forms.split("|")
        if form.strip()
    )


@cache
def _vague() -> frozenset[str]:
    return frozenset(lexicon.words("project_vague_objects.txt", "kzvn_analysis.facts"))
