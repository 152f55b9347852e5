## What is given out of the register
given-title = What was given out
given-explain = Every file and every sheet with names that left this register, on any of its devices. Whose names were on it is not written down.
given-none = Nothing was given out yet
given-none-text = Files, copies and printed sheets are listed here by themselves.
given-persons = { $count ->
    [0] nobody
    [one] one person
   *[other] { $count } people
}
given-fields = With: { $fields }
given-by = by { $name }
given-times = { $count ->
    [one] once
   *[other] { $count } times that day
}
given-for-own-copy = Own copy of the register
given-for-crisis = A desk that helps in a crisis
given-for-help = Help for people: agency, embassy, clinic
given-for-visit = Visits and meetings of our own
given-for-planning = Planning, without names
given-for-other = Something else
given-for-access = A copy for the person
given-for-work = Own work, or for the family
given-kind-csv = Table (CSV)
given-kind-xlsx = Workbook (Excel)
given-kind-vcard = Contacts (vCard)
given-kind-pfif = Missing persons file (PFIF)
given-kind-hxl = Table for aid agencies (HXL)
given-kind-access_json = Copy of everything held (data file)
given-kind-access_pdf = Copy of everything held (paper)
given-kind-sheet_meeting = Meeting sheet
given-kind-sheet_calls = Call sheet
given-kind-sheet_card = Family card
given-kind-sheet_consent = Consent form
given-kind-sheet_plan = Contingency plan
group-id = Record number
group-names = Names
group-sex = Sex
group-birth = Birth date
group-status = Civil status
group-home = Barangay and purok
group-abroad = Where abroad
group-work = Work and employer
group-phones = Own phones and messengers
group-family = Family contacts
group-family_phones = Family phones
group-confirmed = Last confirmed
group-source = Sheet it came from
group-case = Departure, agency, return
group-notes = Notes
group-everything = Everything held

## Making a file
export-title = Make a file
export-make = Make a file
export-explain = A file is open: whoever has it can read it. Give as little as the purpose needs.
export-purpose = What is it for?
export-purpose-first = Choose what it is for; the rest follows.
export-to = Who gets it
export-to-hint = The office and the person, for example “Municipal desk, Mrs Reyes”.
export-to-free = May stay empty if nobody else gets it.
export-why = What for, in your own words
export-why-hint = One sentence.
export-why-free = May stay empty.
export-people = Whose entries
export-these = Give these out as a file
export-of-shown = The people the list shows now
export-of-place = By barangay and destination
export-refused = { $count ->
    [one] One more person is left out: they said no to this.
   *[other] { $count } more people are left out: they said no to this.
}
export-fields = What it contains
export-fields-text = Only what the purpose needs is ticked.
export-delicate = In the wrong hands this can hurt somebody: { $fields }
export-format = Kind of file
export-save = Write the file
export-not-ready = Say what it is for and who gets it, and choose at least one thing.
export-then = It is written down under “What was given out”. Delete the file when it has been handed over.
bad-input-to = Say who gets it, in a few words.
bad-input-why = Say what it is for, in a few words.
bad-input-names_needed = This kind of file needs names. Choose names, or another kind.
action-export = Given out
change-blocked-log = What was given out was given out. This list is not changed.
