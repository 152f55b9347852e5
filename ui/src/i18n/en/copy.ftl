## A copy, and what was corrected
rights-copy = A copy of everything
copy-title = A copy of everything held
copy-paper = The paper says in plain words everything this register holds about this person, what was agreed, where it is kept and what was corrected.
copy-hand = Give it to the person, or to whom they trust, and to nobody else. It is written down that a copy was made, not whose.
print-words = Language of the sheet
history-corrected = Only what was corrected
history-corrected-none = Nothing was corrected so far.
