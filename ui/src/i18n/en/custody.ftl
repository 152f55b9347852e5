## A custodian organisation: start
nav-requests = Requests
nav-shares = Shares
nav-demands = Demands
nav-log = Log
choose-any-title = What do you want to open?
custodian-word = Custodian organisation
organisation-start-text = Does your organisation keep shares for a federation?
organisation-start = Set up a custodian organisation
organisation-create = Set up a custodian organisation
organisation-create-text = A custodian keeps a part of the key to registers, watches the public log, and approves or refuses when a crisis desk asks. Its own keys are made on this device.
organisation-name = Name of the organisation
organisation-name-hint = As it will stand in the public list of custodians.
jurisdiction = Country whose authorities can compel it
jurisdiction-hint = The rules make sure that no one country can open everything.
organisation-create-submit = Make the organisation's keys
organisation-recover-link = The laptop was lost: recover from the 24 words
organisation-recover = Recover an organisation
organisation-recover-text = With the 24 words on paper, this device can again open the shares that the buffer keeps sealed for your organisation.
recover-words = The 24 words, in order
organisation-recover-submit = Recover
organisation-wrong-passphrase = This passphrase does not open the organisation.
this-organisation-title = This organisation
this-organisation = this organisation
please-choose = Please choose
next = Next
previous = Back one step
six-words = Six words to compare
demo-policy = Short times for a demonstration
demo-policy-text = This federation's rules are marked as a demonstration: waits last seconds, not hours. Real people must not be in it.
refused-changed_meanwhile = The request has changed since you looked. Nothing was signed. Please look again.
refused-not_now = This cannot be done at this step. Nothing was changed.
refused-paper_untested = First test the paper: enter its 24 words.
refused-paper_tested = The words were tested and are not shown again. The paper has them.
refused-unknown_file = This is not a file of a federation.
refused-no_genesis = First take the founding file of the federation.
bad-input-paper_words = Please check the 24 words.

## Home
custody-home-title = What needs a decision
waiting-title = { $count ->
    [0] No decision waits
    [one] One decision waits
   *[other] { $count } decisions wait
}
waiting-none = Nothing has to be decided now.
running-title = Decided and still running
also-title = Also to be done
task-due = due { $when }
task-was-due = was due { $when }
no-federation-yet = Not yet in a federation.
member-of = Custodian of { $federation }.
keeps-shares-of = Registers whose shares are kept: { $count }
organisation-open = About this organisation
custody-exchange-title = Exchange with the buffer
custody-nothing-changed = Nothing here was changed. The organisation keeps what it has.
custody-exchanged = Exchanged. The log was mirrored and checked.
exchanged-entries = New entries of the log: { $count }
exchanged-cosigned = Entries this organisation now vouches for: { $count }
exchanged-bundles = Bundles of shares accepted: { $accepted }, refused: { $refused }
exchanged-requests = New requests: { $count }
exchanged-handed-over = Sealed shares handed over: { $count }
exchanged-taken-over = Bundles taken over or found again: { $count }
exchanged-retired = Bundles dropped because they are over: { $count }

## Spans and countdowns
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
countdown-expires = Can be decided for { $span }
countdown-expires-over = The time to decide is over.
countdown-cool-off = Waiting time: { $span } until shares may be handed over
countdown-cool-off-over = The waiting time is over.
countdown-until = The grant lasts another { $span }
countdown-until-over = The grant is over.
cool-off-fast = More organisations approved than are needed: the short waiting time counts.

