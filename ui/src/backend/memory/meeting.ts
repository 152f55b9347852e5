// Freshness and the monthly meeting in memory, by the rules of ugnay-app meeting.rs.

import {
  appError,
  type FreshShare,
  type Freshness,
  type Meeting,
  type MeetingEnd,
  type MeetingMark,
  type MeetingMarked,
  type MeetingRow,
  type Saved,
  type StalePhone,
  type StalePhones,
} from "../index";
import type { MeetingBackend } from "../meeting";
import { confirmPerson, fullName, MANILA, savePerson, toRow } from "./people";
import { checkPhone } from "./phones";
import { placeName, placePath } from "./places";
import { alive, type Entry, entryOf, type Register, undoChange } from "./register";

const DAY = 86400;
const EVERY = 30 * DAY;
const MONTHS = 6;

interface Mark {
  person: string;
  mark: string;
  from: string;
  at: number;
  before: number | null;
  sets: string[];
}

interface State {
  running: Map<string, { began: number; marks: Mark[] }>;
  held: Map<string, number>;
}

const states = new WeakMap<Register, State>();
function stateOf(register: Register): State {
  const known = states.get(register) ?? { running: new Map(), held: new Map() };
  states.set(register, known);
  return known;
}

function share(people: Entry[], now: number, months: number): FreshShare {
  const since = now - Math.floor((months * 365) / 12) * DAY;
  const fresh = people.filter((entry) => entry.confirmed !== null && entry.confirmed.at >= since).length;
  const percent = people.length === 0 ? 100 : Math.floor((100 * fresh) / people.length);
  const level = people.length === 0 ? "nobody" : percent >= 90 ? "good" : percent >= 75 ? "fair" : percent >= 50 ? "weak" : "poor";
  return { people: people.length, fresh, percent, level };
}

const abroad = (register: Register): Entry[] => alive(register).filter((entry) => entry.card.returned === "");

function peopleOf(register: Register, area: string): Entry[] {
  if (area === register.info.place) return abroad(register);
  return abroad(register).filter((entry) => entry.card.barangay === area);
}

function areaOf(register: Register, area: string): string {
  const code = area === "" ? register.info.place : area;
  if (placeName(code) === null) throw appError("bad_input", { field: "area" });
  return code;
}

function freshness(register: Register, now: number, months: number): Freshness {
  const codes = [...new Set(abroad(register).map((entry) => entry.card.barangay))];
  const { held, running } = stateOf(register);
  const areas = codes.map((area) => {
    const ends = [held.get(area), held.get(register.info.place)].filter((at) => at !== undefined);
    const lastMeeting = ends.length === 0 ? null : Math.max(...ends);
    return {
      area,
      name: placePath(area) ?? "",
      share: share(abroad(register).filter((entry) => entry.card.barangay === area), now, months),
      lastMeeting,
      due: area !== "" && (lastMeeting === null || now - lastMeeting > EVERY),
      running: running.get(area)?.began ?? null,
    };
  });
  areas.sort((a, b) => Number(b.due) - Number(a.due) || a.share.percent - b.share.percent || a.name.localeCompare(b.name));
  return { months, all: share(abroad(register), now, months), due: areas.filter((one) => one.due).length, own: register.info.place, areas };
}

function row(entry: Entry, mark: Mark | undefined): MeetingRow {
  const { card } = entry;
  const { countryName } = toRow(entry);
  const shown = (phones: { typed: string }[]): string[] => phones.map((one) => checkPhone(one.typed).shown);
  return {
    id: card.id,
    name: fullName(card),
    nickname: card.nickname || null,
    home: [card.purok, placeName(card.barangay)].filter(Boolean).join(", "),
    country: card.country || null,
    countryName,
    place: card.place || null,
    sources: card.contacts.map(({ name, relation, phones }) => ({ name, relation, phones: shown(phones) })),
    phones: shown(card.phones),
    confirmed: entry.confirmed,
    mark: mark?.mark ?? null,
    from: mark?.from ?? "",
    markedAt: mark?.at ?? null,
  };
}

function runningIn(register: Register, area: string): { began: number; marks: Mark[] } {
  const found = stateOf(register).running.get(areaOf(register, area));
  if (found === undefined) throw appError("not_found");
  return found;
}

function show(register: Register, code: string, now: number): Meeting {
  const area = areaOf(register, code);
  const { began, marks } = runningIn(register, area);
  const open = peopleOf(register, area).filter(
    (entry) => !marks.some((mark) => mark.person === entry.card.id) && (entry.confirmed === null || entry.confirmed.at < began - EVERY),
  );
  const rows = [
    ...open.map((entry) => ({ at: entry.confirmed?.at ?? null, row: row(entry, undefined) })),
    ...marks.map((mark) => ({ at: mark.before, row: row(entryOf(register, mark.person), mark) })),
  ];
  rows.sort((a, b) => (a.at ?? -1) - (b.at ?? -1) || (a.row.name < b.row.name ? -1 : 1));
  return {
    area,
    name: placePath(area) ?? "",
    began,
    officer: register.officer,
    share: share(peopleOf(register, area), now, MONTHS),
    done: marks.length,
    left: open.length,
    rows: rows.map((one) => one.row),
  };
}

