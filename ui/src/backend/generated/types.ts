// Generated from crates/app/src/dto by `cargo xtask codegen`. Do not edit.

export type ErrorCode = "locked" | "wrong_passphrase" | "weak_passphrase" | "in_use" | "not_a_register" | "already_there" | "damaged" | "too_new" | "disk" | "not_found" | "bad_input" | "file_empty" | "file_too_large" | "file_not_a_sheet" | "file_protected" | "file_damaged" | "cancelled" | "no_buffer" | "buffer_unreachable" | "buffer_slow" | "buffer_certificate" | "buffer_nonsense" | "buffer_refused" | "buffer_alarm" | "device_revoked" | "cannot_undo" | "refused" | "internal";

export type AlarmKind = "rollback" | "fork" | "gone" | "held_back" | "other_bytes" | "foreign_writer" | "next_epoch" | "not_in_log" | "signatures" | "other";

export type AlarmSeen = { 
/**
 * Its kind.
 */
kind: AlarmKind, 
/**
 * The rule that was broken, for whoever looks into it.
 */
code: string, };

export type AppError = { 
/**
 * What went wrong.
 */
code: ErrorCode, 
/**
 * The input field concerned, if one is.
 */
field: string | null, 
/**
 * The file concerned, if one is.
 */
file: string | null, 
/**
 * The sheet concerned, if one is.
 */
sheet: string | null, 
/**
 * The 1-based row concerned, if one is.
 */
row: number | null, 
/**
 * The column letters concerned, if one is.
 */
column: string | null, 
/**
 * A further stable code or figure; never personal data.
 */
detail: string | null, 
/**
 * Of an alarm, what kind it is.
 */
alarm: AlarmKind | null, };

export type RegisterEntry = { 
/**
 * Folder name; used to unlock.
 */
id: string, 
/**
 * The label its officer gave it (a place, never a person).
 */
label: string, 
/**
 * Whether it is a demo register with invented people.
 */
demo: boolean, };

export type Status = { 
/**
 * Registers on this device.
 */
registers: Array<RegisterEntry>, 
/**
 * The open one, if any.
 */
session: SessionInfo | null, 
/**
 * The app's version.
 */
version: string, };

export type SessionInfo = { 
/**
 * Folder name.
 */
id: string, 
/**
 * Label.
 */
label: string, 
/**
 * PSGC code of the register's area.
 */
place: string, 
/**
 * The area's name in words, e.g. `Dita, Cuenca, Batangas`.
 */
placeName: string, 
/**
 * Demo register.
 */
demo: boolean, 
/**
 * Persons in it.
 */
persons: number, 
/**
 * Seconds without use after which it locks itself.
 */
autoLockAfter: number, };

export type CreateRegister = { 
/**
 * PSGC code of a barangay or municipality.
 */
place: string, 
/**
 * Label shown on the unlock screen; empty takes the place's name.
 */
label: string, 
/**
 * The officer's name, kept inside only.
 */
officer: string, 
/**
 * The passphrase.
 */
passphrase: string, };

export type Home = { 
/**
 * Persons in the register.
 */
persons: number, 
/**
 * Persons with no family contact that can be called.
 */
withoutContact: number, 
/**
 * Persons not confirmed for half a year or never.
 */
stale: number, 
/**
 * Persons with values that contradict each other after a merge.
 */
conflicts: number, 
/**
 * Pairs that may be one person, as far as they were looked for.
 */
duplicates: number, 
/**
 * Cells of imports still to be looked at.
 */
importLater: number, 
/**
 * Persons who are in no request because of where they live.
 */
outside: number, 
/**
 * Changes not yet sent.
 */
unsent: number, 
/**
 * Open campaigns with people of this register still to call.
 */
openCampaigns: Array<CampaignRow>, 
/**
 * Where the people are, most first.
 */
destinations: Array<DestinationCount>, };

export type DestinationCount = { 
/**
 * ISO code, `XS` sea-based, `ZZ` unknown.
 */
country: string, 
/**
 * The country's name in English.
 */
name: string, 
/**
 * Persons.
 */
persons: number, };

export type DuplicatePair = { 
/**
 * One.
 */
a: DuplicateSide, 
/**
 * The other.
 */
b: DuplicateSide, 
/**
 * Probability 0-1.
 */
score: number, 
/**
 * Why, strongest first.
 */
why: Array<Why>, };

export type DuplicateSide = { 
/**
 * Person id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Sheet and row it came from, as `SHEET!17`.
 */
source: string, };

export type ListRow = { 
/**
 * 1-based row.
 */
row: number, 
/**
 * Person id, if somebody comes near.
 */
id: string | null, 
/**
 * Probability 0-1.
 */
score: number, 
/**
 * Why, in English words.
 */
why: Array<string>, 
/**
 * `propose`, `unsure` or `none`.
 */
decision: string, };

export type PeopleQuery = { 
/**
 * Typed text; empty lists all by surname.
 */
text: string, 
/**
 * Only this destination (ISO code; `XS` at sea, `ZZ` not known).
 */
country: string | null, 
/**
 * Only this barangay (PSGC).
 */
barangay: string | null, 
/**
 * Only this purok, but for case.
 */
purok: string | null, 
/**
 * Only this employer or household, but for case.
 */
employer: string | null, 
/**
 * `fresh` (confirmed within half a year), `stale` (not, or never), `never`.
 */
freshness: string | null, 
/**
 * Said to be back home, or not.
 */
returned: boolean | null, 
/**
 * What was said about a purpose: `emergency:given`, `emergency:refused`, `emergency:unasked` and so on.
 */
consent: string | null, 
/**
 * Only those without any phone to call.
 */
noPhone: boolean, 
/**
 * Only those with values that contradict each other.
 */
conflict: boolean, 
/**
 * Only those who are in no request because of where they live.
 */
outside: boolean, 
/**
 * Answer at once, even if only the beginnings of words were looked at (see [`PeoplePage::complete`]).
 */
quick: boolean, 
/**
 * Skip so many.
 */
offset: number, 
/**
 * Return at most so many (1-500).
 */
limit: number, };

export type PeoplePage = { 
/**
 * All that match.
 */
total: number, 
/**
 * This page.
 */
rows: Array<PersonRow>, 
/**
 * False while misspelt words were not looked for yet: asked again once the search is warm, there may be more.
 */
complete: boolean, };

export type PersonRow = { 
/**
 * Person id.
 */
id: string, 
/**
 * `Surname, Given Middle Suffix`.
 */
name: string, 
/**
 * Nickname.
 */
nickname: string | null, 
/**
 * PSGC code of the home barangay.
 */
barangay: string | null, 
/**
 * Its name.
 */
barangayName: string | null, 
/**
 * Purok.
 */
purok: string | null, 
/**
 * Destination, ISO code.
 */
country: string | null, 
/**
 * The country's name in English.
 */
countryName: string | null, 
/**
 * Destination place.
 */
place: string | null, 
/**
 * First contact in calling order.
 */
firstContact: string | null, 
/**
 * Last confirmation.
 */
confirmedAt: number | null, 
/**
 * Values contradict each other after a merge.
 */
conflict: boolean, 
/**
 * How well it matches (0-1), when searching.
 */
score: number | null, 
/**
 * Why it matches, as codes (`surname`, `given`, `middle`, `nickname`, `contact`, `phone`, `place`, `employer`, `sounds_like`).
 */
why: Array<string>, };

export type PhoneDto = { 
/**
 * As typed.
 */
typed: string, 
/**
 * E.164, if it could be read.
 */
e164: string | null, };

export type PhoneCheck = { 
/**
 * As it will be dialled, if it could be read.
 */
e164: string | null, 
/**
 * In spaced form for reading aloud.
 */
shown: string, 
/**
 * The country of the number.
 */
country: string | null, 
/**
 * Warning code (`phone_unreadable`, `phone_too_short`, `phone_too_long`, …), never a refusal.
 */
warning: string | null, };

export type ContactDto = { 
/**
 * Contact id; empty for a new one.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Relation code of the closed list, or empty.
 */
relation: string, 
/**
 * Phones, best first; only `typed` is read when saving.
 */
phones: Array<PhoneDto>, 
/**
 * Handle.
 */
handle: string, 
/**
 * Language, BCP 47.
 */
language: string, 
/**
 * Where they live.
 */
place: string, 
/**
 * Best hours.
 */
hours: string, 
/**
 * Knows where the person works.
 */
knowsWhere: boolean, };

export type PersonInput = { 
/**
 * Person id; empty for a new person.
 */
id: string, 
/**
 * Surname.
 */
surname: string, 
/**
 * Given names.
 */
given: string, 
/**
 * Middle name.
 */
middle: string, 
/**
 * Suffix.
 */
suffix: string, 
/**
 * Nickname.
 */
nickname: string, 
/**
 * Birth: `1990-05-03`, `1990-05`, `1990` or `~35@2025`.
 */
birth: string, 
/**
 * `F`, `M`, `X` or empty.
 */
sex: string, 
/**
 * PSGC code of the home barangay.
 */
barangay: string, 
/**
 * Purok.
 */
purok: string, 
/**
 * Destination, ISO code.
 */
country: string, 
/**
 * Destination place.
 */
place: string, 
/**
 * Works at sea.
 */
seaBased: boolean, 
/**
 * Occupation.
 */
occupation: string, 
/**
 * Employer.
 */
employer: string, 
/**
 * Worksite or vessel.
 */
worksite: string, 
/**
 * Own phones; only `typed` is read when saving.
 */
phones: Array<PhoneDto>, 
/**
 * E-mail addresses.
 */
emails: Array<string>, 
/**
 * Handles.
 */
handles: Array<string>, 
/**
 * Language, BCP 47.
 */
language: string, 
/**
 * Emergency note.
 */
emergencyNote: string, 
/**
 * Came home: `2024-05-03`, `2024-05` or `2024`, `yes` where nobody said when, empty while abroad. What an import took from a
 * list may be its own words; they stay until something else is chosen.
 */
returned: string, 
/**
 * Contacts in calling order.
 */
contacts: Array<ContactDto>, };

