## Drills
drill-level = Lebel sa alerto
drill-invented = Dose ka mugna nga tawo ang mogawas, walay bisan unsa gikan sa inyong rehistro. Usa ka kauban ang modula isip pamilya gikan sa mga role card.
drill-role = Role card, alang sa modula isip pamilya
role-safe = “Nakaestorya nako siya karon. Maayo ang tanan.”
role-needs_medical = “Nasamdan siya ug nanginahanglan og doktor.”
role-needs_help = “Wala siyay makaon ug gusto nang mouli.”
role-no_news = “Duha na ka semana nga wala mi balita.”
role-wrong_number = “Sayop ang numero. Wala ko kaila nila.”
role-call_back = “Nagmaneho ko. Tawagi ko karong gabii.”
role-declines = “Dili siya gustong kontakon.”
drill-end = Tapusa ang ensayo
drill-result = Resulta sa ensayo
drill-right = { $right } sa { $total } ka tubag ang nasulat sumala sa giingon sa pamilya
drill-time = { $count ->
    [1] usa ka minuto
   *[other] { $count } ka minuto
}
drill-calls = Mga tawag nga nasulat
drill-took = Oras
drill-was-right = husto
drill-was-wrong = nasulat: { $state }
drill-not-called = wala matawagi
refused-drill_over = Nahuman na ang ensayo. Pagsugod og lain.
