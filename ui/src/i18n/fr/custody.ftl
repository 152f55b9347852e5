## Une organisation gardienne : départ
nav-requests = Demandes
nav-shares = Parts
nav-demands = Exigences
nav-log = Journal
choose-any-title = Que voulez-vous ouvrir ?
custodian-word = Organisation gardienne
organisation-start-text = Votre organisation garde-t-elle des parts pour une fédération ?
organisation-start = Préparer une organisation gardienne
organisation-create = Préparer une organisation gardienne
organisation-create-text = Une gardienne garde une partie de la clé des registres, surveille le journal public, et approuve ou refuse quand une cellule de crise demande. Ses propres clés sont faites sur cet appareil.
organisation-name = Nom de l’organisation
organisation-name-hint = Tel qu’il figurera dans la liste publique des gardiennes.
jurisdiction = Pays dont les autorités peuvent la contraindre
jurisdiction-hint = Les règles veillent à ce qu’aucun pays seul ne puisse tout ouvrir.
organisation-create-submit = Faire les clés de l’organisation
organisation-recover-link = L’ordinateur est perdu : récupérer avec les 24 mots
organisation-recover = Récupérer une organisation
organisation-recover-text = Avec les 24 mots sur papier, cet appareil peut rouvrir les parts que le dépôt garde scellées pour votre organisation.
recover-words = Les 24 mots, dans l’ordre
organisation-recover-submit = Récupérer
organisation-wrong-passphrase = Cette phrase n’ouvre pas l’organisation.
this-organisation-title = Cette organisation
this-organisation = cette organisation
please-choose = Veuillez choisir
next = Suite
previous = Un pas en arrière
six-words = Six mots à comparer
demo-policy = Délais courts, pour une démonstration
demo-policy-text = Les règles de cette fédération sont marquées comme démonstration : les attentes durent des secondes, pas des heures. Aucune personne réelle ne doit y figurer.
refused-changed_meanwhile = La demande a changé depuis que vous l’avez lue. Rien n’a été signé. Veuillez la relire.
refused-not_now = Ce n’est pas possible à cette étape. Rien n’a été changé.
refused-paper_untested = Essayez d’abord le papier : saisissez ses 24 mots.
refused-paper_tested = Les mots ont été essayés et ne sont plus montrés. Ils sont sur le papier.
refused-unknown_file = Ce fichier n’est pas celui d’une fédération.
refused-no_genesis = Prenez d’abord le fichier de fondation de la fédération.
bad-input-paper_words = Veuillez vérifier les 24 mots.

## Accueil
custody-home-title = Ce qui attend une décision
waiting-title = { $count ->
    [0] Aucune décision n’attend
    [1] Une décision attend
   *[other] { $count } décisions attendent
}
waiting-none = Rien n’est à décider maintenant.
running-title = Décidées et encore en cours
also-title = Aussi à faire
task-due = pour le { $when }
task-was-due = c’était pour le { $when }
no-federation-yet = Pas encore dans une fédération.
member-of = Gardienne de { $federation }.
keeps-shares-of = Registres dont les parts sont gardées : { $count }
organisation-open = À propos de cette organisation
custody-exchange-title = Échanger avec le dépôt
custody-nothing-changed = Rien n’a été changé ici. L’organisation garde ce qu’elle a.
custody-exchanged = Échangé. Le journal a été copié et vérifié.
exchanged-entries = Nouvelles entrées du journal : { $count }
exchanged-cosigned = Entrées dont cette organisation répond maintenant : { $count }
exchanged-bundles = Lots de parts acceptés : { $accepted }, refusés : { $refused }
exchanged-requests = Nouvelles demandes : { $count }
exchanged-handed-over = Parts scellées remises : { $count }
exchanged-taken-over = Lots repris ou retrouvés : { $count }
exchanged-retired = Lots effacés parce qu’ils sont terminés : { $count }

