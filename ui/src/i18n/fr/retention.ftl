## Combien de temps les fiches sont gardées
retention-title = Combien de temps les fiches sont gardées
retention-explain = Une fiche que personne n’a regardée depuis des années peut nuire plus qu’aider. Qui dépasse le délai fixé ici figure dans la liste. Rien n’est jamais effacé tout seul.
retention-confirmed = Années après la dernière confirmation
retention-confirmed-hint = Qui n’a jamais été confirmé compte depuis l’arrivée de la fiche.
retention-returned = Années après le retour
retention-returned-hint = Pour qui est rentré.
retention-standard = Chaque registre commence ainsi : un contrat à l’étranger dure le plus souvent deux ans.
retention-set-by = Fixé par { $name } le { $when }.
retention-years = { $count ->
    [one] un an
   *[other] { $count } ans
}
retention-save = Garder cette règle
retention-saved = La règle est gardée
retention-due = { $count ->
    [one] Une fiche dépasse le délai fixé
   *[other] { $count } fiches dépassent le délai fixé
}
retention-look = Les regarder
retention-none = Personne ne dépasse le délai
retention-none-text = Il n’y a rien à faire.
retention-list = Délai dépassé
retention-why = Gardez qui la famille veut encore garder, et demandez. Effacez qui n’en a plus besoin.
retention-keep = Garder : confirmer aujourd’hui
retention-erase = Effacer
retention-kept = { $name } est gardé, confirmé aujourd’hui
retention-home = de retour : { $when }
bad-input-after_confirmed = Choisissez d’un à vingt ans.
