## Cards back from the custodians, for a register that lost every device
cards-back-title = Cards back from the custodians
cards-back-short = When every device was lost and there is no recovery sheet: the federation’s custodians can give this new register the cards of the old one.
cards-back-go = Ask for the cards
cards-back-text = Your old register’s cards lie sealed at the buffer. The crisis desk asks in your name, the custodians decide, and their shares go to this device and to nobody else.
cards-back-notes = Names, places and contacts come back. Notes and history do not: only a recovery sheet or another device brings those.
cards-back-show = Show this device
cards-back-show-text = Read the six words to the desk’s officer, face to face or by telephone, and give them the long number. They must be the same on both sides.
cards-back-device = This device’s number
cards-back-offer = Show my six words
cards-back-wait = Wait for the custodians
cards-back-wait-text = The desk sends the request with two signatures. Enough custodians have to agree, and a waiting time runs. That can take days.
cards-back-take = Take the cards
cards-back-look = Look whether they have decided
cards-back-done = { $persons ->
    [one] One card came back
   *[other] { $persons } cards came back
}, released by { $custodians ->
    [one] one custodian.
   *[other] { $custodians } custodians.
}
cards-back-exchange = Exchange now, so that they are protected again
refused-no_restore = Nobody has asked for this device yet, or the custodians have not seen it.
refused-no_pass = The desk entered its request before this device showed its key, or another did. Ask the desk to enter it again.
refused-no_shares = Not enough custodians have released their shares yet.
refused-grant_over = The time of this release is over. The desk has to ask again.
