## Ce qui sort du registre
given-title = Ce qui a été remis
given-explain = Chaque fichier et chaque feuille portant des noms qui a quitté ce registre, depuis n’importe lequel de ses appareils. On ne note pas de qui étaient les noms.
given-none = Rien n’a encore été remis
given-none-text = Les fichiers, copies et feuilles imprimées s’inscrivent ici d’eux-mêmes.
given-persons = { $count ->
    [0] personne
    [1] une personne
   *[other] { $count } personnes
}
given-fields = Avec : { $fields }
given-by = par { $name }
given-times = { $count ->
    [1] une fois
   *[other] { $count } fois ce jour-là
}
given-for-own-copy = Copie du registre pour soi
given-for-crisis = Une cellule qui aide dans une crise
given-for-help = De l’aide pour des personnes : agence, ambassade, clinique
given-for-visit = Nos visites et réunions
given-for-planning = Planification, sans noms
given-for-other = Autre chose
given-for-access = Une copie pour la personne
given-for-work = Notre travail, ou pour la famille
given-kind-csv = Tableau (CSV)
given-kind-xlsx = Classeur (Excel)
given-kind-vcard = Carnet d’adresses (vCard)
given-kind-pfif = Fichier de disparus (PFIF)
given-kind-hxl = Tableau pour organismes d’aide (HXL)
given-kind-access_json = Copie de tout ce qui est gardé (fichier de données)
given-kind-access_pdf = Copie de tout ce qui est gardé (papier)
given-kind-sheet_meeting = Feuille de réunion
given-kind-sheet_calls = Feuille d’appels
given-kind-sheet_card = Carte de la famille
given-kind-sheet_consent = Formulaire de consentement
given-kind-sheet_plan = Plan d’urgence
group-id = Numéro de la fiche
group-names = Noms
group-sex = Sexe
group-birth = Date de naissance
group-status = État civil
group-home = Barangay et purok
group-abroad = Où à l’étranger
group-work = Travail et employeur
group-phones = Ses téléphones et messageries
group-family = Contacts de la famille
group-family_phones = Téléphones de la famille
group-confirmed = Dernière confirmation
group-source = Feuille d’origine
group-case = Départ, agence, retour
group-notes = Notes
group-everything = Tout ce qui est gardé

## Faire un fichier
export-title = Faire un fichier
export-make = Faire un fichier
export-explain = Un fichier est ouvert : qui l’a peut le lire. Ne donnez que ce dont le but a besoin.
export-purpose = À quoi sert-il ?
export-purpose-first = Choisissez à quoi il sert ; le reste suit.
export-to = Qui le reçoit
export-to-hint = Le bureau et la personne, par exemple « Bureau municipal, Mme Reyes ».
export-to-free = Peut rester vide si personne d’autre ne le reçoit.
export-why = Pour quoi faire, avec vos mots
export-why-hint = Une phrase.
export-why-free = Peut rester vide.
export-people = Quelles personnes
export-these = Remettre ceux-ci dans un fichier
export-of-shown = Les personnes que la liste montre maintenant
export-of-place = Par barangay et destination
export-refused = { $count ->
    [1] Une personne de plus est laissée de côté : elle a dit non à cela.
   *[other] { $count } personnes de plus sont laissées de côté : elles ont dit non à cela.
}
export-fields = Ce qu’il contient
export-fields-text = Seul ce que le but demande est coché, rien de plus.
export-delicate = En de mauvaises mains cela peut nuire à quelqu’un : { $fields }
export-format = Sorte de fichier
export-save = Écrire le fichier
export-not-ready = Dites à quoi il sert et qui le reçoit, et choisissez au moins une chose.
export-then = C’est noté sous « Ce qui a été remis ». Effacez le fichier une fois remis.
bad-input-to = Dites en quelques mots qui le reçoit.
bad-input-why = Dites en quelques mots à quoi il sert.
bad-input-names_needed = Cette sorte de fichier a besoin de noms. Choisissez les noms, ou une autre sorte.
action-export = Remis
change-blocked-log = Ce qui a été remis l’a été. Cette liste ne se change pas.
