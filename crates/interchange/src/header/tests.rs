//! What titles mean.

use super::words::meaning;
use crate::field::Field;

#[test]
fn titles_in_four_languages() {
    for (title, field) in [
        ("Apelyido", Field::Surname),
        ("Last Name", Field::Surname),
        (
            "PANGALAN NG OFW (Last Name, First Name M.I.)",
            Field::FullName,
        ),
        ("Name of OFW", Field::FullName),
        ("Petsa ng Kapanganakan (dd/mm/yyyy)", Field::BirthDate),
        ("Fecha de nacimiento", Field::BirthDate),
        ("Place of Birth", Field::NotCollected),
        ("Passport No.", Field::NotCollected),
        ("M/F", Field::Sex),
        ("Edad", Field::Age),
        ("COUNTRY / EMPLOYER", Field::DestinationEmployer),
        ("Saang bansa", Field::Destination),
        ("Place of Work", Field::Destination),
        ("Pays", Field::Destination),
        ("Trabaho", Field::Occupation),
        ("CP # / MESSENGER", Field::Phone),
        ("Contact No. ng OFW", Field::Phone),
        ("Contact # (OFW / family)", Field::PhoneBoth),
        ("NAME OF KIN / RELATION", Field::ContactNameRelation(0)),
        ("CP# OF KIN", Field::ContactPhone(0)),
        ("Contact Person", Field::ContactName(0)),
        ("Contact 2 Name", Field::ContactName(2)),
        ("Relasyon", Field::ContactRelation(0)),
        ("Pahintulot", Field::Consent),
        ("Year left", Field::YearDeparted),
        ("Tirahan", Field::Address),
        ("#", Field::RowNumber),
        ("BLG", Field::RowNumber),
        ("HH No.", Field::HouseholdNumber),
        ("Household No.", Field::HouseholdNumber),
        ("HH #", Field::HouseholdNumber),
        ("HHID", Field::HouseholdNumber),
        ("Blg. ng Sambahayan", Field::HouseholdNumber),
        ("Household contact no.", Field::ContactPhone(0)),
        ("Name of household head", Field::ContactName(0)),
        ("E-mail", Field::Email),
        ("_parent_index", Field::ParentIndex),
    ] {
        assert_eq!(
            meaning(title, None).map(|m| m.field),
            Some(field),
            "the title {title:?}"
        );
    }
    for nothing in ["MARIA SANTOS", "Dubai", "2025-01-01", "", "Level 1 Name"] {
        assert_eq!(meaning(nothing, None), None, "{nothing:?} is no title");
    }
}

#[test]
fn fields_have_stable_text_forms() {
    for f in Field::ALL {
        assert_eq!(
            f.to_string().parse(),
            Ok(*f),
            "a remembered mapping must come back"
        );
    }
    assert_eq!(
        Field::ContactPhone(2).to_string(),
        "contact2_phones",
        "the canonical column's name"
    );
}
