"""Who acts: find the person a wording is about, looking leftwards from it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ...reading import PersonMention
from ...reading import gated as re
from ...reading.lexicon import rows
from .referents import antecedent, is_governed, speaker
from .scene import Scene
from .wording import LISTS, kinds

_NOT_OFFICIAL = frozenset(
    {"ambassador", "deputy-ambassador", "expert", "academic", "spokesman", "spouse", "business"}
)


def is_official(person: PersonMention) -> bool:
    """Whether a journey of the person counts: no resident ambassador, scholar, artist or journalist."""
    return person.rank is not None and person.rank < 7 and person.office not in _NOT_OFFICIAL


def subject(
    scene: Scene, position: int, host: str | None = None, *, strict: bool = False, his: bool = False
) -> PersonMention | None:
    """Who does what stands at `position`, or ``None`` where the sentence does not tell.

    Parameters
    ----------
    scene
    position
        In the masked text.
    host
        Where to; nobody travels to the own country.
    strict
        Whether another subject in the verb's own clause rules everybody else out: who opens a route does
        not fly it.
    his
        Whether "his" or "her" stands there, so that nobody but a person can be meant.
    """
    text, patterns = scene.text, _patterns()
    if _I.search(text[:position]):
        return speaker(scene)
    ahead = _ahead(scene, position, host)
    if ahead:
        return ahead
    for place in reversed([p for p in scene.people if p < position]):
        person = scene.at[place]
        if person.office in ("spouse", "spokesman"):
            continue
        between = _WITH_HIM.sub("", _AND_SO_MANY.sub("", _COMPANY.sub("", text[place + 1 : position])))
        governed = is_governed(scene, place)
        if _PRONOUN.search(between) and (governed or person.country in (None, host)):
            if place > scene.people[0]:
                continue  # "X told Y that he will come": X
            return antecedent(scene, host)
        if (
            not his
            and patterns.group.search(patterns.with_group.sub(" ", between))
            and not _LEADS.match(between)
        ):
            return None
        if governed and (not _RELATIVE.match(between) or _is_at_home(scene, place)):
            continue
        if not his and (patterns.asked.search(between) or patterns.said.search(between)):
            return None
        if strict and _has_own_subject(scene, place, position):
            return None
        if host and person.country == host:
            if _FINITE.search(between):
                return None
            continue
        return _head_of_pair(scene, place, host)
    pronouns = list(_PRONOUN.finditer(text, 0, position))
    if pronouns:
        between = text[pronouns[-1].end() : position]
        if not his and (patterns.asked.search(between) or _OTHERS_DO.search(between)):
            return None  # "he proposed that the two sides open …"
        return antecedent(scene, host)
    return None


def _is_at_home(scene: Scene, place: int) -> bool:
    """Whether the person at `place` was met at home: "met in L with his P, as part of his visit"."""
    country = scene.country(place)
    towns = [scene.country(match.start(1)) for match in _MET_IN.finditer(scene.text, 0, place)]
    return country is not None and country in towns


_MET_IN = re.compile(r"\bin (?:the )?(L)(?='|,| on| with| D)")


def possessor(scene: Scene, position: int, host: str | None = None) -> PersonMention | None:
    """Whose the noun at `position` is: "P's", "his", "the latter's"; ``None`` where nobody is named."""
    before = scene.text[:position]
    owner = re.search(r"P(?:'s|')(?: own)? $", before)
    if owner:
        return scene.at[owner.start()]
    latter = re.search(r"\bthe (latter|former)'s $", before)
    if latter:
        people = [scene.at[p] for p in scene.people if p < position]
        return (people[-1] if latter[1] == "latter" else people[-2]) if len(people) > 1 else None
    if re.search(r"\b(?:his|her|their)(?: own)? $", before) and not THEIRS.search(before):
        return subject(scene, position, host, his=True) or antecedent(scene, host)
    whose = re.search(r"(P)(?: of (?:the )?L)?, whose $", before)
    if whose:
        return scene.at[whose.start()]
    if re.search(r"\bmy(?: own)? $", before):
        return speaker(scene)
    return None


THEIRS = re.compile(r"^(?:[^P]* )?they [^P]*\btheir(?: own)? $")  # a group's: "they will wind up their stay"


def _ahead(scene: Scene, position: int, host: str | None) -> PersonMention | None:
    """ "During his visit to L, P said": who acts stands after it."""
    if not _OPENING.match(scene.text) or any(p < position for p in scene.people):
        return None
    place = next((p for p in scene.people if p > position), None)
    if place is None or scene.country(place) == host:
        return None
    before = scene.text[:place]
    if scene.at[place].office == "business":
        before = _HOUSE.sub(", ", before)  # "during his trip to L, PetroVietnam Chairman X"
    if not _AFTER_COMMA.search(before):
        return None
    return scene.at[place]


def _has_own_subject(scene: Scene, place: int, position: int) -> bool:
    """Whether the clause of the verb at `position` begins with something else that can be its subject."""
    low = scene.clause_span(position)[0]
    if low <= place:
        return False
    # a comma that closes an aside leads back to the main clause
    words = scene.text[low:position].removeprefix(",").rpartition(",")[2]
    found = re.sub(r"[^\w' -]", " ", words).split()
    if found and found[0] in ("who", "which", "he", "she"):
        return False
    patterns = _patterns()
    first = next((w for w in found if w not in patterns.openers and not w.endswith("ly")), None)
    return first is not None and first not in patterns.verbs and not first.endswith(("ed", "ing"))


def _head_of_pair(scene: Scene, place: int, host: str | None) -> PersonMention:
    """Of "X and Y travelled", the higher in rank, if both can be the traveller."""
    person = scene.at[place]
    copula = _COPULA.search(scene.text[:place]) if person.name is None else None
    if copula:  # "X was the first President to visit"
        named = scene.at[copula.start()]
        return named if named.rank else replace(named, rank=person.rank, office=person.office)
    pair = re.search(r"P(?:,| and| and his| and her|, accompanied by|, together with) $", scene.text[:place])
    if pair:
        other = scene.at[pair.start()]
        same_side = other.country == person.country or person.country is None
        if same_side and other.country != host and (other.rank or 9) <= (person.rank or 9):
            return other
    return person


_COPULA = re.compile(r"P (?:was|is|became|becomes|will be) (?:also )?the (?:[\w-]+ ){0,3}$")
_I = re.compile(r"(?<![\w'])i (?:(?:have|had|also|first|will|myself|shall|plan to|intend to|am to|am going to) )*$")
_PRONOUN = re.compile(
    r"(?<![\w'])(?:he|she|the (?:A )?(?:guest|visitor|diplomat)|(?:his|her) (?:plane|aircraft|jet"
    r"|delegation))\b(?! (?:said|says|noted|added|stressed|told"
    r"|recalled|stated)\b)"
)
_OTHERS_DO = re.compile(r"\b(?:that|whether|for) (?!(?:he|she|his|her|D)\b)\w|\b(?:suggest|propos|recommend)ing? ")
_COMPANY = re.compile(  # "P, his spouse and a high-ranking delegation of L, who are paying"
    r"^(?:(?:,|,? and|, along with|, together with|, accompanied by) (?:(?:his|her|a|an|the) )?[^,;P]{0,60}?"
    r"(?:spouse|wife|husband|entourage|delegation)(?: (?:of|from) (?:the )?(?:L|A(?: [a-z]+){1,3}))?)+"
    r"(?=,| (?:who|will|have|had|are|were|is|was|has) )"
)
_AND_SO_MANY = re.compile(  # "P and 60 artists arrived"
    r"^,? (?:and|with|together with|accompanied by) (?:(?:about|around|some|over|more than) )?(?:\d+|dozens of"
    r"|several|a group of)"
    r" [^,;.P]{2,60}? (?=(?:arrived|came|flew|landed|visited|travelled|left|will|are|have|paid)\b)"
)
# "P's plane landed", "P and his entourage came"
_WITH_HIM = re.compile(
    r"^'s? (?:(?:special|presidential|official|own|private) )?(?:plane|aircraft|jet|airliner|delegation|party"
    r"|team)\b(?! of\b)"
)
_LEADS = re.compile(r"(?:'s)?,? (?:who )?(?:(?:is|was) )?(?:led|leads|leading|headed|heads|heading|took|brought)\b")
_RELATIVE = re.compile(
    r"(?: of (?:the )?L)?(?:,|\))?(?: on D)? ?(?:who\b|whose\b|currently\b|now (?:on|in)\b|on (?:a|an|his|her)\b|"
    r"visiting\b|during (?:his|her|a|an)\b|"
    r"(?:in the course|on the occasion|within the framework|in the framework) of (?:his|her)\b|as part of (?:his|her"
    r"|a|an)\b|arriving|being in|making|paying)"
)
_FINITE = re.compile(
    r"\b(?:said|was|were|is|are|has|had|met|received|hosted|will|held|visited|paid|made|arrived)\b"
)
_OPENING = re.compile(
    r"\W*(?:(?:(?:earlier|later|previously|meanwhile|recently|also|shortly before)(?: D)?|D),? )?"
    r"(?:during|fresh from|back from|straight from|having|just back from|from|ahead of|prior to|on|as part of"
    r"|within|in the framework of"
    r"|in the course of|following|"
    r"after|before|while|concluding|ending|"
    r"continuing|at|speaking|addressing|talking)\b"
)
_HOUSE = re.compile(r", (?:the )?(?!(?:with|by|of|from|to|and|for)\b)[\w&-]+ $")
_AFTER_COMMA = re.compile(
    r",(?: D,?| [a-z]+ly,?)?(?: (?:a|the) (?:A )?delegation[^,;P]{0,80} (?:led|headed) by (?:the |its )?)? ?$"
)
class _Patterns(NamedTuple):
    said: re.Pattern
    group: re.Pattern
    with_group: re.Pattern
    asked: re.Pattern
    verbs: frozenset[str]
    openers: frozenset[str]


@cache
def _patterns() -> _Patterns:
    found = kinds("visit_actors.tsv")
    by_kind: dict[str, set[str]] = {}
    for word, kind in rows("visit_actors.tsv", LISTS):
        by_kind.setdefault(kind, set()).add(word)
    return _Patterns(
        # "said that wheat had arrived", but "said he had arrived", "said during his visit"
        said=re.compile(
            rf"\b{found['said']}\b(?![^;]*\b(?:he|she)\b)(?: that | (?!(?:that|during|on|in|at|"
            rf"after|while|following|as|before|D|"
            r"his|her|to|of|P|when|upon|here|earlier|later|today)\b)\w)"
        ),
        group=re.compile(rf"\b{found['group']}\b"),
        with_group=re.compile(
            r"\b(?:along with|together with|accompanied by|with|and|including|of|heading|leading|"
            r"led|heads|headed) "
            r"[^,;]{0,50}?(?:delegation|mission|group|team|entourage)\b"
        ),
        # "called on people to visit", "instructed the airline to fly"
        asked=re.compile(rf"\b{found['people']} to $|\b{found['asked']}\w* [^,;]{{2,60}} to $"),
        verbs=frozenset(by_kind["verb"]),
        openers=frozenset(by_kind["opener"]),
    )
