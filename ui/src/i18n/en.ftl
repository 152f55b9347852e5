### Ugnay in English. Short, plain words, as a village secretary would say them.
### Every language has exactly these messages with exactly these placeholders; a test compares them.

## Everywhere
loading = Loading…
back = Back
close = Close
cancel = Cancel
undo = Undo
undone = Taken back
try-again = Try again
show = Show
hide = Hide
show-all = Show all
show-more = Show { $count } more
add = Add
edit = Edit
remove = Remove
save = Save
later = Later
name = Name
nothing = nothing
not-said = Not said
not-known = Not known
yes = yes
no = no
understood = Understood
demo = DEMO
demo-invented = invented people
skip = Skip to the content
toast = Message
number = { $count }
percent = { $count }%
name-and-count = { $name } ({ $count })
unknown-code = Other ({ $code })
progress-of = { $done } of { $total }
at-sheet = sheet { $sheet }
at-row = row { $row }
at-column = column { $column }
sheet-and-row = { $sheet }, row { $row }
row-word = Row
ago-today = today
ago-days = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}
ago-months = { $count ->
    [one] a month ago
   *[other] { $count } months ago
}
ago-years = { $count ->
    [one] a year ago
   *[other] { $count } years ago
}

## Navigation
nav = Main
nav-home = Home
nav-people = People
nav-campaign = Calls
nav-import = Import
nav-sync = Safety
lock = Lock
settings = Settings

## Outside of the program
outside-title = Please open the Ugnay program
outside-text = This page is the inside of the program Ugnay. By itself it can save nothing, so it shows nothing.

## Start, create, unlock
start-title = Know whom to call when it matters
start-text = Ugnay keeps your list of people working abroad and their families. It is sealed on this device and opens only as far as an emergency needs.
choose-title = Which register?
create-start = Create a register
demo-start = Look around with invented people
demo-explain = The demo makes a register with people who do not exist. You can try everything in it.
promise-sealed = Sealed with your passphrase. Without it nobody can read the list.
promise-offline = Works without internet, for months if it has to.
promise-undo = What you do can be taken back.
other-register = Another register, or a new one
passphrase = Passphrase
unlock = Unlock
unlocking = Unlocking…
create-title = Create a register
create-place = Which barangay or municipality?
create-place-hint = Type the first letters and choose from the list.
create-label = Name on the unlock screen
create-label-hint = May stay empty. Others may see it: use a place, not a person.
create-officer = Your name
create-officer-hint = May stay empty. Kept sealed inside; it shows who confirmed an entry.
create-passphrase-hint = At least 12 characters. Five words that do not belong together are easy to keep and hard to guess.
suggest = Suggest one
strength-too-short = Too short
strength-weak = Easy to guess
strength-fair = Good
strength-strong = Very good
passphrase-again = Passphrase again
passphrase-mismatch = The two passphrases are not the same.
passphrase-warning = Write the passphrase down and keep it in a safe place. Nobody can find it out for you.
create-submit = Create the register
creating = Creating…
place-hits = { $count ->
    [0] No place found
    [one] One place found
   *[other] { $count } places found
}
place-chosen = Chosen: { $place }
place-none = No place of that name. Try fewer letters.
place-word = Place
level-barangay = barangay
level-municipality = municipality
level-city = city
level-province = province
level-region = region
level-area = area

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

## People
people-list = List of people
person-pane = Person
people-search = Name, nickname, phone, place…
people-found = { $count ->
    [0] Nobody found
    [one] One person
   *[other] { $count } people
}
people-none = Nobody found
people-none-text = Try fewer letters, another spelling, or the name of a family member.
nobody-chosen = Choose somebody from the list
nobody-chosen-text = Type / to search. Arrow keys move through the list, Enter opens.
filters = Filters
filters-on = Filters ({ $count })
filters-clear = Clear filters
filter-anywhere = Anywhere
filter-stale = Only people not confirmed for half a year
barangay = Barangay
row-conflict = two answers
row-no-contact = no family contact
row-never = never confirmed
row-confirmed = confirmed { $when }
why-surname = surname
why-given = given name
why-middle = middle name
why-nickname = nickname
why-contact = family contact
why-phone = phone
why-place = place
why-employer = employer
why-sounds_like = sounds alike

