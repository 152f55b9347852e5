## Freshness and the monthly meeting
fresh-title = Mga sariwang tala at mga pulong
fresh-all = Lahat
fresh-areas = Bawat barangay
fresh-within = Nakumpirma sa loob ng
fresh-months = { $count ->
    [1] isang buwan
   *[other] { $count } buwan
}
fresh-of = { $fresh } sa { $people } tao ang nakumpirma sa loob ng { $months } buwan
fresh-meaning = Kung may mangyari bukas, maaasahan ninyo ang mga numerong ito. Ang ibang pamilya ay maaaring lumipat na o nagpalit ng telepono. Layunin ang 90 %.
fresh-how = Paano ito binibilang
fresh-formula = Mga taong nakumpirma sa panahong nasa itaas, hinati sa lahat ng nasa listahan, pababa ang pagbilog. Hindi binibilang ang nakauwi na. Mabuti mula 90 %, katamtaman mula 75 %, mahina mula 50 %.
fresh-nobody = Walang nasa ibang bansa na kukumpirmahin
fresh-no-barangay = Walang nakasulat na barangay
fresh-level-good = mabuti
fresh-level-fair = katamtaman
fresh-level-weak = mahina
fresh-level-poor = napakahina
fresh-level-nobody = walang tao
meeting-title = Pulong
meeting-of = Pulong: { $name }
meeting-due = { $count ->
    [1] Oras na ng buwanang pulong sa isang barangay.
   *[other] Oras na ng buwanang pulong sa { $count } barangay.
}
meeting-hold = Pumunta sa mga pulong
meeting-left-open = May pulong na hindi natapos: { $name }
meeting-take-up = Ituloy ang pulong
meeting-begin = Simulan ang pulong
meeting-everybody = Pulong ng lahat
meeting-runs = hindi tapos
meeting-is-due = oras na ng pulong
meeting-never = Wala pang naganap na pulong.
meeting-last = Huling pulong: { $when }
meeting-on-paper = Sa papel
meeting-on-paper-text = Ang listahang dadalhin: kung sino ang itatanong, may mga kahong lalagyan ng tsek. Ilagay ang mga sagot sa araw ding iyon.
meeting-end = Tapusin ang pulong
meeting-progress = Pag-usad
meeting-done = { $done } sa { $total } tao ang naitanong na
meeting-rows = Sino ang itatanong
meeting-nobody = Walang kailangang itanong
meeting-nobody-text = Lahat dito ay nakumpirma sa huling 30 araw.
meeting-all-asked = Naitanong na ang lahat. Puwede nang tapusin ang pulong.
meeting-somebody = Ibang tao
meeting-ended = Tapos na ang pulong
meeting-not-asked = hindi naitanong
ask-same = Naroon pa, pareho ang telepono. Sino ang nagsabi?
ask-changed = May nagbago. Sino ang nagsabi?
ask-home = Nakauwi na. Sino ang nagsabi?
ask-else = O iba pa
ask-keys = Mga key: 1 hanggang 9 kung sino ang nagsabi, C may nagbago, H nakauwi, N walang makapagsabi, U ibalik, mga arrow para sa susunod at nauna.
mark-same = naroon pa, pareho ang telepono
mark-changed = may nagbago
mark-home = nakauwi na
mark-unknown = walang makapagsabi
stale-title = Mga numerong baka mali na
stale-nobody = Walang numerong dapat pagdudahan.
stale-count = { $count ->
    [1] Isang tao. Itanong sa pamilya sa susunod na pulong.
   *[other] { $count } tao. Itanong sa mga pamilya sa susunod na pulong.
}
stale-none = walang numero
stale-failed = hindi natuloy ang huling tawag
stale-never = hindi pa nakumpirma
stale-old = isang taon nang hindi nakumpirma
