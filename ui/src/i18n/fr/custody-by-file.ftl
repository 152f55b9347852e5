## Ce qui passe par fichier au lieu de la ligne
decision-by-file = Pas encore confirmée dans le journal. Le prochain échange la redit. Si le dépôt ne peut pas être joint ou ne la prend pas, enregistrez-la dans un fichier : qui tient le fichier peut la porter au journal, et les autres organisations gardiennes peuvent en ouvrir une objection.
decision-save = Enregistrer dans un fichier
objection-to = Fait objection à
objection-at = Signée
file-objection = Objection d’une autre organisation
file-text-objection = Sa signature est juste. Dès que vous la prenez, elle compte ici, qu’elle soit au journal ou non.
file-accepted-objection = Prise. L’objection compte ici.
file-refused-unknown_request = Elle porte sur une demande que votre organisation n’a pas encore vue. Échangez d’abord.
refused-older_copy = Cette copie du journal est plus ancienne que ce que votre organisation connaît déjà.
