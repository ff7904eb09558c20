"""Small tables for names: titles, countries and their people, words that organisations end in."""

from __future__ import annotations

from tui.language.values.tables import word_set

TITLES = word_set(
    "mr mrs ms miss dr prof professor sir lord lady dame president vice premier prime minister "
    "chancellor secretary undersecretary senator sen representative rep congressman congresswoman "
    "governor gov mayor ambassador envoy commissioner judge justice attorney prosecutor sheriff "
    "undersheriff deputy officer detective inspector constable superintendent chief lieutenant lt "
    "sergeant sgt captain capt commander cmdr general gen colonel col major maj corporal cpl "
    "private admiral adm lance marshal king queen prince princess duke duchess emperor pope "
    "cardinal archbishop bishop reverend rev father pastor imam ayatollah sheikh rabbi chairman "
    "chairwoman chair director ceo spokesman spokeswoman spokesperson coach speaker leader "
    "foreign defence defense interior finance health education press first foreign assistant "
    "acting former executive managing special councilman councilwoman councillor alderman herr "
    "frau monsieur madame señor señora don state"
)
"""Words of titles before a name, with those that only go with one (`Prime`, `Vice`, `Foreign`)."""

TITLE_HEADS = TITLES - word_set(
    "vice prime foreign defence defense interior finance health education press first assistant "
    "acting former executive managing special state lance"
)
"""Words that are a title by themselves."""

TITLE_PHRASES = (
    ("secretary", "of", "state"),
    ("secretary", "of", "defense"),
    ("secretary", "of", "defence"),
    ("chief", "of", "staff"),
    ("attorney", "general"),
    ("secretary", "general"),
    ("speaker", "of", "the", "house"),
    ("director", "general"),
    ("first", "lady"),
)

MALE = word_set("mr sir lord king prince duke emperor congressman chairman spokesman councilman herr father")
FEMALE = word_set(
    "mrs ms miss lady dame queen princess duchess congresswoman chairwoman spokeswoman "
    "councilwoman frau madame"
)

ORGANISATION = word_set(
    "agency association academy administration airlines airways alliance army assembly authority "
    "bank board bureau cathedral center centre church club co coalition college command "
    "commission committee company congress corp corporation council court department directorate "
    "federation force forces foundation front fund government group guard hospital inc institute "
    "institution kremlin laboratory league ltd ministry monitor movement museum navy network news "
    "observatory office organisation organization parliament party pentagon police post press "
    "prison program programme restaurant school senate service services society survey syndicate "
    "times treasury tribunal trust union unit university reuters plc llc gmbh systems foods "
    "motors industries journal gazette herald tribune guardian telegraph house crescent cross"
)
"""Words that show a name to be an organisation when it ends in them."""

COMPANY = word_set(
    "inc corp co company corporation ltd plc llc gmbh foods motors airlines airways bank group "
    "industries systems technologies entertainment pharmaceuticals holdings energy oil steel "
    "studios pictures records"
)
"""Words that a company's name may end in and is often told without (`Kraft`, `Kraft Foods`)."""

BODIES = word_set("kremlin pentagon reuters congress parliament senate treasury navy interpol knesset duma")
"""Organisations that are named by one such word alone."""

OFFICES = word_set(
    "sheriff undersheriff attorney officer secretary minister president commissioner governor "
    "mayor director chairman chairwoman spokesman spokeswoman spokesperson ambassador prosecutor "
    "superintendent"
)
"""Titles that may follow what they are the office of (`Genesee County Sheriff`)."""

PLACE = word_set(
    "avenue bay beach boulevard bridge canal cape city coast corridor county crossing desert "
    "district drive gulf harbor harbour heights highway hill hills island islands isle lake lane "
    "mount mountain mountains ocean park peninsula place plain plaza port prefecture province "
    "region republic reservoir river road sea square strait straits street territory town "
    "township valley village airport station"
)
"""Words that show a name to be a place when it starts or ends in them."""

OF_HEADS = (
    ORGANISATION
    | PLACE
    | word_set(
        "secretary kingdom states state duke duchess earl prince princess king queen order chamber "
        "declaration award battle bill hall medal tower temple house chief archbishop bishop bank "
        "president end book lord minister ministry library speaker straits chamber act doctor master "
        "bachelor emirate democracies defence defense health foreign"
    )
)
"""Words that `of` ties to what follows (`Gulf of Aden`), as a person's name does not (`Smith of Leeds`)."""

FOR_HEADS = word_set(
    "foundation center centre institute fund council department office agency committee party "
    "movement alliance association organization organisation commission society campaign "
    "coalition court school college academy network union"
)
AND_HEADS = word_set("department ministry office bureau committee institute agency administration commission")

