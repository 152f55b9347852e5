## The recovery sheet, coming back with it, and leaving before a journey
sheet-title = Recovery sheet
sheet-short = 24 words on paper bring this register back, notes and history too, when every device is lost.
sheet-go = Make or test a sheet
sheet-why = A recovery sheet is 24 words on paper. With them and the buffer, everything in this register can be brought back on a new device: people, notes and history.
sheet-how = You write the words by hand, type them in again, and give the paper in a closed envelope to your federation. Ugnay keeps no copy and prints none.
sheet-danger = Whoever reads the paper can read this register. Do not photograph it and do not keep it near a device.
sheet-begin = Write a new sheet
sheet-test = Test a sheet
sheet-write = Write these words on paper
sheet-write-text = With their numbers, clearly, in this order. Write the six words and the address below them too.
sheet-six = Six words to compare
sheet-written = I have written all of it
sheet-type = Now type the words from your paper. The first four letters of each are enough. Only then the sheet exists.
sheet-words = The 24 words
sheet-words-hint = { $count } of 24 words
sheet-check = Check the words
sheet-again = Show the words again
sheet-wrong = These words are not right: { $words }. Compare your paper.
sheet-done = The sheet exists
sheet-done-text = It was read back from the buffer with the words you typed. Put the paper into an envelope, close it, and give it to your federation. Write on it whose register it is, nothing more.
sheet-test-text = Type the words of a sheet made earlier. Ugnay reads from the buffer with them, and changes nothing.
sheet-tested = This sheet opens the register.
sheet-used = The recovery sheet was used on { $when }: “{ $device }”
sheet-used-text = If nobody of you did this, remove that device at once and tell your federation.
sheet-used-here = On this device. The other devices see this too. Write a new sheet and remove lost devices.
restore-start = Bring a register back from its sheet
restore-title = Back from the recovery sheet
restore-text = When every device of a register is lost. You need the sheet and internet.
restore-found = Is this your register?
restore-federation = Federation
restore-written = Last written to the sheet
restore-compare = Compare the six words with those on the sheet. If they differ, stop.
restore-seen = Using the sheet is seen by every other device of the register, for ever.
restore-take = The same: bring it back
restore-stopped = Stopped. Nothing was brought back.
leave-title = Before you travel
leave-short = Take this register off this device before a journey, and get it back from a colleague afterwards.
leave-text = This device’s copy of the register goes: its key, and then everything else. Afterwards Ugnay looks as on its first day.
leave-back = To come back, choose “Join a register” and let a colleague’s device show you its code.
leave-honest = Ugnay overwrites the key. Some disks keep old traces even so; without the passphrase they open nothing. If somebody asks, you can truthfully say that there is no register on this device.
leave-last = No other device and no sheet can read this register
leave-last-text = If this copy goes, notes and history are lost for good. Add a device or make a recovery sheet first.
leave-others = { $count ->
    [one] One other reader has this register.
   *[other] { $count } other readers have this register.
}
leave-unsent = { $count ->
    [one] One change is only here and would be lost.
   *[other] { $count } changes are only here and would be lost.
}
leave-exchange = Exchange first
leave-sure = Yes, take the register off this device
leave-sure-lost = I know that something is lost for good
leave-go = Take it off now
bad-input-word = Word { $at } is not in the list. Please check its spelling.
bad-input-checksum = The words do not belong together. Check their order and spelling.
refused-no_letters = No register knows these words at this address.
refused-two_histories = The buffer holds two different histories for this sheet. Nothing was brought back. Ask your federation.
refused-sheet_unknown = This sheet does not belong to this register, or it was removed.
refused-sheet_not_read = The buffer did not give back what was written to the sheet. The sheet does not exist yet. Try again.
refused-last_reader = Nobody else can read this register.
refused-unsent = Something was not sent yet.
