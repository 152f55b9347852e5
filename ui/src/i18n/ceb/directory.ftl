## The directory
directory-title = Kinsay tawagan sa gawas sa nasod
directory-check = Gikan sa bukas nga mga listahan nga tingali daan o sayop. Susiha ang numero sa dili pa mosalig niini, samtang malinawon pa.
directory-search = Nasod, siyudad, ngalan o numero
directory-found = { $count ->
    [0] Walay nakit-an
    [1] Usa ka rekord
   *[other] { $count } ka rekord
}
directory-people = { $count ->
    [1] usa nato ang naa didto
   *[other] { $count } nato ang naa didto
}
directory-entries = { $count ->
    [1] usa ka rekord
   *[other] { $count } ka rekord
}
directory-all = Tanang nasod
directory-whom = Kinsay tawagan
directory-none = Wala pay rekord
directory-hidden = { $count ->
    [1] Usa ka gitagong rekord
   *[other] { $count } ka gitagong rekord
}
listed-emergency = Mga numero sa emerhensya
listed-post = Embahada o konsulado
listed-mwo = Opisina sa mga migranteng mamumuo (MWO)
listed-agency = Ahensiya o linya sa tabang
listed-leader = Lider sa komunidad didto
listed-other = Lain pa
entry-only-there = Mogana lang sulod sa maong nasod. Isulti sa naa didto.
entry-shipped = Gikan sa { $source }, niadtong { $when }. Wala pa masusi.
entry-corrected = Gitul-id ni { $by }, { $when }.
entry-own = Gisulat ni { $by }, { $when }.
listed-source-bettergov = direktoryo sa gobyerno (BetterGov)
listed-source-libphonenumber = listahan sa mugbong numero (libphonenumber)
entry-conflict = Lahi ang gisulat sa duha ka opisyal. I-save pag-usab ang husto.
entry-correct = Tul-ira
entry-new = Dugang og rekord
entry-kind = Unsa kini
entry-leader-ask = Pangutan-a una kon mosugot sila nga mabutang dinhi. Moadto kini sa ubang device niini nga rehistro ug wala nay lain.
entry-phone = Numero { $number }
entry-place = Siyudad
entry-email = E-mail
entry-website = Web address
entry-note = Nota
entry-source = Asa ninyo nakuha
entry-saved-toast = Na-save ang rekord
entry-hidden-toast = Dili na ipakita
entry-shown-toast = Gipakita pag-usab
