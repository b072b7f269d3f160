"""Who takes part in a work, how far it is, whether it is between the two: for acts and counts of every kind."""

from __future__ import annotations

from ...reading import gated as re
from .scene import BOTH, STATUS_OF, At, Scene
from .units import counts

_INSTITUTION = re.compile(
    r"(?:[A-ZÀ-ÝĐ][\w’'-]+ )+(?:University|Institute|Academy|College|School|Museum|Hospital|Library|Theatre|"
    r"Television|Plant|Cooperative)\b(?: (?:of|for) (?:the )?[A-ZÀ-ÝĐ][\w-]+(?: (?:and )?"
    r"[A-ZÀ-ÝĐ][\w-]+)*)?|(?:University|Institute|Academy) of (?:[A-ZÀ-ÝĐ][\w-]+(?: and)? ?)+"
)
_WHOSE = re.compile(r"\A(?:Kazakhstan|Vi[eệ]t ?[Nn]am)['’]s |\AThe ")
# "Kazakhstan's KamaTyres": a name of no place and nobody
_THEIR_FIRM = re.compile(
    r"\b(?:Kazakhstan|Vi[eệ]t ?[Nn]am)['’]s (?P<name>(?!(?:Ministry|Minister|President|Prime|Foreign|Deputy|"
    r"Vice|First|"
    r"National|State|Supreme|Government|Parliament|Senate|Mazhilis|Embassy|Ambassador|Committee|General|Central|"
    r"Party|"
    r"Communist|Civil|Chamber|Academy|Trade|Department|Council|Independence|Day|Consul|Border|Southern|Northern|"
    r"South|"
    r"North|East|West|Eastern|Western|Mekong|Red|Caspian|New|Olympic|Development|Ho|Nauryz|Tet)\b)"
    r"[A-ZÀ-ÝĐ][\w&’-]+(?: [A-ZÀ-ÝĐ][\w&’-]+){0,2})"
)
_SO_MANY_FIRMS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2}) (?:[\w-]+ ){0,3}"
    r"(?:farms|plants|companies|enterprises|mills|producers|exporters|firms|factories|growers|breweries|wineries|"
    r"elevators)\b",
    re.I,
)
_HAS = re.compile(r"\b(?:has|have|had|owns?|runs?|operates?|with|of) (?:about |some |over |more than )?\Z")
_PRONOUN = re.compile(
    r"\b(?:it|they|we|the (?:company|firm|group|two|sides|parties|airline|university|plant|holding|partners?|"
    r"operator|"
    r"producer|ministry|corporation|bank|contract|memorandum|agreement|deal))\b"
)
_THE_ACTOR = re.compile(
    r"\W*the (?:company|group|firm|holding|airline|carrier|bank|retailer|producer|corporation|operator|"
    r"developer|investor)\b"
)
BACKGROUND = re.compile(
    r"\b(?:quota|world|(?:total|annual|national|whole) output|per capita|reserves of|consum\w+|harvest\w*|"
    r"of the country['’]s|largest|record|"
    r"average|altogether|(?:\d+|more than \w+) (?:foreign )?(?:countries|markets)|ranks?|ranked|foreign trade|"
    r"widely shown|turnover|capacity is to|19[4-8]\ds?|soviet|alumni|graduat\w+|"
    r"stalled|stopped|ceased|no longer|cancel\w*|abandoned|shelved|suspended|halted|dropped|rejected|"
    r"fell through|declined)\b"
)
_STEADY = re.compile(r"\b(?:every|each) (?:day|week|month|year)\b|\bdaily\b|\bregularly\b|\bsince (?:19|20)\d\d\b")
_TALKS = re.compile(r"\bnegotiat\w+|\btalks\b|\bin discussions?\b")
# "35 students are learning Kazakh there"
_ARE_DOING = re.compile(
    r"[^,;.]{0,40}? (?:is|are) (?:now |currently |already |being )*(?!going|planning|preparing)[a-z]+ing\b"
)
_HAS_BEGUN = re.compile(r"\b(?:has|have) (?:now |already |just )?(?:begun|started|launched) [^,;.]*\Z")
_DID = re.compile(
    r"\b(?:was|were|has been|have been|had been) (?:\w+ly )?(?:made|built|sent|sold|bought|put|taken|brought|"
    r"given|shown|"
    r"trained|supplied|shipped|delivered|installed|assembled|produced|repaired|exported|imported|leased|rented|chartered|handed|donated|"
    r"planted|"
    r"translated|published)\b|(?<!be )\b(?:went|sold|bought|sent|took|brought|built|crossed|gave|taught|flew|"
    r"exported|imported|"
    r"trained|supplied|shipped|delivered|installed|assembled|planted|donated|leased|rented|chartered|hosted|received)\b"
)
_KINDS = ("size", "weight", "people", "aid", "thing")
KNOWN = re.compile(r"\b(?:the|these|those|both|our|there are|there were) (?:over |about |more than |some )?\Z")
NO_OBJECT = (
    r"(?:to|from|in|at|on|by|with|under|via|through|between|within|during|until|since|which|that|who|whom|as|"
    r"into|onto|"
    r"worth|using|per|for|is|are|was|were|will|has|have|had|would|could|can|may|or|if|when|where|while|after|before|"
    r"this|next|last|each|every|not|been|be|being|it|them|him|her|us|across|along|over|off|out|up|so|than|but|"
    r"because|"
    r"against|towards?|among|abroad|back|together|jointly|annually|an?|the|of|its|their|his|her|our|your|some|all|"
    r"those|"
    r"these|more|how|what|whether|only|also|then|there|further)\b"
)
OBJECT = re.compile(
    r"(?P<of> of| on| for| in)?(?: (?:the|an?|its|their|his|her|our|some|all|those|these|several|more|further))?"
    r"(?: (?:[a-z]+ )?(?:group|batch|lot|set|series|range|package|consignment|number|total|shipment) of)?"
    r"(?: (?:[\w.,]+ ){1,4}(?:tons|tonnes|kg|kilograms|litres|liters|barrels|pieces|units|pairs|containers) of)?"
    rf"(?P<words>(?: (?!{NO_OBJECT})(?:\d[\d.,]*\d|[^\s,;:.()“”\"]+)){{1,7}})"
)
FIRST_WORDS = re.compile(
    r"\A(?:(?:about|around|some|up|at|to|least|over|nearly|another|further|additional|first|more|less|than|the|an?|"
    r"[\d.,]+|million|thousand|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|tonnes|tons|of) )+"
)


