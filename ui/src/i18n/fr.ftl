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

## Outside of the program
outside-title = Ouvrez le programme Ugnay
outside-text = Cette page est l’intérieur du programme Ugnay. Seule, elle ne peut rien enregistrer, donc elle ne montre rien.

## Start, create, unlock
start-title = Savoir qui appeler quand il le faut
start-text = Ugnay garde votre liste des personnes qui travaillent à l’étranger et de leurs familles. Elle est scellée sur cet appareil et ne s’ouvre qu’autant qu’une urgence l’exige.
choose-title = Quel registre ?
create-start = Créer un registre
demo-start = Regarder avec des personnes inventées
demo-explain = La démo crée un registre de personnes qui n’existent pas. Vous pouvez tout y essayer.
promise-sealed = Scellé par votre phrase secrète. Sans elle, personne ne peut lire la liste.
promise-offline = Fonctionne sans internet, des mois s’il le faut.
promise-undo = Ce que vous faites peut être annulé.
other-register = Un autre registre, ou un nouveau
passphrase = Phrase secrète
unlock = Ouvrir
unlocking = Ouverture…
create-title = Créer un registre
create-place = Quel barangay ou quelle municipalité ?
create-place-hint = Tapez les premières lettres et choisissez dans la liste.
create-label = Nom sur l’écran d’ouverture
create-label-hint = Peut rester vide. D’autres peuvent le voir : un lieu, pas une personne.
create-officer = Votre nom
create-officer-hint = Peut rester vide. Gardé scellé ; il montre qui a confirmé une fiche.
create-passphrase-hint = Au moins 12 caractères. Cinq mots sans rapport sont faciles à retenir et difficiles à deviner.
suggest = En proposer une
strength-too-short = Trop courte
strength-weak = Facile à deviner
strength-fair = Bonne
strength-strong = Très bonne
passphrase-again = Encore la phrase secrète
passphrase-mismatch = Les deux phrases ne sont pas les mêmes.
passphrase-warning = Notez la phrase secrète et gardez-la en lieu sûr. Personne ne peut la retrouver pour vous.
create-submit = Créer le registre
creating = Création…
place-hits = { $count ->
    [0] Aucun lieu
    [1] Un lieu
   *[other] { $count } lieux
}
place-chosen = Choisi : { $place }
place-none = Aucun lieu de ce nom. Essayez moins de lettres.
place-word = Lieu
level-barangay = barangay
level-municipality = municipalité
level-city = ville
level-province = province
level-region = région
level-area = zone

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
demo-passphrase = Ce registre de démonstration se ferme comme un vrai. Sa phrase secrète :
destinations-title = Où sont les nôtres
destination = Destination
people-word = Personnes
share = Part
country-at-sea = En mer
country-unknown = Inconnu
country-usual = Destinations habituelles
country-others = Autres pays

## People
people-list = Liste des personnes
person-pane = Personne
people-search = Nom, surnom, téléphone, lieu…
people-found = { $count ->
    [0] Personne
    [1] Une personne
   *[other] { $count } personnes
}
people-none = Personne de trouvé
people-none-text = Essayez moins de lettres, une autre orthographe ou le nom d’un proche.
nobody-chosen = Choisissez quelqu’un dans la liste
nobody-chosen-text = Tapez / pour chercher. Les flèches parcourent la liste, Entrée ouvre.
filters = Filtres
filters-on = Filtres ({ $count })
filters-clear = Enlever les filtres
filter-anywhere = Partout
filter-stale = Seulement sans confirmation depuis six mois
barangay = Barangay
row-conflict = deux réponses
row-no-contact = aucun contact familial
row-never = jamais confirmée
row-confirmed = confirmée { $when }
why-surname = nom de famille
why-given = prénom
why-middle = nom de la mère
why-nickname = surnom
why-contact = contact familial
why-phone = téléphone
why-place = lieu
why-employer = employeur
why-sounds_like = son proche

