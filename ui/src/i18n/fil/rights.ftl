## What people decide and may ask for
rights-title = Kanilang karapatan
rights-text = Itanong kung saan sila pumapayag. Kapag humiling na burahin, buburahin.
rights-consent = Kung saan sila pumapayag
rights-erase = Burahin nang tuluyan

## Asking for consent
consent-page-title = Saan sila pumapayag?
consent-how-to-ask = Basahin nang malakas ang bawat tanong sa kanilang wika. Walang masamang epekto ang “hindi”, at puwedeng baguhin kahit kailan. Ang hindi itinanong ay nananatiling bukas.
ask-purpose-hold = Puwede ba naming itago ang talang ito, para maabot ang pamilya kapag may krisis?
ask-purpose-buffer = Puwede bang may nakakandadong kopya sa buffer ng mga samahan, para walang mawala kung masira ang device na ito?
ask-purpose-emergency = Sa kagipitan, puwede bang sabay na buksan ng ilang samahan ang kard, para mahanap ng desk ang pamilya?
ask-purpose-desk = Puwede ba naming ipasa ang kard sa isang desk na may pangalan, kung may humingi ng tulong?
ask-purpose-statistics = Puwede bang isama ang taong ito sa bilang, nang walang pangalan?
if-no-hold = Kung hindi: buburahin ang tala sa rehistrong ito.
if-no-buffer = Kung hindi: nasa mga device na mayroon na lang nito ang tala. Kapag nawala ang mga iyon, mawawala ang tala.
if-no-emergency = Kung hindi: mga device lang ng rehistrong ito ang makababasa ng kard. Tatawag pa rin ang barangay sa pamilya.
if-no-desk = Kung hindi: walang tagalabas na makaaalam ng pangalan dahil sa tawag.
if-no-statistics = Kung hindi: hindi isasama ang tao sa bilang.
consent-answer-yes = Oo
consent-answer-no = Hindi
consent-not-asked = Hindi pa naitatanong
consent-said-yes = Oo, noong { $when }: { $by }, { $how }
consent-said-no = Hindi, noong { $when }: { $by }, { $how }
consent-themselves = siya mismo
consent-disputed = Magkaiba ang isinulat na sagot ng dalawang opisyal. Hangga’t hindi naitatanong muli, “hindi” ang masusunod.
consent-hold-no = Ang ayaw na itago ay buburahin. Isulat muna ang sagot, pagkatapos:
consent-way = Paano sila sumagot?
consent-keep-paper = Itago sa nakakandadong lugar ang papel na may pirma o thumbmark, o ibalik sa pamilya.
consent-by = Sino ang sumagot
consent-by-hint = Iwanang blangko kung siya mismo. Kung hindi, ang pangalan, halimbawa ng nanay.
consent-save = Isulat ang mga sagot
consent-nothing-yet = Pumili muna ng sagot sa itaas.
consent-kept = Naisulat ang mga sagot
consent-history = Mga naunang sagot
consent-written = Isinulat noong { $when } ni { $by }
consent-waits = Magkakabisa ito sa susunod na palitan, at saka sa mga bagong susi.
reach-open = Sa kagipitan, mabubuksan ng ilang samahan nang sabay ang kard na ito.
reach-withheld = Mga device lang ng rehistrong ito ang makababasa ng kard na ito. Walang samahang makabubukas nito.
reach-here = Walang anuman sa talang ito ang nasa buffer. Nasa mga device na mayroon na lang nito.

## Erasing somebody
erase-title = Burahin nang tuluyan
erase-goes = Ano ang buburahin
erase-values = { $count ->
    [1] isang may lamang field
   *[other] { $count } na may lamang field
}
erase-contacts = { $count ->
    [0] walang kontak sa pamilya
    [1] isang kontak sa pamilya
   *[other] { $count } kontak sa pamilya
}
erase-attempts = { $count ->
    [0] walang tawag
    [1] isang tawag at ang kinalabasan nito
   *[other] { $count } tawag at ang kinalabasan ng mga ito
}
erase-changes = { $count ->
    [0] walang kasaysayan
    [1] ang kasaysayan: isang pagbabago
   *[other] ang kasaysayan: { $count } pagbabago
}
erase-devices = { $count ->
    [1] pati sa isa pang device, sa susunod nitong palitan
   *[other] pati sa { $count } pang device, sa susunod nilang palitan
}
erase-buffer = ang mga nakakandadong kopya sa buffer, sa susunod ninyong palitan; magkakaroon pagkatapos ng bagong susi ang rehistro
erase-stays = Ano ang hindi nito maaabot
erase-paper = Mga nakalimbag na papel, inilabas na file, litrato at nota. Kayo ang maghanap at sumira ng mga ito.
erase-sheet = Ang sheet na “{ $file }” na pinanggalingan ng tala.
erase-desk = Ang naibigay na sa isang desk.
erase-mark = May maiiwang marka na walang pangalan, para magbura rin ang ibang device.
erase-for-good = Hindi na ito maibabalik.
erase-after = Pagkapindot, may sampung segundo kayo para pigilan ito.
erase-name = Burahin si “{ $name }”
erase-pause = { $count ->
    [1] Buburahin ang tala sa loob ng isang segundo.
   *[other] Buburahin ang tala sa loob ng { $count } segundo.
}
erase-doing = Binubura…
erase-stop = Itigil, huwag burahin
erase-stopped = Itinigil. Walang nabura.
erase-done = Nabura na
erase-exchange = Makipagpalitan agad: saka magbubura rin ang ibang device at ang buffer.
bad-input-how = Piliin kung paano sila sumagot.
bad-input-by = Masyadong mahaba ang pangalang ito.
bad-input-answers = Pumili muna ng sagot.
bad-input-purpose = Walang ganitong tanong.
