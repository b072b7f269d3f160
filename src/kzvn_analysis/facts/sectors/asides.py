"""What a sentence names by the way: places, messengers, jobs, one side's own strengths, matters of the world."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re


def asides(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence in which a sector word is no field of the two countries."""
    for pattern in _ALWAYS:
        yield from (m.span() for m in pattern.finditer(text))
    for place in _PLACE.finditer(text):
        if not _PLACE_ITSELF.search(text, 0, place.start()):
            yield place.span()
    if _OTHER_VISAS.search(text) and "ordinary" not in text and "tourist" not in text:
        yield from (m.span() for m in _VISAS.finditer(text))


def world_besides(text: str) -> re.Match | None:
    """Where a sentence that began with other matters goes over to those of the region and the world."""
    return _WORLD_BESIDES.search(text)


# "Against a backdrop of tension, climate change and disruptions, the ambassador …"
_BACKDROP = re.compile(
    r"(?:\A|(?<=, ))(?i:against (?:a|the) back(?:drop|ground)|amid|despite|in (?:the )?(?:face|spite|context) of|given"
    r"|faced with)\b[^.;]{0,300}?(?=, (?:the|he|she|they|we|both|it|his|her|[A-Z]))"
)
# "at the airport": where someone stood, not what they spoke of.
_PLACE = re.compile(
    r"\b(?i:at|in|outside|near|from|inside) (?:(?:the|a|an) )?(?:[\w’'-]+ ){0,4}?(?:airport|hotel|hospital|museum"
    r"|theat(?:re|er)|stadium|resort|library|(?:industrial|petrochemical|economic|technology|high-tech|hi-tech"
    r"|free) (?:zone|park|complex|estate)s?)\b"
)
# "invest in an airport": the place itself is the matter
_PLACE_ITSELF = re.compile(r"(?i)\b(?:invest\w*|stakes?|shares?|interest\w*|cooperat\w+|projects?) \Z")
# "shipped through the port of …", "the Saigon news agency reported": the way and the messenger.
_WAY = re.compile(
    r"\b(?:through|via|from|to|at|in|reached|left) (?:the )?(?:[A-Z][\w’'-]* )*(?:sea)?ports?\b(?: of [A-Z][\w’'-]*)?"
)
_MESSENGER = re.compile(
    r"\b(?:report(?:ed|s|ing)?|according to|wrote|writes|said|told|quoted by|cited by|interview (?:with|to"
    r"|for))\b (?:[\w’'-]+ ){0,5}?(?:news agenc(?:y|ies)|newspapers?|television|tv channel|journalists?|media|books?)\b"
    r"|\b(?:news agency|newspapers?|television|tv channel|journalists?|media|press) (?:had |have |has )?(?:report(?:ed"
    r"|s)?|wrote|written|writes|said|says|claimed)\b|\b(?:me[et]t?|meets|meetings?|talk(?:s|ed)?|spoke|speaks|brief(?:s"
    r"|ed|ing)?|conference) (?:with|to|for) (?:[\w’'-]+ ){0,6}?(?:journalists|reporters|press|(?:mass )?media)\b"
)
# "300 Vietnamese work in Kazakhstan, mostly in construction and trade": their jobs, no field.
_JOBS = re.compile(
    r"(?<!joint )(?<!Joint )(?<!common )(?<!shared )\b(?:working|works?|employed|engaged)\b(?! (?:group|"
    r"together|with|on|out|towards?|(?:more )?closely|side by side|hand in hand|jointly)"
    r"| in (?:[a-z-]+ ){0,3}(?:discussions?|talks|dialogues?|negotiations|consultations)\b)[^.;]{0,60}?\b(?:in|at) "
    r"(?!(?:\w+ )?(?:fields?|areas?|spheres?|sectors?)\b|coop)[a-z][\w, -]+"
)
# "presented the strengths of his locality, home to oil fields": what one of them has, no field of the two
_STRENGTHS = re.compile(
    r"\b(?:(?:is|are|was|,) (?:the )?(?:home to|known for|famous for|rich in)|(?:has|have"
    r"|boasts?) (?:\w+ )?(?:strengths|advantages) in|(?:is|ranks?|ranked) (?:the )?(?:first|second|third|fourth|fifth"
    r"|\w+th) in the world|is (?:one of )?the (?:largest|biggest|leading|main|major|key"
    r"|second[- ]largest) (?![\w ’'-]{0,30}(?:partner|investor|market|source|supplier|buyer|importer"
    r"|exporter)))[^.;]*?(?=, (?:and|who|which|said|he|she|while|where|but)\b|\bas well as\b| and (?:is|are|has|have"
    r"|wants?|will|would)\b|[.;]|\Z)"
)
# what a whole bloc trades or agrees is not theirs alone
_BLOC = r"(?:EAEU|Eurasian Economic Union|Customs Union)"
_BLOCS_PACT = re.compile(
    rf"(?i)\bfree[- ]trade (?:agreement|deal|pact|zone|area)s?\b[^.;]{{0,60}}\b{_BLOC}"
    rf"|\b{_BLOC}\b[^.;]{{0,40}} free[- ]trade\b"
    r"|\b(?:ASEAN|EAEU|EU|SCO|BRICS|Union|bloc|region|world)['’]s? (?:[a-z-]+ ){0,2}"
    r"(?:trade|exports|imports|turnover|market)\b"
)
_OF_BUSINESSES = re.compile(
    r"(?i)\bconnectivity (?:between|among|of) (?:their |the )?(?:two )?(?:business|enterprise|compan|people)\w*"
    r"|\bbusiness\w*\b[^.;]{0,80}\btheir connectivity\b"
)
# "an agreement on the employment of workers in the construction sector": where they work
_WORKPLACE = re.compile(
    r"\b(?:employment|dispatch|work) of (?:[\w’'-]+ ){0,3}(?:workers|labou?rers|specialists) in [^,.;]*"
)
_OTHER_VISAS = re.compile(
    r"(?i)\b(?:diplomatic|official|service)(?:,? (?:and|or|,)? ?(?:diplomatic|official|service))* passports?\b"
)
# "dropped visas for citizens of 61 countries": not for those of the other one
_VISAS_FOR_MANY = re.compile(
    r"(?i)\bvisas?\b[^.;,]{0,60}?\b(?:of|for|to|from) (?:\w+ )?(?:\d+|dozens of|many|several|all|third|other) (?:\w+ )?"
    r"(?:countries|states|nations)\b"
    # "visas to be issued to welders": to work, not to travel
    r"|\bvisas?\b[^.;,]{0,50}?(?=\b(?:workers|labou?rers|specialists|builders|welders|drivers)\b)|"
    r"\bwork(?:ing)? visas?\b"
)
_VISAS = re.compile(r"(?i)\bvisas?\b(?:[- ]\w+)?")
# "…, as well as exchange views on regional and international issues": no field of the two, unlike what stands before
WORLD = (
    r"(?:regional and (?:international|global)|international and regional|(?:international|global|world) "
    r"(?:political )?(?:issues|situation|agenda|challenges)|issues of (?:mutual|common|shared) (?:interest|concern))"
)
_WORLD_BESIDES = re.compile(rf"(?i)(?:\bas well as|\band|,) (?:(?!as )[a-z]+ ){{0,6}}{WORLD}\b[^.;]*")
# "the province, with 32 solar stations in operation, is ready to …"; "the KADEX 2020 exhibition"
_WITH_ITS = re.compile(
    r", with (?:\d[\d,.]*|over|more than|nearly|some|about) [^,;.]*(?=,)|\b[A-Z]{4,}[ -]20\d\d exhibition\b"
)
# "Kazakhstan, the world's largest uranium producer and a leading grain exporter, …"
_APPOSED = re.compile(
    r", (?:an?|the|one of the)(?: (?:world|region|country)['’]s)? (?:\w+[- ])?(?:largest|leading|top|major|biggest) "
    r"[^,;.]*?\b(?:producers?|exporters?|suppliers?|makers?|manufacturers?|compan(?:y|ies)|groups?)\b[^,;.]*(?=,)"
)
# "spoke of Kazakhstan's reforms in education and health care"
_OWN_WORK = re.compile(
    r"\b(?:Kazakhstan|Vi[eệ]t ?[Nn]am|country|its|his|her)(?:['’]s)? (?:[\w-]+ ){0,2}(?:reforms|achievements|successes|"
    r"accomplishments) in [^.;]*?(?=, (?:and|who|which|said|he|she|while|where|but)\b|[.;]|\Z)"
)
# "coordinate at the United Nations on climate change", "candidacies to UNESCO", "an EXPO on energy"
_WORLD_STAGE = re.compile(
    r"\b(?:[Cc]oordinat|[Cc]ooperate|[Ss]upport)\w* [^.;]{0,60}?\b(?:at|within"
    r"|in) (?:the )?(?:framework of (?:the )?)?(?:UN|United Nations|SCO|CICA|ASEAN|(?:international"
    r"|multilateral)(?: and regional)? (?:forums?|fora|organi[sz]ations|platforms))\b[^.;]*?(?=, (?:and|while"
    r"|as well as)\b| and \w+ed\b|[.;]|\Z| and (?:to )?(?:intensify|expand|strengthen|boost|promote|develop|deepen"
    r"|increase|enhance|cooperate|work|step)\b)|\b(?:[Cc]andida(?:tes?|cy|cies|tures?)\b|bids? (?:to|for)\b)[^.;]*"
    r"|\bEXPO[ –-]?20\d\d\b[^.;,]*"
)
_ALUMNI = re.compile(  # "a graduate of the University of Mining"; "graduated from institutes, mostly in geology"
    r", an? (?:graduate|alumn(?:us|a)) (?:of|from) [^,;]*(?=,)|"
    r"\bgraduated from [^.;]{0,60}?, (?:most|many|some|mostly|mainly)\b[^.;]*|\b(?:alumni|graduates) who [^.;,]*"
)
# "Kazakhstan's economy grew thanks to mining"; "praised its digital reforms"; "told students in Hanoi"
_AT_HOME = re.compile(
    r"\b(?:Kazakhstan|Vi[eệ]t ?[Nn]am|country)['’]s (?:economy|GDP|growth)\b[^.;]*?(?=, (?:and|who|which|said|the|he"
    r"|she|while|where|but)\b|[.;]|\Z)|\b(?:its|his|her|Kazakhstan['’]s"
    r"|Vi[eệ]t ?[Nn]am['’]s) (?:[\w-]+ ){1,2}(?:reforms|transformation|achievements|successes)\b|\b(?:told|addressed"
    r"|addressing|lectured to|speaking to) (?:the |a group of )?(?:\w+ )?(?:students|journalists|teachers)\b"
)
_WREATHS = re.compile(r"\b(?:laid|lay|laying|placed|offered) (?:an? |the )?(?:flowers|wreaths?|incense)\b[^.;,]*")
_ALWAYS = (
    _BACKDROP, _WORLD_BESIDES, _WAY, _JOBS, _MESSENGER, _STRENGTHS, _APPOSED, _OWN_WORK, _WORLD_STAGE, _WREATHS,
    _ALUMNI, _AT_HOME,
    _WITH_ITS, _BLOCS_PACT, _VISAS_FOR_MANY, _OF_BUSINESSES, _WORKPLACE,
)  # fmt: skip
