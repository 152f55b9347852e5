## Sheets for the family
family-sheets = Sheets for the family
sheets-card = Family card
sheets-consent = Consent form
card-scan = Scan a family card
bad-input-card = This is not a family card of Ugnay.
refused-card_elsewhere = This card belongs to another register.
