## Home
home-title = Aujourd’hui
home-empty-title = Encore personne dans le registre
home-empty-text = Apportez la feuille que vous avez déjà, ou ajoutez la première personne.
home-empty-import = Apporter une feuille
home-campaigns = Personnes à appeler
home-figures = Ce registre en chiffres
home-persons = { $count ->
    [one] personne dans le registre
   *[other] personnes dans le registre
}
home-fresh = confirmées depuis moins de six mois
home-stale = { $count ->
    [0] Tout le monde est confirmé
    [1] Une personne à confirmer
   *[other] { $count } personnes à confirmer
}
home-without-contact = { $count ->
    [one] personne sans famille à appeler
   *[other] personnes sans famille à appeler
}
home-without-contact-warn = Demandez un numéro
home-unsent = { $count ->
    [one] changement pas encore envoyé
   *[other] changements pas encore envoyés
}
home-unsent-explain = Enregistrés ici. Ils partent au prochain échange.
home-conflicts = { $count ->
    [1] Une fiche contient deux réponses différentes. Demandez à la famille laquelle est juste.
   *[other] { $count } fiches contiennent deux réponses différentes. Demandez aux familles laquelle est juste.
}
demo-passphrase = Ce registre de démonstration se ferme comme un vrai. Sa phrase secrète :
destinations-title = Où sont les nôtres
destination = Destination
people-word = Personnes
share = Part
country-at-sea = En mer
country-unknown = Inconnu
country-usual = Destinations habituelles
country-others = Autres pays
destinations-map = Carte du monde : plus le cercle est grand, plus il y a de personnes
