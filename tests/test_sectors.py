"""Which fields of cooperation a passage speaks of, and how far each has come."""

from __future__ import annotations

import re

import pytest

from kzvn_analysis.facts import find_facts
from kzvn_analysis.facts.progress import find_clauses, kind_at
from kzvn_analysis.facts.sectors import SECTORS, STAGES
from kzvn_analysis.facts.termlist import TermList
from kzvn_analysis.reading import lexicon, read
from kzvn_analysis.seeds import article_from_text

OPENING = "Kazakhstan and Viet Nam established diplomatic relations in 1992."


def rows(text: str, opening: str = OPENING):
    """The sector rows of a clipping of 5 May 2025 that says `text`."""
    article = article_from_text(f"{opening}\n\n{text}", published="2025-05-05")
    return find_facts(read(article))["sectors"]


def stages(text: str, opening: str = OPENING) -> dict[str, str]:
    return {row.sector: row.stage for row in rows(text, opening)}


NAMED = [
    (
        "The ministers discussed bilateral cooperation in tourism as well as international issues such as climate "
        "change.",
        {"tourism": "mentioned"},
    ),
    (
        "Kazakhstan, the world's largest uranium producer and a leading grain exporter, and Vietnam discussed tourism.",
        {"tourism": "mentioned"},
    ),
    (
        "There is great potential in minerals, the minister said, and he hoped that the two would cooperate more.",
        {"mining": "mentioned"},
    ),
    (
        "The two studios spoke of a film about Vietnamese graduates who trained as geologists in Almaty.",
        {"culture": "mentioned"},
    ),
    (
        "The deputy minister asked the two sides to reach the goal they have set, with priority given to tourism and "
        "education.",
        {"tourism": "mentioned", "education": "mentioned"},
    ),
    (
        "The Vietnamese minister suggested that the two sides boost ties in mining and health care.",
        {"mining": "mentioned", "health": "mentioned"},
    ),
    (
        "The sides discussed cooperation in energy, tourism and education.",
        {"energy": "mentioned", "tourism": "mentioned", "education": "mentioned"},
    ),
    (
        "The ministers exchanged views on prospects in mining, digital transformation and health care.",
        {"mining": "mentioned", "digital": "mentioned", "health": "mentioned"},
    ),
    (
        "Aviation and labour migration were also touched upon by the two sides.",
        {"aviation": "mentioned", "labour": "mentioned"},
    ),
    (
        "Both sides named logistics, agriculture and e-commerce as promising areas of cooperation.",
        {"transport": "mentioned", "agriculture": "mentioned", "digital": "mentioned"},
    ),
    (
        "The two ministers discussed environmental protection and legal assistance.",
        {"environment": "mentioned", "justice": "mentioned"},
    ),
    (
        "In defence, the ambassador noted regular contacts between Viet Nam and Kazakhstan.",
        {"defence": "mentioned"},
    ),
    (
        "The parties focused on finance, science and technology, and ties between localities.",
        {"finance": "mentioned", "science": "mentioned", "regions": "mentioned"},
    ),
    (
        "Kazakhstan would like to expand cooperation with Viet Nam in culture and sports.",
        {"culture": "mentioned"},
    ),
    ("The sides considered topical issues of industrial cooperation.", {"industry": "mentioned"}),
    (
        "The President hoped that cooperation would be broadened in mining and sports with Viet Nam.",
        {"mining": "mentioned", "culture": "mentioned"},
    ),
    (
        "The potential of the two countries in energy and tourism has yet to be tapped.",
        {"energy": "mentioned", "tourism": "mentioned"},
    ),
    ("Viet Nam is studying Kazakhstan’s experience in e-government.", {"digital": "mentioned"}),
    (
        "Kazakhstan and Viet Nam noted the potential for joint work in metallurgy and tourism.",
        {"mining": "mentioned", "tourism": "mentioned"},
    ),
    (
        "The envoys of Kazakhstan and Viet Nam hope the commission will settle the question of payments.",
        {"finance": "mentioned"},
    ),
    (
        "The Kazakh minister is expected in Hanoi for a round table on wind power with Viet Nam.",
        {"energy": "mentioned"},
    ),
    (
        "A council of Kazakhstan and Viet Nam was set up to promote cooperation in agriculture.",
        {"agriculture": "mentioned"},
    ),
    ("Kazakhstan and Viet Nam agreed that cultural ties play a part in their friendship.", {"culture": "mentioned"}),
    ("Will Viet Nam run more flights to Kazakhstan?", {"aviation": "mentioned"}),
    (
        "The two sides discussed cooperation in forestry, IT and AI.",
        {"agriculture": "mentioned", "digital": "mentioned"},
    ),
    (
        "The number of tourists from Kazakhstan in Viet Nam is expected to rise this year.",
        {"tourism": "mentioned"},
    ),
    (
        "The envoys of Kazakhstan and Viet Nam regret that cooperation in culture remains modest.",
        {"culture": "mentioned"},
    ),
    # a wish that asks for nothing in particular
    ("Viet Nam would like its partnership with Kazakhstan to grow in banking.", {"finance": "mentioned"}),
    ("The Kazakh side hoped to lift trade with Viet Nam to a new level.", {"trade": "mentioned"}),
    ("Viet Nam is ready to work more closely with Kazakhstan in geology.", {"mining": "mentioned"}),
    (
        "Interest was expressed in contacts in fisheries and textiles.",
        {"agriculture": "mentioned", "industry": "mentioned"},
    ),
    (
        "The two ministers talked about how Kazakhstan and Viet Nam could act in logistics.",
        {"transport": "mentioned"},
    ),
    ("The new route of Kazakhstan and Viet Nam would open doors to tourism.", {"tourism": "mentioned"}),
    ("Kazakhstan called for heightened efforts with Viet Nam in cultural exchanges.", {"culture": "mentioned"}),
    (
        "Impressed by rice growing in Viet Nam, the Kazakh guest hoped to step up affiliation in textiles.",
        {"agriculture": "mentioned", "industry": "mentioned"},
    ),
    ("Viet Nam wants to restore cooperation with Kazakhstan in geology.", {"mining": "mentioned"}),
    ("Kazakhstan and Viet Nam intend to develop cooperation in cinema.", {"culture": "mentioned"}),
    ("Kazakhstan listed medicine as a field where Viet Nam has much to offer.", {"health": "mentioned"}),
    ("Logistics, the two agreed, deserves more thought.", {"transport": "mentioned"}),
    (
        "Tourism and mining are where Kazakhstan and Viet Nam can help each other, and he suggested a visit in May.",
        {"tourism": "mentioned", "mining": "mentioned"},
    ),
    ("The Kazakh minister is set to visit Viet Nam to discuss cooperation in forestry.", {"agriculture": "mentioned"}),
    (
        "Viet Nam suggested that the two support each other at international forums and strengthen ties in sport.",
        {"culture": "mentioned"},
    ),
    ("The forum of Kazakhstan and Viet Nam will focus on irrigation.", {"agriculture": "mentioned"}),
    ("The newly established partnership of Kazakhstan and Viet Nam is about culture.", {"culture": "mentioned"}),
    ("In an expanded format Kazakhstan and Viet Nam discussed trade.", {"trade": "mentioned"}),
    # told without a word for the two
    (
        "The two sides looked at ways to help beekeeping, microfinance and robotics.",
        {"agriculture": "mentioned", "finance": "mentioned", "digital": "mentioned"},
    ),
    ("The talks ranged over railways and cinema.", {"transport": "mentioned", "culture": "mentioned"}),
    ("Forestry and medicine took centre stage at the talks.", {"agriculture": "mentioned", "health": "mentioned"}),
    ("There are good prospects for contacts in sport, the two agreed.", {"culture": "mentioned"}),
    ("Trade between Kazakhstan and Viet Nam is expected to top a billion soon.", {"trade": "mentioned"}),
]

