## Hojas para imprimir
print-make = Hacer una hoja para imprimir
print-size = Papel
print-secret = La hoja lleva las palabras secretas. Imprímala solo en una impresora que nadie más use.
print-then = Imprímala. Cuando ya no haga falta, borre el archivo y destruya el papel: los nombres son privados.
print-then-secret = Imprímala ahora. Luego borre el archivo, también de la papelera: quien lo encuentre tiene las palabras.
print-a4 = A4
print-letter = Letter
