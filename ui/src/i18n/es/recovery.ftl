## The recovery sheet, coming back with it, and leaving before a journey
sheet-title = Hoja de recuperación
sheet-short = 24 palabras en papel devuelven este registro, con notas e historial, cuando se pierden todos los dispositivos.
sheet-go = Hacer o probar una hoja
sheet-why = Una hoja de recuperación son 24 palabras en papel. Con ellas y el depósito se recupera todo en un dispositivo nuevo: personas, notas e historial.
sheet-how = Usted escribe las palabras a mano, las teclea de nuevo y entrega el papel a su federación en un sobre cerrado. Ugnay no guarda copia ni imprime.
sheet-danger = Quien lea el papel puede leer este registro. No lo fotografíe ni lo guarde cerca de un dispositivo.
sheet-begin = Escribir una hoja nueva
sheet-test = Probar una hoja
sheet-write = Escriba estas palabras en papel
sheet-write-text = Con sus números, con claridad y en este orden. Escriba también las seis palabras y la dirección de abajo.
sheet-six = Seis palabras para comparar
sheet-written = Lo he escrito todo
sheet-type = Ahora teclee las palabras de su papel. Bastan las cuatro primeras letras de cada una. Solo entonces existe la hoja.
sheet-words = Las 24 palabras
sheet-words-hint = { $count } de 24 palabras
sheet-check = Comprobar las palabras
sheet-again = Mostrar otra vez las palabras
sheet-wrong = Estas palabras no son correctas: { $words }. Compare su papel.
sheet-done = La hoja existe
sheet-done-text = Se leyó de vuelta del depósito con las palabras que tecleó. Ponga el papel en un sobre, ciérrelo y entréguelo a su federación. Escriba en él de quién es el registro, nada más.
sheet-test-text = Teclee las palabras de una hoja anterior. Ugnay lee con ellas del depósito y no cambia nada.
sheet-tested = Esta hoja abre el registro.
sheet-used = La hoja de recuperación se usó el { $when }: «{ $device }»
sheet-used-text = Si no fue ninguno de ustedes, quite ese dispositivo enseguida y avise a su federación.
sheet-used-here = En este dispositivo. Los demás también lo ven. Escriba una hoja nueva y quite los dispositivos perdidos.
restore-start = Recuperar un registro con su hoja
restore-title = De vuelta con la hoja de recuperación
restore-text = Cuando se han perdido todos los dispositivos de un registro. Necesita la hoja e internet.
restore-found = ¿Es este su registro?
restore-federation = Federación
restore-written = Último escrito para la hoja
restore-compare = Compare las seis palabras con las de la hoja. Si difieren, deténgase.
restore-seen = Todos los demás dispositivos del registro ven para siempre que se usó la hoja.
restore-take = Iguales: recuperar
restore-stopped = Detenido. No se recuperó nada.
leave-title = Antes de viajar
leave-short = Quite este registro del dispositivo antes de un viaje y recupérelo después de un colega.
leave-text = La copia del registro en este dispositivo desaparece: primero su llave, luego todo lo demás. Después Ugnay queda como el primer día.
leave-back = Para volver, elija «Unirse a un registro» y pida a un colega que le muestre su código.
leave-honest = Ugnay sobrescribe la llave. Algunos discos guardan rastros; sin la frase de paso no abren nada. Si alguien pregunta, puede decir con verdad que no hay ningún registro en este dispositivo.
leave-last = Ningún otro dispositivo ni hoja puede leer este registro
leave-last-text = Si esta copia desaparece, las notas y el historial se pierden para siempre. Añada antes un dispositivo o haga una hoja de recuperación.
leave-others = { $count ->
    [one] Otro lector tiene este registro.
   *[other] Otros { $count } lectores tienen este registro.
}
leave-unsent = { $count ->
    [one] Un cambio está solo aquí y se perdería.
   *[other] { $count } cambios están solo aquí y se perderían.
}
leave-exchange = Intercambiar primero
leave-sure = Sí, quitar el registro de este dispositivo
leave-sure-lost = Sé que algo se pierde para siempre
leave-go = Quitarlo ahora
bad-input-word = La palabra { $at } no está en la lista. Revise cómo se escribe.
bad-input-checksum = Las palabras no van juntas. Revise el orden y la escritura.
refused-no_letters = Ningún registro conoce estas palabras en esta dirección.
refused-two_histories = El depósito tiene dos historias distintas para esta hoja. No se recuperó nada. Pregunte a su federación.
refused-sheet_unknown = Esta hoja no es de este registro, o fue retirada.
refused-sheet_not_read = El depósito no devolvió lo escrito para la hoja. La hoja aún no existe. Inténtelo de nuevo.
refused-last_reader = Nadie más puede leer este registro.
refused-unsent = Algo aún no se ha enviado.