## A person
person-gone = This person is not in the register
person-gone-text = The entry was removed or belongs to another register.
nickname-is = called { $name }
contacts-title = Whom to call, in this order
contacts-none = No family contact yet. In a crisis nobody could be asked.
contact-add = Add a contact
contact-no-phone = No number yet
contact-nameless = Name not known
knows-where = Knows where they are
best-hours = Best hours: { $hours }
call = Call
message = Message
call-name = Call { $name }, { $number }
message-name = Message { $name }, { $number }
phone-unread = Cannot be dialled as written
work-title = Abroad
about-title = At home and about the person
year-departed = Left in
consent-title = Consent and source
consent-none = No consent recorded yet.
consent-given = Yes: { $purpose }
consent-refused = No: { $purpose }
consent-how = { $how }, { $by }, { $when }
source-sheet = From { $file }, sheet { $sheet }, row { $row }
purpose-hold = keep in this register
purpose-buffer = keep sealed at the buffer
purpose-emergency = open the card in an emergency
purpose-desk = share with a named desk
purpose-statistics = count in statistics
how-spoken = said
how-signed = signed
how-thumb_mark = thumb mark
how-sheet = on the sheet
confirm-title = Is this still right?
confirm-last = Last confirmed on { $when } by { $by }, told by { $from }.
confirm-never = Nobody has confirmed this yet.
confirm-who = Tap on who told you:
confirm-themselves = Themselves
confirmed-toast = { $name } is confirmed
removed-toast = { $name } is removed
conflict-title = Two officers wrote different things
conflict-line = { $field }: also { $others }
conflict-settle = Settle it
history-title = History
history-none = Nothing has been changed yet.
source-typed = typed
source-import = from a sheet
source-sync = from another device
source-merge = from a merge
source-undo = taken back
source-erase = erased
source-attempt = from a call
sex-F = Woman
sex-M = Man
sex-X = Other
birth-age = about { $age } years old in { $year }

## Fields
field-surname = Surname
field-given = Given name
field-middle = Middle name
field-suffix = Suffix (Jr., III)
field-nickname = Nickname
field-birth = Born
field-sex = Sex
field-barangay = Home barangay
field-purok = Purok or sitio
field-country = Country
field-place = City or area
field-vessel = Ship or shipping line
field-occupation = Work
field-employer = Employer or household
field-worksite = Worksite or vessel
field-phones = Own phones
field-emails = E-mail
field-handles = Messenger, Facebook
field-language = Language
field-emergency_note = Note for emergencies
field-contacts = Family contacts
field-removed = Removed from the register
field-confirmed = Confirmed
field-civil_status = Civil status
field-remarks = Remarks
field-full_name = Whole name
field-birth_date = Birth date
field-age = Age
field-address = Address
field-destination = Country or destination
field-destination_place = City abroad
field-destination_employer = Country and employer
field-sea_based = Works at sea
field-phone = Own phone
field-phone_both = Phones of both
field-email = E-mail
field-handle = Messenger, Facebook
field-year_departed = Year of leaving
field-agency = Agency
field-consent = Consent
field-row_number = Running number
field-record_id = Record number
field-form_index = Form number
field-parent_index = Number of the form above
field-ignore = Left out
field-not_collected = Not collected, to protect people
field-returned = Return
field-attempt = Call outcome
field-note = Note
field-provenance = Source
field-not_same = Not the same person
field-unknown = Something of a newer version
field-of-contact = { $field } (contact { $number })
field-contact-name = Family contact
field-contact-relation = Relation
field-contact-phones = Family phone
field-contact-name_relation = Family contact and relation
field-contact-name_phone = Family contact and phone
field-contact-handle = Messenger of the family
field-contact-language = Language of the family
field-contact-place = Where the contact lives
field-contact-hours = Best hours to call
field-contact-knows_where = Contact knows where they are
field-contact-removed = Contact removed

