## Quién puede leer este registro, y quitar a uno
readers-title = Quién puede leer este registro
readers-due = El registro recibe llaves nuevas en el próximo intercambio
readers-due-text = Haga pronto el intercambio. Solo entonces el lector que se quitó deja de recibir cosas nuevas.
readers-exchange = Ir al intercambio
readers-back = Volver a la lista
reader-this = Este dispositivo
reader-unnamed = Dispositivo sin nombre
reader-removed = Quitado
reader-removed-at = Quitado el { $when }
reader-added = Añadido el { $when }
reader-added-by = Añadido el { $when } por «{ $by }»
reader-seen = Visto por última vez: { $when }
reader-never = Todavía no ha escrito nada
reader-behind = No ha hecho ningún intercambio desde que el registro tiene llaves nuevas.
reader-remove = Quitar «{ $name }»
remove-title = Quitar a un lector
remove-stops-device = Después de su próximo intercambio, este dispositivo no recibe nada nuevo y lo que escriba no se acepta.
remove-stops-sheet = Después de su próximo intercambio, esta hoja ya no devuelve nada.
remove-keeps-device = Lo que tiene dentro se queda dentro. Si se perdió o lo robaron, solo su frase de paso lo protege.
remove-keeps-sheet = Lo que alguien ya leyó con ella no se puede recuperar. Destruya el papel si lo tiene.
remove-keys = El registro recibe llaves nuevas: todo se envía otra vez y los custodios confirman de nuevo, uno por uno.
remove-for-good-device = No se puede deshacer. Para volver, el dispositivo debe añadirse como uno nuevo.
remove-for-good-sheet = No se puede deshacer. Puede escribir una hoja nueva.
remove-alone = Después, solo este dispositivo podrá leer el registro. Si puede, añada antes un dispositivo o escriba una hoja.
remove-after = Después de pulsar tiene diez segundos para detenerlo.
remove-pause = { $count ->
    [one] Se quita en un segundo.
   *[other] Se quita en { $count } segundos.
}
remove-doing = Quitando…
remove-stop = Detener, no quitar nada
remove-stopped = Detenido. No se quitó nada.
remove-done = «{ $name }» está fuera
remove-nobody = Aquí no hay nada que quitar.
restore-own-certificate = El depósito tiene un certificado propio
restore-certificate = Certificado del depósito
restore-certificate-hint = Solo si su federación le dio uno. Pegue todo el texto, de BEGIN CERTIFICATE a END CERTIFICATE.
refused-exchange_first = Haga primero un intercambio. Este dispositivo aún no ha leído todo: se perdería lo que escribió ese lector.
