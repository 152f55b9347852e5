//! How a family contact is related, in the words people use → a closed list.

use std::fmt;
use std::str::FromStr;

use ugnay_places::fold;

macro_rules! relations {
    ($($(#[$doc:meta])* $name:ident = $code:literal : $($word:literal)|*;)*) => {
        /// Relation of a contact to the migrant. Finer than the register's list, so that an export loses nothing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Relation { $($(#[$doc])* $name,)* }
        impl Relation {
            /// Every relation.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// Stable code, as in the canonical CSV.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
        fn by_word(word: &str) -> Option<Relation> {
            match word { $($($word)|* => Some(Relation::$name),)* _ => None }
        }
    };
}

relations! {
    /// Husband or wife.
    Spouse = "spouse": "spouse" | "asawa" | "husband" | "wife" | "misis" | "mister" | "mrs" | "maybahay" | "kabiyak" | "esposo" | "esposa" | "epoux" | "epouse" | "bana" | "asawang babae" | "asawang lalaki" | "hubby" | "mr";
    /// Unmarried partner.
    Partner = "partner": "partner" | "kinakasama" | "live in" | "livein" | "live in partner" | "kapisan" | "common law" | "common law wife" | "common law husband" | "ka live in" | "boyfriend" | "girlfriend" | "nobyo" | "nobya" | "pareja" | "gf" | "bf" | "fiance" | "fiancee" | "lip" | "kalive in" | "ka livein" | "kasama sa buhay";
    /// Mother.
    Mother = "mother": "mother" | "nanay" | "ina" | "inay" | "mama" | "mommy" | "mom" | "nay" | "inahan" | "madre" | "mere" | "mudra" | "mader" | "nanay nya" | "ermat" | "mamang";
    /// Father.
    Father = "father": "father" | "tatay" | "ama" | "itay" | "papa" | "daddy" | "dad" | "tay" | "amahan" | "padre" | "pere" | "erpat" | "pader";
    /// Parent, not said which.
    Parent = "parent": "parent" | "parents" | "magulang" | "padres";
    /// Son or daughter.
    Child = "child": "child" | "anak" | "son" | "daughter" | "hijo" | "hija" | "fils" | "fille" | "panganay" | "bunso" | "anak na babae" | "anak na lalaki" | "eldest son" | "eldest daughter" | "children";
    /// Elder sister.
    ElderSister = "elder_sister": "elder sister" | "ate" | "elder sis" | "manang" | "older sister" | "ditse";
    /// Elder brother.
    ElderBrother = "elder_brother": "elder brother" | "kuya" | "manong" | "older brother" | "diko";
    /// Brother or sister.
    Sibling = "sibling": "sibling" | "kapatid" | "brother" | "sister" | "igsoon" | "hermano" | "hermana" | "frere" | "soeur" | "sis" | "bro" | "kapatid na babae" | "kapatid na lalaki" | "utol" | "kapatid nya" | "half sister" | "half brother" | "twin" | "twin sister" | "twin brother" | "kakambal" | "kambal" | "kptd" | "manghod" | "maguwang";
    /// Grandmother.
    Grandmother = "grandmother": "grandmother" | "lola" | "abuela" | "grand mother" | "inang" | "apo sa lola" | "grandma" | "lelang";
    /// Grandfather.
    Grandfather = "grandfather": "grandfather" | "lolo" | "abuelo" | "grand father" | "grandpa" | "lelong";
    /// Grandparent, not said which.
    Grandparent = "grandparent": "grandparent" | "grandparents";
    /// Grandchild.
    Grandchild = "grandchild": "grandchild" | "apo" | "grandson" | "granddaughter" | "nieto" | "nieta";
    /// Aunt.
    Aunt = "aunt": "aunt" | "tita" | "tiya" | "tiyahin" | "auntie" | "aunty" | "iyaan" | "tante" | "tia" | "tiyang";
    /// Uncle.
    Uncle = "uncle": "uncle" | "tito" | "tiyo" | "tiyuhin" | "amain" | "oncle" | "tio" | "tiyong";
    /// Aunt or uncle, not said which.
    AuntUncle = "aunt_uncle": "aunt uncle" | "aunt or uncle";
    /// Cousin.
    Cousin = "cousin": "cousin" | "pinsan" | "primo" | "prima" | "insan" | "ig agaw" | "pinsang buo";
    /// Nephew or niece.
    NieceNephew = "niece_nephew": "niece nephew" | "pamangkin" | "niece" | "nephew" | "sobrino" | "sobrina" | "neveu" | "pag umangkon";
    /// Mother- or father-in-law.
    ParentInLaw = "parent_in_law": "parent in law" | "biyenan" | "mother in law" | "father in law" | "byenan" | "suegra" | "suegro" | "biyanan" | "ugangan" | "biyenang babae" | "biyenang lalaki" | "parents in law";
    /// Son- or daughter-in-law.
    ChildInLaw = "child_in_law": "child in law" | "manugang" | "son in law" | "daughter in law" | "yerno" | "nuera" | "umagad";
    /// Sister-in-law.
    SisterInLaw = "sibling_in_law_f": "sibling in law f" | "hipag" | "sister in law" | "cunada" | "inso" | "sis in law";
    /// Brother-in-law.
    BrotherInLaw = "sibling_in_law_m": "sibling in law m" | "bayaw" | "brother in law" | "cunado" | "bilas" | "siyaho" | "bro in law";
    /// Sibling-in-law, not said which.
    SiblingInLaw = "sibling_in_law": "sibling in law";
    /// Stepmother, stepfather, stepchild.
    Step = "step_relative": "stepmother" | "stepfather" | "step mother" | "step father" | "madrasta" | "padrasto" | "stepson" | "stepdaughter" | "step relative";
    /// Godparent or godchild's parent.
    Godparent = "godparent": "godparent" | "ninong" | "ninang" | "kumare" | "kumpare" | "godmother" | "godfather" | "mare" | "pare";
    /// Guardian, caretaker.
    Guardian = "guardian": "guardian" | "tagapag alaga" | "caretaker" | "yaya" | "tutor" | "taga alaga" | "katiwala";
    /// Neighbour.
    Neighbour = "neighbour": "neighbour" | "neighbor" | "kapitbahay" | "vecino" | "vecina" | "silingan" | "voisin" | "kapit bahay";
    /// Friend.
    Friend = "friend": "friend" | "kaibigan" | "amigo" | "amiga" | "ami" | "bff" | "kumadre" | "barkada" | "higala";
    /// Employer.
    Employer = "employer": "employer" | "amo" | "boss" | "madam" | "sir";
    /// Other relative.
    Relative = "relative": "relative" | "kamag anak" | "kaanak" | "pariente" | "kamaganak" | "family" | "pamilya" | "other relative";
    /// The migrant himself or herself.
    Oneself = "self": "self" | "sarili" | "siya mismo" | "own" | "ofw mismo";
    /// Other.
    Other = "other": "other" | "iba" | "iba pa" | "otro" | "autre" | "others";
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text is no code of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a known relation")]
pub struct UnknownRelation;

impl FromStr for Relation {
    type Err = UnknownRelation;
    fn from_str(s: &str) -> Result<Self, UnknownRelation> {
        Self::ALL
            .iter()
            .copied()
            .find(|r| r.code() == s)
            .ok_or(UnknownRelation)
    }
}

/// A whole text that is a relation: "asawa", "kapatid na babae", "nanay niya", a code.
pub(crate) fn exact(text: &str) -> Option<Relation> {
    let folded = fold(text);
    by_word(&folded).or_else(|| by_word(&without_fillers(&folded).join(" ")))
}

/// A cell of a relation column: also "asawa (deceased)", by its first word.
pub(crate) fn read(text: &str) -> Option<Relation> {
    let folded = fold(text);
    exact(&folded).or_else(|| {
        let words = without_fillers(&folded);
        let first = words.first().filter(|_| words.len() <= 3)?;
        by_word(first)
    })
}

fn without_fillers(folded: &str) -> Vec<&str> {
    const FILLERS: [&str; 17] = [
        "niya", "nya", "po", "ng", "ofw", "ang", "si", "siya", "ni", "the", "of", "ko", "his",
        "lang", "lamang", "only", "her",
    ];
    folded.split(' ').filter(|w| !FILLERS.contains(w)).collect()
}

impl From<Relation> for ugnay_model::Relation {
    /// The register's coarser list.
    fn from(r: Relation) -> Self {
        r.code().parse().unwrap_or(match r {
            Relation::ElderSister | Relation::ElderBrother => Self::Sibling,
            Relation::Grandmother | Relation::Grandfather => Self::Grandparent,
            Relation::Aunt | Relation::Uncle => Self::AuntUncle,
            Relation::SisterInLaw | Relation::BrotherInLaw => Self::SiblingInLaw,
            _ => Self::Other,
        })
    }
}
