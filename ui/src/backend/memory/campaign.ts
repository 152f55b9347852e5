// Campaigns in memory: drills of this device, the call list, outcomes and their counts.

import {
  appError,
  type CallList,
  type CallQuery,
  type CallTarget,
  type CallTask,
  type CampaignRow,
  type OutcomeInput,
  type OutcomeSaved,
  type PhoneDto,
  type StartDrill,
} from "../index";
import { drillTasks, onDrillGround } from "./drill";
import { fullName } from "./people";
import { checkPhone } from "./phones";
import { countryName, placePath } from "./places";
import { alive, copy, type Entry, entryOf, freshId, noteChange, type Register, type StoredAttempt } from "./register";

const STATES = ["todo", "call_back", "needs_help", "no_news", "safe", "other"];
const DAY = 86400;

function attemptsOf(register: Register, campaign: string, person: string): StoredAttempt[] {
  return register.attempts.filter((a) => a.campaign === campaign && a.person === person);
}

function stateOf(attempts: StoredAttempt[]): string {
  const last = attempts[0];
  if (last === undefined) return "todo";
  if (last.safety === "safe") return "safe";
  if (last.safety === "no_news") return "no_news";
  if (last.safety === "declines_contact") return "other";
  if (last.safety !== null) return "needs_help";
  return last.result === "reached" || last.result === "visited" ? "other" : last.callAfter !== null ? "call_back" : "todo";
}

function targets(entry: Entry, attempts: StoredAttempt[]): CallTarget[] {
  const bad = new Set(attempts.filter((a) => ["wrong_number", "number_off"].includes(a.result)).map((a) => a.contact));
  const target = (contact: string, name: string, relation: string, phone: PhoneDto, hours: string): CallTarget => ({
    contact,
    name,
    relation,
    shown: checkPhone(phone.typed).shown,
    dial: phone.e164,
    hours: hours || null,
    bad: bad.has(contact),
  });
  return [
    ...entry.card.contacts.flatMap((c) => c.phones.map((p) => target(c.id, c.name, c.relation, p, c.hours))),
    ...entry.card.phones.map((p) => target("", fullName(entry.card), "self", p, "")),
  ];
}

function task(register: Register, campaign: string, entry: Entry): CallTask {
  const attempts = attemptsOf(register, campaign, entry.card.id);
  return {
    person: entry.card.id,
    name: fullName(entry.card),
    home: [entry.card.purok, placePath(entry.card.barangay)].filter(Boolean).join(", "),
    destination: [entry.card.place, countryName(entry.card.country)].filter(Boolean).join(", "),
    calls: targets(entry, attempts),
    state: stateOf(attempts),
    attempts: attempts.map(({ id, at, contact, result, safety, needs, step, reported }) => ({
      id, at, contact, result, safety, needs, step, reported,
    })),
    callAfter: attempts[0]?.callAfter ?? null,
    role: null,
  };
}

/** Everybody a campaign is about. */
function tasksOf(register: Register, campaign: CampaignRow): CallTask[] {
  if (!onDrillGround(register, campaign)) return inScope(register, campaign.country).map((entry) => task(register, campaign.id, entry));
  return drillTasks(campaign).map((one) => {
    const attempts = attemptsOf(register, campaign.id, one.person);
    const shown = attempts.map(({ id, at, contact, result, safety, needs, step, reported }) => ({ id, at, contact, result, safety, needs, step, reported }));
    return { ...one, attempts: shown, state: stateOf(attempts), callAfter: attempts[0]?.callAfter ?? null };
  });
}

const inScope = (register: Register, country: string): Entry[] =>
  alive(register).filter((entry) => entry.card.country === country);

function row(register: Register, campaign: CampaignRow): CampaignRow {
  const people = tasksOf(register, campaign);
  const done = people.filter(({ state }) => state !== "todo" && state !== "call_back");
  const unreported = register.attempts.filter((a) => a.campaign === campaign.id && !a.reported && !campaign.drill);
  return { ...campaign, inScope: people.length, done: done.length, unreported: unreported.length };
}

export function campaigns(register: Register): CampaignRow[] {
  return register.campaigns.map((campaign) => row(register, campaign));
}

export function startDrill(register: Register, { country, level }: StartDrill, now: number): CampaignRow {
  const name = countryName(country);
  if (name === null) throw appError("bad_input", { field: "country" });
  if (level > 4) throw appError("bad_input", { field: "level" });
  const campaign: CampaignRow = {
    id: freshId(register, "campaign"),
    name: `Drill: ${name}`,
    hazard: "drill",
    level,
    country,
    countryName: name,
    origin: "drill",
    drill: true,
    openedAt: now,
    closesAt: now + 3 * DAY,
    inScope: 0,
    done: 0,
    unreported: 0,
  };
  register.campaigns.unshift(campaign);
  return row(register, campaign);
}

function campaignOf(register: Register, id: string): CampaignRow {
  const found = register.campaigns.find((campaign) => campaign.id === id);
  if (found === undefined) throw appError("not_found");
  return found;
}

/** Everybody a campaign is about in calling order, with the figures. */
export function wholeCallList(register: Register, id: string): CallList {
  const campaign = campaignOf(register, id);
  const tasks = tasksOf(register, campaign);
  tasks.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.name.localeCompare(b.name, "en"));
  const counts = STATES.map((state) => ({ state, tasks: tasks.filter((one) => one.state === state).length }));
  return {
    campaign: row(register, campaign),
    script: ["#script-greeting", "#script-who", "#question-safe", "#question-needs", "#script-thanks"],
    tasks,
    counts,
    total: tasks.length,
    task: null,
  };
}

export function callList(register: Register, { campaign, offset, limit, person }: CallQuery): CallList {
  const { tasks, ...whole } = wholeCallList(register, campaign);
  return {
    ...whole,
    tasks: tasks.slice(offset, limit === null ? undefined : offset + limit),
    task: tasks.find((one) => one.person === person) ?? null,
  };
}

export function recordOutcome(register: Register, input: OutcomeInput, now: number): OutcomeSaved {
  const found = campaignOf(register, input.campaign);
  const drill = onDrillGround(register, found);
  if (drill && found.closesAt <= now) throw appError("refused", { detail: "drill_over" });
  if (drill && !drillTasks(found).some((one) => one.person === input.person)) throw appError("not_found");
  if (!drill) entryOf(register, input.person);
  const { campaign, person, contact, result, safety, needs, step, callAfter } = copy(input);
  const attempt: StoredAttempt = {
    id: freshId(register, "attempt"), at: now, reported: false, campaign, person, contact, result, safety, needs, step, callAfter,
  };
  register.attempts.unshift(attempt);
  const changeSet = noteChange(register, null, () => {
    register.attempts = register.attempts.filter((one) => one.id !== attempt.id);
  });
  return { task: tasksOf(register, found).find((one) => one.person === person)!, changeSet };
}
