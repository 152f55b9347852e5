## Settings
language = Wika
language-explain = Itinatago sa device na ito, pati para sa unang screen.
slash-searches = Tumatalon sa paghahanap ang / key
keys-title = Mga key
keys-search = Maghanap
keys-arrows = Gumalaw sa listahan
keys-enter = Buksan
keys-escape = Bumalik, o burahin ang hinahanap
this-register = Ang rehistrong ito
auto-lock = Kusang nagla-lock
auto-lock-minutes = pagkatapos ng { $count } minutong hindi ginagamit
version = Bersiyon
