## Import: people who are here already
known-title = The sheet and the register differ about people who are already here
known-text = The list below shows what differs. Tick this to take over what the sheet says, also for people who are already here. Numbers that were there stay, behind the new ones. Taking the whole import back undoes it.
known-take = Take over { $count ->
    [one] one cell
   *[other] { $count } cells
} for people who are already here
known-taken = { $count ->
    [one] One person here was corrected from the sheet
   *[other] { $count } people here were corrected from the sheet
}
