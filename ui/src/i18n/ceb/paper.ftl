## Mga pulong sa giimprinta nga papel. Dili kini basahon sa screen.
pp-page = Panid { $page } sa { $pages }
pp-organisation = Organisasyon
pp-fingerprint = Unom ka pulong niining yawe
pp-buffer = Address sa buffer
pp-date = Petsa
pp-sealed-by = Nagselyo (pirma)

## Yawe sa organisasyon
pp-key-title = Yawe sa papel
pp-key-secret = SEKRETO. Kinsay makabasa niining mga pulong maghupot sa bahin sa organisasyon. Walay litrato, photocopy o mensahe.
pp-key-what = Niining 24 ka pulong, maablihan pag-usab sa organisasyon ang bahin niini sa mga kard kon mawala ang computer. Kon wala kini, ang nawalang computer mao ang nawalang mga bahin.
pp-key-envelopes = Duha ka kopya sa duha ka sobre
pp-key-step-two = Iimprinta kini kaduha, sa printer nga inyong organisasyon lang ang naggamit.
pp-key-step-file = Papasa ang file, apil sa recycle bin, ug patya ug sugdi pag-usab ang printer.
pp-key-step-test = Isulod pag-usab ang 24 ka pulong gikan sa papel, sa app sa “Yawe sa papel”. Usa pa kini mabalido.
pp-key-step-seal = Ibutang ang matag kopya sa kaugalingong sobre, sirad-i, pirmahi ug petsahi sa tabon.
pp-key-step-places = Tagoi ang mga sobre sa duha ka gikandadohang lugar sa duha ka bilding. Isulat kinsay makaabot sa matag usa.
pp-key-step-opened = Abli, guba o nawala ang sobre? Ilisi ang yawe sa samang adlaw.
pp-key-step-change = Human mailisi ang yawe, sunoga o gision ang duha ka kopya sa daan.
pp-key-first = Unang kopya
pp-key-second = Ikaduhang kopya

## Papel sa pagbawi sa rehistro
pp-recovery-title = Papel sa pagbawi
pp-recovery-secret = SEKRETO. Kinsay makabasa niining papel makabasa sa tibuok rehistro. Tagoi nga gikandadohan, layo sa bisan unsang device.
pp-recovery-six = Unom ka pulong nga itandi
pp-recovery-what = Niining mga pulong ug sa buffer, mabalik sa bag-ong device ang tanan sa rehistro: mga tawo, nota ug kasaysayan. Gituyo nga wala magsulti ang papel kinsang rehistro kini.
pp-recovery-before = Sa dili pa kini itago
pp-recovery-keep-file = Papasa ang file nga giimprintahan niini, apil sa recycle bin.
pp-recovery-keep-check = I-type pag-usab sa app ang 24 ka pulong gikan niining papel. Usa pa kini mogana.
pp-recovery-keep-away = Ibutang sa siradong sobre, sa gikandadohang lugar sa laing bilding kay sa device.
pp-recovery-keep-lost = Nawala o nakita sa uban? Tangtanga kini sa app, “Mga device ug pagbawi”, ug paghimo og bag-o.
pp-recovery-use = Kon nawala ang tanang device
pp-recovery-step-install = I-install ang app sa bag-ong device ug pilia ang “Ibalik ang rehistro gikan sa papel”.
pp-recovery-step-type = I-type ang address sa buffer ug ang 24 ka pulong; igo na ang unang upat ka letra sa matag usa.
pp-recovery-step-compare = Itandi ang unom ka pulong sa screen sa naa sa ibabaw. Kon lahi, hunong.
pp-recovery-step-exchange = Pagpili og bag-ong passphrase ug pakigbayloay. Makita sa ubang device nga gigamit ang papel.

## Imbitasyon
pp-invitation-title = Imbitasyon sa usa ka rehistro
pp-invitation-secret = Para sa usa ra ka rehistro. Itunol sa personal; makaapil puli niini ang naghupot sa mga pulong.
pp-invitation-six = Unom ka pulong sa pederasyon
pp-invitation-use = Unsaon pag-apil
pp-invitation-step-open = Ablihi ang rehistro sa app ug pilia ang “Luwas”.
pp-invitation-step-type = I-type ang address ug ang dose ka pulong, o i-scan ang code.
pp-invitation-step-compare = Itandi ang unom ka pulong sa screen sa naa sa ibabaw. Kon lahi, hunong ug pangutan-a ang naghatag sa papel.
pp-invitation-step-destroy = Kon nakaapil na, gubaa kining papel.
pp-invitation-code = Ang code nga katumbas niini

## Binulan nga tigom
pp-meeting-title = Papel sa tigom: kinsay kumpirmahon
pp-place = Lugar
pp-made = Gihimo niadtong
pp-fresh = Nakumpirma sulod sa tunga sa tuig
pp-fresh-value = { $fresh } sa { $all } ka tawo ({ $percent } %)
pp-fresh-means = Ang numero nga wala makumpirma sulod sa tunga sa tuig kasagaran dili motubag kon kinahanglanon. Ang tumong mao ang 100 %.
pp-to-ask = Ipangutana
pp-how = Unsaon pagbuhat
pp-meeting-ask = Pangutan-a ang kapamilya: atua pa ba sila didto, husto pa ba ang numero?
pp-meeting-tick = Markahi ang kahon ug isulat kinsay nagsulti.
pp-meeting-enter = Isulod ang mga tubag sa app sa samang adlaw. Dayon gision o sunoga ang papel: pribado ang mga ngalan.
pp-meeting-none = Nakumpirma ang tanan sa miaging tunga sa tuig. Walay kinahanglang pangutan-on.
pp-home = Panimalay
pp-home-unknown = Wala masulat ang purok
pp-abroad = Sa gawas sa nasod
pp-family = Pamilya
pp-last = Katapusang nakumpirma
pp-never = wala pa
pp-no-contact = walay nahibaloang numero
pp-own-number = Kaugalingong numero
pp-tick-same = husto pa tanan
pp-tick-changed = nausab:
pp-tick-unknown = walay makasulti
pp-told-by = Gisulti ni:
pp-asked-by = Nangutana:

## Listahan sa tawganan
pp-calls-title = Papel sa pagtawag
pp-crisis = Krisis
pp-people = Mga tawo
pp-drill = ENSAYO. Walay nameligro.
pp-calls-none = Walay tawo niining rehistro ang atua didto. Walay kinahanglang tawgan.
pp-calls-tick = Tawag gikan sa taas paubos. Hunong sa unang motubag ug markahi ang resulta.
pp-calls-enter = Isulod dayon sa app ang matag tubag. Dayon gision o sunoga ang papel: pribado ang mga ngalan.
pp-calls-still = Tawgonon pa
pp-calls-done = May tubag na
pp-so-far = Hangtod karon
pp-notes = Mga nota
