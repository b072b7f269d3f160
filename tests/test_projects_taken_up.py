"""What later sentences and paragraphs say of an undertaking told before, and runs and sizes told in passing."""

from __future__ import annotations

import pytest
from test_projects import rows, told

TRAINS = [
    (
        "A freight train from Kazakhstan arrived in Hanoi on March 3. The train of 36 containers had departed Aktau on"
        " February 12.",
        [dict(quantity=36, unit="containers", place="Aktau; Hanoi", period="2025-02-12/2025-03-03", status="done")],
    ),
    (
        "The first block train to Vietnam left Almaty in April 2024 with 40 wagons of barley.",
        [dict(sector="transport", quantity=40, unit="wagons", period="2024-04", status="done")],
    ),
    (
        "A test container train from Vietnam with 23 containers of coffee reached Shymkent on 14 April 2025.",
        [dict(sector="transport", quantity=23, place="Shymkent", period="2025-04-14", status="done")],
    ),
    (
        "The pilot train from Kazakhstan to Vietnam delivered 52 containers of flour in January 2025.",
        [dict(sector="transport", quantity=52, period="2025-01", status="done")],
    ),
    (
        "A container train from Vietnam has arrived in Astana for the first time. The train, 44 containers of tea and"
        " pepper, departed Da Nang on April 2.",
        [dict(quantity=44, unit="containers", place="Da Nang; Astana", period="2025-04-02", status="done")],
    ),
    (
        "Since the beginning of the year, 17 container trains have passed from Vietnam to Kazakhstan.",
        [dict(quantity=17, unit="trains", period="2025-01/2025-05", status="operating")],
    ),
    (
        "He mentioned the memorandum under which a container service linking Hanoi and Almaty has been running since"
        " 2024.",
        [dict(place="Hanoi; Almaty", period="2024", status="operating")],
    ),
    # a service is no single run
    ("A container train from Vietnam to Kazakhstan costs more than a ship.", []),
]

FLIGHTS = [
    (
        "SCAT plans to launch flights from Aktau to Hanoi this summer.\n\nThe flights will be operated four times a"
        " week.",
        [dict(quantity=4, unit="flights/week", place="Aktau; Hanoi", parties="SCAT", status="planned")],
    ),
    (
        "Vietjet will fly between Hanoi and Shymkent from June.\n\nThe service will run twice a week.",
        [dict(quantity=2, unit="flights/week", place="Hanoi; Shymkent", period="2025-06")],
    ),
    (
        "Air Astana is to resume flights from Almaty to Da Nang in May.\n\nThe flights are scheduled for Tuesdays and"
        " Saturdays.",
        [dict(quantity=2, unit="flights/week", place="Almaty; Da Nang", period="2025-05")],
    ),
    (
        "Qazaq Air will open a service from Aktobe to Hue, Vietnam, on 3 May 2025. Qazaq Air plans to operate five"
        " flights a week. The first flight is due to leave Aktobe and land in Hue on May 4.",
        [dict(quantity=5, unit="flights/week", place="Aktobe; Hue", period="2025-05-03", status="planned")],
    ),
    (
        "SCAT brought back its flights from Atyrau to Da Nang, Vietnam, in January after two years, and now flies six"
        " times a week.",
        [dict(quantity=6, unit="flights/week", place="Atyrau; Da Nang", period="2025-01", status="operating")],
    ),
    (
        "Regular flights from Kokshetau to Hue, opened by Qazaq Air in February this year, are operated twice a week.",
        [dict(quantity=2, unit="flights/week", place="Kokshetau; Hue", status="operating")],
    ),
    (
        "SCAT will fly from Aktau to Hue, Vietnam, from April 6, 2025. From the same day the number of its flights"
        " between Astana and Da Nang will be increased from two to four per week.",
        [
            dict(place="Aktau; Hue", period="2025-04-06", status="planned"),
            dict(place="Astana; Da Nang", quantity=2, status="operating"),
            dict(place="Astana; Da Nang", quantity=4, period="2025-04-06", status="planned"),
        ],
    ),
    (
        "Three carriers now fly 22 times a week from Kazakhstan to Vietnam, against five a week in 2023.",
        [dict(quantity=22, unit="flights/week", period=None, status="operating")],
    ),
    (
        "We are suggesting that Vietnam Airlines fly from Hue to Shymkent.",
        [dict(place="Hue; Shymkent", parties="Vietnam Airlines", status="proposed")],
    ),
    (
        "A regular flight between Hue and Shymkent, which the two aviation authorities are discussing, would help.",
        [dict(place="Hue; Shymkent", status="proposed")],
    ),
    (
        "SCAT plans to resume flights from Aktau to Hue, Vietnam, on Oct. 30, 2025. The flights will be operated twice"
        " a week, on Mondays and Fridays, and four times a week from Dec. 20.",
        [dict(quantity=2, unit="flights/week", place="Aktau; Hue", period="2025-10-30", status="planned")],
    ),
    ("Cities of Kazakhstan and Vietnam are linked by 16 direct flights a week.", [dict(quantity=16)]),
    ("Kazakhstan and Vietnam have 24 flights every week, the ministry said.", [dict(quantity=24)]),
    ("Today thirty-one regular flights link Kazakhstan with Vietnam each week.", [dict(quantity=31)]),
    (
        "Airlines of the two countries operate 14 flights between Kazakhstan and Vietnam per week.",
        [dict(quantity=14, unit="flights/week", status="operating")],
    ),
]

