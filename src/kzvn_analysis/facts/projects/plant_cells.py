"""Where a plant stands, which sector it belongs to, and whether it is between the two countries."""

from __future__ import annotations

from ...reading import gated as re
from ..sectors.words import sector_words
from .scene import BOTH, At, Scene

_BELONGS = re.compile(
    r"\b(?:these|those|this|it|its|they|their|"
    r"the (?:project|plant|farm|company|companies|partner|firm|investment)s?|"
    r"the (?:second|third|next) (?:project|plant|farm|factory|mill|line|shop|store|phase)|"
    r"the (?:two )?(?:parties|sides)|among "
    r"them|one of|the (?:first|second|third|other) (?:one|of (?:these|those|which)))\b"
)
_CAPITAL = re.compile(r"\b(?:invest\w*|capital|compan(?:y|ies)|business\w*|projects?|joint|firms?|entrepreneurs?)\b")
_OFFERED = re.compile(
    r"\b(?:ready|willing|offer\w*|invit\w+|propos\w+|suggest\w*|readiness|call(?:ed|s|ing)? (?:up)?on|urg(?:ed|es)|"
    r"ask(?:ed|s)|encourag(?:ed|es)) (?:to )?(?:allocate|provide|build|open|"
    r"lease|create|host|set)?"
)
_DESCRIBES = re.compile(r"[- ](?:(?!in |which |where |with |and |by |to |from |of |for )\w+ ){0,2}\Z")
_LOCATED = re.compile(
    r"\b(?:in|at|near|outside|around|to|into)\s+(?!(?:the\s+)?(?:expense|request|invitation|initiative|cost|suggestion)\b)(?:the\s+)?(?:[\w’'.-]+\s+){0,4}\Z"
)
_HOME = re.compile(
    r", (?:(?:which is )?(?:based|headquartered|registered)|an? (?:[\w-]+ "
    r"){0,3}(?:company|firm|group|producer|maker|manufacturer|enterprise|developer|investor|holding|"
    r"exporter)) (?:in|from) (?:the )?(?:[\w-]+ ){0,3}(?:of )?\Z"
)
_BETWEEN = re.compile(r"\bbetween (?:[\w’'-]+ ){0,4}\Z")
_MAKES = re.compile(r"\b(?:factory|plant|mill|workshop|production|producing|making|assembl\w+|manufactur\w+|line)\b")
_NOT_MADE = ("trade", "investment", "finance")


_ASIDE = re.compile(r", (?:which|who|whose) [^,;]*,")  # "the firm, which has factories in Hue, plans …"


def places_of(scene: Scene, start: int, end: int, noun: int) -> list[At]:
    """Where it stands: the places after the noun first, not those that say where a company comes from."""
    inside = [
        p
        for p in scene.within(scene.places, start, end)
        if not _of_a_company(scene, p)
        and not any(m.start() < p.start < m.end() <= noun for m in _ASIDE.finditer(scene.small))
        and not _HOME.search(scene.small, 0, p.start)
        and not re.match(
            r"-based|[- ](?:\w+ )?(?:company|companies|firms?|investors?|enterprises?|business(?:es)?)\b",
            scene.small[p.end : p.end + 30],
        )
    ]
    located = [p for p in inside if _LOCATED.search(scene.small, max(0, p.start - 60), p.start)]
    after = [p for p in located if p.start > noun]
    before = [p for p in located if p.start < noun]
    plain = [p for p in inside if not _BETWEEN.search(scene.small, 0, p.start)]
    return after or before[-1:] or plain[:1]


def zone_at(text: str, start: int, last: int | None = None) -> tuple[str, ...]:
    """The zone, lake or district a thing is to stand in or at, whose name no list of places knows."""
    match = _ZONE.search(text, start, len(text) if last is None else last)
    return (match["name"].strip(),) if match else ()


_ZONE = re.compile(
    r"\b(?:in|at|near|on) (?:the )?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:reservoir|district|lake|river|valley|"
    r"industrial (?:zone|park)|free zone|special economic zone|SEZ)\b"
)


