## Ang moagi sa file imbes sa linya
decision-by-file = Wala pa makumpirma sa talaan. Usbon kini sa sunod nga pagbayloay. Kon dili maabot ang buffer o dili kini modawat, i-save kini sa file: bisan kinsa nga naghupot sa file makadala niini sa talaan, ug ang ubang tinugyanan makaabli og pagsupak gikan niini.
decision-save = I-save sa file
objection-to = Gisupak
objection-at = Gipirmahan
file-objection = Pagsupak sa laing organisasyon
file-text-objection = Husto ang pirma niini. Kon kuhaon ninyo, maihap kini dinhi, naa man sa talaan o wala.
file-accepted-objection = Nakuha. Naihap na dinhi ang pagsupak.
file-refused-unknown_request = Bahin kini sa hangyo nga wala pa makita sa inyong organisasyon. Pagbayloay una.
refused-older_copy = Mas daan kining kopya sa talaan kay sa nahibaloan na sa inyong organisasyon.
