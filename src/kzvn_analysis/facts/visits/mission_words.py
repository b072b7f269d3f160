"""How a sentence words a mission, and who can lead one."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...reading import PersonMention
from ...reading import gated as re
from .actors import is_official
from .draft import Draft
from .wording import WHERE, kinds


class Patterns(NamedTuple):
    """One pattern for each way to word a mission."""

    led: re.Pattern
    sent: re.Pattern
    some: re.Pattern
    group: re.Pattern
    held: re.Pattern
    kind: re.Pattern


@cache
def patterns() -> Patterns:
    """The wordings of missions, as patterns."""
    words = kinds("mission_words.tsv")
    group, kind, led = (words[k] for k in ("group", "kind", "led"))
    number = (
        r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|"
        r"forty|fifty|dozens of|several|some)(?:-\w+)?"
    )
    return Patterns(
        led=re.compile(
            rf"(?<![\w-]){led} (?P<group>(?:a|an|the|his|her|some|about|around|nearly|over|more than|{number}) "
            rf"[^.;,P]{{0,60}}?(?<![\w-]){group}(?: of [^.;PL]{{0,60}}?)?) "
            rf"(?:on (?:a|an) [\w -]{{0,30}}(?:visit|trip) )?to "
            rf"(?:(?:(?:attend|co-?chair|chair|join|address|participate in|take part in) )?"
            rf"(?P<what>an? [^.;,PL]{{0,50}}?(?:forum|fair|exhibition|expo"
            rf"|conference|seminar|talks|meeting|mission)|the [^.;,P]{{0,90}}?(?:commission|committee|forum|fair|summit"
            rf"|conference|congress|assembly|exhibition|festival|session|meeting)) "
            rf"(?:(?:in|on|from) D )?(?:in|at) )?{WHERE}"),
        sent=re.compile(
            rf"(?<![\w-])(?P<group>(?:(?:a|an|another|its|their|the first|the second|the next|D's) "
            rf"[^.;,PD]{{0,60}}?|the (?:(?:trade|business|economic|and|A) )*)(?:delegation"
            rf"|mission|(?<=\ba )group(?= of (?:entrepreneurs|business|companies"
            rf"|firms|experts|specialists)))(?: of [^.;PL]{{0,110}}?)?(?: from (?:the )?L)?),? to {WHERE}"),
        group=re.compile(rf"(?<![\w-]){group}(?![\w-])"),
        some=re.compile(
            rf"(?:^|\b(?:a|an|another)\b|(?<![\w-]){number})(?P<group> ?[^.;P]{{0,70}}?(?<![\w-])"
            rf"(?P<noun>{group})(?![\w-])[^;P]{{0,80}})$"),
        held=re.compile(
            rf"(?<![\w-])(?:trade|business|economic)(?:(?:,| and|-) ?[\w-]+){{0,3}} "
            rf"mission(?P<of>[^.;P]{{0,60}}?) (?:was held|were held|took place|is taking place|will "
            rf"be held|will take place|is to be held|worked) in {WHERE}"
            r"|(?P<at>L),? (?:is (?:now )?hosting|hosts|has hosted|hosted) (?:a|an|the) "
            r"(?:trade|business|economic)(?:(?:,| and|-) ?[\w-]+){0,3} mission (?:of|from) [^.;P]{0,40}"),
        kind=re.compile(rf"(?<![\w-]){kind}(?![\w-])"),
    )  # fmt: skip


def is_leader(person: PersonMention) -> bool:
    """Whether somebody's leading a delegation counts: also the head of a company or a university."""
    return is_official(person) or person.office in (
        "business",
        "academic",
        "deputy-academic",
        "official",
        "deputy-official",
        "head",
        "deputy-head",
        "deputy-chair",
        "chair",
        "member",
    )


def is_of_business(draft: Draft) -> bool:
    """Whether the words around call a mission one of business or experts."""
    low, high = draft.scene.clause_span(draft.position)
    return bool(patterns().kind.search(draft.scene.text[low:high]))
