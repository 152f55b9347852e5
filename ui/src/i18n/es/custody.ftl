## Una organización custodia: inicio
nav-requests = Solicitudes
nav-shares = Partes
nav-demands = Exigencias
nav-log = Libro
choose-any-title = ¿Qué quiere abrir?
custodian-word = Organización custodia
organisation-start-text = ¿Su organización guarda partes para una federación?
organisation-start = Preparar una organización custodia
organisation-create = Preparar una organización custodia
organisation-create-text = Un custodio guarda una parte de la llave de los registros, vigila el libro público y aprueba o rechaza cuando lo pide una mesa de crisis. Sus propias llaves se hacen en este dispositivo.
organisation-name = Nombre de la organización
organisation-name-hint = Como figurará en la lista pública de custodios.
jurisdiction = País cuyas autoridades pueden obligarla
jurisdiction-hint = Las reglas cuidan que ningún país solo pueda abrirlo todo.
organisation-create-submit = Hacer las llaves de la organización
organisation-recover-link = Se perdió la computadora: recuperar con las 24 palabras
organisation-recover = Recuperar una organización
organisation-recover-text = Con las 24 palabras en papel, este dispositivo puede volver a abrir las partes que el depósito guarda selladas para su organización.
recover-words = Las 24 palabras, en orden
organisation-recover-submit = Recuperar
organisation-wrong-passphrase = Esta frase no abre la organización.
this-organisation-title = Esta organización
this-organisation = esta organización
please-choose = Elija, por favor
next = Siguiente
previous = Un paso atrás
six-words = Seis palabras para comparar
demo-policy = Tiempos cortos, para una demostración
demo-policy-text = Las reglas de esta federación están marcadas como demostración: las esperas duran segundos, no horas. No debe haber personas reales.
refused-changed_meanwhile = La solicitud cambió desde que la miró. No se firmó nada. Mírela de nuevo.
refused-not_now = Esto no se puede hacer en este paso. No se cambió nada.
refused-paper_untested = Primero pruebe el papel: escriba sus 24 palabras.
refused-paper_tested = Las palabras ya se probaron y no se muestran más. Están en el papel.
refused-unknown_file = Este archivo no es de una federación.
refused-no_genesis = Primero tome el archivo de fundación de la federación.
bad-input-paper_words = Revise las 24 palabras.

## Inicio
custody-home-title = Lo que espera una decisión
waiting-title = { $count ->
    [0] Ninguna decisión espera
    [one] Una decisión espera
   *[other] { $count } decisiones esperan
}
waiting-none = Ahora no hay nada que decidir.
running-title = Decididas y todavía en curso
also-title = También por hacer
task-due = para el { $when }
task-was-due = era para el { $when }
no-federation-yet = Todavía en ninguna federación.
member-of = Organización custodia de { $federation }.
keeps-shares-of = Registros cuyas partes se guardan: { $count }
organisation-open = Sobre esta organización
custody-exchange-title = Intercambiar con el depósito
custody-nothing-changed = Aquí no se cambió nada. La organización conserva lo que tiene.
custody-exchanged = Intercambiado. El libro público se copió y se comprobó.
exchanged-entries = Entradas nuevas del libro público: { $count }
exchanged-cosigned = Entradas por las que responde ahora esta organización: { $count }
exchanged-bundles = Paquetes de partes aceptados: { $accepted }, rechazados: { $refused }
exchanged-requests = Solicitudes nuevas: { $count }
exchanged-handed-over = Partes selladas entregadas: { $count }
exchanged-taken-over = Paquetes tomados o encontrados de nuevo: { $count }
exchanged-retired = Paquetes borrados porque terminaron: { $count }

## Plazos
span-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
span-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
span-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
span-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
countdown-expires = Se puede decidir durante { $span }
countdown-expires-over = El plazo para decidir terminó.
countdown-cool-off = Espera: { $span } hasta que se puedan entregar las partes
countdown-cool-off-over = La espera terminó.
countdown-until = El permiso dura todavía { $span }
countdown-until-over = El permiso terminó.
cool-off-fast = Aprobaron más organizaciones de las necesarias: vale la espera corta.

