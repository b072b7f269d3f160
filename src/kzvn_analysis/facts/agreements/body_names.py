"""Cut the names of institutions out of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...reading import gated as re
from .scene import Scene
from .topics import find_topic


@dataclass(frozen=True, slots=True)
class Body:
    """An institution's name: local offsets, title, and what its line in the list says of it."""

    start: int
    end: int
    title: str
    noun: str
    need: str
    family: str


def find_body_names(scene: Scene) -> Iterator[Body]:
    """Every institution that the sentence names, in order."""
    signals = scene.signalled("body")
    for i, signal in enumerate(signals):
        start, end = signal.start, signal.end
        lead = _LEAD.search(scene.text, max(0, start - 90), start)
        if lead:
            skipped = _NO_LEAD.match(scene.text, lead.start(), start)
            start = skipped.end() if skipped else lead.start()
        of = _OF.match(scene.text, end) or _OF_WORDS.match(scene.text, end)
        if of:
            end = of.end()
        elif re.match(r"\s+(?:on|for)\s", scene.text[end : end + 8]):
            end = max(end, find_topic(scene, end, len(scene.text))[1])
        seat = _SEAT.match(scene.text, end)
        if seat:
            date = next((d for d in scene.dates if seat.start() < d.start < seat.end()), None)
            end = date.start if date else seat.end()
        if i + 1 < len(signals) and (joined := _AND_ANOTHER.search(scene.text, signal.end, signals[i + 1].start)):
            end = min(end, joined.start())
        end = start + len(_DANGLING.sub("", scene.text[start:end].rstrip(" ,.")))
        end = max(end, signal.end)
        between_states = "overnmental" in scene.text[start:end]
        told = _TOLD_OF_IT.search(scene.text, signal.end, end) if between_states else None
        end = told.start() if told else end
        named_after = _NAMED_AFTER.match(scene.text, end)
        end = named_after.end() if named_after else end
        _, need, family = signal.mention.term
        noun = scene.lower[signal.start : signal.end]
        if noun == "mission" and _TRAVELLING.search(scene.lower, 0, signal.start):
            continue
        yield Body(start, end, scene.original(start, end).strip(" ,."), noun, need, family)


# of people who travel, no office
_TRAVELLING = re.compile(r"\b(?:business|expert|study|working|fact-finding|purchasing|export|promotion|training)\s+$")
_LEAD = re.compile(
    r"(?:(?:[A-Z][\w.'-]*|joint|bilateral|strategic|permanent|inter-?governmental|honorary|friendship|cultural|"
    r"language|studies|parliamentary|trade|"
    r"economic|business|scientific|agricultural|education(?:al)?|research|information|high-level|"
    r"ministerial-level|general|science|"
    r"culture|and|of)\s+){1,8}$"
)
# "the Commission on Trade and the Business Council": two
_AND_ANOTHER = re.compile(r",?\s+and\s+(?:the|its|their|an?)\s+(?:[A-Z][\w'-]*\s+|[a-z-]+\s+){0,3}$")
_NO_LEAD = re.compile(r"(?:(?:and|of|The|A|An|In|On|At|By|For|During|As|This|Its|Their|That|Also|Then|Both)\s+)+")
_FIELD = (
    r"(?:[A-Z][\w'-]*|friendship|trade|economic|scientific|technical|technological|humanitarian|cultural?|"
    r"agriculture|transport|energy|"
    r"education|tourism|science|culture|co-?operation|languages?|literature|studies|investment|industry|"
    r"labou?r|defen[cs]e|security|"
    r"legal|relations|history|training|technology|and|the|of)"
)
_OF = re.compile(rf"\s+of\s+(?:the\s+)?{_FIELD}(?:(?:,?\s+|-){_FIELD})*")
_OF_WORDS = re.compile(
    r"\s+of\s+(?:the\s+)?(?!\d)[\w'-]+(?:\s+(?:and\s+)?[\w'-]+){0,3}?"
    r"(?=\s+(?:in|at|on|by|with|was|were|is|has|had|will|to|which|between|under|during|last|this|from)\b"
    r"|[,.;:)]|$)"
)
_NAMED_AFTER = re.compile(r"\s+(?:named\s+(?:after|for|in\s+honou?r\s+of)|called)\s+[A-Z][\w'.-]*(?:\s+[A-Z][\w'.-]*)*")
_SEAT = re.compile(
    r"\s+(?:at|in|within|between)\s+(?:the\s+)?(?:[A-Z][\w'.-]*|both|parliaments|"
    r"city)(?:\s+(?:[A-Z][\w'.-]*|of|the|parliaments|two|in))*"
)
# "the intergovernmental committee in the form of …", "… in Hanoi", "… convened its session": no part of its name
_TOLD_OF_IT = re.compile(
    r"\s+(?:success\w+\s+)?(?:in\s+(?:the\s+form|[A-Z])|(?:has\s+|have\s+|had\s+)?(?:convened|held|met|co-chaired|took\s+place)\b)"
)
_DANGLING = re.compile(r"(?:\s+(?:in|of|at|the|and|on|for|successfully))+$")
