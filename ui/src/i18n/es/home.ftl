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
home-fresh = confirmadas en los últimos seis meses
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
destinations-map = Mapa del mundo: cuanto más grande el círculo, más personas hay allí
