## Gaano katagal itinatago ang mga tala
retention-title = Gaano katagal itinatago ang mga tala
retention-explain = Ang talang ilang taon nang walang tumitingin ay maaaring mas makasama kaysa makatulong. Nakalista ang lampas sa itinakdang panahon. Walang kusang nabubura.
retention-confirmed = Mga taon matapos ang huling kumpirmasyon
retention-confirmed-hint = Ang hindi pa nakukumpirma ay binibilang mula nang pumasok ang tala.
retention-returned = Mga taon matapos ang pag-uwi
retention-returned-hint = Para sa nakauwi na.
retention-standard = Dito nagsisimula ang bawat rehistro: karaniwang dalawang taon ang kontrata sa ibang bansa.
retention-set-by = Itinakda ni { $name } noong { $when }.
retention-years = { $count ->
    [1] isang taon
   *[other] { $count } taon
}
retention-save = Gamitin ang tuntuning ito
retention-saved = Nakatakda na ang tuntunin
retention-due = { $count ->
    [1] Isang tala ang lampas sa itinakdang panahon
   *[other] { $count } tala ang lampas sa itinakdang panahon
}
retention-look = Tingnan sila
retention-none = Walang lampas sa panahon
retention-none-text = Walang kailangang gawin.
retention-list = Lampas sa panahon
retention-why = Panatilihin ang gusto pa ng pamilya, at magtanong. Burahin ang hindi na nangangailangan.
retention-keep = Panatilihin: kumpirmahin ngayon
retention-erase = Burahin
retention-kept = Pinanatili si { $name }, nakumpirma ngayon
retention-home = nakauwi: { $when }
bad-input-after_confirmed = Pumili mula isa hanggang dalawampung taon.
