## The directory
directory-title = Sino ang tatawagan sa ibang bansa
directory-check = Mula sa bukas na mga listahan na maaaring luma o mali. Tiyakin ang numero bago umasa rito, habang tahimik pa.
directory-search = Bansa, lungsod, pangalan o numero
directory-found = { $count ->
    [0] Walang nahanap
    [1] Isang tala
   *[other] { $count } tala
}
directory-people = { $count ->
    [1] isa sa atin ang naroon
   *[other] { $count } sa atin ang naroon
}
directory-entries = { $count ->
    [1] isang tala
   *[other] { $count } tala
}
directory-all = Lahat ng bansa
directory-whom = Sino ang tatawagan
directory-none = Wala pang tala
directory-hidden = { $count ->
    [1] Isang nakatagong tala
   *[other] { $count } nakatagong tala
}
listed-emergency = Mga numerong pang-emergency
listed-post = Embahada o konsulado
listed-mwo = Opisina ng mga migranteng manggagawa (MWO)
listed-agency = Ahensiya o linya ng tulong
listed-leader = Lider ng komunidad doon
listed-other = Iba pa
entry-only-there = Gumagana lang sa loob ng bansang iyon. Sabihin sa naroon.
entry-shipped = Mula sa { $source }, noong { $when }. Hindi pa natiyak.
entry-corrected = Itinama ni { $by }, { $when }.
entry-own = Isinulat ni { $by }, { $when }.
listed-source-bettergov = direktoryo ng pamahalaan (BetterGov)
listed-source-libphonenumber = listahan ng maiikling numero (libphonenumber)
entry-conflict = Magkaiba ang isinulat ng dalawang opisyal. I-save muli ang tama.
entry-correct = Itama
entry-new = Magdagdag ng tala
entry-kind = Ano ito
entry-leader-ask = Itanong muna kung payag silang mailagay rito. Napupunta ito sa ibang device ng rehistrong ito at wala nang iba.
entry-phone = Numero { $number }
entry-place = Lungsod
entry-email = E-mail
entry-website = Web address
entry-note = Nota
entry-source = Saan ninyo nakuha
entry-saved-toast = Na-save ang tala
entry-hidden-toast = Hindi na ipapakita
entry-shown-toast = Ipinapakita muli