## Adding and editing
add-person = Add a person
edit-title = Edit
minute-title = The first minute
where-to = Where to?
contact-first = Family contact
contact-name = Name of the contact
contact-relation = Who is this to them?
contact-more = More about this contact
contact-hours = Best hours to call
contact-lives = Where they live
contact-handle = Messenger, Facebook
contact-remove = Remove this contact
contact-add-another = Add another contact
contact-place = Call as number { $place }
contact-moved = { $name } is now number { $place }
earlier = Earlier
later-order = Later
phone = Phone
phone-add = Add a phone
phone-add-another = Another phone
phone-remove = Remove this phone
phone-dialled = Dialled as { $number }
phone-warning-phone_unreadable = This does not look like a number. It is kept as written.
phone-warning-phone_too_short = Too short? It is kept as written.
phone-warning-phone_too_long = Too long? It is kept as written.
phone-warning-phone_digits_lost = Digits were lost. It is kept as written.
phone-warning-phone_masked = Digits are hidden. It is kept as written.
phone-warning-phone_ambiguous = Which country? Start with + and the country's number.
phone-warning-phone_leftover = Not all of this is a number. It is kept as written.
part-home = At home
part-work = Work abroad
part-person = About the person
birth-by-date = Date or year
birth-by-age = Only the age
year = Year
month = Month
day = Day
age-now = Age now
emergency-hint = Opened only in an emergency: medicine, papers, danger.
draft-resumed = You had begun to write here. It is all still there.
draft-drop = Start again from what is saved
alike-title = Already in the register?
alike-decide = Open the entry to check. If this is another person, save.
save-anyway = Save as another person
saved-toast = { $name } is saved
nothing-changed = Nothing had changed
relation-spouse = husband or wife
relation-partner = partner
relation-mother = mother
relation-father = father
relation-child = child
relation-sibling = brother or sister
relation-grandparent = grandparent
relation-grandchild = grandchild
relation-aunt_uncle = aunt or uncle
relation-cousin = cousin
relation-niece_nephew = niece or nephew
relation-parent_in_law = parent-in-law
relation-child_in_law = son- or daughter-in-law
relation-sibling_in_law = brother- or sister-in-law
relation-godparent = godparent
relation-guardian = guardian
relation-neighbour = neighbour
relation-friend = friend
relation-employer = employer
relation-other = other
relation-self = themselves
speech-fil = Filipino, Tagalog
speech-ceb = Cebuano
speech-ilo = Ilocano
speech-hil = Hiligaynon
speech-bik = Bikol
speech-war = Waray
speech-pam = Kapampangan
speech-pag = Pangasinan
speech-en = English
speech-ar = Arabic
speech-zh = Chinese
speech-es = Spanish
speech-it = Italian

