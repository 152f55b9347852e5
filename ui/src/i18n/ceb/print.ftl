## Mga papel nga iimprinta
print-make = Paghimo og papel nga iimprinta
print-size = Papel
print-secret = Naa sa papel ang mga sekretong pulong. Iimprinta lang kini sa printer nga walay laing naggamit.
print-then = Iimprinta kini. Kon dili na kinahanglan, papasa ang file ug gubaa ang papel: pribado ang mga ngalan.
print-then-secret = Iimprinta na kini. Dayon papasa ang file, apil sa recycle bin: kinsay makakita niini naghupot sa mga pulong.
print-a4 = A4
print-letter = Letter
