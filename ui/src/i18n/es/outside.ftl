## The page without the program around it: loaded in every language, since nothing is there to ask for one
outside-title = Abra el programa Ugnay
outside-text = Esta página es el interior del programa Ugnay. Por sí sola no puede guardar nada, así que no muestra nada.
