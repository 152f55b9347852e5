## Settings
language = Pinulongan
language-explain = Gitipigan niining device, apil sa unang screen.
slash-searches = Moadto sa pagpangita ang / nga key
keys-title = Mga key
keys-search = Pangita
keys-arrows = Lihok sa listahan
keys-enter = Ablihi
keys-escape = Balik, o papasa ang gipangita
this-register = Kining rehistro
auto-lock = Mo-lock sa iyang kaugalingon
auto-lock-minutes = human sa { $count } ka minuto nga walay paggamit
version = Bersiyon