CONNECTORS = word_set(
    "de da do di del della dos du des la le el al van von der den ter ten bin bint ibn abu zu af av y e ben"
)
"""Small words inside names of people and places."""

SUFFIXES = word_set("jr sr ii iii iv")

# A country, the adjectives and nouns of its people, and its capital as a word for its government.
_COUNTRIES = """
Afghanistan: Afghan Afghans
Albania: Albanian Albanians
Algeria: Algerian Algerians
Argentina: Argentine Argentinian Argentines
Armenia: Armenian Armenians
Australia: Australian Australians
Austria: Austrian Austrians
Azerbaijan: Azerbaijani Azeri
Bangladesh: Bangladeshi Bangladeshis
Belarus: Belarusian Belarusians
Belgium: Belgian Belgians
Bolivia: Bolivian Bolivians
Bosnia: Bosnian Bosnians
Brazil: Brazilian Brazilians
Britain: British Briton Britons
Bulgaria: Bulgarian Bulgarians
Cambodia: Cambodian Cambodians
Canada: Canadian Canadians
Chile: Chilean Chileans
China: Chinese
Colombia: Colombian Colombians
Croatia: Croatian Croatians
Cuba: Cuban Cubans
Cyprus: Cypriot Cypriots
Denmark: Danish Dane Danes
Egypt: Egyptian Egyptians
England: English Englishman
Estonia: Estonian Estonians
Ethiopia: Ethiopian Ethiopians
Europe: European Europeans
Finland: Finnish Finn Finns
France: French Frenchman
Georgia: Georgian Georgians
Germany: German Germans
Ghana: Ghanaian Ghanaians
Greece: Greek Greeks
Haiti: Haitian Haitians
Hungary: Hungarian Hungarians
Iceland: Icelandic Icelander
India: Indian Indians
Indonesia: Indonesian Indonesians
Iran: Iranian Iranians
Iraq: Iraqi Iraqis
Ireland: Irish Irishman
Israel: Israeli Israelis
Italy: Italian Italians
Japan: Japanese
Jordan: Jordanian Jordanians
Kazakhstan: Kazakh Kazakhs
Kenya: Kenyan Kenyans
Kosovo: Kosovar Kosovars
Kuwait: Kuwaiti Kuwaitis
Latvia: Latvian Latvians
Lebanon: Lebanese
Libya: Libyan Libyans
Lithuania: Lithuanian Lithuanians
Malaysia: Malaysian Malaysians
Mexico: Mexican Mexicans
Moldova: Moldovan Moldovans
Morocco: Moroccan Moroccans
Myanmar: Burmese
Nepal: Nepali Nepalese
Netherlands: Dutch Dutchman
New Zealand: New_Zealander
Nigeria: Nigerian Nigerians
North Korea: North_Korean North_Koreans
Norway: Norwegian Norwegians
Pakistan: Pakistani Pakistanis
Palestine: Palestinian Palestinians
Peru: Peruvian Peruvians
Philippines: Filipino Filipinos Philippine
Poland: Polish Pole Poles
Portugal: Portuguese
Qatar: Qatari Qataris
Romania: Romanian Romanians
Russia: Russian Russians
Saudi Arabia: Saudi Saudis
Scotland: Scottish Scot Scots
Serbia: Serbian Serb Serbs
Slovakia: Slovak Slovaks
Slovenia: Slovenian Slovene
Somalia: Somali Somalis Somalian
South Africa: South_African South_Africans
South Korea: South_Korean South_Koreans
Spain: Spanish Spaniard Spaniards
Sudan: Sudanese
Sweden: Swedish Swede Swedes
Switzerland: Swiss
Syria: Syrian Syrians
Taiwan: Taiwanese
Thailand: Thai Thais
Tunisia: Tunisian Tunisians
Turkey: Turkish Turk Turks Türkiye
Uganda: Ugandan Ugandans
Ukraine: Ukrainian Ukrainians
United Arab Emirates: UAE Emirati Emiratis
United Kingdom: UK U.K.
United Nations: UN U.N.
United States: US U.S. USA U.S.A. American Americans America
European Union: EU E.U.
Uzbekistan: Uzbek Uzbeks
Venezuela: Venezuelan Venezuelans
Vietnam: Vietnamese
Wales: Welsh Welshman
Yemen: Yemeni Yemenis
Zimbabwe: Zimbabwean Zimbabweans
"""

