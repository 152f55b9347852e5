## Sheets for the family
family-sheets = Mga papel alang sa pamilya
sheets-card = Family card
sheets-card-text = Alang tipigan sa pamilya: kinsay tawagan, ug usa ka code nga app ra niini nga rehistro ang makasabot.
sheets-consent = Porma sa pagtugot
sheets-consent-text = Basahon sa kusog ug pirmahan, o butangan ug kumagko.
card-scan = I-scan ang family card
bad-input-card = Dili kini family card sa Ugnay.
refused-card_elsewhere = Kini nga card iya sa laing rehistro.
