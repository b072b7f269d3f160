"""What the sentences themselves say of each field: named, wished for, agreed, running."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading import Reading, Sentence
from ...reading import gated as re
from ..progress import find_clauses
from ..termlist import lower
from .carried import Evidence
from .counted import counted
from .gate import BOTH, countries, is_cooperation
from .goods import GOODS_SECTORS
from .model import STAGES, WISHES
from .names import find_names
from .stage import INITIALLED, STAGE_OF, TWINNED, stage_of
from .words import SectorWord, sector_words

# "A roadmap was signed. It covers fisheries and ecology.", "The MoU names tourism and training as its main fields."
_COVERS = re.compile(
    r"\A(?:(?P<it>it|they|this|these)|(?:under )?(?:the|this) (?:[\w-]+ ){0,2}?(?:documents?|agreements?|memorand(?:um"
    r"|a)|mous?|plans?|roadmaps?|road maps?|programmes?|programs?|treat(?:y|ies)|protocols?|accords?|pacts?|deals?"
    r"|papers?|texts?|(?P<joint>joint (?:statements?|declarations?"
    r"|communiqu[eé]s?))))(?: between [^,;]{3,60}?)? (?:also |mainly |further )*(?:covers?|covering|provides? for"
    r"|envisag\w+|envisions?|stipulates?|includes?|foresees?|aims? (?:to|at)|concerns?|sets? out|names?|lists?"
    r"|identif(?:y|ies)|focus(?:es)? on|deals? with|specif(?:y|ies)|extends? to|spans?|embraces?|gives? priority to"
    r"|commits? [^.;]{3,60}? to|touch(?:es)? on)\b"
)
# still to come, or what a guest will see: "the programme includes a visit to a clinic"
_OTHERWISE = re.compile(r"\b(?:draft|proposed|future|planned|plans?|program(?:me)?s?|papers?|texts?)\b")
_DIGEST = re.compile(
    r"(?i)\b(?:digest|round-?up|and more|in brief|this week|weekly|news review|top stories)\b"
)
_FEATURES = re.compile(r"\b(?:features?|presents?|brings?|contains?|includes?)\b")
_TIES = re.compile(r"\b(?:co-?operat\w+|friendship|ties|relations|twin\w*|sister|partnership)\b")
# an interviewer asks: "Which sectors do you see as the most promising?"
_WHICH_FIELDS = re.compile(
    r"(?i)\b(?:what|which)\b[^?]{0,60}\b(?:areas?|fields?|sectors?|spheres?|directions|industries|priorities)\b"
    r"[^?]*\?\W*\Z"
)
_LOCAL = re.compile(
    r"\b(?:provinc\w+|region|regions|akim|localit\w+|people’s committee|people's committee|mayor|governor)\b"
)
_REGIONS = re.compile(r"\b(?:regions|provinces|oblasts)\b")  # of places that are listed as cities
_THEIRS = re.compile(
    r"\b(?:universities|colleges|schools|companies|enterprises|businesses|entrepreneurs|hospitals|firms|"
    r"farmers) (?:of|in|from) (?:the )?\Z"
)
_LINE = re.compile(
    r"\b(?:flights?|routes?|air|lines?|trains?|railway|road|link|connection|distance|journey|travel|fares?|tickets?|"
    r"passengers|services?)\b (?:(?:that |which )?[\w-]+ing )?\Z"
)
# "discussed education, under which ten students are taught a year, as well as tourism": tourism is discussed
_ASIDE = re.compile(r", (?:under|by|in|through|within) which\b[^;]*?, (?:as well as|along with|and also) ")


def told(reading: Reading) -> Iterator[Evidence]:
    """Yield for each sentence about the two countries the sectors it names, each with the stage told."""
    before: list[Sentence] = []
    signed: Sentence | None = None  # what was signed before, if the last sentence goes on about it
    for sentence in reading.facts_sentences:
        if sentence.is_overlong or _is_digest(sentence):
            continue
        yield from counted(reading, sentence)
        small = lower(sentence.text)
        covers = _COVERS.match(small)
        signed = _signed_before(sentence, before, covers, signed) if covers else None
        before.append(sentence)
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
        if not is_cooperation(reading, sentence) and not _answers(reading, before):
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
            stage = stage_of(word, kind, small, clause, clauses)
            if stage and sentence.text.endswith("?"):  # asked, not told
                stage = "mentioned"
            if stage:
                yield Evidence(sentence.start, sentence.end, word.sector, stage, f"told-{kind or 'named'}")


def _signed_before(
    sentence: Sentence, before: Sequence[Sentence], covers: re.Match, signed: Sentence | None
) -> Sentence | None:
    """The sentence whose signed document `sentence` goes on about, if there is one; `signed` was the last one's."""
    if not covers["it"] and not _OTHERWISE.search(covers[0]):
        return sentence if covers["joint"] else next(filter(_tells_of_signing, reversed(before)), None)
    if before and _tells_of_signing(before[-1]):
        signed = before[-1]
    return signed if signed and signed.paragraph == sentence.paragraph else None


def _answers(reading: Reading, told: Sequence[Sentence]) -> bool:
    """Whether the last sentence answers the question which fields they are: "Above all, energy and tourism."."""
    if len(told) < 2 or not told[-2].bilateral or not _WHICH_FIELDS.search(told[-2].text):
        return False
    return len(countries(reading, told[-2])) != 1  # what one of them has at home


def _is_digest(sentence: Sentence) -> bool:
    """Whether a headline or a sentence lists what else a press review holds."""
    return bool(_DIGEST.search(sentence.text)) and (sentence.kind == "title" or bool(_FEATURES.search(sentence.text)))


def _far_apart(reading: Reading, word: SectorWord, small: str) -> bool:
    """Whether "the two regions" are parts of the world: no region of each of the two countries is named anywhere.

    Or they are but where somebody is at home, "universities of the two regions", or what is flown between.
    """
    if word.sector == "regions" and (_THEIRS.search(small, 0, word.start) or _LINE.search(small, 0, word.start)):
        return True
    if word.sector != "regions" or not small.endswith("two regions", 0, word.end):
        return False
    return not {p.country for p in reading.places if p.kind in ("region", "city")} >= BOTH


def _lone_in_a_list(words: Sequence[SectorWord]) -> set[str]:
    """The sectors that a long list of goods touches once: "rice, tea, seafood, wheat, nuts and metals"."""
    goods = [w.sector for w in words if w.kind == "goods" or w.sector in GOODS_SECTORS]
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
    if kind not in WISHES and TWINNED.search(small):
        yield Evidence(sentence.start, sentence.end, "regions", "operating", "regions-running")
    elif kind != "negated":
        stage = min(STAGE_OF[kind], "agreed", key=STAGES.index)
        stage = "proposed" if stage == "agreed" and INITIALLED.search(small, clause.start, clause.end) else stage
        yield Evidence(sentence.start, sentence.end, "regions", stage, f"regions-{kind or 'named'}")
