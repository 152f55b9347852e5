## Import: people who are here already
known-title = Lahi ang sheet ug ang rehistro bahin sa mga tawong naa na dinhi
known-text = Naa sa listahan sa ubos ang mga nagkalahi. Tsekan kini aron kuhaon ang gisulti sa sheet, apil sa mga tawong naa na sa rehistro. Magpabilin ang mga daang numero, sunod sa bag-o. Mabawi kini kon bawion ang tibuok import.
known-take = Kuhaa ang { $count } ka cell alang sa mga tawong naa na dinhi
known-taken = { $count } ka tawo dinhi ang gitul-id sumala sa sheet
