"""Find words that stand for trade told of before: "it rose to", "the total", "in the opposite direction"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ...reading import lexicon
from .vocabulary import DIRECTION, REACHED_WORDS, phrases


def find_pronouns(low: str) -> Iterator[tuple[int, int]]:
    """Spans of such words in a sentence in lower case, where a verb or a figure can follow."""
    for match in _IT.finditer(low):
        says = match["verb"] in _VERBS or says_worth(low, match.end("it"))
        if says and _BEFORE_IT.search(low, max(0, match.start() - 16), match.start()):
            yield match.span("it")
    for match in _FIGURE.finditer(low):
        if not _OBJECT.search(low, max(0, match.start() - 16), match.start()):
            yield match.span()
    for match in _EARNED.finditer(low):
        yield match.span()
    for match in _TARGET.finditer(low):
        yield match.span("target")
    for match in _SHOWN.finditer(low):
        yield match.span("shown" if match["shown"] else "it_at")


def says_worth(low: str, end: int) -> bool:
    """Whether what follows a pronoun that ends at `end` is "was worth …": of trade, but as well of anything."""
    return bool(_IS_WORTH.match(low, end))


def find_opposites(low: str) -> Iterator[tuple[int, int]]:
    """Spans of "deliveries in the opposite direction", "the reverse flow" in a sentence in lower case."""
    for match in _OPPOSITE.finditer(low):
        yield match.span()


_GOING = (
    r"(?:going|moving|heading|headed|sent|shipped|flowing|travell?ing|made|coming|supplied|sold|bound|delivered"
    r"|that\s+went)"
)
_GOODS = (
    r"(?:goods|products|merchandise|deliver(?:y|ies)|shipments?|suppl(?:y|ies)|sales|exports|imports|flows?|traffic"
    r"|trade|stream|purchases|movements?)"
)
_OPPOSITE = re.compile(
    rf"\b(?:(?:{_GOODS}\s+)?(?:of\s+(?:goods|products|merchandise)\s+)?(?:{_GOING}\s+)?{phrases('opposite')}"
    rf"|(?:{_GOODS}|{_GOING})\s+(?:{_GOING}\s+)?the\s+(?:other|opposite)\s+way(?:\s+a?round)?"
    rf"|(?:the|a)\s+(?:counter|opposite|reverse|return)[\s-]+(?:flow|stream|traffic|deliveries|shipments|supplies))\b"
)
_NOUN = r"(?:figures?|indicators?|index|indices|number|volumes?|amount|value|total|level|sum|exchange)"
_FOLLOWS = (
    r"(?=\s*[,:(–—]|\s+(?:to|at|by|in|for|had|has|was|is|will|would|could|should|may|might|then|also|already|again"
    r"|[a-z]+ed|rose|grew|fell|hit|made|stood|stands|came|comes|went|reach|climb|exceed|up|down|one|two|three|nearly|almost|about|more|several|currently|now)\b|\s+[$\d])"
)
_MONTHS = lexicon.alternation(
    row[0].lower() for row in lexicon.rows("months.tsv") if len(row[0]) > 3 or row[0] == "May"
)
_FIGURE = re.compile(
    rf"\b(?:(?:the|this|that)\s+(?:(?:same|total|overall|annual|corresponding|current|yearly|latest)\s+)?{_NOUN}"
    rf"|(?:last|this|that|the\s+previous)\s+year['’]s\s+(?:figure|total|volume|result|level)){_FOLLOWS}"
)
_IT = re.compile(
    r"\b(?P<it>it|they)\s+"
    r"(?:(?:has|had|have|then|also|already|only|even|again|could|should|would|will|may|might|still|now|was|been)\s+){0,2}"
    r"(?P<verb>[a-z]+)"
)
_BEFORE_IT = re.compile(
    rf"(?:^|(?<=\d)\s+|\b(?:alone|years?|months?|quarter|half|period|later|afterwards|meanwhile|{_MONTHS}|and|but|while|when|then|that|as)\s+"
    r"|(?<![\w\s])\s*)\Z",
    re.MULTILINE,
)
# "Customs put it at $300 million", "statistics give a figure of $870 million"
_SHOWN = re.compile(
    r"\b(?:(?:puts?|putting|estimates?|estimated|gives?|gave)\s+(?P<it_at>it)(?=\s+(?:at|as)\s)"
    r"|(?:gives?|gave|giving|shows?|showed|showing|cites?|cited|reports?|reported|records?|recorded|lists?|listed)\s+"
    r"(?P<shown>(?:an?\s+)(?:(?:total|much|far|somewhat|slightly|higher|lower|smaller|larger|bigger|different)\s+){0,3}"
    r"(?:figure|total|volume|value|turnover|level|number)(?=\s+of\s|\s*[,:–—(]\s*(?:(?:about|around|some|nearly|just|only|over)\s+)*(?:us\s?)?(?:\$|usd|\d))))"
)
# "Astana's target is bolder: $3 billion by 2035", "the goal remains $2 billion"
_TARGET = re.compile(
    r"\b(?:['’]s|the|their|its|our|a)\s+(?:(?:official|joint|shared|common|new|current|next|stated)\s+)?(?P<target>target|goal)\s+"
    r"(?:(?:is|was|remains|stands|stood|set|now|still|has\s+been|at|by|the\s+two\s+governments)\s+){1,3}"
    r"(?=(?:(?!to\b)[a-z]+\s+){0,3}?(?:[a-z]+\s*:\s*)?(?:(?:us\s?)?\$|usd\s|\d[\d.]*\s+(?:million|billion)))"
)
# "Vietnam earned $842 million from the market"
_EARNED = re.compile(
    r"\b(?:earned|earns|earning|grossed|pocketed)\b(?=[^;]{3,48}?\bfrom\s+(?:the|this|that)\s+(?:[\w-]+\s+)?market\b)"
)
# "It was worth a mere $22 million", "it is only $900 million"
_IS_WORTH = re.compile(
    r"\s+(?:is|was)\s+(?:(?:now|then|still|already|currently|only|just|merely|barely|nearly|almost|about|around|some|over|more\s+than"
    r"|a\s+mere|a\s+modest)\s+){0,3}(?:worth\b|valued\s+at\b|us\s?\$|\$|usd\b|\d[\d.,]*\s+(?:million|billion)\b)"
)
# "2.4 times the figure for 2020" compares; the figure is no subject there.
_OBJECT = re.compile(r"\b(?:times|fold|of|than|above|below|over|twice|double|exceed\w*|from|with|against|on)\s+\Z")
_NOT_VERBS = frozenset(
    {"is", "was", "were", "be", "been", "to", "at", "by", "in", "for", "has", "had", "up", "down", "cost", "costs"}
)
_VERBS = (
    REACHED_WORDS
    | {word for word in DIRECTION if " " not in word}
    | {"reach", "hit", "amount", "total", "stand", "come", "exceed", "surpass", "top", "make", "equal", "go"}
) - _NOT_VERBS
