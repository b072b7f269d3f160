"""Whether somebody builds, opens or founds what a noun names, and not only visits it, buys from it or uses it."""

from __future__ import annotations

from ...reading import gated as re
from ..progress import Clause
from .plant_cells import called_shared, is_elsewhere, of_both
from .plant_status import EXAMPLES, GOES_ON
from .scene import Scene


def is_undertaken(scene: Scene, clause: Clause, start: int, end: int) -> bool:
    """Whether what stands at `start`–`end` is built, opened or founded, and between the two countries."""
    said = scene.small[clause.start : clause.end]
    if _CUSTOMERS.search(scene.small, clause.start, start) or _explains_a_place(scene, start):
        return False
    if is_elsewhere(scene, end, clause.end) or _EACH_ITS_OWN.search(scene.small, clause.start, start):
        return False
    if _ITS_FIRST.search(scene.small, clause.start, start) and not scene.companies:
        return False
    built = (
        _BUILD.search(said)
        or EXAMPLES.search(scene.small, clause.start, start)
        or _MEANS.search(scene.small, max(clause.start, start - 70), start)
        or _STANDS.match(scene.small[end : clause.end])
        or GOES_ON.search(said)
        or TURNED_INTO.search(scene.small, clause.start, start)
        or TO_PARTNERS.search(scene.small, clause.start, start)
        and not THE_KNOWN.search(scene.small, max(0, start - 40), start)
    )
    return (
        bool(built)
        and not _VISITED.search(scene.small, clause.start, start)
        and not _USED.search(scene.small, clause.start, start)
        and (of_both(scene, clause.kind_at(start, end), start) or called_shared(scene, scene.small[start:end]))
    )


def _explains_a_place(scene: Scene, start: int) -> bool:
    """Whether the noun only tells what a place is that was just named."""
    apposed = _APPOSED.search(scene.small, 0, start)
    return bool(apposed) and any(p.end == apposed.start() for p in scene.places)


