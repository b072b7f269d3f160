"""Find treaties, agreements, memoranda and programmes that a sentence names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading import gated as re
from .bare import bare_title
from .force import in_force_of
from .joint import is_joint, is_of_both, is_signed_by_both
from .lists import find_dated_items, find_items
from .merge import BARE
from .model import Mention
from .names import Name, find_names
from .parties import is_between_firms, is_bilateral, names_company
from .scene import Scene
from .status import Verdict, judge, past_aside
from .timing import period_of
from .titles import is_specific, subject_of, title_of

ROLES = frozenset({"sign", "open"})


def find_instruments(scene: Scene) -> Iterator[Mention]:
    """Yield a mention for each instrument that the sentence names and concludes or proposes."""
    verdicts: list[tuple[Name, Verdict | None]] = []
    for name in find_names(scene):
        if is_bilateral(scene, name.start, name.end):
            definite = name.definite and name.head.demand == "named"
            end = past_aside(scene, name.core_end)
            verdicts.append((name, judge(scene, name.start, end, ROLES, definite=definite)))
    both = _BOTH_OF_WHICH.search(scene.lower)
    for i, (name, verdict) in enumerate(verdicts):
        if both and name.end <= both.start():
            shared = judge(scene, name.start, both.end(), ROLES)
            if shared and shared.verb and both.end() <= shared.verb.start < both.end() + 25:
                verdict = shared
        if verdict is None or verdict.verb is None and not _FOLLOWS.search(scene.lower, 0, name.start):
            verdict = _from_neighbour(scene, verdicts, i) or verdict
        if verdict is not None:
            yield from _signed_since(scene, verdict, _mentions(scene, name, verdict))


def _signed_since(scene: Scene, verdict: Verdict, mentions: Iterator[Mention]) -> Iterator[Mention]:
    """What was initialled is concluded where the sentence goes on so: "…; it was signed two years later"."""
    initialled = verdict.verb and verdict.verb.role == "initial"
    later = _SIGNED_LATER.search(scene.lower, verdict.verb.end) if initialled else None
    date = later and next((d for d in scene.dates if 0 < d.start - later.end() < 40), None)
    for mention in mentions:
        if later:
            mention = replace(mention, status="concluded", period=date.mention.edtf if date else None)
        yield mention


def _mentions(scene: Scene, name: Name, verdict: Verdict) -> Iterator[Mention]:
    subject = _DELEGATION.sub("", subject_of(scene, verdict, name))
    reached = verdict.verb.base == "reach" if verdict.verb else name.determiner == "no" and _REACHED.search(scene.lower)
    if reached and name.head.kind != "memorandum":
        return  # an "agreement reached" is mostly no paper
    if name.head.kind == "agreement" and (
        _TO_DO.match(scene.lower, name.head.end) or _OF_VIEWS.match(scene.lower, name.head.end)
    ):
        return
    if _OF_COMPANIES.match(scene.lower, name.end) or _NO_ARTICLE.search(scene.lower, 0, name.start):
        return
    if name.head.kind in ("agreement", "memorandum") and _UNDERTAKING.search(scene.lower, name.head.end, name.end):
        return
    if _GOODS.match(scene.lower, name.head.end) and not _STATES.search(scene.lower):
        return
    if _LOT.match(scene.lower, name.head.end) or _TO_SIGN.match(scene.lower, name.head.end):
        return
    if _is_no_paper(scene, name) or _VENTURE.search(scene.lower, name.start, name.end) and not name.head.plural:
        return
    if (
        names_company(scene.original(name.start, name.end))
        or subject
        and (names_company(subject[-80:]) or _FIRM.search(subject[-80:]))
        or is_between_firms(scene, name, subject)
    ):
        return
    if name.head.singular == "convention" and _JOINING.search(scene.lower, 0, name.start):
        return
    started = verdict.verb and verdict.verb.base in ("launch", "start", "begin", "open", "run")
    if name.head.kind == "other" and started and _SCHOOLS.search(subject[-120:]):
        return  # what universities launch is an undertaking of theirs
    if _MINUTES.match(scene.lower, name.head.end) and name.head.singular == "protocol":
        return
    if _HALL.match(scene.lower, name.head.end):
        return
    by_both = is_signed_by_both(scene, verdict)
    if name.head.demand in ("joint", "signed") and _IS_A.search(scene.lower, 0, name.start):
        return  # "a statement which is the road map of our ties"
    if name.head.demand == "joint" and not by_both and not is_joint(scene, name, verdict):
        return
    if name.head.demand == "signed" and not ((by_both or is_of_both(scene, name, verdict)) and name.determiner):
        return
    if _COMMERCIAL.match(scene.lower, name.end) or name.head.plural and _INCLUDING.match(scene.lower, name.end):
        return
    dated = find_dated_items(scene, name)
    for start, end, prep, year in dated:
        title = f"{name.head.singular} {prep} {scene.original(start, end)}"
        place = scene.position(start)
        yield Mention(scene.sentence, place, title, name.head.kind, "concluded", "instrument-list", year, None, (), 30)
    if dated:
        return
    items = find_items(scene, name)
    if items:
        titles = [(start, f"{name.head.singular} {prep} {scene.original(start, end)}") for start, end, prep in items]
        titles = [(start, title) for start, title in titles if is_specific(title) and not _VENTURE.search(title)]
        rule = "instrument-list"
    else:
        title = title_of(scene, name, verdict)
        bare = bare_title(scene, name, verdict, subject) if title is None else None
        title = title or bare
        told = verdict.verb is not None and verdict.verb.role in ("sign", "initial", "propose")
        if title is None or name.head.plural and (name.topic >= name.end or not told):
            return
        titles, rule = (
            [(name.start, title)],
            f"instrument-{'signed' if verdict.status == 'concluded' else 'proposed'}",
        )
    if name.head.demand == "alone" and (verdict.verb is None or verdict.status != "concluded"):
        return
    key = BARE if not items and bare else ()
    end = past_aside(scene, name.core_end)
    period = period_of(scene, name.start, end, verdict, ROLES)
    in_force = in_force_of(scene, name.start, end)
    weight = 30 if verdict.main else 20 if verdict.verb else 5
    weight += 10 * bool(period) + 5 * bool(in_force) - 15 * scene.headline
    for start, title in titles:
        yield Mention(
            scene.sentence,
            scene.position(start),
            title,
            name.head.kind,
            verdict.status,
            rule,
            period,
            in_force,
            key,
            0 if key else weight,
        )


_REACHED = re.compile(r"\breach(?:ed|ing)?\b")
_JOINING = re.compile(r"\b(?:join\w*|acced\w+\s+to|accession\s+to|part(?:y|ies)\s+to)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$")
_IS_A = re.compile(r"\b(?:is|was|be|became|become)(?:,[^,;.]{3,30},)?\s+(?:the|an?|our|their)\s+(?:[\w-]+\s+)?$")
_HALL = re.compile(r"\s+(?:hall|cent(?:er|re)|house|palace|service|department|officers?)\b")  # "at the Convention Hall"
# "agreements on A, including one on B": the parts are named, the whole is no instrument
_INCLUDING = re.compile(r",?\s+(?:including|namely|such\s+as|among\s+them|among\s+which)\b")
_VENTURE = re.compile(r"\bjoint[ -]ventures?\b", re.IGNORECASE)  # founded by companies
# "a master's programme in regional studies", "the issuance of veterinary certificates"
_STUDIES = re.compile(
    r"\b(?:degree|master'?s|bachelor'?s|doctoral|phd|mba|study|studies|academic|educational|language|internship|scholarships?|"
    r"television|tv|radio)\s+$"
)
_ISSUING = re.compile(
    r"\b(?:issu\w+|grant\w*|presence|absence|validity|without|with|holders?)\s+(?:of\s+)?(?:the\s+)?$"
)


_OF_A_VISIT = re.compile(
    r"\s+(?:of|for)\s+(?:the|his|her|their|its|this)\s+(?:\w+\s+)?(?:visit|trip|stay|tour|event|day|evening|festival|forum)s?\b"
)
_OF_COMPANIES = re.compile(
    r",?\s+(?:(?:which|that)\s+)?(?:(?:had|has|was|were|have|been|earlier)\s+)*(?:signed|concluded|inked|reached)\s+"
    r"(?:earlier\s+)?(?:by|between)\s+(?:the\s+)?(?:two\s+|both\s+)?(?:companies|firms|carriers|airlines|corporations)\b"
)
# "an agreement with the economic zone to build an $18 million tannery": a project
_UNDERTAKING = re.compile(
    r"\beconomic\s+zone\b|\bfeasibility\s+study\s+of\b|\bto\s+(?:build|construct|supply|deliver|buy|purchase|sell)\b|\$\s?\d"
)
# "agreements were signed on deliveries of oil": companies'
_GOODS = re.compile(
    r"\s+(?:(?:was|were)\s+(?:also\s+)?signed\s+)?(?:on|for)\s+(?:the\s+)?"
    r"(?:deliver(?:y|ies)|suppl(?:y|ies)|purchases?|sales?|production|construction|assembly)\s+of\b"
)
_STATES = re.compile(r"\b(?:inter-?)?government|\bminist")
# "highlighted the agreement to open a consulate": what they agreed to do
_TO_DO = re.compile(
    r"\s+to\s+(?:\w+ly\s+)?(?:establish|open|launch|set\s+up|create|expand|increase|hold|continue|boost|strengthen|organi[sz]e|start|"
    r"resume|upgrade|elevate|raise|begin|build|send|deepen)\b"
)
# "the agreement of views", "the agreements to be put into practice"
_OF_VIEWS = re.compile(r"\s+(?:of\s+(?:views|opinions?|positions)\b|to\s+be\s)")
# "subject to agreement on the price": that they agree, no paper
_NO_ARTICLE = re.compile(r"\b(?:subject\s+to|by\s+mutual|upon|pending|without|came\s+to|come\s+to|in\s+full)\s+$")


def _is_no_paper(scene: Scene, name: Name) -> bool:
    """Whether it is a course of study, or a form that officials fill in."""
    if name.head.singular.startswith("program"):
        if _OF_A_VISIT.match(scene.lower, name.head.end):
            return True
        return bool(_STUDIES.search(scene.lower, 0, name.head.start))
    return name.head.singular.endswith("certificate") and bool(_ISSUING.search(scene.lower, 0, name.start))


_MINUTES = re.compile(r"\s+of\s+(?:the|its|their|this)\s+(?:[\w-]+\s+){0,3}(?:meeting|session|talks|sitting)\b")
_COMMERCIAL = re.compile(r",?\s+(?:worth|valued at|totalling|totaling|with a total value)\b")


# "signed an agreement with a mill on the purchase of 40,000 tons of flour": firms'
_TO_SIGN = re.compile(r" to (?:sign|ink|initial|conclude)\b")  # "Vietnam's, plan to sign"
_LOT = re.compile(
    r"(?:\s+with\s+[^.;]{3,60}?)?\s+(?:on|for)\s+(?:the\s+)?(?:annual\s+)?(?:purchase|supply|supplies|sale|delivery|shipment)"
    r"\s+of\s+(?:up\s+to\s+|about\s+|over\s+)?\d"
)
_FIRM = re.compile(
    r"\b(?:the|a|two|both|several)\s+(?:[\w'-]+\s+){0,2}(?:company|companies|firms?|investors?|airlines?|carriers?|"
    r"enterprises)\b"
)
# whom a minister led
_DELEGATION = re.compile(r"\bdelegation\s+of\s+(?:[^,;]{3,80}?(?=\s+to\b)|[^,;]{3,60}?(?=\s+and\b))")
_SCHOOLS = re.compile(r"\b(?:\w*[Uu]niversit|[Cc]ollege|[Aa]cadem|[Ii]nstitute|[Ss]chools?\b|[Ll]yceum)")


_SIGNED_LATER = re.compile(r"\b(?:it|they|and|then|but)\s+(?:(?:was|were)\s+)?(?:(?:\w+ly|then|finally)\s+)?signed")
# "… the agreement on A and the treaty on B, both of which were signed in 2017"
_BOTH_OF_WHICH = re.compile(r",?\s+(?:both|all)\s+(?:of\s+which\s+)?(?=(?:were|have\s+been|signed|concluded|inked)\b)")
_FOLLOWS = re.compile(r"\bbe\s+(?:followed|replaced|succeeded)\s+by\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}$")


def _from_neighbour(scene: Scene, verdicts: list[tuple[Name, Verdict | None]], i: int) -> Verdict | None:
    """Names of one list share the verb that stands before the first or after the last of them."""
    for j in (*range(i - 1, -1, -1), *range(i + 1, len(verdicts))):
        other, verdict = verdicts[j]
        a, b = sorted((verdicts[i][0], other), key=lambda n: n.start)
        if verdicts[i][1] and scene.clause(a.start) != scene.clause(b.start):
            continue  # ", and that an agreement on B was being negotiated"
        between = [
            v for v in scene.verbs if a.end <= v.start and v.end <= b.start and v.role in ("sign", "propose", "initial")
        ]
        if between:
            continue
        if verdict and verdict.verb and verdict.verb.role in ("sign", "initial", "propose") and verdict.main:
            return verdict
    return None
