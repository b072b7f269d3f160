"""How far a plant is: thought of, being built, open."""

from __future__ import annotations

from ...reading import gated as re
from .scene import STATUS_OF, Scene

_STUDIED = re.compile(
    r"\b(?:stud(?:y|ying)|consider\w*|explor(?:e|ing)|examin\w+|look(?:ing)? into|assess\w*) [^.;]*\Z"
)
_POSSIBLE = re.compile(r"\bpossib(?:le|ility of|ilities of) [^,.;]*\Z")
OPENED = re.compile(r"\b(?:inaugurat\w+|opened|put (?:[^,;.]{3,40} )?into operation|commissioned)\b")
THEN_OPENED = re.compile(r",? (?:which|that) (?:was |were |has been )?(?:opened|launched|inaugurated)\b")
_THERE_IS = re.compile(r"\bthere (?:is|are|exists?) (?:already |now |currently )?(?:[\w-]+ ){0,4}\Z")
# a second phase shows that the first one runs
GOES_ON = re.compile(
    r"\b(?:entered|entering|is preparing for|are preparing for|moved (?:in)?to|moving (?:in)?to) (?:its|the|"
    r"a) (?:second|third|next) (?:phase|stage)\b|"
    r"\b(?:now|currently|already) (?:good for|producing|pumping|yielding|turning out|operating|running|employing)\b"
)
# "construction of a glass plant has started": it is being built
_BEGUN = re.compile(
    r"\bconstruction (?:of|on|work|works)\b[^.;]*\b(?:started|begun|began|commenced|launched|under ?way)\b"
    r"|\b(?:started|begun|began|commenced|launched) (?:the )?construction\b"
)
_MAKES_ALREADY = re.compile(
    r"\bhas (?:already )?(?:started|begun) (?:to )?(?:export|produc|operat|deliver|ship|suppl|sell|work|assembl)\w*"
)
# "joint ventures such as a seat factory": it is there
# "work started on August 28 on a farm and milk plant"
_WORK_BEGAN = re.compile(
    r"\b(?:work|works|building|earthworks|piling)\b[^.;,]{0,40}?\b(?:started|began|has begun|commenced|"
    r"got under way)\b[^.;]* on "
)
_TALKS = re.compile(r"\b(?:begun|began|started|opened|holding|held|in) (?:the )?(?:talks|negotiations)\b")
# "has leased a warehouse", "a plant making panels started up in May"
_TAKEN = re.compile(
    r"\b(?:has|have|had) (?:just |now |already |also )?(?:leased|rented|built|opened|set up|acquired|taken over)\b|"
    r"\b(?:started|starts) up\b|\b(?:came|went) on stream\b|"
    r"\b(?:began|started|has begun|has started) (?:work|operations?|production|turning out)\b|"
    r"(?<!to )(?<!will )\bput (?:an?|its|the|their) [^,;.]{3,80}? into (?:operation|service|production)\b"
)
_BEING_PUT_UP = re.compile(
    r"\b(?:is|are) (?:now |currently |already )?(?:erecting|building|constructing|putting up|installing|laying|"
    r"fitting out)\b|"
    r"\b(?:is|are) being (?:erected|put up|laid|fitted out)\b"
)
_RECEIVED = re.compile(
    r"\b(?:received|welcomed|admitted|took in|served|saw) (?:its|their|the) first (?:[\w-]+ )?"
    r"(?:guests|customers|patients|students|visitors|pupils|residents|tenants|ships?|cargo)\b|\bopened its doors\b"
)
EXAMPLES = re.compile(
    r"\b(?:joint ventures|joint enterprises|projects|enterprises|investments|factories|plants|"
    r"companies)\b[^.;]{0,40}"
    r"\b(?:such as|including|like|among them|for example|notably)\b[^.;]*\Z"
)


def status_of(scene: Scene, kind: str | None, at: int, said: str) -> str | None:
    """How far what stands at `at` has come, by the cue `kind` and the words of its clause, `said`."""
    if GOES_ON.search(said):
        return "operating"
    start = scene.clause_at(at).start
    if kind == "agreed" and _STUDIED.search(scene.small, start, at):
        return "proposed"
    if kind in (None, "talked") and _POSSIBLE.search(scene.small, start, at):
        return "proposed"
    if kind == "done" and THEN_OPENED.search(scene.small, at):
        return "operating"
    if kind == "done" and _BEGUN.search(said):
        return "planned"
    if kind == "done" and _MAKES_ALREADY.search(said):
        return "operating"
    if kind in (None, "talked", "done") and EXAMPLES.search(scene.small, 0, at):
        return "operating"
    if kind in (None, "talked", "done", "running") and _THERE_IS.search(scene.small, 0, at):
        return "operating"
    if kind == "done" and _WORK_BEGAN.search(said):
        return "planned"
    if kind is None and _TALKS.search(said):
        return "proposed"
    if kind in (None, "done") and (_RECEIVED.search(said) or _TAKEN.search(said)):
        return "operating"
    if kind is None and _BEING_PUT_UP.search(said):
        return "planned"
    if kind in (None, "talked", "believed", "running"):
        if re.search(r"\b(?:construction of|under construction|is being built|are being built)\b", said):
            return "planned"
        if kind is None and re.search(
            r"\b(?:produces|manufactures|built by|was built|has been built|turns out|has a (?:\w+ )?capacity|"
            r"can handle|handles|"
            r"caters|serves|supplies)\b",
            said,
        ):
            return "operating"
        if kind == "running":
            return "operating"
        if kind == "talked" and re.search(
            r"\b(?:joint use|shared use|lease|open|launch|build|construct|establish|creat|set(?:ting)? up)\w*\b", said
        ):
            return "proposed"
        return None
    if kind == "done" and re.search(
        r"\b(?:opened|launched|established|set up|founded|put (?:[^,;.]{3,40} )?into operation|commissioned|"
        r"inaugurated)\b",
        said,
    ):
        return "operating"
    return STATUS_OF.get(kind)
