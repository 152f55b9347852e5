## The directory
directory-title = Qui appeler à l’étranger
directory-check = De listes ouvertes, peut-être anciennes ou fausses. Vérifiez un numéro avant d’y compter, en temps calme.
directory-search = Pays, ville, nom ou numéro
directory-found = { $count ->
    [0] Rien trouvé
    [1] Une fiche
   *[other] { $count } fiches
}
directory-people = { $count ->
    [1] un des nôtres là-bas
   *[other] { $count } des nôtres là-bas
}
directory-entries = { $count ->
    [1] une fiche
   *[other] { $count } fiches
}
directory-all = Tous les pays
directory-whom = Qui appeler
directory-none = Pas encore de fiche
directory-hidden = { $count ->
    [1] Une fiche masquée
   *[other] { $count } fiches masquées
}
listed-emergency = Numéros d’urgence
listed-post = Ambassade ou consulat
listed-mwo = Bureau des travailleurs migrants (MWO)
listed-agency = Agence ou ligne d’aide
listed-leader = Responsable de la communauté là-bas
listed-other = Autre
entry-only-there = Ne marchent que dans ce pays. Dites-les à qui s’y trouve.
entry-shipped = De { $source }, au { $when }. Non vérifié.
entry-corrected = Corrigé par { $by }, { $when }.
entry-own = Écrit par { $by }, { $when }.
listed-source-bettergov = l’annuaire du gouvernement (BetterGov)
listed-source-libphonenumber = la liste des numéros courts (libphonenumber)
entry-conflict = Deux responsables ont écrit des choses différentes. Enregistrez à nouveau ce qui est juste.
entry-correct = Corriger
entry-new = Ajouter une fiche
entry-kind = Ce que c’est
entry-leader-ask = Demandez-leur d’abord s’ils veulent figurer ici. Cela va aux autres appareils de ce registre et nulle part ailleurs.
entry-phone = Numéro { $number }
entry-place = Ville
entry-email = E-mail
entry-website = Adresse web
entry-note = Note
entry-source = D’où vous le tenez
entry-saved-toast = Fiche enregistrée
entry-hidden-toast = N’est plus affichée
entry-shown-toast = Affichée à nouveau
