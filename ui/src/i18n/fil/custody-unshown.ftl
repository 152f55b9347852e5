## A request that was not shown here, a restore to a device on no card, an objection without its words
request-hidden-chip = Hindi ipinakita sa inyo
request-hidden = Hindi ipinakita sa inyong samahan ang hinihingi ng hiling na ito
request-hidden-public = Ang sabi lang ng talaan ay kung sino ang humihiling, para saan, ilang barangay ({ $count }) at gaano katagal. Ang natitira ay hindi ibinibigay ng desk o ng buffer.
request-hidden-do = Itanong sa desk at sa ibang samahang katiwala kung bakit. Walang makapagbibigay ng pagpayag dito. Maaari kayong tumutol: pinipigil ito ng sapat na pagtutol.
restore-facts-title = Kanino mapupunta ang mga kard: sa bagong device
restore-facts-text = Nawala ng isang rehistro ang lahat ng device nito. Sa bagong device na ito mapupunta ang mga kard. Wala sa anumang kard ang susi nito, kaya walang programang makapagsasabi kung kanino ito.
restore-facts-how = Tawagan ang opisyal ng rehistro sa numerong dati na ninyong hawak. Dapat nasa bagong device rin ang anim na salitang ito.
restore-facts-epoch = Rehistro at panahon
restore-compared = Inihambing ko ang anim na salitang ito sa opisyal ng rehistro nang pasalita.
decision-withheld = Hindi ibinibigay ng buffer ang dahilan. Bibilangin pa rin ito.
check-recipient_device = Sa bagong device na may anim na salita rito mapupunta ang mga bahagi: ihambing ang mga ito
task-hidden_requests = Mga hiling na hindi ipinakita sa inyo
