## Contingency plans
plan-title = Plan d’urgence
plan-written = plan écrit
plan-text = { $count ->
    [1] Un des nôtres est là-bas. Écrivez en temps calme ce que vous ferez à chaque niveau d’alerte.
   *[other] { $count } des nôtres sont là-bas. Écrivez en temps calme ce que vous ferez à chaque niveau d’alerte.
}
plan-always = En tout temps
plan-always-do = Où les familles se retrouvent, qui appelle qui, qui vous remplace, où sont les papiers.
plan-level-1 = Niveau d’alerte 1 : précaution
plan-means-1 = Il y a des signes de troubles ou d’une menace extérieure.
plan-do-1 = Confirmez tous ceux qui y sont : numéro, lieu, employeur. Demandez aux familles de choisir une personne qui appelle. Vérifiez les numéros de l’annuaire.
plan-level-2 = Niveau d’alerte 2 : restriction
plan-means-2 = Il y a un danger réel pour la vie et les biens. Rester chez soi, éviter les foules, être prêt à partir.
plan-do-2 = Appelez chaque famille une fois. Demandez qui a ses papiers et qui ne peut quitter l’employeur. Notez qui a besoin d’aide d’abord.
plan-level-3 = Niveau d’alerte 3 : rapatriement volontaire
plan-means-3 = Il y a des violences dans une partie du pays. Le gouvernement ramène ceux qui le veulent.
plan-do-3 = Demandez à chaque famille qui veut rentrer. Orientez ceux qui acceptent vers la cellule de crise. Rappelez le jour même qui n’a pas été joint.
plan-level-4 = Niveau d’alerte 4 : évacuation obligatoire
plan-means-4 = C’est la guerre ou l’effondrement. Tout le monde doit partir.
plan-do-4 = Suivez la liste d’appels sans arrêt. Signalez les besoins aussitôt. Préparez qui accueille les arrivants, où ils dorment, qui garde les enfants.
plan-own = Notre propre texte
plan-by = { $by }, { $when }
plan-other = Un autre responsable a écrit :
plan-write = Écrire
plan-saved-toast = Plan enregistré
