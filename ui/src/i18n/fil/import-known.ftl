## Import: people who are here already
known-title = Magkaiba ang sheet at rehistro tungkol sa mga taong narito na
known-text = Nasa listahan sa ibaba ang mga magkaiba. Lagyan ng tsek para kunin ang sinasabi ng sheet, pati sa mga taong narito na. Mananatili ang mga dating numero, kasunod ng bago. Mababawi ito kapag binawi ang buong import.
known-take = Kunin ang { $count } cell para sa mga taong narito na
known-taken = { $count } tao rito ang itinama ayon sa sheet
