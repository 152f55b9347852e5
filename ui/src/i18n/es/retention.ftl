## Cuánto tiempo se guardan las fichas
retention-title = Cuánto tiempo se guardan las fichas
retention-explain = Una ficha que nadie miró en años puede dañar más de lo que ayuda. Quien pasa del plazo puesto aquí aparece en la lista. Nada se borra nunca por sí solo.
retention-confirmed = Años desde la última confirmación
retention-confirmed-hint = Si nunca hubo confirmación, se cuenta desde que entró la ficha.
retention-returned = Años desde el regreso
retention-returned-hint = Para quien ya está en casa.
retention-standard = Así empieza cada registro: un contrato en el extranjero suele ser de dos años.
retention-set-by = Lo puso { $name } el { $when }.
retention-years = { $count ->
    [one] un año
   *[other] { $count } años
}
retention-save = Guardar esta regla
retention-saved = La regla está guardada
retention-due = { $count ->
    [one] Una ficha pasa del plazo puesto
   *[other] { $count } fichas pasan del plazo puesto
}
retention-look = Mirarlas
retention-none = Nadie pasa del plazo
retention-none-text = No hay nada que hacer.
retention-list = Fuera del plazo
retention-why = Guarde a quienes la familia aún quiere guardar, y pregunte. Borre a quienes ya no lo necesitan.
retention-keep = Guardar: confirmar hoy
retention-erase = Borrar
retention-kept = Se guarda a { $name }, con confirmación de hoy
retention-home = de vuelta: { $when }
bad-input-after_confirmed = Elija de uno a veinte años.
