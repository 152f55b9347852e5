# Why a custodian's step was refused. Codes: crates/app/src/custody.
refused-checks = Una comprobación es incorrecta y la solicitud no se puede aprobar. Puede objetarla o rechazarla.
refused-roster = Su organización no ocupa este lugar en la lista vigente de organizaciones custodias.
refused-another_federation = El archivo pertenece a otra federación.
refused-too_many_letters = Hay más partes de las que caben en un archivo.
refused-recipient = No se encontró la llave a la que irían las partes.
refused-entry = Es demasiado largo para el libro público.
refused-not_mine = No está destinado a su organización.
refused-no_receipt = Este archivo no es un recibo de este traspaso.
refused-not_in_it = Su organización no figura en él con sus propias llaves.
refused-has_a_federation = Su organización ya pertenece a una federación.
refused-not_signed_by_custodians = No es un archivo que firmen las organizaciones custodias.
refused-no_key_change = No hay ningún cambio de llave en curso.
refused-unpublished_demands = Publique primero los números de las exigencias.
refused-published_demand = El libro público ya muestra esta exigencia. Solo pueden cambiar su resultado y la nota.
refused-objection = Este archivo no es una objeción firmada por una organización custodia de su federación.
refused-compare_words = Compare primero las seis palabras del dispositivo nuevo con la persona encargada del registro.
refused-demo_changed = Una demostración lo sigue siendo, y nada más se convierte en una: nadie firma estas reglas.