## A person
person-gone = Cette personne n’est pas dans le registre
person-gone-text = La fiche a été retirée ou appartient à un autre registre.
nickname-is = dite { $name }
contacts-title = Qui appeler, dans cet ordre
contacts-none = Pas encore de contact familial. En cas de crise, personne à qui demander.
contact-add = Ajouter un contact
contact-no-phone = Pas encore de numéro
contact-nameless = Nom inconnu
knows-where = Sait où elle est
best-hours = Meilleures heures : { $hours }
call = Appeler
message = Message
call-name = Appeler { $name }, { $number }
message-name = Message à { $name }, { $number }
phone-unread = Ne peut pas être composé tel quel
work-title = À l’étranger
about-title = Chez elle et sur la personne
year-departed = Partie en
consent-title = Accord et origine
consent-none = Aucun accord noté.
consent-given = Oui : { $purpose }
consent-refused = Non : { $purpose }
consent-how = { $how }, { $by }, { $when }
source-sheet = De { $file }, feuille { $sheet }, ligne { $row }
purpose-hold = garder dans ce registre
purpose-buffer = garder scellé au tampon
purpose-emergency = ouvrir la fiche en cas d’urgence
purpose-desk = partager avec un bureau nommé
purpose-statistics = compter dans les statistiques
how-spoken = dit
how-signed = signé
how-thumb_mark = empreinte du pouce
how-sheet = sur la feuille
confirm-title = Est-ce toujours juste ?
confirm-last = Confirmé le { $when } par { $by }, selon { $from }.
confirm-never = Personne ne l’a encore confirmé.
confirm-who = Touchez qui vous l’a dit :
confirm-themselves = La personne même
confirmed-toast = { $name } : confirmé
removed-toast = { $name } : retiré
conflict-title = Deux responsables ont écrit des choses différentes
conflict-line = { $field } : aussi { $others }
conflict-settle = Régler
history-title = Historique
history-none = Rien n’a encore changé.
source-typed = saisi
source-import = d’une feuille
source-sync = d’un autre appareil
source-merge = d’une réunion de fiches
source-undo = annulé
source-erase = effacé
source-attempt = d’un appel
sex-F = Femme
sex-M = Homme
sex-X = Autre
birth-age = environ { $age } ans en { $year }

## Fields
field-surname = Nom de famille
field-given = Prénom
field-middle = Nom de la mère
field-suffix = Suffixe (Jr., III)
field-nickname = Surnom
field-birth = Naissance
field-sex = Sexe
field-barangay = Barangay d’origine
field-purok = Purok ou sitio
field-country = Pays
field-place = Ville ou région
field-vessel = Navire ou compagnie
field-occupation = Travail
field-employer = Employeur ou foyer
field-worksite = Lieu de travail ou navire
field-phones = Ses téléphones
field-emails = Courriel
field-handles = Messenger, Facebook
field-language = Langue
field-emergency_note = Note pour les urgences
field-contacts = Contacts familiaux
field-removed = Retiré du registre
field-confirmed = Confirmé
field-civil_status = État civil
field-remarks = Remarques
field-full_name = Nom complet
field-birth_date = Date de naissance
field-age = Âge
field-address = Adresse
field-destination = Pays ou destination
field-destination_place = Ville à l’étranger
field-destination_employer = Pays et employeur
field-sea_based = Travaille en mer
field-phone = Son téléphone
field-phone_both = Téléphones des deux
field-email = Courriel
field-handle = Messenger, Facebook
field-year_departed = Année de départ
field-agency = Agence
field-consent = Accord
field-row_number = Numéro d’ordre
field-record_id = Numéro de fiche
field-form_index = Numéro de formulaire
field-parent_index = Numéro du formulaire parent
field-ignore = Laissé de côté
field-not_collected = Pas recueilli, pour protéger les personnes
field-returned = Retour
field-attempt = Résultat d’appel
field-note = Note
field-provenance = Origine
field-not_same = Pas la même personne
field-unknown = Élément d’une version plus récente
field-of-contact = { $field } (contact { $number })
field-contact-name = Contact familial
field-contact-relation = Lien
field-contact-phones = Téléphone de la famille
field-contact-name_relation = Contact et lien
field-contact-name_phone = Contact et téléphone
field-contact-handle = Messenger de la famille
field-contact-language = Langue de la famille
field-contact-place = Où habite le contact
field-contact-hours = Meilleures heures pour appeler
field-contact-knows_where = Le contact sait où elle se trouve
field-contact-removed = Contact retiré

