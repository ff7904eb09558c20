"""What is no conflict, however much it looks like one."""

from __future__ import annotations

import pytest
from support.stories import conflicts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "About 600 people left the village near Kandy.",
            "612 people left the village near Kandy.",
            id="rounding",
        ),
        pytest.param(
            "The stadium in Rosario cost $1.2 billion to build.",
            "The stadium in Rosario cost $1.23 billion to build.",
            id="rounding of a scale",
        ),
        pytest.param(
            "Over 400 Palestinians were killed in the airstrikes on Gaza.",
            "The airstrikes on Gaza killed 404 Palestinians.",
            id="a bound",
        ),
        pytest.param(
            "Dozens of sheep drowned in the flood near Cardiff.",
            "36 sheep drowned in the flood near Cardiff.",
            id="a vague number",
        ),
        pytest.param(
            "The fire burned 1,300 square kilometres of forest in Galicia.",
            "The fire burned 500 square miles of forest in Galicia.",
            id="a conversion",
        ),
        pytest.param(
            "The truce lasted thirty days, officials in Izmir said.",
            "The 30-day truce held, officials in Izmir said.",
            id="words and figures",
        ),
        pytest.param(
            "The minister resigned in March 2024 over the tram contracts.",
            "The minister resigned on March 12, 2024 over the tram contracts.",
            id="level of detail of a date",
        ),
        pytest.param(
            "President Volodymyr Zelenskyy visited the hospital in Porto.",
            "Zelenskyy visited the hospital in Porto.",
            id="level of detail of a name",
        ),
        pytest.param(
            "No one else was hurt when the roof of the hall in Porto came down, the mayor said.",
            "Two people were hurt when the roof of the hall in Porto came down, the mayor said.",
            id="no one else",
        ),
        pytest.param(
            "The mayor of Lublin was not hurt when he fell from his horse on the old market on Sunday.",
            "A clerk of the town, who sat at home in Lublin, broke his wrist.",
            id="two people, one hurt",
        ),
        pytest.param(
            "The roof of the hall in Porto came down; neither guard was hurt.",
            "The roof of the hall in Porto came down, and nobody was hurt.",
            id="neither",
        ),
        pytest.param(
            "The landslide near Kandy killed nine villagers and injured 24 on Sunday, doctors said.",
            "Two of the injured of the landslide near Kandy died on Sunday, doctors said.",
            id="some of a group",
        ),
        pytest.param(
            "The café in São Paulo was run by José Muñoz for years.",
            "The cafe in Sao Paulo was run by Jose Munoz for years.",
            id="accents",
        ),
        pytest.param(
            "A bus crash near Lublin killed four tourists on Tuesday.",
            "An avalanche near Tromso killed nine skiers on Friday.",
            id="two events",
        ),
        pytest.param(
            "It is unclear whether the council approved the new tram lines in Lublin.",
            "The council approved the new tram lines in Lublin.",
            id="unsure",
        ),
        pytest.param(
            "The court did not only fine the bank in Porto but closed it.",
            "The court fined the bank in Porto and closed it.",
            id="not only",
        ),
        pytest.param(
            "“We will rebuild every house,” Mayor Gwen Pritchard said.",
            "“We will rebuild every house, and the school too,” Mayor Gwen Pritchard said.",
            id="one quotes more",
        ),
        pytest.param(
            "“We will rebuild every house,” Mayor Gwen Pritchard said.",
            '"We will rebuild every house," Pritchard said.',
            id="quotation marks and a surname",
        ),
        pytest.param(
            "The labour minister organised a defence programme in Cardiff.",
            "The labor minister organized a defense program in Cardiff.",
            id="spelling of two countries",
        ),
        pytest.param(
            "The factory in Porto will hire 300 workers next year.",
            "The factory in Porto dismissed 120 workers last year.",
            id="contrary verbs",
        ),
        pytest.param(
            "The railway of Izmir closed 40 stations along the coast.",
            "The railway of Izmir opened 15 stations along the coast.",
            id="contrary verbs of one noun",
        ),
        pytest.param(
            "The ministry in Izmir bought 12 helicopters for the coast guard.",
            "The ministry in Izmir will buy 30 helicopters for the coast guard.",
            id="what was and what will be",
        ),
        pytest.param(
            "In 2019 the harbour of Cardiff handled 40 ships.",
            "In 2023 the harbour of Cardiff handled 75 ships.",
            id="two years",
        ),
        pytest.param(
            "Kandy built its bridges in 2007, when 9 million tourists came.",
            "Kandy built its bridges in 2014, when 12 million tourists came.",
            id="a row of years with its figures",
        ),
        pytest.param(
            "The flood in Kandy destroyed 15 villages and left 40 others cut off.",
            "The flood in Kandy cut off another 22 villages.",
            id="a part beside a part",
        ),
        pytest.param(
            "One witness saw the fire in the harbour of Porto.",
            "Most of the 80 workers left the harbour of Porto after the fire.",
            id="one of many",
        ),
        pytest.param(
            "Two women and one man died in the fire in Porto.",
            "Three people died in the fire in Porto.",
            id="the parts of a toll",
        ),
        pytest.param(
            "Doctors in Porto removed three of the seven bullets from the arm of the striker.",
            "Doctors in Porto removed seven bullets from the arm of the striker.",
            id="a part of what is counted",
        ),
        pytest.param(
            "A gunman in Cardiff killed three in February and hurt several others.",
            "A gunman shot and killed two colleagues at a factory in Porto.",
            id="tolls of two places",
        ),
        pytest.param(
            "The quake shook Kandy, a city of 500,000 people, and the coast.",
            "The quake shook the coast near Kandy, where 40,000 people slept outside.",
            id="inhabitants and others",
        ),
        pytest.param(
            "The stolen statue was found in Houston on Sunday. Texas has seen many such thefts.",
            "The stolen statue was found in Texas on Sunday.",
            id="a wider place in the same slot",
        ),
        pytest.param(
            "The court in Izmir sentenced President Erik Solberg to nine years for the robbery.",
            "The court in Izmir sentenced Mr. Solberg to nine years for the robbery.",
            id="another form of a name in the same slot",
        ),
        pytest.param(
            "Erik Solberg of Porto won the race in a photo finish.",
            "Rui Tavares of Izmir lost his boat in a storm.",
            id="two people in two sentences",
        ),
        pytest.param(
            "A caller reported the fire in the hotel of Cardiff at 3:33 a.m.",
            "A caller reported the fire in the hotel of Cardiff shortly after 3:30 a.m.",
            id="a time told loosely",
        ),
        pytest.param(
            "The fire in the hotel of Cardiff broke out at 3 a.m.",
            "The fire in the hotel of Cardiff was out by 7 a.m., and guests were let in.",
            id="two hours of one event",
        ),
        pytest.param(
            "Ferrer led Porto to a 62-39 record as its coach.",
            "Solberg led Rosario to a 56-26 record as its coach.",
            id="records of two coaches",
        ),
        pytest.param(
            "The ferry sank 15 miles north of Cardiff.",
            "A trawler ran aground 40 miles north of Cardiff.",
            id="two distances from one place",
        ),
        pytest.param(
            "A storm in northern Norway cut off Tromso.",
            "A storm in southern Norway spared Tromso.",
            id="two parts of a country",
        ),
        pytest.param(
            "“I heard the wall come down and they said close your door,” said Rui Tavares.",
            "“I heard the wall come down and they said'close your door,'” said Rui Tavares.",
            id="a space lost in a quotation",
        ),
        pytest.param(
            "“We are glad to open the north wing again,” said Novak and Solberg.",
            "Museum owners Erik Solberg and Marta Novak said: “We are glad to open the north wing again.”",
            id="two who speak together",
        ),
        pytest.param(
            "The Porto Herald wrote in its Monday edition that the striker would get an offer from Rosario.",
            "The Porto Herald wrote in its Tuesday edition that the striker would get an offer from Rosario.",
            id="days of two newspapers",
        ),
        pytest.param(
            "The avalanche near Tromso killed 3 skiers.",
            "The avalanche of 1910 near Tromso killed 260 people.",
            id="tolls of two events",
        ),
        pytest.param(
            "Dmitri Kovalchuk, 27, was arrested in Izmir by detective Selin Aydin.",
            "Detective Selin Aydin, 44, arrested a man in Izmir.",
            id="ages of two people",
        ),
        pytest.param(
            "Ferrer played 11 seasons for Porto before he became its coach.",
            "Porto dismissed its coach, Ferrer, after one season.",
            id="a noun counted many times",
        ),
        pytest.param(
            "Nearly one out of every five children in Porto got food stamps.",
            "About nine children in Porto got food stamps by mistake.",
            id="a share",
        ),
        pytest.param(
            "The ferry left the harbour of Cardiff with 300 passengers, police said on Friday.",
            "Police said on Sunday that the ferry left the harbour of Cardiff with 300 passengers.",
            id="days on which it was said",
        ),
        pytest.param(
            "21 July 2013 Last updated at 11:11 GMT",
            "23 July 2013 Last updated at 13:42 GMT",
            id="date lines",
        ),
        pytest.param(
            "The council of Lublin opened the new tram line yesterday.",
            "The council of Lublin opened the new tram line today.",
            id="told from two days",
        ),
        pytest.param(
            "Critics praised the Academy Awards show in Porto.",
            "The Academy Award show in Porto was praised by critics.",
            id="a plural",
        ),
        pytest.param(
            "Two employees, Marta Novak and Erik Solberg, refused to help the lawyer at the airport.",
            "Marta Novak and Erik Solberg, the two employees, are named in the papers of the lawyer.",
            id="denied elsewhere in the sentence",
        ),
        pytest.param(
            "The council of Lublin may approve the new tram line to the airport.",
            "The council of Lublin rejected the new tram line to the airport.",
            id="what may be",
        ),
        pytest.param(
            "The lawyer told the guard to “wipe that smile off his face,” the papers say.",
            "“Wipe that smile off your face,” the lawyer told the guard.",
            id="told from another side",
        ),
        pytest.param(
            "“The dam will not hold another night of rain,” engineer Rui Tavares said.",
            "Erik Solberg met Marta Novak in Porto. “The dam will not hold another night of rain,” he said.",
            id="a speaker who is not named",
        ),
        pytest.param(
            "The robbers left Porto in a grey delivery van, a witness told the police.",
            "A witness told the police that the robbers left Porto in a gray delivery van.",
            id="one colour in two spellings",
        ),
        pytest.param(
            "The robbers left Porto in a grey van, a witness in a red coat told the police.",
            "A witness told the police that the robbers left Porto in a van and threw away a white coat.",
            id="colours of two things",
        ),
        pytest.param(
            "A grey van and a white van stood in the harbour of Porto when the robbers came.",
            "A white van stood in the harbour of Porto when the robbers came.",
            id="two things of two colours",
        ),
        pytest.param(
            "Tavares was being transferred to a prison in Texas, guards said.",
            "Tavares escaped while guards transferred him to Houston.",
            id="a town and where it lies",
        ),
        pytest.param(
            "Tavares was being transferred to a prison in Ostrava, guards said.",
            "Tavares escaped from the guards who transferred him, and drove to Cardiff.",
            id="two ways of one man",
        ),
        pytest.param(
            "A flood nearly destroyed the old mill of Kandy on Sunday.",
            "The old mill of Kandy was almost destroyed by a flood on Sunday.",
            id="nearly and almost",
        ),
        pytest.param(
            "The flood reached nearly 40 villages around Kandy on Sunday.",
            "On Sunday the flood reached 40 villages around Kandy.",
            id="nearly so many",
        ),
        pytest.param(
            "Solberg tried to change the rules of the club in Porto.",
            "Solberg changed the rules of the club in Porto after a year.",
            id="what was tried came out",
        ),
        pytest.param(
            "Ferrer never entered the Solberg Clinic, a nurse told reporters.",
            "Her lawyer said that Ferrer had checked into the Porto Hospital on Sunday.",
            id="denied of another place",
        ),
        pytest.param(
            "Ferrer never entered the Solberg Clinic, a nurse told reporters.",
            "Ferrer had to check into the Solberg Clinic, a judge ruled on Sunday.",
            id="denied, and ordered",
        ),
        pytest.param(
            "Guards fired a total of 11 rounds at the ferry, an inspector in Cardiff said.",
            "A guard bought seven bullets in a shop near the ferry, an inspector in Cardiff said.",
            id="another act with the same thing",
        ),
        pytest.param(
            "The fire was extinguished by 7 a.m., after crews came from all sides of Porto.",
            "The fire in Porto was reported by 3:20 a.m., and crews came from all sides.",
            id="hours of two acts",
        ),
        pytest.param(
            "Lucia Ferrer checks into clinic to begin 90-day stay, lawyer says",
            "Lucia Ferrer checks into clinic, checks out two minutes later",
            id="durations of two sizes",
        ),
        pytest.param(
            "Updated 5:40 p.m. ET",
            "Updated 4:08 p.m. ET",
            id="hours at which reports were updated",
        ),
        pytest.param(
            "Friday, Sep 10, 2010 | Updated 8:52 PM EDT",
            "Friday, Sep 10, 2010 | Updated 9:28 AM EDT",
            id="hours at which reports of one day were updated",
        ),
        pytest.param(
            "“The dam will not hold another night of rain,” engineer Rui Tavares said.",
            "“The dam will not hold another night of rain,” Marta Novak's deputy said.",
            id="a speaker told by another's name",
        ),
    ],
)
def test_no_conflict_is_invented(a: str, b: str) -> None:
    assert conflicts(a, b) == []
