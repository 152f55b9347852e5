## Start, create, unlock
start-title = Alamin kung sino ang tatawagan kapag kailangan
start-text = Iniingatan ng Ugnay ang listahan ninyo ng mga nagtatrabaho sa ibang bansa at ng kanilang pamilya. Nakaselyo ito sa device na ito at binubuksan lang ayon sa kailangan sa oras ng kagipitan.
choose-title = Aling rehistro?
create-start = Gumawa ng rehistro
demo-start = Tumingin-tingin gamit ang inimbentong tao
demo-explain = Gumagawa ang demo ng rehistro ng mga taong hindi totoo. Puwede ninyong subukan ang lahat.
promise-sealed = Nakaselyo sa inyong passphrase. Kung wala ito, walang makakabasa ng listahan.
promise-offline = Gumagana kahit walang internet, kahit ilang buwan.
promise-undo = Naibabalik ang anumang ginawa ninyo.
other-register = Ibang rehistro, o bago
passphrase = Passphrase
unlock = Buksan
unlocking = Binubuksan…
create-title = Gumawa ng rehistro
create-place = Aling barangay o munisipalidad?
create-place-hint = I-type ang mga unang letra at pumili sa listahan.
create-label = Pangalan sa screen ng pagbubukas
create-label-hint = Puwedeng walang laman. Puwedeng makita ng iba: lugar ang gamitin, hindi tao.
create-officer = Pangalan ninyo
create-officer-hint = Puwedeng walang laman. Nakaselyo sa loob; ipinapakita nito kung sino ang nagkumpirma.
create-passphrase-hint = Hindi bababa sa 12 karakter. Limang salitang hindi magkakaugnay ang madaling tandaan at mahirap hulaan.
suggest = Magmungkahi
strength-too-short = Masyadong maikli
strength-weak = Madaling hulaan
strength-fair = Mabuti
strength-strong = Napakabuti
passphrase-again = Ulitin ang passphrase
passphrase-mismatch = Hindi magkapareho ang dalawang passphrase.
passphrase-warning = Isulat ang passphrase at itago sa ligtas na lugar. Walang makakahanap nito para sa inyo.
create-submit = Gawin ang rehistro
creating = Ginagawa…
place-hits = { $count ->
    [0] Walang nahanap na lugar
   *[other] { $count } lugar ang nahanap
}
place-chosen = Napili: { $place }
place-none = Walang lugar na ganoon ang pangalan. Bawasan ang letra.
place-word = Lugar
level-barangay = barangay
level-municipality = munisipalidad
level-city = lungsod
level-province = lalawigan
level-region = rehiyon
level-area = lugar
