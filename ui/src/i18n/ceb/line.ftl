# The proxy that lines to the buffer go through.
proxy-title = Agi sa proxy (Tor)
proxy-text = Makita sa nagbantay sa linya nga kini nga device nakigsulti sa buffer. Tagoan kana sa proxy sama sa Tor. Nagdagan kini niining device o duol niini. Biyai nga walay sulod aron modiretso.
proxy-address = Address sa proxy
proxy-hint = Pananglitan 127.0.0.1:9050
proxy-keep = Tipigi kini
proxy-on = Moagi sa proxy ang tanan nga padulong sa buffer.
proxy-off = Diretso sa buffer ang tanan.
bad-input-socks = Dili kini address sa proxy. Ingon niini ang porma: 127.0.0.1:9050.
