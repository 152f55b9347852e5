## Words on printed sheets. The interface does not load this file: the sheets are made behind it.
pp-page = Page { $page } of { $pages }
pp-organisation = Organisation
pp-fingerprint = Six words of this key
pp-buffer = Address of the buffer
pp-date = Date
pp-sealed-by = Sealed by (signature)

## The key of an organisation
pp-key-title = Key on paper
pp-key-secret = SECRET. Whoever reads these words holds this organisation's part. No photo, no copy machine, no message.
pp-key-what = With these 24 words the organisation opens its part of the cards again if its computer is lost. Without them, a lost computer means lost parts.
pp-key-envelopes = Two copies in two envelopes
pp-key-step-two = Print this sheet twice, on a printer that only your organisation uses.
pp-key-step-file = Delete the file, also from the recycle bin, and switch the printer off and on.
pp-key-step-test = Enter all 24 words again from the paper, in the app under “Key on paper”. Only then the sheet counts.
pp-key-step-seal = Put each copy into its own envelope, close it, sign and date across the flap.
pp-key-step-places = Keep the envelopes in two locked places in two buildings. Write down who can reach each.
pp-key-step-opened = Is an envelope opened, damaged or gone? Change the key the same day.
pp-key-step-change = After a change of key, burn or shred both copies of the old one.
pp-key-first = First copy
pp-key-second = Second copy

## The recovery sheet of a register
pp-recovery-title = Recovery sheet
pp-recovery-secret = SECRET. Whoever reads this paper can read the whole register. Keep it locked away, far from any device.
pp-recovery-six = Six words to compare
pp-recovery-what = With these words and the buffer, everything in the register comes back on a new device: people, notes and history. The sheet does not say whose register it is; that is on purpose.
pp-recovery-before = Before you put it away
pp-recovery-keep-file = Delete the file this was printed from, also from the recycle bin.
pp-recovery-keep-check = Type all 24 words into the app again, from this paper. The sheet works only after that.
pp-recovery-keep-away = Put it into a closed envelope, in a locked place in another building than the device.
pp-recovery-keep-lost = Paper lost, or seen by others? Remove the sheet in the app under “Devices and recovery”; make a new one.
pp-recovery-use = When every device is lost
pp-recovery-step-install = Install the app on a new device and choose “Bring a register back from its sheet”.
pp-recovery-step-type = Type the address of the buffer and the 24 words; the first four letters of each are enough.
pp-recovery-step-compare = Compare the six words on the screen with those above. If they differ, stop.
pp-recovery-step-exchange = Choose a new passphrase and exchange. Every other device will see that the sheet was used.

## An invitation
pp-invitation-title = Invitation of a register
pp-invitation-secret = For one register only. Hand it over in person; whoever has these words can join in its place.
pp-invitation-six = Six words of the federation
pp-invitation-use = How to join
pp-invitation-step-open = Open your register in the app and choose “Safety”.
pp-invitation-step-type = Type the address and the twelve words, or scan the code.
pp-invitation-step-compare = Compare the six words on the screen with those above. If they differ, stop and ask who gave you this sheet.
pp-invitation-step-destroy = Once you have joined, destroy this sheet.
pp-invitation-code = The same as a code

## The monthly meeting
pp-meeting-title = Meeting sheet: who to confirm
pp-place = Place
pp-made = Made on
pp-fresh = Confirmed within half a year
pp-fresh-value = { $fresh } of { $all } people ({ $percent } %)
pp-fresh-means = A number that nobody confirmed for half a year often does not answer when it is needed. Aim at 100 %.
pp-to-ask = To ask about
pp-how = How it is done
pp-meeting-ask = Ask somebody of the family: are they still there, is the number still right?
pp-meeting-tick = Tick a box and write down who told you.
pp-meeting-enter = Enter the answers into the app the same day. Then shred or burn this sheet: the names are private.
pp-meeting-none = Everybody was confirmed within the last half year. Nobody has to be asked.
pp-home = Home
pp-home-unknown = Purok not written down
pp-abroad = Abroad
pp-family = Family
pp-last = Last confirmed
pp-never = never
pp-no-contact = no number known
pp-own-number = Own number
pp-tick-same = all still right
pp-tick-changed = changed:
pp-tick-unknown = nobody could say
pp-told-by = Told by:
pp-asked-by = Asked by:

## The call list
pp-calls-title = Call sheet
pp-crisis = Crisis
pp-people = People
pp-drill = DRILL. Nobody is in danger.
pp-calls-none = Nobody of this register is there. Nobody has to be called.
pp-calls-tick = Call from top to bottom. Stop at the first who answers, and tick what came of it.
pp-calls-enter = Enter every answer into the app as soon as you can. Then shred or burn this sheet: the names are private.
pp-calls-still = Still to call
pp-calls-done = Answered already
pp-so-far = So far
pp-notes = Notes
