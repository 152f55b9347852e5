## Home again
returned-title = Volvió a casa
returned-tick = En casa definitivamente
returned-ask = ¿Ha vuelto esta persona a casa definitivamente?
returned-hint = Quien está en casa ya no cuenta entre quienes están fuera. La ficha se queda, y esto se puede deshacer.
returned-when = Cuándo, hasta donde se sepa:
returned-mark = Volvió a casa
returned-abroad = Otra vez fuera
returned-since = En casa desde: { $when }
returned-unknown = En casa. No se sabe desde cuándo.
returned-words = En casa, según la lista: «{ $words }»
returned-toast = { $name }: volvió a casa
returned-abroad-toast = { $name }: otra vez fuera
