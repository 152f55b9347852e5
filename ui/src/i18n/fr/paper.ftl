## Mots des feuilles imprimées. L’interface ne charge pas ce fichier.
pp-page = Page { $page } sur { $pages }
pp-organisation = Organisation
pp-fingerprint = Six mots de cette clé
pp-buffer = Adresse du dépôt
pp-date = Date
pp-sealed-by = Scellé par (signature)

## La clé d’une organisation
pp-key-title = Clé sur papier
pp-key-secret = SECRET. Qui lit ces mots détient la part de cette organisation. Ni photo, ni photocopie, ni message.
pp-key-what = Avec ces 24 mots, l’organisation ouvre de nouveau sa part des cartes si son ordinateur est perdu. Sans eux, un ordinateur perdu, ce sont des parts perdues.
pp-key-envelopes = Deux exemplaires dans deux enveloppes
pp-key-step-two = Imprimez cette feuille deux fois, sur une imprimante que seule votre organisation utilise.
pp-key-step-file = Effacez le fichier, aussi de la corbeille, puis éteignez et rallumez l’imprimante.
pp-key-step-test = Saisissez de nouveau les 24 mots à partir du papier, dans l’application, sous « Clé sur papier ». Alors seulement la feuille compte.
pp-key-step-seal = Mettez chaque exemplaire dans sa propre enveloppe, fermez-la, signez et datez à cheval sur le rabat.
pp-key-step-places = Gardez les enveloppes en deux lieux fermés à clé, dans deux bâtiments. Notez qui peut accéder à chacun.
pp-key-step-opened = Une enveloppe est ouverte, abîmée ou absente ? Changez la clé le jour même.
pp-key-step-change = Après un changement de clé, brûlez ou déchiquetez les deux exemplaires de l’ancienne.
pp-key-first = Premier exemplaire
pp-key-second = Second exemplaire

## La feuille de récupération d’un registre
pp-recovery-title = Feuille de récupération
pp-recovery-secret = SECRET. Qui lit ce papier peut lire tout le registre. Gardez-le sous clé, loin de tout appareil.
pp-recovery-six = Six mots à comparer
pp-recovery-what = Avec ces mots et le dépôt, tout le registre revient sur un nouvel appareil : personnes, notes et historique. La feuille ne dit pas à qui est le registre ; c’est voulu.
pp-recovery-before = Avant de la ranger
pp-recovery-keep-file = Effacez le fichier qui a servi à l’imprimer, aussi de la corbeille.
pp-recovery-keep-check = Saisissez de nouveau les 24 mots dans l’application, à partir de ce papier. La feuille ne marche qu’après.
pp-recovery-keep-away = Mettez-la dans une enveloppe fermée, sous clé, dans un autre bâtiment que l’appareil.
pp-recovery-keep-lost = Perdu ou vu par d’autres ? Retirez la feuille dans l’app, sous « Appareils et récupération », et faites-en une autre.
pp-recovery-use = Quand tous les appareils sont perdus
pp-recovery-step-install = Installez l’application sur un nouvel appareil et choisissez « Retrouver un registre avec sa feuille ».
pp-recovery-step-type = Saisissez l’adresse du dépôt et les 24 mots ; les quatre premières lettres de chacun suffisent.
pp-recovery-step-compare = Comparez les six mots à l’écran avec ceux ci-dessus. S’ils diffèrent, arrêtez.
pp-recovery-step-exchange = Choisissez une nouvelle phrase secrète et échangez. Les autres appareils verront que la feuille a servi.

## Une invitation
pp-invitation-title = Invitation d’un registre
pp-invitation-secret = Pour un seul registre. À remettre en main propre ; qui détient ces mots peut adhérer à sa place.
pp-invitation-six = Six mots de la fédération
pp-invitation-use = Comment adhérer
pp-invitation-step-open = Ouvrez votre registre dans l’application et choisissez « Sûreté ».
pp-invitation-step-type = Saisissez l’adresse et les douze mots, ou scannez le code.
pp-invitation-step-compare = Comparez les six mots à l’écran avec ceux ci-dessus. S’ils diffèrent, arrêtez et demandez à qui vous a remis la feuille.
pp-invitation-step-destroy = Une fois l’adhésion faite, détruisez cette feuille.
pp-invitation-code = La même chose en code

## La réunion du mois
pp-meeting-title = Feuille de réunion : qui confirmer
pp-place = Lieu
pp-made = Faite le
pp-fresh = Confirmées depuis moins de six mois
pp-fresh-value = { $fresh } sur { $all } personnes ({ $percent } %)
pp-fresh-means = Un numéro que personne n’a confirmé depuis six mois ne répond souvent plus quand il le faut. Visez 100 %.
pp-to-ask = À demander
pp-how = Comment faire
pp-meeting-ask = Demandez à la famille : est-elle toujours là-bas, le numéro est-il toujours juste ?
pp-meeting-tick = Cochez une case et notez qui vous l’a dit.
pp-meeting-enter = Saisissez les réponses dans l’application le jour même. Puis déchiquetez ou brûlez cette feuille : les noms sont privés.
pp-meeting-none = Tout le monde a été confirmé depuis moins de six mois. Personne à demander.
pp-home = Domicile
pp-home-unknown = Purok non noté
pp-abroad = À l’étranger
pp-family = Famille
pp-last = Dernière confirmation
pp-never = jamais
pp-no-contact = aucun numéro connu
pp-own-number = Son numéro
pp-tick-same = tout est encore juste
pp-tick-changed = a changé :
pp-tick-unknown = personne ne sait
pp-told-by = Dit par :
pp-asked-by = Demandé par :

## La liste d’appels
pp-calls-title = Feuille d’appels
pp-crisis = Crise
pp-people = Personnes
pp-drill = EXERCICE. Personne n’est en danger.
pp-calls-none = Personne de ce registre n’est là-bas. Personne à appeler.
pp-calls-tick = Appelez de haut en bas. Arrêtez au premier qui répond et cochez le résultat.
pp-calls-enter = Saisissez chaque réponse dans l’application dès que possible. Puis déchiquetez ou brûlez cette feuille : les noms sont privés.
pp-calls-still = Encore à appeler
pp-calls-done = Déjà une réponse
pp-so-far = Jusqu’ici
pp-notes = Notes