## Import
import-title = Bring a sheet
import-choose-title = Your sheet, as it is
import-choose-text = Excel, OpenDocument, CSV, Kobo, vCard or PFIF. Titles, merged cells and several sheets are fine. Nothing is written before you have seen it.
import-choose = Choose a file
import-reading = Reading…
import-drop = Or drop it here. Up to 64 MB.
import-sample = Try the sample
import-sample-text = A messy sheet with invented people.
import-check-title = Is this right?
import-confirm = { $count ->
    [one] Bring in one person
   *[other] Bring in { $count } people
}
import-drop-preview = Do not bring it in
import-running-text = You can look at other screens meanwhile.
import-done = { $persons ->
    [one] One person
   *[other] { $persons } people
} and { $contacts ->
    [one] one family contact
   *[other] { $contacts } family contacts
} are in the register now.
import-duplicates = { $count ->
    [one] One person may be there twice.
   *[other] { $count } people may be there twice.
} Look at them when you have time.
import-undo = Take the import back
import-undo-of = Undo the import of { $file }, { $when }
import-undone = { $count ->
    [one] One person was taken out again.
   *[other] { $count } people were taken out again.
}
imports-title = Earlier imports
import-persons = { $count ->
    [one] one person
   *[other] { $count } people
}
see-people = See the people
preview-sum = { $persons ->
    [one] One person
   *[other] { $persons } people
} and { $contacts ->
    [one] one family contact
   *[other] { $contacts } family contacts
} would be added.
preview-already = { $count ->
    [one] One person is already there and is not added twice.
   *[other] { $count } people are already there and are not added twice.
}
preview-refused = { $count ->
    [one] One person said no and stays out.
   *[other] { $count } people said no and stay out.
}
preview-undoable = The whole import can be taken back later.
preview-nothing = Nobody would be added. Check below which sheet and which columns are taken.
problems-title = Cells to look at: { $count }
problems-none = Every cell could be read.
problems-text = They are kept as written. You can bring the sheet in and settle them later.
problems-first = The first { $shown } of { $count } are shown.
problem-ambiguous_date = Day or month first?
problem-impossible_date = There is no such day
problem-unreadable_date = This date could not be read
problem-date_in_future = This date is in the future
problem-date_out_of_range = This date is too long ago
problem-age_in_birth_column = An age, not a birth date
problem-unreadable_age = This age could not be read
problem-age_does_not_fit = Age and birth date do not fit
problem-unreadable_year = This year could not be read
problem-unreadable_choice = This answer could not be read
problem-name_incomplete = Part of the name is missing
problem-name_split_guessed = Which part is the surname?
problem-phone_unreadable = This phone could not be read
problem-phone_digits_lost = The sheet program lost digits of this phone
problem-phone_masked = Digits of this phone are hidden
problem-phone_too_short = This phone has too few digits
problem-phone_too_long = This phone has too many digits
problem-phone_ambiguous = This phone could belong to two countries
problem-phone_leftover = There is more in this cell than phones
problem-phones_not_lined_up = Which phone belongs to which contact?
problem-email_unreadable = This e-mail could not be read
problem-consent_refused = Said no and stays out
problem-unknown_relation = This relation is not known
problem-barangay_unknown = This barangay was not found
problem-barangay_missing = No barangay is given
problem-destination_guessed = Was the country guessed right?
problem-destination_unknown = This destination is not known
problem-destination_leftover = Part of this destination was not understood
problem-phone_owner_unclear = Whose phone is this?
problem-no_such_submission = Belongs to a form that is missing
sample-title = As they would be written
sheets-title = Sheets and columns
sheets-text = Change what was misunderstood. The sum above follows.
sheet-rows = { $count ->
    [one] one row with a person
   *[other] { $count } rows with people
}
columns-title = { $count ->
    [one] One column
   *[other] { $count } columns
}
column-is = Column { $column }, { $header }, is
column-nameless = No title
column-ignored = Left out
left-out-hidden = Hidden in the workbook. Tick it if these people belong in.
left-out-left_out = Left out by you.
left-out-no_header = No titles were found, so the columns are not known.
left-out-empty = Empty.
step-reading = Reading the sheet
step-matching = Looking for people already there
step-saving = Saving
step-sending = Sending
step-receiving = Receiving

