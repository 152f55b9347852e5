## Freshness and the monthly meeting
fresh-title = Fiches à jour et réunions
fresh-all = Tous ensemble
fresh-areas = Par barangay
fresh-within = Confirmé depuis moins de
fresh-months = { $count ->
    [1] un mois
   *[other] { $count } mois
}
fresh-of = { $fresh } personnes sur { $people } ont été confirmées depuis moins de { $months } mois
fresh-meaning = Si quelque chose arrive demain, vous pouvez compter sur ces numéros. Les autres familles ont peut-être déménagé ou changé de téléphone. Visez 90 %.
fresh-how = Comment on compte
fresh-formula = Personnes confirmées dans ce délai, divisées par toutes celles de la liste, arrondi vers le bas. Qui est rentré n’est pas compté. Bon à partir de 90 %, moyen à partir de 75 %, faible à partir de 50 %.
fresh-nobody = Personne à l’étranger à confirmer
fresh-no-barangay = Aucun barangay noté
fresh-level-good = bon
fresh-level-fair = moyen
fresh-level-weak = faible
fresh-level-poor = très faible
fresh-level-nobody = personne
meeting-title = Réunion
meeting-of = Réunion : { $name }
meeting-due = { $count ->
    [1] La réunion mensuelle est à tenir dans un barangay.
   *[other] La réunion mensuelle est à tenir dans { $count } barangays.
}
meeting-hold = Aller aux réunions
meeting-left-open = Une réunion n’est pas terminée : { $name }
meeting-take-up = Reprendre la réunion
meeting-begin = Commencer la réunion
meeting-everybody = Réunion avec tous
meeting-runs = pas terminée
meeting-is-due = réunion à tenir
meeting-never = Aucune réunion n’a encore eu lieu.
meeting-last = Dernière réunion : { $when }
meeting-on-paper = Sur papier
meeting-on-paper-text = La liste à emporter : de qui demander des nouvelles, avec des cases à cocher. Saisissez les réponses le jour même.
meeting-end = Terminer la réunion
meeting-progress = Avancement
meeting-done = Questions posées pour { $done } personnes sur { $total }
meeting-rows = De qui demander des nouvelles
meeting-nobody = Il n’y a de nouvelles à demander de personne
meeting-nobody-text = Ici, tout le monde a été confirmé dans les 30 derniers jours.
meeting-all-asked = Vous avez demandé des nouvelles de chacun. Vous pouvez finir la réunion.
meeting-somebody = Quelqu’un d’autre
meeting-ended = La réunion est terminée
meeting-not-asked = pas encore de nouvelles demandées
ask-same = Toujours là, même téléphone. Qui le dit ?
ask-changed = Quelque chose a changé. Qui le dit ?
ask-home = De retour au pays. Qui le dit ?
ask-else = Ou autre chose
ask-keys = Touches : 1 à 9 qui le dit, C changé, H rentré, N personne ne savait, U annuler, flèches pour la suivante et la précédente.
mark-same = toujours là, même téléphone
mark-changed = quelque chose a changé
mark-home = de retour au pays
mark-unknown = personne ne savait
stale-title = Numéros peut-être faux
stale-nobody = Aucun numéro ne laisse de doute.
stale-count = { $count ->
    [1] Une personne. Demandez à la famille à la prochaine réunion.
   *[other] { $count } personnes. Demandez aux familles à la prochaine réunion.
}
stale-none = aucun numéro
stale-failed = le dernier appel n’a pas abouti
stale-never = jamais confirmé
stale-old = pas confirmé depuis un an
