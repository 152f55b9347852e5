## Drills
drill-level = Antas ng alerto
drill-invented = Labindalawang kathang tao ang lalabas, walang anuman mula sa inyong rehistro. Isang kasama ang gaganap na pamilya mula sa mga role card.
drill-role = Role card, para sa gaganap na pamilya
role-safe = “Nakausap ko siya ngayon. Maayos ang lahat.”
role-needs_medical = “Nasugatan siya at kailangan ng doktor.”
role-needs_help = “Wala siyang makain at gusto nang umuwi.”
role-no_news = “Dalawang linggo na kaming walang balita.”
role-wrong_number = “Maling numero. Hindi ko sila kilala.”
role-call_back = “Nagmamaneho ako. Tawagan mo ako mamayang gabi.”
role-declines = “Ayaw niyang makontak.”
drill-end = Tapusin ang ensayo
drill-result = Resulta ng ensayo
drill-right = { $right } sa { $total } sagot ang naitala ayon sa sinabi ng pamilya
drill-time = { $count ->
    [1] isang minuto
   *[other] { $count } minuto
}
drill-calls = Mga tawag na naitala
drill-took = Oras
drill-was-right = tama
drill-was-wrong = naitala: { $state }
drill-not-called = hindi natawagan
refused-drill_over = Tapos na ang ensayo. Magsimula ng panibago.
