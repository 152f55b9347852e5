## Listas: lo que las reduce
people-more-coming = Puede que lleguen más enseguida: aún se buscan los nombres mal escritos.
filters-chosen = Lo que reduce la lista
filter-remove = Quitar: { $choice }
filters-show = { $count ->
    [0] Nadie coincide
    [one] Mostrar una persona
   *[other] Mostrar { $count } personas
}
filter-any-barangay = Cualquier barangay
filter-any-purok = Cualquier purok
filter-any-employer = Cualquier empleador
filter-any-consent = Cualquier respuesta
filter-freshness = Qué tan seguro es todavía
fresh-fresh = Confirmado en los últimos seis meses
fresh-stale = Sin confirmar desde hace seis meses
fresh-never = Nunca confirmado
filter-consent-word = Consentimiento
filter-consent = { $purpose }: { $said }
said-given = sí
said-refused = no
said-unasked = aún sin preguntar
filter-more = También
filter-returned = Ya volvió
filter-abroad = Aún no ha vuelto
filter-no-phone = Sin teléfono al que llamar
filter-conflict = Dos respuestas
filter-outside = En ninguna solicitud

## De quién el hogar no está en ninguna solicitud
outside-person = El barangay está fuera de este municipio. La mesa de crisis pide por barangay; por eso esta persona no está en ninguna solicitud.
outside-person-unknown = Aquí no hay ningún barangay escrito. La mesa de crisis pide por barangay; por eso esta persona no está en ninguna solicitud.
outside-form = Este barangay está fuera del municipio. La mesa de crisis pide por barangay: esta persona no estaría en ninguna solicitud.
outside-unknown = Sin barangay, esta persona no estaría en ninguna solicitud: la mesa de crisis pide por barangay.
home-outside = { $count ->
    [one] Una persona no está en ninguna solicitud: su barangay no es de este municipio o no está escrito.
   *[other] { $count } personas no están en ninguna solicitud: su barangay no es de este municipio o no está escrito.
}

## Los eliminados
removed-link = Personas quitadas ({ $count })
removed-title = Personas quitadas
removed-explain = No están en ninguna lista ni en ninguna llamada. Cada una puede volver tal como estaba.
removed-none = No se quitó a nadie
removed-none-text = A quien usted quite lo espera aquí y puede volver.
removed-when = Quitado el { $when }, { $how }
restore = Devolver
restore-name = Devolver a { $name }
restored-toast = { $name } está de vuelta

## Lo que cambió
changes-title = Cambios
changes-explain = Todo lo que cambió algo en este registro, lo más nuevo primero. Casi todo se puede deshacer.
changes-none = Todavía no cambió nada
changes-older = Mostrar más antiguos
change-open = Ver
change-open-name = Ver este cambio: { $names }
change-title = Un cambio
change-gone = Este cambio no se conoce aquí
change-here = en este dispositivo
change-device = en { $device }
change-others = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
change-undone = deshecho
change-people = A quién afectó
change-added = añadido
change-erased = Alguien que fue borrado
change-person-removed = quitado
change-kept = Cambiado desde entonces, se queda: { $fields }
change-take-back-title = ¿Deshacer esto?
change-take-back = Deshacerlo
change-restores = { $count ->
    [one] Un valor vuelve a ser lo que era.
   *[other] { $count } valores vuelven a ser lo que eran.
}
change-removes = { $count ->
    [one] Se quita a una persona que se añadió entonces.
   *[other] Se quita a { $count } personas que se añadieron entonces.
}
change-keeps = { $count ->
    [one] Un valor cambió desde entonces y se queda como está.
   *[other] { $count } valores cambiaron desde entonces y se quedan como están.
}
change-synced = Vino de otro dispositivo. Con el próximo intercambio se deshace también allí.
change-to-imports = A las importaciones
change-blocked-undone = Ya se deshizo.
change-blocked-erased = Se borró a alguien. Lo borrado ya no existe y no puede volver.
change-blocked-changed_since = Todo ello cambió desde entonces. Lo más nuevo se queda.
change-blocked-nothing_left = No queda nada de ello que deshacer.
action-typed = Escrito
action-import = Traído de una hoja
action-merge = Dos fichas hechas una
action-sync = De otro dispositivo
action-undo = Deshecho
action-erase = Borrado
action-attempt = Una llamada

## Lo que se empezó
begun-title = Empezado, aún sin guardar
begun-new = Una persona nueva, escrito por última vez { $when }
begun-edit = Un cambio, escrito por última vez { $when }
begun-go-on = Seguir
begun-discard-name = Desechar lo empezado: { $name }
draft-nameless = Aún sin nombre
draft-another = Empezar otra persona
draft-discard = Desechar
draft-discarded = Desechado
draft-explain = Lo que escribe se conserva al momento, aunque se vaya la luz. Cuenta cuando usted guarda.
draft-unkept = Lo que escribe no se puede conservar ahora. Guarde antes de cerrar.

## Claro y oscuro
theme = Claro u oscuro
theme-system = Como el dispositivo
theme-light = Claro
theme-dark = Oscuro

## Between a name and what is said of it
colon = :
