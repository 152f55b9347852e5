// Invented people, always the same ones for the same seed. No name, number or fate here belongs to anybody.

import type { ContactDto, PersonInput } from "../index";
import { phone } from "./phones";
import { PLACES } from "./places";

const SURNAMES = [
  "Dela Cruz", "Delos Reyes", "Bituin", "Sarmiento", "Mendoza", "De Villa", "Magsino", "Lunar", "Ilagan", "Cuevas",
  "Peña", "Atienza", "Marasigan", "Hernandez", "Malabanan", "Punzalan", "Castillo", "Sañosa", "Villapando", "Macatangay",
];
const WOMEN = [
  "Maricel", "Rosalinda", "Ma. Theresa", "Jennifer", "Edna", "Lourdes", "Analyn", "Cristina", "Michelle", "Rowena",
];
const MEN = ["Ronaldo", "Jose", "Kristoffer", "Ramil", "Juan", "Ferdinand", "Noel", "Reynaldo", "Arnel", "Dennis"];
const NICKNAMES = ["Baby", "Boy", "Nene", "Jun", "Tess", "Inday", "Bong", "Weng"];
const WORK: [job: string, employer: string, women: boolean][] = [
  ["Household worker", "Al-Harbi family", true],
  ["Nurse", "King Fahad Hospital", true],
  ["Driver", "Gulf Transport", false],
  ["Welder", "Almarai", false],
  ["Caregiver", "Silver Home", true],
  ["Able seaman", "Pacific Star", false],
  ["Cook", "Blue Bay Hotel", false],
  ["Sales clerk", "City Centre Mall", true],
];
const ABROAD: [country: string, place: string, ownPrefix: string, weight: number][] = [
  ["SA", "Riyadh", "+96650", 10], ["AE", "Dubai", "+97150", 8], ["HK", "Kowloon", "+8526", 6], ["QA", "Doha", "+97433", 5],
  ["LB", "Beirut", "+96171", 4], ["KW", "Kuwait City", "+96550", 4], ["TW", "Taipei", "+8869", 3], ["IT", "Milan", "+39320", 3],
  ["JP", "Osaka", "+8190", 2], ["SG", "", "+658", 2], ["XS", "MV Pacific Star", "+63917", 4],
];
const RELATIONS = ["spouse", "mother", "sibling", "father", "child", "aunt_uncle", "neighbour"];

/** A small linear generator: good enough for invented people, the same on every machine. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function weighted(roll: (below: number) => number): (typeof ABROAD)[number] {
  const all = ABROAD.reduce((sum, entry) => sum + entry[3], 0);
  let left = roll(all);
  for (const entry of ABROAD) {
    left -= entry[3];
    if (left < 0) return entry;
  }
  return ABROAD[0]!;
}

function contact(id: string, surname: string, woman: boolean, roll: (below: number) => number): ContactDto {
  const relation = RELATIONS[roll(RELATIONS.length)]!;
  const female = relation === "mother" || (relation === "spouse" ? !woman : roll(2) === 0);
  const given = (female && relation !== "father" ? WOMEN : MEN)[roll(10)]!;
  return {
    id,
    name: `${given} ${relation === "neighbour" ? SURNAMES[roll(SURNAMES.length)] : surname}`,
    relation,
    phones: [phone(`09${15 + roll(60)} 555 ${String(roll(10000)).padStart(4, "0")}`)],
    handle: "",
    language: "fil",
    place: "",
    hours: roll(3) === 0 ? "18:00-21:00" : "",
    knowsWhere: roll(2) === 0,
  };
}

/** So many invented people; ids start with `prefix`. */
export function inventPeople(count: number, prefix: string, seed = 7): PersonInput[] {
  const roll = dice(seed);
  const homes = PLACES.filter((place) => place.level === "barangay");
  return Array.from({ length: count }, (_, index) => {
    const woman = roll(10) < 6;
    const [job, employer] = WORK.filter((work) => work[2] === woman)[roll(4)]!;
    const [country, place, own] = weighted(roll);
    const surname = SURNAMES[roll(SURNAMES.length)]!;
    const contacts = Array.from({ length: roll(8) === 0 ? 0 : 1 + roll(2) }, (_, at) =>
      contact(`${prefix}${index}-c${at}`, surname, woman, roll),
    );
    return {
      ...emptyPerson(),
      id: `${prefix}${index}`,
      surname,
      given: (woman ? WOMEN : MEN)[roll(10)]!,
      middle: SURNAMES[roll(SURNAMES.length)]!,
      suffix: !woman && roll(9) === 0 ? "Jr." : "",
      nickname: roll(3) === 0 ? NICKNAMES[roll(NICKNAMES.length)]! : "",
      birth: roll(5) === 0 ? String(1968 + roll(35)) : `${1968 + roll(35)}-${String(1 + roll(12)).padStart(2, "0")}-${String(1 + roll(28)).padStart(2, "0")}`,
      sex: woman ? "F" : "M",
      barangay: homes[roll(homes.length)]!.code,
      purok: `Purok ${1 + roll(6)}`,
      country: country,
      place,
      seaBased: country === "XS",
      occupation: job,
      employer,
      worksite: "",
      phones: roll(2) === 0 ? [phone(`${own}${String(100000 + roll(900000))}`)] : [],
      language: "fil",
      contacts,
    };
  });
}

/** The same person as another sheet would have them: a slip in the name, the date turned, one relative more. */
export function writtenTwice(card: PersonInput, id: string): [first: PersonInput, second: PersonInput] {
  const rosa: ContactDto = {
    id: `${card.id}-ca`, name: `Rosa ${card.surname}`, relation: "mother", phones: [phone("0917 555 0142")], handle: "", language: "fil",
    place: "", hours: "", knowsWhere: true,
  };
  const first = { ...card, birth: "1984-03-07", contacts: [rosa] };
  const second = {
    ...first, id, surname: `${card.surname.slice(0, 3)}${card.surname.slice(2)}`, middle: `${card.middle.slice(0, 1)}.`, birth: "1984-07-03",
    employer: "", nickname: "", phones: [phone("+966501234567")],
    contacts: [{ ...rosa, id: `${id}-ca` }, { ...rosa, id: `${id}-cb`, name: `Noel ${card.surname}`, relation: "sibling", phones: [phone("0918 555 0177")] }],
  };
  return [first, second];
}

/** A person with nothing in it. */
export function emptyPerson(): PersonInput {
  return {
    id: "", surname: "", given: "", middle: "", suffix: "", nickname: "", birth: "", sex: "", barangay: "", purok: "",
    country: "", place: "", seaBased: false, occupation: "", employer: "", worksite: "", phones: [], emails: [],
    handles: [], language: "", emergencyNote: "", returned: "", contacts: [],
  };
}
