## Who can read this register, and taking a reader out
readers-title = Who can read this register
readers-due = The register gets new keys at the next exchange
readers-due-text = Exchange soon. Only then a removed reader gets nothing more.
readers-exchange = Go to the exchange
readers-back = Back to the list
reader-this = This device
reader-unnamed = Device without a name
reader-removed = Removed
reader-removed-at = Removed on { $when }
reader-added = Added on { $when }
reader-added-by = Added on { $when } by “{ $by }”
reader-seen = Last seen: { $when }
reader-never = Has written nothing yet
reader-behind = Has not exchanged since the register got new keys.
reader-remove = Remove “{ $name }”
remove-title = Remove a reader
remove-stops-device = After your next exchange this device gets nothing new, and what it writes is not taken.
remove-stops-sheet = After your next exchange this sheet brings nothing back any more.
remove-keeps-device = What is on it stays on it. If it was lost or stolen, only its passphrase protects that.
remove-keeps-sheet = What somebody already read with it cannot be called back. Destroy the paper if you have it.
remove-keys = The register gets new keys: everything is sent again, and the custodians confirm anew, one by one.
remove-for-good-device = This cannot be undone. To come back, the device has to be added like a new one.
remove-for-good-sheet = This cannot be undone. You can write a new sheet.
remove-alone = Afterwards only this device can read the register. Add a device or write a sheet first, if you can.
remove-after = After pressing you have ten seconds to stop it.
remove-pause = { $count ->
    [one] It is removed in one second.
   *[other] It is removed in { $count } seconds.
}
remove-doing = Removing…
remove-stop = Stop, remove nothing
remove-stopped = Stopped. Nothing was removed.
remove-done = “{ $name }” is removed
remove-nobody = There is nothing to remove here.
restore-own-certificate = The buffer has its own certificate
restore-certificate = Certificate of the buffer
restore-certificate-hint = Only if your federation gave you one. Paste its whole text, from BEGIN CERTIFICATE to END CERTIFICATE.
refused-exchange_first = Exchange first. This device has not read everything yet: what that reader wrote would be lost.
