## Import: questions, corrections, what is left to look at
questions-title = { $count ->
    [one] Una pregunta sobre este archivo
   *[other] { $count } preguntas sobre este archivo
}
questions-text = Una respuesta vale para toda la hoja y para la próxima hoja igual.
ask-hidden = { $count ->
    [one] La hoja «{ $sheet }» está oculta. Tiene una persona. ¿La traemos?
   *[other] La hoja «{ $sheet }» está oculta. Tiene { $count } personas. ¿Las traemos?
}
ask-hidden-yes = Traer también «{ $sheet }»
ask-hidden-no = Dejar fuera «{ $sheet }»
ask-dates = En «{ $sheet }», { $count ->
    [one] una fecha se puede
   *[other] { $count } fechas se pueden
} leer de dos maneras. ¿Qué va primero, el día o el mes?
ask-dates-dmy = Primero el día: 25/12
ask-dates-mdy = Primero el mes: 12/25
ask-dates-else = Si están mezcladas, corríjalas abajo una por una.
ask-barangay = { $count ->
    [one] En «{ $sheet }», una persona no tiene barangay. ¿Cuál es el suyo?
   *[other] En «{ $sheet }», { $count } personas no tienen barangay. ¿Son todas del mismo?
}
ask-barangay-label = Barangay de «{ $sheet }»
ask-again = Preguntar otra vez
preview-all-there = { $count ->
    [one] La única persona de este archivo ya está aquí. No hay nada que añadir.
   *[other] Las { $count } personas ya están aquí. No hay nada que añadir.
}
fix-open = Corregir
fix-take = Aceptar
fix-cell = Corregir fila { $row }, columna { $column }
fix-cell-of = Corregir fila { $row }, columna { $column }: { $field }
fix-taken = Fila { $row }, columna { $column } corregida
fix-was = antes: { $was }
fix-back-of = Deshacer fila { $row }, columna { $column }
fixes-title = { $count ->
    [one] Una celda corregida
   *[other] { $count } celdas corregidas
}
fixes-text = Su archivo queda como está. Las correcciones se escriben con las personas.
later-title = { $count ->
    [one] Queda una celda por revisar
   *[other] Quedan { $count } celdas por revisar
}
later-text = Abra a la persona, corríjala y márquelo aquí como hecho.
later-done = Hechas hasta ahora: { $count }.
later-tick = Hecho
later-tick-of = Hecho: { $name }, { $problem }
later-ticked = Marcado como hecho
see-later = { $count ->
    [one] Revisar una celda
   *[other] Revisar { $count } celdas
}
left-title = Quedó fuera:
left-sheet = «{ $sheet }»{ $count ->
    [0] {""}
    [one] , una fila con una persona
   *[other] , { $count } filas con personas
}:
left-hidden = oculta en el libro.
left-left_out = usted la dejó fuera.
left-no_header = no es una lista de personas.
left-form_definition = las preguntas de un formulario, no sus respuestas.
left-same_file = igual que otro archivo de esta importación.
at-entry = ficha { $row }
fix-entry = Corregir ficha { $row }: { $field }
fix-taken-entry = Ficha { $row } corregida
fix-back-of-entry = Deshacer ficha { $row }
fixes-earlier = { $count ->
    [one] Una se corrigió así en una importación anterior.
   *[other] { $count } se corrigieron así en una importación anterior.
} Deshaga lo que ya no vale.
