"""Whom a word stands for: "he" and "I", "our minister"; and who hangs on another word, so that he does nothing."""

from __future__ import annotations

from functools import cache

from ...reading import PersonMention
from ...reading import gated as re
from .scene import Scene
from .wording import kinds


def speaker(scene: Scene) -> PersonMention | None:
    """Who says what stands between quotation marks: whom the rest of the paragraph names as saying it."""
    for other in [s for s in scene.family[scene.index :] if s.sentence.paragraph == scene.sentence.paragraph]:
        if _HE_SAID.search(other.text):
            return antecedent(scene, None)
        said = _SAID_BY.search(other.text)
        if said:
            return other.at[said.start("one") if said["one"] else said.start("two")]
    return None


def envoy_country(scene: Scene) -> str | None:
    """Whose "our minister" is where an ambassador speaks."""
    envoys = {o.country(p) for o in scene.family for p in o.people if o.at[p].office == "ambassador"} - {None}
    return envoys.pop() if len(envoys) == 1 else None


def antecedent(scene: Scene, host: str | None) -> PersonMention | None:
    """Whom "he" or "she" means: the first person of the nearest earlier sentence who can have travelled.

    A person whom a sentence only touches on ("a monument to P") is meant for want of another.
    """
    other, steps, aside = scene.before, 0, None
    while other is not None and steps < 3:
        acting = [p for p in other.people if not is_governed(other, p)]
        met = [p for p in other.people if p not in acting and _IS_MET.search(other.text[:p])]
        for place in (*acting, *met, *other.people):
            person = other.at[place]
            if host is None or person.country not in (None, host):
                if place in acting or place in met:
                    return person
                aside = aside or person
                break
        other, steps = other.before, steps + 1
    return aside


_IS_MET = re.compile(
    r"\b(?:met|meet\w*|receiv\w+|host\w*|welcom\w+|greet\w*|told|with|for|by) (?:[^P;]{0,60} by )?"
    r"(?:(?:the|his|her|its|visiting) )*$"
)
_SAY = (
    "said|says|stressed|stated|noted|added|told|remarked|underlined|emphasi[sz]ed|"
    "recalled|continued|concluded"
)
_HE_SAID = re.compile(r"[\"”’',] (?:he|she) (?:said|told|added|noted|stressed|explained|continued)\b")
_SAID_BY = re.compile(rf"(?:{_SAY})(?: the)? (?P<one>P)|(?P<two>P) (?:{_SAY})\b")


def is_governed(scene: Scene, place: int) -> bool:
    """Whether the person at `place` hangs on a preposition or is whom somebody receives, invites or tells."""
    text = scene.text
    while True:
        pair = re.search(r"P(?: of L)? and (?:the |his |her )?$", text[max(0, place - 30) : place])
        if not pair:
            # "a delegation with P at its head", "a delegation under P"
            heads = _AT_ITS_HEAD.match(text, place) or _UNDER.search(text, 0, place)
            heads = heads or _AS.search(text, max(0, place - 12), place) and _ACTS.match(text, place)
            return not heads and bool(_governs().search(text, max(0, place - 40), place))
        place = max(0, place - 30) + pair.start()


_AT_ITS_HEAD = re.compile(r"P(?: of L)? (?:(?:at|as) (?:its|the|their) (?:head|leader)|in charge|on board|aboard)\b")
_UNDER = re.compile(
    r"\b(?:delegation|mission|team|group)(?: of [^.;:P]{2,60})? "
    r"(?:under (?:the (?:leadership|guidance) of )?(?:the )?|with its )$"
)
# "signed as P visited L", not "known as P"
_AS = re.compile(r"\bas (?:the |A |L's )*$")
_ACTS = re.compile(
    r"P(?: of (?:the )?L)?,? (?:(?:was|is|were|has|had|will|also|then) )*(?:\w+ed|\w+ing|pa(?:id|ys)|made|makes|came"
    r"|comes|began|begins|went|goes|met|meets|flew|flies|left|leaves|visits|arrives|concludes|starts|ends|holds|held)\b"
)


@cache
def _governs() -> re.Pattern:
    """What a person hangs on: "a delegation led by X" does not, there X acts."""
    determiner = r"(?:the |his |her |its |their |then |visiting |both |a |an |and )*"
    words = kinds("visit_actors.tsv")["governs"]
    return re.compile(rf"(?:\b{words}(?<!\bled by)(?<!headed by)(?<!chaired by) {determiner})$")
