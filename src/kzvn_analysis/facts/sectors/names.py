"""Names of offices, ministries, commissions and institutions: they tell who, not what is spoken of."""

from __future__ import annotations

from ...reading import gated as re

_CAPITAL = r"[A-ZÀ-ÝĀ-ŽĐƠƯẠ-Ỹ][\w’'-]*"
# Culture, Sports and Tourism · Industry and Trade of the Socialist Republic of Vietnam
_LIST = rf"{_CAPITAL}(?:(?:, (?:and )?|,? (?:and|&) | of the | of | for | )(?:the )?{_CAPITAL}){{0,12}}"
_BODY = (
    r"(?:Minist(?:er|ry|ries|ers)|Vice[- ]Minister|Secretary|Chair\w*|Head|Director\w*|Department|Committee|Commission"
    r"|Agency|Bureau|Office|Division|Directorate|Administration|Institute|University|Academy|Faculty|School|College"
    r"|Cent(?:re|er)|Fund|Bank|Chamber|Association|Union|Federation|Society|Organi[sz]ation|Council|Corporation|Group"
    r"|Company|Board|Authority|Museum|Festival|Conference|Congress|Summit|Forum|Exhibition|Zone|Station|Inspectorate"
    r"|Stock Exchange|Prosecutor\w*)"
)
_OF = re.compile(rf"\b{_BODY}(?: General)? (?:of|for|on) (?:the )?{_LIST}")
_BEFORE = re.compile(
    rf"\b(?:{_CAPITAL}(?:, (?:and )?|,? (?:and|&) | of | )){{1,8}}{_BODY}\b(?! of understanding)|"
    rf"\b(?:{_CAPITAL} ){{1,5}}(?:Airport|Port|Park|Theatre|Theater|Hospital|Clinic|Hotel|Resort|Times|News|"
    rf"Newspaper|Journal|Palace|"
    r"Square|Street|Airlines?|LLP|LLC|JSC|JV|Inc|Ltd|Co|Holding|Holdings|Initiative|Games|Cup|Prize|Village)\b"
)
_SMALL = re.compile(
    r"\b(?:[a-z]+ and )?(?:[a-z]+ )?(?:minister|ministry|department|committee)(?:’s|'s)?"
    r"(?: of [a-z]+(?: and [a-z]+)?)?\b|"  # "vice minister of transport"
    # "the ministries of tourism and sports signed a memorandum on tourism"
    r"\bministries of [a-z]+(?:,? (?:and )?[a-z]+){0,3}(?=[^.;]*\b(?:memorand\w+|agreements?|plans?|programmes?|"
    r"programs?|protocols?|roadmaps?)\b[^.;]{0,40} (?:on|in|for) )|"
    r"\b(?:TV|television|radio) (?:channel|station)\b"  # where it was said
)
_COMMISSION = re.compile(
    r"(?i)\b(?:inter-?\s?governmental|joint|bilateral|kazakh\w*[–-]vietnam\w*|vietnam\w*[–-]kazakh\w*) "
    r"(?:(?:inter-?governmental|joint) )?(?:commission|committee|council) (?:on|for) "
    r"[^.;]{0,110}?(?:co-?operation|issues|matters|ties)\b"
)
_PACT_BETWEEN = re.compile(
    r"(?i)\b(?:memorand\w+|mous?|agreements?|protocols?|pacts?|accords?|treat(?:y|ies)|program(?:me)?s?|"
    r"plans?|documents?|deals?)\b[^.;]{0,80}\bbetween\b"
)


# "… between the two ministries on cooperation in rare earth metals"
_ON_WHAT = re.compile(
    r"(?i)\b(?:on (?:the )?(?:[a-z-]+ ){0,3}?(?:co-?operation|development|exchange)|in the (?:field|area|sphere)s?)\b"
)


def find_names(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` that name an office, a ministry, a commission, an institution or a firm.

    A ministry that a memorandum is "between" stays visible where nothing else tells what the memorandum is about.
    """
    pact = _PACT_BETWEEN.search(text)
    if pact and _ON_WHAT.search(text, pact.start()):
        pact = None
    shown_from = pact.end() if pact else len(text) + 1
    spans = [m.span() for m in _COMMISSION.finditer(text)]
    for pattern in (_OF, _BEFORE, _SMALL):
        spans += [m.span() for m in pattern.finditer(text) if m.start() < shown_from]
    return spans
