## Import: questions, corrections, what is left to look at
questions-title = { $count ->
    [one] One question about this file
   *[other] { $count } questions about this file
}
questions-text = One answer settles it for the whole sheet, and for the next sheet like this one.
ask-hidden = { $count ->
    [one] The sheet “{ $sheet }” is hidden. It has one person. Does this person belong in?
   *[other] The sheet “{ $sheet }” is hidden. It has { $count } people. Do they belong in?
}
ask-hidden-yes = Bring in “{ $sheet }” too
ask-hidden-no = Leave out “{ $sheet }”
ask-dates = In “{ $sheet }”, { $count ->
    [one] one date
   *[other] { $count } dates
} can be read two ways. What comes first, the day or the month?
ask-dates-dmy = Day first: 25/12
ask-dates-mdy = Month first: 12/25
ask-dates-else = If they are mixed, correct them one by one below.
ask-barangay = { $count ->
    [one] In “{ $sheet }”, one person has no barangay. Which one is it?
   *[other] In “{ $sheet }”, { $count } people have no barangay. Are they all from one?
}
ask-barangay-label = Barangay of “{ $sheet }”
ask-again = Ask me again
preview-all-there = { $count ->
    [one] The one person in this file is already here. Nothing has to be added.
   *[other] All { $count } are already here. Nothing has to be added.
}
fix-open = Correct
fix-take = Take it
fix-cell = Correct row { $row }, column { $column }
fix-cell-of = Correct row { $row }, column { $column }: { $field }
fix-taken = Row { $row }, column { $column } is corrected
fix-was = was: { $was }
fix-back-of = Undo row { $row }, column { $column }
fixes-title = { $count ->
    [one] One cell corrected
   *[other] { $count } cells corrected
}
fixes-text = Your file stays as it is. The corrections are written with the people.
later-title = { $count ->
    [one] One cell still to look at
   *[other] { $count } cells still to look at
}
later-text = Open the person, set it right, then tick it off here.
later-done = Done so far: { $count }.
later-tick = Done
later-tick-of = Done: { $name }, { $problem }
later-ticked = Ticked off
see-later = { $count ->
    [one] Look at one cell
   *[other] Look at { $count } cells
}
left-title = Left out:
left-sheet = “{ $sheet }”{ $count ->
    [0] {""}
    [one] , one row with a person
   *[other] , { $count } rows with people
}:
left-hidden = hidden in the workbook.
left-left_out = left out by you.
left-no_header = not a list of people.
left-form_definition = a form's questions, not its answers.
left-same_file = the same as another file of this import.
at-entry = entry { $row }
fix-entry = Correct entry { $row }: { $field }
fix-taken-entry = Entry { $row } is corrected
fix-back-of-entry = Undo entry { $row }
fixes-earlier = { $count ->
    [one] One was corrected so in an earlier import.
   *[other] { $count } were corrected so in an earlier import.
} Undo what no longer holds.
