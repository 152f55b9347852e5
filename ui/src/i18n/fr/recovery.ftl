## The recovery sheet, coming back with it, and leaving before a journey
sheet-title = Feuille de récupération
sheet-short = 24 mots sur papier rendent ce registre, notes et historique compris, quand tous les appareils sont perdus.
sheet-go = Faire ou tester une feuille
sheet-why = Une feuille de récupération, ce sont 24 mots sur papier. Avec eux et le dépôt, tout revient sur un nouvel appareil : personnes, notes et historique.
sheet-how = Vous écrivez les mots à la main, les tapez de nouveau, et remettez le papier à votre fédération sous enveloppe fermée. Ugnay n’en garde pas de copie et n’imprime rien.
sheet-danger = Qui lit le papier peut lire ce registre. Ne le photographiez pas et ne le gardez pas près d’un appareil.
sheet-begin = Écrire une nouvelle feuille
sheet-test = Tester une feuille
sheet-write = Écrivez ces mots sur papier
sheet-write-text = Avec leurs numéros, lisiblement, dans cet ordre. Écrivez aussi les six mots et l’adresse ci-dessous.
sheet-six = Six mots à comparer
sheet-written = J’ai tout écrit
sheet-type = Tapez maintenant les mots de votre papier. Les quatre premières lettres suffisent. Alors seulement la feuille existe.
sheet-words = Les 24 mots
sheet-words-hint = { $count } mots sur 24
sheet-check = Vérifier les mots
sheet-again = Montrer encore les mots
sheet-wrong = Ces mots ne sont pas justes : { $words }. Comparez votre papier.
sheet-done = La feuille existe
sheet-done-text = Elle a été relue depuis le dépôt avec les mots que vous avez tapés. Mettez le papier sous enveloppe, fermez-la et remettez-la à votre fédération. Écrivez-y de quel registre il s’agit, rien de plus.
sheet-test-text = Tapez les mots d’une feuille faite plus tôt. Ugnay lit le dépôt avec eux et ne change rien.
sheet-tested = Cette feuille ouvre le registre.
sheet-used = La feuille de récupération a été utilisée le { $when } : « { $device } »
sheet-used-text = Si ce n’était aucun de vous, retirez aussitôt cet appareil et prévenez votre fédération.
sheet-used-here = Sur cet appareil. Les autres le voient aussi. Écrivez une nouvelle feuille et retirez les appareils perdus.
restore-start = Retrouver un registre avec sa feuille
restore-title = Retour avec la feuille de récupération
restore-text = Quand tous les appareils d’un registre sont perdus. Il faut la feuille et internet.
restore-found = Est-ce votre registre ?
restore-federation = Fédération
restore-written = Dernier écrit pour la feuille
restore-compare = Comparez les six mots avec ceux de la feuille. S’ils diffèrent, arrêtez.
restore-seen = Tous les autres appareils du registre voient pour toujours que la feuille a servi.
restore-take = Identiques : le retrouver
restore-stopped = Arrêté. Rien n’a été retrouvé.
leave-title = Avant un voyage
leave-short = Enlevez ce registre de cet appareil avant un voyage, et reprenez-le ensuite d’un collègue.
leave-text = La copie du registre sur cet appareil disparaît : sa clé, puis tout le reste. Ensuite Ugnay est comme au premier jour.
leave-back = Pour revenir, choisissez « Rejoindre un registre » et faites-vous montrer le code par l’appareil d’un collègue.
leave-honest = Ugnay écrase la clé. Certains disques gardent des traces ; sans la phrase secrète elles n’ouvrent rien. Si on vous demande, vous pouvez dire en vérité qu’il n’y a pas de registre sur cet appareil.
leave-last = Aucun autre appareil ni feuille ne peut lire ce registre
leave-last-text = Si cette copie disparaît, notes et historique sont perdus pour toujours. Ajoutez d’abord un appareil ou faites une feuille de récupération.
leave-others = { $count ->
    [1] Un autre lecteur a ce registre.
   *[other] { $count } autres lecteurs ont ce registre.
}
leave-unsent = { $count ->
    [1] Un changement n’est qu’ici et serait perdu.
   *[other] { $count } changements ne sont qu’ici et seraient perdus.
}
leave-exchange = Échanger d’abord
leave-sure = Oui, enlever le registre de cet appareil
leave-sure-lost = Je sais que quelque chose est perdu pour toujours
leave-go = L’enlever maintenant
bad-input-word = Le mot { $at } n’est pas dans la liste. Vérifiez son orthographe.
bad-input-checksum = Les mots ne vont pas ensemble. Vérifiez leur ordre et leur orthographe.
refused-no_letters = Aucun registre ne connaît ces mots à cette adresse.
refused-two_histories = Le dépôt a deux histoires différentes pour cette feuille. Rien n’a été retrouvé. Demandez à votre fédération.
refused-sheet_unknown = Cette feuille n’est pas de ce registre, ou elle a été retirée.
refused-sheet_not_read = Le dépôt n’a pas rendu ce qui a été écrit pour la feuille. La feuille n’existe pas encore. Réessayez.
refused-last_reader = Personne d’autre ne peut lire ce registre.
refused-unsent = Quelque chose n’a pas encore été envoyé.
