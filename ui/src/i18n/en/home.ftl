## Home
home-title = Today
home-empty-title = Nobody in the register yet
home-empty-text = Bring the sheet you already have, or add the first person.
home-empty-import = Bring a sheet
home-campaigns = People to call
home-figures = This register in figures
home-persons = { $count ->
    [one] person in the register
   *[other] people in the register
}
home-fresh = confirmed within half a year
home-stale = { $count ->
    [0] Everybody is confirmed
    [one] One person to confirm
   *[other] { $count } people to confirm
}
home-without-contact = { $count ->
    [one] person whose family cannot be called
   *[other] people whose family cannot be called
}
home-without-contact-warn = Ask for a number
home-unsent = { $count ->
    [one] change not sent yet
   *[other] changes not sent yet
}
home-unsent-explain = Saved here. They go out when you exchange.
home-conflicts = { $count ->
    [one] One entry holds two different answers. Ask the family which is right.
   *[other] { $count } entries hold two different answers. Ask the families which are right.
}
demo-passphrase = This demo register locks like a real one. Its passphrase:
destinations-title = Where our people are
destination = Destination
people-word = People
share = Share
country-at-sea = At sea
country-unknown = Not known
country-usual = Usual destinations
country-others = Other countries
destinations-map = Map of the world: the larger the circle, the more people are there
