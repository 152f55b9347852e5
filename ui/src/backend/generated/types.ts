// Generated from crates/app/src/dto by `cargo xtask codegen`. Do not edit.

export type ErrorCode = "locked" | "wrong_passphrase" | "weak_passphrase" | "in_use" | "not_a_register" | "already_there" | "damaged" | "too_new" | "disk" | "not_found" | "bad_input" | "file_empty" | "file_too_large" | "file_not_a_sheet" | "file_protected" | "file_damaged" | "cancelled" | "no_buffer" | "buffer_unreachable" | "buffer_slow" | "buffer_certificate" | "buffer_nonsense" | "buffer_refused" | "buffer_alarm" | "device_revoked" | "cannot_undo" | "refused" | "internal";

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
detail: string | null, };

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
 * Why.
 */
why: Array<string>, };

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
 * Why.
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
 * Only this destination (ISO code).
 */
country: string | null, 
/**
 * Only this barangay (PSGC).
 */
barangay: string | null, 
/**
 * Only those not confirmed lately.
 */
stale: boolean, 
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
rows: Array<PersonRow>, };

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
 * History, newest first.
 */
history: Array<HistoryRow>, };

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
changeSet: string, };

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
 * Reasons in English words.
 */
why: Array<string>, };

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
sample: Array<PersonRowPreview>, };

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
 * 1-based rows of the header.
 */
headerRows: Array<number>, 
/**
 * Rows with persons.
 */
personRows: number, 
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
 * 1-based row.
 */
row: number, 
/**
 * Column letters.
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
 * The cell as typed.
 */
detail: string, };

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
field: string | null, };

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
 * Likely duplicates to look at.
 */
duplicates: number, };

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
 * What is being done, as a code (`reading`, `matching`, `saving`, `sending`, `receiving`).
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
 * Last time everything was exchanged.
 */
lastOk: number | null, 
/**
 * Last failure, as an error code, if the last try failed.
 */
lastError: ErrorCode | null, 
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
country: string, };

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
 * Whom to call, those to call first at the top.
 */
tasks: Array<CallTask>, 
/**
 * Tasks by state (`todo`, `call_back`, `safe`, `needs_help`, `no_news`, `other`).
 */
counts: Array<StateCount>, };

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
callAfter: number | null, };

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
 * Why a new epoch is due at the next exchange: `asked`, `revoked`, `federation`, `grant`, `consent`; nothing if none is.
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
