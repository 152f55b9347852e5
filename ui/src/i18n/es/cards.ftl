## Sheets for the family
family-sheets = Hojas para la familia
sheets-card = Tarjeta de la familia
sheets-card-text = Para que la familia la guarde: a quién llamar, y un código que solo entiende la app de este registro.
sheets-consent = Formulario de consentimiento
sheets-consent-text = Para leer en voz alta y firmar, o poner la huella.
card-scan = Escanear una tarjeta
bad-input-card = Esto no es una tarjeta de familia de Ugnay.
refused-card_elsewhere = Esta tarjeta es de otro registro.
