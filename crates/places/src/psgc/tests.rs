//! Codes in and out.

use super::*;

#[test]
fn a_code_keeps_its_ten_digits() {
    let dita: Psgc = "0401009007".parse().unwrap();
    assert_eq!(
        dita.to_string(),
        "0401009007",
        "the leading zero belongs to the code"
    );
    assert_eq!(
        dita.municipality().to_string(),
        "0401009000",
        "the last three digits are the barangay"
    );
    assert_eq!(
        dita.province().to_string(),
        "0401000000",
        "then two of the municipality"
    );
    assert_eq!(
        dita.region().to_string(),
        "0400000000",
        "then three of the province"
    );
    assert!(
        dita.is_barangay() && !dita.municipality().is_barangay(),
        "only the former has barangay digits"
    );
}

#[test]
fn what_is_no_code_is_refused() {
    for bad in [
        "",
        "12345678",
        "04010090071",
        "04010O9007",
        "0000000000",
        "9999999999",
        "-401009007",
    ] {
        assert!(bad.parse::<Psgc>().is_err(), "{bad:?} is not a code");
    }
    assert_eq!(
        "401009007".parse::<Psgc>().unwrap().number(),
        401_009_007,
        "Excel eats leading zeros"
    );
}
