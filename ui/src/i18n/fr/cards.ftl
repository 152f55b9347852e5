## Sheets for the family
family-sheets = Feuilles pour la famille
sheets-card = Carte de la famille
sheets-card-text = À garder par la famille : qui appeler, et un code que seule l’app de ce registre comprend.
sheets-consent = Formulaire de consentement
sheets-consent-text = À lire à voix haute et à signer, ou à marquer du pouce.
card-scan = Scanner une carte de famille
bad-input-card = Ce n’est pas une carte de famille Ugnay.
refused-card_elsewhere = Cette carte appartient à un autre registre.
