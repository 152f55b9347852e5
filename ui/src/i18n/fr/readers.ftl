## Qui peut lire ce registre, et retirer un lecteur
readers-title = Qui peut lire ce registre
readers-due = Le registre reçoit de nouvelles clés au prochain échange
readers-due-text = Faites bientôt l’échange. Alors seulement le lecteur retiré ne reçoit plus rien.
readers-exchange = Aller à l’échange
readers-back = Retour à la liste
reader-this = Cet appareil
reader-unnamed = Appareil sans nom
reader-removed = Retiré
reader-removed-at = Retiré le { $when }
reader-added = Ajouté le { $when }
reader-added-by = Ajouté le { $when } par « { $by } »
reader-seen = Vu pour la dernière fois : { $when }
reader-never = N’a encore rien écrit
reader-behind = N’a fait aucun échange depuis que le registre a de nouvelles clés.
reader-remove = Retirer « { $name } »
remove-title = Retirer un lecteur
remove-stops-device = Après votre prochain échange, cet appareil ne reçoit plus rien de nouveau, et ce qu’il écrit n’est pas accepté.
remove-stops-sheet = Après votre prochain échange, cette feuille ne rend plus rien.
remove-keeps-device = Ce qui est dessus y reste. S’il a été perdu ou volé, seule sa phrase secrète le protège.
remove-keeps-sheet = Ce que quelqu’un a déjà lu avec elle ne peut pas être repris. Détruisez le papier si vous l’avez.
remove-keys = Le registre reçoit de nouvelles clés : tout est renvoyé, et les organisations gardiennes confirment de nouveau, une par une.
remove-for-good-device = Cela ne peut pas être annulé. Pour revenir, l’appareil doit être ajouté comme un nouveau.
remove-for-good-sheet = Cela ne peut pas être annulé. Vous pouvez écrire une nouvelle feuille.
remove-alone = Ensuite, seul cet appareil pourra lire le registre. Si possible, ajoutez d’abord un appareil ou écrivez une feuille.
remove-after = Après avoir appuyé, vous avez dix secondes pour l’arrêter.
remove-pause = { $count ->
    [1] Retrait dans une seconde.
   *[other] Retrait dans { $count } secondes.
}
remove-doing = Retrait…
remove-stop = Arrêter, ne rien retirer
remove-stopped = Arrêté. Rien n’a été retiré.
remove-done = « { $name } » est retiré
remove-nobody = Il n’y a rien à retirer ici.
restore-own-certificate = Le dépôt a son propre certificat
restore-certificate = Certificat du dépôt
restore-certificate-hint = Seulement si votre fédération vous en a donné un. Collez tout le texte, de BEGIN CERTIFICATE à END CERTIFICATE.
refused-exchange_first = Faites d’abord un échange. Cet appareil n’a pas encore tout lu : ce que ce lecteur a écrit serait perdu.
