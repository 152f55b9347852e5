## Import: people who are here already
known-title = La feuille et le registre diffèrent sur des personnes déjà présentes
known-text = Les différences sont dans la liste ci-dessous. Cochez pour reprendre ce que dit la feuille, aussi pour les personnes déjà dans le registre. Les numéros déjà notés restent, après les nouveaux. Annuler tout l’import annule aussi cela.
known-take = Reprendre { $count ->
    [1] une cellule
   *[other] { $count } cellules
} pour des personnes déjà présentes
known-taken = { $count ->
    [1] Une personne a été corrigée d’après la feuille
   *[other] { $count } personnes ont été corrigées d’après la feuille
}