## Safety of the register
sync-title = How safe is the register?
ladder-title = From this device to an emergency
rung-saved = Saved here
rung-sent = Sent
rung-kept = Kept by the buffer
rung-releasable = Can be opened in an emergency
rung-state-proven = proven
rung-state-partly = partly
rung-state-not-yet = not yet
rung-saved-figure = { $count ->
    [one] One person, sealed on this device.
   *[other] { $count } people, sealed on this device.
}
rung-sent-figure = { $count ->
    [0] Nothing waits to be sent.
    [one] One change waits to be sent.
   *[other] { $count } changes wait to be sent.
}
rung-kept-figure = { $count ->
    [0] The buffer has confirmed nothing yet.
    [one] The buffer confirmed one record. It cannot read it.
   *[other] The buffer confirmed { $count } records. It cannot read them.
}
rung-releasable-none = No custodian has confirmed yet.
rung-releasable-figure = { $j } of { $n } custodians confirmed that they can help. { $k } are needed.
only-device = One laptop away from losing it
only-device-text = Only this device can read the notes and the history. Join a federation or add a second device.
buffer = Buffer
sync-never = Never exchanged.
sync-last = Last exchanged: { $when }
sync-last-try = Last try: { $when }
sync-devices = { $count ->
    [one] One device of this register is known.
   *[other] { $count } devices of this register are known.
}
sync-nothing-lost = Nothing is lost. Everything is saved here and goes out with the next try.
sync-now = Exchange now
sync-done = Done. Sent: { $pushed }. Received: { $pulled }.
sync-conflicts = { $count ->
    [one] In one place two officers wrote different things. Both are kept.
   *[other] In { $count } places two officers wrote different things. All is kept.
}
join-title = Join a federation
join-text = Your federation gives you an address and twelve words, on paper or in person. Never by message.
join-buffer = Address of the buffer
join-words = The twelve words
join-count = { $count } of 12 words
join-compare-title = Are these the same six words?
join-compare-text = Ask the organisation that invited you to read its six words aloud, by phone or in person. Join only when all six are the same.
join-same = They are the same, join
join-differ = They differ, stop
join-stopped = Nothing was joined. Tell your federation that the words differ.
join = Join

## Calls
campaigns-title = Calls
campaigns-none = Nobody has to be called now
campaigns-none-text = When a crisis is declared, the people of your register who are there appear here.
campaign-line = { $hazard }, alert level { $level }, since { $when }
campaign-since = { $hazard }, since { $when }
campaign-progress = Calls done
campaign-done = { $done } of { $total } people have an answer
campaign-unreported = { $count ->
    [one] One outcome not reported yet
   *[other] { $count } outcomes not reported yet
}
campaign-call = Call
campaign-look = Look at the list
drill = DRILL
drill-name = Drill: { $country }
drill-title = Start a drill
drill-text = Practise the calls for one country. Only on this device; nobody is in danger and nothing is reported.
drill-start = Start the drill
drill-nobody = There is nobody with a destination in the register yet.
drill-nobody-in-danger = DRILL, nobody is in danger
hazard-conflict = Conflict
hazard-disaster = Disaster
hazard-health = Danger to health
hazard-economic = Work lost
hazard-accident = Accident
hazard-drill = Practice
call-list-empty = Nobody of this register is there
call-list-empty-text = Nobody has to be called for this one.
script-title = What to say
script-greeting = Good day. I am calling from the barangay about your family member abroad.
script-who = Who am I speaking with, please? How are you related?
script-drill = This is a drill. Nobody is in danger.
question-safe = When did you last hear from them, and were they safe?
question-needs = Is there anything they need? Has their number or place changed?
script-thanks = Thank you. We will call again if there is news.
tasks-title = Calling order
whom-to-call = Whom to call
no-number = No number to call
number-bad = Wrong or off last time
answered = Somebody answered
not-answered = Nobody answered
outcome-safe = Reached and safe
outcome-needs-help = Needs help
outcome-no-news = No news
outcome-declines = Does not want contact
outcome-no-answer = No answer
outcome-call-back = Call back later
outcome-wrong-number = Wrong number
outcome-number-off = Number is off
outcome-left-message = Left a message
outcome-visited = Visited, safe
outcome-toast = { $name }: { $outcome }
needs-title = What is needed?
needs-save = Save: needs help
need-medical = Doctor or medicine
need-shelter = Shelter
need-food = Food or water
need-repatriation = A way home
need-legal = Legal help
need-wages = Wages or contract
need-protection = Protection from violence
need-psychosocial = Somebody to talk to
consent-referral = The family agrees that the desk learns the name
attempts = So far
counts = Counts
count-todo = { $count } to call
count-call_back = { $count } to call back
count-safe = { $count } safe
count-needs_help = { $count ->
    [one] one needs help
   *[other] { $count } need help
}
count-no_news = { $count } without news
count-other = { $count } other
state-todo = to call
state-call_back = call back
state-safe = safe
state-needs_help = needs help
state-no_news = no news
state-other = other
call-after = after { $when }
result-reached = reached
result-call_back = call back later
result-busy = busy
result-no_answer = no answer
result-left_message = left a message
result-wrong_number = wrong number
result-number_off = number is off
result-not_attempted = not tried yet
result-visited = visited
safety-safe = safe
safety-needs_help = needs help
safety-no_news = no news
safety-missing = missing
safety-injured = injured
safety-dead_reported = reported dead
safety-declines_contact = does not want contact

