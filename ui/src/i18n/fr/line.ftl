# The proxy that lines to the buffer go through.
proxy-title = Par un mandataire (Tor)
proxy-text = Qui observe la ligne voit que cet appareil parle au tampon. Un mandataire comme celui de Tor le cache. Il fonctionne sur cet appareil ou près de lui. Laissez vide pour aller directement.
proxy-address = Adresse du mandataire
proxy-hint = Par exemple 127.0.0.1:9050
proxy-keep = Garder
proxy-on = Tout ce qui va au tampon passe par le mandataire.
proxy-off = Tout va directement au tampon.
bad-input-socks = Ce n’est pas l’adresse d’un mandataire. Elle a la forme 127.0.0.1:9050.
