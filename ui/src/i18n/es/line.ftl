# The proxy that lines to the buffer go through.
proxy-title = A través de un proxy (Tor)
proxy-text = Quien observa la línea ve que este dispositivo habla con el depósito. Un proxy como el de Tor lo oculta. Funciona en este dispositivo o cerca de él. Déjelo vacío para conectarse sin proxy.
proxy-address = Dirección del proxy
proxy-hint = Por ejemplo 127.0.0.1:9050
proxy-keep = Guardar
proxy-on = Todo lo que va al depósito pasa por el proxy.
proxy-off = Todo va directamente al depósito.
bad-input-socks = Esto no es la dirección de un proxy. Tiene la forma 127.0.0.1:9050.
