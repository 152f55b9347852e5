// A handful of places and countries for the in-memory backend: enough to type against, not a gazetteer.

import type { CountryOption, PlaceHit } from "../index";

const CUENCA = [
  "Balagbag", "Bungahan", "Calumayin", "Dalipit East", "Dalipit West", "Dita", "Don Juan", "Emmanuel", "Ibabao",
  "Labac", "Pinagkaisahan", "San Felipe", "San Isidro", "Poblacion 1", "Poblacion 2", "Poblacion 3",
];

const barangay = (name: string, index: number): PlaceHit => ({
  code: `0401009${String(index + 1).padStart(3, "0")}`,
  name,
  path: `${name}, Cuenca, Batangas`,
  level: "barangay",
});

export const PLACES: PlaceHit[] = [
  { code: "0401009000", name: "Cuenca", path: "Cuenca, Batangas", level: "municipality" },
  ...CUENCA.map(barangay),
  { code: "0401000000", name: "Batangas", path: "Batangas", level: "province" },
  { code: "0401014000", name: "Lipa", path: "City of Lipa, Batangas", level: "city" },
  { code: "0603022000", name: "Iloilo", path: "City of Iloilo", level: "city" },
];

const COUNTRY_NAMES: [code: string, english: string, filipino: string, ...aliases: string[]][] = [
  ["AE", "United Arab Emirates", "United Arab Emirates", "uae", "dubai", "sharjah", "abu dhabi"],
  ["AU", "Australia", "Australia"],
  ["BH", "Bahrain", "Bahrain"],
  ["CA", "Canada", "Canada"],
  ["CY", "Cyprus", "Cyprus"],
  ["DE", "Germany", "Germany"],
  ["ES", "Spain", "Espanya"],
  ["FR", "France", "Pransya"],
  ["GB", "United Kingdom", "United Kingdom", "uk", "england", "london"],
  ["GR", "Greece", "Gresya"],
  ["HK", "Hong Kong", "Hong Kong", "h.k."],
  ["IL", "Israel", "Israel"],
  ["IT", "Italy", "Italya", "milan", "rome"],
  ["JO", "Jordan", "Jordan"],
  ["JP", "Japan", "Japan"],
  ["KR", "South Korea", "Timog Korea", "korea"],
  ["KW", "Kuwait", "Kuwait"],
  ["LB", "Lebanon", "Lebanon", "beirut"],
  ["LY", "Libya", "Libya"],
  ["MO", "Macao", "Macao", "macau"],
  ["MY", "Malaysia", "Malaysia"],
  ["NZ", "New Zealand", "New Zealand", "n.z."],
  ["OM", "Oman", "Oman"],
  ["QA", "Qatar", "Qatar", "doha"],
  ["SA", "Saudi Arabia", "Saudi Arabia", "ksa", "saudi", "riyadh", "jeddah"],
  ["SG", "Singapore", "Singapore"],
  ["TW", "Taiwan", "Taiwan", "taipei"],
  ["US", "United States", "Estados Unidos", "usa", "u.s."],
  ["XS", "At sea", "Sa dagat", "cruise ship", "seaman", "barko"],
];

export const COUNTRIES: CountryOption[] = COUNTRY_NAMES.map(([code, name, nameFil]) => ({
  code,
  name,
  nameFil,
  standard: true,
}));

export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .trim();

export function placeName(code: string): string | null {
  return PLACES.find((place) => place.code === code)?.name ?? null;
}

export function placePath(code: string): string | null {
  return PLACES.find((place) => place.code === code)?.path ?? null;
}

export function countryName(code: string): string | null {
  return COUNTRIES.find((country) => country.code === code)?.name ?? null;
}

/** The country somebody meant by what stands in a cell, or nothing. */
export function readCountry(typed: string): string | null {
  const wanted = fold(typed);
  if (wanted === "") return null;
  for (const [code, english, filipino, ...aliases] of COUNTRY_NAMES) {
    const names = [code, english, filipino, ...aliases].map(fold);
    if (names.some((name) => name === wanted || wanted.split(/[,/]\s*/).includes(name))) return code;
  }
  return null;
}

export function searchPlaces(text: string, limit: number): PlaceHit[] {
  const words = fold(text).split(/[\s,]+/).filter(Boolean);
  if (words.length === 0) return [];
  const matches = (hit: PlaceHit): boolean => {
    const parts = fold(hit.path).split(/[\s,]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  const own = (hit: PlaceHit): number => (fold(hit.name).startsWith(words[0] ?? "") ? 0 : 1);
  return PLACES.filter(matches).sort((a, b) => own(a) - own(b)).slice(0, limit);
}
