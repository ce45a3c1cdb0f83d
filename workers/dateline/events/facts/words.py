"""The words of facts: offices, kin, people, units of money and measure, and casualties."""

from dateline.events.words.listed import listed

# Nouns for what somebody is to an institution.
ROLES = listed("""
    admiral adviser advisor ambassador analyst archbishop attorney auditor banker bishop boss
    brigadier cardinal ceo cfo chair chairman chairperson chairwoman chancellor chief coach colonel
    columnist commander commissioner commodore congressman congresswoman consul coo coordinator
    correspondent councillor councilman councilwoman curator dean delegate deputy diplomat director
    economist editor emir emperor envoy executive founder co-founder cofounder general governor
    head historian inspector judge justice king lawmaker lawyer leader lieutenant major manager
    marshal mayor minister mp negotiator officer official ombudsman owner pope premier president
    prince princess principal professor prosecutor queen rapporteur rector representative
    researcher scientist secretary senator sheriff solicitor speaker spokesman spokesperson
    spokeswoman strategist sultan superintendent surgeon treasurer trustee undersecretary
    vice-president whip
    """)
# What stands before such a noun as part of the office.
RANKS = listed("""
    administrative agriculture assistant climate commerce culture digital european fisheries
    homeland housing human immigration infrastructure religious social tourism water welfare
    assistant associate chief defence defense deputy development economic education
    energy environment executive exterior finance financial first foreign general health high home
    industry information interior joint justice labour labor legal managing marketing medical
    military national operating permanent police press prime public regional research resident
    second security senior special sports state supreme technical technology trade transport
    treasury under vice
    """)
# The office is held no longer.
FORMER = listed("former ex late erstwhile onetime then previous")
# Verbs that make somebody something, and verbs by which somebody ceases to be it.
NAMING = listed("""
    appoint name elect choose nominate make reelect re-elect install crown promote pick select
    designate confirm swear inaugurate
    """)
LEAVING = listed("resign quit retire step stand withdraw oust dismiss sack fire remove replace")
BEING = listed("be become remain stay serve work act")

# What the noun says that somebody or something is of its owner.
KIN = {
    "wife": "spouse_of",
    "husband": "spouse_of",
    "spouse": "spouse_of",
    "son": "child_of",
    "daughter": "child_of",
    "father": "parent_of",
    "mother": "parent_of",
}
BODIES = {
    "subsidiary": "subsidiary_of",
    "owner": "owns",
    "member": "member_of",
    "part": "part_of",
    "capital": "located_in",
    "city": "located_in",
    "town": "located_in",
    "village": "located_in",
    "suburb": "located_in",
    "port": "located_in",
    "resort": "located_in",
}

PEOPLE = listed("""
    activist adult attacker baby bystander candidate child citizen civilian combatant crew
    customer defendant delegate demonstrator detainee driver employee evacuee farmer fighter
    firefighter fisherman girl boy guest guard gunman hostage inmate journalist juror lawmaker man
    marine medic member migrant militant miner minister minor mourner nurse officer official
    paramedic passenger passer-by patient pedestrian people person personnel pilgrim police
    policeman prisoner protester protestor pupil rebel recruit refugee rescuer reservist resident
    respondent sailor schoolchild senator servicemember serviceman settler shopper soldier
    spectator staff student supporter survivor suspect teacher teenager tourist traveller trooper
    troop victim villager visitor volunteer voter witness woman worker worshipper youth
    """)
# Singular in form, several in fact.
COLLECTIVE = listed("people police staff crew personnel aircraft youth sheep cattle deer")

CASUALTIES = {
    "kill": "killed",
    "die": "killed",
    "dead": "killed",
    "death": "killed",
    "fatality": "killed",
    "perish": "killed",
    "murder": "killed",
    "slay": "killed",
    "drown": "killed",
    "wound": "wounded",
    "wounded": "wounded",
    "injure": "wounded",
    "injured": "wounded",
    "injury": "wounded",
    "hurt": "wounded",
    "missing": "missing",
    "miss": "missing",
    "displace": "displaced",
    "homeless": "displaced",
    "evacuate": "evacuated",
    "rescue": "rescued",
    "detain": "detained",
    "arrest": "detained",
    "abduct": "abducted",
    "kidnap": "abducted",
}
# Said of the subject, the others of the object.
BEFALLING = listed("die perish drown miss")

CURRENCY_SIGNS = {
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₽": "RUB",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
}
# Names of money; those that several countries share stay as they are said.
CURRENCY_WORDS = {
    "US dollar": "USD",
    "U.S. dollar": "USD",
    "Canadian dollar": "CAD",
    "Australian dollar": "AUD",
    "Swiss franc": "CHF",
    "pound sterling": "GBP",
    "pounds sterling": "GBP",
    "dollar": "USD",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "rouble": "RUB",
    "ruble": "RUB",
    "hryvnia": "UAH",
    "shekel": "ILS",
    "zloty": "PLN",
    "forint": "HUF",
    "lira": "TRY",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "CHF": "CHF",
    "JPY": "JPY",
    "cent": "cent",
    "pound": "pound",
    "franc": "franc",
    "rupee": "rupee",
    "peso": "peso",
    "dinar": "dinar",
    "krona": "krona",
    "kronor": "krona",
    "krone": "krone",
    "kroner": "krone",
}
MEASURES = {
    "kilometer": "km",
    "kilometre": "km",
    "km": "km",
    "meter": "m",
    "metre": "m",
    "centimeter": "cm",
    "centimetre": "cm",
    "cm": "cm",
    "millimeter": "mm",
    "millimetre": "mm",
    "mm": "mm",
    "mile": "mi",
    "yard": "yd",
    "foot": "ft",
    "feet": "ft",
    "inch": "in",
    "inches": "in",
    "square kilometer": "km²",
    "square kilometre": "km²",
    "square meter": "m²",
    "square metre": "m²",
    "square mile": "mi²",
    "sq km": "km²",
    "km2": "km²",
    "km²": "km²",
    "m²": "m²",
    "hectare": "ha",
    "acre": "acre",
    "cubic meter": "m³",
    "cubic metre": "m³",
    "tonne": "t",
    "ton": "ton",
    "kilogram": "kg",
    "kilo": "kg",
    "kg": "kg",
    "gram": "g",
    "litre": "l",
    "liter": "l",
    "gallon": "gal",
    "barrel": "bbl",
    "megawatt": "MW",
    "MW": "MW",
    "gigawatt": "GW",
    "GW": "GW",
    "kilowatt": "kW",
    "kph": "km/h",
    "km/h": "km/h",
    "mph": "mph",
    "degree Celsius": "°C",
    "degrees Celsius": "°C",
    "°C": "°C",
    "degree Fahrenheit": "°F",
    "degrees Fahrenheit": "°F",
    "°F": "°F",
}
SHARES = {
    "%": "percent",
    "percent": "percent",
    "per cent": "percent",
    "percentage point": "percentage points",
    "basis point": "basis points",
}
TIME_UNITS = listed("""
    second minute hour day night week weekend fortnight month quarter year decade century
    millennium morning evening afternoon season date anniversary
    """)

# Verbs that say how much their subject is, or has become.
MEASURING = listed("""
    be become rise fall grow drop increase decrease climb decline jump slip shrink expand stand
    reach hit average cost total exceed weigh measure span cover stretch plunge soar surge dip edge
    ease top remain slow accelerate cool tumble near
    """)
# What is a whole: no more than all of it can be counted.
WHOLES = listed("""
    vote voter ballot turnout respondent member seat population people electorate resident
    household citizen adult student pupil worker employee patient woman man child land territory
    """)
