# Why a custodian's step was refused. Codes: crates/app/src/custody.
refused-checks = A check is wrong, so the request cannot be approved. You can object to it or refuse it.
refused-roster = Your organisation does not stand at this place in the list of custodians in force.
refused-another_federation = The file belongs to another federation.
refused-too_many_letters = More shares than one file can carry.
refused-recipient = The key that the shares would go to was not found.
refused-entry = It is too long for the log.
refused-not_mine = It is not meant for your organisation.
refused-no_receipt = This file is no receipt of this hand-over.
refused-not_in_it = Your organisation does not stand in it with its own keys.
refused-has_a_federation = Your organisation already belongs to a federation.
refused-not_signed_by_custodians = This is not a file that custodians sign.
refused-no_key_change = No key change is running.
refused-unpublished_demands = First publish the numbers of your demands.
refused-published_demand = The log already shows this demand. Only its outcome and the note can change.
refused-objection = This file is no objection signed by a custodian of your federation.
refused-compare_words = First compare the six words of the new device with the officer of the register.
refused-demo_changed = A demonstration stays one, and nothing else becomes one: nobody signs these rules.
