"""The words by which a sentence shows that it is about twinned places."""

from __future__ import annotations

from ...reading import gated as re
from .scene import Scene


def speaks_of_twins(scene: Scene) -> bool:
    """Whether the sentence is about twinned places."""
    text, families = scene.lower, scene.families
    return (
        "twinning" in families
        and bool(TWIN.search(text) or FRIENDLY_PAPER.search(text))
        or "relations" in families
        and bool(_LOCAL_TIES.search(text))
    )


PLACE = r"(?:provinces?|cit(?:y|ies)|towns?|regions?|ports?|states?|localit(?:y|ies))"
_BOND = r"(?:relations?(?:hips?)?|ties|links)"
PAPER = (
    r"(?:pacts?|agreements?|accords?|treat(?:y|ies)|memorand(?:um|a|ums)|mous?|protocols?|deals?|documents?|"
    r"letters?\s+of\s+intent)"
)
TWIN = re.compile(
    rf"\b(?:(?:sister(?:hood)?|twin(?:ned|ning)?|brother(?:hood|ly)?|fraternal|partner)[\s-](?:{PLACE}|{_BOND}|"
    rf"with\b)|sisterhood|sisters|twins|"
    rf"twin\s+of|twinn(?:ed|ing)|(?:friendship|friendly)(?:\s+and\s+[\w-]*cooperati(?:on|ve)|\s+cooperation)?\s+(?:{PAPER}|"
    rf"{_BOND})|(?:establish|forg|build|set\s+up|launch)\w*\s+(?:friendly|friendship|fraternal|twin|sister)\s+(?:co-?operation|"
    rf"{_BOND}))\b"
)
FRIENDLY_PAPER = re.compile(
    rf"\b{PAPER}(?:\s+of\s+understanding)?\s+(?:on|of)\s+(?:the\s+)?(?:establish\w*\s+(?:of\s+)?)?(?:friend(?:ship|ly)|sister|twin)\w*"
    r"(?:\s+and\s+[\w-]*co-?operati(?:on|ve)|\s+co-?operation)?(?:\s+(?:relations|ties))?"
)
# "the second province to have ties with a Kazakh partner, after A with B in 2012 and C with D in 2016"
_LOCAL_TIES = re.compile(
    rf"\b{_BOND}\s+(?:with|between)\s+(?:an?\s+|the\s+|its\s+)?(?:kazakh\w*|viet\w*)\s+(?:partners?|{PLACE})\b"
)
