## Home again
returned-title = Nakauwi na
returned-tick = Nakauwi na nang tuluyan
returned-ask = Nakauwi na ba nang tuluyan ang taong ito?
returned-hint = Ang nakauwi na ay hindi na binibilang sa mga nasa ibang bansa. Nananatili ang tala, at puwede itong bawiin.
returned-when = Kailan, hanggang sa alam:
returned-mark = Nakauwi na
returned-abroad = Nasa ibang bansa ulit
returned-since = Nasa bahay mula: { $when }
returned-unknown = Nasa bahay. Hindi alam kung kailan pa.
returned-words = Nasa bahay, ayon sa listahan: “{ $words }”
returned-toast = { $name }: nakauwi na
returned-abroad-toast = { $name }: nasa ibang bansa ulit
