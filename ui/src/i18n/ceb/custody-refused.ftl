# Why a custodian's step was refused. Codes: crates/app/src/custody.
refused-checks = Naay pagsusi nga dili husto, busa dili matugotan ang hangyo. Mahimo kamong mosupak o mobalibad.
refused-roster = Wala ang inyong organisasyon niining dapita sa listahan sa mga tinugyanan nga anaa karon.
refused-another_federation = Sa laing pederasyon ang file.
refused-too_many_letters = Mas daghan ang bahin kay sa madala sa usa ka file.
refused-recipient = Wala makita ang yawe nga hatagan sa mga bahin.
refused-entry = Taas kaayo kini para sa talaan.
refused-not_mine = Dili kini para sa inyong organisasyon.
refused-no_receipt = Ang file dili resibo niining pagbalhin.
refused-not_in_it = Wala dinhi ang inyong organisasyon uban sa kaugalingong mga yawe.
refused-has_a_federation = Sakop na sa usa ka pederasyon ang inyong organisasyon.
refused-not_signed_by_custodians = Dili kini file nga pirmahan sa mga tinugyanan.
refused-no_key_change = Walay pag-ilis sa yawe nga nagpadayon.
refused-unpublished_demands = Ipatik una ang mga numero sa mga mando kaninyo.
refused-published_demand = Anaa na sa talaan kini nga mando. Ang resulta ug ang nota ra ang mausab.
refused-objection = Dili kini pagsupak nga gipirmahan sa tinugyanan sa inyong pederasyon.
refused-compare_words = Itandi una ang unom ka pulong sa bag-ong device uban sa opisyal sa rehistro.
refused-demo_changed = Ang pagpakita magpabiling pagpakita, ug walay laing mahimong ingon niana: walay mopirma niining mga lagda.
