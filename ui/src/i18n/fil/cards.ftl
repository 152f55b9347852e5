## Sheets for the family
family-sheets = Mga papel para sa pamilya
sheets-card = Family card
sheets-consent = Form ng pahintulot
card-scan = I-scan ang family card
bad-input-card = Hindi ito family card ng Ugnay.
refused-card_elsewhere = Ang card na ito ay sa ibang rehistro.