## Solicitudes
requests-title = Solicitudes de apertura
requests-none = No se ha visto ninguna solicitud
requests-none-text = Cuando una mesa de crisis pida una apertura, aparecerá aquí tras el siguiente intercambio.
requests-open = Abiertas
requests-past = Terminadas
request-drill = Solo práctica, con personas inventadas. Nadie está en peligro.
request-decide = Mirar y decidir
request-look = Mirar
request-state = En qué punto está la solicitud
areas-count = { $count ->
    [one] un barangay
   *[other] { $count } barangays
}
desk-unknown = Mesa desconocida
approvals-of = Aprobaciones: { $count } de { $needed }
objections-of = Objeciones: { $count } (la detienen { $stop })
cannot-approve = Esta solicitud no se puede aprobar
checks-title = Comprobaciones
checks-all-right = Las { $count } comprobaciones están en orden
checks-wrong = { $count ->
    [one] Una comprobación no está en orden
   *[other] { $count } comprobaciones no están en orden
}
checks-wrong-text = Mientras una comprobación no esté bien, nada se puede aprobar y ninguna parte sale de esta organización.
check-right = bien
check-wrong = no está bien
check-found-least = Encontrado: { $found }. Hace falta al menos: { $asked }.
check-found-most = Encontrado: { $found }. Se permite como mucho: { $asked }.
scope-title = Qué se pide
scope-words = { $count ->
    [one] Tarjetas de personas de un barangay que están en este país: { $country }.
   *[other] Tarjetas de personas de { $count } barangays que están en este país: { $country }.
}
scope-cards-only = Una tarjeta tiene el nombre, dónde está la persona y los teléfonos de la familia. Las notas y los documentos nunca se pueden abrir.
scope-map = Mapa del mundo con { $country } marcado
map-not-there = El mapa no se puede mostrar aquí. Lo mismo está escrito al lado.
all-countries = todos los países
area-not-held = aquí no se guardan partes
scope-held = De esto, su organización guarda partes de { $compartments } compartimentos en { $registers } registros. Cuántas personas son, solo lo saben los registros.
caps-title = Límites
cap-used = Usado
cap-allowed = Permitido
cap-areas = Barangays en esta solicitud
cap-areas-90 = Barangays de esta mesa en 90 días
cap-requests-90 = Solicitudes de esta mesa en 90 días
desk-title = Quién pide
desk-areas = Responde por
desk-card-age = Tarjeta en el libro público
since-and-ago = desde el { $when } ({ $ago })
desk-card-valid = Validez de la tarjeta
from-until = { $from } a { $until }
desk-officers = Oficiales
desk-officers-signed = { $count } de { $officers } firmaron esta solicitud
desk-reviews-overdue = Revisiones de aperturas anteriores que esta mesa aún debe: { $count }
desk-unknown-text = No se conoce la tarjeta de la mesa. No confíe en esta solicitud.
declaration = Declaración de la emergencia
declaration-hash = Huella del documento. Pida el documento y compare:
grant-asked = Tiempo pedido
cosigners-title = Organizaciones que responden por el libro público
cosigners-of = Responden: { $count }. Hacen falta: { $needed }.
cosigners-outside = De ellas, no son custodios: { $count }. Hacen falta: { $needed }.
cosigner-signed = responde
cosigner-missing = todavía no
outside-witness = testigo externo
decisions-title = Qué dijeron los custodios
decisions-none = Ninguna organización ha decidido todavía.
decision-superseded = reemplazada por otra posterior
decision-not-logged = aún sin confirmar en el libro público
events-title = Qué pasó después
decide-title = Decidir
decide-again-title = Decidir de nuevo
decide-what = ¿Qué dice su organización?
decide-does-approve = Sus partes se entregan cuando { $needed } organizaciones aprueben y la espera haya terminado. No antes.
decide-does-object = Dice que la apertura no debe ocurrir. { $stop } objeciones la detienen para siempre. Una objeción queda.
decide-does-refuse = Su organización no participa. Otras todavía pueden abrir.
decide-reason = Motivo
decide-text = Con sus palabras
decide-text-hint = Puede quedar vacío, salvo si el motivo es «Otro». La mesa y todos los custodios lo pueden leer. No nombre a nadie.
decide-for-ever = Su decisión se firma y queda para siempre en el libro público. Después de pulsar tiene diez segundos para detenerla.
decide-submit = Firmar la decisión
decide-pause = { $count ->
    [one] Se firmará en un segundo.
   *[other] Se firmará en { $count } segundos.
}
decide-signing = Firmando…
decide-cancel = Detener, no firmar nada
decide-cancelled = Detenido. No se firmó nada.
decide-signed = La decisión se firmó. Va al libro público con el siguiente intercambio.

