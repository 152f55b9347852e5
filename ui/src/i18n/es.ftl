### Ugnay en español. Palabras cortas y sencillas.
### Spanish has a third plural form, `many`, for round millions; it reads like `other` here except for « de ».

## Everywhere
loading = Un momento…
back = Atrás
close = Cerrar
cancel = Cancelar
undo = Deshacer
undone = Deshecho
try-again = Intentar otra vez
show = Mostrar
hide = Ocultar
show-all = Mostrar todo
show-more = Mostrar { $count } más
add = Añadir
edit = Editar
remove = Quitar
save = Guardar
later = Más tarde
name = Nombre
nothing = nada
not-said = Sin decir
not-known = No se sabe
yes = sí
no = no
understood = Entendido
demo = DEMO
demo-invented = personas inventadas
skip = Saltar al contenido
toast = Mensaje
number = { $count }
percent = { $count } %
name-and-count = { $name } ({ $count })
unknown-code = Otro ({ $code })
progress-of = { $done } de { $total }
at-sheet = hoja { $sheet }
at-row = fila { $row }
at-column = columna { $column }
sheet-and-row = { $sheet }, fila { $row }
row-word = Fila
ago-today = hoy
ago-days = { $count ->
    [one] ayer
   *[other] hace { $count } días
}
ago-months = { $count ->
    [one] hace un mes
   *[other] hace { $count } meses
}
ago-years = { $count ->
    [one] hace un año
   *[other] hace { $count } años
}

## Navigation
nav = Principal
nav-home = Inicio
nav-people = Personas
nav-campaign = Llamadas
nav-import = Importar
nav-sync = Respaldo
lock = Cerrar
settings = Ajustes

## Outside of the program
outside-title = Abra el programa Ugnay
outside-text = Esta página es el interior del programa Ugnay. Por sí sola no puede guardar nada, así que no muestra nada.

## Start, create, unlock
start-title = Saber a quién llamar cuando importa
start-text = Ugnay guarda su lista de personas que trabajan en el extranjero y de sus familias. Está sellada en este dispositivo y se abre solo hasta donde una emergencia lo exige.
choose-title = ¿Qué registro?
create-start = Crear un registro
demo-start = Mirar con personas inventadas
demo-explain = La demo crea un registro con personas que no existen. Puede probarlo todo.
promise-sealed = Sellado con su frase de paso. Sin ella nadie puede leer la lista.
promise-offline = Funciona sin internet, durante meses si hace falta.
promise-undo = Lo que usted hace se puede deshacer.
other-register = Otro registro, o uno nuevo
passphrase = Frase de paso
unlock = Abrir
unlocking = Abriendo…
create-title = Crear un registro
create-place = ¿Qué barangay o municipio?
create-place-hint = Escriba las primeras letras y elija de la lista.
create-label = Nombre en la pantalla de apertura
create-label-hint = Puede quedar vacío. Otros pueden verlo: use un lugar, no una persona.
create-officer = Su nombre
create-officer-hint = Puede quedar vacío. Se guarda sellado; muestra quién confirmó una ficha.
create-passphrase-hint = Al menos 12 caracteres. Cinco palabras sin relación son fáciles de recordar y difíciles de adivinar.
suggest = Sugerir una
strength-too-short = Demasiado corta
strength-weak = Fácil de adivinar
strength-fair = Buena
strength-strong = Muy buena
passphrase-again = Repita la frase de paso
passphrase-mismatch = Las dos frases no son iguales.
passphrase-warning = Escriba la frase de paso y guárdela en un lugar seguro. Nadie puede averiguarla por usted.
create-submit = Crear el registro
creating = Creando…
place-hits = { $count ->
    [0] Ningún lugar
    [one] Un lugar
   *[other] { $count } lugares
}
place-chosen = Elegido: { $place }
place-none = No hay lugar con ese nombre. Pruebe con menos letras.
place-word = Lugar
level-barangay = barangay
level-municipality = municipio
level-city = ciudad
level-province = provincia
level-region = región
level-area = zona