PROPOSED = [
    (
        "Viet Nam proposed launching a joint programme for training nuclear engineers with Kazakhstan.",
        {"energy": "proposed"},
    ),
    ("The Kazakh side offered Viet Nam its experience in digital public services.", {"digital": "proposed"}),
    (
        "The ambassador called on Vietnamese companies to join mining projects in Kazakhstan.",
        {"mining": "proposed"},
    ),
    ("Kazakhstan is ready to supply Viet Nam with wheat and beef.", {"agriculture": "proposed"}),
    ("The Vietnamese minister asked Kazakhstan to receive more guest workers.", {"labour": "proposed"}),
    ("A memorandum on tourism between Kazakhstan and Viet Nam is being drafted.", {"tourism": "proposed"}),
    ("Viet Nam wants to open a cultural centre in Astana, Kazakhstan.", {"culture": "proposed"}),
    ("The two sides are negotiating an agreement on the readmission of citizens.", {"justice": "proposed"}),
    ("Kazakhstan suggested that hospitals of both countries exchange doctors.", {"health": "proposed"}),
    (
        "Viet Nam is studying the possibility of joining the Middle Corridor together with Kazakhstan.",
        {"transport": "proposed"},
    ),
    (
        "The Kazakh minister invited Vietnamese banks to the Astana International Financial Centre.",
        {"finance": "proposed"},
    ),
    (
        "He suggested that Kazakhstan facilitate the entry of Vietnamese coffee and shrimp.",
        {"agriculture": "proposed"},
    ),
    ("On visas, the two sides agreed to consider visa-free stays of 45 days.", {"tourism": "proposed"}),
    ("The two sides will sign an agreement on tourism this autumn.", {"tourism": "proposed"}),
    ("Kazakhstan wants to ship 40,000 tons of wheat to Viet Nam.", {"agriculture": "proposed"}),
    ("Kazakhstan wishes to import coffee, tea and garments from Viet Nam.", {"agriculture": "proposed"}),
    ("The central banks of Kazakhstan and Viet Nam are working on a memorandum on payments.", {"finance": "proposed"}),
    ("Talks are under way on supplies of Kazakh wheat to Viet Nam.", {"agriculture": "proposed"}),
    ("Viet Nam invited Kazakhstan to take part in its privatisation programme.", {"investment": "proposed"}),
    (
        "Viet Nam spoke in favour of simplifying the import of Kazakh lamb.",
        {"agriculture": "proposed"},
    ),
    (
        "It was agreed that the two sides would speed up their talks on payments.",
        {"finance": "proposed"},
    ),
    ("An agreement of Kazakhstan and Viet Nam on extradition will be signed in May.", {"justice": "proposed"}),
    ("Kazakhstan and Viet Nam plan to let tourists in without visas.", {"tourism": "proposed"}),
    ("Viet Nam suggested that Kazakhstan set aside five scholarships.", {"education": "proposed"}),
    ("Kazakhstan voiced readiness to give Viet Nam grants for study at its universities.", {"education": "proposed"}),
    ("Days of culture should be held in the respective countries.", {"culture": "proposed"}),
    ("He spoke of peace, asking Kazakhstan to take officers into training courses.", {"education": "proposed"}),
    ("Viet Nam asked Kazakhstan to let its shrimp onto the market.", {"agriculture": "proposed"}),
    ("Kazakhstan is keen on opening the Vietnamese market to its lamb.", {"agriculture": "proposed"}),
    ("Kazakhstan offered to send nurses to work at clinics in Hue, Viet Nam.", {"health": "proposed"}),
    ("The Vietnamese side would like Kazakhstan to lift its ban on shrimp.", {"agriculture": "proposed"}),
    ("PetroVietnam is prepared to join a gas project in Atyrau, Kazakhstan.", {"energy": "proposed"}),
]

