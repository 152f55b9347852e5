//! Which given names and nicknames stand for each other in the Philippines.
//!
//! Own compilation from common usage; each line is a group of forms that may name one person. A form may stand in several groups.
//! Must not hold names that anybody can bear as a nickname (`Boy`, `Nene`): those are `is_generic` and prove nothing.

use std::collections::HashMap;
use std::sync::LazyLock;

/// One group per line, folded, the full forms first.
const GROUPS: &str = "\
maria mary marie mariah
maricel mariacelia cel maricelle marisel
maricris mariacristina cris
maria ria mia maring
teresa theresa teresita tess tessie tessa tere tesing
maritess marites mariateresa mates tess
cristina christina kristina tina cristy kristy christy cris tintin
cristine christine kristine tin tintin cris
carmela carmelita carmen mela mel lita carmi
catalina catherine katherine cathy kathy kate kat caty trina
rosalinda rosalina linda rosa rose lina
rosario charo charito chayong sayong rosing
rosemarie rosemary rose
rosa rose rosie rosita osang
rowena weng wena
rowel weng
marilyn lyn len
maricar icar car
marivic vic mavic
jocelyn joyce lyn joy josie
josefina josephine josie josefa pining fina jo
josefa sepa josie
jose joseph joe jojo pepe peping joey pepito
josemarie joma
joseph joe joey jojo
juan juanito johnny juaning wanito jun
juanita nita juana
john johnny jhon jon
johnpaul jp jaypee
johnmark jm
markanthony mac
markjoseph mj
maryjane mj jane
maryann mayann annie ann
maryjoy mj joy majoy
marygrace grace
ana anna anne ann annie anita
annabelle annabel anabel belle bel
angelica angelika angie angel
angelina angelita angie lita
angelito lito angel gelo
angelo gelo angel
antonio anton tony tonyo tonio toni
antonia tonia toni
anthony tony
alfredo fred fredo freddie pedong
alberto albert bert berto
roberto robert bert berto bobby bob robbie
gilbert gilberto bert
norberto bert berto norbert
rolando lando rolan rolly
orlando lando orly
rolly rolando
ronaldo ronald ron ronnie naldo
reynaldo rey reynold naldo
renato rene nato renan
eduardo edward eddie ed edong eddy
edgardo edgar gardo ed
edwin win ed
ernesto ernie nestor erning
ernesto estong
nestor nes tor
francisco francis frank kiko isko paquito kikoy
francisca isca kika
ferdinand ferdie andy dinand
fernando fernan nanding ferdie nando
armando mando arman
rodrigo rod digong rody rodi
rogelio roger oge
rodolfo rudy dolfo rod rody
rommel mel
romeo meo omeng
romualdo waldo
ricardo ricky richard rick carding ric
richard ricky rick
rosendo sendo
manuel manny maning noel nuel
emmanuel manny noel manuel eman emman
manolito lito manolo
joselito lito jojo
carlito lito carlos
carlos caloy charlie carlito
carlo caloy
benjamin ben benjie benj
benigno ninoy ben
bernardo bernard bernie ben nards
bernadette badette det dette
leonardo leo nardo leonard
leonora nora leony
eleonor eleanor nora leonor
leticia letty leti
leonila nila
lourdes lulu lou ludy odette
luzviminda luz minda
luz lucing lucy
lucia lucy
luisa louisa louise isa lisa
luis louie loy louis
elizabeth liza beth eliza elisa liz lizbeth bet betty elsa lisa
lilibeth beth lily
marybeth beth
lorena lorna
lorenzo enzo loren
lolita lita
estrelita lita estrella
erlinda linda
editha edith ditha edit
emelita emily emmy lita
imelda mel melda
imelda meldy
amelia mely amy melia
melinda linda mely
melanie mel lanie
melissa mel lissa
carmelita lita
virginia virgie ginny gina
regina gina
georgina gina
gloria glo glory
glenda glen
milagros mila mitos
ligaya gaya
remedios remy medy
remigio remy
consuelo connie
concepcion connie
corazon cora cory azon
corazon zon
dolores dolly loleng lola
esperanza espie pining
evangeline vangie eva
evelyn evie lyn
felicidad fely feli
felisa fely
felipe philip pepe ipe
felix ely
filomena mena
gregorio greg goryo
guillermo memong willy
wilfredo willy fred fredo
william willy bill will
graciano grace
grace gracia
gabriel gab gabby
gabriela gab gaby
geraldine gigi dine
gerardo gerry gerard
geronimo jerome gerry
jeronimo jerome
jerome jer
generoso gene
genoveva beba
honorata nora
ignacio nacio
isabel isabela isa belle bel sabel
isidro sidro
jaime james jimmy
james jim jimmy
jennifer jen jenny jenn
jenalyn jen jenny
jessica jess jessie
jesus jess jesse susing
jesusa susa
jeffrey jeff
gonzalo zalo
joaquin wakin quin
jonathan jon nathan than
jonalyn jona
jovelyn jove lyn
julieta juliet
julian jul
julio jules
kristoffer christopher cristopher kris chris topher tope
christian chris ian
lawrence larry
lazaro lazar
marcelo celo
marcelino celino lino
mario mar
mariano nano
marvin vin
maximo max imo
melchor chor mel
mercedes mercy cedes
michael mike mikee micheal mikoy
michelle mitch mich
miguel mike migs migz
miguelito lito
myrna myr
natividad naty
nicanor canor nick
nicolas nick nico
nicole nikki nic
narciso ciso
norma norms
normita norma mita
pablo paul
paulino paul
paulo paul
patricio pat
patricia pat trish tricia
pedro peter pete pedring
perla perlita
pilar piling
placido idong
primitivo tibo
purificacion puring
rafael raffy paeng raf
ramon mon monching raymond
raymond mon ray
raul ra
rebecca becca becky
remedios medy
resurreccion connie
ronnel nel
rosalie rose alie
rodel del
rhodora dora
teodora dora
teodoro doro teddy
salvador badong buddy
santiago tiago yago
samuel sam
sebastian baste
sergio serge
severino bino
soledad choleng sol
susana susan susie
sylvia silvia
tomas thomas tommy
trinidad trining
vicente vic enteng vince
victor vic
victoria vicky toyang
victorino vic
vincent vince
virgilio gil virgie
vivian vivienne
yolanda yoly yolly landa
zenaida zeny naida
zosimo simo
alejandro alex andro
alexander alex
alejandra alex
alexandra alex sandra
cassandra sandra
andres andy
andrew andy
arturo art arthur
arnel nel
arsenio arsing
augusto gusto
aurora auring
beatriz bea
bienvenido ben nido
bonifacio boni
catalino lino
cecilia cecil cecile celia
cesar sar
clarita clara
claudio claude
cornelio nelio
crisanto cris santo
crispin pin
cynthia cindy
daniel dan danny
danilo danny dan nilo
david dave
delfin del
demetrio metring
diego yago
dionisio dony
domingo inggo
dominador dodong doming
eduardo edu
elena helen ellen
elmer mer
emilio emil milo
enrique ricky henry iking
enriqueta queta
eugenio gene
eusebio sebio
evaristo aristo
ezequiel zeke
fabian ian
fidel del
florencio flor oreng
florentino flor tino
florinda flor
gaudencio dencio
hermogenes moning
hilario larry
mohammad muhammad mohamed mohammed mohamad mohd
abdulrahman abdurahman abdulrahaman
yusoph yusuf yousef yusof joseph
ebrahim ibrahim abraham
aisah aisha ayesha aysha
fatima fatimah patima
hassan hasan
usman othman
khadija khadijah
zainab zaynab
faisal faizal paisal
esmael ismael ismail
mariam maryam
";

