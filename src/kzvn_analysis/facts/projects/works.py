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
from .legs import names
from .model import Draft, size_cells
from .plant_cells import places_of
from .scene import BOTH, STATUS_OF, At, Scene
from .units import counts, sector_of

_KINDS = ("size", "weight", "people", "aid", "thing")
_NO_OBJECT = (
    r"(?:to|from|in|at|on|by|with|under|via|through|between|within|during|until|since|which|that|who|whom|as|"
    r"into|onto|"
    r"worth|using|per|for|is|are|was|were|will|has|have|had|would|could|can|may|or|if|when|where|while|after|before|"
    r"this|next|last|each|every|not|been|be|being|it|them|him|her|us|across|along|over|off|out|up|so|than|but|"
    r"because|"
    r"against|towards?|among|abroad|back|together|jointly|annually|an?|the|of|its|their|his|her|our|your|some|all|"
    r"those|"
    r"these|more|how|what|whether|only|also|then|there|further)\b"
)
_OBJECT = re.compile(
    r"(?P<of> of| on| for)?(?: (?:the|an?|its|their|his|her|our|some|all|those|these|several|more|further))?"
    r"(?: (?:[a-z]+ )?(?:group|batch|lot|set|series|range|package|consignment|number|total|shipment) of)?"
    r"(?: (?:[\w.,]+ ){1,4}(?:tons|tonnes|kg|kilograms|litres|liters|barrels|pieces|units|pairs|containers) of)?"
    rf"(?P<words>(?: (?!{_NO_OBJECT})(?:\d[\d.,]*\d|[^\s,;:.()“”\"]+)){{1,7}})"
)
_NOUN = re.compile(r"(?:ion|ery|bly|ment|age|ance|ship|sales?|study)\Z")
_BOTH = {"supply", "supplies", "repair", "repairs", "lease", "purchase", "exchange"}  # verb or noun
_BEFORE = re.compile(rf"(?:\A|[\s(“\"])(?P<words>(?:(?!{_NO_OBJECT}|and\b)[a-z][\w-]+ ){{1,3}})\Z")
_PASSIVE = re.compile(
    rf"(?:\A|[\s(“\"])(?P<words>(?:(?!{_NO_OBJECT})[\w’-]+ ){{1,5}})"
    r"(?:(?:will|would|shall|should|to|is|are|was|were|has|have|had|also|now|already|can|could|may) )*"
    r"(?:be|been|being|is|are|was|were) (?:also |now |already )?\Z"
)
_FIRST_WORDS = re.compile(
    r"\A(?:(?:about|around|some|up|at|to|least|over|nearly|another|further|additional|first|more|less|than|the|an?|"
    r"[\d.,]+|million|thousand|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|tonnes|tons|of) )+"
)
# "plans to ship", "will jointly train", not "the train", "a ship"
_MAY_ACT = re.compile(
    r"\b(?:to|will|would|shall|should|can|could|may|might|must|not|and|or|they|we|it|which|that|who|also|soon|now|"
    r"jointly|already|"
    r"countries|sides|companies|firms|parties)"
    r" (?:[a-z]+ly |(?:from|in|on|by|as of|starting) (?:[\w]+ ){1,3})?\Z"
)
_INSTITUTION = re.compile(
    r"(?:[A-ZÀ-ÝĐ][\w’'-]+ )+(?:University|Institute|Academy|College|School|Museum|Hospital|Library|Theatre|"
    r"Television|Plant|Cooperative)\b(?: (?:of|for) (?:the )?[A-ZÀ-ÝĐ][\w-]+(?: (?:and )?"
    r"[A-ZÀ-ÝĐ][\w-]+)*)?|(?:University|Institute|Academy) of (?:[A-ZÀ-ÝĐ][\w-]+(?: and)? ?)+"
)
_SO_MANY_FIRMS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2}) (?:[\w-]+ ){0,3}"
    r"(?:farms|plants|companies|enterprises|mills|producers|exporters|firms|factories|growers|breweries|wineries|"
    r"elevators)\b",
    re.I,
)
_STUDY = re.compile(r"\b(?:University|Institute|Academy|College|School)\b")
_PRONOUN = re.compile(
    r"\b(?:it|they|we|the (?:company|firm|group|two|sides|parties|airline|university|plant|holding|partners?|"
    r"operator|"
    r"producer|ministry|corporation|bank|contract|memorandum|agreement|deal))\b"
)
_THE_ACTOR = re.compile(
    r"\W*the (?:company|group|firm|holding|airline|carrier|bank|retailer|producer|corporation|operator|"
    r"developer|investor)\b"
)
_NOT = re.compile(
    r"\b(?:quota|world|output of|per capita|reserves of|consum\w+|harvest\w*|of the country['’]s|largest|record|"
    r"average|altogether|(?:\d+|more than \w+) (?:foreign )?(?:countries|markets)|ranks?|ranked|foreign trade|"
    r"widely shown|turnover|capacity is to|19[4-8]\ds?|soviet|alumni|graduat\w+|"
    r"stalled|cancel\w*|abandoned|shelved|suspended|halted|dropped|rejected|fell through|declined)\b"
)
_OWNS = re.compile(r"\b(?:has|have|had|with|covers?|total|of|counts?) (?:[\w-]+ ){0,3}\Z")
_STEADY = re.compile(r"\b(?:every|each) (?:day|week|month|year)\b|\bdaily\b|\bregularly\b|\bsince (?:19|20)\d\d\b")
_TALKS = re.compile(r"\bnegotiat\w+|\btalks\b|\bin discussions?\b")
_TRANSFERS = ("supply of", "shipment of", "export of", "sale of", "purchase of")
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
    yield from _counted(scene)


