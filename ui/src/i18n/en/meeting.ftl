## Freshness and the monthly meeting
fresh-title = Freshness and meetings
fresh-all = All together
fresh-areas = By barangay
fresh-within = Confirmed within
fresh-months = { $count ->
    [one] a month
   *[other] { $count } months
}
fresh-of = { $fresh } of { $people } people were confirmed within { $months } months
fresh-meaning = If something happens tomorrow, you can rely on these numbers. The other families may have moved or changed their phone. Aim at 90 %.
fresh-how = How this is counted
fresh-formula = People confirmed within the time above, divided by all people of the list, rounded down. Who came home is not counted. Good from 90 %, fair from 75 %, weak from 50 %.
fresh-nobody = Nobody abroad to confirm
fresh-no-barangay = No barangay written down
fresh-level-good = good
fresh-level-fair = fair
fresh-level-weak = weak
fresh-level-poor = poor
fresh-level-nobody = nobody
meeting-title = Meeting
meeting-of = Meeting: { $name }
meeting-due = { $count ->
    [one] The monthly meeting is due in one barangay.
   *[other] The monthly meeting is due in { $count } barangays.
}
meeting-hold = Go to the meetings
meeting-left-open = A meeting was not finished: { $name }
meeting-take-up = Go on with the meeting
meeting-begin = Begin the meeting
meeting-everybody = Meeting with everybody
meeting-runs = not finished
meeting-is-due = meeting due
meeting-never = No meeting was held yet.
meeting-last = Last meeting: { $when }
meeting-on-paper = On paper
meeting-on-paper-text = The list to take along: whom to ask about, with boxes to tick. Enter the answers the same day.
meeting-end = End the meeting
meeting-progress = Progress
meeting-done = { $done } of { $total } people asked about
meeting-rows = Whom to ask about
meeting-nobody = Nobody has to be asked about
meeting-nobody-text = Everybody here was confirmed within the last 30 days.
meeting-all-asked = Everybody was asked about. You can end the meeting.
meeting-somebody = Somebody else
meeting-ended = The meeting is over
meeting-not-asked = not asked about
ask-same = Still there, same phone. Who says so?
ask-changed = Something changed. Who says so?
ask-home = Came home. Who says so?
ask-else = Or something else
ask-keys = Keys: 1 to 9 who says so, C changed, H came home, N nobody could say, U undo, arrows to the next and the one before.
mark-same = still there, same phone
mark-changed = something changed
mark-home = came home
mark-unknown = nobody could say
stale-title = Numbers that may be wrong
stale-nobody = No number gives reason to doubt.
stale-count = { $count ->
    [one] One person. Ask the family at the next meeting.
   *[other] { $count } people. Ask the families at the next meeting.
}
stale-none = no number
stale-failed = the last call did not get through
stale-never = never confirmed
stale-old = not confirmed for a year
