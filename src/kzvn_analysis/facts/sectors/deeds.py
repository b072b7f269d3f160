"""What shows that a field is at work though no cue says so: counts, deeds, habits, growth."""

from __future__ import annotations

from ...reading import gated as re
from ..progress import Clause
from .words import SectorWord


def goes_on(word: SectorWord, kind: str | None, small: str, clause: Clause) -> bool:
    """Whether a clause tells that something is done in `word`'s field, or how much of it there is.

    Parameters
    ----------
    word
        The word that names the field.
    kind
        How far the clause says it has come, as in ``progress.tsv``.
    small, clause
        The sentence in lower case, and the clause of it in which the word stands.
    """
    if kind in ("intended", "proposed", "wished", "urged", "planned"):
        return False
    said = small[clause.start : clause.end]
    if word.sector == "trade" and word.kind == "field" and (_SELLS.search(said) or _grew(word, small, clause)):
        return True
    if word.sector in _MEASURED and word.kind != "name" and _MEASURED_AT.search(said):
        return True
    if kind is None and _DEED.search(said):
        return True
    going_on = kind != "agreed" and word.sector in _PEOPLE and _PEOPLE[word.sector].search(said)
    return bool(going_on) and not (kind == "believed" and _TO_COME.search(said))


# "is pumped by a joint venture", "holds classes twice a week", "cadets train at the academy", "employs eighty"
_DEED = re.compile(
    r"\b(?:is|are) (?:\w+ly )?(?!headed|led|chaired|owned|followed|attended|accompanied|caused|hampered|limited"
    r"|hindered|required|needed|expected|represented)\w{3,}ed (?:[\w’'-]+ ){0,3}?by\b|(?<!to )\b(?:holds?|gives?|runs?"
    r"|sells?|ships?|brings?|suppl(?:y|ies)|teach(?:es)?|hosts?|publish(?:es)?|sends?|receives?"
    r"|exchanges?)\b [^.;]{0,60}\b(?:every|a week|a month|a year|weekly|monthly|annually)\b|\b(?:cadets|officers"
    r"|doctors|nurses|surgeons|engineers|programmers|teachers|lecturers|students|coaches|scientists|researchers"
    r"|geologists)\b[^;.]{0,40}? (?<!to )(?:train|study|work|learn|teach|serve|play) (?:at|in|with|there|side)\b"
    r"|\b(?:employs|produces|yields|yielded|processes|serves|trains) (?:about |some |over |more than "
    r"|up to )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+(?:teen|ty)|hundreds"
    r"|thousands)\b"
)
_GREW = re.compile(
    r"\b(?:has|have|had)? ?(?:grown|risen|jumped|increased|doubled|tripled|quadrupled|multiplied"
    r"|(?<!an )(?<!in )expanded|fallen|dropped|(?<!agreements )(?<!agreement )(?<!consensus )reached(?! (?:an? )?"
    r"(?:consensus|agreement|understanding|deal))|hit|stood at|amounted|totall?ed|exceeded|surpassed|passed|rose|grew"
    r"|fell|soared|surged|climbed|declined)\b"
)
_SELLS = re.compile(r"\b(?:kazakhstan|vi[eệ]t ?nam)(?: \w+ly| also)? (?:exports|imports)\b")
_MEASURED = {"transport", "investment", "aviation"}  # "cargo by rail amounted to 21,000 tonnes"
_MEASURED_AT = re.compile(
    r"\b(?:amounted|totall?ed|reached|stood at|exceeded|came|rose|grew|increased|hit)\b[^.;]{0,25}\d"
)
_PEOPLE = {
    "aviation": re.compile(r"\bflights? (?:a|per|each|every) (?:day|week|month)\b"),
    "tourism": re.compile(
        r"\bone of the (?:favou?rite|top|most popular|preferred)[^.;]{0,30} destinations?\b|\b(?:\d[\d,.]*|thousand"
        r"|million|hundreds|thousands|tens of thousands)\b(?: of)? (?:[\w’'-]+ ){0,3}?(?:tourists|visitors|travell?ers"
        r"|holiday-?makers|guests|arrivals|kazakhs|kazakhstanis|vietnamese|people)\b"
        r"|\bnumber of (?:[\w’'-]+ ){0,3}?(?:tourists|visitors|travell?ers|guests|arrivals)\b|\b(?:tourist"
        r"|visitor) (?:numbers|arrivals|flows?)\b|\b(?:largest|biggest|main|top|key) (?:[\w-]+ )?(?:source|market)|"
        # "visas have been a thing of the past since last year", "so that tourist exchanges grow fast"
        r"\bvisas?\b[^.;]{0,60}\b(?:thing of the past|(?:been|were) (?:abolished|scrapped|lifted|waived|dropped)|(?:not"
        r"|longer) need(?:ed)?|no longer required)\b|\b(?:tourist|tourism) (?:exchanges?|flows?|traffic"
        r"|ties) (?:\w+ ){0,2}?(?:grows?|growing|rises?|rising|climbs?|soars?)\b"
    ),
    "education": re.compile(
        r"\bstudents?\b[^,;]{0,40}? (?:are|have been|study|is|enrolled|receive|now)\b"
        r"|\bthere are (?:[\w,]+ ){1,5}?students\b|\bstudents (?:now |currently )?(?:studying|enrolled|attending"
        r"|pursuing)\b|\b(?:are|is) (?:now |currently |already )?(?:enrolled|being (?:taught|trained)|(?:learning"
        r"|studying)(?! (?:projects|plans|proposals|options|ways|the|an?)\b))\b"
    ),
    "culture": re.compile(
        r"\b(?:troupes?|ensembles?|orchestra|ballet|choir|artists|musicians|singers|dancers|circus|theat(?:re|er)"
        r"|players)\b[^.;]{0,40}? (?:toured|performed|gave|played|danced|sang|appeared)\b"
    ),
    "investment": re.compile(
        r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some) (?:\w+ ){0,3}projects?\b|"
        r"\bregistered capital\b|\bha(?:s|ve) (?:so far )?put (?:\w+ ){0,2}(?:[$€]|us\$|\d)[^;]{3,60} into\b|"
        r"(?<!to )\binvests? in\b"
    ),
}
_TO_COME = re.compile(r"\b(?:will|would|are to|is to) be \w+(?:ed|en|lt)\b")


def _grew(word: SectorWord, small: str, clause: Clause) -> bool:
    """Whether the clause tells how large trade is; "focused on increased trade" does not."""
    told = _GREW.finditer(small, clause.start, clause.end)
    return any(m.end() + 1 < word.start or m.start() > word.start for m in told)