## Durées
span-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
span-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
countdown-expires = Reste pour décider : { $span }
countdown-expires-over = Le temps pour décider est passé.
countdown-cool-off = Délai d’attente : { $span } avant que les parts puissent être remises
countdown-cool-off-over = Le délai d’attente est passé.
countdown-until = L’accord dure encore { $span }
countdown-until-over = L’accord est terminé.
cool-off-fast = Plus d’organisations que nécessaire ont approuvé : le délai court s’applique.

## Demandes
requests-title = Demandes d’ouverture
requests-none = Aucune demande n’a été vue
requests-none-text = Quand une cellule de crise demande une ouverture, elle paraît ici après le prochain échange.
requests-open = En cours
requests-past = Terminées
request-drill = Un exercice seulement, avec des personnes inventées. Personne n’est en danger.
request-decide = Lire et décider
request-look = Lire
request-state = Où en est la demande
areas-count = { $count ->
    [1] un barangay
   *[other] { $count } barangays
}
desk-unknown = Cellule inconnue
approvals-of = Approbations : { $count } sur { $needed }
objections-of = Objections : { $count } (arrêtée par { $stop })
cannot-approve = Cette demande ne peut pas être approuvée
checks-title = Vérifications
checks-all-right = Les { $count } vérifications sont en ordre
checks-wrong = { $count ->
    [1] Une vérification n’est pas en ordre
   *[other] { $count } vérifications ne sont pas en ordre
}
checks-wrong-text = Tant qu’une vérification n’est pas en ordre, rien ne peut être approuvé et aucune part ne quitte cette organisation.
check-right = bon
check-wrong = pas bon
check-found-least = Trouvé : { $found }. Il faut au moins : { $asked }.
check-found-most = Trouvé : { $found }. Permis au plus : { $asked }.
scope-title = Ce qui est demandé
scope-words = { $count ->
    [1] Cartes des personnes d’un barangay qui sont dans ce pays : { $country }.
   *[other] Cartes des personnes de { $count } barangays qui sont dans ce pays : { $country }.
}
scope-cards-only = Une carte contient le nom, le lieu où est la personne et les téléphones de la famille. Les notes et documents ne peuvent jamais être ouverts.
scope-map = Carte du monde où { $country } est marqué
map-not-there = La carte ne peut pas être montrée ici. Les mêmes faits sont écrits à côté.
all-countries = tous les pays
area-not-held = aucune part gardée ici
scope-held = De cela, votre organisation garde les parts de { $compartments } compartiments dans { $registers } registres. Combien de personnes, seuls les registres le savent.
caps-title = Limites
cap-used = Utilisé
cap-allowed = Permis
cap-areas = Barangays dans cette demande
cap-areas-90 = Barangays de cette cellule en 90 jours
cap-requests-90 = Demandes de cette cellule en 90 jours
desk-title = Qui demande
desk-areas = Répond de
desk-card-age = Carte dans le journal public
since-and-ago = depuis le { $when } ({ $ago })
desk-card-valid = Validité de la carte
from-until = { $from } à { $until }
desk-officers = Responsables
desk-officers-signed = { $count } sur { $officers } ont signé cette demande
desk-reviews-overdue = Bilans d’ouvertures passées que cette cellule doit encore : { $count }
desk-unknown-text = La carte de la cellule n’est pas connue. Ne vous fiez pas à cette demande.
declaration = Déclaration de l’urgence
declaration-hash = Empreinte du document. Demandez le document et comparez :
grant-asked = Durée demandée
cosigners-title = Organisations qui répondent du journal
cosigners-of = Répondent : { $count }. Il en faut { $needed }.
cosigners-outside = Parmi elles, non gardiennes : { $count }. Il en faut { $needed }.
cosigner-signed = répond
cosigner-missing = pas encore
outside-witness = témoin extérieur
decisions-title = Ce que les gardiennes ont dit
decisions-none = Aucune organisation n’a encore décidé.
decision-superseded = remplacée par une décision suivante
decision-not-logged = pas encore confirmée dans le journal
events-title = Ce qui s’est passé ensuite
decide-title = Décider
decide-again-title = Décider à nouveau
decide-what = Que dit votre organisation ?
decide-does-approve = Vos parts sont remises quand { $needed } organisations ont approuvé et que le délai est passé. Pas avant.
decide-does-object = Vous dites que l’ouverture ne doit pas avoir lieu. { $stop } objections l’arrêtent pour toujours. Une objection reste.
decide-does-refuse = Votre organisation ne participe pas. D’autres peuvent encore ouvrir.
decide-reason = Raison
decide-text = Avec vos mots
decide-text-hint = Peut rester vide, sauf si la raison est « Autre ». La cellule et toutes les gardiennes peuvent le lire. Ne nommez personne.
decide-for-ever = Votre décision est signée et reste pour toujours dans le journal public. Après avoir appuyé, vous avez dix secondes pour l’arrêter.
decide-submit = Signer la décision
decide-pause = { $count ->
    [1] Elle sera signée dans une seconde.
   *[other] Elle sera signée dans { $count } secondes.
}
decide-signing = Signature…
decide-cancel = Arrêter, ne rien signer
decide-cancelled = Arrêté. Rien n’a été signé.
decide-signed = La décision est signée. Elle va au journal avec le prochain échange.

