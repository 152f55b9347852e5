## Two entries of one person
dup-title = Notée deux fois ?
dup-intro = Ces fiches sont peut-être une seule personne. Rien n’est réuni sans votre accord, et toute réunion peut être défaite.
dup-look = Chercher les doublons
dup-look-again = Chercher à nouveau
dup-looked = Dernière recherche : { $when }.
dup-stale = Quelque chose a été écrit depuis.
dup-running = Vous pouvez continuer à travailler pendant ce temps.
dup-never-title = Personne n’a encore cherché
dup-never-text = Toutes les fiches sont comparées, et vous voyez qui y est peut-être deux fois.
dup-none-title = Aucune paire à regarder
dup-none-text = Personne ne semble être deux fois dans le registre.
dup-pairs = Paires
dup-count = { $count ->
    [0] Aucune paire à regarder
    [1] Une paire à regarder
   *[other] { $count } paires à regarder
}
dup-place = Paire { $at } sur { $total }
dup-previous = Paire précédente
dup-next = Paire suivante
dup-sure-high = très probablement une personne
dup-sure-likely = probablement une personne
dup-sure-open = décidé différemment
dup-why = Pourquoi
dup-for = pour
dup-against = contre
dup-choose = Ce qui reste
dup-choose-hint = Choisissez la bonne valeur. Ce que seule une fiche contient reste aussi.
dup-same = Identique dans les deux
dup-only = Dans une seule fiche
dup-entry-a = Fiche 1
dup-entry-b = Fiche 2
dup-both = Les deux
dup-side-a = fiche 1
dup-side-b = fiche 2
dup-side-both = les deux fiches
dup-contacts = Contacts familiaux : tous restent
dup-consents = Consentements : le plus strict reste
dup-consent-strict = Une fiche dit oui, l’autre non. Le non reste.
dup-history = Les appels, notes et historiques des deux restent.
dup-calls = { $count ->
    [0] aucun appel
    [1] un appel
   *[other] { $count } appels
}
dup-merge = Une personne : réunir
dup-not-same = Deux personnes
dup-merged = { $name } n’y figure plus qu’une fois
dup-noted = Noté : deux personnes
dup-disputed = Un responsable les a réunies, un autre a dit que ce sont deux personnes. Qui a raison ?
dup-keep-one = C’est une personne
dup-take-apart = Deux personnes : séparer
dup-kept-one = Tranché : une personne
dup-open = Ouvrir cette fiche
dup-keys = Touches : J suivante, K précédente, M une personne, N deux personnes, U annuler
dup-merged-title = Réunie avec
dup-merged-line = Le { $when }, par { $by }
dup-part = Séparer à nouveau
dup-parted = De nouveau deux fiches
dup-part-left = Ceci est resté tel quel, car modifié depuis : { $fields }
home-duplicates = Peut-être une personne notée deux fois.
home-duplicates-look = Chercher les personnes notées deux fois
import-look-alike = { $count ->
    [1] Une ressemble à quelqu’un qui y était déjà.
   *[other] { $count } ressemblent à des personnes qui y étaient déjà.
}
import-look-at = Regarder les paires
alike-open = Ouvrir celle-ci
alike-other = C’est quelqu’un d’autre
field-merged = Fiche réunie
field-merged_into = Réunie à une autre fiche

## Why two entries are put side by side
match-surname-same = même nom de famille
match-surname-close = nom de famille presque identique
match-surname-akin = noms proches, tous deux courants ici
match-surname-married = le nom de l’une est le nom de la mère de l’autre (mariage)
match-surname-married_initial = l’initiale de l’une correspond au nom de l’autre (mariage)
match-surname-part = un nom fait partie de l’autre
match-surname-crossed = nom et prénom intervertis
match-surname-different_woman = noms différents (peut-être mariée)
match-surname-different = noms de famille différents
match-given-same = même prénom
match-given-nickname = un prénom est le diminutif de l’autre
match-given-close = prénom presque identique
match-given-akin = prénoms proches, tous deux courants ici
match-given-part = un prénom fait partie de l’autre
match-given-crossed = prénom et nom intervertis
match-given-different = prénoms différents
match-middle-same = même nom de la mère
match-middle-close = nom de la mère presque identique
match-middle-initial = l’initiale du nom de la mère correspond
match-middle-other_initial = l’initiale du nom de la mère ne correspond pas
match-middle-different = noms de la mère différents
match-suffix-same = même suffixe
match-suffix-one_sided = suffixe d’un seul côté
match-suffix-different = suffixes différents (père et fils ?)
match-birth-same = même date de naissance
match-birth-turned = jour et mois de naissance intervertis
match-birth-close = dates de naissance à une faute près
match-birth-partly = dates de naissance en partie identiques
match-birth-year = même année de naissance
match-birth-near = naissances à un an d’écart
match-birth-other_year = années de naissance différentes
match-birth-different = dates de naissance différentes
match-sex-same = même sexe
match-sex-different = sexe différent
match-home-same = même barangay et purok
match-home-barangay = même barangay
match-home-different = barangays différents
match-country-same = même pays
match-country-different = pays différents
match-occupation-same = même travail
match-occupation-close = travail proche
match-occupation-different = travaux différents
match-employer-same = même employeur
match-employer-close = employeur proche
match-employer-different = employeurs différents
match-phone-same = même téléphone
match-phone-close = téléphones à un chiffre près
match-phone-different = téléphones différents
match-contact_phone-same = même téléphone de la famille
match-contact_phone-different = téléphones de la famille différents
match-contact_name-same = même contact familial
match-contact_name-close = contact familial presque identique
match-contact_name-different = contacts familiaux différents
match-mention-named = l’une est le contact familial de l’autre
match-mention-not = aucune n’est le contact familial de l’autre
match-together-relatives = plutôt deux parents d’un même foyer
match-together-carried = toutes deux correspondent à une troisième fiche
match-together-little_known = trop peu est connu
match-together-taken = une autre ligne correspond mieux
match-together-several = plusieurs personnes correspondent autant
match-together-disputed = réunies par un responsable, deux personnes selon un autre
match-together-shared = une troisième fiche a été réunie aux deux
