//! Repetitions laid flat: the spellings, their order, phones inside a contact, groups about things.

use chrono::NaiveDate;

use crate::{ImportOptions, Mapping, Parsed, SourceFile, preview};

fn read(text: &str) -> Parsed {
    let options = ImportOptions {
        home: None,
        today: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    let file = SourceFile {
        name: "export.csv",
        bytes: text.as_bytes(),
    };
    preview(&[file], &Mapping::default(), &options, &mut |_| true)
        .unwrap()
        .parsed
}

/// Name, relation's word and numbers of each contact of somebody.
fn contacts(p: &Parsed, at: usize) -> Vec<(String, String, Vec<String>)> {
    let all = p.persons[at].contacts.iter();
    all.map(|c| {
        let relation = c.relation.map(|r| format!("{r:?}")).unwrap_or_default();
        let phones = c.phones.iter().filter_map(|p| p.e164.clone()).collect();
        (c.name.clone(), relation, phones)
    })
    .collect()
}

fn contact(name: &str, relation: &str, phones: &[&str]) -> (String, String, Vec<String>) {
    let phones = phones.iter().map(|p| format!("+63{p}")).collect();
    (name.to_owned(), relation.to_owned(), phones)
}

#[test]
fn every_repetition_is_a_contact_in_order() {
    for (a, b) in [
        ("contact[", "]/"),
        ("family/contact[", "]/"),
        ("contact/", "/"),
        ("Contact > ", " > "),
    ] {
        let group = |n: u32| {
            ["name", "relation", "phone"]
                .map(|asked| format!("{a}{n}{b}{asked}"))
                .join(",")
        };
        let text = format!(
            "surname,first_name,country,{},{},{},{},_index\nCruz,Ana,KSA,Pedro Cruz,asawa,0917 600 1111,Lucia Cruz,nanay,0917 600 2222,Jose Cruz,kapatid,,Rosa Cruz,tiya,0917 600 4444,1\n\
             Reyes,Ben,UAE,Lina Reyes,asawa,0918 600 1111,,,,,,,,,,2\n",
            group(1),
            group(2),
            group(3),
            group(4)
        );
        let p = read(&text);
        assert_eq!(p.persons.len(), 2, "{a}: two submissions are two people");
        assert_eq!(
            contacts(&p, 0),
            [
                contact("Pedro Cruz", "Spouse", &["9176001111"]),
                contact("Lucia Cruz", "Mother", &["9176002222"]),
                contact("Jose Cruz", "Sibling", &[]),
                contact("Rosa Cruz", "Aunt", &["9176004444"]),
            ],
            "{a}: all of them, in the order they were asked"
        );
        assert_eq!(
            contacts(&p, 1),
            [contact("Lina Reyes", "Spouse", &["9186001111"])],
            "{a}: repetitions nobody answered are nobody"
        );
    }
}

#[test]
fn columns_in_any_order_and_names_in_two_parts() {
    let p = read(
        "name,country,kin[10]/last_name,kin[2]/first_name,kin[2]/last_name,kin[10]/first_name,kin[2]/phone[1]/number,kin[2]/phone[2]/number\nAna Cruz,KSA,Abad,Jose,Magno,Rosa,0917 600 1111,0917 600 2222\n",
    );
    assert_eq!(
        contacts(&p, 0),
        [
            contact("Jose Magno", "", &["9176001111", "9176002222"]),
            contact("Rosa Abad", "", &[]),
        ],
        "by their numbers, the parts of a name together, both phones with the contact they are of"
    );
}

#[test]
fn repetitions_come_after_the_contact_asked_first() {
    let p = read(
        "name,country,next of kin,children[1]/childs_name,children[1]/childs_age,children[2]/childs_name,children[2]/childs_age\nBob Cruz,KSA,Lina Cruz,Tom Cruz,12,Dick Cruz,5\n",
    );
    let names: Vec<String> = contacts(&p, 0).into_iter().map(|c| c.0).collect();
    assert_eq!(
        names,
        ["Lina Cruz", "Tom Cruz", "Dick Cruz"],
        "all of them, nobody twice"
    );
    assert!(
        p.persons[0].birth.is_none(),
        "a child's age is not the parent's"
    );
}

#[test]
fn what_repeats_about_things_is_no_contact() {
    let p = read(
        "name,phone,job[1]/country,job[1]/employer,job[2]/country,job[2]/employer\nAna Cruz,0917 600 1111,KSA,Al Noor,Oman,Sea Co\n",
    );
    assert!(p.persons[0].contacts.is_empty(), "a job is nobody");
}

#[test]
fn nobody_beside_the_repetitions() {
    let p = read(
        "net[1]/member[1]/name,net[1]/member[2]/name,net[2]/member[1]/name\nAndrew Cruz,Bob Cruz,Carl Cruz\n",
    );
    let names: Vec<String> = contacts(&p, 0).into_iter().map(|c| c.0).collect();
    assert_eq!(
        (p.persons.len(), names),
        (1, vec!["Bob Cruz".to_owned(), "Carl Cruz".to_owned()]),
        "the first is the person, the others are asked about through him, nobody is lost"
    );
}
