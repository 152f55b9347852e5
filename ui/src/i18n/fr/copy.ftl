## Une copie, et ce qui a été corrigé
rights-copy = Une copie de tout
copy-title = Une copie de tout ce qui est gardé
copy-paper = La feuille dit en mots simples tout ce que ce registre garde sur cette personne, ce qui a été convenu, où c’est gardé et ce qui a été corrigé.
copy-hand = Donnez-la à la personne, ou à qui elle fait confiance, et à personne d’autre. On note qu’une copie a été faite, pas de qui.
print-words = Langue de la feuille
history-corrected = Seulement ce qui a été corrigé
history-corrected-none = Rien n’a été corrigé jusqu’ici.
