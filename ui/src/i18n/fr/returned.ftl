## Home again
returned-title = De retour
returned-tick = De retour pour de bon
returned-ask = Cette personne est-elle rentrée pour de bon ?
returned-hint = Qui est rentré ne compte plus parmi ceux qui sont à l’étranger. La fiche reste, et ceci peut être annulé.
returned-when = Quand, autant qu’on le sache :
returned-mark = Rentré au pays
returned-abroad = De nouveau à l’étranger
returned-since = De retour depuis : { $when }
returned-unknown = De retour. On ne sait pas depuis quand.
returned-words = De retour, selon la liste : « { $words } »
returned-toast = { $name } : de retour
returned-abroad-toast = { $name } : de nouveau à l’étranger