export type PersonDetail = { 
/**
 * The card.
 */
card: PersonInput, 
/**
 * The name for headings.
 */
name: string, 
/**
 * Home barangay in words.
 */
barangayName: string | null, 
/**
 * Destination country in words.
 */
countryName: string | null, 
/**
 * Last confirmation.
 */
confirmed: ConfirmationDto | null, 
/**
 * Fields whose other values were kept at a merge: field code and the other values.
 */
conflicts: Array<ConflictDto>, 
/**
 * The case file.
 */
case: CaseDto, 
/**
 * Entries that were merged into this one.
 */
merged: Array<MergedFrom>, 
/**
 * History, newest first.
 */
history: Array<HistoryRow>, 
/**
 * In no request: the barangay lies outside of the register's municipality, or none is known.
 */
outside: boolean, };

export type ConfirmationDto = { 
/**
 * When.
 */
at: number, 
/**
 * By which officer.
 */
by: string, 
/**
 * From whom.
 */
from: string, };

export type ConflictDto = { 
/**
 * Field code, e.g. `phones`.
 */
field: string, 
/**
 * The values beside the one shown.
 */
others: Array<string>, };

export type CaseDto = { 
/**
 * Civil status as said.
 */
civilStatus: string | null, 
/**
 * Remarks.
 */
remarks: string | null, 
/**
 * Year of departure.
 */
yearDeparted: number | null, 
/**
 * Imported from: file, sheet, row.
 */
source: SourceDto | null, 
/**
 * Consents by purpose code.
 */
consents: Array<ConsentDto>, };

export type SourceDto = { 
/**
 * File name.
 */
file: string, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * 1-based row.
 */
row: number, };

export type ConsentDto = { 
/**
 * `hold`, `buffer`, `emergency`, `desk`, `statistics`.
 */
purpose: string, 
/**
 * Given or refused.
 */
given: boolean, 
/**
 * When.
 */
at: number, 
/**
 * Who.
 */
by: string, 
/**
 * How: `spoken`, `signed`, `thumb_mark`, `sheet`.
 */
how: string, };

export type HistoryRow = { 
/**
 * When.
 */
at: number, 
/**
 * Field code.
 */
field: string, 
/**
 * Before, in words.
 */
before: string | null, 
/**
 * After, in words.
 */
after: string | null, 
/**
 * `typed`, `import`, `sync`, `merge`, `undo`.
 */
source: string, 
/**
 * The change set, for undoing.
 */
changeSet: string, 
/**
 * Who did it: the officer, or the device it came from; empty where neither is known.
 */
by: string, 
/**
 * It put something else in the place of what was held.
 */
correction: boolean, };

export type Saved = { 
/**
 * The person.
 */
id: string, 
/**
 * The change set, for undoing; nothing when nothing changed.
 */
changeSet: string | null, };

export type LookAlike = { 
/**
 * Who.
 */
row: PersonRow, 
/**
 * Probability 0-1.
 */
score: number, 
/**
 * Reasons, strongest first.
 */
why: Array<Why>, };

export type LookAlikes = { 
/**
 * The most alike first.
 */
found: Array<LookAlike>, 
/**
 * False while not everybody was compared yet: who is misspelt may come still.
 */
complete: boolean, };

export type PlaceHit = { 
/**
 * PSGC code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * The whole path, e.g. `Dita, Cuenca, Batangas`.
 */
path: string, 
/**
 * `barangay`, `municipality`, `city`, `province`, `region`.
 */
level: string, };

export type CountryOption = { 
/**
 * ISO code, or `XS` for sea-based.
 */
code: string, 
/**
 * Name in English.
 */
name: string, 
/**
 * Name in Filipino.
 */
nameFil: string, 
/**
 * Whether it is one of the standard destinations.
 */
standard: boolean, };

export type ImportPreview = { 
/**
 * Names this preview in the calls that follow.
 */
token: string, 
/**
 * File names.
 */
files: Array<string>, 
/**
 * The sheets.
 */
sheets: Array<SheetPreview>, 
/**
 * Persons that would be added.
 */
persons: number, 
/**
 * Family contacts that would be added.
 */
contacts: number, 
/**
 * Rows of people already in the register, which add nothing.
 */
alreadyThere: number, 
/**
 * Cells of those rows that say otherwise than the register; they stand among the problems.
 */
differing: number, 
/**
 * They are taken over with the import.
 */
update: boolean, 
/**
 * Rows kept out because consent was refused.
 */
refusedConsent: number, 
/**
 * Rows with problems to look at, the first 500.
 */
problems: Array<ImportProblem>, 
/**
 * All problems.
 */
problemsTotal: number, 
/**
 * The first persons as they would be written.
 */
sample: Array<PersonRowPreview>, 
/**
 * Cells corrected so far; the file itself is not touched.
 */
fixes: Array<FixedCell>, };

export type SheetPreview = { 
/**
 * Index within the preview.
 */
index: number, 
/**
 * File it is in.
 */
file: string, 
/**
 * Sheet name.
 */
name: string, 
/**
 * Hidden in the workbook.
 */
hidden: boolean, 
/**
 * Whether its rows are taken.
 */
included: boolean, 
/**
 * Why it is left out, if it is (`hidden`, `no_header`, `empty`, `left_out`).
 */
reason: string | null, 
/**
 * Somebody said whether it is taken, now or for an earlier sheet of this shape and name.
 */
decided: boolean, 
/**
 * 1-based rows of the header.
 */
headerRows: Array<number>, 
/**
 * Rows with persons; of a sheet that is left out, those it would bring.
 */
personRows: number, 
/**
 * Order of dates that have two readings, as somebody chose it: `dmy`, `mdy`.
 */
dateOrder: string | null, 
/**
 * Dates of this sheet that have two readings.
 */
ambiguousDates: number, 
/**
 * Rows of this sheet whose barangay nobody said.
 */
withoutBarangay: number, 
/**
 * The barangay taken for its people, in words.
 */
barangayName: string | null, 
/**
 * PSGC code of that barangay.
 */
barangay: string | null, 
/**
 * The columns.
 */
columns: Array<ColumnPreview>, };

export type ColumnPreview = { 
/**
 * Letters, as the spreadsheet shows them.
 */
column: string, 
/**
 * The header's text.
 */
header: string, 
/**
 * Field code it is taken for; empty when left out.
 */
field: string, 
/**
 * A few values.
 */
samples: Array<string>, };

export type ImportProblem = { 
/**
 * File.
 */
file: string, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * 1-based row; of a file without sheets the entry's number.
 */
row: number, 
/**
 * Column letters; of a file without sheets the entry's property.
 */
column: string | null, 
/**
 * Field code.
 */
field: string | null, 
/**
 * Problem code, e.g. `ambiguous_date`.
 */
code: string, 
/**
 * The doubtful part, as typed.
 */
detail: string, 
/**
 * The whole cell as it is read now.
 */
value: string, 
/**
 * It can be corrected here.
 */
fixable: boolean, };

export type PersonRowPreview = { 
/**
 * Sheet.
 */
sheet: string, 
/**
 * 1-based row.
 */
row: number, 
/**
 * Name.
 */
name: string, 
/**
 * Destination in words.
 */
destination: string, 
/**
 * Birth as understood.
 */
birth: string, 
/**
 * First contact and number.
 */
contact: string, };

export type MappingChange = { 
/**
 * Sheet index.
 */
sheet: number, 
/**
 * Take the sheet's rows or not.
 */
included: boolean | null, 
/**
 * Column letters, with `field`.
 */
column: string | null, 
/**
 * Field code for that column; empty leaves it out.
 */
field: string | null, 
/**
 * Order of dates with two readings (`dmy`, `mdy`); empty for as proposed.
 */
dateOrder: string | null, 
/**
 * PSGC code of the sheet's barangay; empty for as found.
 */
barangay: string | null, };

export type ImportResult = { 
/**
 * Names the import, for undoing.
 */
importId: string, 
/**
 * Persons added.
 */
persons: number, 
/**
 * Contacts added.
 */
contacts: number, 
/**
 * Rows that added nothing because the person was there.
 */
alreadyThere: number, 
/**
 * People of whom something was taken over.
 */
updated: number, 
/**
 * Likely duplicates to look at.
 */
duplicates: number, 
/**
 * Of the people added, those who look like somebody who was there before.
 */
lookAlike: number, 
/**
 * Cells that were corrected before.
 */
fixed: number, 
/**
 * Cells still to look at: the list that is kept.
 */
later: number, 
/**
 * What was left out, and why.
 */
left: Array<LeftOut>, };

export type CellFix = { 
/**
 * File.
 */
file: string, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * 1-based row.
 */
row: number, 
/**
 * Column letters.
 */
column: string, 
/**
 * What is read instead; nothing takes a correction back.
 */
now: string | null, };

export type FixedCell = { 
/**
 * File.
 */
file: string, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * 1-based row.
 */
row: number, 
/**
 * Column letters.
 */
column: string, 
/**
 * What the file says.
 */
was: string, 
/**
 * What is read instead.
 */
now: string, 
/**
 * Corrected so in an earlier import, and found again.
 */
earlier: boolean, };

export type LeftOut = { 
/**
 * `consent_refused`, or a whole sheet: `hidden`, `left_out`, `no_header`, `form_definition`; or a whole file, named in
 * `sheet`: `same_file`.
 */
reason: string, 
/**
 * The sheet; empty for all of them.
 */
sheet: string, 
/**
 * Rows with persons; 0 where the sheet holds none.
 */
rows: number, };

export type LaterRow = { 
/**
 * Names it, for ticking it off.
 */
id: string, 
/**
 * The person's record.
 */
person: string, 
/**
 * The person's name as it stands in the register.
 */
name: string, 
/**
 * File.
 */
file: string, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * 1-based row.
 */
row: number, 
/**
 * Column letters.
 */
column: string, 
/**
 * Field code.
 */
field: string, 
/**
 * Problem code.
 */
code: string, };

export type LaterList = { 
/**
 * The first of them, latest import first, in the order of the sheets.
 */
rows: Array<LaterRow>, 
/**
 * All of them.
 */
open: number, 
/**
 * Those ticked off.
 */
done: number, };

export type ImportRow = { 
/**
 * Id, for undoing.
 */
id: string, 
/**
 * When.
 */
at: number, 
/**
 * File names.
 */
files: Array<string>, 
/**
 * Persons it added.
 */
persons: number, 
/**
 * Taken back.
 */
undone: boolean, };

export type Progress = { 
/**
 * What is being done, as a code (`reading`, `understanding`, `matching`, `saving`, `sending`, `receiving`).
 */
step: string, 
/**
 * Done so far.
 */
done: number, 
/**
 * Of so many; 0 when not known.
 */
total: number, };

