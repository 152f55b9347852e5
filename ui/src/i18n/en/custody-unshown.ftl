## A request that was not shown here, a restore to a device on no card, an objection without its words
request-hidden-chip = Not shown to you
request-hidden = What this request asks for was not shown to your organisation
request-hidden-public = The log says only who asks, for what, for how many barangays ({ $count }) and how long. The desk or the buffer keeps the rest from you.
request-hidden-do = Ask the desk and the other custodians why. Nobody can approve it here. You can object: enough objections stop it.
restore-facts-title = Who gets the cards: a new device
restore-facts-text = A register has lost all its devices. Its cards would go to this new device. Its key stands on no card, so no program can say whose it is.
restore-facts-how = Call the officer of the register on a number you already had. The same six words must stand on the new device.
restore-facts-epoch = Register and epoch
restore-compared = I compared these six words with the officer of the register by voice.
decision-withheld = The buffer does not hand out the reason. It counts all the same.
check-recipient_device = The shares go to the new device whose six words stand here: compare them
task-hidden_requests = Requests that were not shown to you
