## Contingency plans
plan-title = Plano sa emerhensya
plan-written = naay plano
plan-text = { $count ->
    [1] Usa nato ang naa didto. Isulat samtang malinawon kon unsay buhaton sa matag lebel sa alerto.
   *[other] { $count } nato ang naa didto. Isulat samtang malinawon kon unsay buhaton sa matag lebel sa alerto.
}
plan-always = Sa tanang panahon
plan-always-do = Asa magkita ang mga pamilya, kinsay motawag kang kinsa, kinsay inyong puli, asa ang mga papeles.
plan-level-1 = Lebel sa alerto 1: pag-amping
plan-means-1 = Naay mga timailhan sa kagubot o hulga gikan sa gawas.
plan-do-1 = Kumpirmaha ang tanang naa didto: numero, lugar, amo. Hangyoa ang mga pamilya nga magkauyon sa usa nga motawag. Susiha ang mga numero sa direktoryo.
plan-level-2 = Lebel sa alerto 2: pagdili
plan-means-2 = Naay tinuod nga peligro sa kinabuhi ug kabtangan. Magpabilin sa sulod, likayi ang daghang tawo ug pangandam sa pagbiya.
plan-do-2 = Tawagi ang matag pamilya. Pangutan-a kinsay naay papeles ug kinsay dili makabiya sa amo. Isulat kinsay unahon sa tabang.
plan-level-3 = Lebel sa alerto 3: boluntaryong pag-uli
plan-means-3 = Naay kapintasan sa bahin sa nasod. Iuli sa gobyerno ang gusto.
plan-do-3 = Pangutan-a ang matag pamilya kinsay gustong mouli. I-refer sa crisis desk ang misugot. Tawagi pag-usab sa samang adlaw ang wala maabot.
plan-level-4 = Lebel sa alerto 4: mandatoryong pagbakwit
plan-means-4 = Naay gubat o pagkahugno. Kinahanglan mobiya ang tanan.
plan-do-4 = Humana ang listahan sa tawagan nga walay hunong. Ireport dayon ang mga panginahanglan. Andama kinsay mosugat, asa matulog, kinsay mobantay sa mga bata.
plan-own = Atong kaugalingong sinulat
plan-by = { $by }, { $when }
plan-other = Gisulat sa laing opisyal:
plan-write = Pagsulat
plan-saved-toast = Na-save ang plano
