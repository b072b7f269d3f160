"""Cultural undertakings: Days of Culture, translations, films, concerts, exhibitions."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ..sectors.words import is_trade_show
from .legs import names
from .model import Draft
from .phrase import noun_phrase, with_topic
from .scene import BOTH, STATUS_OF, Scene
from .work_cells import parties_of

_DAYS = re.compile(
    r"\b(?:the )?((?:Culture|Cultural) (?:Days|Week|Festival) of (?:[A-ZÀ-Ý]\w+ ?){1,2}|(?:Days|Week|Weeks|"
    r"Festival|Evening) of (?:the )?(?:[A-ZÀ-Ý]\w+(?:['’]s)? )?(?:[Cc]ulture|[Cc]inema|[Ff]ilms?|[Cc]uisine|"
    r"[Mm]usic|[Aa]rts?|[Ll]iterature)"
    r"(?: (?:of|and) [A-ZÀ-Ý][\w]+(?: [Nn]am)?)?|(?:Kazakh|Kazakhstan|Kazakhstani|Vietnam|Vietnamese|Viet "
    r"Nam|Việt Nam) "
    r"(?:[Cc]ulture|[Cc]ultural|[Ff]ilm|[Cc]inema|[Ff]ood|[Cc]uisine|[Tt]rade|[Tt]ourism|[Gg]oods|"
    r"[Bb]ook|[Mm]usic|[Ff]ashion|[Aa]rts?) "
    r"(?:[Dd]ays?|[Ww]eeks?|[Ff]estival|[Ff]air)|"
    r"(?<=its )(?:own )?(?:culture|cultural|film|cinema) (?:days|week|festival)|"
    r"(?:[A-ZÀ-Ỹ][\w-]+ ){1,2}(?:tourism|culture|film|"
    r"food|trade) (?:days|week|festival))\b"
)
_FAIRS = {"tourism": "tourism", "trade": "trade", "goods": "trade"}
_BOOK = re.compile(
    r"\b(?:Kazakh|Vietnamese|Viet) (?:verse|language|translation|edition|version)\b|\b(?:into|in) (?:Kazakh|"
    r"Vietnamese)\b|\btranslat\w+"
)
_PUBLISHED = re.compile(r"\b(?:translat\w+|published|presented|released|putting)\b")
_TITLE = re.compile(
    r"[“\"]([^”\"]{3,60})[”\"]|\b((?:Tale|Book|Diary|Path|Words|Poems|Prison Diary|Story|Nomads|Stories) of "
    r"(?:[A-ZÀ-Ý][\w]*)(?: [A-ZÀ-Ý]\w*)?)|"
    r"\b((?:trilogy|novel|epic|collection|book|poem|three-volume book) (?:[A-ZÀ-Ý][\w]*(?: [\w]+)?))"
)
_WORKS = re.compile(
    r"\b(?:(feature film|documentar(?:y|ies)(?: films?)?|film|co-production|TV series|television series)s?)\b",
    re.I,
)
_SHOWS = re.compile(
    r"\b(?:(?:gala )?(concert|(?:art |photo |painting |joint )?exhibition|(?<=exchange of )exhibitions|"
    r"performance|circus show|fashion "
    r"show))\b(?! centre| center| hall)"
)
_MADE = re.compile(
    r"\b(?:shot|shoot\w*|filmed|(?:shown|screened) (?:in|at|on)|made|mak(?:e|ing)|produc\w+|co-?produc\w+|"
    r"releas\w+|premier\w+|"
    r"joint\w*)\b"
)
_NUMBER = re.compile(
    r"\A(?i:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"several|some) "
)
# a show that is held for its own sake: not one that closed a ceremony, or where something else happened
_GIVEN = re.compile(
    r"\b(?:hold|holds|held|holding|open|opens|opened|opening|organi[sz]\w+|host\w*|giv\w+|gave|stag\w+|launch\w*|"
    r"inaugurat\w+|exchange|present\w*|bring|brought|mount\w*) (?:of )?"
    r"(?:(?!at |during |with |to |in |after )[\w’'-]+ ){0,5}\Z"
)
_IS_GIVEN = re.compile(
    r"[^.;]{0,100}?\b(?:(?:is|was|were|are|be|been|being) (?:\w+ly )?(?:held|opened|organi[sz]ed|hosted|given|staged|"
    r"launched|inaugurated|mounted|shown)|(?:took|takes?|taking) place|will (?:open|run)|opens|opened|runs)\b"
)
_ASIDE = re.compile(r"\b(?:reception|get-together|gathering|ceremony|banquet|dinner|forum|seminar|meeting|community)\b")


def find_culture(scene: Scene) -> Iterator[Draft]:
    """Yield Days of Culture, translated books, films of both, concerts of one in the other."""
    yield from _days(scene)
    yield from _books(scene)
    yield from _shows(scene)


def _days(scene: Scene) -> Iterator[Draft]:
    for match in _DAYS.finditer(scene.text):
        clause = scene.clause_at(match.start())
        after = next((d.start() for d in _DAYS.finditer(scene.text, match.end())), clause.end)
        if not scene.countries_around >= BOTH and scene.reading.relevance != "bilateral":
            continue
        kind = scene.kind_at(match.start(), match.end())
        status = _status(scene, kind, match.start(), max(after, match.end()))
        if status is None:
            continue
        places = scene.within(scene.places, match.end(), clause.end) or scene.within(
            scene.places, clause.start, match.start()
        )
        yield Draft(
            family="days",
            at=match.start(),
            title=" ".join(match[1].split()),
            sector=next((s for word, s in _FAIRS.items() if word in match[1].lower()), "culture"),
            status=status,
            places=names(places),
            period=_when(scene, match.start(), match.end(), after),
            note=match[1].lower(),
        )


def _when(scene: Scene, start: int, end: int, after: int) -> str | None:
    """The date right before the Days' name, else the first one after it."""
    clause = scene.clause_at(start)
    before = [
        d
        for d in scene.dates
        if clause.start <= d.start
        and d.end <= start
        and start - d.end < 60
        and not _DAYS.search(scene.text, d.end, start)
    ]
    later = [d for d in scene.dates if end <= d.start and d.end <= after]
    # one that stands behind other Days of the clause is theirs
    before = [d for d in before if not _theirs(scene, clause.start, d.start)]
    near = before[-1:] or later[:1]
    return near[0].what.edtf if near else None


