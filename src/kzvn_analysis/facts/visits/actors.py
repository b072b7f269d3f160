"""Who acts: find the person a wording is about, looking leftwards from it."""

from __future__ import annotations

import re

from ...reading import PersonMention
from .scene import Scene

_NOT_OFFICIAL = frozenset({"ambassador", "deputy-ambassador", "expert", "academic", "spokesman", "spouse", "business"})


def is_official(person: PersonMention) -> bool:
    """Whether a journey of the person counts: no resident ambassador, scholar, artist or journalist."""
    return person.rank is not None and person.rank < 7 and person.office not in _NOT_OFFICIAL


def subject(scene: Scene, position: int, host: str | None = None, strict: bool = False) -> PersonMention | None:
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
    """
    text = scene.text
    if re.search(r"(?<![\w'])i (?:(?:have|had|also|first|will|myself) )*$", text[:position]):
        return speaker(scene)
    if _OPENING.match(text) and not any(p < position for p in scene.people):
        ahead = next((p for p in scene.people if p > position), None)
        # "During his visit to L, P said": who acts stands after it
        if ahead is not None and scene.at[ahead].country != host and re.search(r",(?: D,?| [a-z]+ly,?)? $", text[:ahead]):
            return scene.at[ahead]
    for place in reversed([p for p in scene.people if p < position]):
        person = scene.at[place]
        if person.office in ("spouse", "spokesman"):
            continue
        between = text[place + 1 : position]
        pronoun = _PRONOUN.search(between)
        if pronoun and (is_governed(scene, place) or person.country in (None, host)):
            if place > scene.people[0]:
                continue  # "X told Y that he will come": X
            return antecedent(scene, host)
        if _GROUP.search(_WITH_GROUP.sub(" ", between)) and not re.match(r"(?:'s)?,? (?:led|headed|took)\b", between):
            return None
        if is_governed(scene, place) and not _RELATIVE.match(between):
            continue
        if _ASKED.search(between) or _SAID_OF_OTHERS.search(between):
            return None
        if strict and _has_own_subject(scene, place, position):
            return None
        if host and person.country == host:
            if _FINITE.search(between):
                return None
            continue
        return _head_of_pair(scene, place, host)
    if _PRONOUN.search(text, 0, position):
        return antecedent(scene, host)
    return None


def is_governed(scene: Scene, place: int) -> bool:
    """Whether the person at `place` hangs on a preposition or is whom somebody receives, invites or tells."""
    text = scene.text
    while True:
        pair = re.search(r"P(?: of L)? and (?:the |his |her )?$", text[max(0, place - 30) : place])
        if not pair:
            return bool(_GOVERNED.search(text, max(0, place - 40), place))
        place = max(0, place - 30) + pair.start()


def _has_own_subject(scene: Scene, place: int, position: int) -> bool:
    """Whether the clause of the verb at `position` begins with something else that can be its subject."""
    low = scene.clause_span(position)[0]
    if low <= place:
        return False
    words = re.sub(r"[^\w' ]", " ", scene.text[low:position]).split()
    return any(word not in _NO_SUBJECT and not word.endswith("ly") for word in words)


def possessor(scene: Scene, position: int, host: str | None = None) -> PersonMention | None:
    """Whose the noun at `position` is: "P's", "his", "the latter's"; ``None`` where nobody is named."""
    text = scene.text
    owner = re.search(r"P(?:'s|')(?: own)? $", text[:position])
    if owner:
        return scene.at[owner.start()]
    latter = re.search(r"\bthe (latter|former)'s $", text[:position])
    if latter:
        people = [scene.at[p] for p in scene.people if p < position]
        return (people[-1] if latter[1] == "latter" else people[-2]) if len(people) > 1 else None
    if re.search(r"\b(?:his|her)(?: own)? $", text[:position]):
        return subject(scene, position, host) or antecedent(scene, host)
    if re.search(r", whose $", text[:position]) and text[position - 9 : position - 8] == "P":
        return scene.at[position - 9]
    if re.search(r"\bmy(?: own)? $", text[:position]):
        return speaker(scene)
    return None


def speaker(scene: Scene) -> PersonMention | None:
    """Who says what stands between quotation marks: whom the rest of the paragraph names as saying it."""
    paragraph = _paragraph(scene)
    later = [s for s in paragraph if s.index >= scene.index]
    for other in later:
        said = re.search(rf"(?:{_SAY})(?: the)? P|P (?:{_SAY})\b", other.text)
        if said:
            return other.at[next(i for i in range(said.start(), said.end()) if other.text[i] == "P")]
    for other in reversed([s for s in paragraph if s.index < scene.index]):
        said = re.search(rf"P (?:{_SAY})\b", other.text)
        if said:
            return other.at[said.start()]
    return None


_OPENING = re.compile(r"\W*(?:during|on|as part of|within|in the framework of|in the course of|following|after|before|while|concluding|ending|continuing|at)\b")
_SAY = "said|says|stressed|stated|noted|added|told|remarked|underlined|emphasi[sz]ed|recalled|continued|concluded"
_PRONOUN = re.compile(r"(?<![\w'])(?:he|she)\b(?! (?:said|says|noted|added|stressed|told|recalled|stated)\b)")
_GROUP = re.compile(r"\b(?:delegations?|mission|group of|businesses|business people|businessmen|entrepreneurs|producers|lawmakers|"
                    r"companies|guests|tourists|students|musicians|athletes|wrestlers|journalists)\b")  # fmt: skip
# "said that wheat had arrived", but "said he had arrived", "said during his visit"
_SAID_OF_OTHERS = re.compile(
    r"\b(?:said|says|told|noted|added|announced|stated|stressed|revealed|believes?|thinks?|explained|confirmed|recalled|reported|"
    r"informed|wrote|writes|underlined|emphasi[sz]ed|pointed out|remarked|estimated|expects|hopes?|hoped|knows?|learned|argued|claimed)\b"
    r"(?![^;]* that (?:he|she|they)\b)(?: that (?!he\b|she\b)| (?!(?:that|he|she|during|on|in|at|after|while|following|as|before|D|his|her|"
    r"to|of|P|when|upon|here|earlier|later|today)\b)(?![^;]*\b(?:he|she)\b)\w)"
)
_NO_SUBJECT = frozenset(
    "who which and but then when where while after before as also later later first on in at the D was is are were has had have "
    "will would be been being to he she himself herself his her currently now soon again both jointly since following so he'd "
    "once already just recently reportedly then next during from for of early late mid morning evening afternoon night that day "
    "week month year same last this earlier subsequently in-person personally not only yet still is due expected scheduled set "
    "planned planning plans going".split()
)
# "called on A to visit L"
_ASKED = re.compile(
    r"\b(?:A|people|citizens|travell?ers|visitors|youth|residents|everyone|others|partners|colleagues|side|you|them|us) to $"
    r"|\b(?:instruct|order|ask|urg|told|allow|enabl|help|invit|let|encourag|call|advis|persuad|assign|task)\w* [^,;]{2,60} to $"
)
_WITH_GROUP = re.compile(r"\b(?:along with|together with|accompanied by|with|and|including|of|heading|leading|led|heads|headed) [^,;]{0,50}?"
                         r"(?:delegation|mission|group|entourage)\b")  # fmt: skip
_DET = r"(?:the |his |her |its |their |then |visiting |both |a |an |and )*"
_GOVERNED = re.compile(
    r"(?:\b(?:with|of|to|from|between|for|on|under|alongside|including|against|about|like|than|as|via|at|in|over|"
    r"met|meets|meeting|meet|receiv\w+|host(?:s|ed|ing)|welcom\w+|told|tell\w*|thank\w*|invit\w+|inform\w+|greet\w*|congratulat\w+|"
    r"brief\w*|ask\w*|award\w*|present\w*|accompan\w+|join\w*|assur\w+|urg\w+|(?<!led )(?<!headed )(?<!chaired )by) "
    rf"{_DET})$"
)
_RELATIVE = re.compile(
    r"(?:,|\))? ?(?:who\b|whose\b|currently\b|now (?:on|in)\b|on (?:a|an|his|her)\b|visiting\b|during (?:his|her|a|an)\b|"
    r"in the course of (?:his|her)|as part of (?:his|her|a|an)\b|arriving|being in|making|paying)"
)
_FINITE = re.compile(r"\b(?:said|was|were|is|are|has|had|met|received|hosted|will|held|visited|paid|made|arrived)\b")


def _head_of_pair(scene: Scene, place: int, host: str | None) -> PersonMention:
    """Of "X and Y travelled", the higher in rank, if both can be the traveller."""
    person = scene.at[place]
    pair = re.search(r"P(?:,| and| and his| and her|, accompanied by|, together with) $", scene.text[:place])
    if pair:
        other = scene.at[pair.start()]
        same_side = other.country == person.country or person.country is None
        if same_side and other.country != host and (other.rank or 9) <= (person.rank or 9):
            return other
    return person


def antecedent(scene: Scene, host: str | None) -> PersonMention | None:
    """Whom "he" or "she" means: the first person of the nearest earlier sentence who can have travelled."""
    other, steps = scene.before, 0
    while other is not None and steps < 3:
        ungoverned = [p for p in other.people if not is_governed(other, p)]
        for place in (*ungoverned, *other.people):
            person = other.at[place]
            if host is None or person.country not in (None, host):
                return person
        other, steps = other.before, steps + 1
    return None


def _paragraph(scene: Scene) -> list[Scene]:
    """The sentences of the paragraph, in order; those after the sentence are known once all are read."""
    return [s for s in scene.family if s.sentence.paragraph == scene.sentence.paragraph]