## Requests
requests-title = Requests for a release
requests-none = No request has been seen
requests-none-text = When a crisis desk asks for a release, it appears here after the next exchange.
requests-open = Open
requests-past = Over
request-drill = Only practice, with invented people. Nobody is in danger.
request-decide = Look and decide
request-look = Look
request-state = Where the request stands
areas-count = { $count ->
    [one] one barangay
   *[other] { $count } barangays
}
desk-unknown = Unknown desk
approvals-of = Approvals: { $count } of { $needed }
objections-of = Objections: { $count } (stopped by { $stop })
cannot-approve = This request cannot be approved
checks-title = Checks
checks-all-right = All { $count } checks are right
checks-wrong = { $count ->
    [one] One check is not right
   *[other] { $count } checks are not right
}
checks-wrong-text = While a check is not right, nothing can be approved and no share leaves this organisation.
check-right = right
check-wrong = not right
check-found-least = Found: { $found }. Needed at least: { $asked }.
check-found-most = Found: { $found }. Allowed at most: { $asked }.
scope-title = What is asked for
scope-words = { $count ->
    [one] Cards of people from one barangay who are in this country: { $country }.
   *[other] Cards of people from { $count } barangays who are in this country: { $country }.
}
scope-cards-only = A card holds the name, where the person is, and the family's phone numbers. Notes and documents can never be released.
scope-map = Map of the world with { $country } marked
map-not-there = The map cannot be shown here. The same facts stand beside it.
all-countries = all countries
area-not-held = no shares kept here
scope-held = Of this, your organisation keeps shares of { $compartments } compartments in { $registers } registers. How many people that is, only the registers know.
caps-title = Limits
cap-used = Used
cap-allowed = Allowed
cap-areas = Barangays in this request
cap-areas-90 = Barangays of this desk in 90 days
cap-requests-90 = Requests of this desk in 90 days
desk-title = Who asks
desk-areas = Answers for
desk-card-age = Card in the public log
since-and-ago = since { $when } ({ $ago })
desk-card-valid = Card valid
from-until = { $from } to { $until }
desk-officers = Officers
desk-officers-signed = { $count } of { $officers } signed this request
desk-reviews-overdue = Reviews after earlier releases that this desk still owes: { $count }
desk-unknown-text = The desk's card is not known. Do not trust this request.
declaration = Declaration of the emergency
declaration-hash = Fingerprint of the document. Ask for the document and compare:
grant-asked = Time asked for
cosigners-title = Organisations that vouch for the log
cosigners-of = Vouching: { $count }. Needed: { $needed }.
cosigners-outside = Of them not custodians: { $count }. Needed: { $needed }.
cosigner-signed = vouches
cosigner-missing = not yet
outside-witness = outside witness
decisions-title = What the custodians said
decisions-none = No organisation has decided yet.
decision-superseded = replaced by a later word
decision-not-logged = not yet confirmed in the log
events-title = What happened then
decide-title = Decide
decide-again-title = Decide again
decide-what = What does your organisation say?
decide-does-approve = Your shares are handed over once { $needed } organisations approve and the waiting time is over. Not before.
decide-does-object = You say the release must not happen at all. { $stop } objections stop it for good. An objection stays.
decide-does-refuse = Your organisation takes no part. Others may still release.
decide-reason = Reason
decide-text = In your own words
decide-text-hint = May stay empty, unless the reason is “Other”. The desk and all custodians can read it. Name nobody.
decide-for-ever = Your decision is signed and stands in the public log for ever. After pressing you have ten seconds to stop it.
decide-submit = Sign the decision
decide-pause = { $count ->
    [one] It will be signed in one second.
   *[other] It will be signed in { $count } seconds.
}
decide-signing = Signing…
decide-cancel = Stop, sign nothing
decide-cancelled = Stopped. Nothing was signed.
decide-signed = The decision was signed. It goes to the log with the next exchange.

