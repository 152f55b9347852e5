## Ano ang ibinibigay mula sa rehistro
given-title = Mga naibigay na
given-explain = Bawat file at bawat papel na may pangalan na lumabas sa rehistrong ito, mula sa alinmang device nito. Hindi isinusulat kung kaninong pangalan ang naroon.
given-none = Wala pang naibibigay
given-none-text = Kusang nalilista rito ang mga file, kopya at nakalimbag na papel.
given-persons = { $count ->
    [0] walang tao
    [1] isang tao
   *[other] { $count } tao
}
given-fields = Kasama: { $fields }
given-by = ni { $name }
given-times = { $count ->
    [1] isang beses
   *[other] { $count } beses sa araw na iyon
}
given-for-own-copy = Sariling kopya ng rehistro
given-for-crisis = Desk na tumutulong sa krisis
given-for-help = Tulong sa tao: ahensiya, embahada, klinika
given-for-visit = Sarili nating pagdalaw at pulong
given-for-planning = Pagpaplano, walang pangalan
given-for-other = Iba pa
given-for-access = Kopya para sa mismong tao
given-for-work = Sariling gawain, o para sa pamilya
given-kind-csv = Talahanayan (CSV)
given-kind-xlsx = Workbook ng Excel
given-kind-vcard = Mga kontak (vCard)
given-kind-pfif = File ng mga nawawala (PFIF)
given-kind-hxl = Talahanayan para sa mga ahensiyang tumutulong (HXL)
given-kind-access_json = Kopya ng lahat ng hawak (data file)
given-kind-access_pdf = Kopya ng lahat ng hawak (papel)
given-kind-sheet_meeting = Papel sa pulong
given-kind-sheet_calls = Listahan ng tatawagan
given-kind-sheet_card = Kard ng pamilya
given-kind-sheet_consent = Form ng pahintulot
given-kind-sheet_plan = Planong pang-emergency
group-id = Numero ng tala
group-names = Mga pangalan
group-sex = Kasarian
group-birth = Petsa ng kapanganakan
group-status = Kalagayang sibil
group-home = Barangay at purok
group-abroad = Nasaan sa ibang bansa
group-work = Trabaho at amo
group-phones = Sariling telepono at messenger
group-family = Mga kontak sa pamilya
group-family_phones = Telepono ng pamilya
group-confirmed = Huling nakumpirma
group-source = Sheet na pinanggalingan
group-case = Pag-alis, ahensiya, pag-uwi
group-notes = Mga nota
group-everything = Lahat ng hawak

## Paggawa ng file
export-title = Gumawa ng file
export-make = Gumawa ng file
export-explain = Bukas ang file: mababasa ng sinumang may hawak nito. Ibigay lang ang kailangan ng layunin.
export-purpose = Para saan ito?
export-purpose-first = Piliin kung para saan; susunod ang iba.
export-to = Sino ang tatanggap
export-to-hint = Ang tanggapan at ang tao, halimbawa “Desk ng munisipyo, Gng. Reyes”.
export-to-free = Puwedeng walang laman kung walang ibang tatanggap.
export-why = Para saan, sa sarili ninyong salita
export-why-hint = Isang pangungusap.
export-why-free = Puwedeng walang laman.
export-people = Kaninong mga tala
export-these = Ibigay ang mga ito bilang file
export-of-shown = Ang mga taong nasa listahan ngayon
export-of-place = Ayon sa barangay at destinasyon
export-refused = { $count ->
    [1] Isa pang tao ang hindi isinama: tumanggi siya rito.
   *[other] { $count } pang tao ang hindi isinama: tumanggi sila rito.
}
export-fields = Ano ang laman nito
export-fields-text = May tsek na ang kailangan ng layunin, wala nang iba.
export-delicate = Sa maling kamay, makakasakit ito: { $fields }
export-format = Uri ng file
export-save = Isulat ang file
export-not-ready = Sabihin kung para saan at sino ang tatanggap, at pumili ng kahit isa.
export-then = Nakasulat ito sa “Mga naibigay na”. Burahin ang file kapag naibigay na.
bad-input-to = Sabihin nang maikli kung sino ang tatanggap.
bad-input-why = Sabihin nang maikli kung para saan.
bad-input-names_needed = Kailangan ng ganitong file ang mga pangalan. Piliin ang mga pangalan, o ibang uri.
action-export = Naibigay
change-blocked-log = Ang naibigay ay naibigay na. Hindi binabago ang listahang ito.