AGREED = [
    (
        "The two provinces signed a memorandum of friendship, focusing on tourism, culture and education.",
        {"regions": "agreed", "tourism": "agreed", "culture": "agreed", "education": "agreed"},
    ),
    (
        "Kazakh and Vietnamese traders agreed on a trial shipment of 300 tons of sunflower oil.",
        {"agriculture": "agreed"},
    ),
    ("The two sides signed a memorandum of understanding on agriculture.", {"agriculture": "agreed"}),
    ("The two sides agreed to set up a working group on energy.", {"energy": "agreed"}),
    (
        "Kazakhstan and Viet Nam signed an agreement on cooperation in science and technology.",
        {"science": "agreed"},
    ),
    ("The two governments concluded a treaty on extradition.", {"justice": "agreed"}),
    ("A programme of cultural exchange was adopted by the two ministries.", {"culture": "agreed"}),
    (
        "It was agreed that the transport ministries of the two countries would prepare a plan for railways.",
        {"transport": "agreed"},
    ),
    (
        "The defence ministries of Kazakhstan and Viet Nam signed a plan of cooperation.",
        {"defence": "agreed"},
    ),
    (
        "Kazakhstan and Viet Nam exchanged memoranda on artificial intelligence and on health.",
        {"digital": "agreed", "health": "agreed"},
    ),
    ("Aktobe and Nghe An signed an agreement on establishing sister relations.", {"regions": "agreed"}),
    (
        "Kazakhstan and Viet Nam signed an agreement on the protection of investments.",
        {"investment": "agreed"},
    ),
    (
        "The memorandum between the Ministry of Education of Kazakhstan and the Ministry of Education and "
        "Training of Viet Nam was signed in Hanoi.",
        {"education": "agreed"},
    ),
    (
        "Millers of Kazakhstan and Viet Nam signed a contract on the supply of flour.",
        {"agriculture": "agreed"},
    ),
    (
        "The energy ministry of Kazakhstan and the Ministry of Industry and Trade of Viet Nam signed a memorandum "
        "between the two bodies on cooperation in rare earth metals.",
        {"mining": "agreed"},
    ),
    (
        "The ministries of culture and sports of Kazakhstan and Viet Nam signed a memorandum on tourism.",
        {"tourism": "agreed"},
    ),
    (
        "Two papers signed by Kazakhstan and Viet Nam were presented to the press: on health and on mining.",
        {"health": "agreed", "mining": "agreed"},
    ),
    ("The two sides consented to widen their work in fields such as geology.", {"mining": "agreed"}),
    ("The two sides agreed to ease the import of Kazakh honey.", {"agriculture": "agreed"}),
    ("Kazakhstan and Viet Nam will continue to work together in geology.", {"mining": "agreed"}),
    (
        "Kazakhstan and Viet Nam reached a consensus on paving the way for projects in geology and tourism.",
        {"mining": "agreed", "tourism": "agreed"},
    ),
    ("Signatures were put under a plan for cultural exchanges of Kazakhstan and Viet Nam.", {"culture": "agreed"}),
    ("The joint statement provides for cooperation in cybersecurity.", {"digital": "agreed"}),
    (
        "Kazakhstan and Viet Nam will hold a fair of farmers; continue to work together in logistics.",
        {"agriculture": "agreed", "transport": "agreed"},
    ),
    ("The parties resolved to draw up a list of routes for air cargo.", {"aviation": "agreed"}),
    (
        "The mayors of Almaty, Kazakhstan, and Hue, Viet Nam, signed a memorandum.\n\nThe guest was thanked.\n\n"
        "The memorandum names waste treatment and vocational training as its main fields.",
        {"environment": "agreed", "education": "agreed"},
    ),
    ("A mill in Hue, Viet Nam, has agreed to purchase 900 tons of barley from Kazakhstan.", {"agriculture": "agreed"}),
]

