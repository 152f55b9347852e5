## Import: questions, corrections, what is left to look at
questions-title = { $count ->
    [1] Une question sur ce fichier
   *[other] { $count } questions sur ce fichier
}
questions-text = Une réponse vaut pour toute la feuille, et pour la prochaine feuille pareille.
ask-hidden = { $count ->
    [1] La feuille « { $sheet } » est masquée. Elle contient une personne. Faut-il la prendre ?
   *[other] La feuille « { $sheet } » est masquée. Elle contient { $count } personnes. Faut-il les prendre ?
}
ask-hidden-yes = Apporter aussi « { $sheet } »
ask-hidden-no = Laisser de côté « { $sheet } »
ask-dates = Dans « { $sheet } », { $count ->
    [1] une date peut se lire
   *[other] { $count } dates peuvent se lire
} de deux façons. Qu’est-ce qui vient d’abord, le jour ou le mois ?
ask-dates-dmy = Le jour d’abord : 25/12
ask-dates-mdy = Le mois d’abord : 12/25
ask-dates-else = Si elles sont mélangées, corrigez-les plus bas une à une.
ask-barangay = { $count ->
    [1] Dans « { $sheet } », une personne n’a pas de barangay. Quel est le sien ?
   *[other] Dans « { $sheet } », { $count } personnes n’ont pas de barangay. Viennent-elles toutes du même ?
}
ask-barangay-label = Barangay de « { $sheet } »
ask-again = Redemander
preview-all-there = { $count ->
    [1] La seule personne de ce fichier est déjà là. Il n’y a rien à ajouter.
   *[other] Les { $count } personnes sont déjà là. Il n’y a rien à ajouter.
}
fix-open = Corriger
fix-take = Accepter
fix-cell = Corriger ligne { $row }, colonne { $column }
fix-cell-of = Corriger ligne { $row }, colonne { $column } : { $field }
fix-taken = Ligne { $row }, colonne { $column } corrigée
fix-was = avant : { $was }
fix-back-of = Annuler ligne { $row }, colonne { $column }
fixes-title = { $count ->
    [1] Une cellule corrigée
   *[other] { $count } cellules corrigées
}
fixes-text = Votre fichier reste tel quel. Les corrections sont écrites avec les personnes.
later-title = { $count ->
    [1] Une cellule encore à regarder
   *[other] { $count } cellules encore à regarder
}
later-text = Ouvrez la personne, corrigez, puis cochez ici.
later-done = Déjà fait : { $count }.
later-tick = Fait
later-tick-of = Fait : { $name }, { $problem }
later-ticked = Marqué comme fait
see-later = { $count ->
    [1] Regarder une cellule
   *[other] Regarder { $count } cellules
}
left-title = Laissé de côté :
left-sheet = « { $sheet } »{ $count ->
    [0] {""}
    [1] , une ligne avec une personne
   *[other] , { $count } lignes avec des personnes
} :
left-hidden = masquée dans le classeur.
left-left_out = laissée de côté par vous.
left-no_header = pas une liste de personnes.
left-form_definition = les questions d’un formulaire, pas ses réponses.
left-same_file = le même qu’un autre fichier de cet import.
at-entry = fiche { $row }
fix-entry = Corriger fiche { $row } : { $field }
fix-taken-entry = Fiche { $row } corrigée
fix-back-of-entry = Annuler fiche { $row }
fixes-earlier = { $count ->
    [1] Une a été corrigée ainsi lors d’un import précédent.
   *[other] { $count } ont été corrigées ainsi lors d’un import précédent.
} Annulez ce qui ne vaut plus.
