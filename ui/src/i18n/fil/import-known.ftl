## Import: people who are here already
known-title = Iba ang nasa rehistro tungkol sa mga taong naroon na
known-text = Nasa listahan sa ibaba ang mga magkaiba. Lagyan ng tsek para kunin ang sinasabi ng sheet, pati sa mga taong nasa rehistro na. Mananatili ang mga dating numero, kasunod ng bago. Mababawi ito kapag binawi ang buong import.
known-take = Kunin ang { $count ->
    [one] { $count } kahon
   *[other] { $count } na kahon
} para sa mga taong narito na
known-taken = { $count ->
    [one] { $count } taong narito ang itinama ayon sa sheet
   *[other] { $count } na taong narito ang itinama ayon sa sheet
}
