## Mga papel na ililimbag
print-make = Gumawa ng papel na ililimbag
print-size = Papel
print-secret = Nasa papel ang mga lihim na salita. Ilimbag lang ito sa printer na walang ibang gumagamit.
print-then = Ilimbag ito. Kapag hindi na kailangan, burahin ang file at sirain ang papel: pribado ang mga pangalan.
print-then-secret = Ilimbag na ito. Pagkatapos, burahin ang file, pati sa recycle bin: hawak ng makakita nito ang mga salita.
print-a4 = A4
print-letter = Letter