export type SyncState = { 
/**
 * The buffer's address, if one is set.
 */
buffer: string | null, 
/**
 * The federation's name, if enrolled.
 */
federation: string | null, 
/**
 * A demo federation with short times.
 */
demo: boolean, 
/**
 * Persons saved on this device.
 */
savedHere: number, 
/**
 * Records changed since they were last sent.
 */
unsent: number, 
/**
 * Records the buffer acknowledged.
 */
kept: number, 
/**
 * When the public log last committed to this register's present state, in a checkpoint enough witnesses signed.
 */
provenAt: number | null, 
/**
 * The present state is not yet proven to stand in the public log, since then. No alarm: checkpoints lag behind.
 */
unprovenSince: number | null, 
/**
 * Last time everything was exchanged.
 */
lastOk: number | null, 
/**
 * Last failure, as an error code, if the last try failed.
 */
lastError: ErrorCode | null, 
/**
 * Which alarm that was, if it was one.
 */
lastAlarm: AlarmSeen | null, 
/**
 * When the last try was.
 */
lastTry: number | null, 
/**
 * How many custodians confirmed that they can help release this register.
 */
protected: Protected | null, 
/**
 * No second reader exists: one laptop away from losing notes and history.
 */
onlyDevice: boolean, 
/**
 * Devices of this register seen in the buffer, this one included.
 */
devices: number, };

export type Protected = { 
/**
 * Confirmed.
 */
j: number, 
/**
 * Custodians.
 */
n: number, 
/**
 * Needed.
 */
k: number, 
/**
 * At least k+1 confirmed.
 */
releasable: boolean, };

export type SyncReport = { 
/**
 * Records sent.
 */
pushed: number, 
/**
 * Records received and merged.
 */
pulled: number, 
/**
 * Bytes sent.
 */
bytesOut: number, 
/**
 * Bytes received.
 */
bytesIn: number, 
/**
 * Fields where two officers wrote without knowing of each other.
 */
conflicts: number, 
/**
 * How well the register is protected now.
 */
protected: Protected | null, };

export type ShownViewDto = { 
/**
 * Text for a QR code or a file; holds no name and no number of people.
 */
text: string, 
/**
 * Entries of the public log this device has verified.
 */
entries: number, };

export type ViewCheck = { 
/**
 * The other device's label.
 */
device: string, 
/**
 * Both know the same.
 */
same: boolean, 
/**
 * The other knows writings that this device has not seen: the next exchange has to bring them.
 */
otherKnowsMore: boolean, 
/**
 * The two logs are known to be one. Otherwise that is found out at the next exchange.
 */
logCompared: boolean, };

export type JoinFederation = { 
/**
 * The buffer's address.
 */
buffer: string, 
/**
 * Twelve words handed over in person.
 */
words: string, 
/**
 * The six words of the federation's genesis, compared with the organisation that invited; empty to be told them.
 */
fingerprint: string, };

export type CampaignRow = { 
/**
 * Campaign id.
 */
id: string, 
/**
 * The crisis's name.
 */
name: string, 
/**
 * Hazard code (`conflict`, `disaster`, `health`, `economic`, `accident`, `drill`).
 */
hazard: string, 
/**
 * Alert level 1-4.
 */
level: number, 
/**
 * Destination ISO code.
 */
country: string, 
/**
 * Its name in English.
 */
countryName: string, 
/**
 * `drill` (this device only) or `federation`.
 */
origin: string, 
/**
 * Demo or drill: nobody is in danger.
 */
drill: boolean, 
/**
 * Opened at.
 */
openedAt: number, 
/**
 * Closes at.
 */
closesAt: number, 
/**
 * People of this register in scope.
 */
inScope: number, 
/**
 * Of them, those with an outcome.
 */
done: number, 
/**
 * Outcomes not yet reported to the desk.
 */
unreported: number, };

export type StartDrill = { 
/**
 * Destination ISO code.
 */
country: string, 
/**
 * Alert level 1-4, or 0 for none.
 */
level: number, };

export type CallList = { 
/**
 * The campaign.
 */
campaign: CampaignRow, 
/**
 * What to say, line by line. A line that begins with `#` is a key of the catalogue, any other the desk's own text.
 */
script: Array<string>, 
/**
 * Whom to call, those to call first at the top: as many as were asked for.
 */
tasks: Array<CallTask>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The one asked for by name, if they are on the list.
 */
task: CallTask | null, 
/**
 * Tasks by state (`todo`, `call_back`, `safe`, `needs_help`, `no_news`, `other`).
 */
counts: Array<StateCount>, };

export type CallQuery = { 
/**
 * Campaign id.
 */
campaign: string, 
/**
 * So many tasks at the top are left out.
 */
offset: number, 
/**
 * Most tasks on the page; nothing: all there are.
 */
limit: number | null, 
/**
 * Whose task is wanted besides, wherever in the list it stands; empty: nobody's.
 */
person: string, };

export type StateCount = { 
/**
 * State code.
 */
state: string, 
/**
 * Tasks.
 */
tasks: number, };

export type CallTask = { 
/**
 * Person id.
 */
person: string, 
/**
 * `Surname, Given …`.
 */
name: string, 
/**
 * Home in words.
 */
home: string, 
/**
 * Destination in words.
 */
destination: string, 
/**
 * Whom to call, family first, then the person.
 */
calls: Array<CallTarget>, 
/**
 * State code (see [`CallList::counts`]).
 */
state: string, 
/**
 * Attempts, newest first.
 */
attempts: Array<AttemptDto>, 
/**
 * Call again after.
 */
callAfter: number | null, 
/**
 * In a drill, what whoever plays the family says (see [`super::DrillTask`]).
 */
role: string | null, };

export type CallTarget = { 
/**
 * Contact id; empty for the person.
 */
contact: string, 
/**
 * Name.
 */
name: string, 
/**
 * Relation code, or `self`.
 */
relation: string, 
/**
 * The number as shown.
 */
shown: string, 
/**
 * What to dial (`+63…`), or nothing when it could not be read.
 */
dial: string | null, 
/**
 * Best hours.
 */
hours: string | null, 
/**
 * An earlier attempt said this number is wrong or off.
 */
bad: boolean, };

export type AttemptDto = { 
/**
 * Attempt id.
 */
id: string, 
/**
 * When.
 */
at: number, 
/**
 * Contact id; empty for the person.
 */
contact: string, 
/**
 * Attempt code.
 */
result: string, 
/**
 * Safety code.
 */
safety: string | null, 
/**
 * Need codes.
 */
needs: Array<string>, 
/**
 * Case step code.
 */
step: string | null, 
/**
 * Reported to the desk.
 */
reported: boolean, };

export type OutcomeInput = { 
/**
 * Campaign id.
 */
campaign: string, 
/**
 * Person id.
 */
person: string, 
/**
 * Contact id; empty for the person.
 */
contact: string, 
/**
 * Attempt code (`reached`, `no_answer`, …).
 */
result: string, 
/**
 * Safety code, if learned.
 */
safety: string | null, 
/**
 * Need codes.
 */
needs: Array<string>, 
/**
 * Case step code.
 */
step: string | null, 
/**
 * Call again after.
 */
callAfter: number | null, 
/**
 * The family agreed to be referred to the desk by name.
 */
consentReferral: boolean, };

export type OutcomeSaved = { 
/**
 * The task as it is now.
 */
task: CallTask, 
/**
 * The change set, for undoing.
 */
changeSet: string, };

export type QrPicture = { 
/**
 * Squares across, white margin included.
 */
size: number, 
/**
 * The `d` of a path.
 */
path: string, };

export type PairingCode = { 
/**
 * The code as text: what the QR code says, for pasting.
 */
text: string, 
/**
 * The same as a picture.
 */
qr: QrPicture, 
/**
 * Twelve words, for typing instead.
 */
words: string, 
/**
 * The buffer's address, to be typed with the words.
 */
buffer: string, };

export type JoinRegister = { 
/**
 * The passphrase this device's copy will have.
 */
passphrase: string, 
/**
 * Who works on this device, kept inside only.
 */
officer: string, 
/**
 * The scanned or pasted code; empty when the words were typed.
 */
code: string, 
/**
 * The buffer's address, with the words.
 */
buffer: string, 
/**
 * Twelve words, with the address.
 */
words: string, };

export type PairingWords = { 
/**
 * Six words.
 */
six: string | null, };

export type PairingText = { 
/**
 * The text.
 */
text: string, 
/**
 * Six words both screens show.
 */
six: string, };

export type SheetPage = { 
/**
 * The 24 words, in order.
 */
words: Array<string>, 
/**
 * Six words that name register and federation, to be written down too and compared when the sheet is used.
 */
six: string, 
/**
 * The buffer's address, to be written down too.
 */
buffer: string, };

export type SheetCheck = { 
/**
 * Words that are not those of the sheet, counted from 1.
 */
wrong: Array<number>, 
/**
 * Every word is right, and the register's seed was read back from the buffer with them.
 */
works: boolean, };

export type RestoreInput = { 
/**
 * The 24 words, each whole or by its first four letters.
 */
words: string, 
/**
 * The buffer's address.
 */
buffer: string, 
/**
 * The buffer's own certificate (PEM), where it is not from a public authority; empty otherwise.
 */
certificate: string, 
/**
 * The passphrase this device's copy will have.
 */
passphrase: string, 
/**
 * Who works on this device, kept inside only.
 */
officer: string, };

export type RestoreFound = { 
/**
 * Six words that must be those on the sheet.
 */
six: string, 
/**
 * The register's label.
 */
label: string, 
/**
 * The register's place in words.
 */
placeName: string, 
/**
 * The federation's name.
 */
federation: string, 
/**
 * When a device last wrote to this sheet (Unix seconds, by that device's clock).
 */
writtenAt: number, 
/**
 * Labels of the devices the register had then.
 */
devices: Array<string>, };

export type SheetUse = { 
/**
 * The label of the device it let in.
 */
device: string, 
/**
 * When (Unix seconds, by that device's clock).
 */
at: number, 
/**
 * That device is this one.
 */
thisDevice: boolean, };

export type LeaveState = { 
/**
 * Other devices and recovery sheets that can read the register.
 */
otherReaders: number, 
/**
 * Records that no other reader has yet.
 */
unsent: number, };

export type RestoreOffer = { 
/**
 * SHA-256 of its sealing key, hexadecimal: what the desk's request names.
 */
device: string, 
/**
 * The same as six words, compared with the desk.
 */
six: string, };

