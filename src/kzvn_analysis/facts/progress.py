"""How far something has come, as a sentence tells it: running, signed, planned, wished for, talked about."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ..reading import gated as re
from ..reading import lexicon
from .termlist import TermList

# "has also recorded encouraging results", "have continued to be strengthened": adverbs may stand between.
_FRUITFUL = re.compile(
    r"\b(?:has|have) (?:\w+ly |also |been |both |always |continued to |continuously |further )*(?:be )?(?:recorded"
    r"|yielded|achieved|seen|made|gained|reaped|attained|expanded|developed|grown|strengthened|enhanced|promoted"
    r"|deepened|consolidated|maintained|intensified|flourished|witnessed|borne|obtained|improved|become (?:closer"
    r"|deeper|more)|fostered|bolstered|implemented)\b"
)
# "has been supplying software since 2022"
_GOES_ON = re.compile(
    r"\b(?:has|have) been (?:\w+ly )?(?!negotiat|discuss|consider|explor|stud|plan|prepar|seek|ask|talk|think|wait|look"
    r"|weigh|try|hop|urg|call|push|press|eye|mull|draft|being|according|including|depending)\w+ing\b|\b(?:has"
    r"|have) had (?!talks|contacts|negotiations|discussions|consultations|relations)[^,;.]{3,60} since\b|\b(?:is"
    r"|are) (?:\w+ly|also|still|now|already) (?:operating|working|running|functioning|developing|growing|expanding"
    r"|progressing|flourishing)\b"
)
IRREAL = frozenset({"intended", "proposed", "wished", "urged", "believed", "talked", "negated", "failed"})
_NOUN = re.compile(r"(?:discussion|exchange|issues|talks|review)")
_GOVERNING = {"intended", "proposed", "wished", "urged", "believed"}
_DECIDED = {"agreed", "planned", "intended", "proposed", "wished", "urged"}
_YEARLY = re.compile(r"(?:each|every|a|per) year|annually")
_DEPENDENT = {"running", "done", "agreed", "planned"}
# "will be signed", "hope to continue": the participle or infinitive says nothing of its own.
_GOVERNED = re.compile(
    r"\b(?:to|be|being|will|would|should|could|might|may|must|can|shall|not|yet|help)"
    r"\s+(?:(?:\w+ly|also|further|soon|jointly|together)\s+)?\Z"
)
# "agreed to consider a visit and to expand trade": trade is agreed, not considered.
_SIBLING = re.compile(r"(?:,|;| and|, and) to (?=\w)")
_ABSOLUTE = re.compile(r",\s+with\s")  # "…, with two lecturers sent from Hanoi": no statement of its own
# "agreed to speed up negotiations on a pact and to encourage payments": what follows is agreed again
# "the plan that the two governments signed", "the memorandum signed"
_OF_A_PAPER = re.compile(
    r"\b(?:agreements?|memorand\w+|mous?|plans?|programmes?|programs?|treat(?:y|ies)|roadmaps?|documents?|protocols?"
    r"|deals?|pacts?)\b(?: [\w–-]+){0,6}?(?: (?:that|which) (?:[\w’'-]+ ){1,4}| )\Z"
)
_A_PLAN = re.compile(r" (?:\w+ ){0,2}a (?:\w+ )?plan (?:for|to)\b")
_BARE = re.compile(r"(?:set|put)\b")  # the same word in the past and after "that they"
_HOW = re.compile(r"\b(?:what|how|where|whether|ways|which) (?:[\w’'-]+ ){0,8}\Z")
_SIGNING = re.compile(r"(?:the )?(?:signing|conclusion|adoption) of\b")
_THAT_THEY_DO = re.compile(r"\bthat (?:[\w’'-]+ ){1,6}(?:fly|operate|run|serve|link|connect)\Z")
_STARTED = re.compile(
    r"\bto (?:speed up|accelerate|start|begin|launch|resume|hold|continue|conduct|complete|conclude|finish) "
    r"(?:the |their |early )?\Z"
)
# "will explore two offshore blocks": the undertaking itself, no thought about it
_DRILLS = re.compile(
    r"explor(?:e|es|ed|ing) (?:for )?(?:(?:the|an?|two|three|four|five|several|new|more|joint|offshore|onshore|oil"
    r"|and) ){0,4}(?:blocks?|fields?|deposits?|reserves|oil|gas|minerals|basins?|shelf)\b(?! (?:and|co-?operation"
    r"|sector|projects|industry))"
)
_RELATIVE = re.compile(
    r"\b(?:that|which) (?:(?:was|were|had|has|have) )?(?:been )?\Z|(?<!, )\b(?:flights?|routes?|services?|link|"
    r"talks) \Z"
)
_ASIDE = re.compile(r"(?:scheduled|slated|due|set|planned) (?:for|to)\b")  # "the meeting, scheduled for May, and visas"
_SHOWN = re.compile(r"(?:was|were) (?:presented|announced|unveiled|handed over|released)\b")
# "agreed that exchanges play an important role": of one mind, nothing decided
_OF_ONE_MIND = re.compile(
    r"agreed that (?:(?!will|would|should|must|could|to )[^,;.]){0,80}?"
    r"\b(?:plays?|is|are|remains?|has|have|represents?|needs?)\b"
    # "logistics, the two agreed, deserves more thought"
    r"|agreed, (?:plays?|is|are|remains?|has|have|needs?|deserves?|merits?|calls?|offers?|holds?|should|could|can)\b"
)
_WITHOUT = re.compile(r"without|no visa")
_WHICH = re.compile(r"(?<!,) (?:which|that) (?:now )?\Z")  # "boost trade which has shown growth, while deepening …"
_REPORTED = re.compile(
    r"\b(?:announced|confirmed|promised|pledged|revealed|disclosed|assured)\b[^.;]{0,50}?\b(?P<would>would)\b"
    r"(?! (?:like|help|welcome|prefer|want|be (?:good|glad|happy|possible|able|ready|willing|useful|"
    r"interested))\b)"
)
_CLAUSE = re.compile(
    r",\s+the (?:first|last|latest|latter|former) of (?:which|whom|them)\b|;\s|\s[–—]\s|:\s|\s(?:while|whereas"
    r"|although)\s|,\s+(?:the more so )?(?:while|whereas|but|although|though|yet"
    r"|and(?! that )(?! [\w’'-]+(?: [\w’'-]+){0,2},)|which|who|with|as|because|since|where|when|after|before)\s"
)


_AND = re.compile(r"(?:;|,\s+(?:and|but|yet))\s")
_STATED = re.compile(r"\b(?:is|are|was|were|has|have|had|can|makes?|gives?|remains?|rose|grew|fell|increased)\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells how far: `kind` as in ``progress.tsv``; it governs nothing after `until`.

    `perfect` is whether it tells what has been going on until now.
    """

    start: int
    end: int
    kind: str
    until: int = sys.maxsize
    perfect: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that has its own cues."""

    start: int
    end: int
    cues: tuple[Cue, ...]
    told: int = 0  # where what has no cue of its own ends: "tea is liked here, and they proposed …"

    def kind_at(self, start: int, end: int) -> str | None:
        """What the clause says of the words at `start`–`end`: the nearest cue before them, else the next."""
        if any(cue.kind == "failed" for cue in self.cues):
            return "negated"
        before = [cue for cue in self.cues if cue.start < end and start < cue.until]
        if before and before[-1].kind == "talked":
            after = next((cue for cue in self.cues if cue.start >= end), None)
            if after and after.perfect and after.start - end < 40:
                return "running"  # "noted that cooperation in culture has been growing"
        if before:
            return before[-1].kind
        if (
            len(self.cues) > 1
            and self.cues[0].kind == "agreed"
            and self.cues[1].kind in IRREAL - {"negated", "failed"}
        ):
            # "On visas, they agreed to consider …": what follows closely says what was agreed
            return self.cues[1 if self.cues[1].start - self.cues[0].end <= 4 else 0].kind
        return self.cues[0].kind if self.cues and end > self.told else None


@lru_cache(maxsize=64)
def find_clauses(small: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in lower case; a stretch without a cue belongs to the one before it."""
    cues = [Cue(*found) for found in _cue_list().find(small) if found[2] != "-"]
    cues = [cue for cue in cues if not _DRILLS.match(small, cue.start) and not _is_noun(small, cue)]
    for pattern in (_FRUITFUL, _GOES_ON):
        cues += [Cue(*m.span(), "running", perfect=True) for m in pattern.finditer(small)]
    cues = [c for c in cues if not _goes_on_from_a_plan(small, c, cues)]
    cues = [replace(c, kind="talked") if c.kind == "agreed" and _OF_ONE_MIND.match(small, c.start) else c for c in cues]
    cues += _reported(small, cues)
    cues.sort(key=lambda cue: (cue.start, -cue.end))
    bounds = [0, *(m.start() for m in _CLAUSE.finditer(small)), len(small)]
    pieces: list[tuple[int, int, int]] = []
    for start, end in zip(bounds, bounds[1:], strict=False):
        last = pieces[-1] if pieces else None
        absolute = (
            last
            and _ABSOLUTE.match(small, start)
            and all(c.kind == "done" for c in cues if start <= c.start < end)
        )
        if absolute or last and not (_any_within(cues, start, end) and _any_within(cues, *last[:2])):
            told = start if not _any_within(cues, *last[:2]) and _STATED.search(small, last[0], start) else last[2]
            told = told if _AND.match(small, told) else last[2]
            pieces[-1] = (last[0], end, told)
        else:
            pieces.append((start, end, 0))
    return tuple(Clause(a, b, _independent(small, [c for c in cues if a <= c.start < b]), t) for a, b, t in pieces)


