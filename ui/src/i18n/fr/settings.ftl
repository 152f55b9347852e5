## Settings
language = Langue
language-explain = Gardé sur cet appareil, aussi pour le premier écran.
slash-searches = La touche / va à la recherche
keys-title = Touches
keys-search = Chercher
keys-arrows = Parcourir une liste
keys-enter = Ouvrir
keys-escape = Retour, ou vider la recherche
this-register = Ce registre
auto-lock = Se ferme tout seul
auto-lock-minutes = { $count ->
    [1] après une minute sans usage
   *[other] après { $count } minutes sans usage
}
version = Version