def _theirs(scene: Scene, start: int, date: int) -> bool:
    """Whether a date belongs to other Days right before it: "the Days of A in 2026 and the Days of B"."""
    other = next(reversed(list(_DAYS.finditer(scene.text, start, date))), None)
    return other is not None and "," not in scene.text[other.end() : date]


def _status(scene: Scene, kind: str | None, start: int, end: int) -> str | None:
    clause = scene.clause_at(start)
    near = scene.small[max(clause.start, start - 90) : min(clause.end, end + 60)]
    if kind in ("planned", "intended", "proposed", "wished", "urged", "agreed"):
        past = re.search(r"\b(?:was|were) (?:held|organi[sz]ed|screened|shown)\b|(?<!be )\bheld in\b", near)
        if kind == "agreed" or not past:
            return STATUS_OF[kind]
    if kind == "negated":
        return None
    return (
        "done"
        if re.search(
            r"\b(?:held|organi[sz]ed|took place|hosted|wound up|opened|closed|ended|concluded|staged|"
            r"during|highlight of|which runs?|running until|(?:is|are) being held|(?:is|are) under way)\b",
            near,
        )
        else None
    )


# "handed over 120 books, including the translation of …": a gift, not the translating
_A_GIFT = re.compile(r"\b(?:hand(?:ed|ing) over|donat\w+|gave|presented)\b[^.;]*\bbooks\b[^.;]*\bincluding\b[^.;]*\Z")


def _books(scene: Scene) -> Iterator[Draft]:
    if not _PUBLISHED.search(scene.small) or not _BOOK.search(scene.text):
        return
    title = _TITLE.search(scene.text)
    if title and _A_GIFT.search(scene.small, 0, title.start()):
        return
    if not title or not (scene.countries_around >= BOTH or scene.reading.relevance == "bilateral"):
        return
    kind = scene.kind_at(title.start(), title.end())
    if kind == "negated":
        return
    if kind in ("planned", "intended", "proposed", "wished", "urged"):
        status = STATUS_OF[kind]
    elif re.search(r"\b(?:is|are) (?:being )?(?:translating|translated|putting)|\bis putting\b", scene.small):
        status = "planned"
    else:
        status = "done"
    if re.search(r"\b(?:is putting|is translating|is being translated|wants it)\b", scene.small):
        status = "planned"
    told = re.search(r"\b(Kazakh|Vietnamese) (?:translation|version|edition|verse)\b", scene.text)
    to = (
        told[1]
        if told
        else "Vietnamese"
        if re.search(r"\b(?:in|into|the) Vietnamese", scene.text)
        else "Kazakh"
        if re.search(r"\b(?:in|into|the) Kazakh", scene.text)
        else ""
    )
    name = next(g for g in title.groups() if g)
    yield Draft(
        family="book",
        at=title.start(),
        title=f"{to + ' ' if to else ''}translation of {name}".strip(),
        sector="culture",
        status=status,
        parties=tuple(
            dict.fromkeys(c.name.removeprefix("The ").removesuffix(" publishing house") for c in scene.companies)
        ),
        period=scene.period(title.end(), len(scene.text), title.end())
        if status == "planned"
        else scene.period(0, len(scene.text), title.start()),
        note=name.lower(),
    )


def _shows(scene: Scene) -> Iterator[Draft]:
    """Films made by both, and shows of one country held in the other."""
    for pattern, verbs, family in ((_WORKS, _MADE, "film"), (_SHOWS, None, "show")):
        match = pattern.search(scene.text)
        if not match or not scene.countries >= BOTH or _DAYS.search(scene.text):
            continue
        clause = scene.clause_at(match.start())
        if verbs and not verbs.search(scene.small, clause.start, clause.end):
            continue
        if match.group().endswith("exhibition") and is_trade_show(scene.small, match.start()):
            continue
        if family == "show" and not _is_given(scene, match.start(), match.end()):
            continue
        kind = scene.kind_at(match.start(), match.end())
        kind = "proposed" if family == "film" and kind == "talked" else kind
        status = STATUS_OF.get(kind, "done" if family == "show" and kind is None else None)
        status = "done" if status == "operating" else status
        if status is None:
            continue
        yield Draft(
            family=family,
            at=match.start(),
            title=_NUMBER.sub(
                "",
                with_topic(scene.text, noun_phrase(scene.text, match.start(), match.end()), match.end(), clause.end),
            ),
            sector="culture",
            status=status,
            places=names(scene.within(scene.places, clause.start, clause.end)),
            parties=parties_of(scene, clause.end),
            period=scene.period(clause.start, clause.end, match.start()),
            note=match.group().lower(),
        )
        return


def _is_given(scene: Scene, start: int, end: int) -> bool:
    """Whether the show at `start`–`end` is what is held, and no part of a reception or the like."""
    clause = scene.clause_at(start)
    if _ASIDE.search(scene.small, clause.start, clause.end) or scene.small.endswith(("at the ", "of the "), 0, start):
        return False
    before = _GIVEN.search(scene.small, clause.start, start)
    return bool(before or _IS_GIVEN.match(scene.small, end, clause.end))
