## What people decide and may ask for
rights-title = Their rights
rights-text = Ask what they agree to. Whoever asks to be erased is erased.
rights-consent = What they agree to
rights-erase = Erase for good

## Asking for consent
consent-page-title = What do they agree to?
consent-how-to-ask = Read each question aloud, in their language. A “no” has no drawback for anybody, and can be changed any day. What is not asked is left open.
ask-purpose-hold = May we keep this entry, so that the family can be reached in a crisis?
ask-purpose-buffer = May a locked copy lie at the buffer of the organisations, so that nothing is lost if this device breaks?
ask-purpose-emergency = In an emergency, may several organisations together open the card, so that a desk can find the family?
ask-purpose-desk = May we pass the card on to a desk by name, if help is asked for?
ask-purpose-statistics = May this person be counted in numbers, without a name?
if-no-hold = If no: the entry is erased from this register.
if-no-buffer = If no: only devices that have the entry keep it. If they are lost, the entry is lost.
if-no-emergency = If no: only this register’s own devices can read the card. The village still calls the family.
if-no-desk = If no: nobody outside learns the name through a call.
if-no-statistics = If no: the person is left out of numbers.
consent-answer-yes = Yes
consent-answer-no = No
consent-not-asked = Not asked yet
consent-said-yes = Yes, on { $when }: { $by }, { $how }
consent-said-no = No, on { $when }: { $by }, { $how }
consent-themselves = the person
consent-disputed = Two officers wrote different answers. Until it is asked again, “no” counts.
consent-hold-no = Whoever does not want to be kept is erased. Write the answer down, then:
consent-way = How did they answer?
consent-keep-paper = Keep the sheet with the signature or the thumb mark locked away, or give it back to the family.
consent-by = Who answered
consent-by-hint = Leave it empty if it was the person. Otherwise the name, for example of the mother.
consent-save = Write the answers down
consent-nothing-yet = Choose an answer above first.
consent-kept = The answers are written down
consent-history = Earlier answers
consent-written = Written down on { $when } by { $by }
consent-waits = This takes effect with the next exchange, and then under new keys.
reach-open = In an emergency several organisations together can open this card.
reach-withheld = Only this register’s own devices can read this card. No organisation can open it.
reach-here = Nothing of this entry is at the buffer. It is only on devices that have it already.

## Erasing somebody
erase-title = Erase for good
erase-goes = What is erased
erase-values = { $count ->
    [one] one filled field
   *[other] { $count } filled fields
}
erase-contacts = { $count ->
    [0] no family contact
    [one] one family contact
   *[other] { $count } family contacts
}
erase-attempts = { $count ->
    [0] no calls
    [one] one call with what came of it
   *[other] { $count } calls with what came of them
}
erase-changes = { $count ->
    [0] no history
    [one] the history: one change
   *[other] the history: { $count } changes
}
erase-devices = { $count ->
    [one] the same on the other device, when it exchanges next
   *[other] the same on { $count } other devices, when they exchange next
}
erase-buffer = the locked copies at the buffer, with your next exchange; the register then gets new keys
erase-stays = What this cannot reach
erase-paper = Printed sheets, exported files, photos and notes. Find and destroy them yourself.
erase-sheet = The sheet “{ $file }” that the entry came from.
erase-desk = What a desk was already given.
erase-mark = A mark without a name stays, so that other devices erase too.
erase-for-good = This cannot be undone.
erase-after = After pressing you have ten seconds to stop it.
erase-name = Erase “{ $name }”
erase-pause = { $count ->
    [one] The entry is erased in one second.
   *[other] The entry is erased in { $count } seconds.
}
erase-doing = Erasing…
erase-stop = Stop, erase nothing
erase-stopped = Stopped. Nothing was erased.
erase-done = Erased
erase-exchange = Exchange soon: then the other devices and the buffer erase as well.
bad-input-how = Choose how they answered.
bad-input-by = This name is too long.
bad-input-answers = Choose an answer first.
bad-input-purpose = This question does not exist.
