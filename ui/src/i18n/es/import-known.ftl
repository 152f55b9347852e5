## Import: people who are here already
known-title = La hoja y el registro difieren sobre personas que ya están
known-text = Las diferencias están en la lista de abajo. Marque esto para tomar lo que dice la hoja, también de quienes ya están en el registro. Los números que había se quedan, detrás de los nuevos. Deshacer toda la importación también lo deshace.
known-take = Tomar { $count ->
    [one] una celda
   *[other] { $count } celdas
} de personas que ya están aquí
known-taken = { $count ->
    [one] Se corrigió a una persona según la hoja
   *[other] Se corrigió a { $count } personas según la hoja
}
