## Palabras de las hojas impresas. La interfaz no carga este archivo.
pp-page = Página { $page } de { $pages }
pp-organisation = Organización
pp-fingerprint = Seis palabras de esta llave
pp-buffer = Dirección del depósito
pp-date = Fecha
pp-sealed-by = Sellado por (firma)

## La llave de una organización
pp-key-title = Llave en papel
pp-key-secret = SECRETO. Quien lea estas palabras tiene la parte de esta organización. Ni foto, ni fotocopia, ni mensaje.
pp-key-what = Con estas 24 palabras la organización vuelve a abrir su parte de las tarjetas si pierde su computadora. Sin ellas, perder la computadora es perder las partes.
pp-key-envelopes = Dos copias en dos sobres
pp-key-step-two = Imprima esta hoja dos veces, en una impresora que solo use su organización.
pp-key-step-file = Borre el archivo, también de la papelera, y apague y encienda la impresora.
pp-key-step-test = Escriba de nuevo las 24 palabras desde el papel, en la aplicación, en «Llave en papel». Solo entonces vale la hoja.
pp-key-step-seal = Ponga cada copia en su propio sobre, ciérrelo, firme y feche sobre la solapa.
pp-key-step-places = Guarde los sobres en dos lugares cerrados con llave de dos edificios. Anote quién puede llegar a cada uno.
pp-key-step-opened = ¿Un sobre está abierto, dañado o falta? Cambie la llave ese mismo día.
pp-key-step-change = Después de cambiar la llave, queme o triture las dos copias de la anterior.
pp-key-first = Primera copia
pp-key-second = Segunda copia

## La hoja de recuperación de un registro
pp-recovery-title = Hoja de recuperación
pp-recovery-secret = SECRETO. Quien lea este papel puede leer todo el registro. Guárdelo bajo llave, lejos de cualquier dispositivo.
pp-recovery-six = Seis palabras para comparar
pp-recovery-what = Con estas palabras y el depósito vuelve en un dispositivo nuevo todo el registro: personas, notas e historial. La hoja no dice de quién es el registro; es a propósito.
pp-recovery-before = Antes de guardarla
pp-recovery-keep-file = Borre el archivo con el que se imprimió, también de la papelera.
pp-recovery-keep-check = Escriba de nuevo las 24 palabras en la aplicación, desde este papel. Solo después funciona la hoja.
pp-recovery-keep-away = Póngala en un sobre cerrado, bajo llave, en otro edificio que el dispositivo.
pp-recovery-keep-lost = ¿Se perdió o lo vieron otros? Quite la hoja en la app, en «Dispositivos y recuperación», y haga una nueva.
pp-recovery-use = Cuando se han perdido todos los dispositivos
pp-recovery-step-install = Instale la aplicación en un dispositivo nuevo y elija «Recuperar un registro con su hoja».
pp-recovery-step-type = Escriba la dirección del depósito y las 24 palabras; bastan las cuatro primeras letras.
pp-recovery-step-compare = Compare las seis palabras de la pantalla con las de arriba. Si difieren, deténgase.
pp-recovery-step-exchange = Elija una frase de paso nueva e intercambie. Los demás dispositivos verán que se usó la hoja.

## Una invitación
pp-invitation-title = Invitación de un registro
pp-invitation-secret = Para un solo registro. Entréguela en persona; quien tenga estas palabras puede unirse en su lugar.
pp-invitation-six = Seis palabras de la federación
pp-invitation-use = Cómo unirse
pp-invitation-step-open = Abra su registro en la aplicación y elija «Respaldo».
pp-invitation-step-type = Escriba la dirección y las doce palabras, o escanee el código.
pp-invitation-step-compare = Compare las seis palabras de la pantalla con las de arriba. Si difieren, deténgase y pregunte a quien le dio la hoja.
pp-invitation-step-destroy = Cuando se haya unido, destruya esta hoja.
pp-invitation-code = Lo mismo como código

## La reunión mensual
pp-meeting-title = Hoja de reunión: a quién confirmar
pp-place = Lugar
pp-made = Hecha el
pp-fresh = Confirmados en los últimos seis meses
pp-fresh-value = { $fresh } de { $all } personas ({ $percent } %)
pp-fresh-means = Un número que nadie confirmó en medio año a menudo no contesta cuando hace falta. La meta es el 100 %.
pp-to-ask = Por preguntar
pp-how = Cómo se hace
pp-meeting-ask = Pregunte a alguien de la familia: ¿sigue allí, el número sigue siendo correcto?
pp-meeting-tick = Marque una casilla y anote quién se lo dijo.
pp-meeting-enter = Pase las respuestas a la aplicación el mismo día. Luego triture o queme esta hoja: los nombres son privados.
pp-meeting-none = Todos se confirmaron en los últimos seis meses. No hay que preguntar por nadie.
pp-home = Hogar
pp-home-unknown = Purok sin anotar
pp-abroad = En el extranjero
pp-family = Familia
pp-last = Última confirmación
pp-never = nunca
pp-no-contact = sin número conocido
pp-own-number = Número propio
pp-tick-same = todo sigue correcto
pp-tick-changed = cambió:
pp-tick-unknown = nadie supo decir
pp-told-by = Lo dijo:
pp-asked-by = Preguntó:

## La lista de llamadas
pp-calls-title = Hoja de llamadas
pp-crisis = Crisis
pp-people = Personas
pp-drill = SIMULACRO. Nadie está en peligro.
pp-calls-none = Nadie de este registro está allí. No hay que llamar a nadie.
pp-calls-tick = Llame de arriba abajo. Pare con el primero que conteste y marque qué resultó.
pp-calls-enter = Pase cada respuesta a la aplicación cuanto antes. Luego triture o queme esta hoja: los nombres son privados.
pp-calls-still = Por llamar
pp-calls-done = Con respuesta
pp-so-far = Hasta ahora
pp-notes = Notas
