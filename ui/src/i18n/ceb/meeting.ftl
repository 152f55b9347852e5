## Freshness and the monthly meeting
fresh-title = Presko nga mga rekord ug mga miting
fresh-all = Tanan
fresh-areas = Matag barangay
fresh-within = Nakumpirma sulod sa
fresh-months = { $count ->
    [1] usa ka bulan
   *[other] { $count } ka bulan
}
fresh-of = { $fresh } sa { $people } ka tawo ang nakumpirma sulod sa { $months } ka bulan
fresh-meaning = Kon naay mahitabo ugma, masaligan ninyo kining mga numero. Ang ubang pamilya tingali mibalhin na o nag-ilis og telepono. Tumong ang 90 %.
fresh-how = Giunsa kini pag-ihap
fresh-formula = Mga tawong nakumpirma sulod sa panahon sa ibabaw, gibahin sa tanang naa sa listahan, paubos ang paglingin. Dili iapil ang nakauli na. Maayo gikan sa 90 %, igo-igo gikan sa 75 %, huyang gikan sa 50 %.
fresh-nobody = Walay naa sa gawas nga kumpirmahon
fresh-no-barangay = Walay nasulat nga barangay
fresh-level-good = maayo
fresh-level-fair = igo-igo
fresh-level-weak = huyang
fresh-level-poor = huyang kaayo
fresh-level-nobody = walay tawo
meeting-title = Miting
meeting-of = Miting: { $name }
meeting-due = { $count ->
    [1] Panahon na sa binulan nga miting sa usa ka barangay.
   *[other] Panahon na sa binulan nga miting sa { $count } ka barangay.
}
meeting-hold = Adto sa mga miting
meeting-left-open = Naay miting nga wala mahuman: { $name }
meeting-take-up = Padayona ang miting
meeting-begin = Sugdi ang miting
meeting-everybody = Miting sa tanan
meeting-runs = wala mahuman
meeting-is-due = panahon na sa miting
meeting-never = Wala pay miting nga nahitabo.
meeting-last = Katapusang miting: { $when }
meeting-on-paper = Sa papel
meeting-on-paper-text = Ang listahan nga dad-on: kinsa ang pangutan-on, naay mga kahon nga tsekan. Isulod ang mga tubag sa samang adlaw.
meeting-end = Tapusa ang miting
meeting-progress = Pag-uswag
meeting-done = { $done } sa { $total } ka tawo ang napangutana na
meeting-rows = Kinsa ang pangutan-on
meeting-nobody = Walay kinahanglan pangutan-on
meeting-nobody-text = Ang tanan dinhi nakumpirma sa miaging 30 ka adlaw.
meeting-all-asked = Napangutana na ang tanan. Puwede nang tapuson ang miting.
meeting-somebody = Laing tawo
meeting-ended = Nahuman na ang miting
meeting-not-asked = wala mapangutana
ask-same = Naa pa didto, parehas ang telepono. Kinsay miingon?
ask-changed = Naay nausab. Kinsay miingon?
ask-home = Nakauli na. Kinsay miingon?
ask-else = O lain pa
ask-keys = Mga key: 1 hangtod 9 kinsay miingon, C naay nausab, H nakauli, N walay makasulti, U iuli, mga arrow sa sunod ug sa nag-una.
mark-same = naa pa didto, parehas ang telepono
mark-changed = naay nausab
mark-home = nakauli na
mark-unknown = walay makasulti
stale-title = Mga numero nga tingali sayop na
stale-nobody = Walay numero nga angay duhaduhaan.
stale-count = { $count ->
    [1] Usa ka tawo. Pangutan-a ang pamilya sa sunod nga miting.
   *[other] { $count } ka tawo. Pangutan-a ang mga pamilya sa sunod nga miting.
}
stale-none = walay numero
stale-failed = wala makalusot ang katapusang tawag
stale-never = wala pa makumpirma
stale-old = usa ka tuig na nga wala makumpirma
