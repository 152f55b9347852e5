## What people decide and may ask for
rights-title = Leurs droits
rights-text = Demandez à quoi ils consentent. Qui demande à être effacé est effacé.
rights-consent = À quoi ils consentent
rights-erase = Effacer pour toujours

## Asking for consent
consent-page-title = À quoi consentent-ils ?
consent-how-to-ask = Lisez chaque question à voix haute, dans leur langue. Un « non » ne nuit à personne et peut changer à tout moment. Ce qui n’est pas demandé reste ouvert.
ask-purpose-hold = Pouvons-nous garder cette fiche, pour joindre la famille en cas de crise ?
ask-purpose-buffer = Une copie fermée peut-elle rester au dépôt des organisations, pour que rien ne se perde si cet appareil casse ?
ask-purpose-emergency = En cas d’urgence, plusieurs organisations ensemble peuvent-elles ouvrir la carte, pour qu’une cellule de crise trouve la famille ?
ask-purpose-desk = Pouvons-nous transmettre la carte à un bureau nommé, si de l’aide est demandée ?
ask-purpose-statistics = Cette personne peut-elle être comptée dans les chiffres, sans nom ?
if-no-hold = Si non : la fiche est effacée de ce registre.
if-no-buffer = Si non : la fiche reste seulement sur les appareils qui l’ont déjà. S’ils sont perdus, la fiche est perdue.
if-no-emergency = Si non : seuls les appareils de ce registre peuvent lire la carte. Le village appelle quand même la famille.
if-no-desk = Si non : personne au-dehors n’apprend le nom par un appel.
if-no-statistics = Si non : la personne n’est pas comptée.
consent-answer-yes = Oui
consent-answer-no = Non
consent-not-asked = Pas encore demandé
consent-said-yes = Oui, le { $when } : { $by }, { $how }
consent-said-no = Non, le { $when } : { $by }, { $how }
consent-themselves = la personne
consent-disputed = Deux responsables ont noté des réponses différentes. Tant qu’on n’a pas redemandé, le « non » compte.
consent-hold-no = Qui ne veut pas être gardé est effacé. Notez la réponse, puis :
consent-way = Comment ont-ils répondu ?
consent-keep-paper = Gardez sous clé la feuille avec la signature ou l’empreinte, ou rendez-la à la famille.
consent-by = Qui a répondu
consent-by-hint = Laissez vide si c’était la personne. Sinon le nom, par exemple de la mère.
consent-save = Noter les réponses
consent-nothing-yet = Choisissez d’abord une réponse ci-dessus.
consent-kept = Les réponses sont notées
consent-history = Réponses précédentes
consent-written = Noté le { $when } par { $by }
consent-waits = Cela prend effet au prochain échange, puis avec de nouvelles clés.
reach-open = En cas d’urgence, plusieurs organisations ensemble peuvent ouvrir cette carte.
reach-withheld = Seuls les appareils de ce registre peuvent lire cette carte. Aucune organisation ne peut l’ouvrir.
reach-here = Rien de cette fiche n’est au dépôt. Elle est seulement sur les appareils qui l’ont déjà.

## Erasing somebody
erase-title = Effacer pour toujours
erase-goes = Ce qui est effacé
erase-values = { $count ->
    [1] un champ rempli
   *[other] { $count } champs remplis
}
erase-contacts = { $count ->
    [0] aucun contact de la famille
    [1] un contact de la famille
   *[other] { $count } contacts de la famille
}
erase-attempts = { $count ->
    [0] aucun appel
    [1] un appel et son résultat
   *[other] { $count } appels et leur résultat
}
erase-changes = { $count ->
    [0] pas d’historique
    [1] l’historique : un changement
   *[other] l’historique : { $count } changements
}
erase-devices = { $count ->
    [1] de même sur l’autre appareil, à son prochain échange
   *[other] de même sur { $count } autres appareils, à leur prochain échange
}
erase-buffer = les copies fermées au dépôt, à votre prochain échange ; le registre reçoit ensuite de nouvelles clés
erase-stays = Ce que cela n’atteint pas
erase-paper = Feuilles imprimées, fichiers exportés, photos et notes. À vous de les trouver et de les détruire.
erase-sheet = La feuille « { $file } » d’où vient la fiche.
erase-desk = Ce qu’un bureau a déjà reçu.
erase-mark = Une marque sans nom reste, pour que les autres appareils effacent aussi.
erase-for-good = Cela ne peut pas être annulé.
erase-after = Après avoir appuyé, vous avez dix secondes pour arrêter.
erase-name = Effacer « { $name } »
erase-pause = { $count ->
    [1] La fiche est effacée dans une seconde.
   *[other] La fiche est effacée dans { $count } secondes.
}
erase-doing = Effacement…
erase-stop = Arrêter, ne rien effacer
erase-stopped = Arrêté. Rien n’a été effacé.
erase-done = Effacé
erase-exchange = Faites un échange bientôt : les autres appareils et le dépôt effacent alors aussi.
bad-input-how = Choisissez comment ils ont répondu.
bad-input-by = Ce nom est trop long.
bad-input-answers = Choisissez d’abord une réponse.
bad-input-purpose = Cette question n’existe pas.
