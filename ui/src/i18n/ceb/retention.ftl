## Unsa kadugay tipigan ang mga rekord
retention-title = Unsa kadugay tipigan ang mga rekord
retention-explain = Ang rekord nga pila ka tuig nang walay mitan-aw mahimong mas makadaot kaysa makatabang. Nalista ang lapas sa gitakdang panahon. Walay mapapas nga kusa.
retention-confirmed = Mga tuig human sa katapusang kumpirmasyon
retention-confirmed-hint = Ang wala pa makumpirma giihap sukad nga misulod ang rekord.
retention-returned = Mga tuig human sa pag-uli
retention-returned-hint = Para sa nakauli na.
retention-standard = Dinhi magsugod ang matag rehistro: kasagaran duha ka tuig ang kontrata sa gawas.
retention-set-by = Gitakda ni { $name } niadtong { $when }.
retention-years = { $count ->
    [1] usa ka tuig
   *[other] { $count } ka tuig
}
retention-save = Gamita kining lagda
retention-saved = Natakda na ang lagda
retention-due = { $count ->
    [1] Usa ka rekord ang lapas sa gitakdang panahon
   *[other] { $count } ka rekord ang lapas sa gitakdang panahon
}
retention-look = Tan-awa sila
retention-none = Walay lapas sa panahon
retention-none-text = Walay kinahanglang buhaton.
retention-list = Lapas sa panahon
retention-why = Tipigi ang gusto pa sa pamilya nga tipigan, ug pangutana. Papasa ang wala na magkinahanglan.
retention-keep = Tipigi: kumpirmaha karon
retention-erase = Papasa
retention-kept = Gitipigan si { $name }, nakumpirma karon
retention-home = nakauli: { $when }
bad-input-after_confirmed = Pagpili gikan sa usa hangtod kawhaan ka tuig.
