## The directory
directory-title = Whom to call abroad
directory-check = From open lists that may be old or wrong. Check a number before you rely on it, in calm times.
directory-search = Country, city, name or number
directory-found = { $count ->
    [0] Nothing found
    [one] One entry
   *[other] { $count } entries
}
directory-people = { $count ->
    [one] one of us there
   *[other] { $count } of us there
}
directory-entries = { $count ->
    [one] one entry
   *[other] { $count } entries
}
directory-all = All countries
directory-whom = Whom to call
directory-none = No entry yet
directory-hidden = { $count ->
    [one] One hidden entry
   *[other] { $count } hidden entries
}
listed-emergency = Emergency numbers
listed-post = Embassy or consulate
listed-mwo = Migrant Workers Office
listed-agency = Agency or help line
listed-leader = Community leader there
listed-other = Somebody else
entry-only-there = Work only inside that country. Tell them to whoever is there.
entry-shipped = From { $source }, as of { $when }. Not checked.
entry-corrected = Corrected by { $by }, { $when }.
entry-own = Written by { $by }, { $when }.
listed-source-bettergov = the government directory (BetterGov)
listed-source-libphonenumber = the list of short numbers (libphonenumber)
entry-conflict = Two officers wrote different things. Save it again as it is right.
entry-correct = Correct it
entry-new = Add an entry
entry-kind = What it is
entry-leader-ask = Ask them first whether they want to stand here. It goes to the other devices of this register and nowhere else.
entry-phone = Number { $number }
entry-place = City
entry-email = E-mail
entry-website = Web address
entry-note = Note
entry-source = Where you have it from
entry-saved-toast = Entry saved
entry-hidden-toast = Not shown any more
entry-shown-toast = Shown again
