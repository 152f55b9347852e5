## What goes by file instead of over the line
decision-by-file = Not confirmed in the log yet. The next exchange says it again. If the buffer cannot be reached or does not take it, save it to a file: whoever holds the file can carry it to the log, and the other custodians can open an objection from it.
decision-save = Save to a file
objection-to = Objects to
objection-at = Signed
file-objection = Objection of another organisation
file-text-objection = Its signature is right. Once you take it, it counts here, in the log or not.
file-accepted-objection = Taken. The objection counts here.
file-refused-unknown_request = It is about a request your organisation has not seen yet. Exchange first.
refused-older_copy = This copy of the log is older than what your organisation knows already.
