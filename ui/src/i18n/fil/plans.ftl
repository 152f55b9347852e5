## Contingency plans
plan-title = Planong pang-emergency
plan-written = may plano
plan-text = { $count ->
    [1] Isa sa atin ang naroon. Isulat habang tahimik kung ano ang gagawin sa bawat antas ng alerto.
   *[other] { $count } sa atin ang naroon. Isulat habang tahimik kung ano ang gagawin sa bawat antas ng alerto.
}
plan-always = Sa lahat ng oras
plan-always-do = Saan magkikita ang mga pamilya, sino ang tatawag kanino, sino ang kahalili ninyo, nasaan ang mga papeles.
plan-level-1 = Antas ng alerto 1: pag-iingat
plan-means-1 = May mga palatandaan ng gulo o banta mula sa labas.
plan-do-1 = Kumpirmahin ang lahat ng naroon: numero, lugar, amo. Hilingin sa mga pamilya na magtakda ng isang tatawag. Tiyakin ang mga numero sa direktoryo.
plan-level-2 = Antas ng alerto 2: paghihigpit
plan-means-2 = May tunay na panganib sa buhay at ari-arian. Manatili sa loob, umiwas sa matao at maging handang umalis.
plan-do-2 = Tawagan ang bawat pamilya. Itanong kung sino ang may hawak na papeles at sino ang hindi makaalis sa amo. Itala kung sino ang unang tutulungan.
plan-level-3 = Antas ng alerto 3: kusang pag-uwi
plan-means-3 = May karahasan sa bahagi ng bansa. Iniuuwi ng pamahalaan ang may gusto.
plan-do-3 = Itanong sa bawat pamilya kung sino ang gustong umuwi. I-refer sa crisis desk ang pumayag. Tawagan muli sa araw ding iyon ang hindi naabot.
plan-level-4 = Antas ng alerto 4: sapilitang paglikas
plan-means-4 = May digmaan o pagguho. Kailangang umalis ang lahat.
plan-do-4 = Tapusin ang listahan ng tatawagan nang walang tigil. Iulat agad ang mga pangangailangan. Ihanda kung sino ang sasalubong, saan matutulog, sino ang mag-aalaga sa mga bata.
plan-own = Sarili nating isinulat
plan-by = { $by }, { $when }
plan-other = Isinulat ng ibang opisyal:
plan-write = Magsulat
plan-saved-toast = Na-save ang plano
