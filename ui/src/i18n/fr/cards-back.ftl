## Cards back from the custodians, for a register that lost every device
cards-back-title = Retrouver les cartes par les organisations gardiennes
cards-back-short = Quand tous les appareils sont perdus et qu’il n’y a pas de feuille de récupération : les organisations gardiennes de la fédération peuvent rendre à ce nouveau registre les cartes de l’ancien.
cards-back-go = Demander les cartes
cards-back-text = Les cartes de votre ancien registre sont scellées dans le dépôt. La cellule de crise les demande en votre nom, les organisations gardiennes décident, et leurs parts arrivent sur cet appareil et nulle part ailleurs.
cards-back-notes = Les noms, lieux et contacts reviennent. Pas les notes ni l’historique : seuls une feuille de récupération ou un autre appareil les rendent.
cards-back-show = Montrer cet appareil
cards-back-show-text = Lisez les six mots au responsable de la cellule, face à face ou par téléphone, et donnez-lui le long numéro. Ils doivent être identiques des deux côtés.
cards-back-device = Numéro de cet appareil
cards-back-offer = Montrer mes six mots
cards-back-wait = Attendre les organisations gardiennes
cards-back-wait-text = La cellule envoie la demande avec deux signatures. Il faut l’accord d’assez d’organisations gardiennes, et un délai court. Cela peut prendre des jours.
cards-back-take = Reprendre les cartes
cards-back-look = Voir s’ils ont décidé
cards-back-done = { $persons ->
    [1] Une carte est revenue
   *[other] { $persons } cartes sont revenues
}, remises par { $custodians ->
    [1] une organisation gardienne.
   *[other] { $custodians } organisations gardiennes.
}
cards-back-exchange = Échangez maintenant pour qu’elles soient de nouveau protégées
refused-no_restore = Personne n’a encore demandé pour cet appareil, ou les organisations gardiennes ne l’ont pas encore vu.
refused-no_pass = La cellule a enregistré sa demande avant que cet appareil ne montre sa clé, ou quelqu’un d’autre l’a fait. Demandez à la cellule de l’enregistrer à nouveau.
refused-no_shares = Pas assez d’organisations gardiennes ont remis leur part pour l’instant.
refused-grant_over = Le délai de cette remise est passé. La cellule doit demander à nouveau.
