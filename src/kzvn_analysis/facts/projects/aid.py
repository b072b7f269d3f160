"""Aid: masks, vaccines and other supplies that one country gives or sells the other."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .model import Draft, size_cells
from .scene import BOTH, STATUS_OF, Scene
from .units import counts, sector_of

_GIVEN = re.compile(
    r"\b(?:sent|send|donat\w+|gave|given|giv\w+|handed|deliver\w+|presented|provid\w+|shipped|suppl\w+|"
    r"received)\b"
)
_VACCINE = re.compile(r"\b(?:[A-Z][\w-]+ )?vaccines?\b")


def find_aid(scene: Scene) -> Iterator[Draft]:
    """Yield every number of masks, doses or tests given, and talks on a vaccine's supply."""
    for amount in scene.amounts:
        if not counts(amount.what.unit, "aid") or not scene.countries_around >= BOTH:
            continue
        clause = scene.clause_at(amount.start)
        if not _GIVEN.search(scene.small, clause.start, clause.end):
            continue
        kind = scene.kind_at(amount.start, amount.end)
        status = STATUS_OF.get(kind, "done") if kind not in (None, "talked", "running", "done") else "done"
        yield Draft(
            family="aid",
            at=amount.start,
            title=re.sub(r"^[\d.,]+ ?(?:thousand |million )?", "", amount.what.text) + " sent",
            sector=sector_of(amount.what.unit, "aid"),
            status=status,
            **size_cells(amount.what),
            period=scene.period(clause.start, clause.end, amount.start),
            note=amount.what.unit,
        )
    yield from _batch(scene)
    match = _VACCINE.search(scene.text)
    if (
        match
        and scene.countries_around >= BOTH
        and re.search(r"\bsuppl\w+|\bbottl\w+|\bproduc\w+|\bdeliver\w+|\bpurchas\w+", scene.small)
    ):
        if any(a.what.unit == "doses" for a in scene.amounts):
            return
        later = [c for c in scene.clauses if c.start >= match.start()]
        kinds = [scene.kind_at(match.start(), match.end()), *(cue.kind for c in later for cue in c.cues)]
        wish = [k for k in kinds if k in ("proposed", "wished", "urged", "intended")]
        if wish:
            yield Draft(
                family="aid",
                at=match.start(),
                title=f"{match.group()} supplies",
                sector="health",
                status="proposed",
                note="vaccine",
            )


_BATCH = re.compile(
    r"\b(?:batch(?:es)?|consignments?|shipments?|lots?|tonnes?|tons?) of "
    r"(?P<what>(?:(?:medical|protective|humanitarian) )?(?:masks|ventilators|test kits|medicines|"
    r"medical (?:supplies|equipment|goods)|protective (?:equipment|clothing|suits)|"
    r"humanitarian (?:aid|relief|supplies)))\b"
)


def _batch(scene: Scene) -> Iterator[Draft]:
    """Aid that is not counted: "thanked Kazakhstan for the batch of medical masks delivered last year"."""
    match = _BATCH.search(scene.small)
    if not match or not scene.countries >= BOTH or any(counts(a.what.unit, "aid") for a in scene.amounts):
        return
    clause = scene.clause_at(match.start())
    kind = scene.kind_at(match.start(), match.end())
    if not _GIVEN.search(scene.small, clause.start, clause.end) or kind not in (None, "talked", "running", "done"):
        return
    yield Draft(
        family="aid",
        at=match.start(),
        title=match.group(),
        sector="health",
        status="done",
        period=scene.period(clause.start, clause.end, match.start()),
        note=match["what"],
    )
