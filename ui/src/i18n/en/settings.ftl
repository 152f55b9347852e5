## Settings
language = Language
language-explain = Kept on this device, for the first screen too.
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
