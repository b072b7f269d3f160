"""Goods in a sentence: listed as what is traded, wished for, contracted; a list of them makes no field."""

from __future__ import annotations

from ...reading import gated as re
from ..progress import Clause
from .model import WISHES
from .words import SectorWord


def listed_among_goods(word: SectorWord, kind: str | None, small: str, clause: Clause) -> bool:
    """Whether a sector word stands in a list of goods, but for the first that one side would buy or sell."""
    if word.sector == "trade":
        return False
    listed = GOODS_LIST.search(small, clause.start, word.start)
    wished = kind in WISHES and _SUPPLY.search(small, clause.start, clause.end)
    return bool(listed) and not (wished and not LATER_ITEM.search(listed[0]))


def is_traded(word: SectorWord, small: str, clause: Clause) -> bool:
    """Whether a sector word means a good that is traded, not the field ("exports metals")."""
    if word.kind == "goods":
        return True
    if small.endswith(_WORKS, 0, word.end):
        return False  # who buys a mine buys no goods
    if word.sector not in GOODS_SECTORS or _OPENS.fullmatch(small, 0, word.start):
        return False
    if _MAKES_UP.match(small, word.end):  # "electronics from its factories make up the bulk of the traffic"
        return True
    end = clause.end if word.kind != "field" else min(clause.end, word.end + 12)
    return bool(_TRADED.search(small, clause.start, end)) and not FIELD.search(small, clause.start, clause.end)


def stage_of_goods(word: SectorWord, kind: str | None, small: str, clause: Clause) -> str | None:
    """What a traded good shows of its sector: a wish to trade in it, a contract for it, or nothing."""
    if kind == "talked" and _SUPPLY_OF.search(small, clause.start, word.start):
        return "mentioned"
    if kind in ("agreed", "planned") and word.sector != "industry":
        return "agreed" if _CONTRACT.search(small, clause.start, word.start) else None
    wished = kind in ("intended", "proposed", "wished", "urged") and _SUPPLY.search(small, clause.start, clause.end)
    return "proposed" if wished else None


_WORKS = (" mine", " plant", " factory", " mill", " farm", " refinery", " field", " smelter")
GOODS_SECTORS = {"agriculture", "industry", "mining", "energy"}
# "Kazakhstan mainly exports metals and chemicals": goods, not fields.
_TRADED = re.compile(
    r"\b(?:exports?|exported|exporting|imports?|imported|importing|suppl(?:y|ies|ied)|ships?|shipped|sells?|sold|buys?"
    r"|bought|purchases?|deliver(?:s|ed)|carry|carries|carried|carrying|load(?:ed|s)?|(?:containers?|wagons?"
    r"|cargo(?:es)?|traffic) (?:of|with)|bulk of the (?:traffic|trade|cargo|shipments?)|market access"
    r"|access (?:to )?(?:its|the|their|each other's) markets?|commodit(?:y|ies)|export items|products? such as"
    r"|takes? in return)\b"
)
FIELD = re.compile(
    r"\b(?:co-?operat\w+|collaborat\w+|sectors?|fields?|areas?|spheres?|industr(?:y|ies)|invest\w*|partnership"
    r"|projects?|processing|technolog\w+|joint\w*|agreements?|memorand\w+|certificates?|exploration|production)\b"
)
_OPENS = re.compile(
    r"(?:in|on|regarding|concerning|as for|as regards|in terms of) (?:the (?:field|area|sphere) of )?"
)
_SUPPLY = re.compile(
    r"\b(?:suppl(?:y|ies)|export\w*|import\w*|deliver\w*|sell\w*|buy\w*|purchas\w*|ship\w*|shipments?|offer\w*|ban on"
    r"|admit\w*|let in|(?:onto|into) (?:its|their|the) markets?|(?:flock|herd) of|entry of|market access|access (?:to"
    r"|for)|barriers|open\w* (?:up )?(?:its|their|the)(?: \w+)? markets?|facilitat\w+|certif\w+|licen\w+|purchases?"
    r"|quotas?)\b"
)
# "discussed the supply of electric buses"
_SUPPLY_OF = re.compile(
    r"\b(?:supply|supplies|suppl(?:y|ies) to \w+|delivery|deliveries|purchase|purchases|sale|exports?|imports?"
    r"|supplying|buying|increasing(?: mutual)? supplies|expanding(?: mutual)? supplies) of (?:[\w’'-]+ ){0,2}\Z"
)
# "signed a contract on the supply of hybrid rice seeds", "will deliver 6,000 tons of wheat flour"
_CONTRACT = re.compile(
    r"\b(?:(?:contracts?|deals?|agreements?) [^.;,]{0,40}\b(?:suppl(?:y|ies)|purchases?|sales?|deliver(?:y|ies)|"
    r"exports?|imports?) of|(?:will|is to|are to) (?:supply|deliver|ship|export)|agreed to (?:remove|lift|ease|"
    r"facilitate|allow|open|resume|increase) [^.;]{0,60}\b(?:exports?|imports?|suppl(?:y|ies)) of)"
    r" (?:[\w’'.,-]+ ){0,6}?\Z"
)
# "major export products included animal feed, machinery and pharmaceuticals": goods, whatever their sector
GOODS_LIST = re.compile(
    r"\b(?:exports?|imports?|(?:exports?|imports?|key|main|major|import|export) (?:[\w-]+ )?(?:items?|products?|goods"
    r"|commodities))(?: (?:from|to|of|in|with) (?:[\w’'-]+ ){1,4}?)? ?(?:,? ?(?:mainly|mostly|primarily"
    r"|largely) )?(?:includ(?:e|es|ed|ing)|such as|consist\w* of|compris\w*|are|were|being|range from)\b(?: (?:mainly"
    r"|mostly))?(?:[^.;]|\.\d)*\Z|\b(?:main|major|key|principal|leading|top) (?:[\w-]+ )?(?:items?|products?|goods"
    r"|commodities|exports|imports)\b[^.;]{0,70}? (?:includ(?:e|ed|ing)|are|were|was)\b(?:[^.;]|\.\d)*\Z|\b(?:sells?"
    r"|ships?|(?:exports?|imports?)(?! of )|exported|imported|shipped|products of|importing|exporting|selling|buying"
    r"|buys?)(?: to (?:the )?[\w ]{3,12}?)? (?:(?!in |joint)[\w’'-]+,? (?:and )?){0,8}\Z"
)
_MAKES_UP = re.compile(r"[^,.;]{0,60}\b(?:(?:make|makes|made|making) up|account(?:s|ed|ing)? for)\b")
LATER_ITEM = re.compile(r",| and ")  # of the goods that one side would buy, the first stands for the field
