//! Which columns a secretary keeps, and how she calls them. Knows nothing of the reader.

use super::people::Dice;
use super::typing::{Dates, Family, Hand, Names};

#[derive(Clone, Copy, PartialEq)]
pub enum What {
    No,
    Name(usize),
    Sex,
    Birth,
    Civil,
    Barangay,
    Purok,
    Country,
    Work,
    Own,
    KinName(usize),
    KinRelation(usize),
    KinPhone(usize),
    Remarks,
    Passport,
}

pub struct Column {
    pub what: What,
    pub title: String,
    pub group: &'static str,
}

fn column(what: What, title: impl Into<String>) -> Column {
    Column {
        what,
        title: title.into(),
        group: "",
    }
}

pub fn columns(d: &mut Dice, hand: &Hand, by_column: bool, by_purok: bool) -> Vec<Column> {
    let mut out = Vec::new();
    if d.percent(75) {
        out.push(column(What::No, d.pick(&["No.", "NO", "#", "Blg.", "No"])));
    }
    match hand.names {
        Names::Parts => {
            let middle = if hand.middle_whole {
                "MIDDLE NAME"
            } else {
                "M.I."
            };
            let titles: [&str; 4] = d.pick(&[
                ["LAST NAME", "FIRST NAME", middle, "EXT."],
                ["Apelyido", "Pangalan", "Gitnang Pangalan", "Suffix"],
                ["Surname", "Given Name", middle, "Ext (Jr/Sr)"],
            ]);
            out.extend((0..4).map(|n| column(What::Name(n), titles[n])));
        }
        Names::Turned => out.push(column(
            What::Name(0),
            d.pick(&[
                "NAME OF OFW (Last Name, First Name, M.I.)",
                "PANGALAN NG OFW",
                "NAME",
                "Name of OFW",
                "FULL NAME",
                "Buong Pangalan",
                "Pangalan",
            ]),
        )),
        Names::Straight => out.push(column(
            What::Name(0),
            d.pick(&["NAME", "Name of OFW", "Pangalan", "OFW", "PANGALAN NG OFW"]),
        )),
    }
    if d.percent(60) {
        out.push(column(
            What::Sex,
            d.pick(&["SEX", "Kasarian", "Gender", "M/F"]),
        ));
    }
    let birth: &[&str] = match hand.dates {
        Dates::Age => &["AGE", "Edad", "Age"],
        Dates::DayFirst => &[
            "DATE OF BIRTH (DD/MM/YYYY)",
            "Birthday",
            "Petsa ng Kapanganakan",
        ],
        Dates::MonthFirst => &["BIRTHDATE (mm/dd/yyyy)", "B-day", "Date of Birth"],
        _ => &["DATE OF BIRTH", "Birthday", "Kapanganakan", "B-day", "DOB"],
    };
    out.push(column(What::Birth, d.pick(birth)));
    if d.percent(45) {
        out.push(column(
            What::Civil,
            d.pick(&["CIVIL STATUS", "Status", "Katayuang Sibil"]),
        ));
    }
    if by_column {
        out.push(column(
            What::Barangay,
            d.pick(&["BARANGAY", "Brgy.", "Barangay"]),
        ));
    }
    if !by_purok && d.percent(60) {
        out.push(column(
            What::Purok,
            d.pick(&["PUROK", "Purok/Sitio", "Purok"]),
        ));
    }
    out.push(column(
        What::Country,
        d.pick(&[
            "COUNTRY",
            "Bansa",
            "Country of Destination",
            "Saan nagtatrabaho",
            "Place of Work",
            "Bansang Pinagtatrabahuhan",
            "JOBSITE",
        ]),
    ));
    if d.percent(65) {
        out.push(column(
            What::Work,
            d.pick(&[
                "OCCUPATION",
                "Trabaho",
                "Position",
                "Job Title",
                "Hanapbuhay",
            ]),
        ));
    }
    if d.percent(20) {
        out.push(column(What::Passport, "PASSPORT NO."));
    }
    if d.percent(65) {
        out.push(column(
            What::Own,
            d.pick(&[
                "CONTACT NO. OF OFW",
                "CP # (OFW)",
                "Cellphone No.",
                "OFW Contact Number",
                "Mobile No. (abroad)",
            ]),
        ));
    }
    kin_columns(d, hand, &mut out);
    if d.percent(40) {
        out.push(column(
            What::Remarks,
            d.pick(&["REMARKS", "Puna", "Remarks"]),
        ));
    }
    out
}

fn kin_columns(d: &mut Dice, hand: &Hand, out: &mut Vec<Column>) {
    match hand.family {
        Family::Three => {
            out.push(column(
                What::KinName(0),
                d.pick(&[
                    "NAME OF NEXT OF KIN",
                    "Contact Person",
                    "Pangalan ng Pamilya",
                    "Kamag-anak sa Pilipinas",
                    "Beneficiary",
                    "Contact person in case of emergency",
                ]),
            ));
            out.push(column(
                What::KinRelation(0),
                d.pick(&["RELATIONSHIP", "Relasyon", "Kaugnayan", "Relation to OFW"]),
            ));
            out.push(column(
                What::KinPhone(0),
                d.pick(&[
                    "Contact No. of Family",
                    "CP No. ng pamilya",
                    "CONTACT NUMBER OF KIN",
                    "Tel. No. of contact person",
                ]),
            ));
        }
        Family::Bracketed | Family::Dashed => {
            out.push(column(
                What::KinName(0),
                d.pick(&[
                    "CONTACT PERSON (RELATIONSHIP)",
                    "Next of Kin / Relationship",
                    "Contact Person",
                ]),
            ));
            out.push(column(
                What::KinPhone(0),
                d.pick(&[
                    "CONTACT NUMBER OF FAMILY",
                    "CP No. ng pamilya",
                    "Family Contact No.",
                ]),
            ));
        }
        Family::Twice if d.percent(50) => {
            for (n, group) in ["1st Contact Person", "2nd Contact Person"]
                .into_iter()
                .enumerate()
            {
                for (what, title) in [
                    (What::KinName(n), "Name"),
                    (What::KinRelation(n), "Relationship"),
                    (What::KinPhone(n), "Contact No."),
                ] {
                    out.push(Column {
                        what,
                        title: title.to_owned(),
                        group,
                    });
                }
            }
        }
        Family::Twice => {
            for n in 0..2 {
                out.push(column(
                    What::KinName(n),
                    format!("Contact Person {}", n + 1),
                ));
                out.push(column(
                    What::KinRelation(n),
                    format!("Relationship {}", n + 1),
                ));
                out.push(column(What::KinPhone(n), format!("Contact No. {}", n + 1)));
            }
        }
    }
}