OPERATING = [
    (
        "The plane from Almaty landed in Da Nang on Friday, opening the first direct flight between the two cities.",
        {"aviation": "operating"},
    ),
    (
        "The prosecutors and the armed forces of Kazakhstan and Viet Nam kept up regular exchanges.",
        {"justice": "operating", "defence": "operating"},
    ),
    (
        "Under a protocol of 2015 between the defence ministries, Kazakh officers learn Vietnamese in Hanoi.",
        {"defence": "operating"},
    ),
    ("Bilateral trade reached $870 million in 2024.", {"trade": "operating"}),
    ("Air Astana operates three weekly flights between Almaty and Nha Trang.", {"aviation": "operating"}),
    (
        "The agreement between Viet Nam and Kazakhstan on legal assistance has been in force since 2016.",
        {"justice": "operating"},
    ),
    (
        "Cooperation between the two countries in education has yielded good results.",
        {"education": "operating"},
    ),
    ("The two academies of sciences continue joint research.", {"science": "operating"}),
    ("Last year 140,000 Kazakh tourists visited Viet Nam.", {"tourism": "operating"}),
    ("Days of Vietnamese Culture were held in Astana last autumn.", {"culture": "operating"}),
    ("In April 3,000 tonnes of Kazakh barley were delivered to Hai Phong.", {"agriculture": "operating"}),
    ("About thirty Vietnamese students are studying in Kazakhstan.", {"education": "operating"}),
    ("Viet Nam donated 200,000 medical masks to hospitals in Kazakhstan.", {"health": "operating"}),
    (
        "Cooperation of the two countries in agriculture and tourism has also recorded encouraging results.",
        {"agriculture": "operating", "tourism": "operating"},
    ),
    ("Kazakhstan mainly exports metals, chemicals and wheat to Viet Nam.", {"trade": "operating"}),
    ("Container trains from Hanoi to Almaty have been running since 2023.", {"transport": "operating"}),
    ("Vietjet will add a third weekly flight between Almaty and Hue in July.", {"aviation": "operating"}),
    (
        "Vietnamese firms shipped $3 million worth of frozen fillets to Kazakhstan last year.",
        {"agriculture": "operating"},
    ),
    ("Last year 90,000 citizens of Kazakhstan went to Viet Nam.", {"tourism": "operating"}),
    (
        "The road transport agreement of Kazakhstan and Viet Nam is in force, boosting tourism and culture.",
        {"transport": "operating"},
    ),
    ("A Hanoi firm has been supplying software to banks of Kazakhstan since 2021.", {"digital": "operating"}),
    ("Surgeons from Hue performed 40 operations on children in Taraz, Kazakhstan.", {"health": "operating"}),
    ("Kazakhstan shipped agricultural products worth $9 million to Viet Nam last year.", {"agriculture": "operating"}),
    ("Since May 31 container trains have proceeded from Viet Nam to Kazakhstan.", {"transport": "operating"}),
    ("He thanked Kazakhstan for having granted 15 scholarships to students from Viet Nam.", {"education": "operating"}),
    ("He noted that cooperation of the two countries in defence has been growing.", {"defence": "operating"}),
    ("Kazakh doctors underwent training at two hospitals in Viet Nam.", {"health": "operating"}),
    ("There are 70 students from Viet Nam at universities in Kazakhstan.", {"education": "operating"}),
    ("The Kazakh–Vietnamese investment fund is successfully operating.", {"investment": "operating"}),
    (
        "Ties of Kazakhstan and Viet Nam have grown in many spheres, including defence, trade, and health, he noted.",
        {"defence": "operating", "health": "operating"},
    ),
    ("Oil is pumped in Aktau by a joint venture of KazMunayGas and PetroVietnam.", {"energy": "operating"}),
    ("Since May a software house from Hue, Viet Nam, has employed sixty people in Almaty.", {"digital": "operating"}),
    ("Nurses from Hue, Viet Nam, work at a clinic in Taraz, Kazakhstan.", {"health": "operating"}),
    ("The investment of Viet Nam in Kazakhstan is also growing.", {"investment": "operating"}),
    ("A brewery from Hue, Viet Nam, employs forty people at a factory in Almaty.", {"industry": "operating"}),
    ("He thanked Kazakhstan for the scholarships it gives to Viet Nam.", {"education": "operating"}),
    ("Viet Nam is one of the favourite destinations of tourists from Kazakhstan.", {"tourism": "operating"}),
    ("A group from Hanoi, Viet Nam, has bought a quarter of a tungsten mine in Karaganda.", {"mining": "operating"}),
    ("Nine Kazakhs are learning Vietnamese in Hue on scholarships of Viet Nam.", {"education": "operating"}),
    ("A folk ensemble from Hanoi, Viet Nam, toured Shymkent and Taraz in Kazakhstan.", {"culture": "operating"}),
    (
        "Visas between Kazakhstan and Viet Nam have been a thing of the past since 2022.",
        {"tourism": "operating"},
    ),
    (
        "Last year 12,000 tonnes of Kazakh barley went to Viet Nam through the Chinese port of Lianyungang.",
        {"agriculture": "operating"},
    ),
    ("A firm from Almaty, Kazakhstan, has had software engineers in Viet Nam since May.", {"digital": "operating"}),
]

