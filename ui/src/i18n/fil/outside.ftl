## The page without the program around it: loaded in every language, since nothing is there to ask for one
outside-title = Pakibuksan ang programang Ugnay
outside-text = Ang pahinang ito ay loob lang ng programang Ugnay. Wala itong maiimbak kung mag-isa, kaya wala itong ipinapakita.
