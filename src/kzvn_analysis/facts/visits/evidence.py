"""The gate that every wording of a visit must pass, whatever rule read it: who, whose, where to, and told as a fact."""

from __future__ import annotations

from ...reading import gated as re
from .actors import is_official
from .draft import OTHER, Draft


def stands(draft: Draft) -> bool:
    """Whether the words around a wording bear it out.

    A wrong row does more harm than a missing one: what is not borne out yields none.
    """
    return (
        _in_scope(draft)
        and not _is_asked(draft)
        and not _is_a_noun(draft)
        and not _is_a_condition(draft)
        and not _is_a_show(draft)
        and not _of_an_envoy(draft)
        and not _of_nobody(draft)
        and not _only_sought(draft)
        and not _of_many(draft)
    )


def _in_scope(draft: Draft) -> bool:
    """Whether a draft may stand where it is.

    A passage about somebody else still tells of a visit if it names who went from the one country to the
    other.
    """
    if draft.scene.sentence.bilateral:
        return True
    if draft.kind == "meeting" and not draft.anaphoric:
        return draft.visitor is not None and draft.counterpart is not None
    text = draft.scene.text
    if draft.kind == "session":
        # "agreed to make use of the bloc's free trade, and to hold the commission's session in L"
        both = draft.scene.before is not None and draft.scene.before.sentence.bilateral
        places = {draft.scene.country(p) for p in draft.scene.at if text[p] in "AL"}
        return both and draft.host in OTHER and draft.dated and places <= set(OTHER) and draft.rule == "session-of-body"
    strangers = any(text[p] == "A" and draft.scene.country(p) not in OTHER for p in draft.scene.at)
    if draft.rule == "went-home":  # "the guests fly home on D"
        return draft.scene.before is not None and draft.scene.before.sentence.bilateral and not strangers
    return draft.kind == "visit" and draft.visitor is not None and draft.explicit_host and not strangers


def _is_asked(draft: Draft) -> bool:
    """Whether a question asks for it: "did P go to L?"; "the visit of P to L" is taken as known even so."""
    asked = draft.scene.text.rstrip(" \"'”)").endswith("?")
    return asked and draft.kind == "visit" and draft.rule not in ("visit-noun", "visits-listed")


_BEFORE_NOUN = re.compile(
    r"(?:'s?|\b(?:the|an?|his|her|their|its|this|that|first|second|third|last|next|short|brief|long|recent|official)) $"
)
_NOUN_OR_VERB = re.compile(r"(?:stay|stop|visit|tour|return|transit)\b")


def _is_a_noun(draft: Draft) -> bool:
    """Whether what was taken for a verb is a noun: "P's first stay in L"."""
    text = draft.scene.text
    verb = draft.rule.startswith("verb-") and _NOUN_OR_VERB.match(text, draft.position)
    return bool(verb) and bool(_BEFORE_NOUN.search(text[: draft.position]))


_WHENEVER = re.compile(r"\b(?:when|once|before|until|as soon as) (?:the |his |her )?P $")
_GOES = re.compile(r"(?:travels|visits|comes|goes|arrives|flies|pays|makes)\b")


def _is_a_condition(draft: Draft) -> bool:
    """Whether a journey without a time is but what something else waits for: "when P travels to L"."""
    text = draft.scene.text
    goes = not draft.dated and _GOES.match(text, draft.position)
    return bool(goes) and bool(_WHENEVER.search(text[: draft.position]))


# who travels to play, sing or shoot a film
_SHOW = re.compile(
    r"\b(?:film|movie|camera|television|tv|shooting) (?:crew|team|group)s?\b"
    r"|\b(?:football|futsal|volleyball|basketball|hockey|boxing|wrestling|judo|chess|swimming|cycling|athletics|tennis|national|olympic"
    r"|youth|women's|men's|u-?\d\d|under-\d\d) (?:[\w-]+ ){0,2}(?:team|squad|side)s?\b"
    r"|\b(?:athletes|boxers|wrestlers|footballers|players|judokas|swimmers|runners|singers|musicians|dancers|artists"
    r"|tourists|holidaymakers|workers|welders|labourers|trainees|interns|cadets|volunteers|students|schoolchildren|pupils|troupe|orchestra|ensemble|circus)\b"
)
_MADE_UP_OF = re.compile(
    r"\bdelegation (?:consisting |made up |composed )?of (?:[\w-]+,? ){0,3}"
    r"(?:cultural workers|artists|singers|musicians|dancers|athletes|students)$"
)
_OF_STATE = re.compile(r"\b(?:delegation|mission|minister|ministry|officials)\b")


