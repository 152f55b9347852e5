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
