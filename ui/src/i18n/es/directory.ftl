## The directory
directory-title = A quién llamar en el extranjero
directory-check = De listas abiertas que pueden ser viejas o erróneas. Compruebe un número antes de confiar en él, en tiempos tranquilos.
directory-search = País, ciudad, nombre o número
directory-found = { $count ->
    [0] No se encontró nada
    [one] Una entrada
   *[other] { $count } entradas
}
directory-people = { $count ->
    [one] uno de los nuestros allí
   *[other] { $count } de los nuestros allí
}
directory-entries = { $count ->
    [one] una entrada
   *[other] { $count } entradas
}
directory-all = Todos los países
directory-whom = A quién llamar
directory-none = Aún no hay entradas
directory-hidden = { $count ->
    [one] Una entrada oculta
   *[other] { $count } entradas ocultas
}
listed-emergency = Números de emergencia
listed-post = Embajada o consulado
listed-mwo = Oficina de Trabajadores Migrantes (MWO)
listed-agency = Agencia o línea de ayuda
listed-leader = Líder de la comunidad allí
listed-other = Otro
entry-only-there = Solo funcionan dentro de ese país. Dígaselos a quien está allí.
entry-shipped = De { $source }, al { $when }. Sin comprobar.
entry-corrected = Corregido por { $by }, { $when }.
entry-own = Escrito por { $by }, { $when }.
listed-source-bettergov = el directorio del gobierno (BetterGov)
listed-source-libphonenumber = la lista de números cortos (libphonenumber)
entry-conflict = Dos encargados escribieron cosas distintas. Guárdelo de nuevo como es correcto.
entry-correct = Corregir
entry-new = Añadir una entrada
entry-kind = Qué es
entry-leader-ask = Pregúnteles antes si quieren estar aquí. Va a los otros dispositivos de este registro y a ningún otro lugar.
entry-phone = Número { $number }
entry-place = Ciudad
entry-email = Correo electrónico
entry-website = Dirección web
entry-note = Nota
entry-source = De dónde lo tiene
entry-saved-toast = Entrada guardada
entry-hidden-toast = Ya no se muestra
entry-shown-toast = Se muestra otra vez
