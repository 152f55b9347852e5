## Drills
drill-level = Nivel de alerta
drill-invented = Aparecen doce personas inventadas, nada de su registro. Un colega hace de familia con las tarjetas de rol.
drill-role = Tarjeta de rol, para quien hace de familia
role-safe = «Hablé con ella hoy. Todo está bien.»
role-needs_medical = «Está herida y necesita un médico.»
role-needs_help = «No tiene comida y quiere volver.»
role-no_news = «Hace dos semanas que no sabemos nada.»
role-wrong_number = «Número equivocado. No los conozco.»
role-call_back = «Estoy conduciendo. Llámeme esta noche.»
role-declines = «No quiere que la contacten.»
drill-end = Terminar el simulacro
drill-result = Resultado del simulacro
drill-right = { $right } de { $total } respuestas se anotaron como las dijo la familia
drill-time = { $count ->
    [one] un minuto
   *[other] { $count } minutos
}
drill-calls = Llamadas anotadas
drill-took = Tiempo
drill-was-right = correcto
drill-was-wrong = anotado: { $state }
drill-not-called = sin llamar
refused-drill_over = El simulacro terminó. Empiece otro.
