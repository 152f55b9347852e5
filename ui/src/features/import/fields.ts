// What a column can be taken for, in the order of the choice (codes of the crate `ugnay-interchange`).

export const FIELDS = [
  "full_name", "surname", "given", "middle", "suffix", "nickname", "sex", "birth_date", "age", "civil_status", "barangay",
  "purok", "address", "destination", "destination_place", "destination_employer", "sea_based", "occupation", "employer",
  "phone", "phone_both", "email", "handle", "contact1_name", "contact1_relation", "contact1_phones",
  "contact1_name_relation", "contact1_name_phone", "contact2_name", "contact2_relation", "contact2_phones",
  "year_departed", "agency", "consent", "remarks",
];