NOTHING = [
    "In the event of a commercial discovery the two sides will decide how to proceed.",
    # one country at home
    "Kazakhstan is the world's largest producer of uranium.",
    "Viet Nam's textile industry grew by 8 percent.",
    "Kazakhstan plans to build its second nuclear power plant by 2040.",
    # third countries
    "Kazakhstan and Uzbekistan signed an agreement on water resources.",
    "Viet Nam and China agreed to build a railway.",
    # offices, ministries, commissions, institutions
    "He met the Minister of Culture, Sports and Tourism of Viet Nam.",
    "The delegation was received by Minister of Industry and Trade Nguyen Hong Dien.",
    "The Vietnam–Kazakhstan Intergovernmental Committee on Economic, Trade, and Scientific-Technical "
    "Cooperation met in Hanoi.",
    "Kazakhstan's Deputy Minister of Agriculture arrived in Viet Nam.",
    "The guests of the two countries visited the Hanoi University of Mining and Geology.",
    # lists of goods
    "Viet Nam sells Kazakhstan phones, coffee and footwear.",
    # where someone stood, who reported
    "The President of Viet Nam was met at the airport in Astana.",
    "The visit was covered widely, according to the Vietnam News Agency and the Kazakh press service.",
    # history, contests, the world at large
    "In the 1970s hundreds of Vietnamese studied geology in Kazakhstan.",
    "Kazakhstan beat Viet Nam in the volleyball semi-final.",
    "On regional and international issues, the two sides shared views on climate change and the East Sea.",
    "Thanks to political will, relations between the two countries are growing.",
    "The two sides thanked each other for the warm hospitality.",
    "Viet Nam is studying Kazakhstan’s experience.",
    "Plans for a house of Vietnamese goods in Kazakhstan await an investor.",
    # what one of them has, what is not theirs alone
    "The governor told the Vietnamese guests that his region is home to oil fields and a steel mill.",
    "The guest spoke of Kazakhstan's reforms in health care and education, the Vietnamese side said.",
    "Kazakhstan, a leading exporter of flour, and Viet Nam have known each other for decades.",
    "Kazakhstan and Viet Nam coordinate at the United Nations on climate change.",
    "Kazakhstan and Viet Nam back each other's candidacies to UNESCO.",
    "A free trade agreement with the Eurasian Economic Union opened doors for Viet Nam, Kazakhstan's guest said.",
    "The delegation of Viet Nam laid flowers at the monument to Abai in Astana, Kazakhstan.",
    "The guests from Viet Nam were shown a dairy farm in Kazakhstan.",
    "A Kazakh construction company signed a lease with its landlord in Viet Nam.",
    "The two countries should help their businesses meet and strengthen their connectivity.",
    "The party from Viet Nam stayed in an industrial city of Kazakhstan, and the film crew left.",
    "Viet Nam and Kazakhstan talked of international migration, industry sources said.",
    "Two hundred Vietnamese arrived in Kazakhstan to work at an oil field.",
    "The province, with over 20 wind farms in operation, welcomed its guests from Kazakhstan and Viet Nam.",
    "Turners and cooks are the trades in which Viet Nam can help, Kazakhstan was told.",
    "The businesses of the two provinces of Kazakhstan and Viet Nam met.",
    "Kazakhstan promised the guests from Viet Nam to help the industry.",
    "Lan, a graduate of a college in Almaty, Kazakhstan, wants to move back to Viet Nam.",
    "The president of Viet Nam toured an oil refinery and a wheat farm outside Almaty.",
    "Kazakhstan's economy grew on the strength of mining, the envoy told students in Hanoi, Viet Nam.",
    "Viet Nam congratulated Kazakhstan on its digital reforms.",
    "Kazakhstan and Viet Nam signed a memorandum. They met.\n\nThe programme includes a tour of a vaccine plant.",
    "Kazakhstan hopes that Viet Nam will support its bid to host a football cup.",
    "Quarantine measures kept the envoys of Kazakhstan and Viet Nam apart.",
]