COUNTRY_OF: dict[str, str] = {}
"""From every name of a country or its people, as written, to the country."""
for _line in _COUNTRIES.strip().splitlines():
    _country, _, _others = _line.partition(": ")
    for _form in (_country, *_others.split()):
        COUNTRY_OF[_form.replace("_", " ")] = _country

CITIES = word_set(
    "Paris London Berlin Rome Madrid Moscow Kyiv Kiev Washington Beijing Tokyo Delhi Tehran "
    "Baghdad Kabul Gaza Jerusalem Cairo Damascus Beirut Istanbul Ankara Athens Vienna Warsaw "
    "Brussels Geneva Dublin Edinburgh Chicago Houston Boston Detroit Philadelphia Brooklyn Queens "
    "Manhattan Atlanta Seattle Dallas Denver Miami Texas Michigan California Florida Ohio Georgia "
    "Virginia Pennsylvania Illinois Utah Colorado Arizona Sydney Melbourne Toronto Mumbai Karachi "
    "Dubai Doha Riyadh Lagos Nairobi Crimea Asia Africa Antarctica"
)

REGIONS = frozenset(
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho"
    "|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota"
    "|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York"
    "|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina"
    "|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
    "|Ontario|Quebec|Alberta|Manitoba|Saskatchewan|British Columbia|England|Scotland|Wales"
    "|Northern Ireland|Europe|Africa|Asia|America|Victoria|Queensland|New South Wales".split("|")
)
"""Places in which towns lie, beside countries: what happened in one may have happened in its town."""

GIVEN = word_set(
    "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel "
    "Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward "
    "Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin "
    "Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry "
    "Tyler Aaron Jose Adam Nathan Henry Peter Kyle Walter Harold Carl Arthur Mary Patricia "
    "Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra "
    "Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca "
    "Laura Sharon Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen "
    "Samantha Katherine Christine Rachel Maria Catherine Ellen Vladimir Dmitry Sergei Sergey "
    "Steve Mohammed Muhammad Ahmed Ali Hassan Hussein Abdul Mahmoud Ibrahim Omar Fatima Jean "
    "Pierre Marie François Hans Klaus Angela Giovanni Luigi Carlos Juan Luis Pedro Antonio Jorge "
    "Miguel Wei Li Chen Raj Sanjay Narendra Bill Bob Jim Joe Mike Tom Dan Dave Chris Matt Tony "
    "Jeff Greg Ben Sam Nick Alex Kate Liz Jim Tim Ken Ted Barack Hillary Joe Kamala Boris "
    "Emmanuel Olaf Rishi Keir Benjamin Recep Xi Bernard Hugh Ian Neil Simon Alan Jane Claire "
    "Alice Lucy Julia Diana"
)

STARTERS = word_set(
    "a about above according across after again against ago all almost along already also "
    "although always am among an and another any anyone are area around as asked at authorities "
    "away back be because been before behind being below besides between beyond both breaking but "
    "by can case cases children city clearly company could countries country court critics crowd "
    "day days dead deaths deputies despite did do doctors does down during each earlier early "
    "eight either emergency employees even eventually every everyone everything evidence experts "
    "eyewitnesses families family few fifteen fighting finally fire five for former four friends "
    "from further get given government had half has have he her here his home hospital how "
    "however hundreds i if in indeed inside instead into investigators is it its just last late "
    "later lawmakers lawyers least less let like local long many maybe me meanwhile media men "
    "might military millions more moreover most much my nearby nearly negotiations neighbors "
    "neighbours neither never nevertheless news next nine no nobody none nor not nothing now of "
    "off officer officers official officials often on once one only or other others our out "
    "outside over overall parents past people perhaps police politicians power prosecutors "
    "protesters quickly rather read recent recently reporters reports rescuers residents right "
    "scores second see separately seven several shares she should similarly since six so soldiers "
    "some someone something sometimes soon source sources still students such suddenly supporters "
    "ten than that the their them then there therefore these they things this those though "
    "thousands three through throughout thus to together today tomorrow tonight too two under "
    "unlike until up upon us update updated very victims video was we well were what whatever "
    "when where whereas whether which while who whoever whole whose why will with within without "
    "witnesses women workers would yes yesterday yet you your additionally asked born both "
    "critics data dozens elsewhere fears founded given guilty instead known leaders per choosing "
    "listen live look looking made main moments no none photo photos posted prior published "
    "related research researchers researcher share sign special story talks watch whilst asked "
    "analysts analyst activists armed based damage deaths details efforts floods following forces "
    "northern ever upon whatever key islamist islamists democrats republicans total nationwide "
    "hours minutes months weeks years"
)
"""Words that often start a sentence or a headline and, at its start, are no names."""
