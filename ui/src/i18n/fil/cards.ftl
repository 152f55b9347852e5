## Sheets for the family
family-sheets = Mga papel para sa pamilya
sheets-card = Kard ng pamilya
sheets-consent = Form ng pahintulot
card-scan = I-scan ang kard ng pamilya
bad-input-card = Hindi ito kard ng pamilya ng Ugnay.
refused-card_elsewhere = Sa ibang rehistro ang kard na ito.
