## Two entries of one person
dup-title = Written down twice?
dup-intro = These entries may be one person. Nothing is merged until you say so, and every merge can be taken back.
dup-look = Look for doubles
dup-look-again = Look again
dup-looked = Last looked { $when }.
dup-stale = Something was written since.
dup-running = You can go on working meanwhile.
dup-never-title = Nobody has looked yet
dup-never-text = All entries are compared, and you see who may stand there twice.
dup-none-title = No pairs to look at
dup-none-text = Nobody seems to stand in the register twice.
dup-pairs = Pairs
dup-count = { $count ->
    [0] No pairs to look at
    [one] One pair to look at
   *[other] { $count } pairs to look at
}
dup-place = Pair { $at } of { $total }
dup-previous = Previous pair
dup-next = Next pair
dup-sure-high = very likely one person
dup-sure-likely = likely one person
dup-sure-open = decided differently
dup-why = Why
dup-for = for one person
dup-against = against
dup-choose = What stays
dup-choose-hint = Choose the value that is right. What only one entry has stays as well.
dup-same = The same in both
dup-only = In one entry only
dup-entry-a = Entry 1
dup-entry-b = Entry 2
dup-both = Both
dup-side-a = entry 1
dup-side-b = entry 2
dup-side-both = both entries
dup-contacts = Family contacts: all stay
dup-consents = Consents: the stricter one stays
dup-consent-strict = One entry says yes, the other no. The no stays.
dup-history = Calls, notes and history of both stay.
dup-calls = { $count ->
    [0] no calls
    [one] one call
   *[other] { $count } calls
}
dup-merge = One person: merge
dup-not-same = Two persons
dup-merged = { $name } stands there once now
dup-noted = Remembered: two persons
dup-disputed = One officer merged these two, another said they are two persons. Who is right?
dup-keep-one = It is one person
dup-take-apart = Two persons: take apart
dup-kept-one = Settled: one person
dup-open = Open this entry
dup-keys = Keys: J next, K previous, M one person, N two persons, U take back
dup-merged-title = Merged from
dup-merged-line = On { $when } by { $by }
dup-part = Take apart again
dup-parted = Two entries again
dup-part-left = These stayed as they are, because they were changed since: { $fields }
home-duplicates = May be one person, written down twice.
home-duplicates-look = Look for people written down twice
import-look-alike = { $count ->
    [one] One looks like somebody you had before.
   *[other] { $count } look like people you had before.
}
import-look-at = Look at the pairs
alike-open = Open this one
alike-other = It is somebody else
field-merged = Merged entry
field-merged_into = Merged into another entry

## Why two entries are put side by side
match-surname-same = same surname
match-surname-close = surname spelled almost alike
match-surname-akin = similar surnames, both common here
match-surname-married = surname of one is the middle name of the other (marriage)
match-surname-married_initial = middle initial of one fits the surname of the other (marriage)
match-surname-part = one surname is part of the other
match-surname-crossed = surname and given name exchanged
match-surname-different_woman = different surnames (may have married)
match-surname-different = different surnames
match-given-same = same given name
match-given-nickname = one given name is a nickname of the other
match-given-close = given name spelled almost alike
match-given-akin = similar given names, both common here
match-given-part = one given name is part of the other
match-given-crossed = given name and surname exchanged
match-given-different = different given names
match-middle-same = same middle name
match-middle-close = middle name spelled almost alike
match-middle-initial = middle initial fits
match-middle-other_initial = middle initial does not fit
match-middle-different = different middle names
match-suffix-same = same suffix
match-suffix-one_sided = suffix on one side only
match-suffix-different = different suffixes (father and son?)
match-birth-same = same date of birth
match-birth-turned = day and month of birth exchanged
match-birth-close = dates of birth differ by one slip
match-birth-partly = dates of birth agree in part
match-birth-year = same year of birth
match-birth-near = years of birth one apart
match-birth-other_year = different years of birth
match-birth-different = different dates of birth
match-sex-same = same sex
match-sex-different = different sex
match-home-same = same barangay and purok
match-home-barangay = same barangay
match-home-different = different barangays
match-country-same = same country
match-country-different = different countries
match-occupation-same = same occupation
match-occupation-close = similar occupation
match-occupation-different = different occupations
match-employer-same = same employer
match-employer-close = similar employer
match-employer-different = different employers
match-phone-same = same phone
match-phone-close = phones differ by one digit
match-phone-different = different phones
match-contact_phone-same = same family phone
match-contact_phone-different = different family phones
match-contact_name-same = same family contact
match-contact_name-close = family contact spelled almost alike
match-contact_name-different = different family contacts
match-mention-named = one is the other’s family contact
match-mention-not = neither is the other’s family contact
match-together-relatives = more likely two relatives in one home
match-together-carried = both agree with a third record
match-together-little_known = too little is known
match-together-taken = another row fits this person better
match-together-several = several persons fit about as well
match-together-disputed = one officer merged them, another called them two
match-together-shared = a third entry was merged into both
