## Feuilles à imprimer
print-make = Faire une feuille à imprimer
print-size = Papier
print-secret = La feuille porte les mots secrets. Imprimez-la seulement sur une imprimante que personne d’autre n’utilise.
print-then = Imprimez-la. Quand elle ne sert plus, effacez le fichier et détruisez le papier : les noms sont privés.
print-then-secret = Imprimez-la maintenant. Puis effacez le fichier, aussi de la corbeille : qui le trouve a les mots.
print-a4 = A4
print-letter = Letter
