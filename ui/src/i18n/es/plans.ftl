## Contingency plans
plan-title = Plan de contingencia
plan-written = plan escrito
plan-text = { $count ->
    [one] Uno de los nuestros está allí. Escriba en tiempos tranquilos qué hará en cada nivel de alerta.
   *[other] { $count } de los nuestros están allí. Escriba en tiempos tranquilos qué hará en cada nivel de alerta.
}
plan-always = En todo momento
plan-always-do = Dónde se reúnen las familias, quién llama a quién, quién le reemplaza, dónde están los papeles.
plan-level-1 = Nivel de alerta 1: precaución
plan-means-1 = Hay señales de disturbios o de una amenaza exterior.
plan-do-1 = Confirme a todos los que están allí: número, lugar, empleador. Pida a las familias que acuerden quién llama. Compruebe los números del directorio.
plan-level-2 = Nivel de alerta 2: restricción
plan-means-2 = Hay peligro real para la vida y los bienes. Hay que quedarse dentro, evitar multitudes y estar listo para salir.
plan-do-2 = Llame una vez a cada familia. Pregunte quién tiene los papeles a mano y quién no puede dejar al empleador. Anote quién necesita ayuda primero.
plan-level-3 = Nivel de alerta 3: repatriación voluntaria
plan-means-3 = Hay violencia en una parte del país. El gobierno trae a quienes quieran volver.
plan-do-3 = Pregunte a cada familia quién quiere volver. Remita a la mesa de crisis a quienes acepten. Vuelva a llamar el mismo día a quien no alcanzó.
plan-level-4 = Nivel de alerta 4: evacuación obligatoria
plan-means-4 = Hay guerra o colapso. Todos tienen que salir.
plan-do-4 = Siga la lista de llamadas sin parar. Informe las necesidades al momento. Prepare quién recibe a los que llegan, dónde duermen, quién cuida a los niños.
plan-own = Nuestro propio texto
plan-by = { $by }, { $when }
plan-other = Otro encargado escribió:
plan-write = Escribir
plan-saved-toast = Plan guardado