/// Nicknames borne by people of any given name.
const GENERIC: &[&str] = &[
    "jun", "junjun", "junior", "boy", "boyet", "nene", "neneng", "nonoy", "baby", "bebe", "bebot",
    "bong", "bongbong", "dodong", "inday", "toto", "totoy", "girlie", "ading", "pango", "manoy",
    "manang", "ate", "kuya", "dong", "ning", "nonong", "ineng", "utoy", "bunso", "ging", "jing",
    "ding", "ting", "tingting", "jojo", "toy", "botoy", "bot", "bimbo", "chito", "jhun",
];

static BY_FORM: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_form: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
    for line in GROUPS.lines() {
        let forms: Vec<&'static str> = line.split(' ').filter(|f| !f.is_empty()).collect();
        for form in &forms {
            by_form
                .entry(form)
                .or_default()
                .extend(forms.iter().filter(|other| *other != form));
        }
    }
    for others in by_form.values_mut() {
        others.sort_unstable();
        others.dedup();
    }
    by_form
});

/// The other forms of a folded given name or nickname (spaces left out: `markjoseph`).
pub(crate) fn others(form: &str) -> &'static [&'static str] {
    BY_FORM.get(form).map_or(&[], Vec::as_slice)
}

/// Whether two folded forms may name one person.
pub(crate) fn related(a: &str, b: &str) -> bool {
    others(a).binary_search(&b).is_ok()
}

/// Whether a folded nickname says nothing about the given name.
pub(crate) fn is_generic(form: &str) -> bool {
    GENERIC.contains(&form)
}

#[cfg(test)]
mod tests;