## Adding and editing
add-person = Ajouter une personne
edit-title = Modifier
minute-title = La première minute
where-to = Où va-t-elle ?
contact-first = Contact familial
contact-name = Nom du contact
contact-relation = Qui est-ce pour elle ?
contact-more = Plus sur ce contact
contact-hours = Meilleures heures pour appeler
contact-lives = Où il habite
contact-handle = Messenger, Facebook
contact-remove = Retirer ce contact
contact-add-another = Ajouter un autre contact
contact-place = À appeler en numéro { $place }
contact-moved = { $name } est maintenant numéro { $place }
earlier = Avant
later-order = Après
phone = Téléphone
phone-add = Ajouter un téléphone
phone-add-another = Un autre téléphone
phone-remove = Retirer ce téléphone
phone-dialled = Sera composé { $number }
phone-warning-phone_unreadable = Cela ne ressemble pas à un numéro. Il est gardé tel quel.
phone-warning-phone_too_short = Trop court ? Il est gardé tel quel.
phone-warning-phone_too_long = Trop long ? Il est gardé tel quel.
phone-warning-phone_digits_lost = Des chiffres ont été perdus. Il est gardé tel quel.
phone-warning-phone_masked = Des chiffres sont masqués. Il est gardé tel quel.
phone-warning-phone_ambiguous = Quel pays ? Commencez par + et l’indicatif du pays.
phone-warning-phone_leftover = Tout cela n’est pas un numéro. Il est gardé tel quel.
part-home = Chez elle
part-work = Travail à l’étranger
part-person = Sur la personne
birth-by-date = Date ou année
birth-by-age = Seulement l’âge
year = Année
month = Mois
day = Jour
age-now = Âge actuel
emergency-hint = Ouvert seulement en cas d’urgence : remèdes, papiers, danger.
draft-resumed = Vous aviez commencé à écrire ici. Tout y est encore.
draft-drop = Repartir de ce qui est enregistré
alike-title = Déjà dans le registre ?
alike-decide = Ouvrez la fiche pour vérifier. Si c’est une autre personne, enregistrez.
save-anyway = Enregistrer comme une autre personne
saved-toast = { $name } : enregistré
nothing-changed = Rien n’avait changé
relation-spouse = époux ou épouse
relation-partner = compagnon ou compagne
relation-mother = mère
relation-father = père
relation-child = fils ou fille
relation-sibling = frère ou sœur
relation-grandparent = grand-parent
relation-grandchild = petit-enfant
relation-aunt_uncle = tante ou oncle
relation-cousin = cousin ou cousine
relation-niece_nephew = nièce ou neveu
relation-parent_in_law = beau-parent
relation-child_in_law = gendre ou belle-fille
relation-sibling_in_law = beau-frère ou belle-sœur
relation-godparent = parrain ou marraine
relation-guardian = tuteur
relation-neighbour = voisin ou voisine
relation-friend = ami ou amie
relation-employer = employeur
relation-other = autre
relation-self = la personne même
speech-fil = Filipino, tagalog
speech-ceb = Cebuano
speech-ilo = Ilocano
speech-hil = Hiligaïnon
speech-bik = Bikol
speech-war = Waray
speech-pam = Kapampangan
speech-pag = Pangasinan
speech-en = Anglais
speech-ar = Arabe
speech-zh = Chinois
speech-es = Espagnol
speech-it = Italien

