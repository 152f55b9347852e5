## Safety of the register
sync-title = Gaano kaligtas ang rehistro?
ladder-title = Mula sa device na ito hanggang sa kagipitan
rung-saved = Naka-save dito
rung-sent = Naipadala
rung-kept = Iniingatan ng buffer
rung-releasable = Mabubuksan sa kagipitan
rung-state-proven = napatunayan
rung-state-partly = may bahagi
rung-state-not-yet = hindi pa
rung-saved-figure = { $count } tao, nakaselyo sa device na ito.
rung-sent-figure = { $count ->
    [0] Walang naghihintay na ipadala.
   *[other] { $count } pagbabago ang naghihintay na ipadala.
}
rung-kept-figure = { $count ->
    [0] Wala pang kinumpirma ang buffer.
   *[other] { $count } tala ang kinumpirma ng buffer. Hindi nito mababasa ang mga iyon.
}
rung-releasable-none = Wala pang katiwalang nagkumpirma.
rung-releasable-figure = { $j } sa { $n } katiwala ang nagkumpirmang makakatulong. { $k } ang kailangan.
only-device = Kapag nawala ang laptop na ito, mawawala ang lahat
only-device-text = Ang device na ito lang ang makababasa ng mga nota at kasaysayan. Sumali sa pederasyon o magdagdag ng ikalawang device.
buffer = Buffer
sync-never = Hindi pa nakipagpalitan.
sync-last = Huling palitan: { $when }
sync-last-try = Huling subok: { $when }
sync-devices = { $count } device ng rehistrong ito ang kilala.
sync-nothing-lost = Walang nawala. Naka-save dito ang lahat at lalabas sa susunod na subok.
sync-now = Makipagpalitan ngayon
sync-done = Tapos na. Naipadala: { $pushed }. Natanggap: { $pulled }.
sync-conflicts = Sa { $count } lugar, magkaiba ang isinulat ng dalawang opisyal. Itinago ang lahat.
join-title = Sumali sa pederasyon
join-text = Magbibigay ang pederasyon ng address at labindalawang salita, sa papel o nang harapan. Huwag kailanman sa text.
join-buffer = Address ng buffer
join-words = Ang labindalawang salita
join-count = { $count } sa 12 salita
join-compare-title = Ito rin ba ang anim na salita?
join-compare-text = Ipabasa nang malakas sa samahang nag-imbita ang anim nilang salita, sa telepono o nang harapan. Sumali lang kung magkakapareho ang anim.
join-same = Magkapareho, sumali
join-differ = Magkaiba, itigil
join-stopped = Hindi natuloy ang pagsali. Sabihin sa pederasyon na magkaiba ang mga salita.
join = Sumali
log-proven = Nasa pampublikong talaan ng { $when } ang kalagayang ito ng rehistro. Walang makapagpapakita ng mas luma nang hindi napapansin.
log-unproven = Hindi pa napapatunayan sa pampublikong talaan mula { $when }. Karaniwan ito sa loob ng ilang oras.
