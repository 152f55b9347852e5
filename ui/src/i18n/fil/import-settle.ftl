## Import: questions, corrections, what is left to look at
questions-title = { $count } tanong tungkol sa file na ito
questions-text = Isang sagot lang para sa buong sheet, at para sa susunod na ganitong sheet.
ask-hidden = { $count ->
    [1] Nakatago ang sheet na “{ $sheet }”. May isang tao rito. Kasama ba siya?
   *[other] Nakatago ang sheet na “{ $sheet }”. May { $count } tao rito. Kasama ba sila?
}
ask-hidden-yes = Isama rin ang “{ $sheet }”
ask-hidden-no = Huwag isama ang “{ $sheet }”
ask-dates = Sa “{ $sheet }”, dalawa ang puwedeng basa sa { $count } petsa. Alin ang una, araw o buwan?
ask-dates-dmy = Araw muna: 25/12
ask-dates-mdy = Buwan muna: 12/25
ask-dates-else = Kung halo-halo, itama isa-isa sa ibaba.
ask-barangay = { $count ->
    [1] Sa “{ $sheet }”, isang tao ang walang barangay. Alin ang barangay niya?
   *[other] Sa “{ $sheet }”, { $count } tao ang walang barangay. Iisa ba ang barangay nila?
}
ask-barangay-label = Barangay ng “{ $sheet }”
ask-again = Tanungin ulit
preview-all-there = Narito na ang lahat ng { $count }. Wala nang idaragdag.
fix-open = Itama
fix-take = Tanggapin
fix-cell = Itama ang hanay { $row }, kolum { $column }
fix-cell-of = Itama ang hanay { $row }, kolum { $column }: { $field }
fix-taken = Naitama ang hanay { $row }, kolum { $column }
fix-was = dati: { $was }
fix-back-of = Ibalik ang hanay { $row }, kolum { $column }
fixes-title = { $count } cell ang naitama
fixes-text = Hindi nababago ang file ninyo. Kasamang isusulat ng mga tao ang mga itinama.
later-title = { $count } cell ang titingnan pa
later-text = Buksan ang tao, itama, saka lagyan ng tsek dito.
later-done = Tapos na: { $count }.
later-tick = Tapos na
later-tick-of = Tapos na: { $name }, { $problem }
later-ticked = Natsekan na
see-later = Tingnan ang { $count } cell
left-title = Hindi isinama:
left-sheet = “{ $sheet }”{ $count ->
    [0] {""}
   *[other] , { $count } hanay na may tao
}:
left-hidden = nakatago sa workbook.
left-left_out = hindi ninyo isinama.
left-no_header = hindi listahan ng tao.
left-form_definition = mga tanong ng form, hindi ang mga sagot.
left-same_file = kapareho ng ibang file sa import na ito.
at-entry = tala { $row }
fix-entry = Itama ang tala { $row }: { $field }
fix-taken-entry = Naitama ang tala { $row }
fix-back-of-entry = Ibalik ang tala { $row }
fixes-earlier = { $count } ang ganito ring itinama sa naunang import. Ibalik ang hindi na totoo.
