## The page without the program around it: loaded in every language, since nothing is there to ask for one
outside-title = Palihog ablihi ang programang Ugnay
outside-text = Kining panid mao ang sulod sa programang Ugnay. Kon nag-inusara, wala kini matipigan, busa wala kini ipakita.
