## Safety of the register
sync-title = ¿Qué tan seguro está el registro?
ladder-title = De este dispositivo a una emergencia
rung-saved = Guardado aquí
rung-sent = Enviado
rung-kept = Guardado por el depósito
rung-releasable = Se puede abrir en una emergencia
rung-state-proven = comprobado
rung-state-partly = en parte
rung-state-not-yet = todavía no
rung-saved-figure = { $count ->
    [one] Una persona, sellada en este dispositivo.
   *[other] { $count } personas, selladas en este dispositivo.
}
rung-sent-figure = { $count ->
    [0] Nada espera a ser enviado.
    [one] Un cambio espera a ser enviado.
   *[other] { $count } cambios esperan a ser enviados.
}
rung-kept-figure = { $count ->
    [0] El depósito todavía no ha confirmado nada.
    [one] El depósito confirmó una ficha. No puede leerla.
   *[other] El depósito confirmó { $count } fichas. No puede leerlas.
}
rung-releasable-none = Ningún custodio ha confirmado todavía.
rung-releasable-figure = { $j } de { $n } custodios confirmaron que pueden ayudar. Se necesitan { $k }.
only-device = Si se pierde esta computadora, se pierde todo
only-device-text = Solo este dispositivo puede leer las notas y el historial. Únase a una federación o añada otro dispositivo.
buffer = Depósito
sync-never = Nunca se intercambió.
sync-last = Último intercambio: { $when }
sync-last-try = Último intento: { $when }
sync-devices = { $count ->
    [one] Se conoce un dispositivo de este registro.
   *[other] Se conocen { $count } dispositivos de este registro.
}
sync-nothing-lost = No se perdió nada. Todo está guardado aquí y sale con el próximo intento.
sync-now = Intercambiar ahora
sync-done = Listo. Enviado: { $pushed }. Recibido: { $pulled }.
sync-conflicts = { $count ->
    [one] En un lugar dos encargados escribieron cosas distintas. Se guardan ambas.
   *[other] En { $count } lugares dos encargados escribieron cosas distintas. Se guarda todo.
}
join-title = Unirse a una federación
join-text = Su federación le da una dirección y doce palabras, en papel o en persona. Nunca por mensaje.
join-buffer = Dirección del depósito
join-words = Las doce palabras
join-count = { $count } de 12 palabras
join-compare-title = ¿Son estas las mismas seis palabras?
join-compare-text = Pida a la organización que le invitó que lea en voz alta sus seis palabras, por teléfono o en persona. Únase solo si las seis son iguales.
join-same = Son iguales, unirse
join-differ = Son distintas, detener
join-stopped = No se unió a nada. Diga a su federación que las palabras son distintas.
join = Unirse
log-proven = El libro público del { $when } contiene este estado de su registro. Nadie puede mostrar uno anterior sin que se note.
log-unproven = Aún sin prueba en el libro público desde { $when }. Durante unas horas es normal.
