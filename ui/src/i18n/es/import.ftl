## Import
import-title = Traer una hoja
import-choose-title = Su hoja, tal como está
import-choose-text = Excel, OpenDocument, CSV, Kobo, vCard o PFIF. Títulos, celdas combinadas y varias hojas no son problema. No se escribe nada antes de que usted lo vea.
import-choose = Elegir un archivo
import-rows = { $count ->
    [one] Una fila hasta ahora
   *[other] { $count } filas hasta ahora
}
import-drop = O suéltelo aquí. Hasta 64 MB.
import-sample = Probar el ejemplo
import-sample-text = Una hoja desordenada con personas inventadas.
import-check-title = ¿Es correcto?
import-confirm = { $count ->
    [one] Traer a una persona
   *[other] Traer a { $count } personas
}
import-drop-preview = No traerla
import-running-text = Mientras tanto puede mirar otras pantallas.
import-done = { $persons ->
    [one] Una persona
   *[other] { $persons } personas
} y { $contacts ->
    [one] un contacto familiar
   *[other] { $contacts } contactos familiares
} ya están en el registro.
import-duplicates = { $count ->
    [one] Puede que una persona esté dos veces.
   *[other] Puede que { $count } personas estén dos veces.
} Mírelo cuando tenga tiempo.
import-undo = Deshacer la importación
import-undo-of = Deshacer la importación de { $file }, { $when }
import-undone = { $count ->
    [one] Se quitó a una persona.
   *[other] Se quitó a { $count } personas.
}
imports-title = Importaciones anteriores
import-persons = { $count ->
    [one] una persona
   *[other] { $count } personas
}
see-people = Ver a las personas
preview-sum = Se añadirían { $persons ->
    [one] una persona
   *[other] { $persons } personas
} y { $contacts ->
    [one] un contacto familiar
   *[other] { $contacts } contactos familiares
}.
preview-already = { $count ->
    [one] Una persona ya está y no se repite.
   *[other] { $count } personas ya están y no se repiten.
}
preview-refused = { $count ->
    [one] Una persona dijo que no y queda fuera.
   *[other] { $count } personas dijeron que no y quedan fuera.
}
preview-undoable = Toda la importación se puede deshacer después.
preview-nothing = No se añadiría a nadie. Compruebe abajo qué hoja y qué columnas se toman.
problems-title = Celdas por revisar: { $count }
problems-none = Se pudo leer cada celda.
problems-text = Se guardan como están. Puede traer la hoja y resolverlo después.
problems-first = Se muestran las primeras { $shown } de { $count }.
problem-ambiguous_date = ¿Primero el día o el mes?
problem-impossible_date = Ese día no existe
problem-unreadable_date = No se pudo leer la fecha
problem-date_in_future = Esta fecha está en el futuro
problem-date_out_of_range = Esta fecha es demasiado antigua
problem-age_in_birth_column = Una edad, no una fecha de nacimiento
problem-unreadable_age = No se pudo leer la edad
problem-age_does_not_fit = La edad y la fecha de nacimiento no concuerdan
problem-unreadable_year = No se pudo leer el año
problem-unreadable_choice = No se pudo leer la respuesta
problem-name_incomplete = Falta una parte del nombre
problem-name_split_guessed = ¿Cuál es el apellido?
problem-phone_unreadable = No se pudo leer el teléfono
problem-phone_digits_lost = La hoja de cálculo perdió cifras de este teléfono
problem-phone_masked = Este teléfono tiene cifras ocultas
problem-phone_too_short = A este teléfono le faltan cifras
problem-phone_too_long = A este teléfono le sobran cifras
problem-phone_ambiguous = Este teléfono puede ser de dos países
problem-phone_leftover = En esta celda hay algo más que teléfonos
problem-phones_not_lined_up = ¿Qué teléfono es de qué contacto?
problem-email_unreadable = No se pudo leer el correo
problem-consent_refused = Dijo que no y queda fuera
problem-unknown_relation = No se conoce este parentesco
problem-barangay_unknown = No se encontró este barangay
problem-barangay_missing = No se indica el barangay
problem-destination_guessed = ¿Se adivinó bien el país?
problem-destination_unknown = No se conoce este destino
problem-destination_leftover = No se entendió una parte de este destino
problem-two_countries = Dos países en una celda: ¿cuál es?
problem-said_returned = Dice que esta persona regresó a casa. ¿Es así?
problem-said_died = Dice que esta persona falleció. ¿Es así?
problem-age_not_exact = Esta edad no es exacta
problem-differs = Distinto del registro
problem-phone_owner_unclear = ¿De quién es este teléfono?
problem-no_such_submission = Pertenece a un formulario que falta
sample-title = Tal como se escribirían
sheets-title = Hojas y columnas
sheets-text = Cambie lo que se entendió mal. La suma de arriba se actualiza.
sheet-rows = { $count ->
    [one] una fila con una persona
   *[other] { $count } filas con personas
}
columns-title = { $count ->
    [one] Una columna
   *[other] { $count } columnas
}
column-is = La columna { $column }, { $header }, es
column-nameless = Sin título
column-ignored = Omitida
left-out-hidden = Oculta en el libro. Márquela si estas personas deben entrar.
left-out-left_out = Usted la dejó fuera.
left-out-no_header = No se encontraron títulos, así que no se conocen las columnas.
left-out-empty = Vacía.
step-reading = Leyendo la hoja
step-understanding = Interpretando las filas
step-matching = Buscando a quienes ya están
step-saving = Guardando
step-sending = Enviando
step-receiving = Recibiendo