def _goes_on_from_a_plan(small: str, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether "continue to" stands in a row of what will or should be done: "they will help …; continue to trade …"."""
    return (
        small.startswith("continue to", cue.start)
        and small.endswith(("; ", ", ", "and "), 0, cue.start)
        and any(c.kind in _GOVERNING | {"planned"} and c.start < cue.start for c in cues)
    )


def _is_noun(small: str, cue: Cue) -> bool:
    """Whether a cue is a noun, what is given and no deed: "50 grants", "grants for study at its universities"."""
    if small.startswith("weighing", cue.start):  # "weighing 50 tonnes": no thought
        return bool(_WEIGHT.match(small, cue.end))
    if small.startswith("grants", cue.start):
        return small.startswith(("grants for", "grants of"), cue.start) or bool(
            _NUMBER.search(small, max(0, cue.start - 24), cue.start)
        )
    return small.startswith(("study at", "study in"), cue.start) and small.endswith(("for ", "of "), 0, cue.start)


_WEIGHT = re.compile(r" (?:(?:about|some|over|nearly|up to|more than|a total of) )?\d")
_NUMBER = re.compile(
    r"(?:\d|\b(?:ten|two|three|four|five|six|seven|eight|nine|eleven|twelve)|ty|teen|hundred) (?:[a-z-]+ )?\Z"
)


def _reported(small: str, cues: list[Cue]) -> list[Cue]:
    """What will be, as told afterwards ("announced that the farm would open"); takes the place of "would"."""
    found = []
    for match in _REPORTED.finditer(small):
        at = match.start("would")
        cues[:] = [c for c in cues if not c.start <= at < c.end]
        found.append(Cue(at, match.end("would"), "planned"))
    return found


def kind_at(clauses: Sequence[Clause], start: int, end: int) -> str | None:
    """How far the words at `start`–`end` have come, or ``None`` where the sentence does not tell."""
    for clause in clauses:
        if clause.start <= start < clause.end:
            return clause.kind_at(start, end)
    return None


def _any_within(cues: Sequence[Cue], start: int, end: int) -> bool:
    return any(start <= cue.start < end for cue in cues)


def _independent(small: str, cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues that speak for themselves, not as part of what an earlier one plans, wishes or agrees."""
    kept: list[Cue] = []
    for cue in cues:
        earlier = kept[-1].kind if kept else None
        governed = bool(_GOVERNED.search(small, max(0, cue.start - 30), cue.start))
        if cue.kind in _DEPENDENT and governed:
            continue
        if cue.kind == "agreed" and earlier in _GOVERNING and _SIGNING.match(small, cue.start):
            continue  # "asked the guest to back the signing of an agreement"
        if cue.kind in ("done", "agreed") and earlier in _GOVERNING and _BARE.match(small, cue.start):
            continue  # "proposed that they open a line and set up a centre"
        if cue.kind == "proposed" and earlier == "agreed" and _A_PLAN.match(small, kept[-1].end, cue.end):
            continue  # "signed a plan for cultural exchanges"
        if cue.kind in ("wished", "urged") and earlier == "talked" and _HOW.search(small, kept[-1].end, cue.start):
            continue  # "discussed what could be done in …"
        if cue.kind == "done" and earlier == "agreed" and _SHOWN.match(small, cue.start):
            continue  # "three documents signed on Monday were presented at the briefing"
        if earlier and small.endswith(" such as", cue.start, cue.end):
            continue  # "agreed to cooperate in fields such as …"
        if cue.kind == "running" and earlier in _DECIDED and _WITHOUT.match(small, cue.start):
            continue  # "an agreement that would allow visits without a visa"
        if cue.kind == "failed" and kept and _RELATIVE.search(small, max(0, cue.start - 12), cue.start):
            continue  # "are negotiating the resumption of the flights that were suspended in 2020"
        if cue.kind == "planned" and earlier in _GOVERNING and not small.startswith("would", cue.start):
            continue  # but for "invited her and announced that a fair would open"
        if cue.kind == "talked" and earlier == "agreed" and small.startswith(("focusing", "focused"), cue.start):
            continue  # "signed a memorandum of friendship, focusing on …"
        if cue.kind == "talked" and earlier in _GOVERNING and _NOUN.match(small, cue.start):
            continue  # "suggested that they resume discussions on …"
        if cue.kind in ("urged", "believed") and earlier in ("agreed", "proposed", "intended", "wished"):
            continue
        if governed and cue.kind in IRREAL and earlier == "planned":
            kept.pop()  # "will be discussed"
        if cue.kind == "running" and earlier in _DECIDED and _THAT_THEY_DO.search(small, cue.start - 60, cue.end):
            continue  # "are proposing that Vietjet fly to Astana"
        if cue.kind == "running" and earlier in _DECIDED and _YEARLY.match(small, cue.start):
            continue  # "agreed that the university would receive ten students each year"
        aside = cue.kind == "agreed" and earlier in _GOVERNING | {"talked"} and _OF_A_PAPER.search(small, 0, cue.start)
        aside = aside or cue.kind in _DEPENDENT and earlier in _GOVERNING and _WHICH.search(small, 0, cue.start)
        if aside and aside.start() > kept[-1].end and (comma := small.find(",", cue.end)) > 0:
            cue = replace(cue, until=comma)  # "proposed that they implement the plan they signed in May, boost …"
        if cue.kind == "planned" and _ASIDE.match(small, cue.start) and small.endswith(", ", 0, cue.start):
            cue = replace(cue, until=comma) if (comma := small.find(",", cue.end)) > 0 else cue
        started = governed or bool(_STARTED.search(small, max(0, cue.start - 40), cue.start))
        if started and earlier and (sibling := _SIBLING.search(small, cue.end)):
            cue = replace(cue, until=sibling.end())
        kept.append(cue)
    return tuple(kept)


@cache
def _cue_list() -> TermList[str]:
    rows = lexicon.rows("progress.tsv", "kzvn_analysis.facts")
    return TermList((term.strip(), kind) for kind, terms in rows for term in terms.split("|"))
