## What people decide and may ask for
rights-title = Sus derechos
rights-text = Pregunte en qué están de acuerdo. A quien pide que se le borre, se le borra.
rights-consent = En qué están de acuerdo
rights-erase = Borrar para siempre

## Asking for consent
consent-page-title = ¿En qué están de acuerdo?
consent-how-to-ask = Lea cada pregunta en voz alta, en su idioma. Un «no» no perjudica a nadie y puede cambiarse cualquier día. Lo que no se pregunta queda abierto.
ask-purpose-hold = ¿Podemos guardar esta ficha, para poder avisar a la familia en una crisis?
ask-purpose-buffer = ¿Puede haber una copia cerrada en el depósito de las organizaciones, para que no se pierda nada si este dispositivo se rompe?
ask-purpose-emergency = En una emergencia, ¿pueden varias organizaciones juntas abrir la tarjeta, para que una mesa de crisis encuentre a la familia?
ask-purpose-desk = ¿Podemos pasar la tarjeta a una oficina con nombre, si se pide ayuda?
ask-purpose-statistics = ¿Puede contarse a esta persona en los números, sin nombre?
if-no-hold = Si no: la ficha se borra de este registro.
if-no-buffer = Si no: la ficha queda solo en los dispositivos que ya la tienen. Si se pierden, se pierde la ficha.
if-no-emergency = Si no: solo los dispositivos de este registro pueden leer la tarjeta. El pueblo sigue llamando a la familia.
if-no-desk = Si no: nadie de fuera sabe el nombre por una llamada.
if-no-statistics = Si no: la persona no entra en los números.
consent-answer-yes = Sí
consent-answer-no = No
consent-not-asked = Aún no se ha preguntado
consent-said-yes = Sí, el { $when }: { $by }, { $how }
consent-said-no = No, el { $when }: { $by }, { $how }
consent-themselves = la persona
consent-disputed = Dos encargados anotaron respuestas distintas. Hasta que se pregunte otra vez, vale el «no».
consent-hold-no = A quien no quiere que se le guarde, se le borra. Anote la respuesta, y después:
consent-way = ¿Cómo respondieron?
consent-keep-paper = Guarde bajo llave la hoja con la firma o la huella, o devuélvala a la familia.
consent-by = Quién respondió
consent-by-hint = Déjelo vacío si fue la persona. Si no, el nombre, por ejemplo de la madre.
consent-save = Anotar las respuestas
consent-nothing-yet = Elija primero una respuesta arriba.
consent-kept = Las respuestas están anotadas
consent-history = Respuestas anteriores
consent-written = Anotado el { $when } por { $by }
consent-waits = Vale desde el próximo intercambio, y luego con llaves nuevas.
reach-open = En una emergencia varias organizaciones juntas pueden abrir esta tarjeta.
reach-withheld = Solo los dispositivos de este registro pueden leer esta tarjeta. Ninguna organización puede abrirla.
reach-here = Nada de esta ficha está en el depósito. Está solo en los dispositivos que ya la tienen.

## Erasing somebody
erase-title = Borrar para siempre
erase-goes = Lo que se borra
erase-values = { $count ->
    [one] un campo lleno
   *[other] { $count } campos llenos
}
erase-contacts = { $count ->
    [0] ningún contacto de la familia
    [one] un contacto de la familia
   *[other] { $count } contactos de la familia
}
erase-attempts = { $count ->
    [0] ninguna llamada
    [one] una llamada con su resultado
   *[other] { $count } llamadas con su resultado
}
erase-changes = { $count ->
    [0] sin historial
    [one] el historial: un cambio
   *[other] el historial: { $count } cambios
}
erase-devices = { $count ->
    [one] lo mismo en el otro dispositivo, en su próximo intercambio
   *[other] lo mismo en otros { $count } dispositivos, en su próximo intercambio
}
erase-buffer = las copias cerradas en el depósito, con su próximo intercambio; después el registro recibe llaves nuevas
erase-stays = Lo que esto no alcanza
erase-paper = Hojas impresas, archivos exportados, fotos y apuntes. Búsquelos y destrúyalos usted.
erase-sheet = La hoja «{ $file }» de la que vino la ficha.
erase-desk = Lo que ya recibió una oficina.
erase-mark = Queda una marca sin nombre, para que también borren los otros dispositivos.
erase-for-good = Esto no se puede deshacer.
erase-after = Después de pulsar tiene diez segundos para detenerlo.
erase-name = Borrar «{ $name }»
erase-pause = { $count ->
    [one] La ficha se borra en un segundo.
   *[other] La ficha se borra en { $count } segundos.
}
erase-doing = Borrando…
erase-stop = Detener, no borrar nada
erase-stopped = Detenido. No se borró nada.
erase-done = Borrado
erase-exchange = Intercambie pronto: entonces borran también los otros dispositivos y el depósito.
bad-input-how = Elija cómo respondieron.
bad-input-by = Este nombre es demasiado largo.
bad-input-answers = Elija primero una respuesta.
bad-input-purpose = Esta pregunta no existe.
