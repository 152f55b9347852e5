## Settings
language = Idioma
language-explain = Se guarda en este dispositivo, también para la primera pantalla.
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