def tied(scene: Scene) -> bool:
    """Whether the sentence is about both: it names both, or goes on about them in an item about nobody else."""
    if scene.countries >= BOTH:
        return True
    if scene.countries - BOTH or scene.reading.relevance != "bilateral":
        return False
    if scene.actors and scene.countries and _THE_ACTOR.match(scene.small):
        return True
    return scene.countries_told >= BOTH and bool(scene.countries or _PRONOUN.search(scene.small))


def _work(scene: Scene, start: int, end: int, name: str, sector: str) -> Draft | None:
    clause = scene.clause_at(start)
    thing = (
        _PASSIVE.search(scene.text, max(clause.start, start - 80), start)
        or _after(scene, start, end, clause.end)
        or _BEFORE.search(scene.text, max(clause.start, start - 50), start)
    )
    if not thing or _NOT.search(scene.small, clause.start, clause.end):
        return None
    first, last = thing.span("words")
    words = _FIRST_WORDS.sub("", scene.text[first:last].strip()).removesuffix(" and").strip()
    if not words or words.split()[-1].lower() in _vague() or not words[-1].isalpha():
        return None
    if all(w[0].isupper() for w in words.split()):  # "the assembly of the Inter-Parliamentary Union"
        return None
    amount = next((a for a in scene.within(scene.amounts, min(first, end), last + 25) if is_size(a)), None)
    parties = _parties(scene, clause.end)
    places = places_of(scene, clause.start, clause.end, start)
    theirs = [c.sector for c in scene.companies if c.sector and c.sector not in ("trade", "finance", "investment")]
    own = sector if sector not in ("trade", "industry") else None  # these say little
    told = main_sector(words) or own or (theirs[0] if theirs else sector)
    status = _status(scene, start, end)
    if amount and _KNOWN.search(scene.small, 0, amount.start):
        return None
    if status is None or not told or name in _WEAK and not amount:
        return None
    schools = all(_STUDY.search(p) for p in parties)
    goes_over = name in _TRANSFERS and status != "proposed" and scene.countries >= BOTH and bool(main_sector(words))
    enough = parties and (amount or not schools and (len(parties) > 1 or places or goes_over))
    if not (enough or amount and places):
        return None
    return Draft(
        family="work",
        at=start,
        title=f"{name} {words}",
        sector=told,
        status=status,
        places=names(places),
        parties=parties,
        value=scene.money(clause.start, clause.end),
        **size_cells(scene.size(amount) if amount else None),
        period=scene.period(clause.start, clause.end, start),
        note=words.split()[-1].lower(),
    )


def _after(scene: Scene, start: int, end: int, last: int) -> re.Match | None:
    """The object that follows a verb, or a noun with "of"; "construction company" has none."""
    thing = _OBJECT.match(scene.text, end, last)
    form = scene.small[start:end]
    verb = not _NOUN.search(form) and (form not in _BOTH or _MAY_ACT.search(scene.small, 0, start))
    return thing if thing and (verb or thing["of"]) else None


