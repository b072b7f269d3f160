# ruff: noqa: E501
"""Visits: whole invented reports, where several passages tell of one visit."""

from __future__ import annotations

import pytest

from kzvn_analysis.facts.visits import find_visits
from kzvn_analysis.reading import read
from kzvn_analysis.seeds import article_from_text

ARRIVAL = """ date 2024-06-03 President Hoa begins state visit to Kazakhstan

Astana (VNA) – A special aircraft carrying President Tran Van Hoa, his spouse Nguyen Thi Lan and a high-ranking delegation of \
Vietnam landed at the airport of Astana on June 3 afternoon, beginning a three-day state visit to Kazakhstan at the invitation of \
President Daniyar Omarov.

Welcoming the President at the airport were Prime Minister Askhat Duisenov, Kazakh Ambassador to Vietnam Kanat Abdirov and Vietnamese \
Ambassador to Kazakhstan Pham Thai Nhu Lan.

This is the first visit by a Vietnamese President to Kazakhstan since 2012, and comes after President Omarov's official visit to \
Vietnam in August 2022.

During the visit, President Hoa is scheduled to hold talks with President Omarov, meet with Prime Minister Askhat Duisenov and Chairman \
of the Senate Marat Alimov, and deliver a speech at the Academy of Public Administration.

After Kazakhstan, the Vietnamese leader will travel to Azerbaijan and Belarus.
"""

CONSULTATIONS = """ date 2021-12-10 Vietnamese, Kazakh deputy foreign ministers hold political consultations

Hanoi, December 9 (VNA) - Deputy Foreign Minister Nguyen Minh Ha and her Kazakh counterpart Almas Seitov co-chaired the fourth \
Vietnam-Kazakhstan political consultation in Hanoi on December 9.

At the event, the two sides reviewed the outcomes of the visit to Vietnam by President Daniyar Omarov in August 2020 and agreed to \
prepare well for upcoming high-level visits.

They spoke highly of the results of the 8th meeting of the Vietnam-Kazakhstan Inter-governmental Committee, held in Hanoi in May this \
year, and agreed to hold the 9th meeting in Astana in 2022.

The same day, Foreign Minister Bui Van Son received Deputy Minister Seitov.
"""

SPEAKER = """ date 2018-03-31 NA Chairman hosts Kazakh lower house leader

Hanoi (VNA) – National Assembly Chairman Vuong Dinh Vinh on March 30 held talks with Chairman of the Mazhilis (Lower House) of Kazakhstan \
Yerkin Zhaksybekov, who is on an official visit to Vietnam.

Zhaksybekov's visit, from March 29 to April 1, is the first by a Kazakh top legislator in ten years. State President Tran Van Hoa also \
received the guest.

Earlier, the Kazakh delegation toured Ha Long city, Quang Ninh province. Vinh accepted Zhaksybekov's invitation to pay an official visit \
to Kazakhstan.
"""

PROSECUTORS = """ date 2022-08-25 Vietnam's top prosecutor receives Kazakh colleague

Procurator General of the Supreme People's Procuracy of Vietnam Le Minh Thang received in Hanoi on August 24 a delegation of the Prosecutor \
General's Office of Kazakhstan led by First Deputy Prosecutor General Timur Baizhanov.

Thang asked Baizhanov to convey an invitation to Prosecutor General Berik Alimov to visit Vietnam.
"""

CALLED_OFF = """ date 2020-02-20 The visit of Kazakhstan's President Daniyar Omarov to Vietnam that had been scheduled for April will not take \
place because of the epidemic, the embassy in Hanoi said.

"We hope the visit will take place in 2021," the diplomat added. The last visit to Vietnam by a president of Kazakhstan was in 2011, when \
President Serik Tulegenov came. Our Vice Minister of Foreign Affairs Yerlan Ashimov will come to Hanoi for consultations in June instead.
"""

FACT_SHEET = """Viet Nam – Kazakhstan relations: a fact sheet

1. Diplomatic relations were established on 29 June 1992.

2. High-level visits
Visits by Viet Nam's leaders to Kazakhstan: Prime Minister Vo Van Kiet (1994); Deputy Prime Minister Pham Van Loc (2006); President Tran Van \
Hoa (September 2012).
Visits by Kazakhstan's leaders to Viet Nam: President Daniyar Omarov (October 2011).

3. The Intergovernmental Committee has met ten times, most recently in Ha Noi in May 2022.
"""

