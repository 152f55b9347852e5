// A birth as far as it is known: a day, a month, a year, or an age in some year. No day is ever invented.

export interface Birth {
  kind: "date" | "age";
  year: string;
  month: string;
  day: string;
  age: string;
}

export function readBirth(value: string): Birth {
  const age = /^~(\d+)@\d{4}$/.exec(value);
  if (age !== null) return { kind: "age", year: "", month: "", day: "", age: age[1]! };
  const [year = "", month = "", day = ""] = value.split("-");
  return { kind: "date", year, month: month.replace(/^0/, ""), day: day.replace(/^0/, ""), age: "" };
}

/** The value to save; empty while too little is known. */
export function writeBirth(birth: Birth, thisYear: number): string {
  if (birth.kind === "age") return /^\d{1,3}$/.test(birth.age) ? `~${Number(birth.age)}@${thisYear}` : "";
  if (!/^\d{4}$/.test(birth.year)) return "";
  if (birth.month === "") return birth.year;
  const month = `${birth.year}-${birth.month.padStart(2, "0")}`;
  return /^\d{1,2}$/.test(birth.day) ? `${month}-${birth.day.padStart(2, "0")}` : month;
}