def in_own_region(scene: Scene, end: int, last: int) -> bool:
    """Whether it is to stand in the speaker's region: "to build a tea factory in his province"."""
    return bool(_OWN_REGION.search(scene.small, end, last))


_OWN_REGION = re.compile(r"\bin (?:his|her|their|our|the) (?:own )?(?:region|province|city|oblast|country)\b")


def country_of(scene: Scene, start: int, end: int, last: int) -> tuple[str, ...]:
    """The country a particular thing is to stand in, where no place in it is told: "a plant in Viet Nam"."""
    if not scene.small.startswith("joint", start) and not _PARTICULAR.search(scene.small, max(0, start - 60), start):
        return ()
    found = [m[1] for m in _IN_COUNTRY.finditer(scene.text, end, last)]
    return (found[0],) if len(set(found)) == 1 else ()


# "a plant with the participation of investors from Vietnam will begin in Kazakhstan"; not "invested in Kazakhstan"
_IN_COUNTRY = re.compile(
    r"(?<!invested)(?<!interested)(?<!embassy)(?<!ambassador)(?<!not) (?:in|on the territory of) "
    r"(Kazakhstan|Vi[eệ]t ?[Nn]am)\b(?!['’]s)"
)


_PARTICULAR = re.compile(r"(?:\A|\b(?:an?|the|one|its) )(?:[\w’'-]+ ){1,4}\Z")


def crossed(scene: Scene, start: int, end: int, last: int) -> tuple[str, ...]:
    """The country that a railway or road is to go through or reach."""
    if not _WAY.search(scene.small, start, end):
        return ()
    match = _THROUGH.match(scene.text, end, last)
    return (match[1],) if match else ()


def is_elsewhere(scene: Scene, end: int, last: int) -> bool:
    """Whether what ends at `end` is to stand in a third country: "a plant in Indonesia, not in Kazakhstan"."""
    return any(
        place.kind in ("country", "city", "region")
        and place.country not in (*BOTH, None)
        and bool(_STANDS_IN.fullmatch(scene.small, end, place.start - scene.sentence.start))
        and place.end - scene.sentence.start <= last
        for place in scene.reading.within(scene.reading.places, scene.sentence)
    )


_STANDS_IN = re.compile(r"(?: (?:for|of|worth|with) [^,;.]{2,60}?)? in (?:the )?")
_WAY = re.compile(r"\b(?:rail|railway|highway|motorway)\b")
_THROUGH = re.compile(r"(?: line| link)? (?:through|via|across) (?:the )?([A-Z][\w-]+)")


_SCHOOL = re.compile(r"\b(?:branch|campus)\b.*\b(?:University|Institute of|Academy|College|School)\b")


def sector_of_plant(scene: Scene, sector: str, title: str, start: int, end: int) -> str:
    makers = {c.sector for c in scene.companies if c.listed}
    if sector == "education" and "training cent" in title.lower() and len(makers) == 1:
        return makers.pop() or sector
    if _SCHOOL.search(title):
        return "education"
    if sector == "transport" and "terminal" in title.lower() and re.search(r"(?i)\bairport\b", scene.text[start:end]):
        return "aviation"
    if sector != "?":
        return sector
    if title.lower().endswith(("office", "branch", "subsidiary")):  # a firm's own, whatever else is told
        own = [c.sector for c in scene.companies if c.sector and start <= c.start < end]
        if own:
            return own[0]
        if title.lower().endswith(("representative office", "trade office")) and not scene.companies:
            return "trade"
    made = _MAKES.search(title.lower())
    listed = [c.sector for c in scene.companies if c.sector and not (made and c.sector in _NOT_MADE)]
    for stretch in (title, scene.text[start:end], scene.text):
        words = [
            w
            for w in sector_words(stretch, names=False)
            if w.sector not in ("investment", "trade", "regions", "finance", "labour")
        ]
        if words:
            return words[0].sector
        if stretch is not title and listed:
            return listed[0]
    if not listed and title.lower().startswith("representative office"):
        return "trade"
    return listed[0] if listed else "industry" if made or _MAKES.search(scene.small, start, end) else "investment"


