## Lists: what narrows them
people-more-coming = More may follow in a moment: misspelt names are still being looked up.
filters-chosen = What narrows the list
filter-remove = Take away: { $choice }
filters-show = { $count ->
    [0] Nobody fits
    [one] Show one person
   *[other] Show { $count } people
}
filter-any-barangay = Any barangay
filter-any-purok = Any purok
filter-any-employer = Any employer
filter-any-consent = Any answer
filter-freshness = How sure it still is
fresh-fresh = Confirmed within half a year
fresh-stale = Not confirmed for half a year
fresh-never = Never confirmed
filter-consent-word = Consent
filter-consent = { $purpose }: { $said }
said-given = yes
said-refused = no
said-unasked = not asked yet
filter-more = Also
filter-returned = Came home
filter-abroad = Not home yet
filter-no-phone = No phone to call
filter-conflict = Two answers
filter-outside = In no request

## Whose home is in no request
outside-person = The barangay lies outside of this municipality. A crisis desk asks by barangay, so this person is in no request.
outside-person-unknown = No barangay is written here. A crisis desk asks by barangay, so this person is in no request.
outside-form = This barangay lies outside of the municipality. A crisis desk asks by barangay: this person would be in no request.
outside-unknown = Without a barangay this person would be in no request: a crisis desk asks by barangay.
home-outside = { $count ->
    [one] One person is in no request: their barangay is not one of this municipality, or not written.
   *[other] { $count } people are in no request: their barangay is not one of this municipality, or not written.
}

## The removed
removed-link = Removed people ({ $count })
removed-title = Removed people
removed-explain = They are in no list and in no call. Each can be brought back as they were.
removed-none = Nobody was removed
removed-none-text = Whoever you remove waits here and can be brought back.
removed-when = Removed on { $when }, { $how }
restore = Bring back
restore-name = Bring back { $name }
restored-toast = { $name } is back

## What was changed
changes-title = Changes
changes-explain = Everything that changed something in this register, newest first. Most of it can be taken back.
changes-none = Nothing was changed yet
changes-older = Show older ones
change-open = Look
change-open-name = Look at this change: { $names }
change-title = A change
change-gone = This change is not known here
change-here = on this device
change-device = on { $device }
change-others = { $count ->
    [one] and one more
   *[other] and { $count } more
}
change-undone = taken back
change-people = Whom it touched
change-added = added
change-erased = Somebody who was erased
change-person-removed = removed
change-kept = Changed since, stays: { $fields }
change-take-back-title = Take this back?
change-take-back = Take it back
change-restores = { $count ->
    [one] One value becomes what it was before.
   *[other] { $count } values become what they were before.
}
change-removes = { $count ->
    [one] One person is removed, who was added then.
   *[other] { $count } people are removed, who were added then.
}
change-keeps = { $count ->
    [one] One value was changed since and stays as it is.
   *[other] { $count } values were changed since and stay as they are.
}
change-synced = It came from another device. With the next exchange it is taken back there too.
change-to-imports = To the imports
change-blocked-undone = It was taken back already.
change-blocked-erased = Somebody was erased. What was erased is gone and cannot be brought back.
change-blocked-changed_since = All of it was changed since. What is newer stays.
change-blocked-nothing_left = Nothing of it is left to take back.
action-typed = Typed
action-import = Brought in from a sheet
action-merge = Two entries made one
action-sync = From another device
action-undo = Taken back
action-erase = Erased
action-attempt = A call

## What was begun
begun-title = Begun, not saved yet
begun-new = A new person, last written { $when }
begun-edit = A change, last written { $when }
begun-go-on = Go on
begun-discard-name = Throw away what was begun: { $name }
draft-nameless = No name yet
draft-another = Begin another person
draft-discard = Throw away
draft-discarded = Thrown away
draft-explain = What you type is kept at once, also when the power goes. It counts when you save.
draft-unkept = What you type cannot be kept for later just now. Save before you close.

## Light and dark
theme = Light or dark
theme-system = As the device
theme-light = Light
theme-dark = Dark

## Between a name and what is said of it
colon = :
