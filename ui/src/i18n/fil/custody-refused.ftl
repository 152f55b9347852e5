# Why a custodian's step was refused. Codes: crates/app/src/custody.
refused-checks = May pagsusuring hindi tama, kaya hindi mapapayagan ang hiling. Maaari kayong tumutol o tumanggi.
refused-roster = Wala ang inyong samahan sa lugar na ito sa umiiral na listahan ng mga samahang katiwala.
refused-another_federation = Sa ibang pederasyon ang file.
refused-too_many_letters = Mas maraming bahagi kaysa sa kaya ng isang file.
refused-recipient = Hindi nahanap ang susing pagbibigyan ng mga bahagi.
refused-entry = Masyado itong mahaba para sa talaan.
refused-not_mine = Hindi ito para sa inyong samahan.
refused-no_receipt = Hindi resibo ng paglilipat na ito ang file.
refused-not_in_it = Wala rito ang inyong samahan at ang sarili nitong mga susi.
refused-has_a_federation = Kabilang na sa isang pederasyon ang inyong samahan.
refused-not_signed_by_custodians = Hindi ito file na pinipirmahan ng mga samahang katiwala.
refused-no_key_change = Walang pagpapalit ng susi na ginagawa.
refused-unpublished_demands = Ilathala muna ang mga bilang ng mga utos sa inyo.
refused-published_demand = Nasa talaan na ang utos na ito. Ang kinalabasan at nota lamang ang mababago.
refused-objection = Hindi ito pagtutol na pinirmahan ng samahang katiwala ng inyong pederasyon.
refused-compare_words = Ihambing muna ang anim na salita ng bagong device sa opisyal ng rehistro.
refused-demo_changed = Ang pagpapakita ay mananatiling pagpapakita, at walang ibang magiging ganoon: walang pumipirma sa mga tuntuning ito.
