### Ugnay sa Filipino. Maikli at karaniwang salita, gaya ng gamit sa barangay.
### After a number Filipino keeps the noun as it is, so most messages need no plural forms.

## Everywhere
loading = Sandali lang…
back = Bumalik
close = Isara
cancel = Itigil
undo = Ibalik
undone = Naibalik na
try-again = Subukan ulit
show = Ipakita
hide = Itago
show-all = Ipakita lahat
show-more = Ipakita ang { $count } pa
add = Idagdag
edit = Baguhin
remove = Alisin
save = I-save
later = Mamaya na
name = Pangalan
nothing = wala
not-said = Hindi sinabi
not-known = Hindi alam
yes = oo
no = hindi
understood = Naintindihan
demo = DEMO
demo-invented = mga taong inimbento lang
skip = Tumuloy sa nilalaman
toast = Mensahe
number = { $count }
percent = { $count }%
name-and-count = { $name } ({ $count })
unknown-code = Iba pa ({ $code })
progress-of = { $done } sa { $total }
at-sheet = sheet na { $sheet }
at-row = hanay { $row }
at-column = kolum { $column }
sheet-and-row = { $sheet }, hanay { $row }
row-word = Hanay
ago-today = ngayong araw
ago-days = { $count ->
    [1] kahapon
   *[other] { $count } araw na ang nakalipas
}
ago-months = { $count } buwan na ang nakalipas
ago-years = { $count } taon na ang nakalipas

## Navigation
nav = Pangunahin
nav-home = Simula
nav-people = Mga tao
nav-campaign = Tawag
nav-import = Import
nav-sync = Ingat
lock = I-lock
settings = Settings