export type RestoredCards = { 
/**
 * Cards taken in.
 */
persons: number, 
/**
 * Custodians whose shares were used.
 */
custodians: number, };

export type ReaderKindDto = "device" | "sheet";

export type DeviceRow = { 
/**
 * SHA-256 of its signing key in hexadecimal: its id, and the fingerprint custodians need to revoke it.
 */
id: string, 
/**
 * What people call it.
 */
label: string, 
/**
 * Device or sheet.
 */
kind: ReaderKindDto, 
/**
 * Whether this is the device that asks.
 */
thisDevice: boolean, 
/**
 * When it was added.
 */
addedAt: number, 
/**
 * The label of the reader that added it; nothing for the first.
 */
addedBy: string | null, 
/**
 * When a new writing of it was last read here; nothing for sheets and for devices that never wrote.
 */
lastSeen: number | null, 
/**
 * When it was revoked.
 */
revokedAt: number | null, 
/**
 * A device that holds the seed of the present epoch, as far as its writings show. False while it has not come over.
 */
inEpoch: boolean, };

export type EpochDto = { 
/**
 * When the present epoch began; nothing before joining.
 */
beganAt: number | null, 
/**
 * Why a new epoch is due at the next exchange: `asked`, `revoked`, `federation`, `grant`, `restored`; nothing if none is.
 */
due: string | null, 
/**
 * Earlier epochs whose keys this device still holds, because not every device has come over yet.
 */
held: number, 
/**
 * Receipts for the present epoch.
 */
protected: Protected | null, };

export type DeviceList = { 
/**
 * Live ones first, each group by when they were added.
 */
devices: Array<DeviceRow>, 
/**
 * The epoch.
 */
epoch: EpochDto, 
/**
 * No second reader exists: one laptop away from losing notes and history.
 */
onlyReader: boolean, };

export type Freshness = { 
/**
 * Confirmed within so many months counts as fresh.
 */
months: number, 
/**
 * All together.
 */
all: FreshShare, 
/**
 * Where a meeting is due.
 */
due: number, 
/**
 * The area of a meeting about everybody, the register's own.
 */
own: string, 
/**
 * By barangay, those where it is due first, then the least fresh.
 */
areas: Array<AreaFresh>, };

export type FreshShare = { 
/**
 * People.
 */
people: number, 
/**
 * Of them, those confirmed.
 */
fresh: number, 
/**
 * Hundred times `fresh` by `people`, rounded down; 100 for nobody.
 */
percent: number, 
/**
 * `good` from 90, `fair` from 75, `weak` from 50, else `poor`; `nobody` for nobody.
 */
level: string, };

export type AreaFresh = { 
/**
 * PSGC code; empty where no barangay is written down.
 */
area: string, 
/**
 * The barangay in words.
 */
name: string, 
/**
 * The share.
 */
share: FreshShare, 
/**
 * When its last meeting ended, on any device.
 */
lastMeeting: number | null, 
/**
 * A meeting is due.
 */
due: boolean, 
/**
 * When the meeting that runs on this device was begun.
 */
running: number | null, };

export type Meeting = { 
/**
 * PSGC code.
 */
area: string, 
/**
 * The area in words.
 */
name: string, 
/**
 * When it was begun.
 */
began: number, 
/**
 * Who holds it.
 */
officer: string, 
/**
 * How fresh the area is now.
 */
share: FreshShare, 
/**
 * People with an answer.
 */
done: number, 
/**
 * People without.
 */
left: number, 
/**
 * Whom to ask about, longest not confirmed first; those with an answer keep their place. At most 500 without.
 */
rows: Array<MeetingRow>, };

export type MeetingRow = { 
/**
 * Person id.
 */
id: string, 
/**
 * `Surname, Given …`.
 */
name: string, 
/**
 * Nickname.
 */
nickname: string | null, 
/**
 * Purok and barangay in words.
 */
home: string, 
/**
 * ISO code of the country.
 */
country: string | null, 
/**
 * The country in English.
 */
countryName: string | null, 
/**
 * Place abroad.
 */
place: string | null, 
/**
 * Who may say so: the family in calling order, with their numbers.
 */
sources: Array<MeetingSource>, 
/**
 * The person's own numbers, as shown.
 */
phones: Array<string>, 
/**
 * Last confirmation.
 */
confirmed: ConfirmationDto | null, 
/**
 * The answer of this meeting: `same`, `changed`, `home`, `unknown`, or nothing yet.
 */
mark: string | null, 
/**
 * From whom it came.
 */
from: string, 
/**
 * When.
 */
markedAt: number | null, };

export type MeetingSource = { 
/**
 * Name.
 */
name: string, 
/**
 * Relation code, or empty.
 */
relation: string, 
/**
 * Numbers, as shown.
 */
phones: Array<string>, };

export type MeetingMark = { 
/**
 * The meeting's area.
 */
area: string, 
/**
 * Person id.
 */
person: string, 
/**
 * `same`: still there, same phone. `changed`: the form was changed. `home`: came home. `unknown`: nobody could say.
 */
mark: string, 
/**
 * Who said so.
 */
from: string, 
/**
 * For `changed`, what saving the form gave, so that both are taken back together.
 */
changeSet: string | null, };

export type MeetingMarked = { 
/**
 * The row as it is now.
 */
row: MeetingRow, 
/**
 * How fresh the area is now.
 */
share: FreshShare, 
/**
 * People with an answer.
 */
done: number, 
/**
 * People without.
 */
left: number, };

export type MeetingEnd = { 
/**
 * The area in words.
 */
name: string, 
/**
 * When it was begun.
 */
began: number, 
/**
 * When it ended.
 */
ended: number, 
/**
 * Still there, same phone.
 */
same: number, 
/**
 * Something was changed.
 */
changed: number, 
/**
 * Came home.
 */
home: number, 
/**
 * Nobody could say.
 */
unknown: number, 
/**
 * Not asked.
 */
left: number, 
/**
 * How fresh the area is now.
 */
share: FreshShare, };

export type StalePhone = { 
/**
 * Person id.
 */
person: string, 
/**
 * `Surname, Given …`.
 */
name: string, 
/**
 * Whose number: a contact's name, or empty for the person's own.
 */
whose: string, 
/**
 * Relation code, or `self`.
 */
relation: string, 
/**
 * The number as shown; empty where there is none.
 */
shown: string, 
/**
 * What to dial, or nothing when it could not be read.
 */
dial: string | null, 
/**
 * `none`: no number at all. `failed`: a call since the last confirmation found it wrong or off. `never`: never confirmed.
 * `old`: not confirmed for a year.
 */
reason: string, 
/**
 * Last confirmation.
 */
confirmedAt: number | null, };

export type StalePhones = { 
/**
 * How many there are.
 */
total: number, 
/**
 * The worst first.
 */
rows: Array<StalePhone>, };

export type Choice = { 
/**
 * What to ask for.
 */
value: string, 
/**
 * Its name, where it is a place; else as written in the register.
 */
name: string, 
/**
 * How many it lists, with everything else that is asked for.
 */
count: number, };

export type ConsentCount = { 
/**
 * `hold`, `buffer`, `emergency`, `desk`, `statistics`.
 */
purpose: string, 
/**
 * `given`, `refused`, `unasked`.
 */
said: string, 
/**
 * How many.
 */
count: number, };

export type PeopleFacets = { 
/**
 * All that match now.
 */
total: number, 
/**
 * By destination, most first; `ZZ` is not known.
 */
countries: Array<Choice>, 
/**
 * By home barangay, most first; at most 300.
 */
barangays: Array<Choice>, 
/**
 * By purok, most first; at most 60.
 */
puroks: Array<Choice>, 
/**
 * By employer or household, most first; at most 60.
 */
employers: Array<Choice>, 
/**
 * Confirmed within half a year.
 */
fresh: number, 
/**
 * Not confirmed for half a year, or never.
 */
stale: number, 
/**
 * Never confirmed.
 */
never: number, 
/**
 * Said to be back home.
 */
returned: number, 
/**
 * Not said to be back home.
 */
abroad: number, 
/**
 * By what was said.
 */
consents: Array<ConsentCount>, 
/**
 * Without any phone to call.
 */
noPhone: number, 
/**
 * With values that contradict each other.
 */
conflicts: number, 
/**
 * In no request: the barangay lies outside of the municipality, or none is known.
 */
outside: number, 
/**
 * Removed people of the register, whatever else is asked for.
 */
removed: number, };

export type RemovedRow = { 
/**
 * Person id.
 */
id: string, 
/**
 * `Surname, Given Middle Suffix`.
 */
name: string, 
/**
 * Home barangay.
 */
barangayName: string | null, 
/**
 * Destination, ISO code.
 */
country: string | null, 
/**
 * The country's name in English.
 */
countryName: string | null, 
/**
 * When, if this device saw it happen.
 */
removedAt: number | null, 
/**
 * How: `typed`, `import`, `sync`, `merge`, `undo`.
 */
source: string | null, };

export type RemovedPage = { 
/**
 * All of them.
 */
total: number, 
/**
 * This page.
 */
rows: Array<RemovedRow>, };

export type ChangeRow = { 
/**
 * The change set.
 */
id: string, 
/**
 * When this device wrote it (Unix seconds).
 */
at: number, 
/**
 * `typed`, `import`, `merge`, `sync`, `undo`, `erase`, `attempt`, `export`.
 */
kind: string, 
/**
 * Shown beside the kind: the officer, the files.
 */
detail: string, 
/**
 * Labels of the other devices whose writes it brought; empty when it was done here.
 */
devices: Array<string>, 
/**
 * How many persons it touched.
 */
persons: number, 
/**
 * The names of the first of them.
 */
names: Array<string>, 
/**
 * Why it cannot be taken back, as far as the list knows: `undone`, `erased`, `log`.
 */
blocked: string | null, };

export type ChangePage = { 
/**
 * This page.
 */
rows: Array<ChangeRow>, 
/**
 * There are older ones.
 */
more: boolean, };

export type ChangedPerson = { 
/**
 * Person id.
 */
id: string, 
/**
 * The name now; empty when the person was erased.
 */
name: string, 
/**
 * The action added the person.
 */
added: boolean, 
/**
 * The person is removed now.
 */
removed: boolean, 
/**
 * Field codes it wrote.
 */
fields: Array<string>, 
/**
 * Of these, what was changed since and would stay as it is.
 */
kept: Array<string>, };

