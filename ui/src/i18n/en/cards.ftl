## Sheets for the family
family-sheets = Sheets for the family
sheets-card = Family card
sheets-card-text = For the family to keep: whom to call, and a code that only this register’s app understands.
sheets-consent = Consent form
sheets-consent-text = To be read aloud and signed, or marked with a thumb.
card-scan = Scan a family card
bad-input-card = This is not a family card of Ugnay.
refused-card_elsewhere = This card belongs to another register.
