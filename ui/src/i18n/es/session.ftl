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