## Settings
language = Language
language-explain = Kept until the program is closed.
slash-searches = The key / jumps to the search
keys-title = Keys
keys-search = Search
keys-arrows = Move in a list
keys-enter = Open
keys-escape = Back, or empty the search
this-register = This register
auto-lock = Locks by itself
auto-lock-minutes = { $count ->
    [one] after one minute without use
   *[other] after { $count } minutes without use
}
version = Version

## Errors: every code has its words
error-with-place = { $error } ({ $place })
error-locked = The register is locked. Please unlock it.
error-wrong_passphrase = This passphrase does not open the register.
error-weak_passphrase = This passphrase is too easy to guess. Make it longer.
error-in_use = Another window has this register open.
error-not_a_register = There is no register here.
error-already_there = There is already a register here.
error-damaged = The register's file is damaged. It was moved aside, not deleted.
error-too_new = This register was written by a newer version of Ugnay. Please update.
error-disk = The disk is full or cannot be written to.
error-not_found = This is no longer there.
error-bad_input = Something in the form cannot be accepted.
error-file_empty = The file is empty.
error-file_too_large = The file is too large. Up to 64 MB can be read.
error-file_not_a_sheet = This is not a sheet that can be read.
error-file_protected = The file is protected by a password.
error-file_damaged = The file ends too early or is damaged.
error-cancelled = Stopped. Nothing was written.
error-no_buffer = No federation has been joined yet.
error-buffer_unreachable = The buffer does not answer.
error-buffer_slow = The buffer took too long.
error-buffer_certificate = The buffer could not prove that it is the right one.
error-buffer_nonsense = The buffer answered something that makes no sense.
error-buffer_refused = The buffer refused.
error-buffer_alarm = The buffer shows something else than before. Nothing here was changed.
error-cannot_undo = This cannot be taken back any more: something else has changed since.
error-refused = A check refused this step. Nothing was changed.
refused-waiting_for_ticket = You have joined. The federation has not let this register in yet. Try again later.
refused-fingerprint = The six words are not those of this federation. Nothing was joined.
refused-no_such_invitation = This invitation was not found. Ask your federation for a new one.
error-internal = A fault in the program. What was saved is still there.
bad-input-place = Please choose a place from the list.
bad-input-words = Please check the twelve words.
bad-input-buffer = Please check the address.
bad-input-name_needed = A name is needed: the given name or the surname.
bad-input-too_long = Something is too long. Please shorten it.
bad-input-too_many = There are too many entries in one place.
bad-input-control_character = There is a character that cannot be kept. Please type it again.
advice-damaged = Do not delete anything. Ask your federation for help.
advice-disk = Make room on the disk, then try again.
advice-in_use = Close the other window, then try again.
advice-file_protected = Open it in your spreadsheet program, save it without a password, and try again.
advice-file_not_a_sheet = Save it as XLSX or CSV in your spreadsheet program and try again.
advice-file_too_large = Delete pictures from the sheet, or save each barangay as a file of its own.
advice-buffer_unreachable = Go on working. Try again when there is internet.
advice-buffer_alarm = Please tell your federation before you exchange again.
advice-buffer_certificate = Check the date and time of this device. If they are right, ask your federation.
advice-internal = Please lock, close the program, and open it again.
