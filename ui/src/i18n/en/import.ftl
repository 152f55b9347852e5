## Import
import-title = Bring a sheet
import-choose-title = Your sheet, as it is
import-choose-text = Excel, OpenDocument, CSV, Kobo, vCard or PFIF. Titles, merged cells and several sheets are fine. Nothing is written before you have seen it.
import-choose = Choose a file
import-rows = { $count ->
    [one] One row so far
   *[other] { $count } rows so far
}
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
problem-two_countries = Two countries in one cell: which one is it?
problem-said_returned = It says this person came home. Is that so?
problem-said_died = It says this person died. Is that so?
problem-age_not_exact = This age is not exact
problem-differs = Different from the register
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
step-understanding = Understanding the rows
step-matching = Looking for people already there
step-saving = Saving
step-sending = Sending
step-receiving = Receiving
