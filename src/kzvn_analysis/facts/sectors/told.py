"""What the sentences themselves say of each field: named, wished for, agreed, running."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading import Reading, Sentence
from ...reading import gated as re
from ..progress import Clause, find_clauses
from ..termlist import lower
from .carried import Evidence
from .gate import BOTH, countries, is_cooperation
from .model import STAGES
from .names import find_names
from .words import SectorWord, is_trade_show, sector_words

_STAGE_OF = {
    "running": "operating",
    "done": "operating",
    "agreed": "agreed",
    "planned": "agreed",
    "intended": "proposed",
    "proposed": "proposed",
    "wished": "proposed",
    "urged": "proposed",
    "believed": "mentioned",
    "talked": "mentioned",
    None: "mentioned",
}
_SUPPLY = re.compile(
    r"\b(?:suppl(?:y|ies)|export\w*|import\w*|deliver\w*|sell\w*|buy\w*|purchas\w*|ship\w*|shipments?|"
    r"offer\w*|entry of|market access|access (?:to|for)|barriers|open\w* (?:up )?(?:its|their|the) "
    r"markets?|facilitat\w+|certif\w+|licen\w+|"
    r"purchases?|quotas?)\b"
)
# "discussed the supply of electric buses"
_SUPPLY_OF = re.compile(
    r"\b(?:supply|supplies|suppl(?:y|ies) to \w+|delivery|deliveries|purchase|purchases|sale|exports?|imports?|"
    r"supplying|buying|"
    r"increasing(?: mutual)? supplies|expanding(?: mutual)? supplies) of (?:[\w’'-]+ ){0,2}\Z"
)
_GREW = re.compile(
    r"\b(?:has|have|had)? ?(?:grown|risen|jumped|increased|doubled|tripled|quadrupled|multiplied|expanded|"
    r"fallen|dropped|reached|hit|stood at|amounted|totall?ed|"
    r"exceeded|surpassed|passed|rose|grew|fell|soared|surged|climbed|declined)\b"
)
# "would like to expand cooperation in …": a wish without a plan names the field, no more.
_GENERAL = re.compile(
    r"\b(?:expand|strengthen|boost|promot|deepen|enhanc|intensify|develop|broaden|step(?:ping)? up|foster|"
    r"increas|further)\w*"
    r" (?:[\w,’'-]+ ){0,6}?(?:co-?operation|collaboration|ties|relations|partnership|links|exchanges|"
    r"interaction|contacts)\b|"
    r"\bco-?operate (?:further |more |closely |actively )*in\b|"
    r"\binterest (?:of (?:[\w-]+ ){1,3})?in (?:[\w-]+ )?(?:projects?|co-?operation|collaboration)\b|"
    # "hoped that cooperation would be broadened in oil and gas"
    r"\b(?:co-?operation|collaboration|ties|relations|partnership|links|exchanges|interaction|"
    r"contacts)(?: [\w’'-]+){0,6}?"
    r" be (?:further )?(?:expand|strengthen|boost|promot|deepen|enhanc|intensifi|develop|broaden|"
    r"stepped up|foster|increas)\w*"
)
# "A roadmap was signed. It covers fisheries and ecology."
_COVERS = re.compile(
    r"\A(?:it|they|this|these|the (?:document|agreement|memorandum|plan|roadmap|programme|program|treaty|"
    r"protocol|accord|pact|deal)s?)"
    r" (?:also )?(?:covers?|covering|provides? for|envisag\w+|envisions?|stipulates?|includes?|foresees?|"
    r"aims? (?:to|at)|concerns?|sets? out)\b"
)
_SELLS = re.compile(r"\b(?:kazakhstan|vi[eệ]t ?nam)(?: \w+ly| also)? (?:exports|imports)\b")
_IN_FORCE = re.compile(r"force|effect|implement")
_MEASURED = {"transport", "investment", "aviation"}  # "cargo by rail amounted to 21,000 tonnes"
_MEASURED_AT = re.compile(
    r"\b(?:amounted|totall?ed|reached|stood at|exceeded|came|rose|grew|increased|hit)\b[^.;]{0,25}\d"
)
# "a forum of 80 companies in agriculture and logistics": whose they are, not what was done.
_TRADES_OF = re.compile(
    r"\b(?:companies|enterprises|businesses|firms|entrepreneurs|representatives|businessmen|experts|"
    r"participants|delegates)"
    r" (?:\w+ing )?(?:in|from|of|across) (?:the )?"
    r"(?:(?:fields?|areas?|sectors?|spheres?|industries) (?:of|such as) )?[\w,& -]*\Z"
)
# "work permits for specialists of joint ventures"
_STAFF_OF = re.compile(
    r"\b(?:specialists|staff|employees|workers|managers|heads|directors|executives) (?:of|from|at) (?:the )?\Z"
)
# "hosted the first defence policy dialogue"
_TALKS_ON = re.compile(
    r"(?: [\w-]+)? (?:dialogue|consultations?|talks|meetings?|forum|conference|session|seminar|round ?table)\b"
)
_FIRM_OF = re.compile(  # "the heads of several insurance firms"
    r" (?:company|companies|firms?|enterprises?|business(?:es)?|giants?|groups?|conglomerates?|producers?|makers?)\b"
)
_PEOPLE = {
    "aviation": re.compile(r"\bflights? (?:a|per|each|every) (?:day|week|month)\b"),
    "tourism": re.compile(
        r"\b(?:\d[\d,.]*|thousand|million|hundreds|thousands|tens of thousands)\b(?: of)? (?:[\w’'-]+ "
        r"){0,3}?(?:tourists|visitors|travell?ers|"
        r"holiday-?makers|guests|arrivals|kazakhs|kazakhstanis|vietnamese|people)\b|\bnumber of (?:[\w’'-]+ "
        r"){0,3}?(?:tourists|visitors|travell?ers|"
        r"guests|arrivals)\b|\b(?:tourist|visitor) (?:numbers|arrivals|flows?)\b|\b(?:largest|biggest|main|"
        r"top|key) (?:[\w-]+ )?(?:source|market)"
    ),
    "education": re.compile(r"\bstudents?\b[^,;]{0,40}? (?:are|have been|study|is|enrolled|receive|now)\b"),
    "labour": re.compile(r"\bworkers? (?:are|have been|work|is)\b"),
    "investment": re.compile(
        r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some) (?:\w+ ){0,3}projects?\b|"
        r"\bregistered capital\b|\binvests? in\b"
    ),
}
_GOODS_SECTORS = {"agriculture", "industry", "mining", "energy"}
# "Kazakhstan mainly exports metals and chemicals": goods, not fields.
_TRADED = re.compile(
    r"\b(?:exports?|exported|exporting|imports?|imported|importing|suppl(?:y|ies|ied)|ships?|shipped|sells?|"
    r"sold|buys?|bought|purchases?|"
    r"deliver(?:s|ed)|carry|carries|carried|carrying|load(?:ed|s)?|"
    r"(?:containers?|wagons?|cargo(?:es)?|traffic) (?:of|with)|"
    r"bulk of the (?:traffic|trade|cargo|shipments?)|market access|access (?:to "
    r")?(?:its|the|their|each other's) markets?|commodit(?:y|"
    r"ies)|export items|products? such as|"
    r"takes? in return)\b"
)
_FIELD = re.compile(
    r"\b(?:co-?operat\w+|collaborat\w+|sectors?|fields?|areas?|spheres?|industr(?:y|ies)|invest\w*|"
    r"partnership|projects?|processing|technolog\w+|"
    r"joint\w*|agreements?|memorand\w+|certificates?|exploration|production)\b"
)
_OPENS = re.compile(
    r"(?:in|on|regarding|concerning|as for|as regards|in terms of) (?:the (?:field|"
    r"area|sphere) of )?"
)
_POTENTIAL = re.compile(
    r"\b(?:potential|untapped|tapped|commensurate|match(?:ed|es)?|prospects|"
    r"room for|opportunit\w+)\b"
)
_DIGEST = re.compile(
    r"(?i)\b(?:digest|round-?up|and more|in brief|this week|weekly|news review|top "
    r"stories)\b"
)
# "flights link the two, boosting tourism and exchanges": what it is good for, not what goes on
_RESULT = re.compile(
    r", (?:thereby |thus |while |further )?(?:boosting|promoting|facilitating|fostering|helping|"
    r"encouraging|stimulating|"
    r"contributing to|paving the way for|creating|opening up)\b[^.;]*\Z"
)
_WORTH = re.compile(r" (?:worth )?of (?:[\w’'-]+ ){0,2}\Z")  # "shipped $4 million worth of frozen fillets"
# "the two sides will sign an agreement on tourism": not yet concluded
_TO_SIGN = re.compile(
    r"\b(?:will|would|is to|are to|(?:expected|scheduled|due|set|slated) to) (?:\w+ "
    r")?(?:sign|conclude|ink|be (?:signed|concluded|inked))\b[^;]*\Z"
)
# "is scheduled to visit the joint venture in …": what is looked at, not what is undertaken
_SEES = re.compile(r"\b(?:visit|tour|inspect|see|look at|get acquainted with|watch)(?:ed|ing|s)?\b[^.;]*\Z")
_EXPERIENCE = re.compile(
    r"\b(?:stud(?:y|ying)|learn(?:ing)?|exchang(?:e|ing)|shar(?:e|ing)|interested in|borrow(?:ing)?)"
    r" (?:from )?(?:[\w’'-]+ ){0,5}?(?:experience|know-how)\b(?:(?! that )[^.;])*\Z|"
    r"\b(?:to|in) learn(?:ing)? from\b(?:(?! that )[^.;])*\Z"
)
# "scholarships for students in mining", "courses in banking, finance and trade": what is learnt
_STUDIED = re.compile(
    r"\b(?:students?|scholarships?|degrees?|courses?|majors?|disciplines|graduates|internships?)\b,? "
    r"(?:(?:in|such as)(?: the field of)?|majoring in|studying) (?:[\w-]+(?: [\w-]+)?(?:, and |, | and ))*\Z"
)
_DONATED = re.compile(r"\b(?:donat(?:ed|ions?)|gifts?) [^.;]{0,60}? (?:to|for) (?:[\w’'-]+,? ){0,6}\Z")  # who got it
_HAS_ROOM = re.compile(r"\bpotential\b")
_PACKED = re.compile(r"containers? (?:of|with|loaded)\b")  # how goods went, no matter of its own
_AT_HOME = re.compile(r"\b(?:at home|domestically)\b")
_WISHES = ("intended", "proposed", "wished", "urged", "negated")
_TWINNED = re.compile(
    r"\b(?:twinned (?:with|to|since)|(?:became|been|are) (?:an? |the )?(?:twins?|twinned|sister|partner)\b)"
)
# "agreed to speed up work on an agreement on …": the agreement is still to come
_PREPARES = re.compile(
    r"\bagreed (?:to|on) (?:\w+ly )?(?:speed(?:ing)? up|accelerat\w+|intensify\w*|complet\w+|finali[sz]\w+|"
    r"continu\w+|start\w*|"
    r"begin\w*|resum\w+|launch\w*|step(?:ping)? up|expedit\w+|work\w*)"
    r"(?: on)? (?:the |their |joint )?(?:work|negotiations?|talks|preparations?|drafting|process|consultations|study)\b"
    r"(?:(?! to )[^;])*\Z"
)
_INITIALLED = re.compile(r"\binitial+ed\b")
# "major export products included animal feed, machinery and pharmaceuticals": goods, whatever their sector
_GOODS_LIST = re.compile(
    r"\b(?:exports?|imports?|(?:exports?|imports?|key|main|major|import|export) (?:[\w-]+ )?(?:items?|"
    r"products?|goods|commodities))"
    r"(?: (?:from|to|of|in|with) (?:[\w’'-]+ ){1,4}?)? ?(?:,? ?(?:mainly|mostly|primarily|largely) )?"
    r"(?:includ(?:e|es|ed|ing)|such as|consist\w* of|compris\w*|are|were|being|range from)\b(?: (?:mainly|"
    r"mostly))?(?:[^.;]|\.\d)*\Z"
    r"|\b(?:main|major|key|principal|leading|top) (?:[\w-]+ )?(?:items?|products?|goods|commodities|exports|imports)\b"
    r"[^.;]{0,70}? (?:includ(?:e|ed|ing)|are|were|was)\b(?:[^.;]|\.\d)*\Z"
    r"|\b(?:sells?|ships?|(?:exports?|imports?)(?! of )|exported|imported|shipped|"
    r"buys?)(?: to (?:the )?[\w ]{3,12}?)? (?:[\w’'-]+,? (?:and )?){0,8}\Z"
)
_DEMAND = re.compile(r"\bdemand (?:for|in)\b")
_TIES = re.compile(r"\b(?:co-?operat\w+|friendship|ties|relations|twin\w*|sister|partnership)\b")
_LOCAL = re.compile(
    r"\b(?:provinc\w+|region|regions|akim|localit\w+|people’s committee|people's committee|mayor|governor)\b"
)
_REGIONS = re.compile(r"\b(?:regions|provinces|oblasts)\b")
# "discussed education, under which ten students are taught a year, as well as tourism": tourism is discussed
_ASIDE = re.compile(r", (?:under|by|in|through|within) which\b[^;]*?, (?:as well as|along with|and also) ")
_NATION = re.compile(
    r"(?i)kazakh|vietnam|viet nam"
)
_TRAVELLED = re.compile(
    r"\b(?:ranks?|ranked|arrivals|went to|carried|flown|took|brought|came|come|visited|visit|holidayed|travell?ed|"
    r"arrived|"
    r"flew|chose|"
    r""
    r"received|welcomed|hosted|spent|tourists?)\b"
)
_THROUGH = re.compile(
    r"\b(?:via|through|transit)\b"
)
_HAULED = re.compile(
    r"\b(?:travelled|carried|transported|hauled|passed|moved|delivered|shipped|ran|were sent|was sent)\b"
)
_DIFFERENCE = re.compile(r"(?i)\b(?:fewer|less|more|additional)\b")
_HOME = re.compile(  # who is counted did not come as a tourist
    r"\b(?:home|evacuat\w+|repatriat\w+|stranded|deported|rescued|wounded|killed"
    r"|pavilions?|exhibitions?|expo|fair|museum|festival|concert|stand|booth)\b",
    re.I,
)
_SOLD = re.compile(
    r"\b(?:brought in|export\w*|import\w*|suppl\w+|ship\w*|deliver\w*|sold|bought|purchas\w+|accounted|"
    r"earned|fetched)\b"
)
_AHEAD = re.compile(
    r"\b(?:contract|deal to|to be (?:delivered|shipped|supplied|exported)|will|would|could|"
    r"may|might|scheduled|planned|expected|due to|(?:is|are) (?:due|to|set)|"
    r"plans?|propos\w+|offer\w*|ready|hopes?|wants?|being (?:prepared|readied|negotiated))\b"
)


def told(reading: Reading) -> Iterator[Evidence]:
    """Yield for each sentence about the two countries the sectors it names, each with the stage told."""
    last: Sentence | None = None
    signed: Sentence | None = None  # what was signed before, if the last sentence goes on about it
    for sentence in reading.facts_sentences:
        if sentence.is_overlong or sentence.kind == "title" and _DIGEST.search(sentence.text):
            continue
        yield from _figures(reading, sentence)
        small = lower(sentence.text)
        signed = (last if last and _tells_of_signing(last) else signed) if _COVERS.match(small) else None
        if signed and signed.paragraph != sentence.paragraph:
            signed = None
        last = sentence
        yield from _between_regions(reading, sentence, small)
        words = sector_words(sentence.text)
        if not words:
            continue
        if signed:
            yield from (
                Evidence(sentence.start, sentence.end, word.sector, "agreed", "told-covered")
                for word in words
                if word.kind != "goods"
            )
            continue
        if not is_cooperation(reading, sentence):
            continue
        clauses = find_clauses(small)
        lone = _lone_in_a_list(words)
        for word in words:
            if word.sector in lone or _far_apart(reading, word, small):
                continue
            clause = next(c for c in clauses if c.start <= word.start < c.end)
            kind = clause.kind_at(word.start, word.end)
            if kind == "running" and (aside := _ASIDE.search(small, clause.start, word.start)):
                kind = clause.kind_at(aside.start() - 1, aside.start())
            stage = _stage(word, kind, small, clause, clauses)
            if stage:
                yield Evidence(sentence.start, sentence.end, word.sector, stage, f"told-{kind or 'named'}")


def _far_apart(reading: Reading, word: SectorWord, small: str) -> bool:
    """Whether "the two regions" are parts of the world: no region of each of the two countries is named anywhere."""
    if word.sector != "regions" or not small.endswith("two regions", 0, word.end):
        return False
    return not {p.country for p in reading.places if p.kind in ("region", "city")} >= BOTH


def _lone_in_a_list(words: Sequence[SectorWord]) -> set[str]:
    """The sectors that a long list of goods touches once: "rice, tea, seafood, wheat, nuts and metals"."""
    goods = [w.sector for w in words if w.kind == "goods" or w.sector in _GOODS_SECTORS]
    listed = len(goods) >= 5 and sum(w.kind == "goods" for w in words) >= 4
    return {s for s in goods if goods.count(s) == 1} if listed else set()


def _tells_of_signing(sentence: Sentence) -> bool:
    return any(cue.kind == "agreed" for clause in find_clauses(lower(sentence.text)) for cue in clause.cues)


def _between_regions(reading: Reading, sentence: Sentence, small: str) -> Iterator[Evidence]:
    """Yield that a province or city of one country and one of the other cooperate or mean to."""
    match = _TIES.search(small)
    if not match or not _LOCAL.search(small):
        return
    named = find_names(sentence.text)  # "the Hanoi Stock Exchange" is no city's doing
    places = [
        p
        for p in reading.within(reading.places, sentence)
        if p.kind in ("region", "city") and not any(a <= p.start - sentence.start < b for a, b in named)
    ]
    if {p.country for p in places if p.country} != BOTH or not (
        any(p.kind == "region" for p in places) or _REGIONS.search(small)
    ):
        return
    clause = next(c for c in find_clauses(small) if c.start <= match.start() < c.end)
    kind = clause.kind_at(match.start(), match.end())
    if kind not in _WISHES and _TWINNED.search(small):
        yield Evidence(sentence.start, sentence.end, "regions", "operating", "regions-running")
    elif kind != "negated":
        stage = min(_STAGE_OF[kind], "agreed", key=STAGES.index)
        stage = "proposed" if stage == "agreed" and _INITIALLED.search(small, clause.start, clause.end) else stage
        yield Evidence(sentence.start, sentence.end, "regions", stage, f"regions-{kind or 'named'}")


def _figures(reading: Reading, sentence: Sentence) -> Iterator[Evidence]:
    """Yield what counts show: visitors of the other country, the value or weight of a traded good."""
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
    goods = [w for w in sector_words(sentence.text) if w.kind == "goods"]
    packed = any(
        a.unit in ("containers", "TEU", "wagons", "trains") and not _DIFFERENCE.search(a.text) for a in amounts
    )
    flown = any(a.unit == "passengers" for a in amounts)
    if not (crowds or goods or packed or flown):
        return
    named = countries(reading, sentence)
    for amount in crowds:
        own = named >= BOTH or bool(_NATION.search(amount.text))  # beside others: "behind Koreans and Chinese"
        if own and _TRAVELLED.search(sentence.text) and not _HOME.search(sentence.text):
            yield Evidence(sentence.start, sentence.end, "tourism", "operating", "visitors-counted")
    small = lower(sentence.text)
    through = not named - BOTH or _THROUGH.search(small)
    if sentence.bilateral and through and packed and _HAULED.search(small) and not _AHEAD.search(small):
        yield Evidence(sentence.start, sentence.end, "transport", "operating", "cargo-counted")
    if named == BOTH and flown and _HAULED.search(small) and not _AHEAD.search(small):
        yield Evidence(sentence.start, sentence.end, "aviation", "operating", "passengers-counted")
    if named - BOTH:
        return
    for word in goods:
        at = sentence.start + word.end
        near = [
            a
            for a in amounts
            if a.unit in ("USD", "t") and 0 <= a.start - at <= 22 and "," not in reading.text[at : a.start]
        ]
        if not near and (worth := _WORTH.search(small, 0, word.start)):
            near = [a for a in amounts if a.end - sentence.start == worth.start()]
        listed = _GOODS_LIST.search(small, 0, word.start)  # "the main products imported were …"
        if near and not listed and _SOLD.search(small) and not _AHEAD.search(small):
            yield Evidence(sentence.start, sentence.end, word.sector, "operating", "goods-counted")


def _is_outcome(small: str, clause: Clause, word: SectorWord) -> bool:
    """Whether a sector word is what something is good for: "the new link will boost tourism", "trade is to grow"."""
    match = _OUTCOME.search(small, clause.start, word.start)
    return bool(match and not _DOERS.search(small, clause.start, match.start())) or bool(
        word.sector == "trade" and _FORECAST.search(small, word.end, clause.end)
    )


_OUTCOME = re.compile(
    r"\b(?:will|would|(?:is|are) (?:set|expected|likely|bound) to|aim(?:s|ed|ing) to) "
    r"(?:also |further |significantly |greatly )?(?:enhance|boost|contribute|help|facilitate|promote|"
    r"accelerate|spur|serve|"
    r"strengthen|transform|stimulate|benefit|pave|allow|create|give|"
    r"bring|foster|deepen)\b[^.;]*\Z"
)
_DOERS = re.compile(
    r"\b(?:sides|parties|countries|nations|localities|ministries|governments|provinces|cities|regions|they|we|universities|"
    r"companies|presidents|leaders|he|she|who|which|agreements?|memorandum|plan)\b[^,;]{0,40}\Z"
)
_FORECAST = re.compile(
    r"\b(?:is|are) (?:expected|forecast|projected|likely|set) to (?:grow|rise|increase|reach|exceed|hit|double)\b"
)
_PURPOSE = re.compile(
    r"(?:in order )?to (?:develop|promote|boost|strengthen|expand|support|deepen|enhance|increase)"
    r"\b[^,;]*"
)


def _in_force(small: str, clauses: Sequence[Clause], after: int) -> bool:
    """Whether what stands before `after` is told later in the sentence to be in force or carried out."""
    later = (cue for clause in clauses for cue in clause.cues if cue.start >= after and cue.kind == "running")
    return any(_IN_FORCE.search(small, cue.start, cue.end) for cue in later)


def _stage(
    word: SectorWord, kind: str | None, small: str, clause: Clause, clauses: Sequence[Clause]
) -> str | None:
    """What the clause shows of a sector word; ``None`` where it shows nothing."""
    said = small[clause.start : clause.end]
    if _AT_HOME.search(said) or small.startswith("exhibition", word.start) and is_trade_show(small, word.start):
        return None
    if _STAFF_OF.search(small, clause.start, word.start) or kind in _WISHES and _PACKED.match(small, word.start):
        return None
    if kind in (None, "done", "talked") and _FIRM_OF.match(small, word.end) and not _FIELD.search(said):
        return None
    if kind == "negated":
        return "mentioned" if word.kind == "field" and _POTENTIAL.search(said) else None
    if kind in ("done", "running") and _RESULT.search(small, clause.start, word.start):
        return None
    if word.sector != "trade" and _GOODS_LIST.search(small, clause.start, word.start):
        return None
    if kind == "running" and _DEMAND.search(said):
        return "mentioned"
    if kind in ("done", "running") and word.kind == "field" and _TALKS_ON.match(small, word.end):
        return "mentioned"
    if kind in ("done", "running") and _TRADES_OF.search(small, clause.start, word.start):
        return "mentioned"
    if (
        word.kind == "goods"
        or word.sector in _GOODS_SECTORS
        and not _OPENS.fullmatch(small, 0, word.start)
        and _TRADED.search(small, clause.start, clause.end if word.kind != "field" else min(clause.end, word.end + 12))
        and not _FIELD.search(said)
    ):
        if kind == "talked" and _SUPPLY_OF.search(small, clause.start, word.start):
            return "mentioned"
        wish = kind in ("intended", "proposed", "wished", "urged") and _SUPPLY.search(said)
        return "proposed" if wish else None
    if word.sector == "regions" and word.kind == "work" and _TWINNED.search(said):
        return "proposed" if kind in _WISHES else "operating"
    if kind in ("agreed", None) and _in_force(small, clauses, word.end):
        return "operating"
    if kind not in ("intended", "proposed", "wished", "urged", "planned"):
        if word.sector == "trade" and word.kind == "field" and _SELLS.search(said):
            return "operating"
        if word.sector == "trade" and word.kind == "field" and _GREW.search(said):
            return "operating"
        if word.sector in _MEASURED and _MEASURED_AT.search(said):
            return "operating"
        if word.sector in _PEOPLE and _PEOPLE[word.sector].search(said):
            return "operating"
    if kind == "urged" and word.kind == "field" and word.sector != "trade":
        return "mentioned"  # "the two sides should tap their potential in mining": the field is named, no more
    if kind in ("planned", "done", "intended") and _SEES.search(small, clause.start, word.start):
        return None
    if kind in ("planned", "intended") and _is_outcome(small, clause, word):
        return "mentioned"
    if _PURPOSE.fullmatch(small, clause.start, word.start):
        return "mentioned"
    if _DONATED.search(small, clause.start, word.start):
        return None
    if word.sector != "education" and _STUDIED.search(small, clause.start, word.start):
        return None
    if kind == "wished" and _EXPERIENCE.search(small, clause.start, word.start):
        return "mentioned"
    if kind in _WISHES and _HAS_ROOM.search(small, clause.start, word.start) and clause.cues[0].start > word.end:
        return "mentioned"  # "there is great potential in minerals, and he hoped that …"
    asked = max((c.start for c in clause.cues if c.start < word.start), default=clause.start)
    since = asked - clause.start if kind == "proposed" else 0  # "to boost ties, she suggested that …" is no wish
    if kind in ("wished", "urged", "proposed") and any(
        since <= m.start() < word.start - clause.start for m in _GENERAL.finditer(said)
    ):
        return "mentioned"
    if kind == "agreed" and (
        _PREPARES.search(small, clause.start, word.start) or _INITIALLED.search(small, clause.start, word.start)
    ):
        return "proposed"
    if kind in ("planned", "agreed") and _TO_SIGN.search(small, clause.start, word.start):
        return "proposed"
    return _STAGE_OF[kind]