## Import
import-title = Apporter une feuille
import-choose-title = Votre feuille, telle quelle
import-choose-text = Excel, OpenDocument, CSV, Kobo, vCard ou PFIF. Titres, cellules fusionnées et plusieurs feuilles conviennent. Rien n’est écrit avant que vous l’ayez vu.
import-choose = Choisir un fichier
import-reading = Lecture…
import-drop = Ou déposez-le ici. Jusqu’à 64 Mo.
import-sample = Essayer l’exemple
import-sample-text = Une feuille en désordre avec des personnes inventées.
import-check-title = Est-ce juste ?
import-confirm = { $count ->
    [1] Apporter une personne
   *[other] Apporter { $count } personnes
}
import-drop-preview = Ne pas l’apporter
import-running-text = Vous pouvez regarder d’autres écrans pendant ce temps.
import-done = Maintenant dans le registre : { $persons ->
    [1] une personne
   *[other] { $persons } personnes
} et { $contacts ->
    [1] un contact familial
   *[other] { $contacts } contacts familiaux
}.
import-duplicates = { $count ->
    [1] Une personne y est peut-être deux fois.
   *[other] { $count } personnes y sont peut-être deux fois.
} Regardez quand vous aurez le temps.
import-undo = Annuler l’import
import-undo-of = Annuler l’import de { $file }, { $when }
import-undone = { $count ->
    [1] Une personne a été retirée.
   *[other] { $count } personnes ont été retirées.
}
imports-title = Imports précédents
import-persons = { $count ->
    [1] une personne
   *[other] { $count } personnes
}
see-people = Voir les personnes
preview-sum = Seraient ajoutés : { $persons ->
    [1] une personne
   *[other] { $persons } personnes
} et { $contacts ->
    [1] un contact familial
   *[other] { $contacts } contacts familiaux
}.
preview-already = { $count ->
    [1] Une personne y est déjà et n’est pas ajoutée deux fois.
   *[other] { $count } personnes y sont déjà et ne sont pas ajoutées deux fois.
}
preview-refused = { $count ->
    [1] Une personne a dit non et reste dehors.
   *[other] { $count } personnes ont dit non et restent dehors.
}
preview-undoable = Tout l’import peut être annulé plus tard.
preview-nothing = Personne ne serait ajouté. Vérifiez plus bas quelle feuille et quelles colonnes sont prises.
problems-title = Cellules à regarder : { $count }
problems-none = Chaque cellule a pu être lue.
problems-text = Elles sont gardées telles quelles. Vous pouvez apporter la feuille et régler cela plus tard.
problems-first = Les { $shown } premières sur { $count } sont montrées.
problem-ambiguous_date = Le jour ou le mois d’abord ?
problem-impossible_date = Ce jour n’existe pas
problem-unreadable_date = Cette date n’a pas pu être lue
problem-date_in_future = Cette date est dans l’avenir
problem-date_out_of_range = Cette date est trop ancienne
problem-age_in_birth_column = Un âge, pas une date de naissance
problem-unreadable_age = Cet âge n’a pas pu être lu
problem-age_does_not_fit = L’âge et la date de naissance ne concordent pas
problem-unreadable_year = Cette année n’a pas pu être lue
problem-unreadable_choice = Cette réponse n’a pas pu être lue
problem-name_incomplete = Il manque une partie du nom
problem-name_split_guessed = Quelle partie est le nom de famille ?
problem-phone_unreadable = Ce téléphone n’a pas pu être lu
problem-phone_digits_lost = Le tableur a perdu des chiffres de ce téléphone
problem-phone_masked = Des chiffres de ce téléphone sont masqués
problem-phone_too_short = Il manque des chiffres à ce téléphone
problem-phone_too_long = Ce téléphone a trop de chiffres
problem-phone_ambiguous = Ce téléphone peut être de deux pays
problem-phone_leftover = Cette case contient autre chose que des téléphones
problem-phones_not_lined_up = Quel téléphone est à quel contact ?
problem-email_unreadable = Cette adresse e-mail n’a pas pu être lue
problem-consent_refused = A dit non et reste en dehors
problem-unknown_relation = Ce lien n’est pas connu
problem-barangay_unknown = Ce barangay n’a pas été trouvé
problem-barangay_missing = Aucun barangay n’est indiqué
problem-destination_guessed = Le pays a-t-il été bien deviné ?
problem-destination_unknown = Cette destination n’est pas connue
problem-destination_leftover = Une partie de cette destination n’a pas été comprise
problem-phone_owner_unclear = À qui est ce téléphone ?
problem-no_such_submission = Appartient à un formulaire absent
sample-title = Tels qu’ils seraient écrits
sheets-title = Feuilles et colonnes
sheets-text = Changez ce qui a été mal compris. La somme plus haut suit.
sheet-rows = { $count ->
    [1] une ligne avec une personne
   *[other] { $count } lignes avec des personnes
}
columns-title = { $count ->
    [1] Une colonne
   *[other] { $count } colonnes
}
column-is = La colonne { $column }, { $header }, est
column-nameless = Sans titre
column-ignored = Laissée de côté
left-out-hidden = Cachée dans le classeur. Cochez-la si ces personnes en font partie.
left-out-left_out = Vous l’avez laissée de côté.
left-out-no_header = Aucun titre trouvé, donc les colonnes sont inconnues.
left-out-empty = Vide.
step-reading = Lecture de la feuille
step-matching = Recherche des personnes déjà là
step-saving = Enregistrement
step-sending = Envoi
step-receiving = Réception