export type ChangeDetail = { 
/**
 * The action.
 */
row: ChangeRow, 
/**
 * Whom it touched, the first hundred.
 */
people: Array<ChangedPerson>, 
/**
 * Values that would be set back.
 */
restores: number, 
/**
 * Persons that would be removed, because the action had added them.
 */
removes: number, 
/**
 * Values that would stay, because they were changed since.
 */
keeps: number, 
/**
 * Why it cannot be taken back: `undone`, `erased`, `log`, `changed_since`, `nothing_left`.
 */
blocked: string | null, };

export type TakenBack = { 
/**
 * The change set of the taking back: taking that one back does it again.
 */
changeSet: string | null, 
/**
 * Values set back.
 */
restored: number, 
/**
 * Persons removed.
 */
removed: number, 
/**
 * Values left as they are, because they were changed since.
 */
kept: number, };

export type DraftInput = { 
/**
 * Draft id; empty for a new one.
 */
id: string, 
/**
 * The form; its `id` says whom it is about, empty for a new person.
 */
card: PersonInput, 
/**
 * What it was begun from. A person may change while a draft waits (by an exchange, say); what was typed is then
 * laid over what is saved, so that an old draft takes nothing back that it never touched.
 */
base: PersonInput, };

export type DraftRow = { 
/**
 * Draft id.
 */
id: string, 
/**
 * Whom it is about; nothing for a new person.
 */
person: string | null, 
/**
 * The name as far as it was typed; may be empty.
 */
name: string, 
/**
 * When it was last typed into.
 */
at: number, };

export type Draft = { 
/**
 * Which.
 */
row: DraftRow, 
/**
 * The form as it was left.
 */
card: PersonInput, 
/**
 * What it was begun from.
 */
base: PersonInput, };

export type Preferences = { 
/**
 * A language that is shipped (`en`, `fil`, …); nothing to follow the device.
 */
language: string | null, 
/**
 * `system`, `light`, `dark`.
 */
theme: string, 
/**
 * Single keys such as `/` do something.
 */
singleKeys: boolean, };

export type DirectoryCountry = { 
/**
 * ISO code.
 */
country: string, 
/**
 * Its name in English.
 */
name: string, 
/**
 * People of this register there.
 */
people: number, 
/**
 * Entries that are shown.
 */
entries: number, 
/**
 * Something is written in its contingency plan.
 */
planned: boolean, };

export type DirectoryRow = { 
/**
 * Entry id.
 */
id: string, 
/**
 * ISO code of the destination it stands under.
 */
country: string, 
/**
 * The country in English.
 */
countryName: string, 
/**
 * `emergency`, `post`, `mwo`, `agency`, `leader`, `other`.
 */
kind: string, 
/**
 * Name; empty where the kind says it.
 */
name: string, 
/**
 * City.
 */
place: string, 
/**
 * Numbers, best first.
 */
phones: Array<DirectoryPhone>, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Web address.
 */
website: string, 
/**
 * Note.
 */
note: string, 
/**
 * Where it is from: `bettergov`, `libphonenumber`, or as the officer wrote.
 */
source: string, 
/**
 * From when it is (`2025-09-24`).
 */
asOf: string, 
/**
 * `shipped`, `corrected` (a shipped one, changed by an officer) or `own`.
 */
origin: string, 
/**
 * The officer who wrote it last.
 */
by: string, 
/**
 * Not shown any more, and can be shown again.
 */
hidden: boolean, 
/**
 * Two officers wrote different things; saving it again settles that.
 */
conflict: boolean, };

export type DirectoryPhone = { 
/**
 * As shown.
 */
shown: string, 
/**
 * What to dial from the Philippines, or nothing when it cannot be.
 */
dial: string | null, };

export type DirectoryInput = { 
/**
 * Entry id; empty for a new one.
 */
id: string, 
/**
 * ISO code of the destination.
 */
country: string, 
/**
 * Code of the kind.
 */
kind: string, 
/**
 * Name.
 */
name: string, 
/**
 * City.
 */
place: string, 
/**
 * Numbers as typed.
 */
phones: Array<string>, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Web address.
 */
website: string, 
/**
 * Note.
 */
note: string, 
/**
 * Where it is from.
 */
source: string, 
/**
 * Hide a shipped entry, or take an own one out.
 */
hidden: boolean, };

export type Plan = { 
/**
 * ISO code.
 */
country: string, 
/**
 * Its name in English.
 */
countryName: string, 
/**
 * People of this register there.
 */
people: number, 
/**
 * The text for all times (level 0), and one for each alert level 1 to 4.
 */
parts: Array<PlanPart>, };

export type PlanPart = { 
/**
 * 0 for all times, or the alert level.
 */
level: number, 
/**
 * The officer's own text; empty when none was written.
 */
text: string, 
/**
 * What other officers wrote without knowing of it. Saving settles it.
 */
others: Array<string>, 
/**
 * Who wrote it.
 */
by: string, 
/**
 * When.
 */
at: number | null, };

export type PlanInput = { 
/**
 * ISO code.
 */
country: string, 
/**
 * 0 for all times, or the alert level.
 */
level: number, 
/**
 * The text.
 */
text: string, };

export type DrillResult = { 
/**
 * The drill.
 */
campaign: CampaignRow, 
/**
 * It was ended.
 */
over: boolean, 
/**
 * Minutes from the start to the last answer.
 */
minutes: number, 
/**
 * Calls that were written down.
 */
calls: number, 
/**
 * People whose answer is what the role said.
 */
right: number, 
/**
 * People by state.
 */
counts: Array<StateCount>, 
/**
 * Each of them.
 */
tasks: Array<DrillTask>, };

export type DrillTask = { 
/**
 * Invented name.
 */
name: string, 
/**
 * What the family was to say (`safe`, `needs_medical`, `needs_help`, `no_news`, `wrong_number`, `call_back`, `declines`).
 */
role: string, 
/**
 * What was written down, as a state.
 */
state: string, 
/**
 * Somebody tried.
 */
tried: boolean, 
/**
 * Both agree.
 */
right: boolean, };

export type PaperLook = { 
/**
 * Language of the words on it (BCP 47); one without words gives English.
 */
language: string, 
/**
 * US Letter instead of A4.
 */
letter: boolean, };

export type KeyOnPaper = { 
/**
 * The 24 words, in order.
 */
words: Array<string>, 
/**
 * Six words that name the key.
 */
fingerprint: string, 
/**
 * The organisation's public name.
 */
organisation: string, };

export type CustodyStatus = { 
/**
 * Organisations on this device.
 */
organisations: Array<OrganisationEntry>, 
/**
 * The open one. At most one of register and organisation is open: opening one closes the other.
 */
session: OrganisationSession | null, };

export type OrganisationEntry = { 
/**
 * Folder name; used to unlock.
 */
id: string, 
/**
 * The organisation's name.
 */
label: string, 
/**
 * Made for a demonstration.
 */
demo: boolean, };

export type OrganisationSession = { 
/**
 * Folder name.
 */
id: string, 
/**
 * The organisation's name.
 */
name: string, 
/**
 * The policy in force is marked as a demonstration (short times): every screen says so.
 */
demo: boolean, 
/**
 * Seconds without use after which it locks itself.
 */
autoLockAfter: number, };

export type CreateOrganisation = { 
/**
 * The organisation's name as it will stand in the roster.
 */
name: string, 
/**
 * The authority that can compel it, an ISO 3166 country code.
 */
jurisdiction: string, 
/**
 * The passphrase of its store.
 */
passphrase: string, };

export type RecoverOrganisation = { 
/**
 * The organisation's name in the roster.
 */
name: string, 
/**
 * The authority that can compel it, an ISO 3166 country code.
 */
jurisdiction: string, 
/**
 * The 24 words of the paper, in order.
 */
words: Array<string>, 
/**
 * The passphrase of the new store.
 */
passphrase: string, };

export type CustodyStep = { 
/**
 * Code. Setting up: `paper`, `card`, `sign`, `genesis`, `connect`, `exchange`. Hand-over out: `successor`,
 * `roster`, `seal`, `receipt`, `destroy`; in: `card`, `roster`, `take`, `receipt`. Key change: `born`, `paper`,
 * `roster`, `reseal`, `destroy`.
 */
code: string, 
/**
 * Done.
 */
done: boolean, 
/**
 * When, if done and known.
 */
at: number | null, 
/**
 * So many done, where the step has parts (signatures, registers).
 */
part: number | null, 
/**
 * Of so many.
 */
of: number | null, };

export type Organisation = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its jurisdiction, an ISO 3166 country code.
 */
jurisdiction: string, 
/**
 * Six words of its public keys, to be compared by voice.
 */
fingerprint: string, 
/**
 * Its place in the roster (1..=n), once it is in one.
 */
seat: number | null, 
/**
 * The way in; every step, in order.
 */
setup: Array<CustodyStep>, 
/**
 * The federation, once its genesis was taken.
 */
federation: FederationFacts | null, 
/**
 * The key on paper.
 */
paper: PaperState, 
/**
 * The buffer's address, if one is set.
 */
buffer: string | null, 
/**
 * Last time everything was exchanged.
 */
lastOk: number | null, 
/**
 * When the last try was.
 */
lastTry: number | null, 
/**
 * Why the last try failed, if it did.
 */
lastError: ErrorCode | null, 
/**
 * Which alarm that was, if it was one.
 */
lastAlarm: AlarmSeen | null, };

export type FederationFacts = { 
/**
 * Its name.
 */
name: string, 
/**
 * Six words of its genesis, to be compared by voice.
 */
words: string, 
/**
 * Short times for a demonstration.
 */
demo: boolean, 
/**
 * Custodians.
 */
n: number, 
/**
 * Approvals needed.
 */
k: number, 
/**
 * Objections that stop a release.
 */
veto: number, 
/**
 * Organisations that must cosign.
 */
quorum: number, 
/**
 * Of those, so many that are not custodians.
 */
externals: number, 
/**
 * Seconds from the last needed cosignature to the earliest release.
 */
coolOff: number, 
/**
 * The same with k+1 approvals.
 */
fastCoolOff: number, 
/**
 * Seconds a desk card must have been logged before use.
 */
cardAge: number, 
/**
 * Longest grant in seconds.
 */
maxWindow: number, 
/**
 * The policy's version.
 */
policyVersion: number, 
/**
 * The roster's version.
 */
rosterVersion: number, 
/**
 * Custodians by seat, then outside witnesses.
 */
members: Array<MemberRow>, };

