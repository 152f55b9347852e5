## Home again
returned-title = Came home
returned-tick = Home for good
returned-ask = Is this person back home for good?
returned-hint = Who is home is no longer counted among those abroad. The entry stays, and this can be taken back.
returned-when = When, as far as it is known:
returned-mark = Came home
returned-abroad = Abroad again
returned-since = Home since: { $when }
returned-unknown = Home. It is not known since when.
returned-words = Home, as the list says: “{ $words }”
returned-toast = { $name }: came home
returned-abroad-toast = { $name }: abroad again
