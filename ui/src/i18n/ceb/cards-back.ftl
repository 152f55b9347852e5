## Cards back from the custodians, for a register that lost every device
cards-back-title = Ibalik ang mga kard gikan sa mga tinugyanan
cards-back-short = Kon nawala ang tanang device ug walay papel sa pagbawi: mahatag sa mga tinugyanan sa pederasyon niining bag-ong rehistro ang mga kard sa daan.
cards-back-go = Pangayoa ang mga kard
cards-back-text = Naselyohan sa buffer ang mga kard sa inyong daang rehistro. Mangayo ang crisis desk alang ninyo, mohukom ang mga tinugyanan, ug niining device lamang moadto ang ilang mga bahin.
cards-back-notes = Mobalik ang mga ngalan, lugar ug kontak. Dili mobalik ang mga nota ug kasaysayan: papel sa pagbawi o laing device ra ang makabalik niini.
cards-back-show = Ipakita kining device
cards-back-show-text = Basaha ang unom ka pulong ngadto sa opisyal sa desk, sa atubangan o sa telepono, ug ihatag ang taas nga numero. Kinahanglan managsama sa duha ka kiliran.
cards-back-device = Numero niining device
cards-back-offer = Ipakita ang akong unom ka pulong
cards-back-wait = Hulata ang mga tinugyanan
cards-back-wait-text = Ipadala sa desk ang hangyo nga may duha ka pirma. Kinahanglang mouyon ang igong tinugyanan, ug adunay panahon sa paghulat. Mahimong moabot kini og pipila ka adlaw.
cards-back-take = Kuhaa ang mga kard
cards-back-look = Tan-awa kon nakahukom na sila
cards-back-done = { $persons ->
    [1] Usa ka kard ang nabalik
   *[other] { $persons } ka kard ang nabalik
}, gipagawas sa { $custodians ->
    [1] usa ka tinugyanan.
   *[other] { $custodians } ka tinugyanan.
}
cards-back-exchange = Pakigbaylo karon aron maprotektahan sila pag-usab
refused-no_restore = Wala pay nangayo alang niining device, o wala pa kini makita sa mga tinugyanan.
refused-no_pass = Gipasok sa desk ang hangyo sa wala pa gipakita niining device ang yawe niini, o lain ang nagbuhat. Hangyoa ang desk nga ipasok kini pag-usab.
refused-no_shares = Dili pa igo ang mga tinugyanan nga nagpagawas sa ilang bahin.
refused-grant_over = Human na ang panahon niining pagpagawas. Kinahanglang mangayo pag-usab ang desk.
