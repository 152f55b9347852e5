## Unsa ang gihatag gikan sa rehistro
given-title = Ang mga nahatag na
given-explain = Matag file ug matag papel nga dunay ngalan nga migawas niining rehistroha, gikan sa bisan asang device niini. Wala isulat kon kinsang ngalan ang naa niini.
given-none = Wala pay nahatag
given-none-text = Ang mga file, kopya ug giimprintang papel malista dinhi nga kusa.
given-persons = { $count ->
    [0] walay tawo
    [1] usa ka tawo
   *[other] { $count } ka tawo
}
given-fields = Uban ang: { $fields }
given-by = ni { $name }
given-times = { $count ->
    [1] kausa
   *[other] { $count } ka beses niadtong adlawa
}
given-for-own-copy = Kaugalingong kopya sa rehistro
given-for-crisis = Desk nga motabang sa krisis
given-for-help = Tabang sa tawo: ahensiya, embahada, klinika
given-for-visit = Atong kaugalingong pagduaw ug miting
given-for-planning = Pagplano, walay ngalan
given-for-other = Lain pa
given-for-access = Kopya para sa tawo mismo
given-for-work = Kaugalingong trabaho, o para sa pamilya
given-kind-csv = Tabla (CSV)
given-kind-xlsx = Workbook sa Excel
given-kind-vcard = Mga kontak (vCard)
given-kind-pfif = File sa mga nawala (PFIF)
given-kind-hxl = Tabla para sa mga ahensiyang motabang (HXL)
given-kind-access_json = Kopya sa tanang gihuptan (data file)
given-kind-access_pdf = Kopya sa tanang gihuptan (papel)
given-kind-sheet_meeting = Papel sa miting
given-kind-sheet_calls = Lista sa tawagan
given-kind-sheet_card = Kard sa pamilya
given-kind-sheet_consent = Porma sa pagtugot
given-kind-sheet_plan = Plano sa emerhensya
group-id = Numero sa rekord
group-names = Mga ngalan
group-sex = Sekso
group-birth = Petsa sa pagkatawo
group-status = Kahimtang sibil
group-home = Barangay ug purok
group-abroad = Asa sa gawas sa nasod
group-work = Trabaho ug amo
group-phones = Kaugalingong telepono ug messenger
group-family = Mga kontak sa pamilya
group-family_phones = Telepono sa pamilya
group-confirmed = Katapusang gikumpirma
group-source = Sheet nga gigikanan
group-case = Paglakaw, ahensiya, pag-uli
group-notes = Mga nota
group-everything = Tanang gihuptan

## Paghimo og file
export-title = Paghimo og file
export-make = Paghimo og file
export-explain = Abli ang file: mabasa sa bisan kinsa nga naghupot niini. Ihatag lang ang gikinahanglan sa katuyoan.
export-purpose = Para unsa kini?
export-purpose-first = Pilia kon para unsa; mosunod ang uban.
export-to = Kinsay makadawat
export-to-hint = Ang opisina ug ang tawo, pananglitan “Desk sa munisipyo, Gng. Reyes”.
export-to-free = Mahimong walay sulod kon walay laing makadawat.
export-why = Para unsa, sa inyong kaugalingong pulong
export-why-hint = Usa ka tudling.
export-why-free = Mahimong walay sulod.
export-people = Kang kinsang mga rekord
export-these = Ihatag kini sila isip file
export-of-shown = Ang mga tawo nga gipakita sa listahan karon
export-of-place = Sumala sa barangay ug destinasyon
export-refused = { $count ->
    [1] Usa pa ka tawo ang wala iapil: mibalibad siya niini.
   *[other] { $count } pa ka tawo ang wala iapil: mibalibad sila niini.
}
export-fields = Unsay sulod niini
export-fields-text = Natsekan na ang gikinahanglan sa katuyoan, wala nay lain.
export-delicate = Sa sayop nga kamot makapasakit kini: { $fields }
export-format = Klase sa file
export-save = Isulat ang file
export-not-ready = Isulti kon para unsa ug kinsay makadawat, ug pilia bisan usa.
export-then = Nahisulat kini sa “Ang mga nahatag na”. Papasa ang file kon nahatag na.
bad-input-to = Isulti sa mubo kon kinsay makadawat.
bad-input-why = Isulti sa mubo kon para unsa.
bad-input-names_needed = Nagkinahanglan og mga ngalan kining klase sa file. Pilia ang mga ngalan, o laing klase.
action-export = Nahatag
change-blocked-log = Ang nahatag nahatag na. Dili usbon kining listahan.
