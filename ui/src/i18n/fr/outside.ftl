## The page without the program around it: loaded in every language, since nothing is there to ask for one
outside-title = Ouvrez le programme Ugnay
outside-text = Cette page est l’intérieur du programme Ugnay. Seule, elle ne peut rien enregistrer, donc elle ne montre rien.
