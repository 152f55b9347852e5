## Sheets for the family
family-sheets = Feuilles pour la famille
sheets-card = Carte de la famille
sheets-consent = Formulaire de consentement
card-scan = Scanner une carte de famille
bad-input-card = Ce n’est pas une carte de famille Ugnay.
refused-card_elsewhere = Cette carte appartient à un autre registre.
