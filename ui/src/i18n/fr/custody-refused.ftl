# Why a custodian's step was refused. Codes: crates/app/src/custody.
refused-checks = Une vérification est fausse, la demande ne peut pas être approuvée. Vous pouvez faire objection ou la refuser.
refused-roster = Votre organisation n’occupe pas cette place dans la liste des organisations gardiennes en vigueur.
refused-another_federation = Le fichier appartient à une autre fédération.
refused-too_many_letters = Il y a plus de parts qu’un fichier ne peut en porter.
refused-recipient = La clé à laquelle iraient les parts est introuvable.
refused-entry = C’est trop long pour le journal.
refused-not_mine = Ce n’est pas destiné à votre organisation.
refused-no_receipt = Ce fichier n’est pas un reçu de ce passage.
refused-not_in_it = Votre organisation n’y figure pas avec ses propres clés.
refused-has_a_federation = Votre organisation appartient déjà à une fédération.
refused-not_signed_by_custodians = Ce n’est pas un fichier que signent les organisations gardiennes.
refused-no_key_change = Aucun changement de clé n’est en cours.
refused-unpublished_demands = Publiez d’abord les nombres de vos exigences.
refused-published_demand = Le journal montre déjà cette exigence. Seuls son issue et la note peuvent changer.
refused-objection = Ce fichier n’est pas une objection signée par une organisation gardienne de votre fédération.
refused-compare_words = Comparez d’abord les six mots du nouvel appareil avec la personne qui tient le registre.
refused-demo_changed = Une démonstration le reste, et rien d’autre n’en devient une : personne ne signe ces règles.