## Safety of the register
sync-title = Le registre est-il en sûreté ?
ladder-title = De cet appareil à une urgence
rung-saved = Enregistré ici
rung-sent = Envoyé
rung-kept = Gardé par le tampon
rung-releasable = Peut être ouvert en cas d’urgence
rung-state-proven = prouvé
rung-state-partly = en partie
rung-state-not-yet = pas encore
rung-saved-figure = { $count ->
    [1] Une personne, scellée sur cet appareil.
   *[other] { $count } personnes, scellées sur cet appareil.
}
rung-sent-figure = { $count ->
    [0] Rien n’attend d’être envoyé.
    [1] Un changement attend d’être envoyé.
   *[other] { $count } changements attendent d’être envoyés.
}
rung-kept-figure = { $count ->
    [0] Le tampon n’a encore rien confirmé.
    [1] Le tampon a confirmé une fiche. Il ne peut pas la lire.
   *[other] Le tampon a confirmé { $count } fiches. Il ne peut pas les lire.
}
rung-releasable-none = Aucun dépositaire n’a encore confirmé.
rung-releasable-figure = { $j } dépositaires sur { $n } ont confirmé pouvoir aider. Il en faut { $k }.
only-device = À un ordinateur de tout perdre
only-device-text = Seul cet appareil peut lire les notes et l’historique. Rejoignez une fédération ou ajoutez un deuxième appareil.
buffer = Tampon
sync-never = Jamais échangé.
sync-last = Dernier échange : { $when }
sync-last-try = Dernier essai : { $when }
sync-devices = { $count ->
    [1] Un appareil de ce registre est connu.
   *[other] { $count } appareils de ce registre sont connus.
}
sync-nothing-lost = Rien n’est perdu. Tout est enregistré ici et part au prochain essai.
sync-now = Échanger maintenant
sync-done = Fini. Envoyé : { $pushed }. Reçu : { $pulled }.
sync-conflicts = { $count ->
    [1] À un endroit, deux responsables ont écrit des choses différentes. Les deux sont gardées.
   *[other] À { $count } endroits, deux responsables ont écrit des choses différentes. Tout est gardé.
}
join-title = Rejoindre une fédération
join-text = Votre fédération vous donne une adresse et douze mots, sur papier ou en personne. Jamais par message.
join-buffer = Adresse du tampon
join-words = Les douze mots
join-count = { $count } mots sur 12
join-compare-title = Sont-ce les six mêmes mots ?
join-compare-text = Demandez à l’organisation qui vous invite de lire ses six mots à voix haute, au téléphone ou en personne. Ne rejoignez que si les six sont les mêmes.
join-same = Ce sont les mêmes, rejoindre
join-differ = Ils diffèrent, arrêter
join-stopped = Rien n’a été rejoint. Dites à votre fédération que les mots diffèrent.
join = Rejoindre

