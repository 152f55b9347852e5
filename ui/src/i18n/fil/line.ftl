# The proxy that lines to the buffer go through.
proxy-title = Sa pamamagitan ng proxy (Tor)
proxy-text = Nakikita ng nagmamasid sa linya na nakikipag-usap ang device na ito sa buffer. Itinatago iyon ng proxy gaya ng sa Tor. Tumatakbo ito sa device na ito o malapit dito. Iwang walang laman para dumiretso.
proxy-address = Address ng proxy
proxy-hint = Halimbawa 127.0.0.1:9050
proxy-keep = I-save ito
proxy-on = Dumaraan sa proxy ang lahat ng papunta sa buffer.
proxy-off = Diretso sa buffer ang lahat.
bad-input-socks = Hindi ito address ng proxy. Ganito ang anyo nito: 127.0.0.1:9050.