## Home
home-title = Hoy
home-empty-title = Todavía no hay nadie en el registro
home-empty-text = Traiga la hoja que ya tiene, o añada a la primera persona.
home-empty-import = Traer una hoja
home-campaigns = Personas a quienes llamar
home-figures = Este registro en cifras
home-persons = { $count ->
    [one] persona en el registro
   *[other] personas en el registro
}
home-fresh = confirmadas en el último medio año
home-stale = { $count ->
    [0] Todas están confirmadas
    [one] Una persona por confirmar
   *[other] { $count } personas por confirmar
}
home-without-contact = { $count ->
    [one] persona sin familia a quien llamar
   *[other] personas sin familia a quien llamar
}
home-without-contact-warn = Pida un número
home-unsent = { $count ->
    [one] cambio sin enviar
   *[other] cambios sin enviar
}
home-unsent-explain = Guardados aquí. Salen con el próximo intercambio.
home-conflicts = { $count ->
    [one] Una ficha tiene dos respuestas distintas. Pregunte a la familia cuál es la correcta.
   *[other] { $count } fichas tienen dos respuestas distintas. Pregunte a las familias cuál es la correcta.
}
demo-passphrase = Este registro de demostración se cierra como uno real. Su frase de paso:
destinations-title = Dónde está nuestra gente
destination = Destino
people-word = Personas
share = Parte
country-at-sea = En el mar
country-unknown = No se sabe
country-usual = Destinos habituales
country-others = Otros países

## People
people-list = Lista de personas
person-pane = Persona
people-search = Nombre, apodo, teléfono, lugar…
people-found = { $count ->
    [0] Nadie
    [one] Una persona
   *[other] { $count } personas
}
people-none = No se encontró a nadie
people-none-text = Pruebe con menos letras, otra ortografía o el nombre de un familiar.
nobody-chosen = Elija a alguien de la lista
nobody-chosen-text = Pulse / para buscar. Las flechas recorren la lista, Intro abre.
filters = Filtros
filters-on = Filtros ({ $count })
filters-clear = Quitar filtros
filter-anywhere = En cualquier lugar
filter-stale = Solo sin confirmar desde hace medio año
barangay = Barangay
row-conflict = dos respuestas
row-no-contact = sin contacto familiar
row-never = nunca confirmada
row-confirmed = confirmada { $when }
why-surname = apellido
why-given = nombre
why-middle = segundo apellido
why-nickname = apodo
why-contact = contacto familiar
why-phone = teléfono
why-place = lugar
why-employer = empleador
why-sounds_like = suena parecido

## A person
person-gone = Esta persona no está en el registro
person-gone-text = La ficha se quitó o pertenece a otro registro.
nickname-is = le dicen { $name }
contacts-title = A quién llamar, en este orden
contacts-none = Sin contacto familiar. En una crisis no habría a quién preguntar.
contact-add = Añadir un contacto
contact-no-phone = Sin número todavía
contact-nameless = Nombre desconocido
knows-where = Sabe dónde está
best-hours = Mejor hora: { $hours }
call = Llamar
message = Mensaje
call-name = Llamar a { $name }, { $number }
message-name = Mensaje a { $name }, { $number }
phone-unread = No se puede marcar tal como está
work-title = En el extranjero
about-title = En casa y sobre la persona
year-departed = Se fue en
consent-title = Consentimiento y origen
consent-none = Sin consentimiento anotado.
consent-given = Sí: { $purpose }
consent-refused = No: { $purpose }
consent-how = { $how }, { $by }, { $when }
source-sheet = De { $file }, hoja { $sheet }, fila { $row }
purpose-hold = guardar en este registro
purpose-buffer = guardar sellado en el búfer
purpose-emergency = abrir la ficha en una emergencia
purpose-desk = compartir con una oficina nombrada
purpose-statistics = contar en estadísticas
how-spoken = de palabra
how-signed = firmado
how-thumb_mark = huella del pulgar
how-sheet = en la hoja
confirm-title = ¿Sigue siendo correcto?
confirm-last = Confirmado el { $when } por { $by }, según { $from }.
confirm-never = Nadie lo ha confirmado todavía.
confirm-who = Toque quién se lo dijo:
confirm-themselves = La misma persona
confirmed-toast = { $name }: confirmado
removed-toast = { $name }: quitado
conflict-title = Dos encargados escribieron cosas distintas
conflict-line = { $field }: también { $others }
conflict-settle = Resolver
history-title = Historial
history-none = Todavía no se cambió nada.
source-typed = escrito
source-import = de una hoja
source-sync = de otro dispositivo
source-merge = de una unión
source-undo = deshecho
source-erase = borrado
source-attempt = de una llamada
sex-F = Mujer
sex-M = Hombre
sex-X = Otro
birth-age = unos { $age } años en { $year }

