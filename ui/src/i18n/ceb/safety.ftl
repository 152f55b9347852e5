## Safety of the register
sync-title = Unsa ka luwas ang rehistro?
ladder-title = Gikan niining device ngadto sa emerhensya
rung-saved = Na-save dinhi
rung-sent = Napadala
rung-kept = Gitipigan sa buffer
rung-releasable = Maablihan sa emerhensya
rung-state-proven = napamatud-an
rung-state-partly = bahin lang
rung-state-not-yet = wala pa
rung-saved-figure = { $count } ka tawo, naselyohan niining device.
rung-sent-figure = { $count ->
    [0] Walay naghulat nga ipadala.
   *[other] { $count } ka kausaban ang naghulat nga ipadala.
}
rung-kept-figure = { $count ->
    [0] Wala pay gikumpirma ang buffer.
   *[other] { $count } ka talaan ang gikumpirma sa buffer. Dili kini makabasa niini.
}
rung-releasable-none = Wala pay tinugyanan nga nagkumpirma.
rung-releasable-figure = { $j } sa { $n } ka tinugyanan ang nagkumpirma nga makatabang. { $k } ang gikinahanglan.
only-device = Kon mawala kining laptop, mawala ang tanan
only-device-text = Kini ra nga device ang makabasa sa mga nota ug kasaysayan. Apil sa pederasyon o pagdugang og ikaduhang device.
buffer = Buffer
sync-never = Wala pa makigbayloay.
sync-last = Katapusang bayloay: { $when }
sync-last-try = Katapusang sulay: { $when }
sync-devices = { $count } ka device niining rehistro ang nailhan.
sync-nothing-lost = Walay nawala. Na-save dinhi ang tanan ug mogawas sa sunod nga sulay.
sync-now = Makigbayloay karon
sync-done = Human na. Napadala: { $pushed }. Nadawat: { $pulled }.
sync-conflicts = Sa { $count } ka dapit, lahi ang gisulat sa duha ka opisyal. Gitipigan ang tanan.
join-title = Apil sa pederasyon
join-text = Mohatag ang pederasyon og address ug dose ka pulong, sa papel o sa personal. Ayaw gayod sa text.
join-buffer = Address sa buffer
join-words = Ang dose ka pulong
join-count = { $count } sa 12 ka pulong
join-compare-title = Mao ba kini ang unom ka pulong?
join-compare-text = Ipabasa og kusog sa organisasyong nag-imbita ang ilang unom ka pulong, sa telepono o sa personal. Apil lang kon parehas ang tanang unom.
join-same = Parehas, apil
join-differ = Lahi, hunonga
join-stopped = Wala madayon ang pag-apil. Isulti sa pederasyon nga lahi ang mga pulong.
join = Apil
log-proven = Ang publikong talaan sa { $when } naghupot niini nga kahimtang sa rehistro. Walay makapakita og mas karaan nga dili mamatikdan.
log-unproven = Wala pa mapamatud-i sa publikong talaan sukad { $when }. Sulod sa pipila ka oras, normal kini.
