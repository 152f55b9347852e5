## Freshness and the monthly meeting
fresh-title = Fichas al día y reuniones
fresh-all = Todos juntos
fresh-areas = Por barangay
fresh-within = Confirmado en los últimos
fresh-months = { $count ->
    [one] un mes
   *[other] { $count } meses
}
fresh-of = { $fresh } de { $people } personas fueron confirmadas en los últimos { $months } meses
fresh-meaning = Si mañana pasa algo, puede contar con estos números. Las otras familias quizá se mudaron o cambiaron de teléfono. La meta es el 90 %.
fresh-how = Cómo se cuenta
fresh-formula = Personas confirmadas en ese tiempo, divididas entre todas las de la lista, redondeado hacia abajo. No se cuenta a quien ya volvió. Bueno desde 90 %, regular desde 75 %, débil desde 50 %.
fresh-nobody = No hay nadie en el extranjero por confirmar
fresh-no-barangay = Sin barangay anotado
fresh-level-good = bueno
fresh-level-fair = regular
fresh-level-weak = débil
fresh-level-poor = muy débil
fresh-level-nobody = nadie
meeting-title = Reunión
meeting-of = Reunión: { $name }
meeting-due = { $count ->
    [one] Toca la reunión mensual en un barangay.
   *[other] Toca la reunión mensual en { $count } barangays.
}
meeting-hold = Ir a las reuniones
meeting-left-open = Una reunión quedó sin terminar: { $name }
meeting-take-up = Seguir con la reunión
meeting-begin = Empezar la reunión
meeting-everybody = Reunión con todos
meeting-runs = sin terminar
meeting-is-due = toca reunión
meeting-never = Todavía no hubo ninguna reunión.
meeting-last = Última reunión: { $when }
meeting-on-paper = En papel
meeting-on-paper-text = La lista para llevar: por quién preguntar, con casillas para marcar. Anote las respuestas el mismo día.
meeting-end = Terminar la reunión
meeting-progress = Avance
meeting-done = Se preguntó por { $done } de { $total } personas
meeting-rows = Por quién preguntar
meeting-nobody = No hay que preguntar por nadie
meeting-nobody-text = Todas las personas de aquí fueron confirmadas en los últimos 30 días.
meeting-all-asked = Ya se preguntó por todos. Puede terminar la reunión.
meeting-somebody = Otra persona
meeting-ended = La reunión terminó
meeting-not-asked = sin preguntar
ask-same = Sigue allí, mismo teléfono. ¿Quién lo dice?
ask-changed = Algo cambió. ¿Quién lo dice?
ask-home = Volvió a casa. ¿Quién lo dice?
ask-else = U otra cosa
ask-keys = Teclas: 1 a 9 quién lo dice, C cambió, H volvió, N nadie supo, U deshacer, flechas para la siguiente y la anterior.
mark-same = sigue allí, mismo teléfono
mark-changed = algo cambió
mark-home = volvió a casa
mark-unknown = nadie supo decir
stale-title = Números que quizá ya no sirven
stale-nobody = Ningún número da motivo de duda.
stale-count = { $count ->
    [one] Una persona. Pregunte a la familia en la próxima reunión.
   *[other] { $count } personas. Pregunte a las familias en la próxima reunión.
}
stale-none = sin número
stale-failed = la última llamada no llegó
stale-never = nunca confirmado
stale-old = sin confirmar desde hace un año