export type MemberRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its jurisdiction, an ISO 3166 country code.
 */
jurisdiction: string, 
/**
 * Its seat if it is a custodian, nothing if it only witnesses.
 */
seat: number | null, 
/**
 * This organisation.
 */
me: boolean, };

export type PaperState = { 
/**
 * The sheet exists: all its words were entered again, rightly. Until then nothing may rest on it.
 */
exists: boolean, 
/**
 * When they were last entered rightly.
 */
testedAt: number | null, 
/**
 * The words can be shown now: they were not yet tested. Afterwards they are never shown again.
 */
canShow: boolean, 
/**
 * When the key is to be changed.
 */
changeDue: number | null, };

export type PaperWords = { 
/**
 * 24 words, in order.
 */
words: Array<string>, 
/**
 * Six words of the public key, printed on the sheet so that sheets can be told apart.
 */
fingerprint: string, };

export type PaperTest = { 
/**
 * All are right: the sheet exists from now on.
 */
ok: boolean, 
/**
 * Numbers (from 1) of the words that are not right; never the right word.
 */
wrong: Array<number>, 
/**
 * State afterwards.
 */
paper: PaperState, };

export type CustodyHome = { 
/**
 * The organisation.
 */
organisation: Organisation, 
/**
 * Requests that wait for this organisation's decision, the one that ends first at the top.
 */
waiting: Array<RequestRow>, 
/**
 * Requests decided here that are not over: cooling off or granted.
 */
running: Array<RequestRow>, 
/**
 * What else is to be done, the most pressing first.
 */
tasks: Array<CustodyTask>, 
/**
 * Registers this organisation keeps shares of.
 */
registers: number, };

export type CustodyTask = { 
/**
 * `alarm`, `paper`, `setup`, `exchange`, `refused_bundles`, `key_change`, `drill`, `statement`, `handover`,
 * `hidden_requests`.
 */
code: string, 
/**
 * How many, where it can be counted.
 */
count: number | null, 
/**
 * Until when, where there is a date.
 */
due: number | null, 
/**
 * The date has passed.
 */
overdue: boolean, };

export type ConnectBuffer = { 
/**
 * The buffer's address.
 */
buffer: string, };

export type CustodyExchange = { 
/**
 * New entries of the log mirrored.
 */
entries: number, 
/**
 * Size of the log this organisation cosigned, if it cosigned.
 */
cosigned: number | null, 
/**
 * Bundles of shares accepted.
 */
accepted: number, 
/**
 * Bundles refused; their receipts say why.
 */
refused: number, 
/**
 * Requests seen for the first time.
 */
requests: number, 
/**
 * Sealed shares handed over because a release was granted.
 */
handedOver: number, 
/**
 * Register-epochs whose shares were taken over from a predecessor or found again.
 */
takenOver: number, 
/**
 * Register-epochs whose shares were dropped because they are over.
 */
retired: number, };

export type RequestRow = { 
/**
 * The request's id.
 */
id: string, 
/**
 * What it asks for was not shown to this organisation: only its public fields are known. It cannot be approved, and can be
 * objected to.
 */
hidden: boolean, 
/**
 * Purpose code (`evacuation`, `repatriation`, `mass_casualty_family_contact`, `missing_person`, `restore`, `drill`).
 */
purpose: string, 
/**
 * A drill on invented people: nobody is in danger.
 */
drill: boolean, 
/**
 * The desk's name as on its card; empty when no card is known.
 */
desk: string, 
/**
 * Destination ISO code; empty for a restore.
 */
country: string, 
/**
 * Its name in English.
 */
countryName: string, 
/**
 * Barangays asked for.
 */
areas: number, 
/**
 * Witness time of its entry in the log; nothing while too few cosigned.
 */
loggedAt: number | null, 
/**
 * Where it stands here: `unchecked`, `undecided`, `declined`, `waiting`, `granted`, `vetoed`, `closed`, `expired`.
 */
phase: string, 
/**
 * What this organisation decided (`approve`, `object`, `refuse`), if it has.
 */
decided: string | null, 
/**
 * Check rows that are right.
 */
checksOk: number, 
/**
 * Check rows.
 */
checks: number, 
/**
 * Organisations that approve.
 */
approvals: number, 
/**
 * Approvals needed.
 */
approvalsNeeded: number, 
/**
 * Organisations that object.
 */
objections: number, 
/**
 * Objections that stop it.
 */
objectionsStop: number, 
/**
 * The times that count down.
 */
times: RequestTimes, };

export type RequestTimes = { 
/**
 * Without enough approvals by then it is void: decide before.
 */
expires: number, 
/**
 * End of the cool-off that stands now: with k+1 approvals the short one. Nothing is handed over before. Nothing while
 * too few organisations cosigned.
 */
coolOffEnds: number | null, 
/**
 * The cool-off is the short one, because more organisations approved than are needed.
 */
fast: boolean, 
/**
 * Start of the grant asked for.
 */
from: number, 
/**
 * End of the grant.
 */
until: number, };

export type RequestDetail = { 
/**
 * As in the list.
 */
row: RequestRow, 
/**
 * Every check, in the order of `ugnay_release::CheckCode::ALL`; of a hidden request those that can be made.
 */
checks: Array<CheckRow>, 
/**
 * The declaration's number or title.
 */
declaration: string, 
/**
 * SHA-256 of the declaration, to compare with the document.
 */
declarationHash: string, 
/**
 * Of a restore: who gets the shares, and of what.
 */
restore: RestoreFacts | null, 
/**
 * Who asks.
 */
desk: DeskFacts, 
/**
 * Every barangay asked for.
 */
areas: Array<AreaRow>, 
/**
 * What of it this organisation holds, and how much of the caps is used.
 */
scope: ScopeFacts, 
/**
 * Organisations that cosigned the log over this request.
 */
cosigners: Array<CosignerRow>, 
/**
 * Organisations that must.
 */
quorum: number, 
/**
 * Of those, so many that are not custodians.
 */
externals: number, 
/**
 * Decisions of all custodians, oldest first; an organisation's latest word counts.
 */
decisions: Array<DecisionRow>, 
/**
 * What was handed over, closed, attested and reviewed, oldest first.
 */
events: Array<RequestEvent>, 
/**
 * What can be decided now (`approve`, `object`, `refuse`).
 */
can: Array<string>, 
/**
 * Names what was shown here: a decision gives it back, and is refused when the request stands otherwise by then.
 */
seen: string, };

export type CheckRow = { 
/**
 * Check code (`origin`, `logged`, `witnesses`, …, `unused`); `recipient_device` in the place of `recipient` for a restore.
 */
code: string, 
/**
 * It is right.
 */
ok: boolean, 
/**
 * How to read the figures: `flag` (none), `count`, `span` (seconds).
 */
unit: string, 
/**
 * Found.
 */
found: number | null, 
/**
 * Asked for.
 */
asked: number | null, 
/**
 * At least so much is asked (true), or at most (false).
 */
least: boolean, };

export type DeskFacts = { 
/**
 * A card is known; otherwise the rest is empty.
 */
known: boolean, 
/**
 * Name.
 */
name: string, 
/**
 * Where it answers for.
 */
areas: Array<AreaRow>, 
/**
 * When its card was logged (witness time).
 */
loggedAt: number | null, 
/**
 * Earliest use.
 */
notBefore: number, 
/**
 * End of validity.
 */
expires: number, 
/**
 * Officers on the card.
 */
officers: number, 
/**
 * Officers of the card who signed this request.
 */
signed: number, 
/**
 * Six words of the card, to be compared with the desk by voice.
 */
fingerprint: string, 
/**
 * Grants of this desk whose review is overdue.
 */
reviewsOverdue: number, };

export type AreaRow = { 
/**
 * PSGC code, ten digits.
 */
code: string, 
/**
 * Name; the code again when the edition does not know it.
 */
name: string, 
/**
 * What it lies in, e.g. `Cuenca, Batangas`.
 */
within: string, 
/**
 * This organisation holds shares of it.
 */
held: boolean, };

export type RestoreFacts = { 
/**
 * Six words of the device's key. They stand on that device: to be compared with the register's officer by voice.
 */
device: string, 
/**
 * The register-epoch, hex.
 */
epoch: string, };

export type ScopeFacts = { 
/**
 * Compartments in scope among this organisation's shares.
 */
compartments: number, 
/**
 * Registers they belong to.
 */
registers: number, 
/**
 * Most barangays the purpose allows in one request.
 */
areasAllowed: number, 
/**
 * Barangays this desk asked for within 90 days, this request included.
 */
areas90Days: number, 
/**
 * Most it may.
 */
areas90DaysAllowed: number, 
/**
 * Requests of this desk within 90 days, this one included.
 */
requests90Days: number, 
/**
 * Most it may make.
 */
requests90DaysAllowed: number, };

export type RequestEvent = { 
/**
 * `handed_over`, `grant_close`, `deletion_attestation`, `review`.
 */
kind: string, 
/**
 * The custodian that did it; empty for the desk.
 */
organisation: string, 
/**
 * When.
 */
at: number, 
/**
 * What was said; may be empty.
 */
text: string, };

export type DecideInput = { 
/**
 * The request.
 */
request: string, 
/**
 * `approve`, `object` or `refuse`.
 */
kind: string, 
/**
 * Reason code (`in_order` exactly for approvals; `no_emergency`, …, `other`).
 */
reason: string, 
/**
 * More words, which the asker and everybody else can read; may be empty.
 */
text: string, 
/**
 * [`RequestDetail::seen`] of what was decided on.
 */
seen: string, 
/**
 * The person compared the words of [`RestoreFacts::device`]; without it a restore is not approved.
 */
compared: boolean, };

export type DecisionRow = { 
/**
 * Its name in the roster.
 */
organisation: string, 
/**
 * This organisation.
 */
me: boolean, 
/**
 * `approve`, `object` or `refuse`.
 */
kind: string, 
/**
 * Reason code; empty for an objection or a refusal whose words the buffer does not hand out: it counts without
 * them.
 */
reason: string, 
/**
 * More words; may be empty.
 */
text: string, 
/**
 * Its own time.
 */
at: number, 
/**
 * A later word of the same organisation stands instead.
 */
superseded: boolean, 
/**
 * It stands in the log; otherwise it was signed here and is not yet sent or not yet cosigned.
 */
logged: boolean, };