## Calls
campaigns-title = Appels
campaigns-none = Personne à appeler pour l’instant
campaigns-none-text = Quand une crise est déclarée, les personnes de votre registre qui sont là-bas apparaissent ici.
campaign-line = { $hazard }, niveau d’alerte { $level }, depuis le { $when }
campaign-since = { $hazard }, depuis le { $when }
campaign-progress = Appels faits
campaign-done = { $done } personnes sur { $total } ont une réponse
campaign-unreported = { $count ->
    [1] Un résultat pas encore transmis
   *[other] { $count } résultats pas encore transmis
}
campaign-call = Appeler
campaign-look = Voir la liste
drill = EXERCICE
drill-name = Exercice : { $country }
drill-title = Commencer un exercice
drill-text = Entraînez-vous aux appels d’un pays. Seulement sur cet appareil ; personne n’est en danger et rien n’est transmis.
drill-start = Commencer l’exercice
drill-nobody = Personne dans le registre n’a encore de destination.
drill-nobody-in-danger = EXERCICE, personne n’est en danger
hazard-conflict = Conflit
hazard-disaster = Catastrophe
hazard-health = Danger pour la santé
hazard-economic = Perte d’emploi
hazard-accident = Accident
hazard-drill = Entraînement
call-list-empty = Personne de ce registre n’est là-bas
call-list-empty-text = Personne à appeler pour cette crise.
script-title = Quoi dire
script-greeting = Bonjour. J’appelle du barangay au sujet de votre proche à l’étranger.
script-who = À qui ai-je l’honneur ? Quel est votre lien avec cette personne ?
script-drill = Ceci est un exercice. Personne n’est en danger.
question-safe = Quand avez-vous eu de ses nouvelles, et allait-elle bien ?
question-needs = A-t-elle besoin de quelque chose ? Son numéro ou son lieu a-t-il changé ?
script-thanks = Merci. Nous rappellerons s’il y a des nouvelles.
tasks-title = Ordre d’appel
whom-to-call = Qui appeler
no-number = Aucun numéro à appeler
number-bad = Faux ou éteint la dernière fois
answered = Quelqu’un a répondu
not-answered = Personne n’a répondu
outcome-safe = Jointe, en sécurité
outcome-needs-help = A besoin d’aide
outcome-no-news = Sans nouvelles
outcome-declines = Ne veut pas de contact
outcome-no-answer = Pas de réponse
outcome-call-back = Rappeler plus tard
outcome-wrong-number = Faux numéro
outcome-number-off = Numéro éteint
outcome-left-message = Message laissé
outcome-visited = Visitée, en sécurité
outcome-toast = { $name } : { $outcome }
needs-title = De quoi a-t-elle besoin ?
needs-save = Enregistrer : besoin d’aide
need-medical = Médecin ou remèdes
need-shelter = Abri
need-food = Nourriture ou eau
need-repatriation = Rentrer chez elle
need-legal = Aide juridique
need-wages = Salaire ou contrat
need-protection = Protection contre la violence
need-psychosocial = Quelqu’un à qui parler
consent-referral = La famille accepte que le bureau connaisse le nom
attempts = Jusqu’ici
counts = Décompte
count-todo = { $count } à appeler
count-call_back = { $count } à rappeler
count-safe = { $count } en sécurité
count-needs_help = { $count ->
    [1] une a besoin d’aide
   *[other] { $count } ont besoin d’aide
}
count-no_news = { $count } sans nouvelles
count-other = { $count } autres
state-todo = à appeler
state-call_back = à rappeler
state-safe = en sécurité
state-needs_help = besoin d’aide
state-no_news = sans nouvelles
state-other = autre
call-after = après le { $when }
result-reached = jointe
result-call_back = rappeler plus tard
result-busy = occupé
result-no_answer = pas de réponse
result-left_message = message laissé
result-wrong_number = faux numéro
result-number_off = numéro éteint
result-not_attempted = pas encore essayé
result-visited = visitée
safety-safe = en sécurité
safety-needs_help = a besoin d’aide
safety-no_news = sans nouvelles
safety-missing = disparue
safety-injured = blessée
safety-dead_reported = décès signalé
safety-declines_contact = ne veut pas de contact

