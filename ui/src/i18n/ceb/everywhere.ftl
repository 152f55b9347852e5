### Ugnay sa Cebuano. Mubo ug yano nga mga pulong, sama sa gigamit sa barangay.
### After a number Cebuano links with “ka” and keeps the noun as it is, so most messages need no plural forms.

## Everywhere
loading = Kadiyot lang…
back = Balik
close = Isira
cancel = Hunonga
undo = Iuli
undone = Naiuli na
try-again = Sulayi pag-usab
show = Ipakita
hide = Itago
show-all = Ipakita tanan
show-more = Ipakita ang { $count } pa
add = Idugang
edit = Usba
remove = Kuhaa
save = I-save
later = Unya na
name = Ngalan
nothing = wala
not-said = Wala gisulti
not-known = Wala mahibaloi
yes = oo
no = dili
understood = Nasabtan
demo = DEMO
demo-invented = mga tawong inimbento lang
skip = Diretso sa sulod
toast = Mensahe
number = { $count }
percent = { $count }%
name-and-count = { $name } ({ $count })
unknown-code = Uban pa ({ $code })
progress-of = { $done } sa { $total }
at-sheet = sheet nga { $sheet }
at-row = laray { $row }
at-column = kolum { $column }
sheet-and-row = { $sheet }, laray { $row }
row-word = Laray
ago-today = karong adlawa
ago-days = { $count ->
    [1] kagahapon
   *[other] { $count } ka adlaw na ang milabay
}
ago-months = { $count } ka bulan na ang milabay
ago-years = { $count } ka tuig na ang milabay

## Navigation
nav = Panguna
nav-home = Sugod
nav-people = Mga tawo
nav-campaign = Tawag
nav-import = Import
nav-sync = Luwas
lock = I-lock
settings = Settings