@pytest.mark.parametrize(("sentence", "expected"), NAMED)
def test_a_field_that_is_only_named(sentence, expected):
    assert stages(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), PROPOSED)
def test_a_field_in_which_one_side_wants_something(sentence, expected):
    assert stages(sentence).items() >= expected.items()
    assert set(stages(sentence).values()) == {"proposed"}


@pytest.mark.parametrize(("sentence", "expected"), AGREED)
def test_a_field_in_which_something_is_signed_or_decided(sentence, expected):
    assert stages(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), OPERATING)
def test_a_field_in_which_something_runs(sentence, expected):
    assert stages(sentence).items() >= expected.items()


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_field_of_cooperation(sentence):
    assert stages(sentence) == {}


def test_what_a_general_wish_leads_to_is_a_proposal():
    said = "To boost their ties, she suggested that the two sides simplify visa procedures."
    assert stages(said) == {"tourism": "proposed"}


def test_what_runs_in_an_aside_says_nothing_of_what_follows():
    said = (
        "The sides discussed education, under which Kazakhstan teaches 10 Vietnamese students every year, as well as"
        " mining."
    )
    assert stages(said) == {"education": "operating", "mining": "mentioned"}


def test_an_early_signing_that_is_called_for_is_proposed():
    assert stages("The Vietnamese side called for early signing of the agreement on labour.") == {"labour": "proposed"}