def _counted(scene: Scene) -> Iterator[Draft]:
    """So many of something, by whatever verb: "12 geologists will undergo an internship at the mines of …"."""
    for amount in scene.amounts:
        if not is_size(amount):
            continue
        clause = scene.clause_at(amount.start)
        if _NOT.search(scene.small, clause.start, clause.end):
            continue
        if amount.what.unit in ("ha", "m²", "km²") and _OWNS.search(scene.small, clause.start, amount.start):
            continue
        if amount.what.unit in ("containers", "wagons", "TEU") and "train" in scene.small:
            continue  # its load
        if amount.what.unit == "workers" and _OWNS.search(scene.small, clause.start, amount.start):
            continue
        if _KNOWN.search(scene.small, 0, amount.start) or _STUDENTS.search(scene.small, clause.start, clause.end):
            continue
        parties = _parties(scene, clause.end)
        places = places_of(scene, clause.start, clause.end, amount.start)
        status = _status(scene, amount.start, amount.start + 1)
        shared = scene.countries >= BOTH and not counts(amount.what.unit, "weight")
        if status is None or not (parties or places or shared):
            continue
        words = _FIRST_WORDS.sub("", scene.text[amount.start : amount.end])
        if re.match(r"[\w.,]+-", words):  # "a 240-room hotel"
            following = _OBJECT.match(scene.text, amount.end)
            words = following["words"].strip() if following else ""
        else:
            words += _OF_WHAT.match(scene.text, amount.end).group().rstrip()
        if not words or words.startswith(("per ", "a ")):
            continue
        said = scene.text[clause.start : clause.end]
        yield Draft(
            family="count",
            at=amount.start,
            title=words,
            sector=main_sector(words) or _sector_of(amount) or main_sector(said, "industry"),
            status=status,
            places=names(places),
            parties=parties,
            value=scene.money(clause.start, clause.end),
            **size_cells(scene.size(amount)),
            period=scene.period(clause.start, clause.end, amount.start),
            note=amount.what.unit,
        )


_KNOWN = re.compile(r"\b(?:the|these|those|both|our|there are|there were) (?:over |about |more than |some )?\Z")
_STUDENTS = re.compile(
    r"\b(?:students?|people|citizens)\b[^.;]{0,30}\b(?:pursu\w+|taking courses|enrolled|stud(?:y|ying|ied))\b"
)
_OF_WHAT = re.compile(rf"(?: (?:of|for)(?: (?!{_NO_OBJECT})[\w’-]+){{1,3}})?")


def is_size(amount: At) -> bool:
    """Whether an amount counts or measures what may make an undertaking."""
    if amount.what.unit.partition("/")[0] in ("items", "km", "pairs"):
        return False
    return any(counts(amount.what.unit, kind) for kind in _KINDS)


def _sector_of(amount: At) -> str | None:
    return sector_of(amount.what.unit, "people") or sector_of(amount.what.unit, "thing")


def _parties(scene: Scene, end: int) -> tuple[str, ...]:
    """The firms and houses that a clause that ends at `end`, or one before it, names."""
    found = [(c.start, c.name) for c in scene.companies]
    found += [
        (m.start(), m.group().strip())
        for m in _INSTITUTION.finditer(scene.text)
        if not any(c.start < m.end() and m.start() < c.end for c in scene.companies)
    ]
    if not found and scene.actors and _THE_ACTOR.match(scene.small):
        return scene.actors[:1]
    if not found:
        found = [(m.start(), m.group()) for m in _SO_MANY_FIRMS.finditer(scene.text, 0, end)]
    return tuple(dict.fromkeys(name for at, name in sorted(found) if at < end))


def _status(scene: Scene, start: int, end: int) -> str | None:
    kind = scene.kind_at(start, end)
    clause = scene.clause_at(start)
    if kind in ("talked", None) and _TALKS.search(scene.small, clause.start, clause.end):
        return "proposed"
    steady = kind in ("done", "agreed") and _STEADY.search(scene.small, clause.start, clause.end)
    if steady and (kind == "done" or any(c.start >= start for c in clause.cues)):
        return "operating"
    if kind in (None, "done") and _ARE_DOING.match(scene.small, end):
        return "operating"
    if kind is None and _DID.search(scene.small, clause.start, clause.end):
        return "done"
    return STATUS_OF.get(kind)


# "35 students are learning Kazakh there"
_ARE_DOING = re.compile(
    r"[^,;.]{0,40}? (?:is|are) (?:now |currently |already |being )*(?!going|planning|preparing)[a-z]+ing\b"
)
_DID = re.compile(
    r"\b(?:was|were|has been|have been|had been) (?:\w+ly )?(?:made|built|sent|sold|bought|put|taken|brought|"
    r"given|shown|"
    r"trained|supplied|shipped|delivered|installed|assembled|produced|repaired|exported|imported|handed|donated|"
    r"planted|"
    r"translated|published)\b|(?<!be )\b(?:went|sold|bought|sent|took|brought|built|crossed|gave|taught|flew|"
    r"exported|imported|"
    r"trained|supplied|shipped|delivered|installed|assembled|planted|donated|hosted|received)\b"
)


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
