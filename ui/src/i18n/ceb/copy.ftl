## Kopya, ug unsay natul-id
rights-copy = Kopya sa tanan
copy-title = Kopya sa tanang gihuptan
copy-paper = Gisulti sa papel sa yano nga pulong ang tanang gihuptan sa rehistro bahin niining tawhana, unsay gikasabotan, asa kini gitipigan ug unsay natul-id.
copy-hand = Ihatag kini sa tawo, o sa iyang gisaligan, ug wala nay lain. Isulat nga dunay gihimong kopya, dili kon kang kinsa.
print-words = Pinulongan sa papel
history-corrected = Ang mga natul-id lang
history-corrected-none = Wala pay natul-id.
