## Mga salita sa nakalimbag na papel. Hindi ito binabasa ng screen.
pp-page = Pahina { $page } ng { $pages }
pp-organisation = Samahan
pp-fingerprint = Anim na salita ng susing ito
pp-buffer = Address ng buffer
pp-date = Petsa
pp-sealed-by = Nagselyo (lagda)

## Susi ng organisasyon
pp-key-title = Susi sa papel
pp-key-secret = LIHIM. Hawak ng makababasa ng mga salitang ito ang bahagi ng samahan. Walang litrato, photocopy o mensahe.
pp-key-what = Sa 24 na salitang ito, mabubuksan muli ng samahan ang bahagi nito sa mga kard kapag nawala ang computer. Kung wala ang mga ito, ang nawalang computer ay nawalang mga bahagi.
pp-key-envelopes = Dalawang kopya sa dalawang sobre
pp-key-step-two = Ilimbag ito nang dalawang beses, sa printer na samahan ninyo lang ang gumagamit.
pp-key-step-file = Burahin ang file, pati sa recycle bin, at patayin at buksan muli ang printer.
pp-key-step-test = Ilagay muli ang 24 na salita mula sa papel, sa app sa “Susi sa papel”. Saka lang may bisa ang papel.
pp-key-step-seal = Ilagay ang bawat kopya sa sariling sobre, isara, lagdaan at petsahan sa takip.
pp-key-step-places = Itago ang mga sobre sa dalawang nakakandadong lugar sa dalawang gusali. Isulat kung sino ang makaaabot sa bawat isa.
pp-key-step-opened = Bukas, sira o nawawala ang sobre? Palitan ang susi sa araw ding iyon.
pp-key-step-change = Pagkapalit ng susi, sunugin o gutayin ang dalawang kopya ng luma.
pp-key-first = Unang kopya
pp-key-second = Ikalawang kopya

## Papel sa pagbawi ng rehistro
pp-recovery-title = Papel sa pagbawi
pp-recovery-secret = LIHIM. Mababasa ng makababasa ng papel na ito ang buong rehistro. Itago sa nakakandado, malayo sa anumang device.
pp-recovery-six = Anim na salitang ihahambing
pp-recovery-what = Sa mga salitang ito at sa buffer, maibabalik sa bagong device ang lahat ng nasa rehistro: mga tao, nota at kasaysayan. Sinadya na hindi sinasabi ng papel kung kaninong rehistro ito.
pp-recovery-before = Bago ito itago
pp-recovery-keep-file = Burahin ang file na pinaglimbagan nito, pati sa recycle bin.
pp-recovery-keep-check = I-type muli sa app ang 24 na salita mula sa papel na ito. Saka lang ito gagana.
pp-recovery-keep-away = Ilagay sa saradong sobre, sa nakakandadong lugar sa ibang gusali kaysa sa device.
pp-recovery-keep-lost = Nawala o nakita ng iba? Alisin ito sa app, “Mga device at pagbawi”, at gumawa ng bago.
pp-recovery-use = Kapag nawala ang lahat ng device
pp-recovery-step-install = I-install ang app sa bagong device at piliin ang “Ibalik ang rehistro mula sa papel”.
pp-recovery-step-type = I-type ang address ng buffer at ang 24 na salita; sapat ang unang apat na letra ng bawat isa.
pp-recovery-step-compare = Ihambing ang anim na salita sa screen sa nasa itaas. Kung magkaiba, huminto.
pp-recovery-step-exchange = Pumili ng bagong passphrase at makipagpalitan. Makikita ng ibang device na ginamit ang papel.

## Paanyaya
pp-invitation-title = Paanyaya sa isang rehistro
pp-invitation-secret = Para sa isang rehistro lang. Iabot nang personal; makasasali kapalit nito ang sinumang may hawak ng mga salita.
pp-invitation-six = Anim na salita ng pederasyon
pp-invitation-use = Paano sumali
pp-invitation-step-open = Buksan ang rehistro sa app at piliin ang “Ingat”.
pp-invitation-step-type = I-type ang address at ang labindalawang salita, o i-scan ang code.
pp-invitation-step-compare = Ihambing ang anim na salita sa screen sa nasa itaas. Kung magkaiba, huminto at tanungin ang nagbigay ng papel.
pp-invitation-step-destroy = Kapag nakasali na, sirain ang papel na ito.
pp-invitation-code = Ang code na katumbas nito

## Buwanang pulong
pp-meeting-title = Papel sa pulong: sino ang kukumpirmahin
pp-place = Lugar
pp-made = Ginawa noong
pp-fresh = Nakumpirma sa loob ng kalahating taon
pp-fresh-value = { $fresh } sa { $all } tao ({ $percent } %)
pp-fresh-means = Ang numerong hindi nakumpirma nang kalahating taon ay madalas hindi sumasagot kapag kailangan. Layunin ang 100 %.
pp-to-ask = Itatanong
pp-how = Paano gawin
pp-meeting-ask = Tanungin ang kapamilya: naroon pa ba sila, tama pa ba ang numero?
pp-meeting-tick = Markahan ang kahon at isulat kung sino ang nagsabi.
pp-meeting-enter = Ilagay ang mga sagot sa app sa araw ding iyon. Pagkatapos, gutayin o sunugin ang papel: pribado ang mga pangalan.
pp-meeting-none = Nakumpirma ang lahat sa nakaraang kalahating taon. Walang kailangang tanungin.
pp-home = Tahanan
pp-home-unknown = Hindi nakasulat ang purok
pp-abroad = Sa ibang bansa
pp-family = Pamilya
pp-last = Huling nakumpirma
pp-never = hindi pa
pp-no-contact = walang alam na numero
pp-own-number = Sariling numero
pp-tick-same = tama pa lahat
pp-tick-changed = nagbago:
pp-tick-unknown = walang nakapagsabi
pp-told-by = Sinabi ni:
pp-asked-by = Nagtanong:

## Listahan ng tatawagan
pp-calls-title = Papel sa pagtawag
pp-crisis = Krisis
pp-people = Mga tao
pp-drill = ENSAYO. Walang nasa panganib.
pp-calls-none = Walang tao ng rehistrong ito ang naroon. Walang kailangang tawagan.
pp-calls-tick = Tumawag mula itaas pababa. Huminto sa unang sumagot at markahan ang kinalabasan.
pp-calls-enter = Ilagay agad sa app ang bawat sagot. Pagkatapos, gutayin o sunugin ang papel: pribado ang mga pangalan.
pp-calls-still = Tatawagan pa
pp-calls-done = May sagot na
pp-so-far = Sa ngayon
pp-notes = Mga nota
