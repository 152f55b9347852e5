## Sheets for the family
family-sheets = Hojas para la familia
sheets-card = Tarjeta de la familia
sheets-consent = Formulario de consentimiento
card-scan = Escanear una tarjeta
bad-input-card = Esto no es una tarjeta de familia de Ugnay.
refused-card_elsewhere = Esta tarjeta es de otro registro.