## Fields
field-surname = Apellido
field-given = Nombre
field-middle = Segundo apellido
field-suffix = Sufijo (Jr., III)
field-nickname = Apodo
field-birth = Nacimiento
field-sex = Sexo
field-barangay = Barangay de origen
field-purok = Purok o sitio
field-country = País
field-place = Ciudad o zona
field-vessel = Barco o naviera
field-occupation = Trabajo
field-employer = Empleador u hogar
field-worksite = Lugar de trabajo o barco
field-phones = Teléfonos propios
field-emails = Correo electrónico
field-handles = Messenger, Facebook
field-language = Idioma
field-emergency_note = Nota para emergencias
field-contacts = Contactos familiares
field-removed = Quitado del registro
field-confirmed = Confirmado
field-civil_status = Estado civil
field-remarks = Observaciones
field-full_name = Nombre completo
field-birth_date = Fecha de nacimiento
field-age = Edad
field-address = Dirección
field-destination = País o destino
field-destination_place = Ciudad en el extranjero
field-destination_employer = País y empleador
field-sea_based = Trabaja en el mar
field-phone = Teléfono propio
field-phone_both = Teléfonos de ambos
field-email = Correo electrónico
field-handle = Messenger, Facebook
field-year_departed = Año de salida
field-agency = Agencia
field-consent = Consentimiento
field-row_number = Número de orden
field-record_id = Número de ficha
field-form_index = Número de formulario
field-parent_index = Número del formulario superior
field-ignore = Omitido
field-not_collected = No se recoge, para proteger a las personas
field-returned = Regreso
field-attempt = Resultado de llamada
field-note = Nota
field-provenance = Origen
field-not_same = No es la misma persona
field-unknown = Algo de una versión más nueva
field-of-contact = { $field } (contacto { $number })
field-contact-name = Contacto familiar
field-contact-relation = Parentesco
field-contact-phones = Teléfono de la familia
field-contact-name_relation = Contacto y parentesco
field-contact-name_phone = Contacto y teléfono
field-contact-handle = Messenger de la familia
field-contact-language = Idioma de la familia
field-contact-place = Dónde vive el contacto
field-contact-hours = Mejor hora para llamar
field-contact-knows_where = El contacto sabe dónde está
field-contact-removed = Contacto quitado

## Adding and editing
add-person = Añadir persona
edit-title = Editar
minute-title = El primer minuto
where-to = ¿A dónde?
contact-first = Contacto familiar
contact-name = Nombre del contacto
contact-relation = ¿Qué es de esa persona?
contact-more = Más sobre este contacto
contact-hours = Mejor hora para llamar
contact-lives = Dónde vive
contact-handle = Messenger, Facebook
contact-remove = Quitar este contacto
contact-add-another = Añadir otro contacto
contact-place = Llamar en lugar { $place }
contact-moved = { $name } queda en el lugar { $place }
earlier = Antes
later-order = Después
phone = Teléfono
phone-add = Añadir un teléfono
phone-add-another = Otro teléfono
phone-remove = Quitar este teléfono
phone-dialled = Se marcará { $number }
phone-warning-phone_unreadable = No parece un número. Se guarda como está.
phone-warning-phone_too_short = ¿Faltan cifras? Se guarda como está.
phone-warning-phone_too_long = ¿Sobran cifras? Se guarda como está.
phone-warning-phone_digits_lost = Se perdieron cifras. Se guarda como está.
phone-warning-phone_masked = Hay cifras ocultas. Se guarda como está.
phone-warning-phone_ambiguous = ¿De qué país? Empiece con + y el número del país.
phone-warning-phone_leftover = No todo esto es un número. Se guarda como está.
part-home = En casa
part-work = Trabajo en el extranjero
part-person = Sobre la persona
birth-by-date = Fecha o año
birth-by-age = Solo la edad
year = Año
month = Mes
day = Día
age-now = Edad ahora
emergency-hint = Se abre solo en una emergencia: medicinas, papeles, peligro.
draft-resumed = Había empezado a escribir aquí. Sigue todo.
draft-drop = Empezar de nuevo desde lo guardado
alike-title = ¿Ya está en el registro?
alike-decide = Abra la ficha para comprobarlo. Si es otra persona, guarde.
save-anyway = Guardar como otra persona
saved-toast = { $name }: guardado
nothing-changed = No había cambios
relation-spouse = esposo o esposa
relation-partner = pareja
relation-mother = madre
relation-father = padre
relation-child = hijo o hija
relation-sibling = hermano o hermana
relation-grandparent = abuelo o abuela
relation-grandchild = nieto o nieta
relation-aunt_uncle = tía o tío
relation-cousin = primo o prima
relation-niece_nephew = sobrina o sobrino
relation-parent_in_law = suegro o suegra
relation-child_in_law = yerno o nuera
relation-sibling_in_law = cuñado o cuñada
relation-godparent = padrino o madrina
relation-guardian = tutor
relation-neighbour = vecino o vecina
relation-friend = amigo o amiga
relation-employer = empleador
relation-other = otro
relation-self = la misma persona
speech-fil = Filipino, tagalo
speech-ceb = Cebuano
speech-ilo = Ilocano
speech-hil = Hiligaynon
speech-bik = Bicolano
speech-war = Waray
speech-pam = Kapampangan
speech-pag = Pangasinán
speech-en = Inglés
speech-ar = Árabe
speech-zh = Chino
speech-es = Español
speech-it = Italiano