function marked(register: Register, area: string, person: string, now: number): MeetingMarked {
  const { share, done, left } = show(register, area, now);
  const mark = runningIn(register, area).marks.find((one) => one.person === person);
  return { row: row(entryOf(register, person), mark), share, done, left };
}

function unmark(register: Register, area: string, person: string): void {
  const running = runningIn(register, area);
  const mark = running.marks.find((one) => one.person === person);
  if (mark === undefined) return;
  running.marks = running.marks.filter((one) => one !== mark);
  for (const set of [...mark.sets].reverse()) undoChange(register, set);
}

function cameHome(register: Register, id: string, from: string, now: number): Saved[] {
  const entry = entryOf(register, id);
  const confirmed = confirmPerson(register, id, from, now);
  const returned = new Date((now + MANILA) * 1000).toISOString().slice(0, 10);
  return [confirmed, savePerson(register, { ...entry.card, returned }, now)];
}

function mark(register: Register, input: MeetingMark, now: number): MeetingMarked {
  unmark(register, input.area, input.person);
  const running = runningIn(register, input.area);
  const before = entryOf(register, input.person).confirmed?.at ?? null;
  const from = input.from.trim();
  let saved: Saved[] = [];
  if (input.mark === "same" || input.mark === "changed") saved = [confirmPerson(register, input.person, from, now)];
  else if (input.mark === "home") saved = cameHome(register, input.person, from, now);
  else if (input.mark !== "unknown") throw appError("bad_input", { field: "mark" });
  const sets = [input.changeSet, ...saved.map((one) => one.changeSet)].filter((set) => set !== null);
  running.marks.push({ person: input.person, mark: input.mark, from, at: now, before, sets });
  return marked(register, input.area, input.person, now);
}

function end(register: Register, code: string, now: number): MeetingEnd {
  const area = areaOf(register, code);
  const { name, began, left, share } = show(register, area, now);
  const { marks } = runningIn(register, area);
  const count = (kind: string): number => marks.filter((one) => one.mark === kind).length;
  stateOf(register).held.set(area, now);
  stateOf(register).running.delete(area);
  return { name, began, ended: now, same: count("same"), changed: count("changed"), home: count("home"), unknown: count("unknown"), left, share };
}

const REASONS = ["none", "failed", "never", "old"];

function stale(register: Register, now: number, limit: number): StalePhones {
  const rows: StalePhone[] = [];
  for (const entry of abroad(register)) {
    const contact = entry.card.contacts.find((one) => one.phones.length > 0);
    const number = contact?.phones[0] ?? entry.card.phones[0];
    const old = entry.confirmed === null ? "never" : now - entry.confirmed.at > 365 * DAY ? "old" : null;
    const reason = number === undefined ? "none" : old;
    if (reason === null) continue;
    rows.push({
      person: entry.card.id,
      name: fullName(entry.card),
      whose: contact?.name ?? "",
      relation: contact?.relation || (contact === undefined ? "self" : "other"),
      shown: number === undefined ? "" : checkPhone(number.typed).shown,
      dial: number?.e164 ?? null,
      reason,
      confirmedAt: entry.confirmed?.at ?? null,
    });
  }
  rows.sort((a, b) => REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || (a.confirmedAt ?? 0) - (b.confirmedAt ?? 0));
  return { total: rows.length, rows: rows.slice(0, limit) };
}

type Answer = <T>(work: () => T) => Promise<T>;

export function meetings(here: () => Register, now: () => number, answer: Answer): MeetingBackend {
  return {
    freshness: (months) => answer(() => freshness(here(), now(), months)),
    stalePhones: (limit) => answer(() => stale(here(), now(), limit)),
    meetingStart: (area) =>
      answer(() => {
        const code = areaOf(here(), area);
        const { running } = stateOf(here());
        if (!running.has(code)) running.set(code, { began: now(), marks: [] });
        return show(here(), code, now());
      }),
    meeting: (area) => answer(() => show(here(), area, now())),
    meetingMark: (input) => answer(() => mark(here(), input, now())),
    meetingUnmark: (area, person) =>
      answer(() => {
        unmark(here(), area, person);
        return marked(here(), area, person, now());
      }),
    meetingEnd: (area) => answer(() => end(here(), area, now())),
  };
}
