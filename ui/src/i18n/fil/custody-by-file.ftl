## Ang dumadaan sa file at hindi sa linya
decision-by-file = Hindi pa kumpirmado sa talaan. Uulitin ito sa susunod na pakikipagpalitan. Kung hindi maabot ang buffer o hindi nito tinatanggap, i-save ito sa file: sinumang may hawak ng file ay makapagdadala nito sa talaan, at mabubuksan mula rito ng ibang katiwala ang isang pagtutol.
decision-save = I-save sa file
objection-to = Tinututulan
objection-at = Nilagdaan
file-objection = Pagtutol ng ibang samahan
file-text-objection = Tama ang lagda nito. Kapag kinuha ninyo, bilang na ito rito, nasa talaan man o wala.
file-accepted-objection = Nakuha. Bilang na rito ang pagtutol.
file-refused-unknown_request = Tungkol ito sa hiling na hindi pa nakikita ng inyong samahan. Makipagpalitan muna.
refused-older_copy = Mas luma ang kopyang ito ng talaan kaysa sa alam na ng inyong samahan.
