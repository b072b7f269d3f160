"""What counts show of a field: visitors from the other country, cargo and passengers, what goods were worth."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Reading, Sentence
from ...reading import gated as re
from ..termlist import lower
from .carried import Evidence
from .gate import BOTH, countries, speaker_partner
from .goods import GOODS_LIST, GOODS_SECTORS, LATER_ITEM
from .words import sector_words

_WORTH = re.compile(r" (?:worth )?of (?:[\w’'-]+ ){0,2}\Z")  # "shipped $4 million worth of frozen fillets"
# "exported agricultural products worth $11 million"
_WORTH_AFTER = re.compile(r" (?:worth|to the (?:value|amount) of) ")
_NATION = re.compile(
    r"(?i)kazakh|vietnam|viet nam"
)
# an ambassador speaks: "130,000 of our citizens visited the country"
_OURS = re.compile(r"\d (?:thousand )?(?:of )?our (?:citizens|compatriots|people|tourists)\b")
_TRAVELLED = re.compile(
    r"\b(?:ranks?|ranked|arrivals|went to|carried|flown|took|brought|came|come|visited|visit|holidayed|travell?ed"
    r"|arrived|flew|chose|received|welcomed|hosted|spent|tourists?)\b"
)
_THROUGH = re.compile(
    r"\b(?:via|through|transit)\b"
)
_HAULED = re.compile(
    r"\b(?:travelled|carried|transported|hauled|passed|moved|delivered|shipped|ran|proceeded|"
    r"(?:were|was|have been|has been) (?:sent|dispatched))\b"
)
_DIFFERENCE = re.compile(r"(?i)\b(?:fewer|less|more|additional)\b")
_HOME = re.compile(  # who is counted did not come as a tourist
    r"\b(?:home|evacuat\w+|repatriat\w+|stranded|deported|rescued|wounded|killed"
    r"|pavilions?|exhibitions?|expo|fair|museum|festival|concert|stand|booth)\b",
    re.I,
)
_SOLD = re.compile(
    r"\b(?:went to|(?:was|were) sent|brought in|export\w*|import\w*|suppl\w+|ship\w*|deliver\w*|sold|bought|purchas\w+"
    r"|accounted|earned|fetched)\b"
)
_CONTRACTED = re.compile(
    r"\b(?:(?:signed|sealed|clinched|struck|inked) [^.;]{0,40}(?:contracts?|deals?)|"
    r"agree(?:d|ments?)\b[^.;]{0,30}? on (?:an? |the )?(?:\w+ ){0,2}?(?:shipment|supply|delivery|purchase|sale)s?|"
    r"contracts? (?:provides?|is|are|was|were)|(?:has|have) agreed to (?:buy|purchase|supply|sell|import|deliver))\b"
)
_AHEAD = re.compile(
    r"\b(?:contracts?|deal to|agreed to|to be (?:delivered|shipped|supplied|exported)|will|would|could|"
    r"may|might|scheduled|planned|expected|due to|(?:is|are) (?:due|to|set)|"
    r"plans?|propos\w+|offer\w*|ready|hopes?|wants?|being (?:prepared|readied|negotiated))\b"
)


def counted(reading: Reading, sentence: Sentence) -> Iterator[Evidence]:
    """Yield what counts show: visitors of the other country, the value or weight of a traded good."""
    ours = _OURS.search(sentence.text) and _TRAVELLED.search(sentence.text) and speaker_partner(reading)
    if ours and not countries(reading, sentence) - BOTH:
        yield Evidence(sentence.start, sentence.end, "tourism", "operating", "visitors-counted")
    amounts = reading.within(reading.amounts, sentence)
    if not amounts:
        return
    crowds = [
        a
        for a in amounts
        if a.unit in ("tourists", "visitors")
        or a.unit == "people"
        and _NATION.search(reading.text, a.start, min(a.end + 16, sentence.end))
    ]
    goods = [
        w
        for w in sector_words(sentence.text)
        if w.kind == "goods" or w.sector in GOODS_SECTORS and _WORTH_AFTER.match(sentence.text, w.end)
    ]
    packed = any(
        a.unit in ("containers", "TEU", "wagons", "trains") and not _DIFFERENCE.search(a.text) for a in amounts
    )
    flown = any(a.unit == "passengers" for a in amounts)
    if not (crowds or goods or packed or flown):
        return
    named = countries(reading, sentence)
    for amount in crowds:
        own = named >= BOTH or bool(_NATION.search(amount.text))  # beside others: "behind Koreans and Chinese"
        ahead = _AHEAD.search(reading.text, max(sentence.start, amount.start - 30), min(sentence.end, amount.end + 24))
        if own and not ahead and _TRAVELLED.search(sentence.text) and not _HOME.search(sentence.text):
            yield Evidence(sentence.start, sentence.end, "tourism", "operating", "visitors-counted")
    small = lower(sentence.text)
    through = not named - BOTH or _THROUGH.search(small)
    if sentence.bilateral and through and packed and _HAULED.search(small) and not _AHEAD.search(small):
        yield Evidence(sentence.start, sentence.end, "transport", "operating", "cargo-counted")
    if named == BOTH and flown and _HAULED.search(small) and not _AHEAD.search(small):
        yield Evidence(sentence.start, sentence.end, "aviation", "operating", "passengers-counted")
    if named - BOTH and not (named > BOTH and _THROUGH.search(small)):
        return
    for word in goods:
        if word.sector == "industry":
            continue  # telephones and shoes that are bought are trade
        at = sentence.start + word.end
        near = [
            a
            for a in amounts
            if a.unit in ("USD", "t") and 0 <= a.start - at <= 22 and "," not in reading.text[at : a.start]
        ]
        if not near and (worth := _WORTH.search(small, 0, word.start)):
            near = [a for a in amounts if a.end - sentence.start == worth.start()]
        listed = GOODS_LIST.search(small, 0, word.start)  # "the main products imported were …"
        listed = listed and (LATER_ITEM.search(listed[0]) or len(listed[0].split()) > 3)
        if not near or listed:
            continue
        if _CONTRACTED.search(small):
            yield Evidence(sentence.start, sentence.end, word.sector, "agreed", "goods-counted")
        elif _SOLD.search(small) and not _AHEAD.search(small):
            yield Evidence(sentence.start, sentence.end, word.sector, "operating", "goods-counted")
