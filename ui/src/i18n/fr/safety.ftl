## Safety of the register
sync-title = Le registre est-il en sûreté ?
ladder-title = De cet appareil à une urgence
rung-saved = Enregistré ici
rung-sent = Envoyé
rung-kept = Gardé par le dépôt
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
    [0] Le dépôt n’a encore rien confirmé.
    [1] Le dépôt a confirmé une fiche. Il ne peut pas la lire.
   *[other] Le dépôt a confirmé { $count } fiches. Il ne peut pas les lire.
}
rung-releasable-none = Aucune organisation gardienne n’a encore confirmé.
rung-releasable-figure = { $j } organisations gardiennes sur { $n } ont confirmé pouvoir aider. Il en faut { $k }.
only-device = Si cet ordinateur est perdu, tout est perdu
only-device-text = Seul cet appareil peut lire les notes et l’historique. Rejoignez une fédération ou ajoutez un deuxième appareil.
buffer = Dépôt
sync-never = Jamais échangé.
sync-last = Dernier échange : { $when }
sync-last-try = Dernier essai : { $when }
sync-devices = { $count ->
    [1] Un appareil de ce registre est connu.
   *[other] { $count } appareils de ce registre sont connus.
}
sync-nothing-lost = Rien n’est perdu. Tout est enregistré ici et part au prochain essai.
sync-now = Échanger maintenant
sync-done = Fini. Envoyé : { $pushed }. Reçu : { $pulled }.
sync-conflicts = { $count ->
    [1] À un endroit, deux responsables ont écrit des choses différentes. Les deux sont gardées.
   *[other] À { $count } endroits, deux responsables ont écrit des choses différentes. Tout est gardé.
}
join-title = Rejoindre une fédération
join-text = Votre fédération vous donne une adresse et douze mots, sur papier ou en personne. Jamais par message.
join-buffer = Adresse du dépôt
join-words = Les douze mots
join-count = { $count } mots sur 12
join-compare-title = Sont-ce les six mêmes mots ?
join-compare-text = Demandez à l’organisation qui vous invite de lire ses six mots à voix haute, au téléphone ou en personne. Ne rejoignez que si les six sont les mêmes.
join-same = Ce sont les mêmes, rejoindre
join-differ = Ils diffèrent, arrêter
join-stopped = Rien n’a été rejoint. Dites à votre fédération que les mots diffèrent.
join = Rejoindre
log-proven = Le journal public du { $when } contient cet état du registre. Personne ne peut en montrer un plus ancien sans que cela se voie.
log-unproven = Pas encore prouvé dans le journal public depuis { $when }. Pendant quelques heures, c’est normal.
