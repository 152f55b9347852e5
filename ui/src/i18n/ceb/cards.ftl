## Sheets for the family
family-sheets = Mga papel alang sa pamilya
sheets-card = Family card
sheets-consent = Porma sa pagtugot
card-scan = I-scan ang family card
bad-input-card = Dili kini family card sa Ugnay.
refused-card_elsewhere = Kini nga card iya sa laing rehistro.