## Settings
language = Langue
language-explain = Gardée jusqu’à la fermeture du programme.
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

## Errors: every code has its words
error-with-place = { $error } ({ $place })
error-locked = Le registre est fermé. Ouvrez-le, s’il vous plaît.
error-wrong_passphrase = Cette phrase secrète n’ouvre pas le registre.
error-weak_passphrase = Cette phrase secrète est facile à deviner. Allongez-la.
error-in_use = Une autre fenêtre a ouvert ce registre.
error-not_a_register = Il n’y a pas de registre ici.
error-already_there = Il y a déjà un registre ici.
error-damaged = Le fichier du registre est abîmé. Il a été mis de côté, pas effacé.
error-too_new = Ce registre a été écrit par une version plus récente d’Ugnay. Mettez à jour, s’il vous plaît.
error-disk = Le disque est plein ou ne peut pas être écrit.
error-not_found = Cela n’est plus là.
error-bad_input = Quelque chose dans le formulaire ne peut pas être accepté.
error-file_empty = Le fichier est vide.
error-file_too_large = Le fichier est trop grand. On peut lire jusqu’à 64 Mo.
error-file_not_a_sheet = Ce n’est pas une feuille lisible.
error-file_protected = Le fichier est protégé par un mot de passe.
error-file_damaged = Le fichier s’arrête trop tôt ou est abîmé.
error-cancelled = Arrêté. Rien n’a été écrit.
error-no_buffer = Aucune fédération n’a encore été rejointe.
error-buffer_unreachable = Le tampon ne répond pas.
error-buffer_slow = Le tampon a mis trop longtemps.
error-buffer_certificate = Le tampon n’a pas pu prouver qu’il est le bon.
error-buffer_nonsense = Le tampon a répondu quelque chose d’absurde.
error-buffer_refused = Le tampon a refusé.
error-buffer_alarm = Le tampon montre autre chose qu’avant. Rien n’a été changé ici.
error-cannot_undo = Cela ne peut plus être annulé : autre chose a changé depuis.
error-refused = Une vérification a refusé cette étape. Rien n’a été changé.
refused-waiting_for_ticket = Vous avez rejoint. La fédération n’a pas encore admis ce registre. Réessayez plus tard.
refused-fingerprint = Les six mots ne sont pas ceux de cette fédération. Rien n’a été rejoint.
refused-no_such_invitation = Cette invitation n’a pas été trouvée. Demandez-en une autre à votre fédération.
error-internal = Une faute dans le programme. Ce qui était enregistré est toujours là.
bad-input-place = Choisissez un lieu dans la liste.
bad-input-words = Vérifiez les douze mots.
bad-input-buffer = Vérifiez l’adresse.
bad-input-name_needed = Il faut un nom : le prénom ou le nom de famille.
bad-input-too_long = Un texte est trop long. Raccourcissez-le.
bad-input-too_many = Il y a trop d’entrées au même endroit.
bad-input-control_character = Un caractère ne peut pas être gardé. Retapez-le.
advice-damaged = N’effacez rien. Demandez de l’aide à votre fédération.
advice-disk = Faites de la place sur le disque, puis réessayez.
advice-in_use = Fermez l’autre fenêtre, puis réessayez.
advice-file_protected = Ouvrez-le dans votre tableur, enregistrez-le sans mot de passe et réessayez.
advice-file_not_a_sheet = Enregistrez-le en XLSX ou CSV dans votre tableur et réessayez.
advice-file_too_large = Enlevez les images de la feuille, ou enregistrez chaque barangay dans un fichier à part.
advice-buffer_unreachable = Continuez à travailler. Réessayez quand il y aura internet.
advice-buffer_alarm = Prévenez votre fédération avant d’échanger à nouveau.
advice-buffer_certificate = Vérifiez la date et l’heure de cet appareil. Si elles sont justes, demandez à votre fédération.
advice-internal = Fermez le registre et le programme, puis rouvrez-le.
