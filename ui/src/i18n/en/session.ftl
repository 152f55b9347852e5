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
