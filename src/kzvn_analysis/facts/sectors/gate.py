"""Does a sentence speak of cooperation between the two countries, or only of one of them at home?"""

from __future__ import annotations

from ...reading import PlaceMention, Reading, Sentence
from ...reading import gated as re
from ..firms import listed_firms
from ..progress import find_clauses
from ..termlist import lower
from .asides import WORLD, world_besides

BOTH = {"KAZ", "VNM"}
_TOGETHER = re.compile(
    r"(?i)\b(?:co-?operat\w+|collaborat\w+|partner\w*|bilateral\w*|mutual\w*|joint\w*|reciprocal\w*|each other\w*"
    r"|two-way|(?:the |our |these )?(?:two|both) (?:\w+ )?(?:countries|sides|parties|nations|governments|peoples|states"
    r"|leaders|ministers|ministries|prime ministers|presidents|economies|capitals|cities|provinces|localities|regions"
    r"|academies|universities)|between us|between the (?:countries|parties|sides|states)|both (?:sides|countries"
    r"|parties|nations)|the (?:sides|parties|interlocutors|officials|leaders|diplomats|delegations)|(?:the|these"
    r"|our) two(?! (?:days|weeks|months|years|hours)\b)|(?:contacts|interaction|links) (?:in|on|between)|(?:the"
    r"|their) respective countries|our countries|our two|our (?:students|people|goods|companies|citizens|tourists"
    r"|workers|side|partners|friends)|your (?:country|people|beaches|companies|side)|between (?:kazakhstan|viet ?nam)"
    r"|sister|twin\w*|on both sides)\b"
)
_KAZ = re.compile(r"(?i)\b(?:kazakh|qazaq)")
_VNM = re.compile(r"(?i)\bvi[eệ]t ?nam")
_TOPIC = re.compile(
    r"\A(?!(?i:in|on) (?:particular|addition|turn|general|fact|total|return|recent|response|conclusion|future"
    r"|(?:the )?(?:future|coming|past|last|next|same|first|second|other|one|meantime)|his|her|their|its|our|this|that"
    r"|these|behalf|the part|the sidelines)\b)(?i:in|on|regarding|concerning|as for|as regards|turning to"
    r"|with regard to|in terms of|speaking of) [^.;]{0,80}?, "
)
# What they say of the world is no field of cooperation between them.
_WE = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|us)\b"
)  # an ambassador speaks: "our government gives Vietnamese students …"
_WE_SEE = re.compile(
    r"\b[Ww]e (?:(?:also|now|particularly|especially|certainly) )*(?:(?:see|find) (?:\w+ ){0,2}?(?:potential|prospects?"
    r"|opportunit\w+|room|scope)|(?:are|remain) (?:\w+ ){0,2}?(?:interested|keen|eager)|have (?:\w+ ){0,2}?interest) "
)
_TONGUE_BEFORE = re.compile(r"\b(?:in|into|learn(?:ing)?|speaks?|speaking|and|or) \Z")
_TONGUE_AFTER = re.compile(r" (?:language|or English|and English|translation|courses?)\b")
_ABROAD = re.compile(
    rf"(?i)\b(?:{WORLD}|East Sea|South China Sea)\b"
    r"[^.;]{0,60}\b(?:views?|issues?|support\w*|peace|stability|freedom of navigation|unclos|climate|coordinat\w+)\b"
    r"|\bshared views on (?:the )?(?:East Sea|regional|international)\b"
)
_GRIEF = re.compile(r"(?i)\b(?:condolences?|(?:plane|air|aircraft|train|bus) (?:crash|accident)|crash of)\b")
_TIES = re.compile(r"\b(?:bilateral|co-?operation|collaboration|partnership|ties|relations)\b")
# in a passage about the two: "seven charter flights a day land from Almaty"
_FLOWN = re.compile(r"\bflights\b[^.;]{0,40}\b(?:from|to|between|with|connect\w*|link\w*)\b")
_CONTEST = re.compile(
    r"\b(?:beat|defeated|lost to|drew with|quarter-?finals?|semi-?finals?|knocked out|world ranking|match "
    r"against|clinched (?:gold|silver|bronze))\b"
)
_TOLD = {"agreed", "proposed", "wished", "talked"}
_HISTORY = re.compile(
    r"\b(?:1[0-8]\d\d|19[0-8]\d|199[01])s?\b|\b(?:nineteen-)?(?:fift|sixt|sevent|eight)ies\b|\bSoviet (?:era|times"
    r"|period|Union|years|Kazakhstan|Alma-Ata)\b|\bin (?:the (?:old|past)|those|bygone) (?:days|times|years)\b"
)
_SINCE = re.compile(r"\b(?:199[2-9]|20\d\d)\b")


def _speaks_of_the_world(text: str) -> bool:
    """Whether views on the world are all that a sentence tells of, not only its last item."""
    if not _ABROAD.search(text):
        return False
    besides = world_besides(text)
    before = text[: besides.start()] if besides else ""
    return not _TIES.search(before) or bool(_ABROAD.search(before))


def countries(reading: Reading, sentence: Sentence) -> set[str]:
    """The countries that a sentence names (ISO 3166-1 alpha-3), by name, adjective or city."""
    named = {
        p.country
        for p in reading.within(reading.places, sentence)
        if p.country and not _is_language(reading, p)
    }
    if _KAZ.search(sentence.text):
        named.add("KAZ")
    if _VNM.search(sentence.text):
        named.add("VNM")
    return named


def _is_language(reading: Reading, place: PlaceMention) -> bool:
    """Whether an adjective means a tongue: "study in Russian or English"."""
    if place.kind != "adjective" or place.country in BOTH:
        return False
    before, after = (
        reading.text[max(0, place.start - 12) : place.start],
        reading.text[place.end : place.end + 12],
    )
    return bool(_TONGUE_BEFORE.search(before) or _TONGUE_AFTER.match(after))


def speaker_partner(reading: Reading) -> str | None:
    """The other country of the ambassador who speaks, if one does."""
    for person in reading.people:
        if person.country in BOTH and person.role and "mbassador" in person.role:
            return next(iter(BOTH - {person.country}))
    return None


def is_cooperation(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence speaks of something the two countries do or may do together.

    It names both; or says so ("the two sides", "joint"); or reports what one side told the other
    ("proposed", "discussed").  A sentence about one of them and a third country does not, nor one
    about the time before the two had relations.
    """
    if _HISTORY.search(sentence.text) and not _SINCE.search(sentence.text):
        return False
    if _GRIEF.search(sentence.text) or _CONTEST.search(sentence.text) or _speaks_of_the_world(sentence.text):
        return False
    named = countries(reading, sentence)
    if named >= BOTH:
        return True
    if named - BOTH:
        return False
    if named and sentence.bilateral and _FLOWN.search(sentence.text):
        return True
    partner = speaker_partner(reading) if _WE.search(sentence.text) else None
    if partner and (partner in named or sentence.bilateral and _WE_SEE.search(sentence.text)):
        return True
    if named and named | {firm.country for firm in listed_firms(sentence.text, lower(sentence.text))} >= BOTH:
        return True  # "FPT has opened an office in Almaty"
    if _TOGETHER.search(sentence.text) or _TOPIC.search(sentence.text):
        return True
    return any(cue.kind in _TOLD for clause in find_clauses(lower(sentence.text)) for cue in clause.cues)
