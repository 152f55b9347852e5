## Cards back from the custodians, for a register that lost every device
cards-back-title = Ibalik ang mga kard mula sa mga katiwala
cards-back-short = Kapag nawala ang lahat ng device at walang papel sa pagbawi: maibibigay ng mga katiwala ng pederasyon sa bagong rehistrong ito ang mga kard ng dati.
cards-back-go = Hilingin ang mga kard
cards-back-text = Nakaselyo sa buffer ang mga kard ng dati ninyong rehistro. Hihiling ang crisis desk sa ngalan ninyo, magpapasya ang mga katiwala, at sa device na ito lamang pupunta ang kanilang mga bahagi.
cards-back-notes = Babalik ang mga pangalan, lugar at kontak. Hindi babalik ang mga nota at kasaysayan: papel sa pagbawi o ibang device lamang ang makapagbabalik ng mga iyon.
cards-back-show = Ipakita ang device na ito
cards-back-show-text = Basahin ang anim na salita sa opisyal ng desk, nang harapan o sa telepono, at ibigay ang mahabang numero. Dapat magkapareho sa magkabilang panig.
cards-back-device = Numero ng device na ito
cards-back-offer = Ipakita ang anim kong salita
cards-back-wait = Hintayin ang mga katiwala
cards-back-wait-text = Ipadadala ng desk ang kahilingan na may dalawang pirma. Kailangang pumayag ang sapat na katiwala, at may panahon ng paghihintay. Maaari itong tumagal nang ilang araw.
cards-back-take = Kunin ang mga kard
cards-back-look = Tingnan kung nakapagpasya na sila
cards-back-done = { $persons ->
    [1] Isang kard ang naibalik
   *[other] { $persons } kard ang naibalik
}, inilabas ng { $custodians ->
    [1] isang katiwala.
   *[other] { $custodians } katiwala.
}
cards-back-exchange = Makipagpalitan na ngayon para maprotektahan silang muli
refused-no_restore = Wala pang humihiling para sa device na ito, o hindi pa ito nakikita ng mga katiwala.
refused-no_pass = Naipasok ng desk ang hiling bago ipakita ng device na ito ang susi nito, o iba ang gumawa. Hilingin sa desk na ipasok itong muli.
refused-no_shares = Hindi pa sapat ang mga katiwala na naglabas ng kanilang bahagi.
refused-grant_over = Tapos na ang panahon ng paglalabas na ito. Kailangang humiling muli ang desk.
