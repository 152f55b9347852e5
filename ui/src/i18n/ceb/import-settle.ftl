## Import: questions, corrections, what is left to look at
questions-title = { $count } ka pangutana bahin niining file
questions-text = Usa ka tubag lang para sa tibuok sheet, ug para sa sunod nga sheet nga sama niini.
ask-hidden = { $count ->
    [1] Nakatago ang sheet nga “{ $sheet }”. Dunay usa ka tawo niini. Apil ba siya?
   *[other] Nakatago ang sheet nga “{ $sheet }”. Dunay { $count } ka tawo niini. Apil ba sila?
}
ask-hidden-yes = Iapil usab ang “{ $sheet }”
ask-hidden-no = Ayaw iapil ang “{ $sheet }”
ask-dates = Sa “{ $sheet }”, duha ang mahimong basa sa { $count } ka petsa. Asa ang una, adlaw o bulan?
ask-dates-dmy = Adlaw una: 25/12
ask-dates-mdy = Bulan una: 12/25
ask-dates-else = Kon nagkasagol, tul-ira tagsa-tagsa sa ubos.
ask-barangay = { $count ->
    [1] Sa “{ $sheet }”, usa ka tawo ang walay barangay. Asa ang iyang barangay?
   *[other] Sa “{ $sheet }”, { $count } ka tawo ang walay barangay. Usa ra ba ang ilang barangay?
}
ask-barangay-label = Barangay sa “{ $sheet }”
ask-again = Pangutan-a pag-usab
preview-all-there = Ania na ang tanang { $count }. Wala nay idugang.
fix-open = Tul-ira
fix-take = Dawata
fix-cell = Tul-ira ang laray { $row }, kolum { $column }
fix-cell-of = Tul-ira ang laray { $row }, kolum { $column }: { $field }
fix-taken = Natul-id na ang laray { $row }, kolum { $column }
fix-was = kaniadto: { $was }
fix-back-of = Iuli ang laray { $row }, kolum { $column }
fixes-title = { $count } ka cell ang natul-id
fixes-text = Dili mausab ang inyong file. Ang mga gitul-id isulat uban sa mga tawo.
later-title = { $count } ka cell ang tan-awon pa
later-text = Ablihi ang tawo, tul-ira, unya tsekan dinhi.
later-done = Human na: { $count }.
later-tick = Human na
later-tick-of = Human na: { $name }, { $problem }
later-ticked = Natsekan na
see-later = Tan-awa ang { $count } ka cell
left-title = Wala iapil:
left-sheet = “{ $sheet }”{ $count ->
    [0] {""}
   *[other] , { $count } ka laray nga may tawo
}:
left-hidden = nakatago sa workbook.
left-left_out = wala ninyo iapil.
left-no_header = dili listahan sa tawo.
left-form_definition = mga pangutana sa porma, dili ang mga tubag.
left-same_file = parehas sa laing file niining import.
at-entry = rekord { $row }
fix-entry = Tul-ira ang rekord { $row }: { $field }
fix-taken-entry = Natul-id na ang rekord { $row }
fix-back-of-entry = Iuli ang rekord { $row }
fixes-earlier = { $count } ang gitul-id nang ingon niini sa miaging import. Iuli ang dili na tinuod.