def _is_a_show(draft: Draft) -> bool:
    """Whether the travellers are a team, a troupe, a film crew or tourists and whoever heads these."""
    if draft.kind not in ("mission", "visit"):
        return False
    low = draft.scene.clause_span(draft.position)[0]
    told = draft.scene.text[low : draft.position + 60] if draft.kind == "mission" else _led_group(draft)
    found = _SHOW.search(told)
    if found and _MADE_UP_OF.search(told, 0, found.end()):
        return True
    return bool(found) and not _OF_STATE.search(told, 0, found.end())


def _led_group(draft: Draft) -> str:
    """What the traveller of a visit leads: "a film crew led by"."""
    scene = draft.scene
    place = next((p for p in scene.people if scene.at[p] is draft.visitor), None)
    if place is None or draft.visitor is None or (draft.visitor.rank or 9) < 5:
        return ""
    led = re.search(r"[^.;,P]{0,80}\b(?:led|headed) by (?:the |its )?$", scene.text[:place])
    return led[0] if led else ""


_HIS = re.compile(r"\b(?:his|her) (?:[\w-]+ ){0,3}$")


def _of_an_envoy(draft: Draft) -> bool:
    """Whether "his trip to the province" is the ambassador's who was named last, or somebody's who is not known."""
    scene = draft.scene
    if draft.explicit_host or draft.rule != "visit-noun" or not _HIS.search(scene.text[: draft.position]):
        return False
    before = [scene.at[p] for p in scene.people if p < draft.position]
    if not before:
        return bool(_SOMEBODY.match(scene.text))
    return bool(before) and before[-1] is not draft.visitor and not is_official(before[-1])


# "Y said that his visit …": of Y nothing is known, so it is nobody's who was named before
_SOMEBODY = re.compile(
    r"\W*(?:mr\.? |ms\.? )?(?!(?:he|she|his|her|the|this|that|in|on|at|for|as|during|also|then|later|after"
    r"|before)\b)[\w.-]+"
    r"(?: [\w.-]+){0,2} (?:said|says|noted|stressed|added|told|affirmed|thanked|recalled|hoped|believed|expressed)\b"
)
_NOBODY = re.compile(r"\b(?:no|any|every|each) $")


def _of_nobody(draft: Draft) -> bool:
    """Whether the traveller is no certain person: "no P has been to L"."""
    scene, person = draft.scene, draft.visitor
    place = next((p for p in scene.people if scene.at[p] is person), None)
    return place is not None and bool(_NOBODY.search(scene.text[:place]))


_MANY_TIMES = re.compile(
    r"[^.;P]{0,60}\b(?:many|several|numerous|a number of|dozens of|a few) times\b"
    r"|[^.;P]{0,60}\bas (?:an? |the )?(?:[\w-]+ )?(?:secretary|attache|student|diplomat|trainee|consul|interpreter"
    r"|ambassador)\b"
)


def _of_many(draft: Draft) -> bool:
    """Whether somebody went again and again, or to study or serve there: "came to L in D as third secretary"."""
    return draft.rule.startswith("verb-") and bool(_MANY_TIMES.match(draft.scene.text, draft.position))


_A = re.compile(r"\b(?:an?|any|another|early|possible|future|next|mutual|reciprocal|new) (?:[\w-]+ )*$")
_SOUGHT = re.compile(
    r"\b(?:(?:promot|arrang|facilitat|propos|suggest|discuss|consider|explor|encourag|request|seek|sought|urg|hop|want|wish"
    r"|accelerat|speed|foster|envisag|foresee|provid|agree|intend|point)\w*"
    r"|work(?:ing|s)? (?:for|towards?)"
    r"|(?<!have )(?:organi[sz]e|organi[sz]ing|support|supporting|includes?|including|welcomes?|pave)) "
    r"[^.;:DP]{0,60}$"
)


_WISHED = re.compile(
    r"\b(?:promot|facilitat|propos|suggest|consider|explor|encourag|request|seek|sought|urg|hop|want|wish)(?:e|es|ed"
    r"|ing|s)? "
    r"(?:to [a-z]+ )?$"
)


def _only_sought(draft: Draft) -> bool:
    """Whether a visit is but an idea that somebody has: "asked to promote an early visit of P"."""
    if draft.kind != "visit" or draft.rule != "visit-noun" or draft.anaphoric:
        return False
    before = draft.scene.text[: draft.position]
    if not _A.search(before):
        return False
    return bool((_WISHED if draft.dated else _SOUGHT).search(_A.sub("", before).rstrip() + " "))
