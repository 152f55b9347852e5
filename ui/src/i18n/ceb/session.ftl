## Start, create, unlock
start-title = Hibaloi kinsay tawgan kon gikinahanglan
start-text = Gitipigan sa Ugnay ang inyong listahan sa mga nagtrabaho sa gawas sa nasod ug sa ilang pamilya. Naselyohan kini niining device ug maablihan lang kutob sa gikinahanglan sa emerhensya.
choose-title = Asa nga rehistro?
create-start = Paghimo og rehistro
demo-start = Tan-awa gamit ang inimbentong mga tawo
demo-explain = Maghimo ang demo og rehistro sa mga tawong dili tinuod. Mahimo ninyong sulayan ang tanan.
promise-sealed = Naselyohan sa inyong passphrase. Kon wala kini, walay makabasa sa listahan.
promise-offline = Molihok bisan walay internet, bisan pila ka bulan.
promise-undo = Maiuli ang bisan unsang inyong gibuhat.
other-register = Laing rehistro, o bag-o
passphrase = Passphrase
unlock = Ablihi
unlocking = Giablihan…
create-title = Paghimo og rehistro
create-place = Asa nga barangay o munisipyo?
create-place-hint = I-type ang unang mga letra ug pagpili sa listahan.
create-label = Ngalan sa screen sa pag-abli
create-label-hint = Mahimong walay sulod. Makita sa uban: lugar ang gamita, dili tawo.
create-officer = Inyong ngalan
create-officer-hint = Mahimong walay sulod. Naselyohan sa sulod; gipakita kon kinsay nagkumpirma.
create-passphrase-hint = Dili moubos sa 12 ka karakter. Lima ka pulong nga walay kalabotan sa usag usa sayon hinumdoman ug lisod matag-an.
suggest = Pagsugyot
strength-too-short = Mubo ra kaayo
strength-weak = Sayon matag-an
strength-fair = Maayo
strength-strong = Maayo kaayo
passphrase-again = Usba ang passphrase
passphrase-mismatch = Dili parehas ang duha ka passphrase.
passphrase-warning = Isulat ang passphrase ug itago sa luwas nga dapit. Walay makapangita niini para ninyo.
create-submit = Himoa ang rehistro
creating = Gihimo…
place-hits = { $count ->
    [0] Walay nakit-ang lugar
   *[other] { $count } ka lugar ang nakit-an
}
place-chosen = Napili: { $place }
place-none = Walay lugar nga ingon ana ang ngalan. Pakunhori ang letra.
place-word = Lugar
level-barangay = barangay
level-municipality = munisipyo
level-city = siyudad
level-province = lalawigan
level-region = rehiyon
level-area = dapit
