"""Find treaties, agreements, memoranda and programmes that a sentence names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from ...reading import gated as re
from ...reading import lexicon
from ...reading.fold import key
from .cues import PACKAGE
from .lists import find_dated_items, find_items
from .model import Mention
from .names import Name, find_names
from .parties import is_bilateral, names_company
from .scene import Scene
from .status import CARRIED, Verdict, judge
from .timing import in_force_of, period_of

ROLES = frozenset({"sign", "open"})


def find_instruments(scene: Scene) -> Iterator[Mention]:
    """Yield a mention for each instrument that the sentence names and concludes or proposes."""
    verdicts: list[tuple[Name, Verdict | None]] = []
    for name in find_names(scene):
        if is_bilateral(scene, name.start, name.end):
            definite = name.definite and name.head.demand == "named"
            verdicts.append((name, judge(scene, name.start, name.core_end, ROLES, definite=definite)))
    for i, (name, verdict) in enumerate(verdicts):
        if verdict is None or verdict.verb is None and not _FOLLOWS.search(scene.lower, 0, name.start):
            verdict = _from_neighbour(scene, verdicts, i) or verdict
        if verdict is not None:
            yield from _mentions(scene, name, verdict)


def _mentions(scene: Scene, name: Name, verdict: Verdict) -> Iterator[Mention]:
    subject = _subject(scene, verdict, name)
    if verdict.verb and verdict.verb.base == "reach" and name.head.kind != "memorandum":
        return  # an "agreement reached" is mostly no paper
    if name.head.kind == "agreement" and _TO_DO.match(scene.lower, name.head.end):
        return
    if _OF_COMPANIES.match(scene.lower, name.end) or _NO_ARTICLE.search(scene.lower, 0, name.start):
        return
    if _is_no_paper(scene, name) or _VENTURE.search(scene.lower, name.start, name.end) and not name.head.plural:
        return
    if (
        names_company(scene.original(name.start, name.end))
        or subject
        and (names_company(subject[-80:]) or _FIRM.search(subject[-80:]))
    ):
        return
    started = verdict.verb and verdict.verb.base in ("launch", "start", "begin", "open", "run")
    if name.head.kind == "other" and started and _SCHOOLS.search(subject[-120:]):
        return  # what universities launch is an undertaking of theirs
    if _MINUTES.match(scene.lower, name.head.end) and name.head.singular == "protocol":
        return
    by_both = _is_signed_by_both(scene, verdict)
    if name.head.demand == "joint" and not by_both and not _is_joint(scene, name, verdict):
        return
    if name.head.demand == "signed" and not (by_both and name.determiner):
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
        title = _title(scene, name)
        if not is_specific(title) and name.head.demand != "alone":
            title = _between_subjects(scene, name, subject)
        if title is None and verdict.status == "proposed":
            title = _fronted(scene, name)
        if title is None or name.head.plural and name.topic >= name.end:
            return
        titles, rule = (
            [(name.start, title)],
            f"instrument-{'signed' if verdict.status == 'concluded' else 'proposed'}",
        )
    if name.head.demand == "alone" and (verdict.verb is None or verdict.status != "concluded"):
        return
    period = period_of(scene, name.start, name.core_end, verdict, ROLES)
    in_force = in_force_of(scene, name.start, name.core_end)
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
            (),
            weight,
        )


def is_specific(title: str) -> bool:
    """Whether a name says more than that some document was signed."""
    return bool(content_words(title))


@lru_cache(maxsize=4096)
def content_words(title: str) -> frozenset[str]:
    """The words of a name that tell it from others, without endings."""
    found = re.findall(r"[a-z0-9]+", key(title))
    return frozenset(_stem(w) for w in found) - _generic()


@cache
def _generic() -> frozenset[str]:
    words = " ".join(lexicon.words("agreement_generic_words.txt", PACKAGE))
    heads = " ".join(
        f"{r[0]} {r[1].replace('|', ' ')}"
        for r in lexicon.rows("agreement_instruments.tsv", PACKAGE)
        if r[3] != "named" or r[2] != "other"
    )
    return frozenset(_stem(w) for w in re.findall(r"[a-z0-9]+", f"{words} {heads}".lower()))


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)] + (
                "y" if ending == "ies" else "e" if ending == "es" and word[-3] in "cgsvz" else ""
            )
    return word


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
# "highlighted the agreement to open a consulate": what they agreed to do
_TO_DO = re.compile(
    r"\s+to\s+(?:\w+ly\s+)?(?:establish|open|launch|set\s+up|create|expand|increase|hold|continue|boost|strengthen|organi[sz]e|start|"
    r"resume|upgrade|elevate|raise|begin|build|send|deepen)\b"
)
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


def _title(scene: Scene, name: Name) -> str:
    if name.head.pronoun:
        return f"{name.head.singular} {scene.original(name.topic, name.end)}".strip()
    if name.topic >= name.end:
        return scene.original(name.start, name.head.end)
    if scene.lower[name.head.end : name.topic].strip():  # a verb stands between: "an agreement was signed on …"
        return f"{scene.original(name.start, name.head.end)} {scene.original(name.topic, name.end)}"
    return scene.original(name.start, name.end)


def _subject(scene: Scene, verdict: Verdict, name: Name) -> str:
    """Who signed: what stands before the verb or, in the passive, after "by"."""
    verb = verdict.verb
    if verb is None or verb.form == "ing":  # "welcomed the signing of"
        return ""
    if verb.end <= name.start:
        return scene.original(scene.clause(verb.start)[0], verb.start)
    agent = _AGENT.match(scene.lower, verb.end)
    if not agent:
        return ""
    start, end = agent.span("who")
    when = _WHEN.search(scene.lower, start, end)
    return scene.original(start, when.start() if when else end)


_AGENT = re.compile(r"[^.;,]{0,40}?\b(?:by|between)\s+(?P<who>[^.;,]{3,80})")
_WHEN = re.compile(r"\s+(?:in|on|at|during|last|this)\s+(?=[\w ]*\d|last|may|m_y|\w+day\b)")
_FIRM = re.compile(
    r"\b(?:the|a|two|both|several)\s+(?:[\w'-]+\s+){0,2}(?:company|companies|firms?|investors?|airlines?|carriers?|"
    r"enterprises)\b"
)
_SCHOOLS = re.compile(r"\b(?:\w*[Uu]niversit|[Cc]ollege|[Aa]cadem|[Ii]nstitute|[Ss]chools?\b|[Ll]yceum)")
_BOTH_OF = re.compile(
    r"\b((?:the\s+two|both|their)\s+(?:[\w'-]+\s+)?(?:parliaments|legislatures|ministries|academies|universities|groups|"
    r"agencies|central\s+banks|chambers|committees|assemblies|institutes|services|archives|libraries|museums|"
    r"courts|prosecutors|police|unions|associations|news\s+agencies|broadcasters|foreign\s+ministries)"
    r"(?:'\s+[\w' -]{3,40}?)?)"
    r"\s*(?:have|has|had|should|also|jointly|will|would|soon|to|\s)*$"
    r"|\b((?:the\s+)?(?:[\w-]+\s+){0,2}(?:ministries|chambers|academies|universities|agencies|banks|committees|services|"
    r"archives|groups|unions|associations|authorities|bodies|offices|institutes|libraries|museums|courts|police)"
    r"(?:\s+of\s+[\w -]{3,30}?)?\s+of\s+(?:the\s+two|both)\s+(?:countries|sides|nations|states))"
    r"\s*(?:have|has|had|should|also|jointly|will|would|soon|to|\s)*$",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?:.*,\s+)?(?:on [A-Z]?\w+ \d{1,2},? |in \w+ \d{4},? |last \w+ |on \w+day )?"
    r"(?P<a>(?:the )?[A-Z][^,;:]{2,80}?)\s+and\s+(?P<b>(?:the )?[^,;:]{2,80}?)\s*(?:have|has|had|also|will|are|to|"
    r"plan|expected|jointly|then|today|yesterday|\s)*$",
    re.IGNORECASE,
)
_SAID_THAT = re.compile(r".*\b(?:agreed|said|noted|announced|informed|stated|added|expected|hoped)\s+that\s+")
_NOT_PARTIES = re.compile(
    r"\b(?:sides|parties|countries|leaders|presidents?|ministers?|governments?|heads?|delegations?|"
    r"officials|he|she|they|it|chairman|"
    r"secretary|director|chairwoman|rector|governor|mayor|akim)\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:ministr|universit|academ|institut|agenc|centre|center|committee|service|chamber|council|library|"
    r"museum|archive|court|bank|"
    r"federation|association|mazhilis|majilis|quochoi|union|authority|board|office|department|school|"
    r"foundation|prosecutor|assembly|directorate|inspectorate|commission|bureau|organi[sz]ation|senate|parliament|television|"
    r"radio|news|police|trade|qaz|kaz|viet|vcci|mofa|moit|mard|vtv|vov|vna|atameken)\w*",
    re.IGNORECASE,
)


def _between_subjects(scene: Scene, name: Name, subject: str) -> str | None:
    """A bare "memorandum" is named by who signed it: "A and B signed a memorandum"."""
    if name.head.plural or not subject or name.head.demand != "named":
        return None
    subject = subject[(said.end() if (said := _SAID_THAT.search(subject)) else 0) :]
    both = _BOTH_OF.search(subject[-200:])
    if both:
        parties = re.sub(r"^The\b", "the", both[1] or both[2])
        return f"{name.head.singular} between {parties}"
    match = _PAIR.match(subject)
    if not match or _NOT_PARTIES.search(match["a"]) or _NOT_PARTIES.search(match["b"]):
        return None
    if not (_INSTITUTION.search(match["a"]) and _INSTITUTION.search(match["b"])):
        return None
    first = re.sub(r"^[Tt]he\s+", "", match["a"].strip())
    title = f"{name.head.singular} between {first} and {match['b'].strip()}"
    return title if is_specific(title) else None


_FRONTED = re.compile(
    r"^(?:as (?:for|to)|regarding|concerning|on|what (?:is|was) (?:still )?(?:missing|lacking|needed|"
    r"wanting|absent) is)\s+(?P<topic>[^,;:]{5,70})[,;]"
    r"|^(?P<subject>[^,;:]{5,70}?)\s+(?:is|are|remains?)\s+(?:still\s+|another\s+|also\s+)?(?:missing|"
    r"lacking|unresolved|outstanding|pending|open)\s*[;,:-]"
)


def _fronted(scene: Scene, name: Name) -> str | None:
    """What a bare proposed instrument is about, said in front: "As for X, an agreement is being drafted"."""
    match = _FRONTED.match(scene.lower, 0, name.start)
    if not match or name.head.plural or name.head.demand != "named":
        return None
    group = "topic" if match["topic"] else "subject"
    topic = re.sub(r"^(?:the|an?)\s+", "", scene.original(*match.span(group)), flags=re.IGNORECASE)
    title = f"{name.head.singular} on {topic}"
    return title if is_specific(title) and not scene.dates_between(*match.span(group)) else None


_JOINT = re.compile(
    r"\b(?:(?:agreements|arrangements|accords|understandings)\s+reached|cooperation|co-operation|joint|exchanges?|between|two|both|sides|parties|bilateral|mutual|"
    r"intergovernmental|ministries|"
    r"kazakhstan-vietnam\w*|vietnam-kazakhstan\w*|kazakh-vietnamese|vietnamese-kazakh)\b"
)


def _is_joint(scene: Scene, name: Name, verdict: Verdict) -> bool:
    """Whether a programme or plan is visibly one of the two countries'."""
    if (
        verdict.verb is None
        and verdict.status == "concluded"
        and not _UNDER.search(scene.lower, max(0, name.start - 60), name.start)
    ):
        return False
    phrase = scene.lower[name.start : name.end]
    if _TOGETHER.search(scene.lower, 0, name.start):
        return True
    if name.head.singular in (
        "programme",
        "program",
        "roadmap",
        "road map",
        "comprehensive plan",
        "work plan",
    ):
        return bool(_JOINT.search(phrase) or _OF_TWO.search(scene.lower, name.end))
    return bool(_JOINT.search(scene.lower)) or {"KAZ", "VNM"} <= {p.mention.country for p in scene.places}


