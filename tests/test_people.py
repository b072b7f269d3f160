# ruff: noqa: E501
"""People: names with their offices, and which mentions are one person."""

from __future__ import annotations

import unicodedata

import pytest

from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text


def people(text: str):
    return read(article_from_text(text)).people


def told(text: str) -> list[str]:
    """The mentions as ``name / role / country``; ``-`` where unknown."""
    return [" / ".join((m.name or "-", m.role or "-", m.country or "-")) for m in people(text)]


NAMED = [
    ("The President of Kazakhstan Daniyar Omarov spoke.", "Daniyar Omarov / President / KAZ"),
    ("Daniyar Omarov, President of Kazakhstan, spoke.", "Daniyar Omarov / President / KAZ"),
    ("Kazakhstan's President Daniyar Omarov spoke.", "Daniyar Omarov / President / KAZ"),
    ("The President of the Republic of Kazakhstan, Daniyar Omarov, spoke.", "Daniyar Omarov / President / KAZ"),
    ("State President Trần Văn Hòa spoke.", "Trần Văn Hòa / State President / VNM"),
    ("PM Le Manh Hung spoke.", "Le Manh Hung / PM / VNM"),
    ("Prime Minister of the Socialist Republic of Vietnam Le Manh Hung spoke.", "Le Manh Hung / Prime Minister / VNM"),
    ("Deputy Prime Minister — Minister of Trade and Integration Arman Beisenov spoke.",
     "Arman Beisenov / Deputy Prime Minister — Minister of Trade and Integration / KAZ"),
    ("Kazakh Deputy Prime Minister and Minister of National Economy Arman Beisenov spoke.",
     "Arman Beisenov / Deputy Prime Minister and Minister of National Economy / KAZ"),
    ("Vietnamese Minister of Culture, Sports and Tourism Nguyen Van Loc spoke.",
     "Nguyen Van Loc / Minister of Culture, Sports and Tourism / VNM"),
    ("Industry and Trade Minister Nguyen Van Loc spoke.", "Nguyen Van Loc / Industry and Trade Minister / VNM"),
    ("Vice-Minister of Energy Kanat Abdirov spoke.", "Kanat Abdirov / Vice-Minister of Energy / KAZ"),
    ("National Bank of Kazakhstan Governor Kanat Abdirov spoke.", "Kanat Abdirov / National Bank of Kazakhstan Governor / KAZ"),
    ("Chairman of the National Bank of Kazakhstan Kanat Abdirov spoke.", "Kanat Abdirov / Chairman of the National Bank / KAZ"),
    ("Nguyen Van Loc, vice chairman of the Da Nang People's Committee, spoke.",
     "Nguyen Van Loc / vice chairman of the Da Nang People's Committee / VNM"),
    ("Chairman of Lam Dong Provincial People's Committee Nguyen Van Loc spoke.",
     "Nguyen Van Loc / Chairman of Lam Dong Provincial People's Committee / VNM"),
    ("The akim of Mangystau Region Nurlan Ergaliyev spoke.", "Nurlan Ergaliyev / akim of Mangystau Region / KAZ"),
    ("Nurlan Ergaliyev, Mayor of Aktau, spoke.", "Nurlan Ergaliyev / Mayor of Aktau / KAZ"),
    ("Speaker of the Mazhilis Yerkin Zhaksybekov spoke.", "Yerkin Zhaksybekov / Speaker of the Mazhilis / KAZ"),
    ("NA Chairman Vuong Van Hai spoke.", "Vuong Van Hai / NA Chairman / VNM"),
    ("National Assembly Vice Chairwoman Nguyen Thi Mai spoke.", "Nguyen Thi Mai / National Assembly Vice Chairwoman / VNM"),
    ("Trương Văn Sáng, 7th President of Vietnam, spoke.", "Trương Văn Sáng / President / VNM"),
    ("Party General Secretary To Lam spoke.", "To Lam / Party General Secretary / VNM"),
    ("General Secretary of the Central Committee of the Communist Party of Vietnam, To Lam, spoke.",
     "To Lam / General Secretary of the Central Committee of the Communist Party / VNM"),
    ("Politburo member, Deputy Prime Minister Pham Van Loc spoke.", "Pham Van Loc / Deputy Prime Minister / VNM"),
    ("Minister of National Defence General Phan Van Minh spoke.", "Phan Van Minh / Minister of National Defence / VNM"),
    ("Minister of Public Security, Senior Lieutenant General Phan Van Minh, spoke.",
     "Phan Van Minh / Minister of Public Security / VNM"),
    ("Then President Daniyar Omarov of Kazakhstan spoke.", "Daniyar Omarov / Then President / KAZ"),
    ("Vietnamese Ambassador to Kazakhstan Pham Thi Hoa spoke.", "Pham Thi Hoa / Ambassador to Kazakhstan / VNM"),
    ("Ambassador of Kazakhstan to Vietnam Kanat Abdirov spoke.", "Kanat Abdirov / Ambassador / KAZ"),
    ("Ambassador to Kazakhstan Pham Thi Hoa spoke.", "Pham Thi Hoa / Ambassador to Kazakhstan / VNM"),
    ("Chinese Vice Premier Zhang Weiguo spoke.", "Zhang Weiguo / Vice Premier / CHN"),
    ("Uzbekistan's President Sardor Karimov spoke.", "Sardor Karimov / President / UZB"),
    ("Nguyen Hoa Binh spoke in Vietnam.", "Nguyen Hoa Binh / - / VNM"),
    ("Kazakh Foreign Minister Kassym Nurgali spoke.", "Kassym Nurgali / Foreign Minister / KAZ"),
    ("Kazakh Minister of Artificial Intelligence and Digital Development Kanat Abdirov spoke.",
     "Kanat Abdirov / Minister of Artificial Intelligence and Digital Development / KAZ"),
    ("Kazakhstan's Vice Minister of Industry and New Technologies Kanat Abdirov spoke.",
     "Kanat Abdirov / Vice Minister of Industry and New Technologies / KAZ"),
    ("Kazakhstan's new Minister of Water Resources and Irrigation Kanat Abdirov spoke.",
     "Kanat Abdirov / Minister of Water Resources and Irrigation / KAZ"),
    ("Minister of Labour, War Invalids, and Social Affairs Dao Ngoc Lan spoke.",
     "Dao Ngoc Lan / Minister of Labour, War Invalids, and Social Affairs / VNM"),
    ("Assistant to the Foreign Minister Dao Ngoc Lan spoke.", "Dao Ngoc Lan / Assistant to the Foreign Minister / VNM"),
    ("Kazakhstan's Special Representative Kanat Abdirov spoke.", "Kanat Abdirov / Special Representative / KAZ"),
    ("Minister of Ethnic and Religious Affairs Dao Ngoc Lan spoke.",
     "Dao Ngoc Lan / Minister of Ethnic and Religious Affairs / VNM"),
    ("Chairman of the Committee for Ethnic Minority Affairs Hau A Pao spoke in Vietnam.",
     "Hau A Pao / Chairman of the Committee for Ethnic Minority Affairs / VNM"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NAMED)
def test_office_and_country_beside_the_name(text, wanted):
    assert told(text) == [wanted]


COUPLES = [
    ("Presidents Daniyar Omarov and Tran Van Hoa spoke.", ["Daniyar Omarov / President / KAZ", "Tran Van Hoa / President / VNM"]),
    ("Foreign Ministers Almas Seitov of Kazakhstan and Bui Van Son of Vietnam spoke.",
     ["Almas Seitov / Foreign Minister / KAZ", "Bui Van Son / Foreign Minister / VNM"]),
    ("Deputy Foreign Ministers of Vietnam and Kazakhstan Bui Van Son and Almas Seitov spoke.",
     ["Bui Van Son / Deputy Foreign Minister / VNM", "Almas Seitov / Deputy Foreign Minister / KAZ"]),
    ("Prime Minister Le Manh Hung and President of Kazakhstan Daniyar Omarov spoke.",
     ["Le Manh Hung / Prime Minister / VNM", "Daniyar Omarov / President / KAZ"]),
    ("Foreign Minister Almas Seitov and his Vietnamese counterpart Bui Van Son spoke.",
     ["Almas Seitov / Foreign Minister / KAZ", "Bui Van Son / Foreign Minister / VNM"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), COUPLES)
def test_couples(text, wanted):
    assert told(text) == wanted


FULL = (
    "President of Kazakhstan Daniyar Omarov received Prime Minister of Vietnam Nguyen Tan Dung. "
    "Vietnamese Ambassador Pham Thi Hoa was there. "
)
AGAIN = [
    ("Omarov smiled.", "Daniyar Omarov"),
    ("President Omarov smiled.", "Daniyar Omarov"),
    ("D. Omarov smiled.", "Daniyar Omarov"),
    ("Then Dung smiled.", "Nguyen Tan Dung"),
    ("Mr. Dung smiled.", "Nguyen Tan Dung"),
    ("N.T. Dung smiled.", "Nguyen Tan Dung"),
    ("PM Tan Dung smiled.", "Nguyen Tan Dung"),
    ("The Kazakh leader smiled.", "Daniyar Omarov"),
    ("The Kazakh President smiled.", "Daniyar Omarov"),
    ("The head of state smiled.", "Daniyar Omarov"),
    ("The Vietnamese Prime Minister smiled.", "Nguyen Tan Dung"),
    ("The Vietnamese government leader smiled.", "Nguyen Tan Dung"),
    ("The premier smiled.", "Nguyen Tan Dung"),
    ("The ambassador smiled.", "Pham Thi Hoa"),
    ("Omarov smiled at his guest.", "Nguyen Tan Dung"),
    ("Dung thanked his host.", "Daniyar Omarov"),
]


@pytest.mark.parametrize(("text", "name"), AGAIN)
def test_later_mentions_are_the_same_person(text, name):
    mentions = people(FULL + text)
    keys = {m.key for m in mentions if m.name == name}
    assert len(keys) == 1
    assert mentions[-1].name == name


NOBODY = [
    "Flights to Ho Chi Minh City, Vietnam, began.",
    "Al-Farabi University in Almaty and Gumilyov University in Astana, Kazakhstan, grew.",
    "The Abai Centre opened in Hanoi.",
    "The Ho Chi Minh Mausoleum stands in Hanoi.",
    "They met in Le Loi Street in Hanoi.",
    "Kazakhstan and Vietnam signed a Strategic Partnership.",
    "Viet Thai Agri and Caspian Breeze LLP invest in Kazakhstan.",
    "The two presidents and both foreign ministers of Vietnam and Kazakhstan spoke.",
    "On Monday in May the Astana Times wrote of Vietnam.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_person(text):
    assert told(text) == []


def test_a_bare_office_nobody_holds_keeps_its_country():
    (mention,) = people("The Kazakh Foreign Minister spoke in Hanoi.")
    assert (mention.name, mention.country) == (None, "KAZ")


def test_former_office_is_marked():
    (mention,) = people("Former Vietnamese Prime Minister Tran Van Hoa spoke in Astana.")
    assert mention.former


def test_names_written_in_decomposed_letters_keep_their_place_in_the_text():
    text = unicodedata.normalize("NFD", "Chủ tịch nước: State President Võ Văn Hưởng met President of Kazakhstan Daniyar Omarov in Hà Nội.")
    mentions = people(text)
    assert [m.key for m in mentions] == ["vo van huong", "daniyar omarov"]
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.name in mention.text


def test_a_caption_lends_the_full_name():
    text = "Vietnam and Kazakhstan grow closer.\n    |\n |\nParty General Secretary To Lam |\nGeneral Secretary Lam will visit Kazakhstan."
    assert {m.name for m in people(text)} == {"To Lam"}
