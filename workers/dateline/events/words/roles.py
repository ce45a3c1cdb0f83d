"""Nouns that say what somebody is to something, and how things are related."""

from dateline.events.words.listed import listed

# What a person is, to an office, a body or a country.
ROLES = listed(
    """
    adviser advisor actor agent aide ambassador analyst archbishop architect astronaut attorney
    author bishop boss brigadier broker candidate captain cardinal ceo cfo chair chairman
    chairperson chairwoman chancellor chief clerk co-founder coach colleague columnist commander
    commissioner congressman congresswoman consul coordinator counsel creator critic deputy
    designer detective developer diplomat director doctor dean economist editor emperor engineer
    envoy executive fellow founder general governor head historian inspector inventor journalist
    judge justice king lawmaker lawyer leader lecturer legislator lieutenant manager mayor
    member minister negotiator nominee officer official organiser organizer owner owner partner
    pastor physician pilot player politician pope premier president priest prime-minister prince
    princess principal producer professor prosecutor queen reporter representative researcher
    ruler scientist scholar secretary senator sergeant sheriff singer speaker specialist
    spokesman spokesperson spokeswoman strategist striker student superintendent surgeon teacher
    treasurer trustee veteran vice-president warden winner writer
    """
)
# What persons are to each other, and bodies and places to other ones.
RELATIONS = listed(
    """
    affiliate ally arm aunt boyfriend branch brother brother-in-law capital cousin daughter
    descendant division ex-wife father fiancé girlfriend grandfather grandmother grandson
    granddaughter husband mother nephew neighbour neighbor niece offshoot parent part province
    relative rival sister sister-in-law son spouse stepfather stepson subsidiary successor
    suburb supplier uncle unit widow wife
    """
)
