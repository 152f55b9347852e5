## Import: people who are here already
known-title = Le registre dit autre chose de personnes déjà présentes
known-text = Les différences sont dans la liste ci-dessous. Cochez pour reprendre ce que dit la feuille, aussi pour les personnes déjà dans le registre. Les numéros présents restent, derrière les nouveaux. Annuler tout l’import annule aussi cela.
known-take = Reprendre { $count ->
    [one] une cellule
   *[other] { $count } cellules
} pour des personnes déjà présentes
known-taken = { $count ->
    [one] Une personne a été corrigée d’après la feuille
   *[other] { $count } personnes ont été corrigées d’après la feuille
}