## Organisation, chemin d'entrée, fichiers
organisation-title = L’organisation
organisation-doors = Plus sur cette organisation
setup-title = Le chemin vers la fédération
setup-next = Étape suivante
way-done = fait
way-next = maintenant
way-later = plus tard
seat = Numéro dans la liste des gardiennes
seat-none = pas encore
paper-key = Clé sur papier
buffer-none = pas encore
organisation-card-text = La carte contient le nom de l’organisation et ses clés publiques. Donnez-la à ceux qui fondent la fédération, et comparez les six mots de vive voix.
card-save = Enregistrer la carte dans un fichier
file-saved = Enregistré : { $name } ({ $folder })
connect-title = Se relier au dépôt
connect = Relier
rule-approvals = Approbations nécessaires
rule-of = { $count } gardiennes sur { $of }
rule-veto = Objections qui arrêtent une ouverture
rule-quorum = Organisations qui doivent répondre
rule-quorum-of = { $count }, dont témoins extérieurs : { $externals }
rule-cool-off = Délai d’attente
rule-cool-off-spans = { $span } ; avec une approbation de plus : { $fast }
rule-card-age = Âge de la carte d’une cellule
rule-window = Accord le plus long
members-title = Les organisations
versions = Règles version { $policy }, liste version { $roster }
files-title = Fichiers des autres
files-text = Les fichiers de fondation, les cartes de cellules à signer, les passations et les objections arrivent en fichiers. Vous voyez ce qu’un fichier contient avant de signer ou de prendre quoi que ce soit.
files-choose = Choisir un fichier
signatures-of = { $count } signatures sur { $needed }
signed-here = Votre organisation a signé
lint-title = Ce que dit l’examen des règles
lint-error = faute
lint-warning = remarque
compare-words = Comparez ces six mots de vive voix avec ceux qui ont fait le fichier :
compared = Les six mots sont les mêmes
file-sign = Signer
file-take = Le prendre
file-drop = Le laisser

