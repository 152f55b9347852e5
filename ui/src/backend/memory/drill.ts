// Drills with invented people in memory, by the rules of ugnay-app drill.rs.

import { appError, type CallTask, type CampaignRow, type DrillResult, type DrillTask } from "../index";
import { wholeCallList } from "./campaign";
import type { Register } from "./register";

const SURNAMES = ["Agila", "Banaba", "Kalapati", "Kamagong", "Kawayan", "Maya", "Molave", "Narra", "Pawikan", "Sampaguita", "Tamaraw", "Ylang"];
const GIVEN = ["Ana", "Ben", "Cora", "Dino", "Elsa", "Felix", "Gina", "Hilario", "Inday", "Jojo", "Karen", "Lito"];
const ROLES = ["safe", "needs_medical", "safe", "no_news", "wrong_number", "safe", "needs_help", "safe", "call_back", "no_news", "declines", "safe"];

/** A demo register's people are invented, so it practises on them. */
export const onDrillGround = (register: Register, campaign: CampaignRow): boolean => campaign.origin === "drill" && !register.info.demo;

/** The invented people of a drill, without their answers. */
export function drillTasks(campaign: CampaignRow): CallTask[] {
  return SURNAMES.map((surname, at) => ({
    person: `${campaign.id}-${at}`,
    name: `${surname}, ${GIVEN[at]!}`,
    home: `DRILL · Purok ${(at % 4) + 1}`,
    destination: campaign.countryName,
    calls: [{ contact: `${campaign.id}-${at}-c`, name: `${GIVEN[(at + 5) % 12]!} ${surname}`, relation: "mother", shown: `DRILL 000 ${String(at + 1).padStart(3, "0")}`, dial: null, hours: null, bad: false }],
    state: "todo",
    attempts: [],
    callAfter: null,
    role: ROLES[at]!,
  }));
}

function played(task: CallTask): DrillTask {
  const tried = (result: string): boolean => task.attempts.some((one) => one.result === result);
  const role = task.role ?? "";
  const right: Record<string, boolean> = {
    wrong_number: task.state === "todo" && (tried("wrong_number") || tried("number_off")),
    call_back: task.state === "call_back",
    declines: task.state === "other",
    needs_medical: task.state === "needs_help" && task.attempts.some((one) => one.needs.includes("medical")),
  };
  return { name: task.name, role, state: task.state, tried: task.attempts.length > 0, right: right[role] ?? task.state === role };
}

export function drillResult(register: Register, id: string, now: number): DrillResult {
  const { campaign, tasks, counts } = wholeCallList(register, id);
  if (!onDrillGround(register, campaign)) throw appError("not_found");
  const plays = tasks.map(played);
  const last = Math.max(campaign.openedAt, ...tasks.flatMap((task) => task.attempts.map((one) => one.at)));
  return {
    campaign,
    over: campaign.closesAt <= now,
    minutes: Math.floor((last - campaign.openedAt) / 60),
    calls: tasks.reduce((sum, task) => sum + task.attempts.length, 0),
    right: plays.filter((one) => one.right).length,
    counts: counts.filter((one) => one.tasks > 0),
    tasks: plays,
  };
}

export function drillEnd(register: Register, id: string, now: number): DrillResult {
  const found = register.campaigns.find((one) => one.id === id);
  if (found === undefined || !onDrillGround(register, found)) throw appError("not_found");
  found.closesAt = Math.min(found.closesAt, now);
  return drillResult(register, id, now);
}