_BUILD = re.compile(
    r"\b(?:build\w*|built|rebuil\w+|construct\w*|open(?:ed|ing|s)?|establish\w*|set(?:ting)? up|launch\w*|"
    r"invest(?:s|ed|ing|ment)?|creat\w*|"
    r"found(?:ed|ing)|put up|putting up|work (?:has )?(?:started|began|begun)|put(?:ting|s)? [^;]{0,20}(?:\$|usd|"
    r"million|billion|mln|bln)[^;]{0,30}?\binto|lease\w*|"
    r"allocat\w*|commission\w*|put(?:ting)? [^,;.]{0,80}?\binto operation|inaugurat\w*|broke ground|locali[sz]\w+|"
    r"organi[sz](?:e|ing) (?:the )?production|under construction|laid the|foundation stone|worth|cost(?:s|"
    r"ing)?|has been \w+ing|"
    r"participation of [^,;]{3,60}? in|involving|financ\w+|implementing|implementation of|"
    r"localis\w+|localiz\w+|erect\w*|lay|laid|laying|rent(?:s|ed|ing)|appear\w*|"
    r"(?:grow|cultivate|breed|raise) [\w -]{3,30}? in|restoration of|renovat\w+|reconstruct\w+|"
    r"licen[sc]ed|registered|capitali[sz]ed at|(?:charter |registered |initial |authori[sz]ed )?capital of)\b"
)
# "is considering a clinic", "plans greenhouses": only right before the noun.
_MEANS = re.compile(
    r"\b(?:consider\w*|plans?|planned|planning|propos\w+|suggest\w*|offer\w*|develop\w*|complet\w*|start\w*|"
    r"operat\w*|expand\w*|weigh\w*(?: up)?|mull\w*|see|welcom\w*|host\w*|present\w*|unveil\w*|"
    r"pitch\w*|float\w*|attract\w*|"
    r"support\w*|back\w*|fund\w*|await\w*|accelerat\w*|speed(?:ing)? up|finish\w*|assess\w*|"
    r"evaluat\w*|explor\w*|survey\w*|"
    r"design\w*|discuss\w*|negotiat\w*|talks on|discussions on|negotiations on|tak\w+ part in|"
    r"participat\w+ in|particip\w+|drill\w*|idea of|possibilit(?:y|ies) of|plans? for|hand(?:ed|ing)? over|erect\w*|"
    r"unveiling of|opening of|inauguration of|"
    r"(?:double|treble|triple|expand|increase|raise)\w* the capacity of|in talks with [^,;.]{2,40} on|"
    r"(?:expansion|moderni[sz]ation|upgrad(?:e|ing)|extension|reconstruction) of|"
    r"permission for|pilot\w*|test\w*|"
    r"(?:joint|shared) use of|lease of|purchase of|share in|participation in|"
    r"implement\w*|look(?:ing)? (?:at|for|into)|scout\w*|study\w*|examin\w*|rent\w*|eye\w*|wants?|seek\w*|working on|"
    r"project for|projects? of|for|runs?|owns?)(?: (?:on|up|out|to))? (?:(?!in |of |from |by |with |at |into |it "
    r")[\w$€.,-]+ ){0,5}\Z"
)
_STANDS = re.compile(
    r"\A[^.;]{0,60}?\b(?:has been \w+ing|produces|manufactures|operates|is operating|was built|has been "
    r"built|built by|is under consideration|"
    r"is being (?:built|studied|considered|planned)|went into operation|started operat\w+|(?:started|starts|"
    r"starting) up|(?:came|comes|went|goes) on stream|"
    r"(?:began|started|has begun|has started) (?:work|production)|received its first|"
    r"welcomed its first|has been "
    r"turning out|turns out|employs|makes|assembles|processes|has opened|opened|"
    r"(?:has|will have) a (?:\w+ )?capacity of|"
    r"is capable of|can (?:handle|produce|process)|handles|caters|serves|supplies|"
    r"(?:has|have) (?:already )?entered|is preparing for|"
    r"(?:is|are) (?:expected|due|set|to be|scheduled|being|under)|houses|stands|is planned|are "
    r"planned|will (?:be|open|produce|assemble|make|manufacture|process|employ))\b"
)
# "supply Vietnamese feed mills with 30,000 tons": who buys, not what is built
_CUSTOMERS = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|sell(?:s|ing)?|sold to|export\w* to|deliver\w*(?: \w+)? to|"
    r"ship\w* to|for use at) "
    r"(?:(?!with |of |from )[\w’'-]+ ){0,3}\Z|"
    r"\b(?:destined|bound|meant) for (?:(?:the|an?|its|their) )?(?:[\w’'-]+ ){0,3}\Z|"
    # "the sale of 5,000 tonnes of rubber for a tyre plant"
    r"\b(?:suppl(?:y|ies)|sales?|deliver(?:y|ies)|exports?|purchases?|shipments?) of (?!equipment|machinery|"
    r"technolog)"
    r"[^.;]{3,60}? (?:for|to|at) (?!open|build|set|establish|construct|launch|create)"
    r"(?:(?:the|an?|its|their) )?(?:[\w’'-]+ ){0,3}\Z|"
    # "supplies of beef from four Kazakh plants": who sells
    r"\b(?:suppl(?:y|ies)|deliver(?:y|ies)|imports?|purchases?) (?:of [^.;]{3,60}? )?from (?:[\w’'-]+ ){0,4}\Z|"
    r"\b(?:supply|deliver|sell|ship|export) (?!equipment|machinery|technolog)[\w -]{3,60}? for (?:[\w’'-]+ ){0,4}\Z|"
    r"\b(?:delivered|supplied|sold|shipped) [^.;]{3,60}? to an? (?:[\w’'-]+ ){0,2}\Z|"
    r"\b(?:donat(?:ed|ions?)|gifts?|presented|handed over) [^.;]{0,80}? (?:to|for) (?:[\w’'-]+,? ){0,6}\Z"
)
# "fuller use of the terminal in …": it stands already
_USED = re.compile(
    r"\b(?:us(?:e|es|ed|ing)(?: of)?|through|via|access to|left|leaving) (?:the|its|their) "
    r"(?:[\w’'–-]+ ){0,4}\Z|\bfrom (?:its|their) (?:own )?\Z"
)
_APPOSED = re.compile(r", (?:the|its) (?:[\w’'-]+ ){0,2}\Z")  # "to Cam Ranh, the airport for Nha Trang"
# "offered the Vietnamese side projects for a sugar factory, …"
TO_PARTNERS = re.compile(
    r"\b(?:offer\w*|propos\w+|present\w*|pitch\w*|invit\w+) (?:to )?(?:the |its |their )?(?:vietnamese|"
    r"kazakh|kazakhstani|viet nam\w*)(?:['’]s)? "
    r"(?:counterparts?|investors?|business\w*|side|partners?|compan(?:y|ies)|entrepreneurs?|delegation|"
    r"colleagues|guests|firms)\b"
)
TURNED_INTO = re.compile(r"\b(transform\w*|convert\w*|turn(?:ing|ed)?)\b[^.;]*\binto (?:an? |the )?(?:[\w-]+ )?\Z")
_VISITED = re.compile(r"\b(?:visit\w*|tour(?:ed|ing)?|inspect\w*|acquainted|(?:was|were) shown)\b")
# "Almaty is building its first industrial zone": a city's own
_ITS_FIRST = re.compile(r"\b(?:is|are|was) (?:now |also )?(?:building|constructing) its (?:[\w-]+ ){0,3}\Z")
# "prepare to build power plants", each its own
_EACH_ITS_OWN = re.compile(
    r"\bboth (?:countries|sides|nations) (?:prepare|plan|intend|are (?:preparing|planning|building|going))\b[^.;]*\Z"
)
THE_KNOWN = re.compile(r"\bthe (?:[\w-]+ ){0,2}\Z")  # "leased the two-hectare site" of what was told
