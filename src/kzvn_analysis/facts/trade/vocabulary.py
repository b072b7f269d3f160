"""The word lists of trade, compiled once."""

from __future__ import annotations

from ...reading import gated as re
from ...reading import lexicon
from ..termlist import TermList

PACKAGE = "kzvn_analysis.facts"


def phrases(kind: str) -> str:
    """A pattern for the phrases of a class in ``trade_phrases.tsv``."""
    return lexicon.alternation(words for words, which in _rows("trade_phrases.tsv") if which == kind)


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    return lexicon.rows(name, PACKAGE)


def _of_class(kind: str) -> list[str]:
    return [word.lower() for word, which in _rows("trade_words.tsv") if which == kind]


FLOWS = TermList((words, (flow, form)) for words, flow, form in _rows("trade_flows.tsv"))
BLOCKERS = TermList((word.lower(), True) for word in lexicon.words("trade_blockers.tsv", PACKAGE))
GOALS = TermList((words, True) for words, side in _rows("trade_targets.tsv") if side == "before")
GOALS_AFTER = TermList((words, True) for words, side in _rows("trade_targets.tsv") if side == "after")
REACHED = TermList((words, True) for words in lexicon.words("trade_reached.tsv", PACKAGE))
AFTER_TRADE = TermList((words, True) for words in _of_class("after-trade"))
PARTIAL = TermList((words, True) for words in _of_class("partial"))
BEFORE_TRADE = frozenset(_of_class("before-trade"))
GENERIC = frozenset(_of_class("generic"))
WHOLE = frozenset(_of_class("whole"))
GOODS = frozenset(_of_class("goods"))
DIRECTION = {word.lower(): way for word, way in lexicon.rows("growth.tsv")}
GROWTH = lexicon.alternation(DIRECTION)
REACHED_WORDS = frozenset(word for words in lexicon.words("trade_reached.tsv", PACKAGE) for word in words.split())
_RAISE = lexicon.alternation(lexicon.words("trade_raise.txt", PACKAGE))
# "will soon exceed", "could be worth", "to be brought to"
TO_BECOME = re.compile(
    r"\b(?:to|will|would|could|should|shall|may|might|can|must|cannot|can't|won't)\s+"
    rf"(?:(?:not|soon|even|also|further|again|yet|eventually|gradually|jointly|[a-z]+ly)\s+){{0,2}}{_RAISE}\b"
    r"(?:\s+(?:worth|raised|brought|increased|lifted|doubled|tripled|reached|expanded|pushed|boosted|achieved"
    r"|made))?(?:\s+(?:to|at|for|towards?)\b)?",
    re.IGNORECASE,
)
# "so that it hits", "to see to it that trade reaches", "to ensure exports exceed": present in form, a goal in meaning
PURPOSE = re.compile(
    r"\b(?:so\s+that|in\s+order\s+that|see\s+to\s+it\s+that|(?:ensur(?:e|es|ed|ing)|mak(?:e|es|ing)\s+sure|made\s+sure)"
    r"(?:\s+that)?|(?:goal|target|task|aim|dream|wish|hope|objective)\s+(?:is|remains)\s+(?:that|for))\s+(?:[\w’'–-]+\s+){1,9}?"
    r"(?:reach(?:es)?|hits?|exceeds?|surpass(?:es)?|tops?|pass(?:es)?|cross(?:es)?|totals?|amounts?\s+to|comes?\s+to"
    r"|rises?|grows?|climbs?|gets?|goes|increases?|touch(?:es)?|returns?|recovers?|stands?)\b"
    # "should be aimed at increasing trade to", "conditions for bringing it to"
    r"|\b(?:aim(?:s|ed|ing)?\s+at|interest(?:ed)?\s+in|keen\s+on|commit(?:ment|ted)\s+to|in\s+favou?r\s+of|work\w*\s+on"
    r"|(?:tasks?|goals?|targets?|objectives?|aims?|purpose|possibility|intention|conditions|room|scope"
    r"|potential|opportunit(?:y|ies)|basis|plans?)\s+(?:of|for))\s+(?:further\s+|jointly\s+)?"
    r"(?:increas|rais|bring|boost|lift|expand|grow|tak|push|reach|achiev|doubl|tripl)ing\b",
    re.IGNORECASE,
)