## Organización, camino de entrada, archivos
organisation-title = La organización
organisation-doors = Más sobre esta organización
setup-title = El camino hacia la federación
setup-next = Paso siguiente
way-done = hecho
way-next = ahora
way-later = después
seat = Número en la lista de custodios
seat-none = todavía ninguno
paper-key = Llave en papel
buffer-none = todavía ninguno
organisation-card-text = La tarjeta tiene el nombre de la organización y sus llaves públicas. Désela a quienes fundan la federación y comparen las seis palabras de viva voz.
card-save = Guardar la tarjeta como archivo
file-saved = Guardado: { $name } ({ $folder })
connect-title = Conectar con el depósito
connect = Conectar
rule-approvals = Aprobaciones necesarias
rule-of = { $count } de { $of } custodios
rule-veto = Objeciones que detienen una apertura
rule-quorum = Organizaciones que deben responder
rule-quorum-of = { $count }, de ellas testigos externos: { $externals }
rule-cool-off = Espera
rule-cool-off-spans = { $span }; con una aprobación más: { $fast }
rule-card-age = Antigüedad de la tarjeta de una mesa
rule-window = Permiso más largo
members-title = Organizaciones
versions = Reglas versión { $policy }, lista versión { $roster }
files-title = Archivos de otros
files-text = Los archivos de fundación, las tarjetas de mesas por firmar, los traspasos y las objeciones llegan como archivos. Usted ve qué contiene uno antes de firmar o tomar nada.
files-choose = Elegir un archivo
signatures-of = { $count } de { $needed } firmas
signed-here = Su organización ha firmado
lint-title = Qué dice la revisión de las reglas
lint-error = fallo
lint-warning = aviso
compare-words = Compare estas seis palabras de viva voz con quienes hicieron el archivo:
compared = Las seis palabras son iguales
file-sign = Firmar
file-take = Tomarlo
file-drop = Dejarlo

## Llave en papel
paper-title = Llave en papel
paper-exists = El papel existe; probado el { $when }.
paper-not-yet = El papel todavía no existe
paper-change-due = La llave debe cambiarse antes del { $when }.
paper-why = Sin él, perder la computadora es perder las partes. Existe cuando las 24 palabras se escribieron de nuevo desde el papel.
paper-write = 1. Escriba las palabras
paper-write-text = Escriba las 24 palabras con sus números en papel, en dos copias. Ponga cada una en su sobre sellado. Ni foto ni mensaje. Mire alrededor: nadie más debe ver esta pantalla.
paper-show = Mostrar las 24 palabras
paper-hide = Ocultar las palabras
paper-sheet-name = Escriba también esto en la hoja, para distinguir las hojas: { $words }
paper-test-title = 2. Pruebe el papel
paper-test-text = Escriba las palabras desde el papel. Después de la prueba no se muestran nunca más.
paper-test-again-text = Abra un sobre y escriba sus palabras, para estar seguros de que el papel todavía se lee.
paper-test = Escribir las palabras
paper-test-step = Palabras { $from } a { $to } de { $total }
paper-four-letters = Bastan las cuatro primeras letras de una palabra.
paper-wrong = No están bien: { $numbers }. Mire estos números otra vez en el papel.
paper-no-paste = Escriba desde el papel, por favor. Pegar no probaría nada.
paper-check = Comprobar todas
paper-right = Las 24 palabras están bien. El papel existe.
paper-right-text = Devuélvalo a su sobre, séllelo y anote dónde se guarda.
word-number = Palabra { $number }

## Cambio de llave, traspaso
key-title = Cambiar la llave
key-text = La llave de las partes se cambia cada seis a doce meses, junto con los otros custodios. Las partes vivas se sellan con la llave nueva; las de registros retirados se borran; la llave vieja y su papel se destruyen. Así ni una copia vieja del depósito se puede abrir con ellas.
key-since = Llave en uso desde
key-due = Por cambiar antes de
key-live = Paquetes vivos por sellar de nuevo
key-retired = Paquetes retirados por borrar
key-start = Empezar el cambio
key-paper = Al papel nuevo
key-finish-text = Con este paso termina la llave vieja. Asegúrese de que el papel nuevo se probó.
key-finish = Sellar de nuevo y terminar la llave vieja
key-changed = Hecho. Sellados de nuevo: { $resealed }. Borrados: { $dropped }.
key-destroy-paper = Ahora destruya las dos copias del papel viejo.
key-exchange-next = Intercambie ahora: solo entonces el papel nuevo encuentra estas partes en el depósito.
handover-title = Traspasar a otra organización
handover-none = No hay ningún traspaso en curso.
handover-out-text = Para salir: tome el archivo de la tarjeta de la organización que sigue. Sus partes son las mismas; ningún registro tiene que hacer nada.
handover-in-text = Para tomar un lugar: dé su tarjeta a la organización que sale y tome después su archivo de traspaso.
handover-to = Traspaso a { $name }
handover-from = Traspaso de { $name }
handover-epochs = Paquetes traspasados
handover-renewed = Renovados por sus registros: { $renewed } de { $epochs }. Hasta que sean todos, la organización que salió todavía podría ser obligada.
handover-save = Guardar el archivo de traspaso
handover-arrived = Llegaron: { $taken } de { $epochs }
handover-next-roster = Dé la lista firmada a los otros custodios. Cuando bastantes hayan firmado, intercambie con el depósito.
handover-next-seal = La lista nueva está vigente. Compare las seis palabras de viva voz con la organización sucesora y selle después las partes.
handover-next-receipt = Las partes selladas van al depósito con el próximo intercambio; el archivo sirve si la organización sucesora no tiene conexión. El recibo vuelve por el mismo camino.
handover-next-take = Intercambie con el depósito, o tome el archivo de traspaso de la organización que sale.
handover-destroy-text = Partes, cartas y la llave de las partes se destruyen en este dispositivo para siempre. Destruya después la hoja de papel.
handover-destroy = Destruir nuestras partes y llave
handover-destroyed = Destruido. Ahora destruya las dos copias del papel.

