"""Agreements: instruments and institutions between the two countries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...reading import Reading
from ...reading import gated as re
from .awards import find_awards
from .bodies import find_bodies
from .body_names import Body
from .context import carry, find_followups, is_listed
from .cues import find_signals
from .instruments import find_instruments
from .later import find_later, signed_with
from .merge import merge
from .model import KINDS, AgreementFact, Mention
from .partnership import find_partnership
from .relations import find_relations
from .scene import Carried, Scene
from .twin_words import speaks_of_twins
from .twinning import find_twinning
from .visas import find_visas

__all__ = ["KINDS", "AgreementFact", "find_agreements"]


def find_agreements(reading: Reading) -> Iterator[AgreementFact]:
    """Yield every agreement of a clipping once, in text order.

    Parameters
    ----------
    reading
        The clipping, read.

    Yields
    ------
    AgreementFact
        One row per instrument or institution; what several sentences say of it is put together.
    """
    for mention in sorted(merge(_mentions(reading)), key=lambda m: m.start):
        sentence = mention.sentence
        yield AgreementFact(
            article_id=reading.article.article_id,
            start=sentence.start,
            end=sentence.end,
            quote=reading.text[sentence.start : sentence.end],
            rule=mention.rule,
            title=mention.title,
            kind=mention.kind,
            period=mention.period,
            in_force=mention.in_force,
            status=mention.status,
        )


_REACH = 3  # how many sentences on "the document" may still be it
_LEADS = ("signed", "signing", "documents")


def _mentions(reading: Reading) -> Iterator[Mention]:
    """Every mention, sentence by sentence, with what the sentences before it lend it."""
    last: list[Mention] = []
    recent: list[tuple[int, Mention]] = []  # named a few sentences ago, with the sentence's number
    carried: Carried | None = None
    visas = twins = -9  # which sentence spoke of them last
    known: dict[str, Body] = {}
    for number, sentence in enumerate(reading.sentences):
        here = find_signals(sentence) if sentence.bilateral and not sentence.is_overlong else ()
        lead = sentence.text.endswith(":") or any(word in sentence.text for word in _LEADS)  # of a list, perhaps
        recent = [(n, m) for n, m in recent if number - n <= _REACH and m.sentence.section == sentence.section]
        if (
            not sentence.bilateral
            or sentence.is_overlong
            or not (here or last or recent or carried or lead or known or number - visas == 1)
        ):
            last, carried = [], None
            continue
        listed = carried if carried and is_listed(sentence.text, carried) else None
        scene = Scene(reading, sentence, here, listed)
        found = _found(scene, known, about_visas=number - visas == 1, about_twins=number - twins <= 2)
        found = [signed_with(scene, mention, last) for mention in found]
        yield from found
        yield from find_followups(scene, found or last)
        yield from find_later(scene, found, [m for _, m in recent])
        recent += [(number, m) for m in found]
        last = found or (last if here else [])
        visas = number if "visa" in scene.families else visas
        twins = number if speaks_of_twins(scene) else twins
        carried = carry(scene, found)


def _found(scene: Scene, known: dict[str, Body], *, about_visas: bool, about_twins: bool) -> list[Mention]:
    """What the rules find in a sentence; each is asked only where one of its words stands."""
    families, found = scene.families, []
    if "relations" in families:
        found += find_relations(scene)
    if "partnership" in families:
        found += find_partnership(scene)
    if "visa" in families or about_visas:
        found += find_visas(scene, about_visas=about_visas)
    if about_twins or families & {"twinning", "instrument", "relations"}:
        found += find_twinning(scene, about_twins=about_twins)
    if "body" in families or known:
        found += find_bodies(scene, known)
    if "award" in families:
        found += find_awards(scene)
    if "instrument" in families:
        found += _unclaimed(find_instruments(scene), found)
    return sorted(found, key=lambda m: m.start)


_SPECIAL = {
    "visa": re.compile(r"\bvisas?\b", re.IGNORECASE),
    "twinning": re.compile(r"\b(?:sister|twin(?:ned|ning)?\b)", re.IGNORECASE),
    "partnership": re.compile(r"(?<!economic )\bpartnership\b", re.IGNORECASE),
    "relations": re.compile(r"\bdiplomatic (?:relations|ties)\b", re.IGNORECASE),
}


_AMENDS = re.compile(r"\b(?:amend|supplement|additional\s+protocol)", re.IGNORECASE)
_PROGRAMME = re.compile(r"\b(?:programme?|plan|road\s?map)\b", re.IGNORECASE)
_FOUNDING = re.compile(
    r"\b(?:establish\w*|setting\s+up|creati\w+|formation|founding|opening)\s+(?:of\s+)?(?:an?\s+|the\s+)?(?:[\w'-]+\s+){0,4}?"
    r"(?:council|commission|committee|cent(?:re|er)|consulate|embassy|group|society|institute|department|fund|school|association|house)\b",
    re.IGNORECASE,
)


def _unclaimed(instruments: Iterable[Mention], found: list[Mention]) -> list[Mention]:
    """The instruments that are not one of `found` under its more special kind."""
    kinds = {m.kind for m in found}
    pairs = [m.title.rpartition(": ")[2].split(" – ") for m in found if m.kind == "twinning"]
    local, out = bool(pairs), []
    theirs = next((m for m in found if m.rule == "twin-signed"), None)
    for mention in instruments:
        if theirs and mention.period == theirs.period and mention.status == theirs.status:
            theirs = None  # the paper that the two places sign
            continue
        if any(name in mention.title for pair in pairs for name in pair):
            continue
        if _FOUNDING.search(mention.title):  # "an agreement on the establishment of a business council"
            body = next((m for m in found if m.kind == "body" and m.title in mention.title), None)
            if body:
                found.remove(body)  # the paper is signed; the council is still to come
            out.append(mention)
            continue
        special = next((kind for kind, pattern in _SPECIAL.items() if pattern.search(mention.title)), None)
        if special == "partnership" and _PROGRAMME.search(mention.title):  # it implements the partnership
            special = None
        if special is None and not (local and "riend" in mention.title):
            out.append(mention)
        elif special == "visa" and _AMENDS.search(mention.title):
            out.append(replace(mention, kind="visa", key=("amended",)))
        elif special not in kinds and special in ("visa", "partnership"):
            out.append(replace(mention, kind=special, key=("ordinary" if special == "visa" else special,)))
    return out