## Clé sur papier
paper-title = Clé sur papier
paper-exists = Le papier existe ; essayé le { $when }.
paper-not-yet = Le papier n’existe pas encore
paper-change-due = La clé est à changer avant le { $when }.
paper-why = Sans lui, un ordinateur perdu, ce sont des parts perdues. Il existe quand les 24 mots ont été saisis de nouveau à partir du papier.
paper-write = 1. Écrivez les mots
paper-write-text = Écrivez les 24 mots avec leurs numéros sur papier, en deux exemplaires. Mettez chacun dans sa propre enveloppe scellée. Ni photo ni message. Regardez autour de vous : personne d’autre ne doit voir cet écran.
paper-show = Montrer les 24 mots
paper-hide = Cacher les mots
paper-sheet-name = Écrivez aussi ceci sur la feuille, pour distinguer les feuilles : { $words }
paper-test-title = 2. Essayez le papier
paper-test-text = Saisissez les mots à partir du papier. Après l’essai, ils ne sont plus jamais montrés.
paper-test-again-text = Ouvrez une enveloppe et saisissez ses mots, pour être sûr que le papier se lit encore.
paper-test = Saisir les mots
paper-test-step = Mots { $from } à { $to } sur { $total }
paper-four-letters = Les quatre premières lettres d’un mot suffisent.
paper-wrong = Pas bons : { $numbers }. Regardez encore ces numéros sur le papier.
paper-no-paste = Saisissez à partir du papier, s’il vous plaît. Coller n’essaierait rien.
paper-check = Vérifier tous les mots
paper-right = Les 24 mots sont bons. Le papier existe.
paper-right-text = Remettez-le dans son enveloppe, scellez-la, et notez où elle est gardée.
word-number = Mot { $number }

## Changement de clé, passation
key-title = Changer la clé
key-text = La clé des parts est changée tous les six à douze mois, avec les autres gardiennes. Les parts vivantes sont scellées pour la nouvelle clé ; celles de registres retirés sont effacées ; l’ancienne clé et son papier sont détruits. Alors même une vieille copie du dépôt ne s’ouvre plus avec elles.
key-since = Clé en usage depuis
key-due = À changer avant
key-live = Lots vivants à sceller de nouveau
key-retired = Lots retirés à effacer
key-start = Commencer le changement
key-paper = Vers le nouveau papier
key-finish-text = L’ancienne clé finit avec cette étape. Assurez-vous que le nouveau papier a été essayé.
key-finish = Sceller de nouveau et finir l’ancienne clé
key-changed = Fait. Scellés de nouveau : { $resealed }. Effacés : { $dropped }.
key-destroy-paper = Détruisez maintenant les deux exemplaires de l’ancien papier.
key-exchange-next = Échangez maintenant : alors seulement le nouveau papier retrouve ces parts au dépôt.
handover-title = Passer à une autre organisation
handover-none = Aucune passation n’est en cours.
handover-out-text = Pour partir : prenez le fichier de la carte de l’organisation qui suit. Ses parts sont les mêmes ; aucun registre n’a rien à faire.
handover-in-text = Pour prendre une place : donnez votre carte à l’organisation qui part, puis prenez son fichier de passation.
handover-to = Passation à { $name }
handover-from = Passation de { $name }
handover-epochs = Lots passés
handover-renewed = Renouvelés par leurs registres : { $renewed } sur { $epochs }. Tant que tous ne le sont pas, l’organisation partie pourrait encore être contrainte.
handover-save = Enregistrer le fichier de passation
handover-arrived = Arrivés : { $taken } sur { $epochs }
handover-next-roster = Donnez la liste signée aux autres gardiennes. Quand assez ont signé, échangez avec le dépôt.
handover-next-seal = La nouvelle liste est en vigueur. Comparez les six mots de vive voix avec l’organisation suivante, puis scellez les parts.
handover-next-receipt = Les parts scellées vont au dépôt avec le prochain échange ; le fichier sert si l’organisation suivante n’a pas de connexion. Le reçu revient par le même chemin.
handover-next-take = Échangez avec le dépôt, ou prenez le fichier de passation de l’organisation qui part.
handover-destroy-text = Les parts, les lettres et la clé des parts sont détruites sur cet appareil pour toujours. Détruisez ensuite la feuille de papier.
handover-destroy = Détruire nos parts et notre clé
handover-destroyed = Détruit. Détruisez maintenant les deux copies du papier.

