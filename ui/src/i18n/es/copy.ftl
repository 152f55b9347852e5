## Una copia, y lo corregido
rights-copy = Una copia de todo
copy-title = Una copia de todo lo guardado
copy-paper = La hoja dice en palabras sencillas todo lo que este registro guarda sobre esta persona, lo acordado, dónde se guarda y lo corregido.
copy-hand = Désela a la persona, o a quien ella confíe, y a nadie más. Se anota que se hizo una copia, no de quién.
print-words = Idioma de la hoja
history-corrected = Solo lo corregido
history-corrected-none = Hasta ahora no se corrigió nada.
