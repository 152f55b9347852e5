## Mga listahan: unsay nagpamubo
people-more-coming = Basin naa pay mosunod: gipangita pa ang mga ngalan nga sayop ang espeling.
filters-chosen = Unsay nagpamubo sa listahan
filter-remove = Kuhaa: { $choice }
filters-show = { $count ->
    [0] Walay mohaom
    [1] Ipakita ang usa ka tawo
   *[other] Ipakita ang { $count } ka tawo
}
filter-any-barangay = Bisan unsang barangay
filter-any-purok = Bisan unsang purok
filter-any-employer = Bisan kinsang amo
filter-any-consent = Bisan unsang tubag
filter-freshness = Unsa pa kini kasiguro
fresh-fresh = Nakumpirma sulod sa katunga sa tuig
fresh-stale = Katunga sa tuig nga wala makumpirma
fresh-never = Wala pa gayod makumpirma
filter-consent-word = Pagtugot
filter-consent = { $purpose }: { $said }
said-given = oo
said-refused = dili
said-unasked = wala pa pangutan-a
filter-more = Apil usab
filter-returned = Nakauli na
filter-abroad = Wala pa makauli
filter-no-phone = Walay matawgan nga numero
filter-conflict = Duha ka tubag
filter-outside = Wala sa bisan unsang hangyo

## Kinsay panimalay nga wala sa bisan unsang hangyo
outside-person = Ang barangay anaa sa gawas niining lungsod. Sumala sa barangay mohangyo ang crisis desk, busa kining tawhana wala sa bisan unsang hangyo.
outside-person-unknown = Walay nasulat nga barangay dinhi. Sumala sa barangay mohangyo ang crisis desk, busa kining tawhana wala sa bisan unsang hangyo.
outside-form = Kining barangay anaa sa gawas sa lungsod. Sumala sa barangay mohangyo ang crisis desk: kining tawhana dili maapil sa bisan unsang hangyo.
outside-unknown = Kon walay barangay, kining tawhana dili maapil sa bisan unsang hangyo: sumala sa barangay mohangyo ang crisis desk.
home-outside = { $count ->
    [1] Usa ka tawo ang wala sa bisan unsang hangyo: ang iyang barangay dili niining lungsod, o wala masulat.
   *[other] { $count } ka tawo ang wala sa bisan unsang hangyo: ang ilang barangay dili niining lungsod, o wala masulat.
}

## Ang mga gitangtang
removed-link = Mga gitangtang ({ $count })
removed-title = Mga gitangtang nga tawo
removed-explain = Wala sila sa bisan unsang listahan ug tawag. Ang matag usa mahimong ibalik sama sa kaniadto.
removed-none = Walay gitangtang
removed-none-text = Bisan kinsa nga inyong tangtangon maghulat dinhi ug mahimong ibalik.
removed-when = Gitangtang niadtong { $when }, { $how }
restore = Ibalik
restore-name = Ibalik si { $name }
restored-toast = Nabalik na si { $name }

## Unsay nausab
changes-title = Mga kausaban
changes-explain = Ang tanan nga nag-usab niining rehistro, ang pinakabag-o una. Mabawi ang kadaghanan.
changes-none = Wala pay nausab
changes-older = Ipakita ang mas daan
change-open = Tan-awa
change-open-name = Tan-awa kining kausaban: { $names }
change-title = Usa ka kausaban
change-gone = Wala mailhi dinhi kining kausaban
change-here = niining device
change-device = sa { $device }
change-others = { $count ->
    [1] ug usa pa
   *[other] ug { $count } pa
}
change-undone = gibawi na
change-people = Kinsay naapektohan
change-added = gidugang
change-erased = Usa ka tawo nga napapas na
change-person-removed = gitangtang
change-kept = Nausab na sukad niadto, magpabilin: { $fields }
change-take-back-title = Bawion kini?
change-take-back = Bawia
change-restores = { $count ->
    [1] Usa ka bili ang mobalik sa kaniadto.
   *[other] { $count } ka bili ang mobalik sa kaniadto.
}
change-removes = { $count ->
    [1] Usa ka tawo nga gidugang niadto ang tangtangon.
   *[other] { $count } ka tawo nga gidugang niadto ang tangtangon.
}
change-keeps = { $count ->
    [1] Usa ka bili ang nausab na sukad niadto ug magpabilin.
   *[other] { $count } ka bili ang nausab na sukad niadto ug magpabilin.
}
change-synced = Gikan kini sa laing device. Sa sunod nga pagbaylo, bawion usab kini didto.
change-to-imports = Ngadto sa mga gipasulod
change-blocked-undone = Gibawi na kini.
change-blocked-erased = Adunay tawo nga gipapas. Ang napapas wala na ug dili na mabalik.
change-blocked-changed_since = Nausab na kining tanan sukad niadto. Ang mas bag-o magpabilin.
change-blocked-nothing_left = Wala nay nahibilin niini nga mabawi.
action-typed = Gi-type
action-import = Gipasulod gikan sa sheet
action-merge = Duha ka rekord gihimong usa
action-sync = Gikan sa laing device
action-undo = Gibawi
action-erase = Gipapas
action-attempt = Usa ka tawag

## Unsay nasugdan
begun-title = Nasugdan, wala pa ma-save
begun-new = Bag-ong tawo, katapusang gisulatan { $when }
begun-edit = Usa ka kausaban, katapusang gisulatan { $when }
begun-go-on = Padayona
begun-discard-name = Ilabay ang nasugdan: { $name }
draft-nameless = Wala pay ngalan
draft-another = Sugdi ang laing tawo
draft-discard = Ilabay
draft-discarded = Gilabay na
draft-explain = Gitipigan dayon ang inyong gi-type, bisan mawad-an og kuryente. Moihap kini kon inyong i-save.
draft-unkept = Dili una matipigan karon ang inyong gi-type. I-save una mosira.

## Hayag ug ngitngit
theme = Hayag o ngitngit
theme-system = Sama sa device
theme-light = Hayag
theme-dark = Ngitngit

## Between a name and what is said of it
colon = :
