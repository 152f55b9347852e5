## Home again
returned-title = Nakauli na
returned-tick = Nakauli na sa kanunay
returned-ask = Nakauli na ba gayod kining tawhana?
returned-hint = Ang nakauli na dili na maihap sa mga naa sa gawas sa nasod. Magpabilin ang rekord, ug mahimo kining bawion.
returned-when = Kanus-a, kutob sa nahibaloan:
returned-mark = Nakauli na
returned-abroad = Naa na usab sa gawas sa nasod
returned-since = Naa sa balay sukad: { $when }
returned-unknown = Naa sa balay. Wala mahibaloi kanus-a pa.
returned-words = Naa sa balay, sumala sa lista: “{ $words }”
returned-toast = { $name }: nakauli na
returned-abroad-toast = { $name }: naa na usab sa gawas sa nasod
