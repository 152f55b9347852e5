## Mga listahan: ano ang nagpapaikli
people-more-coming = Baka may kasunod pa: hinahanap pa ang mga maling baybay na pangalan.
filters-chosen = Ano ang nagpapaikli sa listahan
filter-remove = Alisin: { $choice }
filters-show = { $count ->
    [0] Walang tumutugma
    [1] Ipakita ang isang tao
   *[other] Ipakita ang { $count } tao
}
filter-any-barangay = Kahit anong barangay
filter-any-purok = Kahit anong purok
filter-any-employer = Kahit anong amo
filter-any-consent = Kahit anong sagot
filter-freshness = Gaano pa katiyak
fresh-fresh = Nakumpirma sa loob ng kalahating taon
fresh-stale = Kalahating taon nang hindi nakukumpirma
fresh-never = Hindi pa kailanman nakumpirma
filter-consent-word = Pahintulot
filter-consent = { $purpose }: { $said }
said-given = oo
said-refused = hindi
said-unasked = hindi pa natatanong
filter-more = Pati
filter-returned = Nakauwi na
filter-abroad = Hindi pa nakauuwi
filter-no-phone = Walang matatawagang numero
filter-conflict = Dalawang sagot
filter-outside = Wala sa anumang hiling

## Kaninong tahanan ang wala sa anumang kahilingan
outside-person = Nasa labas ng bayang ito ang barangay. Ayon sa barangay humihiling ang crisis desk, kaya wala ang taong ito sa anumang hiling.
outside-person-unknown = Walang nakasulat na barangay dito. Ayon sa barangay humihiling ang crisis desk, kaya wala ang taong ito sa anumang hiling.
outside-form = Nasa labas ng bayan ang barangay na ito. Ayon sa barangay humihiling ang crisis desk: wala sa anumang hiling ang taong ito.
outside-unknown = Kung walang barangay, wala sa anumang hiling ang taong ito: ayon sa barangay humihiling ang crisis desk.
home-outside = { $count ->
    [1] Isang tao ang wala sa anumang hiling: wala sa bayang ito ang barangay niya, o hindi nakasulat.
   *[other] { $count } tao ang wala sa anumang hiling: wala sa bayang ito ang barangay nila, o hindi nakasulat.
}

## Mga inalis
removed-link = Mga inalis ({ $count })
removed-title = Mga inalis na tao
removed-explain = Wala sila sa anumang listahan at tawagan. Maibabalik ang bawat isa gaya ng dati.
removed-none = Walang inalis
removed-none-text = Dito naghihintay ang sinumang alisin ninyo at maibabalik pa.
removed-when = Inalis noong { $when }, { $how }
restore = Ibalik
restore-name = Ibalik si { $name }
restored-toast = Naibalik na si { $name }

## Ano ang nabago
changes-title = Mga pagbabago
changes-explain = Lahat ng nagpabago sa rehistrong ito, pinakabago muna. Mababawi ang karamihan.
changes-none = Wala pang nabago
changes-older = Ipakita ang mas luma
change-open = Tingnan
change-open-name = Tingnan ang pagbabagong ito: { $names }
change-title = Isang pagbabago
change-gone = Hindi kilala rito ang pagbabagong ito
change-here = sa device na ito
change-device = sa { $device }
change-others = { $count ->
    [1] at isa pa
   *[other] at { $count } pa
}
change-undone = binawi na
change-people = Kanino ito tumama
change-added = idinagdag
change-erased = Isang taong binura na
change-person-removed = inalis
change-kept = Nabago na mula noon, mananatili: { $fields }
change-take-back-title = Bawiin ito?
change-take-back = Bawiin
change-restores = { $count ->
    [1] Isang halaga ang babalik sa dati.
   *[other] { $count } halaga ang babalik sa dati.
}
change-removes = { $count ->
    [1] Isang taong idinagdag noon ang aalisin.
   *[other] { $count } taong idinagdag noon ang aalisin.
}
change-keeps = { $count ->
    [1] Isang halaga ang nabago na mula noon at mananatili.
   *[other] { $count } halaga ang nabago na mula noon at mananatili.
}
change-synced = Galing ito sa ibang device. Sa susunod na palitan, mababawi rin ito roon.
change-to-imports = Sa mga ipinasok
change-blocked-undone = Nabawi na ito.
change-blocked-erased = May taong binura. Wala na ang nabura at hindi na maibabalik.
change-blocked-changed_since = Nabago nang lahat mula noon. Mananatili ang mas bago.
change-blocked-nothing_left = Wala nang natira rito na mababawi.
action-typed = Itinipa
action-import = Ipinasok mula sa sheet
action-merge = Dalawang tala, ginawang isa
action-sync = Mula sa ibang device
action-undo = Binawi
action-erase = Binura
action-attempt = Isang tawag

## Ano ang nasimulan
begun-title = Nasimulan, hindi pa naka-save
begun-new = Bagong tao, huling sinulatan { $when }
begun-edit = Isang pagbabago, huling sinulatan { $when }
begun-go-on = Ituloy
begun-discard-name = Itapon ang nasimulan: { $name }
draft-nameless = Wala pang pangalan
draft-another = Magsimula ng ibang tao
draft-discard = Itapon
draft-discarded = Naitapon
draft-explain = Naitatago agad ang itinitipa ninyo, kahit mawalan ng kuryente. Bibilang ito kapag na-save ninyo.
draft-unkept = Hindi muna maitago ngayon ang itinitipa ninyo. I-save bago magsara.

## Maliwanag at madilim
theme = Maliwanag o madilim
theme-system = Gaya ng device
theme-light = Maliwanag
theme-dark = Madilim

## Between a name and what is said of it
colon = :