## Import
import-title = Traer una hoja
import-choose-title = Su hoja, tal como está
import-choose-text = Excel, OpenDocument, CSV, Kobo, vCard o PFIF. Títulos, celdas combinadas y varias hojas no son problema. No se escribe nada antes de que usted lo vea.
import-choose = Elegir un archivo
import-reading = Leyendo…
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
step-matching = Buscando a quienes ya están
step-saving = Guardando
step-sending = Enviando
step-receiving = Recibiendo

## Safety of the register
sync-title = ¿Qué tan seguro está el registro?
ladder-title = De este dispositivo a una emergencia
rung-saved = Guardado aquí
rung-sent = Enviado
rung-kept = Guardado por el búfer
rung-releasable = Se puede abrir en una emergencia
rung-state-proven = comprobado
rung-state-partly = en parte
rung-state-not-yet = todavía no
rung-saved-figure = { $count ->
    [one] Una persona, sellada en este dispositivo.
   *[other] { $count } personas, selladas en este dispositivo.
}
rung-sent-figure = { $count ->
    [0] Nada espera a ser enviado.
    [one] Un cambio espera a ser enviado.
   *[other] { $count } cambios esperan a ser enviados.
}
rung-kept-figure = { $count ->
    [0] El búfer todavía no ha confirmado nada.
    [one] El búfer confirmó una ficha. No puede leerla.
   *[other] El búfer confirmó { $count } fichas. No puede leerlas.
}
rung-releasable-none = Ningún custodio ha confirmado todavía.
rung-releasable-figure = { $j } de { $n } custodios confirmaron que pueden ayudar. Se necesitan { $k }.
only-device = A una computadora de perderlo todo
only-device-text = Solo este dispositivo puede leer las notas y el historial. Únase a una federación o añada otro dispositivo.
buffer = Búfer
sync-never = Nunca se intercambió.
sync-last = Último intercambio: { $when }
sync-last-try = Último intento: { $when }
sync-devices = { $count ->
    [one] Se conoce un dispositivo de este registro.
   *[other] Se conocen { $count } dispositivos de este registro.
}
sync-nothing-lost = No se perdió nada. Todo está guardado aquí y sale con el próximo intento.
sync-now = Intercambiar ahora
sync-done = Listo. Enviado: { $pushed }. Recibido: { $pulled }.
sync-conflicts = { $count ->
    [one] En un lugar dos encargados escribieron cosas distintas. Se guardan ambas.
   *[other] En { $count } lugares dos encargados escribieron cosas distintas. Se guarda todo.
}
join-title = Unirse a una federación
join-text = Su federación le da una dirección y doce palabras, en papel o en persona. Nunca por mensaje.
join-buffer = Dirección del búfer
join-words = Las doce palabras
join-count = { $count } de 12 palabras
join-compare-title = ¿Son estas las mismas seis palabras?
join-compare-text = Pida a la organización que le invitó que lea en voz alta sus seis palabras, por teléfono o en persona. Únase solo si las seis son iguales.
join-same = Son iguales, unirse
join-differ = Son distintas, parar
join-stopped = No se unió a nada. Diga a su federación que las palabras son distintas.
join = Unirse

