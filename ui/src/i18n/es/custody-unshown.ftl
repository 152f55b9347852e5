## A request that was not shown here, a restore to a device on no card, an objection without its words
request-hidden-chip = No se le mostró
request-hidden = A su organización no se le mostró lo que pide esta solicitud
request-hidden-public = El libro público solo dice quién pide, para qué, para cuántos barangays ({ $count }) y por cuánto tiempo. La mesa o el depósito le ocultan el resto.
request-hidden-do = Pregunte el motivo a la mesa y a las otras organizaciones custodias. Nadie la puede aprobar aquí. Puede objetar: bastantes objeciones la detienen.
restore-facts-title = Quién recibe las tarjetas: un dispositivo nuevo
restore-facts-text = Un registro ha perdido todos sus dispositivos. Sus tarjetas irían a este dispositivo nuevo. Su llave no está en ninguna tarjeta, así que ningún programa puede decir de quién es.
restore-facts-how = Llame a la persona encargada del registro a un número que ya tenía. Las mismas seis palabras deben estar en el dispositivo nuevo.
restore-facts-epoch = Registro y época
restore-compared = He comparado de viva voz estas seis palabras con la persona encargada del registro.
decision-withheld = El depósito no entrega el motivo. Cuenta igual.
check-recipient_device = Las partes van al dispositivo nuevo cuyas seis palabras están aquí: compárelas
task-hidden_requests = Solicitudes que no se le mostraron
