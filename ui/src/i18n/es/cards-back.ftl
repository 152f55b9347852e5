## Cards back from the custodians, for a register that lost every device
cards-back-title = Recuperar las tarjetas por los custodios
cards-back-short = Cuando se perdieron todos los dispositivos y no hay hoja de recuperación: los custodios de la federación pueden dar a este registro nuevo las tarjetas del antiguo.
cards-back-go = Pedir las tarjetas
cards-back-text = Las tarjetas de su registro anterior están selladas en el depósito. La mesa de crisis las pide en su nombre, los custodios deciden, y sus partes llegan a este dispositivo y a nadie más.
cards-back-notes = Vuelven nombres, lugares y contactos. Las notas y el historial no: solo los trae una hoja de recuperación u otro dispositivo.
cards-back-show = Mostrar este dispositivo
cards-back-show-text = Lea las seis palabras al oficial de la mesa, cara a cara o por teléfono, y dele el número largo. Deben ser iguales en ambos lados.
cards-back-device = Número de este dispositivo
cards-back-offer = Mostrar mis seis palabras
cards-back-wait = Esperar a los custodios
cards-back-wait-text = La mesa envía la solicitud con dos firmas. Deben aceptar suficientes custodios, y corre un plazo de espera. Puede tardar días.
cards-back-take = Recibir las tarjetas
cards-back-look = Ver si ya decidieron
cards-back-done = { $persons ->
    [one] Volvió una tarjeta
   *[other] Volvieron { $persons } tarjetas
}, entregadas por { $custodians ->
    [one] un custodio.
   *[other] { $custodians } custodios.
}
cards-back-exchange = Intercambie ahora para que vuelvan a estar protegidas
refused-no_restore = Nadie ha pedido todavía para este dispositivo, o los custodios aún no lo han visto.
refused-no_pass = La mesa registró su solicitud antes de que este dispositivo mostrara su llave, o lo hizo otra persona. Pida a la mesa que la registre de nuevo.
refused-no_shares = Todavía no han entregado su parte suficientes custodios.
refused-grant_over = El plazo de esta entrega terminó. La mesa tiene que pedir de nuevo.