## Calls
campaigns-title = Llamadas
campaigns-none = Ahora no hay que llamar a nadie
campaigns-none-text = Cuando se declare una crisis, las personas de su registro que estén allí aparecerán aquí.
campaign-line = { $hazard }, nivel de alerta { $level }, desde { $when }
campaign-since = { $hazard }, desde { $when }
campaign-progress = Llamadas hechas
campaign-done = { $done } de { $total } personas tienen respuesta
campaign-unreported = { $count ->
    [one] Un resultado sin informar
   *[other] { $count } resultados sin informar
}
campaign-call = Llamar
campaign-look = Ver la lista
drill = SIMULACRO
drill-name = Simulacro: { $country }
drill-title = Empezar un simulacro
drill-text = Practique las llamadas de un país. Solo en este dispositivo; nadie está en peligro y no se informa de nada.
drill-start = Empezar el simulacro
drill-nobody = Todavía no hay nadie con destino en el registro.
drill-nobody-in-danger = SIMULACRO, nadie está en peligro
hazard-conflict = Conflicto
hazard-disaster = Desastre
hazard-health = Peligro para la salud
hazard-economic = Pérdida de trabajo
hazard-accident = Accidente
hazard-drill = Práctica
call-list-empty = Nadie de este registro está allí
call-list-empty-text = No hay que llamar a nadie por esto.
script-title = Qué decir
script-greeting = Buenos días. Llamo del barangay por su familiar en el extranjero.
script-who = ¿Con quién hablo, por favor? ¿Qué es usted de esa persona?
script-drill = Esto es un simulacro. Nadie está en peligro.
question-safe = ¿Cuándo supo de esa persona por última vez, y estaba a salvo?
question-needs = ¿Necesita algo? ¿Cambió su número o su lugar?
script-thanks = Gracias. Volveremos a llamar si hay noticias.
tasks-title = Orden de llamada
whom-to-call = A quién llamar
no-number = Ningún número al que llamar
number-bad = Equivocado o apagado la última vez
answered = Alguien contestó
not-answered = Nadie contestó
outcome-safe = Contestó y a salvo
outcome-needs-help = Necesita ayuda
outcome-no-news = Sin noticias
outcome-declines = No quiere contacto
outcome-no-answer = No contesta
outcome-call-back = Llamar más tarde
outcome-wrong-number = Número equivocado
outcome-number-off = Número apagado
outcome-left-message = Dejé un mensaje
outcome-visited = Visita, a salvo
outcome-toast = { $name }: { $outcome }
needs-title = ¿Qué hace falta?
needs-save = Guardar: necesita ayuda
need-medical = Médico o medicinas
need-shelter = Refugio
need-food = Comida o agua
need-repatriation = Volver a casa
need-legal = Ayuda legal
need-wages = Salario o contrato
need-protection = Protección contra la violencia
need-psychosocial = Alguien con quien hablar
consent-referral = La familia acepta que la oficina conozca el nombre
attempts = Hasta ahora
counts = Cuentas
count-todo = { $count } por llamar
count-call_back = { $count } por volver a llamar
count-safe = { $count } a salvo
count-needs_help = { $count ->
    [one] una necesita ayuda
   *[other] { $count } necesitan ayuda
}
count-no_news = { $count } sin noticias
count-other = { $count } otras
state-todo = por llamar
state-call_back = volver a llamar
state-safe = a salvo
state-needs_help = necesita ayuda
state-no_news = sin noticias
state-other = otro
call-after = después de { $when }
result-reached = contestó
result-call_back = llamar más tarde
result-busy = ocupado
result-no_answer = no contesta
result-left_message = dejé un mensaje
result-wrong_number = número equivocado
result-number_off = número apagado
result-not_attempted = sin intentar
result-visited = visita
safety-safe = a salvo
safety-needs_help = necesita ayuda
safety-no_news = sin noticias
safety-missing = desaparecida
safety-injured = herida
safety-dead_reported = se informó de su muerte
safety-declines_contact = no quiere contacto

