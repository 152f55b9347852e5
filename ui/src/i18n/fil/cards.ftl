## Sheets for the family
family-sheets = Mga papel para sa pamilya
sheets-card = Family card
sheets-card-text = Para itago ng pamilya: kung sino ang tatawagan, at isang code na app lang ng rehistrong ito ang nakakaintindi.
sheets-consent = Form ng pahintulot
sheets-consent-text = Babasahin nang malakas at pipirmahan, o lalagyan ng hinlalaki.
card-scan = I-scan ang family card
bad-input-card = Hindi ito family card ng Ugnay.
refused-card_elsewhere = Ang card na ito ay sa ibang rehistro.
