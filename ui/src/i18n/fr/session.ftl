## Start, create, unlock
start-title = Savoir qui appeler quand il le faut
start-text = Ugnay garde votre liste des personnes qui travaillent à l’étranger et de leurs familles. Elle est scellée sur cet appareil et ne s’ouvre qu’autant qu’une urgence l’exige.
choose-title = Quel registre ?
create-start = Créer un registre
demo-start = Regarder avec des personnes inventées
demo-explain = La démo crée un registre de personnes qui n’existent pas. Vous pouvez tout y essayer.
promise-sealed = Scellé par votre phrase secrète. Sans elle, personne ne peut lire la liste.
promise-offline = Fonctionne sans internet, des mois s’il le faut.
promise-undo = Ce que vous faites peut être annulé.
other-register = Un autre registre, ou un nouveau
passphrase = Phrase secrète
unlock = Ouvrir
unlocking = Ouverture…
create-title = Créer un registre
create-place = Quel barangay ou quelle municipalité ?
create-place-hint = Tapez les premières lettres et choisissez dans la liste.
create-label = Nom sur l’écran d’ouverture
create-label-hint = Peut rester vide. D’autres peuvent le voir : un lieu, pas une personne.
create-officer = Votre nom
create-officer-hint = Peut rester vide. Gardé scellé ; il montre qui a confirmé une fiche.
create-passphrase-hint = Au moins 12 caractères. Cinq mots sans rapport sont faciles à retenir et difficiles à deviner.
suggest = En proposer une
strength-too-short = Trop courte
strength-weak = Facile à deviner
strength-fair = Bonne
strength-strong = Très bonne
passphrase-again = Encore la phrase secrète
passphrase-mismatch = Les deux phrases ne sont pas les mêmes.
passphrase-warning = Notez la phrase secrète et gardez-la en lieu sûr. Personne ne peut la retrouver pour vous.
create-submit = Créer le registre
creating = Création…
place-hits = { $count ->
    [0] Aucun lieu
    [1] Un lieu
   *[other] { $count } lieux
}
place-chosen = Choisi : { $place }
place-none = Aucun lieu de ce nom. Essayez moins de lettres.
place-word = Lieu
level-barangay = barangay
level-municipality = municipalité
level-city = ville
level-province = province
level-region = région
level-area = zone
