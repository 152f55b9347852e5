## A request that was not shown here, a restore to a device on no card, an objection without its words
request-hidden-chip = Elle ne vous a pas été montrée
request-hidden = Ce que demande cette demande n’a pas été montré à votre organisation
request-hidden-public = Le journal dit seulement qui demande, pour quoi, pour combien de barangays ({ $count }) et combien de temps. La cellule ou le dépôt vous cache le reste.
request-hidden-do = Demandez pourquoi à la cellule et aux autres organisations gardiennes. Personne ne peut l’approuver ici. Vous pouvez faire objection : assez d’objections l’arrêtent.
restore-facts-title = Qui reçoit les cartes : un nouvel appareil
restore-facts-text = Un registre a perdu tous ses appareils. Ses cartes iraient à ce nouvel appareil. Sa clé ne figure sur aucune carte de cellule, aucun programme ne peut donc dire à qui il est.
restore-facts-how = Appelez la personne qui tient le registre à un numéro que vous aviez déjà. Les mêmes six mots doivent figurer sur le nouvel appareil.
restore-facts-epoch = Registre et époque
restore-compared = J’ai comparé ces six mots de vive voix avec la personne qui tient le registre.
decision-withheld = Le dépôt ne donne pas la raison. Cela compte quand même.
check-recipient_device = Les parts vont au nouvel appareil dont les six mots figurent ici : comparez-les
task-hidden_requests = Demandes qui ne vous ont pas été montrées
