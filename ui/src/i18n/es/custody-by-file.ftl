## Lo que va por archivo en vez de por la línea
decision-by-file = Todavía sin confirmar en el libro público. El próximo intercambio la dice otra vez. Si no se llega al depósito o este no la acepta, guárdela en un archivo: quien tenga el archivo puede llevarla al libro público, y las otras organizaciones custodias pueden abrir una objeción desde él.
decision-save = Guardar en un archivo
objection-to = Objeta a
objection-at = Firmada
file-objection = Objeción de otra organización
file-text-objection = Su firma está bien. En cuanto la tome, cuenta aquí, esté o no en el libro público.
file-accepted-objection = Tomada. La objeción cuenta aquí.
file-refused-unknown_request = Trata de una solicitud que su organización todavía no ha visto. Intercambie primero.
refused-older_copy = Esta copia del libro público es más vieja que lo que su organización ya conoce.