def called_shared(scene: Scene, noun: str) -> bool:
    """Whether the article calls the thing itself the two countries' own: "the Kazakhstan-Vietnam terminal"."""
    last = noun.split()[-1].removesuffix("s")
    if scene.countries - BOTH or not re.search(rf"\bthe (?:[\w-]+ )?{re.escape(last)}", scene.small):
        return False
    return any(m[1].lower() == last for m in _SHARED.finditer(scene.reading.text))


_SHARED = re.compile(
    r"\b(?:Kazakh\w*[-–—](?:Vi[eệ]t\s?[Nn]am\w*)|Vi[eệ]t\s?[Nn]am\w*[-–—]Kazakh\w*)\s(?:[a-z-]+\s){0,2}?([a-z]+?)s?\b"
)


def of_both(scene: Scene, kind: str | None, start: int) -> bool:
    """Whether it is between the two: both are named here, or the sentence leans on the one before.

    In an article about the two, what one of them offers is offered to the other.
    """
    if scene.countries >= BOTH:
        return True
    offered = kind in ("proposed", "wished") and _OFFERED.search(scene.small)
    if offered and scene.countries and not scene.countries - BOTH and scene.reading.relevance == "bilateral":
        return True
    if _abroad(scene):
        return True
    helped = scene.reading.relevance == "bilateral" and len(scene.countries) == 1 and not scene.countries - BOTH
    if helped and _WITH_HELP.search(scene.small):
        return True
    if _OWN_PLAN.search(scene.small):
        return False
    if scene.reading.relevance == "bilateral" and not scene.countries - BOTH and _by_one_of_them(scene, start):
        return True
    if not scene.countries or scene.countries - BOTH or not scene.countries_around >= BOTH:
        together = scene.countries_around >= BOTH or scene.reading.relevance == "bilateral"
        return bool(_JOINT.search(scene.small)) and together and not scene.countries - BOTH
    return bool(_BELONGS.search(scene.small[:60])) or bool(_CAPITAL.search(scene.before.text.lower()))


_JOINT = re.compile(r"\bjoint |\b(?:double|dual)[- ]degree\b")
_OURS = re.compile(r"\b(?:one|two|several|some) of our (?:\w+ )?(?:compan|enterprise|investor|business|firm)\w*\b")
_ANOTHER = re.compile(r"\b(?:an?|another|new|two|three|four|several) (?:[\w’'-]+ ){0,4}\Z")
_BUILDERS = ("plant", "firm", "joint", "takeover")


def _by_one_of_them(scene: Scene, start: int) -> bool:
    """Whether the firm told of right before, or "one of our companies" in one of the two, undertakes something new."""
    if scene.tells_of_the_actor and scene.story.startswith(_BUILDERS):
        return bool(_ANOTHER.search(scene.small, max(0, start - 60), start))
    return bool(_OURS.search(scene.small)) and any(p.what.country in BOTH for p in scene.places)


# "Kazakhstan aims to build schools in its capital": its own
_OWN_PLAN = re.compile(
    r"(?:\A|, )(?:kazakhstan|vi[eệ]t ?nam|the country|the government) "
    r"(?:aims|plans|intends|seeks|is planning|will|hopes)"
    r"\b[^.;]*\bits\b"
)


_WITH_HELP = re.compile(r"\bwith the (?:help|support|assistance|participation|involvement|backing) of\b")


def _abroad(scene: Scene) -> bool:
    """Whether a firm of one of the two undertakes it, in an article about both, and not at home."""
    if scene.reading.relevance != "bilateral" or len(scene.countries) != 1 or scene.countries - BOTH:
        return False
    homes = {c.country for c in scene.companies if c.country}
    return homes == scene.countries and not any(
        p.what.country in homes and not _of_a_company(scene, p) for p in scene.places
    )


def _of_a_company(scene: Scene, place: At) -> bool:
    return any(
        c.start <= place.start < c.end or _DESCRIBES.match(scene.small[place.end : c.start]) for c in scene.companies
    )
