## Lo que sale del registro
given-title = Lo que se entregó
given-explain = Cada archivo y cada hoja con nombres que salió de este registro, desde cualquiera de sus dispositivos. No se anota de quién eran los nombres.
given-none = Todavía no se ha entregado nada
given-none-text = Los archivos, copias y hojas impresas se anotan aquí por sí solos.
given-persons = { $count ->
    [0] nadie
    [one] una persona
   *[other] { $count } personas
}
given-fields = Con: { $fields }
given-by = por { $name }
given-times = { $count ->
    [one] una vez
   *[other] { $count } veces ese día
}
given-for-own-copy = Copia propia del registro
given-for-crisis = Una mesa que ayuda en una crisis
given-for-help = Ayuda para personas: agencia, embajada, clínica
given-for-visit = Visitas y reuniones nuestras
given-for-planning = Planificación, sin nombres
given-for-other = Otra cosa
given-for-access = Una copia para la persona
given-for-work = Trabajo propio, o para la familia
given-kind-csv = Tabla (CSV)
given-kind-xlsx = Libro de cálculo (Excel)
given-kind-vcard = Contactos (vCard)
given-kind-pfif = Archivo de desaparecidos (PFIF)
given-kind-hxl = Tabla para agencias de ayuda (HXL)
given-kind-access_json = Copia de todo lo guardado (archivo de datos)
given-kind-access_pdf = Copia de todo lo guardado (papel)
given-kind-sheet_meeting = Hoja de reunión
given-kind-sheet_calls = Hoja de llamadas
given-kind-sheet_card = Tarjeta de la familia
given-kind-sheet_consent = Formulario de consentimiento
given-kind-sheet_plan = Plan de contingencia
group-id = Número de la ficha
group-names = Nombres
group-sex = Sexo
group-birth = Fecha de nacimiento
group-status = Estado civil
group-home = Barangay y purok
group-abroad = Dónde en el extranjero
group-work = Trabajo y empleador
group-phones = Teléfonos y mensajería propios
group-family = Contactos de la familia
group-family_phones = Teléfonos de la familia
group-confirmed = Última confirmación
group-source = Hoja de la que vino
group-case = Salida, agencia, regreso
group-notes = Notas
group-everything = Todo lo guardado

## Hacer un archivo
export-title = Hacer un archivo
export-make = Hacer un archivo
export-explain = Un archivo está abierto: quien lo tiene puede leerlo. Entregue solo lo que el fin necesita.
export-purpose = ¿Para qué es?
export-purpose-first = Elija para qué es; lo demás sigue.
export-to = Quién lo recibe
export-to-hint = La oficina y la persona, por ejemplo «Mesa municipal, Sra. Reyes».
export-to-free = Puede quedar vacío si nadie más lo recibe.
export-why = Para qué, en sus palabras
export-why-hint = Una frase.
export-why-free = Puede quedar vacío.
export-people = De quiénes
export-these = Entregar estas personas en un archivo
export-of-shown = Las personas que la lista muestra ahora
export-of-place = Por barangay y destino
export-refused = { $count ->
    [one] Una persona más queda fuera: dijo que no a esto.
   *[other] { $count } personas más quedan fuera: dijeron que no a esto.
}
export-fields = Qué lleva
export-fields-text = Está marcado lo que el fin necesita, nada más.
export-delicate = En malas manos esto puede dañar a alguien: { $fields }
export-format = Tipo de archivo
export-save = Escribir el archivo
export-not-ready = Diga para qué es y quién lo recibe, y elija al menos una cosa.
export-then = Queda anotado en «Lo que se entregó». Borre el archivo cuando lo haya entregado.
bad-input-to = Diga en pocas palabras quién lo recibe.
bad-input-why = Diga en pocas palabras para qué es.
bad-input-names_needed = Este tipo de archivo necesita nombres. Elija nombres, u otro tipo.
action-export = Entregado
change-blocked-log = Lo entregado está entregado. Esta lista no se cambia.
