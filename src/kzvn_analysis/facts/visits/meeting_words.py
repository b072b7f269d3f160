"""How a sentence words a meeting: "X met Y", "Y was received by X", "talks between X and Y"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...reading import PersonMention
from ...reading import gated as re
from .scene import Scene
from .wording import kinds


class Patterns(NamedTuple):
    """One pattern for each way to word a meeting."""

    met: re.Pattern
    received: re.Pattern
    received_by: re.Pattern
    together: re.Pattern
    at_talks: re.Pattern
    between: re.Pattern
    meeting_with: re.Pattern
    he_met: re.Pattern
    they_met: re.Pattern
    talking: re.Pattern
    told: re.Pattern
    at_party: re.Pattern
    is_meeting: re.Pattern
    receiving: re.Pattern


@cache
def patterns() -> Patterns:
    """The wordings of meetings, as patterns."""
    words = kinds("meeting_words.tsv")
    no = r"(?<![\w-])"
    gap = "[^PL;]{0,50}?"
    det = "(?:the |his |her |its |their |then |visiting |and |also )*"
    fellow = r"(?:(?:L's |A )?(?:visiting )?(?:host|guest|counterpart|colleague|opposite number),? |P, (?=P))?"
    where = "(?:(?:in|at) (?:the )?[^P;,]{0,40}?L(?:(?!, (?:and|while|but) )[^P;]){0,30}?)?"
    party = (  # "hosted an official reception in L on D for"
        rf"{words['gives']} (?:a|an|the) (?:[\w-]+ ){{0,3}}{words['party']} (?:[^P;]{{0,60}}? )?"
        "(?:for|in hono[u]?r of|(?<=session )with)"
    )
    led = "[^P;]{0,120}?(?:delegation|mission)[^P;]{0,120}?(?:led|headed) by "
    return Patterns(
        # "X met Y", "X held talks in L with Y"
        met=re.compile(
            rf"P(?P<lead>[^P;]{{0,70}}?){no}(?:{words['meet']} (?:with )?(?:{gap}{where}|{led}"
            rf"|[^P;]{{0,90}}(?:among them|including) )"
            rf"|{words['confer']} (?:[^P;]{{1,90}}? )?with "
            rf"|(?:co-)?chair(?:ed|s|ing)? [^P;]{{0,60}}?consultations?\b[^P;]{{0,60}}? with ){det}P"
        ),
        # "X received Y", "X received a delegation led by Y"
        received=re.compile(
            rf"P(?P<lead>[^P;]{{0,60}}?){no}(?:{words['receive']}(?! (?:[\w-]+ ){{0,4}}by\b)|{party}) "
            rf"(?:{gap}{where}|{led}){det}P"
        ),
        # "Y was received by X"
        received_by=re.compile(rf"P(?P<lead>[^P;]{{0,100}}?){no}{words['received']} [^P;]{{0,30}}?by {det}P"),
        # "X and Y met", "X and Y signed"
        together=re.compile(
            rf"P(?: of L)?,? and {det}{fellow}(?:L's |A )?P(?: of L)?,?(?P<lead> [^P;]{{0,60}}?){no}"
            rf"(?:(?P<met>{words['meet']}|{words['talks']})|(?P<acted>{words['together']}))(?![\w-])"
        ),
        # "X and Y sought ways forward during their talks"
        at_talks=re.compile(
            rf"P(?: of L)?,? and {det}{fellow}(?:L's |A )?P(?P<lead> [^P;]{{0,120}}?)\b(?:during|at|in) their "
            rf"(?:[\w-]+ )?{words['talks']}"
        ),
        # "talks between X and Y"
        between=re.compile(
            rf"{no}{words['talks']} [^P;]{{0,70}}?(?:between|of) {det}(?:L's )?P(?: of L)?,? (?:and|"
            rf"with) {det}(?:L's )?P"
        ),
        # "during a meeting with Y, X said"
        meeting_with=re.compile(rf"{no}{words['talks']} (?:[^P;L]{{0,30}}?)with {det}P"),
        # "later he met with Y", "she was received by Y"
        he_met=re.compile(
            rf"\b(?:he|she) (?P<lead>[^P;,]{{0,40}}?){no}(?:{words['meet']} (?:with )?{gap}{where}"
            rf"|{words['received']} [^P;]{{0,30}}?by )"
            rf"{det}P"
        ),
        they_met=re.compile(
            rf"\bthe (?:A |L |[\w-]+ ){{0,2}}(?:delegation|guests?)(?: of L| from L)? (?P<lead>[^P;,]{{0,40}}?){no}"
            rf"(?:{words['meet']} (?:with )?{gap}{where}|{words['received']} [^P;]{{0,30}}?by ){det}P"
        ),
        # "Receiving Y in L on D, X said"
        receiving=re.compile(rf"\W*(?:while |when )?(?:receiving|welcoming|hosting) {det}P[^.;P]{{0,80}}, {det}P"),
        # "Talking with Y of L, X said"
        talking=re.compile(
            rf"\W*(?:while |when )?(?:meeting|talking|speaking|conferring|conversing"
            rf"|sitting down) (?:[a-z]+ly )?(?:with |to )?"
            rf"{det}P(?: of (?:the )?L)?,(?: [^.;P]{{2,60}},)? {det}P"
        ),
        # "X told Y at their meeting", "at Monday's meeting X told Y"
        told=re.compile(
            rf"P (?:has )?told {det}P\b[^P;]{{0,60}}? (?:at|during|in) (?:their|a|the|his|her) (?:[\w-]+ )?"
            rf"(?:{words['talks']}|session)"
            rf"|\b(?:at|during|in) (?:their |a |the |D's? )(?:[\w-]+ )?{words['talks']}\b[^P;]{{0,40}}, "
            rf"{det}P told {det}P"
        ),
        # "X said at a reception for Y"
        at_party=re.compile(
            rf"\b(?:at|during|in) (?:a|the) (?:[\w-]+ ){{0,2}}{words['party']} (?:[^P;]{{0,60}}? )?for {det}P"
        ),
        is_meeting=re.compile(rf"{no}{words['meet']}(?![\w-])"),
    )


class Met(NamedTuple):
    """A wording: where it stands, who (`one` is at home or named first), the host if the verb tells."""

    start: int
    end: int
    one: PersonMention
    two: PersonMention
    host: str | None
    rule: str
    quoted: bool = False  # what stands before it is what was said there
    day: str | None = None  # of the event they opened, where they do not say when


def ends_of(scene: Scene, match: re.Match) -> tuple[PersonMention, PersonMention]:
    """The first and the last person of a wording."""
    places = [i for i in range(match.start(), match.end()) if scene.text[i] == "P"]
    return scene.at[places[0]], scene.at[places[-1]]
