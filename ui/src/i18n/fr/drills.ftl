## Drills
drill-level = Niveau d’alerte
drill-invented = Douze personnes inventées apparaissent, rien de votre registre. Un collègue joue les familles d’après les cartes de rôle.
drill-role = Carte de rôle, pour qui joue la famille
role-safe = « Je lui ai parlé aujourd’hui. Tout va bien. »
role-needs_medical = « Elle est blessée et a besoin d’un médecin. »
role-needs_help = « Elle n’a rien à manger et veut rentrer. »
role-no_news = « Nous n’avons aucune nouvelle depuis deux semaines. »
role-wrong_number = « Mauvais numéro. Je ne les connais pas. »
role-call_back = « Je conduis. Rappelez ce soir. »
role-declines = « Elle ne veut pas être contactée. »
drill-end = Terminer l’exercice
drill-result = Résultat de l’exercice
drill-right = { $right } réponses sur { $total } ont été notées comme la famille l’a dit
drill-time = { $count ->
    [1] une minute
   *[other] { $count } minutes
}
drill-calls = Appels notés
drill-took = Temps
drill-was-right = juste
drill-was-wrong = noté : { $state }
drill-not-called = pas appelé
refused-drill_over = L’exercice est fini. Commencez-en un autre.