def test_who_said_it_is_no_field():
    said = "The two countries will grow closer, the Kazakh vice minister of transport told a TV channel in Vietnam."
    assert stages(said) == {}


def test_the_furthest_stage_counts_and_is_quoted():
    text = (
        "The ministers discussed tourism.\n\n"
        "Viet Nam proposed a tourism fair.\n\n"
        "The two sides signed a memorandum on tourism."
    )
    (row,) = rows(text)
    assert (row.sector, row.stage, row.mentions) == ("tourism", "agreed", 3)
    assert row.quote == "The two sides signed a memorandum on tourism."


def test_each_part_of_a_sentence_has_its_own_stage():
    found = stages(
        "The two sides signed a memorandum on energy, while cooperation in mining was discussed and a "
        "labour agreement "
        "is still being drafted."
    )
    assert (found["energy"], found["mining"]) == ("agreed", "mentioned")


def test_a_planned_route_is_agreed_and_a_wished_one_proposed():
    assert stages("Vietjet will launch flights between Almaty and Da Nang in June.")["aviation"] == "agreed"
    assert stages("Viet Nam proposed flights between Astana and Hanoi.")["aviation"] == "proposed"


def test_what_a_signed_document_covers_is_agreed():
    text = "A roadmap between Kazakhstan and Viet Nam was signed. It covers fisheries, tourism and ecology."
    assert (
        stages(text).items()
        >= {"agriculture": "agreed", "tourism": "agreed", "environment": "agreed"}.items()
    )


def test_a_province_of_each_that_cooperate():
    text = "The province of Nghe An wants to cooperate with the Mangystau Region in labour."
    assert stages(text) == {"regions": "proposed", "labour": "proposed"}


def test_whose_companies_came_is_only_named():
    text = "Viet Nam hosted 40 companies in logistics and textiles from Kazakhstan."
    assert set(stages(text).values()) == {"mentioned"}


def test_what_is_listed_after_agreed_to_consider_and_to():
    text = "The two sides agreed to consider a visit next year and to expand cooperation in energy."
    assert stages(text) == {"energy": "agreed"}


def test_what_an_ambassador_calls_ours_is_of_both():
    opening = "Kazakhstan's Ambassador to Viet Nam Kanat Tumysh spoke to reporters in Hanoi."
    assert stages("Our universities are teaching thirty Vietnamese students.", opening) == {
        "education": "operating"
    }
    assert stages("We are developing green energy near Almaty.", opening) == {}


def test_measured_cargo_shows_that_it_moves():
    text = "Rail cargo between Kazakhstan and Viet Nam amounted to 21,000 tonnes last year."
    assert stages(text)["transport"] == "operating"


def test_an_ambassador_counts_our_citizens():
    opening = "Kazakhstan's Ambassador to Viet Nam Kanat Tumysh spoke to reporters in Hanoi."
    assert stages("In 2023, 95,000 of our citizens visited the country.", opening) == {"tourism": "operating"}


def test_a_port_on_the_way_is_no_third_party():
    text = "In May 700 tonnes of Kazakh barley left the Chinese port of Lianyungang for Hai Phong in 30 containers."
    assert stages(text)["agriculture"] == "operating"


def test_visas_of_diplomats_are_no_tourism():
    text = "Holders of diplomatic passports of Kazakhstan and Viet Nam have not needed visas since 2010."
    assert "tourism" not in stages(text)


def test_an_agreement_in_force_from_a_coming_day_is_agreed():
    text = (
        "Kazakhstan and Viet Nam signed an agreement on legal assistance in April 2025; it will enter into "
        "force on "
        "1 January 2027."
    )
    assert stages(text)["justice"] == "agreed"


def test_what_fell_through_does_not_count():
    assert stages("Talks of the two countries about a joint shipping line fell through.") == {}


