// The closed list of relations, in the order an officer meets them most.

export const RELATIONS = [
  "spouse", "partner", "mother", "father", "child", "sibling", "grandparent", "grandchild", "aunt_uncle", "cousin",
  "niece_nephew", "parent_in_law", "child_in_law", "sibling_in_law", "godparent", "guardian", "neighbour", "friend",
  "employer", "other",
];

/** Languages a family is likely to speak on the phone. */
export const SPEECH = ["fil", "ceb", "ilo", "hil", "bik", "war", "pam", "pag", "en", "ar", "zh", "es", "it"];
