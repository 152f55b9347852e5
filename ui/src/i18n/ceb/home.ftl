## Home
home-title = Karong adlawa
home-empty-title = Wala pay tawo sa rehistro
home-empty-text = Dad-a ang listahan nga naa na ninyo, o idugang ang unang tawo.
home-empty-import = Dad-a ang listahan
home-campaigns = Mga tawgan
home-figures = Kining rehistro sa numero
home-persons = { $count ->
    [1] ka tawo sa rehistro
   *[other] ka tawo sa rehistro
}
home-fresh = nakumpirma sulod sa tunga sa tuig
home-stale = { $count ->
    [0] Nakumpirma na ang tanan
   *[other] { $count } ka tawo ang kumpirmahon
}
home-without-contact = { $count ->
    [1] ka tawo nga walay matawgang pamilya
   *[other] ka tawo nga walay matawgang pamilya
}
home-without-contact-warn = Pangayo og numero
home-unsent = { $count ->
    [1] ka kausaban nga wala pa mapadala
   *[other] ka kausaban nga wala pa mapadala
}
home-unsent-explain = Na-save dinhi. Mogawas kon makigbayloay.
home-conflicts = { $count } ka rekord ang adunay duha ka lahi nga tubag. Pangutan-a ang pamilya kon hain ang husto.
demo-passphrase = Mo-lock kining demo sama sa tinuod. Ang passphrase niini:
destinations-title = Hain ang atong mga tawo
destination = Destinasyon
people-word = Tawo
share = Bahin
country-at-sea = Sa dagat
country-unknown = Wala mahibaloi
country-usual = Kasagarang destinasyon
country-others = Ubang nasod
destinations-map = Mapa sa kalibotan: mas dako ang lingin, mas daghan ang tawo didto