def test_rows_come_in_the_order_of_the_list_with_allowed_values():
    found = rows("The sides discussed justice, trade, culture and energy.")
    assert [r.sector for r in found] == [s for s in SECTORS if s in {"justice", "trade", "culture", "energy"}]
    assert all(r.stage in STAGES for r in found)


def test_quotes_stand_at_their_offsets():
    article = article_from_text(f"{OPENING}\n\nThe two sides signed a memorandum on health in Hà Nội.")
    for row in find_facts(read(article))["sectors"]:
        assert article.text[row.start : row.end] == row.quote


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("the parties signed a memorandum on trade", "trade", "agreed"),
        ("a memorandum on trade will be signed", "trade", "planned"),
        ("a memorandum on trade will be discussed", "trade", "talked"),
        ("they hope that trade will grow", "trade", "wished"),
        ("it was agreed that the ministries would study trade", "trade", "agreed"),
        ("they agreed to consider a trade office", "trade", "proposed"),
        ("vietjet, which already flies to almaty, is to add astana", "astana", "planned"),
        ("the treaty has been in force since may", "treaty", "running"),
        ("talks about honey fell through", "honey", "negated"),
        ("an office opened in may", "office", "done"),
        ("nothing is told of trade", "trade", None),
    ],
)
def test_how_far_a_word_has_come(sentence, word, kind):
    start = sentence.index(word)
    assert kind_at(find_clauses(sentence), start, start + len(word)) == kind


def test_a_term_list_finds_the_longest_term():
    terms = TermList(
        [
            ("food", "agriculture"),
            ("food security", "security of food"),
            ("agro*", "agriculture"),
            ("oil", "energy"),
        ]
    )
    found = terms.find("food-security, foods, agrochemistry and toil")
    assert [value for *_, value in found] == ["security of food", "agriculture", "agriculture"]


def test_a_term_list_looks_no_further_than_told():
    terms = TermList([("sign", "verb"), ("signed deal", "deal")])
    assert terms.find("signed deals", 0, 4) == [(0, 4, "verb")]
    assert terms.find("to sign", 4) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a rise of a tenth", ["a", "rise of", "a"]),
        ("Rise\n of, RISES; rising", ["Rise\n of", "RISES", "ris"]),
    ],
)
def test_an_alternation_takes_the_longest_term_in_any_case(text, found):
    pattern = re.compile(r"\b" + lexicon.alternation(["ris", "a", "rise of", "rise", "rises"]), re.IGNORECASE)
    assert [match[0] for match in pattern.finditer(text)] == found


LEFT_OUT = [
    # goods that are sold, whatever their sector
    ("Viet Nam's key import items from Kazakhstan were fertilisers, machinery, and pharmaceuticals.", {"trade"}),
    ("Both governments have to act in concert for the sake of their peoples.", set()),
    ("The host recalled Kazakhstan's help for Viet Nam's national protection and construction.", set()),
    ("The Kazakh guests offered flowers at the mausoleum in Hanoi, Viet Nam.", set()),
    ("In Astana, Viet Nam's pavilion at the fair of Kazakhstan welcomed 40,000 visitors.", {"culture", "trade"}),
    ("Kazakhstan and Viet Nam tell each other what they know of illegal migration.", {"justice", "defence"}),
]
ON_THE_TABLE = [
    (
        "Green energy, mining and tourism of Viet Nam and Kazakhstan were among the matters gone into.",
        {"energy": "mentioned", "mining": "mentioned", "tourism": "mentioned"},
    ),
    ("The sides considered perspectives of cooperation in mining.", {"mining": "mentioned"}),
    (
        "They saw a need for joint work in education, tourism and energy.",
        {"education": "mentioned", "tourism": "mentioned", "energy": "mentioned"},
    ),
    ("Joint work in defence and culture has been kept up.", {"defence": "operating", "culture": "operating"}),
]


@pytest.mark.parametrize(("text", "sectors"), LEFT_OUT)
def test_goods_and_turns_of_phrase_are_no_fields(text, sectors):
    assert set(stages(text)) <= sectors


@pytest.mark.parametrize(("text", "expected"), ON_THE_TABLE)
def test_what_was_on_the_table_is_mentioned(text, expected):
    assert stages(text) == expected
