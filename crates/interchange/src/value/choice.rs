//! Closed choices as typed: sex, civil status, yes and no.

use ugnay_model::Sex;
use ugnay_places::fold;

/// Sex from English, Filipino, Spanish or French words.
pub(crate) fn sex(text: &str) -> Option<Sex> {
    Some(match fold(text).as_str() {
        "m" | "male" | "lalaki" | "lalake" | "l" | "hombre" | "masculino" | "homme"
        | "masculin" | "lalaqui" | "boy" | "man" => Sex::M,
        "f" | "female" | "babae" | "b" | "mujer" | "femenino" | "femme" | "feminin" | "girl"
        | "woman" | "babaye" => Sex::F,
        "x" | "other" | "iba" | "lgbt" | "otro" | "autre" => Sex::X,
        _ => return None,
    })
}

/// Civil status as a code: `single`, `married`, `widowed`, `separated`, `divorced`, `live_in`.
pub(crate) fn civil_status(text: &str) -> Option<&'static str> {
    // "Dalaga/Binata": the same said of a woman and of a man.
    if let Some((a, b)) = text.split_once('/') {
        return civil_status(a).filter(|a| civil_status(b) == Some(*a));
    }
    Some(match fold(text).as_str() {
        "single" | "s" | "dalaga" | "binata" | "walang asawa" | "soltero" | "soltera"
        | "celibataire" | "never married" => "single",
        "married" | "m" | "kasal" | "may asawa" | "casado" | "casada" | "marie" | "mariee"
        | "maried" => "married",
        "widowed" | "widow" | "widower" | "w" | "balo" | "biyuda" | "biyudo" | "byuda"
        | "byudo" | "viudo" | "viuda" | "veuf" | "veuve" => "widowed",
        "separated" | "hiwalay" | "hiwalay sa asawa" | "sep" | "legally separated" | "separado"
        | "separada" | "separe" => "separated",
        "divorced" | "annulled" | "divorciado" | "divorciada" | "divorce" => "divorced",
        "live in" | "livein" | "common law" | "may kinakasama" | "kinakasama" | "cohabiting" => {
            "live_in"
        }
        _ => return None,
    })
}

/// Works at sea, or not: yes or no, or the word itself.
pub(crate) fn sea_based(text: &str) -> Option<bool> {
    yes_no(text).or_else(|| {
        let folded = fold(text);
        let no = folded
            .split(' ')
            .any(|w| matches!(w, "not" | "hindi" | "no" | "dili" | "non"));
        match folded.split(' ').next().unwrap_or_default() {
            "land" | "landbased" | "lb" => Some(false),
            "sea" | "seabased" | "sb" | "seaman" | "seafarer" | "marino" | "barko" if !no => {
                Some(true)
            }
            _ => None,
        }
    })
}

/// Yes or no.
pub(crate) fn yes_no(text: &str) -> Option<bool> {
    Some(match fold(text).as_str() {
        "yes" | "y" | "oo" | "opo" | "true" | "1" | "si" | "oui" | "agree" | "agreed"
        | "pumapayag" | "payag" | "given" | "meron" | "consented" => true,
        "no" | "n" | "hindi" | "hindi po" | "false" | "0" | "non" | "refused" | "refuse"
        | "declined" | "ayaw" | "di pumayag" | "hindi pumayag" | "hindi pumapayag" | "disagree"
        | "not given" | "wala" | "dili" | "withdrawn" => false,
        _ => return None,
    })
}
