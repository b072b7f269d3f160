"""Wishes, offers and hopes that name a field and no more: nothing that could be done is said."""

from __future__ import annotations

from ...reading import gated as re
from ..progress import Clause
from .model import WISHES
from .words import SectorWord


def names_only(word: SectorWord, kind: str | None, small: str, clause: Clause) -> bool:
    """Whether a wish for `word`'s field is a general one ("would like closer ties in …"), without an undertaking.

    Parameters
    ----------
    word
        The word that names the field.
    kind
        How far the clause says it has come, as in ``progress.tsv``.
    small, clause
        The sentence in lower case, and the clause of it in which the word stands.
    """
    if kind in WISHES and _QUESTION.search(small, clause.start, word.start):
        return True
    if kind == "wished" and _EXPERIENCE.search(small, clause.start, word.start):
        return True
    if kind not in WISHES or kind == "negated":
        return False
    asked = max((c.start for c in clause.cues if c.start < word.start), default=clause.start)
    since = asked if kind == "proposed" else clause.start  # "to boost ties, she suggested that …" is no wish
    if kind != "proposed" and _GROWTH.search(small, since, clause.end):
        return True
    return any(
        not _UNDERTAKEN.search(small, m.end(), word.start + 1)
        for m in _GENERAL.finditer(small, since, clause.end)
        if m.start() < word.start or clause.cues[0].start > word.end
    )


_TIES = (
    r"(?:co-?operation|co-op|collaboration|affiliation|ties|relations|relationship|partnership|links|exchanges"
    r"|interaction|contacts|connections|activities|efforts|engagements?|joint work)"
)
_GROW = (
    r"(?:expand|strengthen|boost|promot|deepen|enhanc|intensify|intensifi|develop|broaden|widen|step(?:ping|ped)? up"
    r"|foster|increas|further|advanc|diversif|stimulat|reviv|restor|renew|maintain|consolidat|extend|lift|rais|elevat"
    r"|upgrad|build(?:ing)? (?:up|on))\w*"
)
# "would like to expand cooperation in …": a wish without a plan names the field, no more.
_GENERAL = re.compile(
    rf"\b{_GROW} (?:[\w,’'-]+ ){{0,6}}?{_TIES}\b|\b(?:more active|closer|greater|deeper|stronger|wider|broader|fuller"
    rf"|heightened|intensified|increased|further|\w+lier|more \w+) (?:\w+ ){{0,2}}?{_TIES}\b|"
    r"\binterest (?:was (?:voiced|expressed|shown) |of (?:[\w-]+ ){1,3})?in (?:[\w-]+ )?(?:projects?|co-?operation|"
    r"collaboration|contacts|ties|links|partnership)\b|"
    # "ready to cooperate more actively in …", "hopes to do more together with the guests in …"
    r"\bco-?operate (?:further |more |closely |actively )*in\b|"
    r"\b(?:work together|work (?:more )?closely|join forces|join hands|do more|go further)(?: together)?"
    r"(?: with (?:[\w’'-]+ ){1,4}?| )(?:in|on) (?!\w+ing (?:an?|the|two|new)\b)|"
    # "hoped that cooperation would be broadened in oil and gas", "would like the partnership to grow in …"
    rf"\b{_TIES}(?: [\w’'-]+){{0,6}}? be (?:further )?{_GROW}|"
    # "asked them to work toward the goal, with priority given to …"
    r"\bwith (?:a |the |special |particular |main )*(?:priority|focus|emphasis|attention) (?:\w+ )?(?:to|on)\b|"
    rf"\b{_TIES} (?:with [\w’'-]+ (?:[\w’'-]+ )?)?(?:(?:would|will|should|can|could|to|further|also) )*"
    r"(?:grow|expand|deepen|develop|broaden|widen|strengthen|flourish|advance|move|go|rise)\b|"
    r"\bopen(?:s|ed|ing)? (?:up )?(?:the |new |more |wide )*(?:doors?|opportunities|prospects|possibilities|horizons) "
)
# "hoped to lift trade to a higher level", "ready for a further rise in trade"
_GROWTH = re.compile(
    r"\b(?:co-?operation|ties|relations|trade|partnership)\b[^,;]{0,60}? to (?:an?|the) (?:\w+ )?(?:higher|new|next"
    r"|qualitative\w*|another) (?:level|height|stage|plane)s?\b|\b(?:further|continued|steady|sustained) (?:rise|growth"
    r"|increase|expansion) (?:in|of) (?:\w+ )?trade\b"
)
# "to strengthen ties, build a plant and …": after the general an undertaking
_UNDERTAKEN = re.compile(
    r"(?:,| and)(?: to)? (?:\w+ly |soon |also )?(?:build|open|launch|establish|set up|create|buy|invest|send|receive"
    r"|train|grant|join|take part|participate|produce|conclude|resume|attract|hold|provide|facilitate|remove|simplify"
    r"|exempt|start|begin) (?!and\b|or\b)\w"
)
# "hopes that the commission will find answers to the question of payment"
_QUESTION = re.compile(r"\b(?:questions?|issues?|problems?|matters?) of (?:[\w’'-]+,? ){0,5}\Z")
_EXPERIENCE = re.compile(
    r"\b(?:stud(?:y|ying)|learn(?:ing)?|exchang(?:e|ing)|shar(?:e|ing)|interested in|borrow(?:ing)?)"
    r" (?:from )?(?:[\w’'-]+ ){0,5}?(?:experience|know-how)\b(?:(?! that |, (?:and )?\w+ing )[^.;])*\Z|"
    r"\b(?:to|in) learn(?:ing)? from\b(?:(?! that )[^.;])*\Z"
)
