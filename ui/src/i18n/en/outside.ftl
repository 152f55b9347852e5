## The page without the program around it: loaded in every language, since nothing is there to ask for one
outside-title = Please open the Ugnay program
outside-text = This page is the inside of the program Ugnay. By itself it can save nothing, so it shows nothing.
