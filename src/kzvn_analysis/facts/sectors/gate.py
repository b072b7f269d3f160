"""Does a sentence speak of cooperation between the two countries, or only of one of them at home?"""

from __future__ import annotations

import re

from ...reading import Reading, Sentence
from ..progress import Clause

BOTH = {"KAZ", "VNM"}
_TOGETHER = re.compile(
    r"(?i)\b(?:co-?operat\w+|collaborat\w+|partner\w*|bilateral\w*|mutual\w*|joint\w*|reciprocal\w*|each other\w*|two-way|"
    r"(?:the |our |these )?(?:two|both) (?:\w+ )?(?:countries|sides|parties|nations|governments|peoples|states|leaders|ministers|"
    r"ministries|prime ministers|presidents|economies|capitals|cities|provinces|localities|regions|academies|universities)|"
    r"both (?:sides|countries|parties|nations)|the (?:sides|parties|interlocutors|officials|leaders|diplomats)|our countries|our two|our (?:students|people|goods|companies|citizens|tourists|workers|side|partners|friends)|your (?:country|people|beaches|companies|side)|"
    r"between (?:kazakhstan|viet ?nam)|sister|twin\w*|on both sides)\b"
)
_KAZ = re.compile(r"(?i)\b(?:kazakh|qazaq)")
_VNM = re.compile(r"(?i)\bvi[eệ]t ?nam")
_TOPIC = re.compile(r"\A(?i:in|on|regarding|concerning|as for|as regards|turning to|with regard to|in terms of|speaking of) [^.;]{0,80}?, ")
# What they say of the world is no field of cooperation between them.
_ABROAD = re.compile(
    r"(?i)\b(?:regional and (?:international|global)|international and regional|(?:international|global|world) (?:issues|situation|agenda|challenges)|"
    r"issues of (?:mutual|common|shared) (?:interest|concern)|East Sea|South China Sea)\b[^.;]{0,60}\b(?:views?|issues?|support\w*|peace|stability|"
    r"freedom of navigation|unclos|climate|coordinat\w+)\b|\bshared views on (?:the )?(?:East Sea|regional|international)\b"
)
_CONTEST = re.compile(
    r"\b(?:beat|defeated|lost to|drew with|quarter-?finals?|semi-?finals?|knocked out|world ranking|match against|clinched (?:gold|silver|bronze))\b"
)
_TOLD = {"agreed", "proposed", "wished", "talked"}
_HISTORY = re.compile(r"\b(?:1[0-8]\d\d|19[0-8]\d|199[01])s?\b|\b(?:nineteen-)?(?:fift|sixt|sevent|eight)ies\b|\bSoviet (?:era|times|period|Union|years)\b")
_SINCE = re.compile(r"\b(?:199[2-9]|20\d\d)\b")


def countries(reading: Reading, sentence: Sentence) -> set[str]:
    """The countries that a sentence names (ISO 3166-1 alpha-3), by name, adjective or city."""
    named = {p.country for p in reading.within(reading.places, sentence) if p.country}
    if _KAZ.search(sentence.text):
        named.add("KAZ")
    if _VNM.search(sentence.text):
        named.add("VNM")
    return named


def is_cooperation(reading: Reading, sentence: Sentence, clauses: list[Clause]) -> bool:
    """Whether the sentence speaks of something the two countries do or may do together.

    It names both; or says so ("the two sides", "joint"); or reports what one side told the other
    ("proposed", "discussed").  A sentence about one of them and a third country does not, nor one
    about the time before the two had relations.
    """
    if _HISTORY.search(sentence.text) and not _SINCE.search(sentence.text):
        return False
    if _ABROAD.search(sentence.text) or _CONTEST.search(sentence.text):
        return False
    named = countries(reading, sentence)
    if BOTH <= named:
        return True
    if named - BOTH:
        return False
    if _TOGETHER.search(sentence.text) or _TOPIC.search(sentence.text):
        return True
    return any(cue.kind in _TOLD for clause in clauses for cue in clause.cues)
