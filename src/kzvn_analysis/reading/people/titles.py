"""Find offices in a tagged sentence: how far their wording reaches, what they are, and of which country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .. import gated as re
from ..fold import key
from ..lexicon import alternation, rows
from .tokens import Token
from .vocabulary import Office


@dataclass(frozen=True, slots=True)
class Title:
    """An office as the text words it: tokens `first` to before `last`.

    Attributes
    ----------
    office : Office
    role : str
        The wording without country and article: "Deputy Minister of Industry and Trade".
    country : str or None
        Whom the holder represents, where the wording tells; `NOBODY` for an official of many countries' body.
    not_country : str or None
        An ambassador's host country: certainly not whom the holder represents.
    former, definite, plural : bool
        "then President" · "the President", "Kazakh President" · "Presidents".
    countries : tuple of str
        Of a plural: "foreign ministers of Kazakhstan and Vietnam".
    """

    first: int
    last: int
    office: Office
    role: str
    country: str | None = None
    not_country: str | None = None
    former: bool = False
    definite: bool = False
    plural: bool = False
    countries: tuple[str, ...] = ()


def find_titles(text: str, tokens: Sequence[Token], labels: str) -> list[Title]:
    """Every office of the sentence, in order; two that one person holds ("… and Minister of …") as one."""
    out: list[Title] = []
    for head, label in enumerate(labels):
        if label not in "OQ" or out and head < out[-1].last:
            continue
        title = _title(text, tokens, labels, head)
        if out and _is_one_person(out[-1], title, tokens, labels):
            title = _joined(text, tokens, labels, out.pop(), title)
        out.append(title)
    return out


_UNIT = "[SuCJL]'?"
_LIST = "(?:,(?=[SuJ]+(?:,[Su]+)*,?a[Su])|,(?=a[Su])|a(?=[Su]))"
_BEFORE = re.compile(rf"t?(?:[FX]-?|D-?|{_UNIT}|(?<=S)[(][SN][)]|{_LIST}|(?<=[SL])ot?(?=[SCL]))*$")
_AFTER = re.compile(rf"(?:[oz]t?D?{_UNIT}(?:-?{_UNIT}|{_LIST}|(?<=[Su])n(?=[SuJ]))*|[(][^()]{{1,5}}[)](?=[oNVIH]))*")
_DANGLING = re.compile("[oz]t?J+$")  # "spouse of the Vietnamese" belongs to the next office
_PAIR_AFTER = re.compile("ot?(C)a(C)")
_WINDOW = 16


def _title(text: str, tokens: Sequence[Token], labels: str, head: int) -> Title:
    token, low = tokens[head], max(0, head - _WINDOW)
    office: Office = token.value
    first = low + _BEFORE.search(labels[low:head]).start()
    plural = labels[head] == "Q"
    pair = _PAIR_AFTER.match(labels, head + 1) if plural else None
    last = pair.end() if pair else _AFTER.match(labels, head + 1).end()
    while first < head and labels[first] in "L,'oa" and not _owns_place(office, labels, first, head):
        first += 1
    last = _cut_preposition(office, labels, head, last)
    last = head + 1 + len(_DANGLING.sub("", labels[head + 1 : last]))
    before = labels[first:head]
    country, not_country = _country(office, tokens, labels, first, head, last)
    if office.group in ("president", "general-secretary") and _is_of_a_body(
        office, tokens, labels, first, head, last
    ):
        office = Office("chair", 4, strong=False)
    if office.group in _OF_ANYTHING and _is_private(tokens, labels, first, head, last):
        office = Office("business", 7, strong=False)
    elif office.group in ("chair", "leader") and _PARLIAMENT.search(_text(tokens, first, last)):
        office = Office("speaker", 2)
    elif office.group == "minister" and _FOREIGN.search(_text(tokens, first, last)):
        office = Office("foreign-minister", 3)
    if "D" in before or "D" in labels[head + 1 : head + 3]:
        office = office.deputy()
    determiner = first if before[:1] == "t" else first - 1
    if determiner >= 0 and labels[determiner] == "t":
        definite = tokens[determiner].text.lower() not in ("a", "an")
    else:
        definite = bool(country)
    if before[:1] == "t":
        first += 1
    return Title(
        first, last, office, _role(text, tokens, labels, first, head, last), country, not_country,
        former="F" in before, definite=definite, plural=plural,
        countries=tuple(tokens[i].value.country for i in (pair.start(1), pair.start(2))) if pair else (),
    )  # fmt: skip


_PARLIAMENT = re.compile(
    r"^(?!.*\b(?:committee|commission|council|group)\b).*\b(?:assembly|senate|m[aâ][jz]h?ilis|majlis|parliament|na|house)\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"\bforeign\b|\bexternal (?:affairs|relations)\b", re.IGNORECASE)


def _is_of_a_body(
    office: Office, tokens: Sequence[Token], labels: str, first: int, head: int, last: int
) -> bool:
    """Whether a president is an academy's or a company's and no state's, a general secretary no party's."""
    words = {
        tokens[i].text.lower() for i in (*range(first, head), *range(head + 1, last)) if labels[i] in "Su"
    }
    if office.group == "general-secretary":
        return bool(words) and not words & {"party", "communist", "cpv", "cpvcc"}
    return bool(words - _STATE_FORM)


def _is_private(tokens: Sequence[Token], labels: str, first: int, head: int, last: int) -> bool:
    """Whether a body is named and is no public one: "chairman of Vietjet", "FPT Chairman"."""
    if _STATE.search(_text(tokens, first, last)):
        return False
    named = any(labels[i] in "Su" for i in (*range(first, head), *range(head + 1, last)))
    return named or labels[max(0, first - 1) : first] in ("N", "S") or labels[last : last + 2] in ("oN", "oV")


# A chairman or a head is an official only of a public body.
_OF_ANYTHING = frozenset({"chair", "head", "official", "secretary", "member"})
_STATE = re.compile(
    r"\b(?:assembly|senate|m[aâ][jz]h?ilis|majlis|parliament\w*|house|committee|commission|council|ministry|minister\w*|government|cabinet|"
    r"administration|presidential|state|national|people|party|communist|politburo|secretariat|agency|authority|department|court|procuracy|"
    r"prosecutor\w*|justice|police|army|staff|defen[cs]e|security|bank|province|provincial|region|regional|city|municipal|district|"
    r"union|front|bureau|board|fund|office|inspectorate|customs|service|delegation|mission|maslikhat|akimat|kurultai|duma|commune|"
    r"general|friendship|chamber|atameken|affairs|na|nbk|sbv|spp|spc)\b",
    re.IGNORECASE,
)


def _owns_place(office: Office, labels: str, first: int, head: int) -> bool:
    """Whether a city before an office belongs to it: "Astana Mayor", "Da Nang Party Committee Secretary"."""
    return labels[first] == "L" and (
        office.group == "province-head" or "S" in labels[first:head] or labels[first + 1] == "'"
    )


def _cut_preposition(office: Office, labels: str, head: int, last: int) -> int:
    """Only an ambassador is one *to* or *in* somewhere."""
    if office.group in ("ambassador", "envoy", "official"):
        return last
    cut = labels.find("z", head + 1, last)
    return last if cut < 0 else cut


def _country(
    office: Office, tokens: Sequence[Token], labels: str, first: int, head: int, last: int
) -> tuple[str | None, str | None]:
    wording = key(_text(tokens, first, last))
    match = _institutions()[0].search(wording)
    if match and _institutions()[1][match[0]] == NOBODY:
        return NOBODY, None
    of, to = [], []
    side = of
    for i in (*range(first, head), *range(head + 1, last)):
        if labels[i] in "oz":
            side = to if labels[i] == "z" else of
        elif labels[i] in "CJL" and tokens[i].value.country:
            side.append((labels[i], tokens[i].value.country))
    for kinds in ("CJ", "L"):
        for label, country in of:
            if label in kinds:
                return country, None
    if office.country:
        return office.country, None
    if match:
        return _institutions()[1][match[0]], None
    return None, to[0][1] if to else None


NOBODY = "-"  # an official of a body of many countries


@cache
def _institutions() -> tuple[re.Pattern, dict[str, str]]:
    known = {key(words): country for words, country in rows("institution_countries.tsv")}
    return re.compile(rf"\b{alternation(known)}\b"), known


_STATE_FORM = frozenset(
    {"republic", "socialist", "democratic", "federation", "kingdom", "government", "state"}
)


def _role(text: str, tokens: Sequence[Token], labels: str, first: int, head: int, last: int) -> str:
    """The wording without the country at either end."""
    while first < head and (
        labels[first] in "CJ'," or labels[first] == "X" and tokens[first].text.lower() not in _KEPT
    ):
        first += 1
    cut, i = last, last - 1
    while i > head and (labels[i] in "Cozat'" or tokens[i].text.lower() in _STATE_FORM):
        if labels[i] == "o" and "C" in labels[i:last]:
            cut = i
        i -= 1
    role = _slice(text, tokens, first, cut)
    return _singular(role, tokens[head]) if labels[head] == "Q" else role


def _singular(role: str, head: Token) -> str:
    """ "Foreign Ministers" → "Foreign Minister"."""
    word = head.text.split(" ")[-1] if " of " not in head.text else head.text.split(" ")[0]
    for ending, single in (("men", "man"), ("ies", "y"), ("ches", "ch"), ("s", "")):
        if word.endswith(ending):
            return role.replace(word, word[: -len(ending)] + single)
    return role


_KEPT = frozenset({"acting", "interim", "first", "permanent", "standing", "honorary"})


def _is_one_person(one: Title, two: Title, tokens: Sequence[Token], labels: str) -> bool:
    """Whether two offices next to each other are one person's."""
    between = labels[one.last : two.first]
    if (
        between in ("z", "zt", "o", "ot")
        and one.office.group in _SERVES
        and not one.plural
        and not two.plural
    ):
        return True
    if one.plural or two.plural or between not in ("a", "-", ",", "", "t", "at"):
        return False
    before = one.first - 1 - (labels[max(0, one.first - 1)] == "t")
    if before >= 0 and tokens[before].text.lower() == "between":
        return False  # "talks between the General Secretary and President X"
    groups = {one.office.group, two.office.group}
    if between == "-":
        return True
    if between in ("a", "at"):
        heads = {"president", "general-secretary", "prime-minister", "speaker"}
        return groups == {"president", "general-secretary"} or (
            between == "a"
            and not groups & heads
            and one.office.group != two.office.group
            and (None in (one.country, two.country) or one.country == two.country)
        )
    # "Politburo member, State President X"; a comma between full offices parts two people, but for
    # those that go together: "Deputy Prime Minister, Minister of Foreign Affairs X"
    named = labels[two.last : two.last + 1] in ("N", "V", "I", "H")
    if between == "," and named and (None in (one.country, two.country) or one.country == two.country):
        together = one.office.group == "deputy-prime-minister" and two.office.group in ("minister", "foreign-minister")
        if together or groups == {"president", "general-secretary"}:
            return True
    return one.office.group in ("member", "secretary") and between in (",", "")


# "adviser to the President of Kazakhstan X" is no president
_SERVES = frozenset(
    ("official", "deputy-official", "spouse", "envoy", "spokesman", "secretary", "head", "deputy-head")
    + ("chief", "expert", "epithet", "business")
)


def _joined(text: str, tokens: Sequence[Token], labels: str, one: Title, two: Title) -> Title:
    serves = labels[one.last : two.first] in ("z", "zt", "o", "ot")
    best = one.office if serves else min(one.office, two.office, key=lambda o: o.rank)
    role = (
        two.role
        if one.office.group == "member"
        else f"{one.role} {_between(text, tokens, one, two)} {two.role}"
    )
    return Title(
        one.first, two.last, best, " ".join(role.split()),
        one.country or two.country, one.not_country or two.not_country,
        former=one.former, definite=one.definite or two.definite,
    )  # fmt: skip


def _between(text: str, tokens: Sequence[Token], one: Title, two: Title) -> str:
    return text[tokens[one.last - 1].end : tokens[two.first].start].strip()


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(t.text for t in tokens[first:last]).replace(" 's", "'s")


def _slice(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return text[tokens[first].start : tokens[last - 1].end] if last > first else ""
