## Home
home-title = Ngayong araw
home-empty-title = Wala pang tao sa rehistro
home-empty-text = Dalhin ang listahang mayroon na kayo, o idagdag ang unang tao.
home-empty-import = Dalhin ang listahan
home-campaigns = Mga tatawagan
home-figures = Ang rehistrong ito sa bilang
home-persons = { $count ->
    [1] tao sa rehistro
   *[other] tao sa rehistro
}
home-fresh = nakumpirma nitong kalahating taon
home-stale = { $count ->
    [0] Nakumpirma na ang lahat
   *[other] { $count } tao ang dapat kumpirmahin
}
home-without-contact = { $count ->
    [1] taong walang matatawagang pamilya
   *[other] taong walang matatawagang pamilya
}
home-without-contact-warn = Humingi ng numero
home-unsent = { $count ->
    [1] pagbabagong hindi pa naipapadala
   *[other] pagbabagong hindi pa naipapadala
}
home-unsent-explain = Naka-save dito. Lalabas kapag nagpalitan.
home-conflicts = { $count } tala ang may dalawang magkaibang sagot. Itanong sa pamilya kung alin ang tama.
demo-passphrase = Nagla-lock ang demo na ito gaya ng tunay. Ang passphrase nito:
destinations-title = Nasaan ang ating mga tao
destination = Destinasyon
people-word = Tao
share = Bahagi
country-at-sea = Sa dagat
country-unknown = Hindi alam
country-usual = Karaniwang destinasyon
country-others = Ibang bansa
destinations-map = Mapa ng mundo: mas malaki ang bilog, mas marami ang tao roon
