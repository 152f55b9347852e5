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
