## Sheets to print
print-make = Make a sheet to print
print-size = Paper
print-secret = The sheet carries the secret words. Print it only on a printer that nobody else uses.
print-then = Print it. When it is no longer needed, delete the file and destroy the paper: the names are private.
print-then-secret = Print it now. Then delete the file, also from the recycle bin: whoever finds it has the words.
print-a4 = A4
print-letter = Letter
