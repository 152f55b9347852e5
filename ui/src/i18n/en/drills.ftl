## Drills
drill-level = Alert level
drill-invented = Twelve invented people appear, with nothing of your register. A colleague plays the families from the role cards.
drill-role = Role card, for whoever plays the family
role-safe = “I spoke with them today. All is well.”
role-needs_medical = “They are hurt and need a doctor.”
role-needs_help = “They have no food and want to come home.”
role-no_news = “We have heard nothing for two weeks.”
role-wrong_number = “Wrong number. I do not know them.”
role-call_back = “I am driving. Call me tonight.”
role-declines = “They do not want to be contacted.”
drill-end = End the drill
drill-result = Result of the drill
drill-right = { $right } of { $total } answers were written down as the family said them
drill-time = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
drill-calls = Calls written down
drill-took = Time
drill-was-right = right
drill-was-wrong = written down: { $state }
drill-not-called = not called
refused-drill_over = The drill is over. Start another one.
