## How long entries are kept
retention-title = How long entries are kept
retention-explain = An entry that nobody has looked at for years may harm more than it helps. People past the time set here are listed. Nothing is ever erased by itself.
retention-confirmed = Years after the last confirmation
retention-confirmed-hint = For people who were never confirmed, the time runs from when the entry came in.
retention-returned = Years after the return
retention-returned-hint = For people who are back home.
retention-standard = This is what every register begins with: a contract abroad is mostly for two years.
retention-set-by = Set by { $name } on { $when }.
retention-years = { $count ->
    [one] one year
   *[other] { $count } years
}
retention-save = Keep this rule
retention-saved = The rule is kept
retention-due = { $count ->
    [one] One entry is past the time set for keeping
   *[other] { $count } entries are past the time set for keeping
}
retention-look = Look at them
retention-none = Nobody is past the time
retention-none-text = Nothing has to be done.
retention-list = Past the time
retention-why = Keep those whom the family still wants kept, and ask. Erase those who do not need it any more.
retention-keep = Keep: confirm today
retention-erase = Erase
retention-kept = { $name } is kept, confirmed today
retention-home = back home: { $when }
bad-input-after_confirmed = Choose from one to twenty years.
