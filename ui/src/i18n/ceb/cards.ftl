## Sheets for the family
family-sheets = Mga papel alang sa pamilya
sheets-card = Kard sa pamilya
sheets-consent = Porma sa pagtugot
card-scan = I-scan ang kard sa pamilya
bad-input-card = Dili kini kard sa pamilya sa Ugnay.
refused-card_elsewhere = Iya sa laing rehistro kining kard.
