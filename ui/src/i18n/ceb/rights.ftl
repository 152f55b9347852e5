## What people decide and may ask for
rights-title = Ilang katungod
rights-text = Pangutan-a kon asa sila mouyon. Kinsay mangayo nga papason, papason.
rights-consent = Kon asa sila mouyon
rights-erase = Papasa sa hingpit

## Asking for consent
consent-page-title = Asa sila mouyon?
consent-how-to-ask = Basaha og kusog ang matag pangutana sa ilang pinulongan. Walay dili maayong epekto ang “dili”, ug mahimong usbon bisan kanus-a. Ang wala gipangutana magpabiling abli.
ask-purpose-hold = Mahimo ba namong tipigan kining rekord, aron makontak ang pamilya kon adunay krisis?
ask-purpose-buffer = Mahimo bang adunay nakandadong kopya sa buffer sa mga organisasyon, aron walay mawala kon maguba kining device?
ask-purpose-emergency = Sa emerhensya, mahimo bang dungan nga ablihan sa pipila ka organisasyon ang kard, aron makit-an sa desk ang pamilya?
ask-purpose-desk = Mahimo ba namong ipasa ang kard sa usa ka ginganlang desk, kon adunay mangayo og tabang?
ask-purpose-statistics = Mahimo bang iapil kining tawo sa ihap, nga walay ngalan?
if-no-hold = Kon dili: papason ang rekord niining rehistro.
if-no-buffer = Kon dili: anaa na lang ang rekord sa mga device nga aduna na niini. Kon mawala sila, mawala ang rekord.
if-no-emergency = Kon dili: ang mga device ra niining rehistro ang makabasa sa kard. Motawag gihapon ang barangay sa pamilya.
if-no-desk = Kon dili: walay taga-gawas nga masayod sa ngalan tungod sa tawag.
if-no-statistics = Kon dili: dili iapil ang tawo sa ihap.
consent-answer-yes = Oo
consent-answer-no = Dili
consent-not-asked = Wala pa mapangutana
consent-said-yes = Oo, niadtong { $when }: { $by }, { $how }
consent-said-no = Dili, niadtong { $when }: { $by }, { $how }
consent-themselves = siya mismo
consent-disputed = Lahi ang tubag nga gisulat sa duha ka opisyal. Hangtod dili mapangutana pag-usab, “dili” ang masunod.
consent-hold-no = Kinsay dili buot tipigan, papason. Isulat una ang tubag, unya:
consent-way = Giunsa nila pagtubag?
consent-keep-paper = Tipigi sa nakandadong dapit ang papel nga adunay pirma o thumbmark, o iuli sa pamilya.
consent-by = Kinsay mitubag
consent-by-hint = Biyai nga blangko kon siya mismo. Kon dili, ang ngalan, pananglitan sa inahan.
consent-save = Isulat ang mga tubag
consent-nothing-yet = Pagpili una og tubag sa ibabaw.
consent-kept = Nasulat ang mga tubag
consent-history = Mga naunang tubag
consent-written = Gisulat niadtong { $when } ni { $by }
consent-waits = Moepekto kini sa sunod nga baylo, ug unya sa bag-ong mga yawe.
reach-open = Sa emerhensya, maablihan kining kard sa pipila ka organisasyon nga dungan.
reach-withheld = Ang mga device ra niining rehistro ang makabasa niining kard. Walay organisasyon nga makaabli niini.
reach-here = Walay bisan unsa niining rekord ang anaa sa buffer. Anaa ra sa mga device nga aduna na niini.

## Erasing somebody
erase-title = Papasa sa hingpit
erase-goes = Unsay papason
erase-values = { $count ->
    [1] usa ka field nga adunay sulod
   *[other] { $count } ka field nga adunay sulod
}
erase-contacts = { $count ->
    [0] walay kontak sa pamilya
    [1] usa ka kontak sa pamilya
   *[other] { $count } ka kontak sa pamilya
}
erase-attempts = { $count ->
    [0] walay tawag
    [1] usa ka tawag ug ang resulta niini
   *[other] { $count } ka tawag ug ang resulta nila
}
erase-changes = { $count ->
    [0] walay kasaysayan
    [1] ang kasaysayan: usa ka kausaban
   *[other] ang kasaysayan: { $count } ka kausaban
}
erase-devices = { $count ->
    [1] ingon man sa lain nga device, sa sunod niyang baylo
   *[other] ingon man sa { $count } ka laing device, sa sunod nilang baylo
}
erase-buffer = ang nakandadong mga kopya sa buffer, sa inyong sunod nga baylo; unya adunay bag-ong yawe ang rehistro
erase-stays = Unsay dili niini maabot
erase-paper = Giimprentang mga papel, gipagawas nga mga file, hulagway ug nota. Kamo ang mangita ug moguba niini.
erase-sheet = Ang sheet nga “{ $file }” nga gigikanan sa rekord.
erase-desk = Ang nahatag na sa usa ka desk.
erase-mark = Adunay mabiling marka nga walay ngalan, aron mopapas usab ang ubang device.
erase-for-good = Dili na kini mabalik.
erase-after = Human mapinduti, aduna kamoy napulo ka segundo aron pahunongon kini.
erase-name = Papasa si “{ $name }”
erase-pause = { $count ->
    [1] Papason ang rekord sulod sa usa ka segundo.
   *[other] Papason ang rekord sulod sa { $count } ka segundo.
}
erase-doing = Gipapas…
erase-stop = Hunong, ayaw papasa
erase-stopped = Gihunong. Walay napapas.
erase-done = Napapas na
erase-exchange = Pakigbaylo dayon: unya mopapas usab ang ubang device ug ang buffer.
bad-input-how = Pilia kon giunsa nila pagtubag.
bad-input-by = Taas ra kaayo kining ngalan.
bad-input-answers = Pagpili una og tubag.
bad-input-purpose = Walay ingon niini nga pangutana.