DIGEST = """ date 2019-07-02 In Focus

Kazakh General Staff chief visits Vietnam

Chief of the General Staff of the Armed Forces of Kazakhstan Lieutenant General Murat Bektanov paid an official visit to Vietnam from June \
24-28, the army newspaper said. On June 25, Bektanov paid a courtesy call on Defence Minister General Ngo Van Lich.

Vietnamese Deputy PM in Moscow

Deputy Prime Minister Trinh Van Dung visited Moscow from June 26 to 28. He will visit Minsk in July.

Turkish Foreign Minister visits Almaty

Turkish Foreign Minister Mehmet Cavus arrived in Almaty on Monday.

Laos

Lao Prime Minister Thong Siphan was received in Hanoi by President Tran Van Hoa.
"""

MARGINS = """ date 2024-10-24 Leaders meet in Kazan

KAZAN – On the sidelines of the expanded summit in Kazan, Russia, Vietnamese Prime Minister Le Manh Hung on October 24 met with leaders of \
several countries. At the meeting with Kazakh Prime Minister Askhat Duisenov, he proposed opening direct flights between Hanoi and Astana. \
Hung also met the President of Belarus.

Kazakhstan and Vietnam trade more every year. Duisenov agreed and confirmed that he would visit Vietnam soon.
"""

TRADE_OFFICIAL = """ date 2017-05-20 Kazakh minister back from Vietnam

Kazakh Vice Minister of Agriculture Gulnar Sadykova told reporters about her talks in Vietnam. The official, who returned from Hanoi on \
Thursday, said that rice was discussed. On May 16 she was received by Vietnamese Deputy Minister Ha Van Tuan.

Next year Mr. Tuan will come to Almaty.
"""

CASES = {
    "arrival": (ARRIVAL, [
        "Tran Van Hoa | VNM>KAZ | state | 2024-06-03/2024-06-05 | made",
        "Daniyar Omarov | KAZ>VNM | official | 2022-08 | made"]),
    "consultations": (CONSULTATIONS, [
        "Almas Seitov | KAZ>VNM | talks | 2021-12-09 | made",
        "Daniyar Omarov | KAZ>VNM | unspecified | 2020-08 | made",
        "- | KAZ>VNM | commission | 2021-05 | made",
        "- | VNM>KAZ | commission | 2022 | planned"]),
    "speaker": (SPEAKER, [
        "Yerkin Zhaksybekov | KAZ>VNM | official | 2018-03-29/2018-04-01 | made",
        "Vuong Dinh Vinh | VNM>KAZ | official | - | planned"]),
    "prosecutors": (PROSECUTORS, ["Timur Baizhanov | KAZ>VNM | talks | 2022-08-24 | made"]),
    "called off": (CALLED_OFF, [
        "Serik Tulegenov | KAZ>VNM | unspecified | 2011 | made",
        "Yerlan Ashimov | KAZ>VNM | talks | 2020-06 | planned"]),
    "fact sheet": (FACT_SHEET, [
        "Vo Van Kiet | VNM>KAZ | unspecified | 1994 | made",
        "Pham Van Loc | VNM>KAZ | unspecified | 2006 | made",
        "Tran Van Hoa | VNM>KAZ | unspecified | 2012-09 | made",
        "Daniyar Omarov | KAZ>VNM | unspecified | 2011-10 | made",
        "- | KAZ>VNM | commission | 2022-05 | made"]),
    "digest": (DIGEST, ["Murat Bektanov | KAZ>VNM | official | 2019-06-24/2019-06-28 | made"]),
    "margins": (MARGINS, [
        "Le Manh Hung | VNM>RUS | talks | 2024-10-24 | made",
        "Askhat Duisenov | KAZ>VNM | unspecified | - | planned"]),
    "back from": (TRADE_OFFICIAL, [
        "Gulnar Sadykova | KAZ>VNM | unspecified | 2017-05-18 | made",
        "Ha Van Tuan | VNM>KAZ | unspecified | 2018 | planned"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_article(name):
    text, wanted = CASES[name]
    reading = read(article_from_text(text))
    found = []
    for v in find_visits(reading):
        assert reading.text[v.start : v.end] == v.quote
        found.append(f"{v.visitor or '-'} | {v.origin or '-'}>{v.host or '-'} | {v.level} | {v.period or '-'} | {v.status}")
    assert sorted(found) == sorted(wanted)


def test_the_row_quotes_the_sentence_that_tells_most():
    (row, _) = find_visits(read(article_from_text(SPEAKER)))
    assert row.quote.startswith("National Assembly Chairman") or row.quote.startswith("Zhaksybekov's visit, from March 29")
    assert row.visitor_role == "Chairman of the Mazhilis (Lower House)"
    assert row.counterpart in ("Vuong Dinh Vinh", None)
