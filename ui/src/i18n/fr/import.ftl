## Import
import-title = Apporter une feuille
import-choose-title = Votre feuille, telle quelle
import-choose-text = Excel, OpenDocument, CSV, Kobo, vCard ou PFIF. Titres, cellules fusionnées et plusieurs feuilles conviennent. Rien n’est écrit avant que vous l’ayez vu.
import-choose = Choisir un fichier
import-rows = { $count ->
    [1] Une ligne jusqu’ici
   *[other] { $count } lignes jusqu’ici
}
import-drop = Ou déposez-le ici. Jusqu’à 64 Mo.
import-sample = Essayer l’exemple
import-sample-text = Une feuille en désordre avec des personnes inventées.
import-check-title = Est-ce correct ?
import-confirm = { $count ->
    [1] Apporter une personne
   *[other] Apporter { $count } personnes
}
import-drop-preview = Ne pas l’apporter
import-running-text = Vous pouvez regarder d’autres écrans pendant ce temps.
import-done = Maintenant dans le registre : { $persons ->
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
preview-sum = Seraient ajoutés : { $persons ->
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
problems-title = Cellules à regarder : { $count }
problems-none = Chaque cellule a pu être lue.
problems-text = Elles sont gardées telles quelles. Vous pouvez apporter la feuille et régler cela plus tard.
problems-first = Les { $shown } premières sur { $count } sont montrées.
problem-ambiguous_date = Le jour ou le mois d’abord ?
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
problem-name_split_guessed = Quelle partie est le nom de famille ?
problem-phone_unreadable = Ce téléphone n’a pas pu être lu
problem-phone_digits_lost = Le tableur a perdu des chiffres de ce téléphone
problem-phone_masked = Des chiffres de ce téléphone sont masqués
problem-phone_too_short = Il manque des chiffres à ce téléphone
problem-phone_too_long = Ce téléphone a trop de chiffres
problem-phone_ambiguous = Ce téléphone peut être de deux pays
problem-phone_leftover = Cette cellule contient autre chose que des téléphones
problem-phones_not_lined_up = Quel téléphone est à quel contact ?
problem-email_unreadable = Cette adresse e-mail n’a pas pu être lue
problem-consent_refused = A dit non et reste en dehors
problem-unknown_relation = Ce lien n’est pas connu
problem-barangay_unknown = Ce barangay n’a pas été trouvé
problem-barangay_missing = Aucun barangay n’est indiqué
problem-destination_guessed = Le pays a-t-il été bien deviné ?
problem-destination_unknown = Cette destination n’est pas connue
problem-destination_leftover = Une partie de cette destination n’a pas été comprise
problem-two_countries = Deux pays dans une cellule : lequel est-ce ?
problem-said_returned = Il est écrit que cette personne est rentrée. Est-ce vrai ?
problem-said_died = Il est écrit que cette personne est décédée. Est-ce vrai ?
problem-age_not_exact = Cet âge n’est pas exact
problem-differs = Différent du registre
problem-phone_owner_unclear = À qui est ce téléphone ?
problem-no_such_submission = Appartient à un formulaire absent
sample-title = Tels qu’ils seraient écrits
sheets-title = Feuilles et colonnes
sheets-text = Changez ce qui a été mal compris. Le total ci-dessus est recalculé.
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
step-understanding = Interprétation des lignes
step-matching = Recherche des personnes déjà là
step-saving = Enregistrement
step-sending = Envoi
step-receiving = Réception