DEALS = [
    (
        "KTZ Express and Saigon Newport signed an agreement in Hanoi. Under the agreement, a container service from Hai"
        " Phong to Almaty will be launched in June.",
        [
            dict(
                sector="transport",
                place="Hai Phong; Almaty",
                parties="KTZ Express; Saigon Newport",
                period="2025-06",
                status="planned",
            )
        ],
    ),
    (
        "Vietnam's TH Group and Kazakhstan's KazAgro signed a memorandum. The companies will build a dairy plant in"
        " Kostanay.",
        [dict(title="dairy plant", place="Kostanay", parties="TH Group; KazAgro", status="planned")],
    ),
    (
        "Air Astana and Vietnam Airlines signed a cooperation agreement. The carriers will open a route between Astana"
        " and Hanoi in 2026.",
        [dict(sector="aviation", place="Astana; Hanoi", parties="Air Astana; Vietnam Airlines", period="2026")],
    ),
]

VOLUMES = [
    (
        "Kazakhstan shipped 21,000 tons of wheat to Vietnam in 2023. In 2024 the volume reached 35,000 tons.",
        [
            dict(quantity=21000, period="2023", status="done"),
            dict(quantity=35000, unit="t", period="2024", status="done"),
        ],
    ),
    (
        "Vietnam bought 8,000 tons of Kazakh barley in 2024. In 2025 deliveries are expected to reach 20,000 tons.",
        [dict(quantity=8000, status="done"), dict(quantity=20000, period="2025", status="planned")],
    ),
    (
        "Kazakhstan exported 3,000 tons of sunflower oil to Vietnam in 2024. In 2026 this figure will rise to 9,000"
        " tons.",
        [dict(quantity=3000, status="done"), dict(quantity=9000, period="2026", status="planned")],
    ),
    (
        "Vietnam sent 700 tons of pepper to Kazakhstan in 2023. The figure was 450 tons in 2022.",
        [dict(quantity=700, period="2023"), dict(quantity=450, period="2022", status="done")],
    ),
    (
        "Kazakhstan supplied 60,000 tons of coal to Vietnam last year. Supplies could grow to 100,000 tons in 2026.",
        [dict(quantity=60000, period="2024"), dict(quantity=100000, period="2026", status="planned")],
    ),
    # another country's figure is another matter
    (
        "Kazakhstan shipped 21,000 tons of wheat to Vietnam in 2023. Its harvest was 12 million tons in 2024.",
        [dict(quantity=21000)],
    ),
]

SIZES = [
    (
        "KazMunayGas invited Petrovietnam to take part in two offshore blocks in the Caspian Sea near Aktau in"
        " Kazakhstan.",
        [dict(quantity=2, unit="blocks", parties="KazMunayGas; Petrovietnam", status="proposed")],
    ),
    (
        "Petrovietnam is considering participation in four exploration blocks in the Kyzylorda region of Kazakhstan.",
        [dict(quantity=4, unit="blocks", place="Kyzylorda", parties="Petrovietnam", status="proposed")],
    ),
    ("Vietnam donated 500 books to a school in Astana, Kazakhstan.", [dict(quantity=500, unit="books")]),
    ("The library in Hanoi received 300 books from Kazakhstan last year.", [dict(quantity=300, period="2024")]),
    ("Vietnam will give 1,000 books to the library of Almaty, Kazakhstan.", [dict(quantity=1000, status="planned")]),
    (
        "KTZ proposed the joint use of a warehouse in Hai Phong to its Vietnamese partners.",
        [dict(sector="transport", place="Hai Phong", parties="KTZ", status="proposed")],
    ),
    (
        "Vietnam Railways and KTZ are discussing the shared use of a container terminal in Hai Phong.",
        [dict(parties="Vietnam Railways; KTZ", status="proposed")],
    ),
    (
        "Kazakhstan and Vietnam agreed that Hanoi University would teach 20 Kazakh students every year.",
        [dict(quantity=20, unit="students/year", status="planned")],
    ),
    ("Kazakhstan teaches 10 Vietnamese students every year.", [dict(quantity=10, status="operating")]),
]

_GROUPS = {name: cases for name, cases in globals().items() if name.isupper() and isinstance(cases, list)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [case for cases in _GROUPS.values() for case in cases],
    ids=[f"{name.lower()}-{i}" for name, cases in _GROUPS.items() for i in range(len(cases))],
)
def test_undertakings_taken_up_again(text, expected):
    found = rows(text)
    assert [told(row, cells) for row, cells in zip(found, expected, strict=True)] == expected