## Partes y simulacros
shares-title = Partes guardadas aquí
shares-text = Una parte sola no abre nada. Cada paquete se comprueba al llegar, y un recibo dice si puede servir.
receipts-title = Paquetes y recibos
receipts-none = Todavía no hay paquetes
receipts-none-text = Los paquetes de partes llegan con un intercambio.
receipts-kept = Paquetes guardados: { $count }, partes en ellos: { $shares }
receipts-refused = Paquetes rechazados y aún sin reemplazar: { $count }. Sus registros lo saben y reparten de nuevo.
bundle-refused = rechazado
bundle-line = Paquete { $number }, compartimentos: { $count }
register-word = Registro
drills-title = Simulacros
drills-text = Cada tres meses se abre un registro inventado de principio a fin, para ver que todos saben hacerlo.
drill-never = Todavía no se ha hecho ningún simulacro
drill-last = Último simulacro: { $when }
drill-due = Siguiente: { $when }

## Exigencias y declaraciones
demands-title = Exigencias de autoridades
demands-text = Anote toda exigencia de una autoridad de ver o abrir datos. Solo se publican números.
demands-recorded = Anotadas aquí
demands-none = Ninguna exigencia anotada
demands-none-text = Ojalá siga así. Si llega una: anótela el mismo día y llame a los otros custodios.
demand-new = Anotar una exigencia
demand-change = Cambiar
demand-authority = Tipo de autoridad
demand-date = Recibida el
demand-asked = ¿Qué pidió?
demand-outcome = ¿Qué resultó?
demand-note = Notas para su organización
demand-note-hint = Se guardan selladas aquí y nunca se publican. No nombre a personas de un registro.
demand-saved = Anotado
demand-counted = contada en público
demand-not-counted = aún no contada en público
counts-title = Números en público
counts-never = Nunca publicados.
counts-last = Publicados por última vez: { $when }
counts-unpublished = Exigencias anotadas o cambiadas desde entonces: { $count }
counts-publish = Publicar los números
demands-published = Los números se publicaron
statements-title = Declaraciones
statements-none = Todavía ninguna declaración.
statement-new = Hacer una declaración
statement-counts = Exigencias: { $total }. Abiertas: { $received }, rechazadas: { $refused }, llevadas más arriba: { $escalated }, no se puede decir más: { $gagged }, algo se entregó: { $complied }.
statement-only-true = Firme solo lo que hoy es verdad. Si no puede decirlo, deje pasar la fecha: una fecha incumplida la ven todos.
statement-language = Idioma del texto
statement-text = Texto
statement-written = Escrito en: { $languages }
statement-next = Siguiente declaración en
statement-next-by = Prometida antes del { $when }. Todos ven cuando esa fecha se incumple.
statement-none = No hemos recibido ninguna exigencia desde la fundación
statement-none-hint = Se rechaza si hay una exigencia anotada. Márquelo solo si es verdad.
statement-publish = Firmar y publicar
statement-saved = La declaración se firmó
statement-overdue = atrasada
statement-due = Su siguiente declaración está prometida antes del { $when }.
statement-was-due = Su declaración estaba prometida antes del { $when }.
statement-line = Declaración { $number } del { $when }, la siguiente prometida antes del { $next }

## Libro público
log-title = Libro público
log-text = Cada solicitud, decisión y entrega está en un libro que nadie puede cambiar sin que se vea. Su organización guarda una copia completa y responde por ella.
log-none = Todavía no hay copia
log-none-text = El libro se copia con el primer intercambio.
alarms-title = Alarma
alarms-text = El libro mostró algo que no debe. Aquí no se cambió ni borró nada. Avise a los otros custodios antes de intercambiar de nuevo.
alarms-none = Ninguna alarma. Todo lo mostrado hasta ahora concuerda.
mirror-title = Su copia
log-size = Entradas
log-checkpoint = Último estado confirmado
log-cosigned = Entradas por las que responde
log-cosigned-none = todavía ninguna
log-origin = Nombre del libro
log-root = Huella
log-check = Comprobar de nuevo toda la copia
log-checked = Todo concuerda. Entradas: { $count }.
verify-title = Comprobar sin confiar en nadie
verify-text = Cualquiera puede comprobar el libro desde fuera: por internet, en una carpeta o en una memoria USB. En una terminal:
entries-title = Entradas más nuevas
