## Two entries of one person
dup-title = ¿Anotados dos veces?
dup-intro = Puede que estas fichas sean una sola persona. Nada se une hasta que usted lo diga, y toda unión se puede deshacer.
dup-look = Buscar repetidos
dup-look-again = Buscar de nuevo
dup-looked = Última búsqueda: { $when }.
dup-stale = Desde entonces se ha escrito algo.
dup-running = Mientras tanto puede seguir trabajando.
dup-never-title = Todavía no se ha buscado
dup-never-text = Se comparan todas las fichas y usted ve quién puede estar dos veces.
dup-none-title = No hay parejas que mirar
dup-none-text = Parece que nadie está dos veces en el registro.
dup-pairs = Parejas
dup-count = { $count ->
    [0] Ninguna pareja por mirar
    [one] Una pareja por mirar
   *[other] { $count } parejas por mirar
}
dup-place = Pareja { $at } de { $total }
dup-previous = Pareja anterior
dup-next = Pareja siguiente
dup-sure-high = muy probablemente una persona
dup-sure-likely = probablemente una persona
dup-sure-open = decidido de dos maneras
dup-why = Por qué
dup-for = a favor de que sea una sola
dup-against = en contra
dup-choose = Qué queda
dup-choose-hint = Elija el valor correcto. Lo que solo tiene una ficha también queda.
dup-same = Igual en las dos
dup-only = Solo en una ficha
dup-entry-a = Ficha 1
dup-entry-b = Ficha 2
dup-both = Ambos
dup-side-a = ficha 1
dup-side-b = ficha 2
dup-side-both = ambas fichas
dup-contacts = Contactos familiares: quedan todos
dup-consents = Consentimientos: queda el más estricto
dup-consent-strict = Una ficha dice sí, la otra no. Queda el no.
dup-history = Quedan las llamadas, notas e historial de ambas.
dup-calls = { $count ->
    [0] ninguna llamada
    [one] una llamada
   *[other] { $count } llamadas
}
dup-merge = Una persona: unir
dup-not-same = Dos personas
dup-merged = { $name } figura ahora una sola vez
dup-noted = Anotado: dos personas
dup-disputed = Un encargado las unió, otro dijo que son dos personas. ¿Quién tiene razón?
dup-keep-one = Es una persona
dup-take-apart = Dos personas: separar
dup-kept-one = Resuelto: una persona
dup-open = Abrir esta ficha
dup-keys = Teclas: J siguiente, K anterior, M una persona, N dos personas, U deshacer
dup-merged-title = Unida con
dup-merged-line = El { $when }, por { $by }
dup-part = Separar de nuevo
dup-parted = Otra vez dos fichas
dup-part-left = Esto quedó como está porque se cambió después: { $fields }
home-duplicates = Puede ser una persona anotada dos veces.
home-duplicates-look = Buscar personas anotadas dos veces
import-look-alike = { $count ->
    [one] Una se parece a alguien que ya estaba.
   *[other] { $count } se parecen a personas que ya estaban.
}
import-look-at = Mirar las parejas
alike-open = Abrir esta
alike-other = Es otra persona
field-merged = Ficha unida
field-merged_into = Unida a otra ficha

## Why two entries are put side by side
match-surname-same = mismo apellido
match-surname-close = apellido escrito casi igual
match-surname-akin = apellidos parecidos, ambos comunes aquí
match-surname-married = el apellido de una es el segundo apellido de la otra (matrimonio)
match-surname-married_initial = la inicial de una coincide con el apellido de la otra (matrimonio)
match-surname-part = un apellido es parte del otro
match-surname-crossed = apellido y nombre intercambiados
match-surname-different_woman = apellidos distintos (puede haberse casado)
match-surname-different = apellidos distintos
match-given-same = mismo nombre
match-given-nickname = un nombre es apodo del otro
match-given-close = nombre escrito casi igual
match-given-akin = nombres parecidos, ambos comunes aquí
match-given-part = un nombre es parte del otro
match-given-crossed = nombre y apellido intercambiados
match-given-different = nombres distintos
match-middle-same = mismo segundo apellido
match-middle-close = segundo apellido escrito casi igual
match-middle-initial = la inicial del segundo apellido coincide
match-middle-other_initial = la inicial del segundo apellido no coincide
match-middle-different = segundos apellidos distintos
match-suffix-same = mismo sufijo
match-suffix-one_sided = sufijo solo en una
match-suffix-different = sufijos distintos (¿padre e hijo?)
match-birth-same = misma fecha de nacimiento
match-birth-turned = día y mes de nacimiento intercambiados
match-birth-close = las fechas de nacimiento difieren en un desliz
match-birth-partly = las fechas de nacimiento coinciden en parte
match-birth-year = mismo año de nacimiento
match-birth-near = un año de diferencia en el nacimiento
match-birth-other_year = años de nacimiento distintos
match-birth-different = fechas de nacimiento distintas
match-sex-same = mismo sexo
match-sex-different = sexo distinto
match-home-same = mismo barangay y purok
match-home-barangay = mismo barangay
match-home-different = barangays distintos
match-country-same = mismo país
match-country-different = países distintos
match-occupation-same = mismo trabajo
match-occupation-close = trabajo parecido
match-occupation-different = trabajos distintos
match-employer-same = mismo empleador
match-employer-close = empleador parecido
match-employer-different = empleadores distintos
match-phone-same = mismo teléfono
match-phone-close = los teléfonos difieren en una cifra
match-phone-different = teléfonos distintos
match-contact_phone-same = mismo teléfono de la familia
match-contact_phone-different = teléfonos de la familia distintos
match-contact_name-same = mismo contacto familiar
match-contact_name-close = contacto familiar escrito casi igual
match-contact_name-different = contactos familiares distintos
match-mention-named = una es el contacto familiar de la otra
match-mention-not = ninguna es contacto familiar de la otra
match-together-relatives = más bien dos parientes de una casa
match-together-carried = ambas coinciden con una tercera ficha
match-together-little_known = se sabe demasiado poco
match-together-taken = otra fila encaja mejor con esta persona
match-together-several = varias personas encajan casi igual
match-together-disputed = un encargado las unió, otro dijo que son dos
match-together-shared = una tercera ficha se unió a ambas