## Organisation, way in, files
organisation-title = The organisation
organisation-doors = More about this organisation
setup-title = The way into the federation
setup-next = Next step
way-done = done
way-next = next
way-later = later
seat = Number in the list of custodians
seat-none = none yet
paper-key = Key on paper
buffer-none = none yet
organisation-card-text = The card holds the organisation's name and public keys. Give it to those who found the federation, and compare the six words by voice.
card-save = Save the card as a file
file-saved = Saved: { $name } ({ $folder })
connect-title = Connect to the buffer
connect = Connect
rule-approvals = Approvals needed
rule-of = { $count } of { $of } custodians
rule-veto = Objections that stop a release
rule-quorum = Organisations that must vouch
rule-quorum-of = { $count }, of them outside witnesses: { $externals }
rule-cool-off = Waiting time
rule-cool-off-spans = { $span }; with one approval more: { $fast }
rule-card-age = Age of a desk's card
rule-window = Longest grant
members-title = Organisations
versions = Rules version { $policy }, list version { $roster }
files-title = Files from others
files-text = Founding files, desk cards to sign, hand-overs and objections come as files. You see what is in a file before anything is signed or taken.
files-choose = Choose a file
signatures-of = { $count } of { $needed } signatures
signed-here = Your organisation has signed
lint-title = What the check of the rules says
lint-error = fault
lint-warning = note
compare-words = Compare these six words by voice with those who made the file:
compared = All six words are the same
file-sign = Sign
file-take = Take it
file-drop = Put it aside

## Key on paper
paper-title = Key on paper
paper-exists = The paper exists; tested { $when }.
paper-not-yet = The paper does not exist yet
paper-change-due = The key is to be changed by { $when }.
paper-why = Without it, a lost laptop means lost shares. It exists once all 24 words were entered again from the paper.
paper-write = 1. Write the words down
paper-write-text = Write all 24 words with their numbers on paper, in two copies. Put each into its own sealed envelope. No photo, no message. Look around: nobody else should see this screen.
paper-show = Show the 24 words
paper-hide = Hide the words
paper-sheet-name = Write this on the sheet as well, so that sheets can be told apart: { $words }
paper-test-title = 2. Test the paper
paper-test-text = Enter the words from the paper. After the test the words are never shown again.
paper-test-again-text = Open an envelope and enter its words, to be sure that the paper can still be read.
paper-test = Enter the words
paper-test-step = Words { $from } to { $to } of { $total }
paper-four-letters = The first four letters of a word are enough.
paper-wrong = Not right: { $numbers }. Look at these numbers on the paper again.
paper-no-paste = Please type from the paper. Pasting would test nothing.
paper-check = Check all words
paper-right = All 24 words are right. The paper exists.
paper-right-text = Put it back into its envelope, seal it, and note where it is kept.
word-number = Word { $number }

## Change of key, hand-over
key-title = Change the key
key-text = The key for shares is changed every six to twelve months, together with the other custodians. Live shares are sealed to the new key; those of retired registers are dropped; the old key and its paper are destroyed. Then even an old copy of the buffer cannot be opened with them.
key-since = Key in use since
key-due = To be changed by
key-live = Live bundles to be sealed anew
key-retired = Retired bundles to be dropped
key-start = Begin the change
key-paper = To the new paper
key-finish-text = The old key ends with this step. Make sure the new paper was tested.
key-finish = Seal anew and end the old key
key-changed = Done. Sealed anew: { $resealed }. Dropped: { $dropped }.
key-destroy-paper = Now destroy both copies of the old paper.
key-exchange-next = Exchange now: only then the new paper finds these shares at the buffer.
handover-title = Hand over to another organisation
handover-none = No hand-over is under way.
handover-out-text = To leave: take the card file of the organisation that follows. Its shares are the same as yours; no register has to do anything.
handover-in-text = To take a place over: give your card to the organisation that leaves, then take its hand-over file.
handover-to = Hand-over to { $name }
handover-from = Hand-over from { $name }
handover-epochs = Bundles handed over
handover-renewed = Renewed by their registers: { $renewed } of { $epochs }. Until all are, the organisation that left could still be compelled.
handover-save = Save the hand-over file
handover-arrived = Arrived: { $taken } of { $epochs }
handover-next-roster = Give the signed list to the other custodians. When enough have signed, exchange with the buffer.
handover-next-seal = The new list is in force. Compare the six words with the successor by voice, then seal the shares.
handover-next-receipt = The sealed shares go to the buffer with the next exchange; the file is for a successor without a line. The receipt comes back the same way.
handover-next-take = Exchange with the buffer, or take the hand-over file of the organisation that leaves.
handover-destroy-text = Shares, letters and the key for shares are destroyed on this device for good. Destroy the sheet of paper afterwards.
handover-destroy = Destroy our shares and key
handover-destroyed = Destroyed. Now destroy both copies of the paper.

