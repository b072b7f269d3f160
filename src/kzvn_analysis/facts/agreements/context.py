"""What one sentence lends the next: a list's lead to its lines, a name to "it" and "the document"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading import gated as re
from .cues import cue
from .events import event_period
from .model import Mention
from .scene import Carried, Scene
from .tense import tense


def carry(scene: Scene, found: Sequence[Mention]) -> Carried | None:
    """What holds for the next sentence, after this one yielded `found`.

    A lead that ends in a colon holds for the lines of its list; "ten documents were signed" holds for
    a next sentence that says what they include.
    """
    text = scene.lower.rstrip()
    if text.endswith(":") and _WILL_DO.search(text):
        return Carried("proposed", None, acts=True)
    if (text.endswith(":") or _PACKAGE.search(text)) and _DOCUMENTS.search(text):
        told = _told(scene)
        if told or text.endswith(":"):
            return told
    ceremony = _CEREMONY.match(text)
    if scene.carried and (found or _LINE.match(scene.text) or text.endswith(";") or ceremony):
        return scene.carried
    return Carried("concluded", event_period(scene), by_colon=False) if ceremony else None


_CEREMONY = re.compile(r"the\s+signing(?:\s+ceremony)?\s+(?:itself\s+)?(?:took\s+place|was\s+held|was\s+part)\b")


def is_listed(text: str, carried: Carried) -> bool:
    """Whether a sentence names the documents that `carried` speaks of."""
    return carried.by_colon or bool(_INCLUDE.match(text))


def _told(scene: Scene) -> Carried | None:
    """What the sentence says of its documents."""
    colon = scene.lower.rstrip().endswith(":")
    for verb in scene.verbs:
        when = tense(scene, verb) if verb.role == "sign" else None
        if when == "past":
            dates = [d.mention.edtf for d in scene.dates if d.mention.edtf and "/" not in d.mention.edtf]
            return Carried("concluded", dates[0] if dates else event_period(scene), colon)
        if when == "future":
            return Carried("proposed", None, colon)
    return None


# "the two sides agreed to:", and line by line what they are to do
_WILL_DO = re.compile(
    r"\b(?:agreed|decided|resolved|intend|plan|undertook|pledged|proposed|committed\s+themselves|instructed\s+[^:]{3,60}|"
    r"(?:are|is)\s+(?:ready|to)|will|should|need|expressed\s+(?:their|its)\s+(?:readiness|intention))"
    r"(?:\s+(?:to|on|as\s+follows|the\s+following)){0,3}\s*:$"
)
_DOCUMENTS = re.compile(
    r"\b(?:documents?|agreements?|memorand\w+|papers|instruments|deals|treaties|mous|signed|following)\b"
)
_PACKAGE = re.compile(
    r"\b(?:\w+\s+)?(?:cooperation\s+|bilateral\s+|intergovernmental\s+|important\s+|signed\s+)*"
    r"(?:documents|agreements|memoranda|deals|papers|instruments)\b"
)
_INCLUDE = re.compile(
    r"(?:(?:the|these|those|among\s+(?:the|these)|among)\s+)?(?:(?:signed|new|bilateral|exchanged|following|inked|said)\s+)*"
    r"(?:documents|agreements|deals|papers|package|list|memoranda|they|them|these|those)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:includ\w+|compris\w+|cover\w*|are|were|is|was)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"\s*(?:[-*\u2022\u00b7]|\(?\d{1,2}[.)])\s")


def find_followups(scene: Scene, last: Sequence[Mention]) -> Iterator[Mention]:
    """Yield mentions of `last` once more, with what this sentence says of them without their name.

    Parameters
    ----------
    scene
        The sentence.
    last
        What this sentence or, failing that, the one before named.
    """
    if not last:
        return
    target = last[-1]
    if scene.sentence is target.sentence:
        open_ones = [m for m in last if m.status == "proposed" and not m.period]
        deadline, several = _deadline(scene, open_ones[-1]) if open_ones else (None, False)
        if open_ones and _TO_BE_SIGNED.search(scene.lower):  # "on A and B, to be signed in May"
            behind = [m for m in last if m.status == "proposed" and m.period and m.start > open_ones[-1].start]
            deadline, several = (deadline, True) if deadline else (behind[0].period, True) if behind else (None, False)
        for mention in (open_ones if several else open_ones[-1:]) if deadline else ():
            yield replace(mention, weight=0, rule="followup", period=deadline)
    succeeded = _SUCCESSOR.search(scene.lower)
    if succeeded and target.status == "concluded" and target.kind in _RENEWABLE:
        yield replace(
            target,
            sentence=scene.sentence,
            start=target.start + 2,
            title=f"successor {target.title}",
            status="proposed",
            rule="successor",
            period=_right_after(scene, succeeded.end()),
            in_force=None,
            key=("successor", target.title),
            weight=20,
        )
    grown = _GROWS.search(scene.lower)
    if grown and target.status == "concluded":  # "…, which is to grow into a full agreement next April"
        date = next((d for d in scene.dates if d.start >= grown.end() and d.mention.edtf), None)
        yield replace(
            target,
            sentence=scene.sentence,
            start=target.start + 1,
            title=f"{scene.original(*grown.span('what'))}: {target.title.rpartition(': ')[2]}",
            status="proposed",
            kind=_as_paper(target, grown["what"].split()[-1])[0] if target.kind in _OWN_KIND else target.kind,
            rule="grows",
            period=date.mention.edtf if date else None,
            in_force=None,
            key=("grows", target.title),
            weight=20,
        )
    predecessor, paper, at = _predecessor(scene)
    if scene.sentence is target.sentence:
        target = next((m for m in reversed(last) if m.start < at), target)
    if predecessor and predecessor != target.period:
        kind, title = _as_paper(target, paper)
        yield replace(
            target,
            sentence=scene.sentence,
            start=target.start + 1,
            kind=kind,
            title=f"{title} of {predecessor[:4]}",
            status="concluded",
            rule="predecessor",
            period=predecessor,
            in_force=None,
            key=("predecessor", predecessor[:4]),
            weight=20,
        )


def _right_after(scene: Scene, end: int) -> str | None:
    """The time that follows at once: "replaced by a new one next year"."""
    date = next((d for d in scene.dates if _IN.fullmatch(scene.lower, end, d.start)), None)
    return date.mention.edtf if date else None


_IN = re.compile(r"\s+(?:(?:in|by|on|from|already)\s+)?(?:the\s+)?")
_GROWS = re.compile(
    r"\b(?:which|it|that|the\s+\w+)\s+(?:(?:is|are)\s+(?:expected\s+|planned\s+|set\s+|due\s+|meant\s+)?to|will|should|may)\s+"
    r"(?:later\s+|then\s+|soon\s+)?(?:grow|turn|develop|evolve|be\s+(?:turned|upgraded|developed|expanded|transformed)|be\s+followed\s+by|lead)"
    r"\s+(?:(?:in)?to\s+)?(?:an?\s+)(?P<what>(?:[\w-]+\s+){0,3}(?:agreement|treaty|pact|accord|memorandum|protocol))\b"
)
_PAPER = cue("paper", plural=True)
_SIGN = r"(?:sign|ink|conclude|signing|finali[sz]e|initial|adopt)"
_SIGNED = r"(?:signed|inked|concluded|sealed|finali[sz]ed|adopted)"
_WANT_SIGNED = re.compile(
    rf"\b(?:the\s+{_PAPER}|it|them|one)\s+(?:\w+\s+){{0,4}}?{_SIGNED}\b"
    rf"|\b(?:may|can|will|could|should|might|to)\s+(?:be\s+{_SIGNED}|{_SIGN})\b|\bsigning\s+(?:(?:is|will|should|could|may|might|can)\b(?:\s+take\s+place)?|(?=(?:an?|the)\s))|\bfor\s+sign(?:ing|ature)\b"
    r"|\b(?:expected|planned|due|scheduled|set)\s+to\s+be\s+(?:ready|completed|finali[sz]ed|prepared|agreed)"
    r"(?:\s+for\s+(?:signing|signature))?\b"
)
# "… can be signed at the eighth session, which will be held in Astana in the second quarter of 2017"
_HELD_THEN = re.compile(
    r"[^.;]{0,120}?\s(?:at|during|within|on\s+the\s+occasion\s+of)\s+[^.;]{5,160}?,?\s+(?:(?:which|that)\s+)?(?:(?:is|will|are|to)\s+)*(?:be\s+)?"
    r"(?:slated|scheduled|held|planned|expected|due|take\s+place|set)\b[^.;,]{0,40}?\s"
)
_TO_BE_SIGNED = re.compile(
    rf",\s+(?:both\s+|all\s+)?(?:to\s+be|which\s+(?:are|will)\s+(?:(?:expected|planned|due|scheduled)\s+to\s+)?be)\s+{_SIGNED}\b"
)
_REPLACED = r"\b(?:supersed|replac|updat|amend|succeed)\w*\s+"
_PREDECESSOR = re.compile(
    rf"{_REPLACED}(?:that|the\s+one|its\s+predecessor|(?:the|an?)\s+(?:[a-z]+\s+)?(?P<paper>{_PAPER})|one)\s+"
    r"(?:of|from|signed\s+in|dated|dating\s+from|concluded\s+in|signed\s+on|in\s+force\s+since)\s+"
    # "a new agreement is being drafted.  The previous one was signed in 2009"
    rf"|\bthe\s+(?:previous|old|earlier|current|existing|present)\s+(?:one|{_PAPER})\s+(?:was\s+|had\s+been\s+)?"
    r"(?:(?:signed|concluded|adopted)\s+(?:back\s+)?(?:in|on)|dat(?:es?|ing)\s+(?:back\s+to|from))\s+"
)


_PUT_OFF = re.compile(
    r"\b(?P<who>they|these|both|it|this|which)\s+(?:is|are|were|was|has\s+been|have\s+been)\s+(?:now\s+|both\s+|therefore\s+)?"
    r"(?:(?:planned|expected|scheduled|due|slated|set|postponed|put\s+off|left)|on\s+the\s+(?:list|agenda))\s+(?:for|in|until|by)\s+"
)


def _deadline(scene: Scene, target: Mention) -> tuple[str | None, bool]:
    """When a proposed one is to be signed, said later in its sentence, and whether that goes for all named there.

    "Both want the text signed in May", "…; they are now planned for next year".
    """
    put_off = _PUT_OFF.search(scene.lower)
    if put_off and scene.position(put_off.start()) > target.start:
        date = next((d for d in scene.dates if 0 <= d.start - put_off.end() < 8), None)
        return (date.mention.edtf if date else None), put_off["who"] in ("they", "these", "both")
    for match in _WANT_SIGNED.finditer(scene.lower):
        if scene.position(match.start()) < target.start and not 0 <= target.start - scene.position(match.end()) < 15:
            continue  # "to sign a memorandum at the session, which is planned for May"
        named = target.start + len(target.title) + 3 if scene.position(match.start()) < target.start else 0
        dates = [d for d in scene.dates_between(match.end(), len(scene.text)) if scene.position(d.end) > named]
        near = dates and dates[0].end <= scene.clause(match.start())[1] + 1 and dates[0].start - match.end() < 40
        if dates and (near or _HELD_THEN.fullmatch(scene.lower, match.end(), dates[0].start)):
            return dates[0].mention.edtf, bool(_SEVERAL.search(scene.lower, 0, match.start()))
    return None, False


_SEVERAL = re.compile(r"\b(?:they|these|both|all)\s+$")


def _predecessor(scene: Scene) -> tuple[str | None, str, int]:
    """When the instrument was signed that one replaces, what the text calls it, and where it says so."""
    match = _PREDECESSOR.search(scene.lower)
    if not match:
        return None, "", 0
    date = next((d for d in scene.dates if match.end() - 1 <= d.start <= match.end() + 8), None)
    return (date.mention.edtf if date else None), match["paper"] or "", scene.position(match.start())


_OWN_KIND = ("agreement", "memorandum", "treaty")
_RENEWABLE = (*_OWN_KIND, "other")


def _as_paper(target: Mention, paper: str) -> tuple[str, str]:
    """Kind and title of what went before `target`: a memorandum, where the text calls it one."""
    if paper not in _OWN_KIND or paper == target.kind:
        return target.kind, target.title
    topic = re.search(r"\s(?:between|on|for|in the field)\s.*", target.title)
    return paper, paper + (topic[0] if topic else "")


# "… ran out in December, and a successor is being prepared"
_SUCCESSOR = re.compile(
    r"\b(?:an?|its|the)\s+(?:successor|replacement|follow-up|new\s+(?:one|text|version))"
    rf"(?:\s+(?:{_PAPER}|to\s+it|to\s+replace\s+it))?\s+"
    rf"(?:(?:is|are)\s+(?:still\s+|now\s+|already\s+|currently\s+)?(?:{cue('unsettled')}|in\s+preparation)"
    r"|(?:has|have)\s+(?:yet\s+to|not\s+(?:yet\s+)?been)\b|(?:may|might|could|should|will)\s+be\s+(?:signed|ready)\b)"
    rf"|\b(?:will|should|may|is\s+(?:due\s+|expected\s+|set\s+)?to)\s+(?:soon\s+)?be\s+replaced\s+(?:by|with)\s+an?\s+new\s+(?:one|{_PAPER})\b"
    r"|\b(?:drafting|preparing|negotiating|work(?:ing)?\s+on|talks\s+on|negotiations\s+on)\s+(?:an?|its|the)\s+"
    r"(?:successor|replacement|new\s+one)\b"
)
