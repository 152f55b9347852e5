## Combien de temps les fiches sont gardées
retention-title = Combien de temps les fiches sont gardées
retention-explain = Une fiche que personne n’a regardée depuis des années peut nuire plus qu’aider. Les personnes qui dépassent le délai fixé ici figurent dans la liste. Rien n’est jamais effacé tout seul.
retention-confirmed = Années après la dernière confirmation
retention-confirmed-hint = Pour une personne jamais confirmée, le délai part de l’arrivée de la fiche.
retention-returned = Années après le retour
retention-returned-hint = Pour les personnes rentrées.
retention-standard = Chaque registre commence ainsi : un contrat à l’étranger dure le plus souvent deux ans.
retention-set-by = Fixé par { $name } le { $when }.
retention-years = { $count ->
    [1] un an
   *[other] { $count } ans
}
retention-save = Enregistrer cette règle
retention-saved = La règle est enregistrée
retention-due = { $count ->
    [1] Une fiche dépasse le délai fixé
   *[other] { $count } fiches dépassent le délai fixé
}
retention-look = Les regarder
retention-none = Personne ne dépasse le délai
retention-none-text = Il n’y a rien à faire.
retention-list = Délai dépassé
retention-why = Gardez les personnes que la famille veut encore garder, et demandez. Effacez celles qui n’en ont plus besoin.
retention-keep = Garder : confirmer aujourd’hui
retention-erase = Effacer
retention-kept = Fiche gardée, confirmée aujourd’hui : { $name }
retention-home = de retour : { $when }
bad-input-after_confirmed = Choisissez d’un à vingt ans.