## Settings
language = Idioma
language-explain = Se mantiene hasta cerrar el programa.
slash-searches = La tecla / salta a la búsqueda
keys-title = Teclas
keys-search = Buscar
keys-arrows = Moverse en una lista
keys-enter = Abrir
keys-escape = Atrás, o vaciar la búsqueda
this-register = Este registro
auto-lock = Se cierra solo
auto-lock-minutes = { $count ->
    [one] tras un minuto sin uso
   *[other] tras { $count } minutos sin uso
}
version = Versión

## Errors: every code has its words
error-with-place = { $error } ({ $place })
error-locked = El registro está cerrado. Ábralo, por favor.
error-wrong_passphrase = Esta frase de paso no abre el registro.
error-weak_passphrase = Esta frase de paso es fácil de adivinar. Hágala más larga.
error-in_use = Otra ventana tiene abierto este registro.
error-not_a_register = Aquí no hay ningún registro.
error-already_there = Aquí ya hay un registro.
error-damaged = El archivo del registro está dañado. Se apartó, no se borró.
error-too_new = Una versión más nueva de Ugnay escribió este registro. Actualice, por favor.
error-disk = El disco está lleno o no se puede escribir en él.
error-not_found = Ya no está.
error-bad_input = Algo del formulario no se puede aceptar.
error-file_empty = El archivo está vacío.
error-file_too_large = El archivo es demasiado grande. Se leen hasta 64 MB.
error-file_not_a_sheet = No es una hoja que se pueda leer.
error-file_protected = El archivo está protegido con contraseña.
error-file_damaged = El archivo termina antes de tiempo o está dañado.
error-cancelled = Detenido. No se escribió nada.
error-no_buffer = Todavía no se ha unido a ninguna federación.
error-buffer_unreachable = El búfer no contesta.
error-buffer_slow = El búfer tardó demasiado.
error-buffer_certificate = El búfer no pudo demostrar que es el correcto.
error-buffer_nonsense = El búfer contestó algo sin sentido.
error-buffer_refused = El búfer lo rechazó.
error-buffer_alarm = El búfer muestra algo distinto de antes. Aquí no se cambió nada.
error-cannot_undo = Ya no se puede deshacer: algo más cambió desde entonces.
error-refused = Una comprobación rechazó este paso. No se cambió nada.
refused-waiting_for_ticket = Ya se unió. La federación todavía no ha admitido este registro. Inténtelo más tarde.
refused-fingerprint = Las seis palabras no son las de esta federación. No se unió a nada.
refused-no_such_invitation = No se encontró esta invitación. Pida otra a su federación.
error-internal = Un fallo del programa. Lo guardado sigue ahí.
bad-input-place = Elija un lugar de la lista.
bad-input-words = Revise las doce palabras.
bad-input-buffer = Revise la dirección.
bad-input-name_needed = Hace falta un nombre: el nombre o el apellido.
bad-input-too_long = Algo es demasiado largo. Acórtelo.
bad-input-too_many = Hay demasiadas entradas en un mismo lugar.
bad-input-control_character = Hay un signo que no se puede guardar. Escríbalo otra vez.
advice-damaged = No borre nada. Pida ayuda a su federación.
advice-disk = Haga sitio en el disco e inténtelo otra vez.
advice-in_use = Cierre la otra ventana e inténtelo otra vez.
advice-file_protected = Ábralo en su programa de hojas, guárdelo sin contraseña e inténtelo otra vez.
advice-file_not_a_sheet = Guárdelo como XLSX o CSV en su programa de hojas e inténtelo otra vez.
advice-file_too_large = Borre las imágenes de la hoja, o guarde cada barangay en un archivo propio.
advice-buffer_unreachable = Siga trabajando. Inténtelo cuando haya internet.
advice-buffer_alarm = Avise a su federación antes de intercambiar otra vez.
advice-buffer_certificate = Revise la fecha y la hora del dispositivo. Si son correctas, pregunte a su federación.
advice-internal = Cierre el registro y el programa, y ábralo otra vez.
