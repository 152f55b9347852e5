### Ugnay en français. Des mots courts et simples.
### French has a third plural form, `many`, for round millions; it reads like `other` here.

## Everywhere
loading = Un instant…
back = Retour
close = Fermer
cancel = Arrêter
undo = Annuler
undone = Annulé
try-again = Réessayer
show = Montrer
hide = Cacher
show-all = Tout montrer
show-more = Montrer { $count } de plus
add = Ajouter
edit = Modifier
remove = Retirer
save = Enregistrer
later = Plus tard
name = Nom
nothing = rien
not-said = Non dit
not-known = Inconnu
yes = oui
no = non
understood = Compris
demo = DÉMO
demo-invented = personnes inventées
skip = Aller au contenu
toast = Message
number = { $count }
percent = { $count } %
name-and-count = { $name } ({ $count })
unknown-code = Autre ({ $code })
progress-of = { $done } sur { $total }
at-sheet = feuille { $sheet }
at-row = ligne { $row }
at-column = colonne { $column }
sheet-and-row = { $sheet }, ligne { $row }
row-word = Ligne
ago-today = aujourd’hui
ago-days = { $count ->
    [1] hier
   *[other] il y a { $count } jours
}
ago-months = { $count ->
    [1] il y a un mois
   *[other] il y a { $count } mois
}
ago-years = { $count ->
    [1] il y a un an
   *[other] il y a { $count } ans
}

## Navigation
nav = Principal
nav-home = Accueil
nav-people = Personnes
nav-campaign = Appels
nav-import = Importer
nav-sync = Sûreté
lock = Fermer
settings = Réglages
