## Cards back from the custodians, for a register that lost every device
cards-back-title = Recuperar las fichas por los custodios
cards-back-short = Cuando se perdieron todos los aparatos y no hay hoja de recuperación: los custodios de la federación pueden dar a este registro nuevo las fichas del antiguo.
cards-back-go = Pedir las fichas
cards-back-text = Las fichas de su registro anterior están selladas en el búfer. La mesa de crisis las pide en su nombre, los custodios deciden, y sus partes llegan a este aparato y a nadie más.
cards-back-notes = Vuelven nombres, lugares y contactos. Las notas y el historial no: solo los trae una hoja de recuperación u otro aparato.
cards-back-show = Mostrar este aparato
cards-back-show-text = Lea las seis palabras al funcionario de la mesa, cara a cara o por teléfono, y dele el número largo. Deben ser iguales en ambos lados.
cards-back-device = Número de este aparato
cards-back-offer = Mostrar mis seis palabras
cards-back-wait = Esperar a los custodios
cards-back-wait-text = La mesa envía la solicitud con dos firmas. Deben aceptar suficientes custodios, y corre un plazo de espera. Puede tardar días.
cards-back-take = Recibir las fichas
cards-back-look = Ver si ya decidieron
cards-back-done = { $persons ->
    [one] Volvió una ficha
   *[other] Volvieron { $persons } fichas
}, entregadas por { $custodians ->
    [one] un custodio.
   *[other] { $custodians } custodios.
}
cards-back-exchange = Intercambie ahora para que vuelvan a estar protegidas
refused-no_restore = Nadie ha pedido todavía para este aparato, o los custodios aún no lo han visto.
refused-no_pass = La mesa registró su solicitud antes de que este aparato mostrara su clave, o lo hizo otra persona. Pida a la mesa que la registre de nuevo.
refused-no_shares = Todavía no han entregado su parte suficientes custodios.
refused-grant_over = El plazo de esta entrega terminó. La mesa tiene que pedir de nuevo.