# "the co-chairs signed a roadmap": one country's own programmes and plans are not signed by two
_SIGNING = frozenset({"sign", "ink", "initial", "conclude", "countersign"})
_TWO = re.compile(
    r"\b(?:two|both|sides|parties|co-?chair(?:s|men|persons)?|they|ministers|ministries|delegations|leaders|heads|"
    r"counterparts?|jointly|between|with|witness\w*)\b"
)


def _is_signed_by_both(scene: Scene, verdict: Verdict) -> bool:
    verb = verdict.verb
    if verb is CARRIED:  # a line in a list of what both have signed
        return True
    if verb is None or verb.base not in _SIGNING:
        return False
    low, high = scene.clause(verb.start)
    pair = _PAIR.match(scene.original(low, verb.start))
    both = pair and _INSTITUTION.search(pair["a"]) and _INSTITUTION.search(pair["b"])
    return bool(both or _TWO.search(scene.lower, low, high))


_OF_TWO = re.compile(r"\b(?:signed|adopted|approved|agreed|inked)\s+(?:between|by)\s+(?:the\s+two|both)\b")
# "the following documents were signed: …", "signed an agreement on A, a memorandum on B and a programme of C"
_TOGETHER = re.compile(
    r"\b(?:documents|agreements|papers)\b[^:]{0,60}:"
    r"|\b(?:signed|inked|exchanged)\b[^.,;]{0,120}\b(?:agreement|treaty|memorand\w+)\b[^.]{0,200},"
)
_FOLLOWS = re.compile(r"\bbe\s+(?:followed|replaced|succeeded)\s+by\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}$")
_UNDER = re.compile(r"\b(?:under|framework of|in accordance with|implement\w*(?: of)?|as part of)\b")


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
