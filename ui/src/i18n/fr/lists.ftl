## Listes : ce qui les réduit
people-more-coming = D’autres peuvent suivre : les noms mal écrits sont encore recherchés.
filters-chosen = Ce qui réduit la liste
filter-remove = Enlever : { $choice }
filters-show = { $count ->
    [0] Personne ne correspond
    [1] Montrer une personne
   *[other] Montrer { $count } personnes
}
filter-any-barangay = Tous les barangays
filter-any-purok = Tous les puroks
filter-any-employer = Tous les employeurs
filter-any-consent = Toutes les réponses
filter-freshness = Est-ce encore sûr
fresh-fresh = Confirmé depuis moins de six mois
fresh-stale = Pas confirmé depuis six mois
fresh-never = Jamais confirmé
filter-consent-word = Consentement
filter-consent = { $purpose } : { $said }
said-given = oui
said-refused = non
said-unasked = pas encore demandé
filter-more = Aussi
filter-returned = Rentré au pays
filter-abroad = Pas encore rentré
filter-no-phone = Aucun téléphone à appeler
filter-conflict = Deux réponses
filter-outside = Dans aucune demande

## Ceux dont le foyer n’est dans aucune demande
outside-person = Le barangay est hors de cette municipalité. La cellule de crise demande par barangay : cette personne n’est dans aucune demande.
outside-person-unknown = Aucun barangay n’est écrit ici. La cellule de crise demande par barangay : cette personne n’est dans aucune demande.
outside-form = Ce barangay est hors de la municipalité. La cellule de crise demande par barangay : cette personne ne serait dans aucune demande.
outside-unknown = Sans barangay, cette personne ne serait dans aucune demande : la cellule de crise demande par barangay.
home-outside = { $count ->
    [one] { $count } personne n’est dans aucune demande : son barangay n’est pas de cette municipalité, ou n’est pas écrit.
   *[other] { $count } personnes ne sont dans aucune demande : leur barangay n’est pas de cette municipalité, ou n’est pas écrit.
}

## Les personnes retirées
removed-link = Personnes retirées ({ $count })
removed-title = Personnes retirées
removed-explain = Elles ne sont dans aucune liste ni aucun appel. Chacune peut revenir telle qu’elle était.
removed-none = Personne n’a été retiré
removed-none-text = Qui vous retirez attend ici et peut revenir.
removed-when = Retiré le { $when }, { $how }
restore = Remettre
restore-name = Remettre { $name }
restored-toast = { $name } est de retour

## Ce qui a changé
changes-title = Changements
changes-explain = Tout ce qui a changé quelque chose dans ce registre, le plus récent d’abord. Presque tout peut être annulé.
changes-none = Rien n’a encore changé
changes-older = Montrer les plus anciens
change-open = Voir
change-open-name = Voir ce changement : { $names }
change-title = Un changement
change-gone = Ce changement n’est pas connu ici
change-here = sur cet appareil
change-device = sur { $device }
change-others = { $count ->
    [1] et une autre personne
   *[other] et { $count } autres
}
change-undone = annulé
change-people = Qui est concerné
change-added = ajouté
change-erased = Quelqu’un qui a été effacé
change-person-removed = retiré
change-kept = Changé depuis, reste : { $fields }
change-take-back-title = Annuler ce changement ?
change-take-back = L’annuler
change-restores = { $count ->
    [1] Une valeur redevient ce qu’elle était.
   *[other] { $count } valeurs redeviennent ce qu’elles étaient.
}
change-removes = { $count ->
    [1] Une personne ajoutée alors est retirée.
   *[other] { $count } personnes ajoutées alors sont retirées.
}
change-keeps = { $count ->
    [1] Une valeur a changé depuis et reste telle quelle.
   *[other] { $count } valeurs ont changé depuis et restent telles quelles.
}
change-synced = Cela vient d’un autre appareil. Au prochain échange, ce sera annulé là aussi.
change-to-imports = Vers les importations
change-blocked-undone = C’est déjà annulé.
change-blocked-erased = Quelqu’un a été effacé. Ce qui est effacé n’existe plus et ne peut revenir.
change-blocked-changed_since = Tout a changé depuis. Le plus récent reste.
change-blocked-nothing_left = Il n’en reste rien à annuler.
action-typed = Saisi
action-import = Apporté d’une feuille
action-merge = Deux fiches réunies
action-sync = D’un autre appareil
action-undo = Annulé
action-erase = Effacé
action-attempt = Un appel

## Ce qui est commencé
begun-title = Commencé, pas encore enregistré
begun-new = Une nouvelle personne, écrit en dernier { $when }
begun-edit = Une modification, écrite en dernier { $when }
begun-go-on = Continuer
begun-discard-name = Jeter ce qui est commencé : { $name }
draft-nameless = Pas encore de nom
draft-another = Commencer une autre personne
draft-discard = Jeter
draft-discarded = Jeté
draft-explain = Ce que vous tapez est gardé aussitôt, même si le courant coupe. Cela compte quand vous enregistrez.
draft-unkept = Ce que vous tapez ne peut pas être gardé pour l’instant. Enregistrez avant de fermer.

## Clair et sombre
theme = Clair ou sombre
theme-system = Comme l’appareil
theme-light = Clair
theme-dark = Sombre

## Between a name and what is said of it
colon =  :