## Shares and drills
shares-title = Shares kept here
shares-text = A share alone opens nothing. Every bundle is checked when it arrives, and a receipt says whether it can help.
receipts-title = Bundles and receipts
receipts-none = No bundles yet
receipts-none-text = Bundles of shares arrive with an exchange.
receipts-kept = Bundles kept: { $count }, shares in them: { $shares }
receipts-refused = Bundles refused and not yet replaced: { $count }. Their registers are told and deal again.
bundle-refused = refused
bundle-line = Bundle { $number }, compartments: { $count }
register-word = Register
drills-title = Drills
drills-text = Every three months an invented register is released from beginning to end, to see that everybody can.
drill-never = No drill was gone through yet
drill-last = Last drill: { $when }
drill-due = Next: { $when }

## Demands and statements
demands-title = Demands of authorities
demands-text = Write down every demand of an authority to see or open data. Only numbers are published.
demands-recorded = Recorded here
demands-none = No demand recorded
demands-none-text = May it stay so. If one comes: note it the same day and call the other custodians.
demand-new = Record a demand
demand-change = Change
demand-authority = Kind of authority
demand-date = Received on
demand-asked = What did it ask for?
demand-outcome = What came of it?
demand-note = Notes for your organisation
demand-note-hint = Kept sealed here, never published. Do not name people from a register.
demand-saved = Recorded
demand-counted = counted in public
demand-not-counted = not yet counted in public
counts-title = Numbers in public
counts-never = Never published.
counts-last = Last published: { $when }
counts-unpublished = Demands recorded or changed since then: { $count }
counts-publish = Publish the numbers
demands-published = The numbers were published
statements-title = Statements
statements-none = No statement yet.
statement-new = Make a statement
statement-counts = Demands: { $total }. Open: { $received }, refused: { $refused }, taken further: { $escalated }, nothing more may be said: { $gagged }, something was given: { $complied }.
statement-only-true = Sign only what is true today. If you may not say it, let the date pass: a missed date is shown to everybody.
statement-language = Language of the text
statement-text = Text
statement-written = Written in: { $languages }
statement-next = Next statement within
statement-next-by = Promised by { $when }. Everybody sees when that date is missed.
statement-none = We have received no demand since the founding
statement-none-hint = Refused once a demand was recorded. Tick it only when it is true.
statement-publish = Sign and publish
statement-saved = The statement was signed
statement-overdue = overdue
statement-due = Your next statement is promised by { $when }.
statement-was-due = Your statement was promised by { $when }.
statement-line = Statement { $number } of { $when }, next promised by { $next }

## Log
log-title = Public log
log-text = Every request, decision and hand-over stands in a log that nobody can change unseen. Your organisation keeps a full copy and vouches for it.
log-none = Nothing mirrored yet
log-none-text = The log is copied with the first exchange.
alarms-title = Alarm
alarms-text = The log showed something it must not. Nothing here was changed or deleted. Tell the other custodians before you exchange again.
alarms-none = No alarm. All that was shown so far fits together.
mirror-title = Your copy
log-size = Entries
log-checkpoint = Newest confirmed state
log-cosigned = Entries you vouch for
log-cosigned-none = none yet
log-origin = Name of the log
log-root = Fingerprint
log-check = Check the whole copy again
log-checked = Everything fits together. Entries: { $count }.
verify-title = Verify without trusting anybody
verify-text = Anybody can check the log from outside, from the internet, a folder or a USB stick. In a terminal:
entries-title = Newest entries
