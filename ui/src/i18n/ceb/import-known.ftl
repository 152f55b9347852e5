## Import: people who are here already
known-title = Lahi ang naa sa rehistro bahin sa mga tawong naa na
known-text = Naa sa listahan sa ubos ang mga nagkalahi. Tsekan kini aron kuhaon ang gisulti sa sheet, apil sa mga tawong naa na sa rehistro. Magpabilin ang mga daang numero, sunod sa bag-o. Mabawi kini kung bawion ang tibuok import.
known-take = Kuhaa ang { $count ->
    [one] { $count } ka kahon
   *[other] { $count } ka kahon
} alang sa mga tawong naa na
known-taken = { $count ->
    [one] { $count } ka tawo dinhi ang gitul-id sumala sa sheet
   *[other] { $count } ka tawo dinhi ang gitul-id sumala sa sheet
}