export type Receipts = { 
/**
 * Register-epochs whose shares are kept.
 */
kept: number, 
/**
 * Shares kept in all (one per compartment).
 */
shares: number, 
/**
 * Bundles refused that no later bundle has replaced.
 */
refused: number, 
/**
 * Newest first.
 */
rows: Array<ReceiptRow>, };

export type ReceiptRow = { 
/**
 * The register's pseudonym.
 */
register: string, 
/**
 * The epoch's id.
 */
epoch: string, 
/**
 * The bundle's number within the epoch.
 */
bundle: number, 
/**
 * Compartments in it; 0 when it did not open.
 */
compartments: number, 
/**
 * `accepted`, or why not: `other_federation`, `stale_roster`, `stale_policy`, `threshold`, `replayed`,
 * `other_write_cap`, `not_opened`, `wrong_share`, `share_is_key`, `catalogue`.
 */
outcome: string, 
/**
 * When it was looked at.
 */
at: number, 
/**
 * `live`, `replaced` by a later bundle, or `retired` with its epoch (its shares are dropped).
 */
state: string, };

export type Drills = { 
/**
 * When one was last gone through to its end.
 */
last: number | null, 
/**
 * When the next is due (every quarter).
 */
due: number | null, 
/**
 * Requests whose purpose is a drill, newest first.
 */
rows: Array<RequestRow>, };

export type Handover = { 
/**
 * `none`, `out` (this organisation leaves) or `in` (it takes a seat over).
 */
direction: string, 
/**
 * The other organisation.
 */
other: string | null, 
/**
 * Six words of the other organisation's public keys, to be compared by voice.
 */
otherWords: string | null, 
/**
 * Every step, in order; empty while `none`.
 */
steps: Array<CustodyStep>, 
/**
 * Register-epochs whose shares are handed over.
 */
epochs: number, 
/**
 * Of those, so many arrived at the successor and are right, as far as this organisation knows.
 */
taken: number, 
/**
 * The successor's receipt is here: shares and key of the leaving organisation can be destroyed.
 */
canDestroy: boolean, 
/**
 * Of those, so many already renewed by their registers. Until all are, the leaving organisation still counts.
 */
renewed: number, };

export type KeyChange = { 
/**
 * When the key in use was born.
 */
since: number, 
/**
 * When it is to be changed.
 */
due: number, 
/**
 * A change has begun.
 */
running: boolean, 
/**
 * Every step, in order; empty while none has begun.
 */
steps: Array<CustodyStep>, 
/**
 * Live register-epochs whose shares will be sealed anew.
 */
live: number, 
/**
 * Retired ones whose shares will be dropped.
 */
retired: number, };

export type KeyChanged = { 
/**
 * Register-epochs sealed anew.
 */
resealed: number, 
/**
 * Register-epochs whose shares were dropped.
 */
dropped: number, 
/**
 * State afterwards.
 */
change: KeyChange, };

export type FilePreview = { 
/**
 * Names the preview when it is accepted or dropped.
 */
token: string, 
/**
 * `genesis_draft`, `genesis`, `policy_draft`, `roster_draft`, `desk_card_draft`, `organisation_card`, `handover`,
 * `handover_done`, `objection`.
 */
kind: string, 
/**
 * The federation it founds or changes, as it would be.
 */
federation: FederationFacts | null, 
/**
 * The desk it is about.
 */
desk: DeskCardFacts | null, 
/**
 * The organisation it is about (an organisation's card, a hand-over).
 */
organisation: OrganisationFacts | null, 
/**
 * Another organisation's objection.
 */
objection: ObjectionFacts | null, 
/**
 * What the linter finds.
 */
findings: Array<LintRow>, 
/**
 * Signatures of distinct custodians in it.
 */
signed: number, 
/**
 * Signatures it needs.
 */
needed: number, 
/**
 * This organisation stands in it with its own keys.
 */
mine: boolean, 
/**
 * This organisation has signed it.
 */
signedHere: boolean, 
/**
 * Why it cannot be accepted, as a code; nothing when it can.
 */
refusal: string | null, };

export type DeskCardFacts = { 
/**
 * The desk's name.
 */
name: string, 
/**
 * Where it would answer for.
 */
areas: Array<AreaRow>, 
/**
 * Officers on it.
 */
officers: number, 
/**
 * Earliest use.
 */
notBefore: number, 
/**
 * End of validity.
 */
expires: number, 
/**
 * Six words, to be compared with the desk by voice.
 */
fingerprint: string, };

export type OrganisationFacts = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its jurisdiction, an ISO 3166 country code.
 */
jurisdiction: string, 
/**
 * Six words of its public keys, to be compared by voice.
 */
fingerprint: string, 
/**
 * Register-epochs in a hand-over; 0 otherwise.
 */
epochs: number, };

export type ObjectionFacts = { 
/**
 * Who objects; its signature was checked.
 */
organisation: string, 
/**
 * The request, as in the list.
 */
request: string, 
/**
 * What the request is for; empty while that is not known here.
 */
purpose: string, 
/**
 * Its destination, two letters; empty for every country.
 */
country: string, 
/**
 * The destination's name.
 */
countryName: string, 
/**
 * Who asks.
 */
desk: string, 
/**
 * Reason code.
 */
reason: string, 
/**
 * More words; may be empty.
 */
text: string, 
/**
 * When it was signed.
 */
at: number, };

export type LintRow = { 
/**
 * Code (`one_authority_opens`, …).
 */
code: string, 
/**
 * An error; otherwise a warning.
 */
error: boolean, };

export type FileAccepted = { 
/**
 * Kind of the file.
 */
kind: string, 
/**
 * A signed file to be handed on, if one was written.
 */
saved: SavedFile | null, };

export type SavedFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * The folder in words or as a path.
 */
folder: string, };

export type Demands = { 
/**
 * Demands recorded here, newest first. They stay on this device; only counts and codes are published.
 */
rows: Array<DemandRow>, 
/**
 * Counts as they would be published now.
 */
counts: DemandCounts, 
/**
 * When counts were last published.
 */
publishedAt: number | null, 
/**
 * Demands recorded or changed since.
 */
unpublished: number, 
/**
 * Statements of all organisations, newest first.
 */
statements: Array<StatementRow>, 
/**
 * When this organisation promised its next statement.
 */
nextDue: number | null, 
/**
 * That date has passed.
 */
overdue: boolean, };

export type DemandRow = { 
/**
 * Id.
 */
id: string, 
/**
 * Kind of authority: `police`, `immigration`, `prosecutor`, `court`, `intelligence`, `military`, `local_government`,
 * `national_agency`, `foreign`, `other`.
 */
authority: string, 
/**
 * Its jurisdiction, an ISO 3166 country code.
 */
jurisdiction: string, 
/**
 * Day it was received.
 */
receivedAt: number, 
/**
 * What was asked for: `names`, `contacts`, `whereabouts`, `lists`, `keys`, `shares`, `logs`, `access`,
 * `silence`, `equipment`, `software`, `other`.
 */
asked: Array<string>, 
/**
 * What came of it: `received` (open), `refused`, `escalated`, `gagged`, `complied`.
 */
outcome: string, 
/**
 * Notes for this organisation; never published.
 */
note: string, 
/**
 * Earlier outcomes, oldest first.
 */
history: Array<DemandChange>, 
/**
 * It is in what was last published, as it stands.
 */
published: boolean, };

export type DemandChange = { 
/**
 * The outcome.
 */
outcome: string, 
/**
 * Since when.
 */
at: number, };

export type DemandInput = { 
/**
 * The demand to change; nothing for a new one.
 */
id: string | null, 
/**
 * Kind of authority.
 */
authority: string, 
/**
 * Its jurisdiction, an ISO 3166 country code.
 */
jurisdiction: string, 
/**
 * Day it was received.
 */
receivedAt: number, 
/**
 * What was asked for, at least one.
 */
asked: Array<string>, 
/**
 * Outcome.
 */
outcome: string, 
/**
 * Notes; never published.
 */
note: string, };

export type DemandCounts = { 
/**
 * All.
 */
total: number, 
/**
 * Open.
 */
received: number, 
/**
 * Refused.
 */
refused: number, 
/**
 * Taken to a court or a higher authority.
 */
escalated: number, 
/**
 * Of which nothing more may be said, where that itself may be said.
 */
gagged: number, 
/**
 * Something was given.
 */
complied: number, };

export type StatementRow = { 
/**
 * Who made it.
 */
organisation: string, 
/**
 * This organisation.
 */
me: boolean, 
/**
 * Number, from 1, each bound to the one before.
 */
number: number, 
/**
 * Date.
 */
at: number, 
/**
 * The next one was promised by then.
 */
nextBy: number, 
/**
 * It is the organisation's latest and the promised date has passed.
 */
overdue: boolean, 
/**
 * It says: no demand was received since the founding.
 */
none?: boolean, 
/**
 * The counts it states.
 */
counts: DemandCounts, 
/**
 * The text, in one or more languages.
 */
texts: Array<StatementText>, 
/**
 * It stands in the log, cosigned.
 */
logged: boolean, };

export type StatementText = { 
/**
 * BCP 47 code.
 */
language: string, 
/**
 * The text.
 */
text: string, };

export type StatementInput = { 
/**
 * The text, in one or more languages.
 */
texts: Array<StatementText>, 
/**
 * The next one is promised by then.
 */
nextBy: number, 
/**
 * The signer says: no demand was received since the founding. Refused once one was recorded.
 */
none?: boolean, };

export type LogState = { 
/**
 * The log's origin.
 */
origin: string, 
/**
 * Entries mirrored.
 */
size: number, 
/**
 * Root over them, empty while nothing is mirrored.
 */
root: string, 
/**
 * A time that has certainly passed: of the newest checkpoint believed.
 */
checkpointAt: number | null, 
/**
 * Who cosigned it.
 */
cosigners: Array<CosignerRow>, 
/**
 * Organisations that must.
 */
quorum: number, 
/**
 * Of those, so many that are not custodians.
 */
externals: number, 
/**
 * Size of the last checkpoint this organisation cosigned.
 */
cosigned: number | null, 
/**
 * Alarms, newest first. An alarm changes nothing here and is never a reason to delete anything.
 */
alarms: Array<AlarmRow>, 
/**
 * The newest entries, newest first.
 */
entries: Array<LogEntryRow>, 
/**
 * The command that verifies this log from outside the app.
 */
verify: string, };

export type CosignerRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its seat if it is a custodian, nothing if it only witnesses.
 */
seat: number | null, 
/**
 * When it cosigned; nothing when it did not.
 */
