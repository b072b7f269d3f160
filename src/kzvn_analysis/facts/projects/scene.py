"""What stands in a sentence, with offsets into it: the ground on which every rule for projects works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...reading import Amount, DateMention, PlaceMention, Reading, Sentence
from ...reading import gated as re
from ...reading.once import cached_property
from ..progress import Clause, find_clauses
from ..sectors.gate import countries
from ..termlist import lower
from .companies import Company, find_abbreviated, find_companies
from .rates import by_the_year, is_length
from .short_cities import cities_in_short

BOTH = {"KAZ", "VNM"}
STATUS_OF = {
    "running": "operating",
    "done": "done",
    "agreed": "planned",
    "planned": "planned",
    "intended": "planned",
    "proposed": "proposed",
    "wished": "proposed",
    "urged": "proposed",
}


# "Seafood Daily said July 9": when it was told, not when it happens.
# "an education agreement dating from 2009": the agreement's day.
_TOLD_ON = re.compile(
    r"\b(?:licen[sc]ed|registered|incorporated) (?:(?:back )?(?:in|on) )?\Z|"
    r"\b(?:suspended|halted|interrupted|cancelled|stopped|discontinued|closed|"
    r"dropped) (?:back )?(?:(?:in|on|since|from) )?\Z|"
    r"\b(?:said|reported|announced|told|noted|added|stated|informed|wrote)(?: "
    r"[A-Z][\w’'-]+){0,3}(?: (?:at|in|during|to|after|"
    r"following|via) [^,;.]{0,50}?)? (?:on )?\Z|"
    r"\b(?:announced|announcing|voiced|unveiled|revealed|disclosed|mentioned|floated) (?:on |in |"
    r"back in )?\Z|"
    r"\b(?:said|reported|wrote|writes|reports|noted|told \w+|according to [\w ]+?) (?:on )?\Z|"
    r"\b(?:agreement|memorandum|treaty|programme|program|protocol) (?:dating|dated|signed|concluded|"
    r"of(?! (?:understanding|cooperation|co-operation)\b)|since|from)\b[^,;.]{0,30}\Z|"
    r"\b(?:plan|programme|program|strategy|roadmap)(?: of action)? (?:for|until|through|to)(?: the)?(?: "
    r"period)? \Z"
)


_OF_WHAT_FOLLOWS = re.compile(r", (?:about |some |nearly |over |more than )?\d")  # "said last year, 38,000 tonnes went"
_THE_FIRM = re.compile(
    r"\b[Tt]he (?:company|firm|corporation|producer|maker|manufacturer|retailer|bank|trader)\b(?!['’]s)"
)
_SAME_TIME = re.compile(
    r"\b(?:in|over|during|for|within|throughout) (?:the (?:same |said |reporting |whole |entire )?|"
    r"this |that |these |those )"
    r"(?:\w+[- ])?(?:period|months)\b"
)
_NEXT_FIGURE = re.compile(r"\s+[–—-]\s+[\d$]")  # "sold 2,280 cars, in 2022 – 7,352": the year of what follows
_DATELINE = re.compile(r"\s+[—–]\s")
_SAME_DAY = re.compile(r"\W*\b(?:from|on|since|starting) (?:the same|that) (?:date|day)\b")
# "…, and from June Vietjet will fly …": a conjunction, perhaps a time, then somebody else
_NEW_SUBJECT = re.compile(
    r"(?:,|;)? (?:and|while|whereas|but|with) (?:(?:also|in turn|meanwhile|later),? )?"
    r"(?:(?:from|in|since|by|as of|starting|beginning) (?:[\w.]+ ){0,2}[\w.]+, )?(?:the |its )?"
)
# what a subject is followed by when it starts a clause of its own
_ACTS = re.compile(
    r"(?:[^\s,]+ ){1,4}?(?:now |currently |already |also |alone )?(?<!to )"
    r"(?:is|are|was|were|has|have|will|would|plans?|intends?|operates?|runs?|flies|fly|serves?|connects?|links?|"
    r"offers?|expects?|wants?|hopes?|opened|started|launched|began|resumed|signed|said|performs?|produces?)\b"
)


# "increased from 200 to 500 tonnes": no range
RISES = re.compile(r"\b(?:increas|rais|rise|grow|grew|expand|bring|brought|boost|step)\w*\b[^.;]*\bfrom \Z")
_MONTH = re.compile(r"\d{4}-\d{2}")
_FORWARD = ("agreed", "planned", "intended", "proposed", "wished", "urged")
_INFINITIVE = re.compile(r"\b(?:to|will) (?!the|an?\b)[a-z]+ [^,;.]*\Z")
_ITEM = re.compile(r",? and an? |, (?:and )?(?:an? |including )")
_TRADED = re.compile(
    r"\b(?:turnover|trade(?: exchange| volume| value)?),? (?:which |that )?(?:\w+ )?"
    r"(?:stood|stands|was|is|reached|worth|of|came|amount\w*|total\w*|exceed\w*)\b[^.;]*\Z"
    r"|\b(?:rais|bring|increas|lift|boost|doubl|grow|expand|tak)\w* (?:\w+ ){0,3}(?:trade|turnover) (?:\w+ ){0,4}"
    r"to (?:\w+ ){0,2}\Z"
)
_THE_ACTOR = re.compile(
    r"(?:\A\W*|, |\bthat |\band )(?:it|they|the (?:company|firm|group|enterprise|partners|parties|joint venture)) "
    r"(?:also |already |now |will |would |is |are |has |have |plans?|intends?|expects?|can |could )"
)


@dataclass(frozen=True, slots=True)
class At:
    """A mention with its offsets in the sentence."""

    start: int
    end: int
    what: PlaceMention | Amount | DateMention


class Scene:
    """A sentence about the two countries and the mentions in it.

    Parameters
    ----------
    reading
    sentence
    before
        The sentence before it in the same paragraph, if any: it may name who the undertaking belongs to.
    previous
        The sentence before it, in whatever paragraph.
    """

    def __init__(
        self, reading: Reading, sentence: Sentence, before: Sentence | None = None, previous: Sentence | None = None
    ) -> None:
        self.reading, self.sentence, self.before = reading, sentence, before
        self.actors: tuple[str, ...] = ()  # who undertakes what was told right before
        self.story = ""  # and of which family it is
        self.previous = previous if previous and previous.section == sentence.section else None
        self.text = sentence.text
        self.small = lower(sentence.text)

    def _mentions(self, mentions: Sequence) -> list[At]:
        here = self.reading.within(mentions, self.sentence)
        return [At(m.start - self.sentence.start, m.end - self.sentence.start, m) for m in here]

    @cached_property
    def clauses(self) -> Sequence[Clause]:
        """The sentence's clauses; "…, and from June Vietjet will fly …" starts one with its new subject."""
        out: list[Clause] = []
        for clause in find_clauses(self.small):
            cuts = [
                m.start()
                for m in _NEW_SUBJECT.finditer(self.small, clause.start, clause.end)
                if self._has_said(clause, m.start())
                and _ACTS.match(self.small, m.end())
                and any(c.start == m.end() for c in self.companies)
            ]
            if not cuts:
                out.append(clause)
                continue
            bounds = [clause.start, *cuts, clause.end]
            for start, end in zip(bounds, bounds[1:], strict=False):
                cues = tuple(c for c in clause.cues if start <= c.start < end)
                out.append(replace(clause, start=start, end=end, cues=cues))
        return out

    def _has_said(self, clause: Clause, position: int) -> bool:
        """Whether the clause has told something before `position`, so that a new subject may follow."""
        told = any(c.start < position for c in clause.cues)
        return told or bool(self.within(self.amounts, clause.start, position))

    @cached_property
    def places(self) -> list[At]:
        """Cities, regions and sites, in order; not countries, peoples or blocs."""
        found = [p for p in self._mentions(self.reading.places) if p.what.kind in ("city", "region", "other")]
        for what in cities_in_short(self.text, found):
            found.append(At(what.start, what.end, what))
        return sorted(found, key=lambda p: p.start)

    @cached_property
    def amounts(self) -> list[At]:
        """Amounts; a size that is told by the year says so in its unit, wherever the words stand."""
        found = [a for a in self._mentions(self.reading.amounts) if not is_length(self.small, a.start)]
        return [replace(a, what=by_the_year(a.what, self.small, a.start, a.end)) for a in found]

    def size(self, amount: At) -> Amount:
        """What an amount tells of a size: of "raised from 200 to 500 tonnes" the second."""
        what = amount.what
        if what.high is None or not RISES.search(self.small, self.clause_at(amount.start).start, amount.start):
            return what
        return replace(what, value=what.high, high=None)

    @cached_property
    def dates(self) -> list[At]:
        found = [d for d in self._mentions(self.reading.dates) if d.what.edtf and d.what.edtf >= "1992"]
        return [self._ahead(d) for d in found if not self._is_told_then(d)]

    def _is_told_then(self, date: At) -> bool:
        told = _TOLD_ON.search(self.small, max(0, date.start - 60), date.start)
        return bool(told) and not _OF_WHAT_FOLLOWS.match(self.small, date.end)

    def _ahead(self, date: At) -> At:
        """A month without a year that is planned for lies ahead: "agreed to hold a fair in Almaty in March"."""
        today, edtf = self.reading.published.edtf, date.what.edtf
        if not today or not _MONTH.fullmatch(edtf) or not edtf < today[:7] or re.search(r"\d{4}|last", date.what.text):
            return date
        cues = [c for c in self.clause_at(date.start).cues if c.end <= date.start]
        if not cues or cues[-1].kind not in _FORWARD or not _INFINITIVE.search(self.small, cues[-1].start, date.start):
            return date
        return replace(date, what=replace(date.what, edtf=f"{int(edtf[:4]) + 1}{edtf[4:]}"))

    @property
    def dateline(self) -> str | None:
        """The day that the item itself bears: "Feb 13 — A mill has agreed to …"."""
        return next((d.what.edtf for d in self.dates[:1] if d.start < 3 and _DATELINE.match(self.text, d.end)), None)

    @cached_property
    def companies(self) -> list[Company]:
        found = find_companies(self.text, self.small, lambda: self._mentions(self.reading.places), lambda: self.people)
        short = find_abbreviated(self.reading, self.text)
        more = [c for c in short if not any(o.start < c.end and c.start < o.end for o in found)]
        found = sorted([*found, *more], key=lambda c: (c.start, c.end)) or self._firm_before()
        return [c for i, c in enumerate(found) if not (i and self._is_abbreviation(found[i - 1], c))]

    def _firm_before(self) -> list[Company]:
        """The one firm of the sentence before that this one calls "the company"."""
        here = _THE_FIRM.search(self.text)
        last = self.before or self.previous
        if here is None or last is None:
            return []
        theirs = Scene(self.reading, last).companies
        return [replace(theirs[0], start=here.start(), end=here.end())] if len({c.name for c in theirs}) == 1 else []

    def _is_abbreviation(self, full: Company, short: Company) -> bool:
        """Whether `short` only stands in brackets after the name it is short for: "Vietnam Oil (VNO)"."""
        brackets = self.text[full.end : short.start].lstrip() == "(" and self.text[short.end : short.end + 1] == ")"
        known = full.listed and short.listed and (full.country, full.sector) == (short.country, short.sector)
        return brackets and (known or short.name.isupper() and short.name[:1] == full.name[:1])

    @cached_property
    def people(self) -> list[At]:
        """Those whom the sentence names."""
        return [p for p in self._mentions(self.reading.people) if p.what.name]

    @cached_property
    def countries(self) -> set[str]:
        """Countries the sentence names, or whose companies it names."""
        return countries(self.reading, self.sentence) | {c.country for c in self.companies if c.country}

    @cached_property
    def countries_around(self) -> set[str]:
        """… or that the sentence before names."""
        return self.countries | (countries(self.reading, self.before) if self.before else set())

    @cached_property
    def countries_told(self) -> set[str]:
        """… or that the last sentence names, though it ended a paragraph."""
        return self.countries_around | (countries(self.reading, self.previous) if self.previous else set())

    @cached_property
    def tells_of_the_actor(self) -> bool:
        """Whether the sentence is about the firm whose undertaking was told right before."""
        if not self.actors:
            return False
        short = {" ".join(name.split()[:2]) for name in self.actors if len(name) > 3}
        return bool(_THE_ACTOR.search(self.small)) or any(name in self.text for name in short)

    def clause_at(self, position: int) -> Clause:
        for clause in self.clauses:
            if clause.start <= position < clause.end:
                return clause
        return self.clauses[-1]

    def kind_at(self, start: int, end: int) -> str | None:
        """How far the words at `start`–`end` have come, as `Clause.kind_at` tells it."""
        return self.clause_at(start).kind_at(start, end)

    def kind_in(self, at: int, start: int, end: int) -> str | None:
        """… for a stretch of a clause that tells of its own: what a later stretch says is not "
        "meant for it."""
        cues = self.clause_at(at).cues
        if any(c.start < at for c in cues) or any(start <= c.start < end for c in cues):
            return self.kind_at(at, at + 1)
        return None

    def within(self, mentions: Sequence[At], start: int, end: int) -> list[At]:
        return [m for m in mentions if start <= m.start and m.end <= end]

    def chunk(self, position: int) -> tuple[int, int]:
        """The item of a list that `position` stands in: "…, a contract for 500 tonnes of steel, …"."""
        clause = self.clause_at(position)
        cuts = [
            clause.start,
            *(m.start() for m in _ITEM.finditer(self.small, clause.start, clause.end)),
            clause.end,
        ]
        start = max(c for c in cuts if c <= position)
        return start, min((c for c in cuts if c > position), default=clause.end)

    def period(self, start: int, end: int, at: int | None = None) -> str | None:
        """The time told between `start` and `end`, the nearest to `at`; else what the sentence opens with."""
        near = [d for d in self.within(self.dates, start, end) if not _NEXT_FIGURE.match(self.text, d.end)]
        if near:
            return min(near, key=lambda d: abs(d.start - (start if at is None else at))).what.edtf
        if _SAME_DAY.search(self.small, start, end) or _SAME_DAY.match(self.small):
            told = [d for d in self.reading.dates if d.end <= self.sentence.start and d.precision == "day"]
            days = [d.edtf for d in told if re.search(r"\d", d.text)]
            return days[-1] if days else None
        same = _SAME_TIME.search(self.small, start, end)
        if same:  # "over the 11 months": the stretch the text told last
            told = [d for d in self.reading.dates if d.end <= self.sentence.start + same.start()]
            spans = [d.edtf for d in told if d.edtf and "/" in d.edtf and not d.comparison]
            return spans[-1] if spans else None
        first = self.clauses[0]
        opening = [d for d in self.dates if d.end <= start and d.start < 25 and start < first.end]
        return opening[0].what.edtf if opening else None

    def money(self, start: int, end: int) -> float | None:
        """The dollars told between `start` and `end`; of several the first.  What trade is worth is no project's."""
        for amount in self.within(self.amounts, start, end):
            lead = max(start, amount.start - 60)
            if amount.what.unit == "USD" and not _TRADED.search(self.small, lead, amount.start):
                return amount.what.value
        return None
