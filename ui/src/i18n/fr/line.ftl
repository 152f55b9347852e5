# The proxy that lines to the buffer go through.
proxy-title = Par un proxy (Tor)
proxy-text = Qui observe la ligne voit que cet appareil parle au dépôt. Un proxy comme celui de Tor le cache. Il fonctionne sur cet appareil ou près de lui. Laissez vide pour vous en passer.
proxy-address = Adresse du proxy
proxy-hint = Par exemple 127.0.0.1:9050
proxy-keep = Enregistrer
proxy-on = Tout ce qui va au dépôt passe par le proxy.
proxy-off = Tout va directement au dépôt.
bad-input-socks = Ce n’est pas l’adresse d’un proxy. Elle a la forme 127.0.0.1:9050.
