"""Time expressions and what they mean; every sentence is made up for the purpose."""

from __future__ import annotations

import re

import pytest

from kzvn_analysis.reading.dates import dated_stay, find_dates
from kzvn_analysis.reading.model import Published, Sentence, Span


def read_dates(text: str, published: str | None = None):
    """The mentions of `text`; a line is a paragraph, a full stop before a capital ends a sentence."""
    sentences = []
    for paragraph, line in enumerate(re.finditer(r"[^\n]+", text)):
        start = line.start()
        for stop in [*re.finditer(r"(?<![A-Z][a-z]{2})(?<!Sept)[.?!]\s+(?=[A-Z“])", line[0]), None]:
            end = line.end() if stop is None else line.start() + stop.start() + 1
            sentences.append(Sentence(start, end, text[start:end], "body", 0, paragraph))
            start = end if stop is None else line.start() + stop.end()
    return find_dates(text, sentences, Published(published, "stated" if published else "unknown"))


def found(text: str, published: str | None = None) -> list[str | None]:
    """The EDTF strings of the dates proper, in order."""
    return [m.edtf for m in read_dates(text, published) if m.kind == "date"]


# Published on Friday 9 May 2025 unless the row says otherwise.
DAY = "2025-05-09"

ABSOLUTE = [
    # days
    ("The envoys met on May 6, 2025.", ["2025-05-06"]),
    ("The envoys met on 6 May 2025.", ["2025-05-06"]),
    ("The envoys met on the 6th of May 2025.", ["2025-05-06"]),
    ("The envoys met on the sixth of May, 2025.", ["2025-05-06"]),
    ("The envoys met on May 6th, 2025.", ["2025-05-06"]),
    ("The envoys met on Sept. 3, 2024.", ["2024-09-03"]),
    ("The envoys met on 3 Sep 2024 in Hue.", ["2024-09-03"]),
    ("Updated 2025-05-06 at noon.", ["2025-05-06"]),
    ("Updated 06.05.2025, 14:30.", ["2025-05-06"]),
    ("Updated 29/06/1992 in the archive.", ["1992-06-29"]),
    ("It was signed on Friday, December 6, 2019.", ["2019-12-06"]),
    ("It was signed on Friday, 13 June 2025.", ["2025-06-13"]),
    ("Fri, 13 Jun 2025 10:20:00", ["2025-06-13"]),
    ("It opened on the morning of October 9, 2021.", ["2021-10-09"]),
    # months and years
    ("Trade fell in May 2024.", ["2024-05"]),
    ("Trade fell in May, 2024.", ["2024-05"]),
    ("Trade fell in May of 2024.", ["2024-05"]),
    ("The council dates from November 2009.", ["2009-11"]),
    ("They set up ties in 1992.", ["1992"]),
    ("Trade should reach two billion by 2030.", ["2030"]),
    ("In the year 2018 a school opened.", ["2018"]),
    ("The 2017 treaty is in force.", ["2017"]),
    ("The plan (2021) is bold.", ["2021"]),
    ("He flew in 2011, 2014 and 2019.", ["2011", "2014", "2019"]),
    ("Exports for 2022 and 2023 were alike.", ["2022", "2023"]),
    # stretches
    ("The 2019–2021 programme has ended.", ["2019/2021"]),
    ("The plan for 2026-2030 was adopted.", ["2026/2030"]),
    ("The plan for 2021–25 was adopted.", ["2021/2025"]),
    ("The plan from 2019 to 2021 was adopted.", ["2019/2021"]),
    ("Between 2019 and 2021 nobody flew.", ["2019/2021"]),
    ("In the 2023/24 academic year thirty enrolled.", ["2023/2024"]),
    ("He stayed from August 20 to 22, 2023.", ["2023-08-20/2023-08-22"]),
    ("He stayed on August 20–22, 2023.", ["2023-08-20/2023-08-22"]),
    ("He stayed on 20-22 August 2023.", ["2023-08-20/2023-08-22"]),
    ("He stayed from 20 to 22 August 2023.", ["2023-08-20/2023-08-22"]),
    ("He stayed between August 20 and 22, 2023.", ["2023-08-20/2023-08-22"]),
    ("They met on August 20 and 21, 2023.", ["2023-08-20/2023-08-21"]),
    ("The fair ran from November 30 to December 4, 2019.", ["2019-11-30/2019-12-04"]),
    ("The fair ran November 30 – December 4, 2019.", ["2019-11-30/2019-12-04"]),
    ("The fair ran 30 November – 4 December 2019.", ["2019-11-30/2019-12-04"]),
    ("The fair ran from December 28 to January 3, 2020.", ["2019-12-28/2020-01-03"]),
    ("In January–May 2023 trade grew.", ["2023-01/2023-05"]),
    ("From January through May 2023 trade grew.", ["2023-01/2023-05"]),
    ("From January to May of 2023 trade grew.", ["2023-01/2023-05"]),
    ("Between October 2023 and May 2024 trade grew.", ["2023-10/2024-05"]),
    ("In late October – early November of 2011 he came.", ["2011-10/2011-11"]),
    # decades
    ("Students came in the 1970s.", ["1970/1979"]),
    ("By the late 1980s there were hundreds.", ["1980/1989"]),
    ("He studied here in the seventies.", ["1970/1979"]),
    # parts of a year
    ("In the first quarter of 2023 it rose.", ["2023-01/2023-03"]),
    ("In Q1 2024 it rose.", ["2024-01/2024-03"]),
    ("In 3Q 2024 it rose.", ["2024-07/2024-09"]),
    ("In the 4th quarter of 2022 it rose.", ["2022-10/2022-12"]),
    ("In the first three quarters of 2022 it rose.", ["2022-01/2022-09"]),
    ("In the first half of 2023 it rose.", ["2023-01/2023-06"]),
    ("In H2 2023 it rose.", ["2023-07/2023-12"]),
    ("It will open in the second half of 2026.", ["2026-07/2026-12"]),
    ("In the first seven months of 2023 it rose.", ["2023-01/2023-07"]),
    ("In the opening six months of 2009 it fell.", ["2009-01/2009-06"]),
    ("For 9 months of 2022 it rose.", ["2022-01/2022-09"]),
    ("In ten months of 2022 it rose.", ["2022-01/2022-10"]),
    ("In the last two months of 2022 it rose.", ["2022-11/2022-12"]),
    ("In the autumn of 2016 they met.", ["2016-23"]),
    ("In spring 2020 they met.", ["2020-21"]),
    ("In the winter of 2023–2024 none flew.", ["2023-12/2024-02"]),
    # edges are not days
    ("It will open in early 2025.", ["2025"]),
    ("It opened in mid-May 2024.", ["2024-05"]),
    ("By the end of 2024 it had closed.", ["2024"]),
    ("In the last days of October 2011 he came.", ["2011-10"]),
    ("In the second half of June 2023 he came.", ["2023-06"]),
    ("In the first week of March 2023 he came.", ["2023-03"]),
    ("It goes back to the turn of 2010.", ["2010"]),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute(text, expected):
    assert found(text) == expected


AGAINST_PUBLICATION = [
    # days and months without a year
    ("On May 5 the guest arrived.", DAY, ["2025-05-05"]),
    ("On May 12 the guest will arrive.", DAY, ["2025-05-12"]),
    ("The minister received him on 5 May.", DAY, ["2025-05-05"]),
    ("From December 3 the airline will fly to Hue.", "2024-11-12", ["2024-12-03"]),
    ("The parties met on December 28.", "2025-01-10", ["2024-12-28"]),
    ("The parties are to meet on January 14.", "2024-12-20", ["2025-01-14"]),
    ("He paid a visit from May 5-7.", DAY, ["2025-05-05/2025-05-07"]),
    ("He stays from August 20 to 22.", "2023-08-21", ["2023-08-20/2023-08-22"]),
    ("The agreement was signed in October.", "2024-11-12", ["2024-10"]),
    ("The line is to open in January.", "2024-11-12", ["2025-01"]),
    ("The next round is scheduled for September.", DAY, ["2025-09"]),
    ("The talks are due in June or July.", DAY, ["2025-06/2025-07"]),
    ("A trial lot reached Haiphong in October.", "2021-11-26", ["2021-10"]),
    ("They undertook to send flour, starting in February.", "2021-11-26", ["2022-02"]),
    ("Flights between the cities resume in October.", DAY, ["2025-10"]),
    ("Exports dropped in May.", "2025-06-13", ["2025-05"]),
    ("In January–October wheat worth a million was shipped.", "2022-11-18", ["2022-01/2022-10"]),
    ("In the first ten months tourists flocked there.", "2024-11-12", ["2024-01/2024-10"]),
    ("Visitors numbered 20,000 in nine months.", "2024-10-12", ["2024-01/2024-09"]),
    ("In 9 months the turnover reached $4 million.", "2024-10-30", ["2024-01/2024-09"]),
    ("The first quarter brought a change for the better.", "2017-05-18", ["2017-01/2017-03"]),
    ("He is due in Hue in the fourth quarter.", "2017-06", ["2017-10/2017-12"]),
    ("In the first half it grew by a tenth.", "2025-08-02", ["2025-01/2025-06"]),
    ("In the fourth quarter it had grown by a tenth.", "2025-02-02", ["2024-10/2024-12"]),
    ("The visit has been postponed until autumn.", "2017-05-18", ["2017-23"]),
    ("The airline announced flights from June.", DAY, ["2025-06"]),
    # this, last, next
    ("In January-May this year it rose.", "2023-08-21", ["2023-01/2023-05"]),
    ("In January-March of last year it rose.", "2017-05-18", ["2016-01/2016-03"]),
    ("In the first half of this year it rose.", "2025-08-02", ["2025-01/2025-06"]),
    ("It will be sent in the first quarter of next year.", "2021-11-26", ["2022-01/2022-03"]),
    ("He will come in the second half of the year.", "2026-03-06", ["2026-07/2026-12"]),
    ("He came in June this year.", "2023-08-21", ["2023-06"]),
    ("He came in June of last year.", "2023-08-21", ["2022-06"]),
    ("It took effect on April 27 this year.", "2024-11-12", ["2024-04-27"]),
    ("Trade grew this year.", DAY, ["2025"]),
    ("Trade grew last year.", DAY, ["2024"]),
    ("Last year's trade was modest.", DAY, ["2024"]),
    ("They will sign it next year.", DAY, ["2026"]),
    ("They will sign it in the coming year.", DAY, ["2026"]),
    ("In the current year it grew.", DAY, ["2025"]),
    ("It will be done by the end of this year.", DAY, ["2025"]),
    ("It will be done by the end of the year.", DAY, ["2025"]),
    ("It will be done by year-end.", DAY, ["2025"]),
    ("It will be done before the year is out.", DAY, ["2025"]),
    ("It will be done by the year’s end.", DAY, ["2025"]),
    ("It will be done within the year.", DAY, ["2025"]),
    ("It will be done later this year.", DAY, ["2025"]),
    ("It was done early last year.", DAY, ["2024"]),
    ("It was done earlier this month.", DAY, ["2025-05"]),
    ("They met last month.", DAY, ["2025-04"]),
    ("They will meet next month.", "2024-12-20", ["2025-01"]),
    ("They met in last December.", DAY, ["2024-12"]),
    ("They met last August.", "2021-06-29", ["2020-08"]),
    ("They will meet this June.", DAY, ["2025-06"]),
    ("It starts next April.", "2024-12-20", ["2025-04"]),
    ("They met last autumn.", "2017-06", ["2016-23"]),
    ("They met this summer.", "2019-12-06", ["2019-22"]),
    ("It may be signed next spring.", "2019-12-06", ["2020-21"]),
    ("It was hit last quarter.", "2025-05-09", ["2025-01/2025-03"]),
    ("The press wrote about it this week.", "2019-07-12", ["2019-07-08/2019-07-14"]),
    ("They met last week.", "2019-07-12", ["2019-07-01/2019-07-07"]),
    ("They opened an office two years ago.", DAY, ["2023"]),
    ("They opened an office 3 years ago.", DAY, ["2022"]),
    ("They opened an office a year ago.", DAY, ["2024"]),
    ("They opened an office two months ago.", DAY, ["2025-03"]),
    ("They opened an office four days ago.", DAY, ["2025-05-05"]),
    ("On this day 29 years ago ties were established.", "2021-06-29", ["1992-06-29"]),
    ("It was on the day when, 29 years ago, ties were established.", "2021-06-29", ["1992-06-29"]),
    # weekdays
    ("The minister arrived on Sunday.", "2023-08-21", ["2023-08-20"]),
    ("The minister flew home on Tuesday.", "2023-08-22", ["2023-08-22"]),
    ("On Monday they signed it.", "2025-06-13", ["2025-06-09"]),
    ("He will on Thursday open the fair.", "2017-06-26", ["2017-06-29"]),
    ("He spent Tuesday and Wednesday in Hanoi.", "2025-06-13", ["2025-06-10/2025-06-11"]),
    ("He was there from Monday to Wednesday.", "2025-06-13", ["2025-06-09/2025-06-11"]),
    ("He came last Monday.", "2025-06-13", ["2025-06-09"]),
    ("He will come next Thursday.", "2025-06-13", ["2025-06-19"]),
    ("He arrived on Tuesday and stays until Saturday.", "2019-07-12", ["2019-07-09", "2019-07-13"]),
    ("On Wednesday night the hall was full.", "2019-12-06", ["2019-12-04"]),
    ("On Monday (June 9) they signed it.", "2025-06-13", ["2025-06-09"]),
    (
        "Today he spoke, yesterday he sang, tomorrow he leaves.",
        DAY,
        ["2025-05-09", "2025-05-08", "2025-05-10"],
    ),
    ("They play tonight.", DAY, ["2025-05-09"]),
    ("They came this morning.", DAY, ["2025-05-09"]),
    # the article's day is not known
    ("They met on Thursday.", "2017-06", ["2017"]),
    ("They met this June.", "2017", ["2017-06"]),
    ("They will meet next year.", "2022", ["2023"]),
    ("They met last month.", "2017-06", ["2017-05"]),
    ("They met last month.", "2017", [None]),
    ("They met in last December.", "2025", ["2024-12"]),
    ("They met last May.", "2025", [None]),
    ("They met in January.", "2025-03/2025-05", ["2025-01"]),
    ("They met in April.", "2025-03/2025-05", [None]),
    ("They met on May 5.", "2025", [None]),
    # only the year is known, but what was and what will be leave a few months
    ("They met on May 5. They will meet in October.", "2025", ["2025-05-05", "2025-10"]),
    ("They met in March this year. They met in May. They met last week.", "2025", ["2025-03", "2025-05", "2025"]),
    ("They met in November. They will meet in March.", "2025", [None, None]),
    ("They signed the protocol of May 5, 2009. The same day they met.", "2025-06-01", ["2009-05-05", None]),
    ("They met on October 9.", None, [None]),
    ("They came in nine months.", None, []),
    ("They will meet next summer.", None, [None]),
    ("They met this year.", None, [None]),
]


@pytest.mark.parametrize(("text", "published", "expected"), AGAINST_PUBLICATION)
def test_against_publication(text, published, expected):
    assert found(text, published) == expected


# How newspapers put it: published on Monday 21 August 2023.
PHRASES = [
    (
        "In the first five months of 2023 alone, trade rose 3.5 fold year-on-year.",
        ["2023-01/2023-05", "2022-01/2022-05"],
    ),
    ("Trade hit $5 million in 2022, up 52% from 2021.", ["2022", "2021"]),
    (
        "Trade hit $5 million last year against $4 million in 2021 and $3 million the year before that.",
        ["2022", "2021", "2020"],
    ),
    ("Trade in the January-July period reached $6 million.", ["2023-01/2023-07"]),
    ("Seven-month trade exceeded $6 million.", ["2023-01/2023-07"]),
    ("Over 7 months, turnover amounted to $6 million.", ["2023-01/2023-07"]),
    ("Over 7 months the road was rebuilt.", []),
    (
        "Exports rose over the same period in 2022 in the first seven months of the year.",
        ["2022-01/2022-07", "2023-01/2023-07"],
    ),
    (
        "It is 15% less than in the same period last year (January-July 2022: $7 million).",
        ["2022-01/2022-07", "2022-01/2022-07"],
    ),
    (
        "In January-July it grew by 5% against last year's corresponding period.",
        ["2023-01/2023-07", "2022-01/2022-07"],
    ),
    (
        "In January-July it rose to $6 million from the year-earlier period's $5 million.",
        ["2023-01/2023-07", "2022-01/2022-07"],
    ),
    ("In 2022 it was $6 million, 5% up on the year before.", ["2022", "2021"]),
    ("By the end of the second quarter of 2023 it had risen.", ["2023-04/2023-06"]),
    ("The plan covers the years 2021-2025.", ["2021/2025"]),
    ("It grew in full-year 2021 and for the whole year of 2022.", ["2021", "2022"]),
    ("In 1H2022 it fell, in Q1/2023 it rose.", ["2022-01/2022-06", "2023-01/2023-03"]),
    ("In Jan-May 2023 it rose.", ["2023-01/2023-05"]),
    ("In May and October 2022 they met.", ["2022-05", "2022-10"]),
    ("On May 5, 6 and 7 they met.", ["2023-05-05/2023-05-07"]),
    ("On 5, 6 and 7 September 2021 they met.", ["2021-09-05/2021-09-07"]),
    ("On 5 and 9 September 2021 they met.", ["2021-09-09"]),
    ("They met on 1-3.06.2023.", ["2023-06-01/2023-06-03"]),
    ("They met on Monday last week.", ["2023-08-14"]),
    ("They met over the weekend.", ["2023-08-19/2023-08-20"]),
    ("They met on the 5th of this month.", ["2023-08-05"]),
    ("He came on May 5, 2023 and left the following Friday.", ["2023-05-05", "2023-05-12"]),
    ("He came in May 2019; that October he came again.", ["2019-05", "2019-10"]),
    ("In 2019 they agreed; by the end of the year flights had begun.", ["2019", "2019"]),
    ("In 2019 they agreed that it will be ready by the end of the year.", ["2019", "2023"]),
    ("Last year, in August, they opened an office.", ["2022", "2022-08"]),
    ("In 2022, when the premier came in August, they signed it.", ["2022", "2022-08"]),
    ("In 2022 trade was flat, while in January-May it grew.", ["2022", "2023-01/2023-05"]),
    ("The pact signed in June 2017 would be ratified before the year is over.", ["2017-06", "2023"]),
    ("He came on May 16, 2023. Two weeks earlier they had met.", ["2023-05-16", "2023-05-01/2023-05-07"]),
    ("He came on May 16, 2023, and a fortnight later she went.", ["2023-05-16", "2023-05-29/2023-06-04"]),
    ("They had met on May 16, 2023; three weeks before, he fell ill.", ["2023-05-16", "2023-04-24/2023-04-30"]),
    ("They met a fortnight ago.", ["2023-08-07/2023-08-13"]),
    ("They met on May 16, 2023. The week before, he fell ill.", ["2023-05-16", "2023-05-08/2023-05-14"]),
    ("They signed it in 2012, and the year after that it took effect.", ["2012", "2013"]),
    (
        "In 2019 the premier came. In October a mission followed. In December it left.",
        ["2019", "2019-10", "2019-12"],
    ),
    ("In 2019 the premier came. In May a mission followed.", ["2019", "2023-05"]),  # news of this year
    ("In 2019 exports fell by 5%. In December a mission came.", ["2019", "2022-12"]),  # figures tell no story
    ("In 2019 the premier came. In October a mission will follow.", ["2019", "2023-10"]),
    ("They marked 31 years of ties (1992-2023).", ["1992"]),
    ("They met during Nauryz.", ["2023-03"]),
    ("They met on the eve of Nauryz 2021 and over Tet.", ["2021-03", "2023-01/2023-02"]),
    ("They exchanged greetings for Tet.", []),
    ("They met on Tuesday (August 15), not on Monday, August 14.", ["2023-08-15", "2023-08-14"]),
    ("In May 2022 they met. On August 18 a guest arrived.", ["2022-05", "2023-08-18"]),
    ("In August 2022 they met. On August 18 a guest arrived.", ["2022-08", "2023-08-18"]),
    ("They fly from Astana since October.", ["2022-10"]),
    ("Flights begin on October 29, with more from December.", ["2023-10-29", "2023-12"]),
    ("It will be held on Sunday.", ["2023-08-27"]),
    ("It was held on Sunday and will be held again on Friday.", ["2023-08-20", "2023-08-25"]),
    ("His May visit bore fruit.", ["2023-05"]),
    ("It is valid no later than March 2024.", ["2024-03"]),
    ("Thirty years ago, on June 29, 1992, ties began.", ["1992-06-29", "1992-06-29"]),
    ("Thirty years ago ties began.", [None]),
    ("Some 25 years ago ties began.", [None]),
    ("Few fly in winter.", [None]),
    ("In the 90s there were none.", ["1990/1999"]),
    ("Decree No. 123/2024/ND-CP applies.", []),
    ("See example.kz/2025/05/news.", []),
    ("The SEA Games 2021 and Vision 2050 were praised.", []),
    ("May Day is a holiday.", []),
    ("It may grow from year to year.", []),
    ("They agreed on Wednesday to fly more often.", ["2023-08-16"]),
    ("The talks were due on Wednesday.", ["2023-08-23"]),
    ("In the last month of 2022 it fell, in the first month of this year it rose.", ["2022-12", "2023-01"]),
    ("In Q3-Q4 2022 it rose.", ["2022-07/2022-12"]),
    ("At year-end 2022 and end-2021 it was low, in mid-2020 high.", ["2022", "2021", "2020"]),
    ("He stays from the 4th to the 6th of September.", ["2023-09-04/2023-09-06"]),
    ("It opened half a year ago.", []),
    ("It will take two to three years.", []),
    ("In January this year it was up 30% from January last year.", ["2023-01", "2022-01"]),
    ("From Tuesday (August 15) he toured the south.", ["2023-08-15"]),
    ("The premier will be in Hue on Thursday and Friday.", ["2023-08-24/2023-08-25"]),
    ("He was appointed in July 2021 and came on 15 September of the same year.", ["2021-07", "2021-09-15"]),
    ("It came into force on 20 July, ten days later it was published.", ["2023-07-20", "2023-07-30"]),
    ("The two met in August 2015, September 2017 and this March.", ["2015-08", "2017-09", "2023-03"]),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_newspaper_phrases(text, expected):
    assert found(text, "2023-08-21") == expected


AGAINST_EVENT = [
    ("In 2011 he came to Hanoi. A year later the host returned the visit.", ["2011", "2012"]),
    ("In 2012 they held a festival, a year later another.", ["2012", "2013"]),
    ("He came in September 2012. Two years after that the vice-premier followed.", ["2012-09", "2014"]),
    ("He came in September 2012. Two years after that Vice-Premier Lan followed.", ["2012-09", "2014"]),
    ("He came in September 2012. Two years after that visit another followed.", ["2012-09", "2014"]),
    ("He came in late October 2011. Two years before that, the premier had been there.", ["2011-10", "2009"]),
    ("The embassy opened in 2004; the mission followed four years later.", ["2004", "2008"]),
    ("The centre dates from 2013 and its twin is a year younger.", ["2013", "2014"]),
    ("They signed it in 2015 and ratified it the following year.", ["2015", "2016"]),
    ("They signed it in 2015, having initialled it the previous year.", ["2015", "2014"]),
    ("They signed it in 2015, having initialled it the year before.", ["2015", "2014"]),
    ("They signed it on May 6, 2025. The same day a forum was held.", ["2025-05-06", "2025-05-06"]),
    ("They signed it on May 6, 2025. The next day they flew home.", ["2025-05-06", "2025-05-07"]),
    ("They signed it on May 6, 2025 and three days later flew home.", ["2025-05-06", "2025-05-09"]),
    ("They met in May 2015. In October of the same year a school opened.", ["2015-05", "2015-10"]),
    ("He came in August 2023. On August 21 they signed it.", ["2023-08", "2023-08-21"]),
    ("In 2012, they held a fair in Almaty in September.", ["2012", "2012-09"]),
    ("Trade was worth $5 million in 2023, up from $4 million a year earlier.", ["2023", "2022"]),
    (
        "In January-May 2023 trade was worth $5 million against $4 million a year earlier.",
        ["2023-01/2023-05", "2022-01/2022-05"],
    ),
    (
        "Trade for January-May 2023 doubled compared to the same period of last year.",
        ["2023-01/2023-05", "2022-01/2022-05"],
    ),
    (
        "Trade for 9 months of 2022 was higher than in the corresponding period of 2021.",
        ["2022-01/2022-09", "2021-01/2021-09"],
    ),
    (
        "Against the same months of 2016, the first five months of 2017 look better.",
        ["2016-01/2016-05", "2017-01/2017-05"],
    ),
    (
        "In January-April 2021 it made $5 million against $4 million in the same months a year ago.",
        ["2021-01/2021-04", "2020-01/2020-04"],
    ),
    (
        "In the first quarter of 2024 it made $5 million, up 4% year-on-year.",
        ["2024-01/2024-03", "2023-01/2023-03"],
    ),
    (
        "In the first quarter of 2024 it made $5 million, up 4% on-year.",
        ["2024-01/2024-03", "2023-01/2023-03"],
    ),
    ("In the first quarter of 2024 it made $5 million, up 4% y/y.", ["2024-01/2024-03", "2023-01/2023-03"]),
    ("In 2024 it made $5 million (+4% YoY).", ["2024", "2023"]),
    ("Over the same period imports fell.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), AGAINST_EVENT)
def test_against_event(text, expected):
    published = "2023-08-21" if "last year" in text else "2021-06-29" if "year ago" in text else None
    assert found(text, published) == expected


def test_a_visit_told_earlier_dates_what_came_a_year_after_it():
    text = (
        "President Asanov paid a visit in October 2011. Premier Tran had come in 2009. "
        "A year after Asanov's trip it was the turn of his host."
    )
    assert found(text)[-1] == "2012"


def test_two_years_after_a_visit_of_unknown_date_dates_that_visit():
    last = read_dates("The trip comes just two years after Asanov's visit to Hue.", DAY)[-1]
    assert (last.edtf, last.of) == ("2023", "object")


NO_DATES = [
    "The hall seats 2,000 people.",
    "The rice is called ST25.",
    "Order No. 1992 was signed.",
    "They met in room 2017.",
    "Call +7 7172 72 2024.",
    "It cost $2024.",
    "It cost 2017 million tenge.",
    "They shipped 2000 tonnes of wheat.",
    "Some 1995 students enrolled.",
    "He is aged 68.",
    "A 68-year-old interpreter spoke.",
    "He is 68 years old.",
    "It may rain; they may come.",
    "They march on.",
    "Every Tuesday and Thursday a flight leaves.",
    "Flights leave on Mondays and Fridays.",
    "They get ten scholarships a year.",
    "They fly every year.",
    "At the same time, prices rose.",
    "It was the tenth session.",
    "The talks began at 10.30.",
    "He scored in the first half of the match.",
    "It is worth half a billion dollars.",
    "It is worth a quarter of a billion dollars.",
    "Article 19.06 applies.",
    "May the friendship last.",
    "Following the results, trade grew.",
    "He came second; the first was Lan.",
    "The last time he came it rained.",
    "EXPO-2017 was a success.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text):
    assert found(text, DAY) == []


STAYS = [
    (
        "The premier is winding up a three-day visit that began on Monday.",
        "2009-09-16",
        "2009-09-14/2009-09-16",
    ),
    ("On Monday the premier began a three-day visit.", "2009-09-16", "2009-09-14/2009-09-16"),
    ("The premier arrived in Hue on May 5, 2025 for a three-day visit.", None, "2025-05-05/2025-05-07"),
    ("The premier will pay a two-day visit from May 14, 2025.", None, "2025-05-14/2025-05-15"),
    ("Traders wrapped up a four-day mission on Thursday.", "2021-11-26", "2021-11-22/2021-11-25"),
    ("On Thursday traders concluded their four-day mission.", "2021-11-26", "2021-11-22/2021-11-25"),
    ("The three-day visit, which ended on Wednesday, went well.", "2009-09-18", "2009-09-14/2009-09-16"),
    ("A three-day visit was paid on May 5-7, 2025.", None, "2025-05-05/2025-05-07"),
    ("A 30-day visa is agreed on May 5, 2025.", None, None),
    ("The three-day visit was praised on Monday.", "2009-09-16", None),
    ("The three-day visit began in May 2025.", None, None),
]


@pytest.mark.parametrize(("text", "published", "expected"), STAYS)
def test_a_stay_from_its_length_and_one_end(text, published, expected):
    stay = dated_stay(text, Span(0, len(text)), read_dates(text, published))
    assert (stay and stay[0]) == expected


ANNIVERSARIES = [
    ("Next month marks the 33rd anniversary of diplomatic relations.", DAY, "1992-06"),
    ("They marked 31 years since the start of relations in June this year.", "2023-08-21", "1992-06"),
    ("The year 2022 marks the 30th anniversary of diplomatic relations.", "2022-03-01", "1992"),
    ("This year marks 30 years of diplomatic relations.", "2022-03-01", "1992"),
    ("Today marks the thirtieth anniversary of relations.", "2022-06-29", "1992-06-29"),
    (
        "They celebrate a quarter of a century of diplomatic relations (established in June 1992).",
        "2017-05-18",
        "1992-06",
    ),
    ("2025 marks 66 years since his visit.", DAY, "1959"),
    ("They will celebrate the 33rd anniversary of relations next month.", DAY, "1992-06"),
    ("Thirty years have gone by since June 29, 1992, when relations began.", "2022", "1992-06-29"),
    ("They met ahead of the 30th anniversary of relations.", "2021-11-01", None),
    ("For more than 30 years of diplomatic relations they have been friends.", DAY, None),
]


@pytest.mark.parametrize(("text", "published", "expected"), ANNIVERSARIES)
def test_an_anniversary_dates_what_it_remembers(text, published, expected):
    (mention,) = (m for m in read_dates(text, published) if m.kind == "anniversary")
    assert mention.edtf == expected


def test_durations_have_no_date():
    (mention,) = read_dates("They stay for two weeks.", DAY)
    assert (mention.kind, mention.duration, mention.edtf) == ("duration", (2, "week"), None)


def test_month_and_day_are_kept_where_the_year_is_not_proved():
    assert [m.month_day for m in read_dates("It was signed on October 9 after talks from March 3 to 5.")] == [
        "10-09",
        "03-03/03-05",
    ]


def test_comparisons_are_marked():
    text = (
        "In 2024 trade grew by 5% compared with 2022, by 4% against the previous year, "
        "to 1.5 times the 2007 level, year on year."
    )
    assert [m.comparison for m in read_dates(text)] == [False, True, True, True, True]
    assert not any(
        m.comparison for m in read_dates("Last year's figure was a record, more than in our dreams of 2020.")
    )


def test_prepositions_and_edges():
    mentions = read_dates(
        "By the end of 2024, since early 1992, as of May 2025, from June 1, 2024, until 2030."
    )
    assert [(m.preposition, m.edge) for m in mentions] == [
        ("by", "end"),
        ("since", "early"),
        ("from", None),
        ("from", None),
        ("until", None),
    ]


def test_what_a_date_is_counted_from():
    text = "In 2011 he came to Hanoi. A year later the host returned the visit. They met last month."
    first, second, third = read_dates(text, DAY)
    assert (second.edtf, second.basis, second.anchor) == ("2012", "event", Span(first.start, first.end))
    assert (third.edtf, third.basis, third.anchor) == ("2025-04", "publication", None)


def test_an_item_of_a_digest_is_not_dated_by_the_one_before():
    text = "They met in 2011. A year later they met again."
    sentences = [Sentence(0, 17, text[:17], "body", 1, 0), Sentence(18, len(text), text[18:], "body", 2, 1)]
    assert [m.edtf for m in find_dates(text, sentences, Published(None, "unknown"))] == ["2011", None]


def test_nested_edges_are_read_without_end():
    text = "the end of " * 3000 + "May 2025"
    assert [m.edtf for m in read_dates(text)] == ["2025-05"]