## Parts et exercices
shares-title = Parts gardées ici
shares-text = Une part seule n’ouvre rien. Chaque lot est vérifié à son arrivée, et un reçu dit s’il peut servir.
receipts-title = Lots et reçus
receipts-none = Pas encore de lots
receipts-none-text = Les lots de parts arrivent avec un échange.
receipts-kept = Lots gardés : { $count }, parts dedans : { $shares }
receipts-refused = Lots refusés et pas encore remplacés : { $count }. Leurs registres le savent et distribuent de nouveau.
bundle-refused = refusé
bundle-line = Lot { $number }, compartiments : { $count }
register-word = Registre
drills-title = Exercices
drills-text = Tous les trois mois, un registre inventé est ouvert du début à la fin, pour voir que chacun sait le faire.
drill-never = Aucun exercice n’a encore été mené
drill-last = Dernier exercice : { $when }
drill-due = Prochain : { $when }

## Exigences et déclarations
demands-title = Exigences d’autorités
demands-text = Notez toute exigence d’une autorité de voir ou d’ouvrir des données. Seuls des nombres sont publiés.
demands-recorded = Notées ici
demands-none = Aucune exigence notée
demands-none-text = Puisse cela durer. Si l’une arrive : notez-la le jour même et appelez les autres gardiennes.
demand-new = Noter une exigence
demand-change = Changer
demand-authority = Genre d’autorité
demand-date = Reçue le
demand-asked = Qu’a-t-elle demandé ?
demand-outcome = Qu’en est-il résulté ?
demand-note = Notes pour votre organisation
demand-note-hint = Gardées scellées ici, jamais publiées. Ne nommez pas de personnes d’un registre.
demand-saved = Noté
demand-counted = comptée en public
demand-not-counted = pas encore comptée en public
counts-title = Nombres en public
counts-never = Jamais publiés.
counts-last = Publiés la dernière fois : { $when }
counts-unpublished = Exigences notées ou changées depuis : { $count }
counts-publish = Publier les nombres
demands-published = Les nombres sont publiés
statements-title = Déclarations
statements-none = Pas encore de déclaration.
statement-new = Faire une déclaration
statement-counts = Exigences : { $total }. Ouvertes : { $received }, refusées : { $refused }, portées plus haut : { $escalated }, rien de plus ne peut être dit : { $gagged }, quelque chose a été donné : { $complied }.
statement-only-true = Ne signez que ce qui est vrai aujourd’hui. Si vous ne pouvez pas le dire, laissez passer la date : une date manquée est montrée à tous.
statement-language = Langue du texte
statement-text = Texte
statement-written = Écrit en : { $languages }
statement-next = Prochaine déclaration dans
statement-next-by = Promise avant le { $when }. Tous voient quand cette date est manquée.
statement-none = Nous n’avons reçu aucune exigence depuis la fondation
statement-none-hint = Refusé si une exigence a été notée. Ne cochez que si c’est vrai.
statement-publish = Signer et publier
statement-saved = La déclaration est signée
statement-overdue = en retard
statement-due = Votre prochaine déclaration est promise avant le { $when }.
statement-was-due = Votre déclaration était promise avant le { $when }.
statement-line = Déclaration { $number } du { $when }, la suivante promise avant le { $next }

## Journal
log-title = Journal public
log-text = Chaque demande, décision et remise figure dans un journal que personne ne peut changer sans que cela se voie. Votre organisation en garde une copie complète et en répond.
log-none = Rien n’est encore copié
log-none-text = Le journal est copié avec le premier échange.
alarms-title = Alarme
alarms-text = Le journal a montré ce qu’il ne doit pas. Rien n’a été changé ni effacé ici. Prévenez les autres gardiennes avant d’échanger de nouveau.
alarms-none = Aucune alarme. Tout ce qui a été montré s’accorde.
mirror-title = Votre copie
log-size = Entrées
log-checkpoint = Dernier état confirmé
log-cosigned = Entrées dont vous répondez
log-cosigned-none = pas encore
log-origin = Nom du journal
log-root = Empreinte
log-check = Vérifier toute la copie de nouveau
log-checked = Tout s’accorde. Entrées : { $count }.
verify-title = Vérifier sans se fier à personne
verify-text = Chacun peut vérifier le journal de l’extérieur : par internet, dans un dossier ou sur une clé USB. Dans un terminal :
entries-title = Entrées les plus récentes
