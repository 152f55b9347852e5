## A request that was not shown here, a restore to a device on no card, an objection without its words
request-hidden-chip = Wala gipakita kaninyo
request-hidden = Wala gipakita sa inyong organisasyon kon unsa ang gipangayo niining hangyo
request-hidden-public = Ang giingon lang sa talaan kon kinsa ang nangayo, para sa unsa, pila ka barangay ({ $count }) ug unsa kadugay. Ang uban wala ihatag sa desk o sa buffer.
request-hidden-do = Pangutan-a ang desk ug ang ubang tinugyanan kon ngano. Walay makatugot niini dinhi. Mahimo kamong mosupak: ang igong pagsupak mopahunong niini.
restore-facts-title = Kinsa ang makadawat sa mga kard: usa ka bag-ong device
restore-facts-text = Nawad-an ang usa ka rehistro sa tanan niyang device. Niining bag-ong device moadto ang mga kard. Wala sa bisan unsang kard ang yawe niini, busa walay programa nga makasulti kon kang kinsa kini.
restore-facts-how = Tawga ang opisyal sa rehistro sa numero nga naa na kaninyo kaniadto. Kinahanglang naa sa bag-ong device ang mao rang unom ka pulong.
restore-facts-epoch = Rehistro ug panahon
restore-compared = Gitandi nako kining unom ka pulong sa opisyal sa rehistro pinaagi sa tingog.
decision-withheld = Wala ihatag sa buffer ang hinungdan. Maihap gihapon kini.
check-recipient_device = Sa bag-ong device nga naay unom ka pulong dinhi moadto ang mga bahin: itandi kini
task-hidden_requests = Mga hangyo nga wala gipakita kaninyo