at: number | null, 
/**
 * This organisation.
 */
me: boolean, };

export type AlarmRow = { 
/**
 * What kind it is, and the rule that was broken.
 */
seen: AlarmSeen, 
/**
 * When it was seen.
 */
at: number, };

export type LogEntryRow = { 
/**
 * Index.
 */
index: number, 
/**
 * Type (`genesis`, `request`, `approve`, …).
 */
kind: string, 
/**
 * Its author's time.
 */
at: number, 
/**
 * The author's name, if it is in the roster or a known desk.
 */
author: string | null, 
/**
 * The request it is about, if it is about one known here.
 */
request: string | null, };

export type Why = { 
/**
 * Stable code, such as `birth.turned`; the catalogue has the words.
 */
code: string, 
/**
 * How much it says, as a power of two: above 0 for one person, below 0 against.
 */
bits: number, };

export type DuplicateList = { 
/**
 * Pairs on which officers decided differently first, then the likeliest; at most 200.
 */
pairs: Array<DuplicatePair>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * When the register was last compared with itself; nothing if never.
 */
lookedAt: number | null, 
/**
 * Something was written since, so that comparing again may find more.
 */
stale: boolean, };

export type MergeLook = { 
/**
 * One.
 */
a: MergeSide, 
/**
 * The other.
 */
b: MergeSide, 
/**
 * What is known, with whose value would stay.
 */
fields: Array<MergeField>, 
/**
 * All family contacts as they would stand together, in calling order.
 */
contacts: Array<MergeContact>, 
/**
 * Consents: the stricter one stays.
 */
consents: Array<MergeConsent>, 
/**
 * Why they were put side by side, strongest first.
 */
why: Array<Why>, 
/**
 * One officer merged them and another said they are two.
 */
disputed: boolean, };

export type MergeSide = { 
/**
 * Person id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Imported from.
 */
source: SourceDto | null, 
/**
 * Last confirmation.
 */
confirmedAt: number | null, 
/**
 * Calls on record.
 */
calls: number, };

export type MergeField = { 
/**
 * Field code.
 */
field: string, 
/**
 * One's value; a country as its code.
 */
a: string | null, 
/**
 * The other's.
 */
b: string | null, 
/**
 * Whose would stay: `a`, `b` or `both`.
 */
side: string, 
/**
 * Whether the field can hold both.
 */
both: boolean, };

export type MergeContact = { 
/**
 * Name.
 */
name: string, 
/**
 * Relation code, or empty.
 */
relation: string, 
/**
 * Numbers as shown.
 */
phones: Array<string>, 
/**
 * Which entry has this contact: `a`, `b` or `both`.
 */
side: string, };

export type MergeConsent = { 
/**
 * Purpose code.
 */
purpose: string, 
/**
 * What one said; nothing when never asked.
 */
a: boolean | null, 
/**
 * What the other said.
 */
b: boolean | null, 
/**
 * What will hold.
 */
given: boolean, };

export type MergeInput = { 
/**
 * One entry.
 */
a: string, 
/**
 * The other.
 */
b: string, 
/**
 * Whose values stay, where that is not as suggested.
 */
choices: Array<MergeChoice>, };

export type MergeChoice = { 
/**
 * Field code.
 */
field: string, 
/**
 * `a`, `b` or `both`.
 */
side: string, };

export type MergeDone = { 
/**
 * The entry that stays.
 */
kept: string, 
/**
 * The entry that went into it.
 */
absorbed: string, 
/**
 * The change set, for undoing; nothing when nothing changed.
 */
changeSet: string | null, };

export type PartDone = { 
/**
 * Field codes left as they are, because they were changed since the merge.
 */
left: Array<string>, 
/**
 * The change set, for undoing.
 */
changeSet: string | null, };

export type MergedFrom = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name then.
 */
name: string, 
/**
 * When it was merged.
 */
at: number, 
/**
 * By which officer.
 */
by: string, 
/**
 * Imported from.
 */
source: SourceDto | null, };

export type ConsentPage = { 
/**
 * The person.
 */
person: string, 
/**
 * The name for headings.
 */
name: string, 
/**
 * Every purpose, in the order they are asked.
 */
purposes: Array<ConsentRow>, 
/**
 * What was said before and by whom it was written down, newest first.
 */
history: Array<ConsentChange>, 
/**
 * How far the entry goes now: `open` (custodians together can open the card), `withheld` (this register's devices
 * alone), `here` (this device alone, or those that have it already).
 */
reach: string, 
/**
 * Somebody said no, and the next exchange or the next epoch still has to make it so.
 */
waits: boolean, 
/**
 * The register exchanges with a buffer.
 */
joined: boolean, };

export type ConsentRow = { 
/**
 * `hold`, `buffer`, `emergency`, `desk`, `statistics`.
 */
purpose: string, 
/**
 * Nothing: not asked yet.
 */
given: boolean | null, 
/**
 * Two officers wrote different answers without knowing of each other; until it is settled the "no" counts.
 */
disputed: boolean, 
/**
 * When it was said.
 */
at: number | null, 
/**
 * Who said it; empty: the person.
 */
by: string, 
/**
 * `spoken`, `signed`, `thumb_mark`, `sheet`.
 */
how: string, 
/**
 * Who wrote it down.
 */
officer: string, };

export type ConsentChange = { 
/**
 * When it was written down here.
 */
written: number, 
/**
 * The answer.
 */
row: ConsentRow, 
/**
 * `typed`, `import`, `sync`, `undo`, …
 */
source: string, };

export type ConsentInput = { 
/**
 * Whose entry.
 */
person: string, 
/**
 * Who answered; empty: the person.
 */
by: string, 
/**
 * `spoken`, `signed`, `thumb_mark`, `sheet`.
 */
how: string, 
/**
 * The answers.
 */
answers: Array<ConsentAnswer>, };

export type ConsentAnswer = { 
/**
 * `hold`, `buffer`, `emergency`, `desk`, `statistics`.
 */
purpose: string, 
/**
 * Yes or no.
 */
given: boolean, };

export type EraseLook = { 
/**
 * The person.
 */
person: string, 
/**
 * The name.
 */
name: string, 
/**
 * Filled fields of the card and of the case file.
 */
values: number, 
/**
 * Family contacts.
 */
contacts: number, 
/**
 * Calls and their outcomes.
 */
attempts: number, 
/**
 * Entries of the history.
 */
changes: number, 
/**
 * The buffer has, or may have, a sealed copy.
 */
atBuffer: boolean, 
/**
 * Other devices of the register, which erase when they exchange next.
 */
otherDevices: number, 
/**
 * The sheet the entry was imported from: it stays where it is.
 */
sheet: string | null, };

export type Retention = { 
/**
 * Years after the last confirmation, for who is abroad (1-20).
 */
afterConfirmed: number, 
/**
 * Years after the return, for who is back home (1-20).
 */
afterReturned: number, 
/**
 * Who set it; nothing while it is the one every register begins with.
 */
setBy: string | null, 
/**
 * When (Unix seconds).
 */
setAt: number | null, 
/**
 * People past it now.
 */
past: number, };

export type RetentionInput = { 
/**
 * Years (1-20).
 */
afterConfirmed: number, 
/**
 * Years (1-20).
 */
afterReturned: number, };

export type PastRow = { 
/**
 * Who.
 */
row: PersonRow, 
/**
 * Said to be back home: a day, a year, or words.
 */
returned: string | null, };

export type PastPeople = { 
/**
 * The rule.
 */
rule: Retention, 
/**
 * The first of them.
 */
rows: Array<PastRow>, };

export type ExportChoices = { 
/**
 * What for, in the order they are offered.
 */
purposes: Array<ExportPurpose>, 
/**
 * Groups of fields, in the table's order.
 */
groups: Array<string>, 
/**
 * Forms.
 */
formats: Array<ExportFormatChoice>, };

export type ExportPurpose = { 
/**
 * `own-copy`, `crisis`, `help`, `visit`, `planning`, `other`.
 */
code: string, 
/**
 * The groups it needs, which are chosen beforehand.
 */
fields: Array<string>, 
/**
 * It must be said who gets it.
 */
needsTo: boolean, 
/**
 * It must be said in words what for.
 */
needsWhy: boolean, 
/**
 * Who said no to this (`desk`, `statistics`) is left out.
 */
asks: string | null, };

export type ExportFormatChoice = { 
/**
 * `csv`, `xlsx`, `vcard`, `pfif`, `hxl`.
 */
code: string, 
/**
 * Groups it can hold at least in part.
 */
groups: Array<string>, };

export type ExportInput = { 
/**
 * `csv`, `xlsx`, `vcard`, `pfif`, `hxl`.
 */
format: string, 
/**
 * Code of a purpose.
 */
purpose: string, 
/**
 * Who gets it.
 */
to: string, 
/**
 * What for, in words.
 */
why: string, 
/**
 * Groups or single columns; empty: those the purpose needs.
 */
fields: Array<string>, 
/**
 * Of whom: everybody the list shows for this question, typed text and all, whatever page it asks for.
 */
query: PeopleQuery, };

export type ExportLook = { 
/**
 * People in it.
 */
persons: number, 
/**
 * Left out because they said no to it.
 */
refused: number, };

export type ExportSaved = { 
/**
 * Where it lies.
 */
file: SavedFile, 
/**
 * People in it.
 */
persons: number, 
/**
 * Left out because they said no to it.
 */
refused: number, };

export type ExportRow = { 
/**
 * Which.
 */
id: string, 
/**
 * When (Unix seconds).
 */
at: number, 
/**
 * The day in Philippine time (`2025-07-01`).
 */
day: string, 
/**
 * The officer.
 */
by: string, 
/**
 * Who got it; empty where it stayed here or went to the person it is about.
 */
to: string, 
/**
 * A purpose's code, or `access` (a copy for the person), `work` (a sheet for the officer's own work or the family).
 */
purpose: string, 
/**
 * In words.
 */
why: string, 
/**
 * A format, `access_json`, `access_pdf`, or `sheet_meeting`, `sheet_calls`, `sheet_card`, `sheet_consent`, `sheet_plan`.
 */
kind: string, 
/**
 * People in it.
 */
persons: number, 
/**
 * How many times the same was made that day.
 */
times: number, 
/**
 * Groups and single columns.
 */
fields: Array<string>, };

export type ExportList = { 
/**
 * The latest.
 */
rows: Array<ExportRow>, 
/**
 * How many there are.
 */
total: number, };