def tied(scene: Scene) -> bool:
    """Whether the sentence is about both: it names both, or goes on about them in an item about nobody else."""
    if scene.countries >= BOTH:
        return True
    if scene.countries - BOTH or scene.reading.relevance != "bilateral":
        return False
    if scene.actors and scene.countries and _THE_ACTOR.match(scene.small):
        return True
    return scene.countries_told >= BOTH and bool(scene.countries or _PRONOUN.search(scene.small))


def is_size(amount: At) -> bool:
    """Whether an amount counts or measures what may make an undertaking."""
    if amount.what.unit.partition("/")[0] in ("items", "km", "pairs", "coaches"):
        return False
    return any(counts(amount.what.unit, kind) for kind in _KINDS)


def parties_of(scene: Scene, end: int) -> tuple[str, ...]:
    """The firms and houses that a clause that ends at `end`, or one before it, names."""
    found = [(c.start, c.name) for c in scene.companies]
    found += [
        (m.start(), _WHOSE.sub("", m.group()).strip())
        for m in _INSTITUTION.finditer(scene.text)
        if not any(c.start < m.end() and m.start() < c.end for c in scene.companies)
    ]
    taken = [(p.start, p.end) for p in [*scene.places, *scene.people]] + [(at, at + len(name)) for at, name in found]
    found += [
        (m.start("name"), m["name"])
        for m in _THEIR_FIRM.finditer(scene.text, 0, end)
        if not any(a < m.end() and m.start("name") < b for a, b in taken)
    ]
    if not found and scene.actors and _THE_ACTOR.match(scene.small):
        return scene.actors[:1]
    if not found:
        found = [
            (m.start(), m.group())
            for m in _SO_MANY_FIRMS.finditer(scene.text, 0, end)
            if not _HAS.search(scene.small, 0, m.start())
        ]
    return tuple(dict.fromkeys(name for at, name in sorted(found) if at < end))


def status_of_work(scene: Scene, start: int, end: int) -> str | None:
    kind = scene.kind_at(start, end)
    clause = scene.clause_at(start)
    if kind in ("talked", None) and _TALKS.search(scene.small, clause.start, clause.end):
        return "proposed"
    steady = kind in ("done", "agreed") and _STEADY.search(scene.small, clause.start, clause.end)
    if steady and (kind == "done" or any(c.start >= start for c in clause.cues)):
        return "operating"
    if kind in (None, "done") and _HAS_BEGUN.search(scene.small, max(clause.start, start - 40), start):
        return "operating"
    if kind in (None, "done") and _ARE_DOING.match(scene.small, end):
        return "operating"
    if kind is None and _DID.search(scene.small, clause.start, clause.end):
        return "done"
    return STATUS_OF.get(kind)
