// The pairs to look at, the one being looked at, and what is decided about it. Nothing is merged without an officer.

import {
  type AppError,
  asAppError,
  backend,
  type DuplicateList,
  type DuplicatePair,
  type MergeLook,
  type Progress,
} from "../../backend";
import { t } from "../../i18n/index.svelte";
import { showToast } from "../../shared/toasts.svelte";
import { refresh } from "../people/list.svelte";
import { onLock, session } from "../session/session.svelte";

/** Up to so many people the register is compared without asking: it takes a moment only. */
const COMPARED_AT_ONCE = 5000;

interface State {
  list: DuplicateList | null;
  at: number;
  look: MergeLook | null;
  /** Whose value stays, by field, where somebody chose. */
  choices: Record<string, string>;
  progress: Progress | null;
  error: AppError | null;
  busy: boolean;
}

const nothing = (): State => ({ list: null, at: 0, look: null, choices: {}, progress: null, error: null, busy: false });

export const doubles = $state<State>(nothing());
onLock(() => Object.assign(doubles, nothing()));

export function currentPair(): DuplicatePair | null {
  return doubles.list?.pairs[doubles.at] ?? null;
}

async function attempt(work: () => Promise<void>): Promise<void> {
  doubles.error = null;
  try {
    await work();
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.code !== "cancelled") doubles.error = error;
  }
}

/** Shows what was found, and compares at once where that is quick and needed. */
export const open = (): Promise<void> =>
  attempt(async () => {
    doubles.list = await backend().duplicates();
    await select(Math.min(doubles.at, Math.max(0, doubles.list.pairs.length - 1)));
    if (doubles.list.stale && (session().info?.persons ?? 0) <= COMPARED_AT_ONCE) await compare();
  });

/** Compares everybody with everybody like them. */
export const compare = (): Promise<void> =>
  attempt(async () => {
    if (doubles.progress !== null) return;
    doubles.progress = { step: "matching", done: 0, total: 0 };
    try {
      doubles.list = await backend().lookForDuplicates((progress) => {
        if (doubles.progress !== null) doubles.progress = progress;
      });
    } finally {
      doubles.progress = null;
    }
    await select(0);
  });

export const stop = (): Promise<void> => attempt(() => backend().stopDuplicates());

/** Looks at one of the pairs; beyond either end nothing happens. */
export async function select(at: number): Promise<void> {
  const pair = doubles.list?.pairs[at];
  if (pair === undefined) {
    if (doubles.list?.pairs.length === 0) doubles.look = null;
    return;
  }
  doubles.at = at;
  doubles.choices = {};
  await attempt(async () => {
    const look = await backend().mergeLook(pair.a.id, pair.b.id);
    if (currentPair() === pair || (currentPair()?.a.id === pair.a.id && currentPair()?.b.id === pair.b.id)) doubles.look = look;
  });
}

/** After a decision: the pair goes, the next one takes its place; undo brings it back. */
async function decided(said: string, changeSet: string | null): Promise<void> {
  const again = async (): Promise<void> => {
    doubles.list = await backend().duplicates();
    refresh(true);
    await select(Math.min(doubles.at, Math.max(0, doubles.list.pairs.length - 1)));
  };
  await again();
  const undo = async (): Promise<void> => {
    await backend().undo(changeSet!);
    await again();
  };
  showToast(said, changeSet === null ? null : undo);
}

async function decide(work: (pair: DuplicatePair) => Promise<void>): Promise<void> {
  const pair = currentPair();
  if (pair === null || doubles.look === null || doubles.busy) return;
  doubles.busy = true;
  await attempt(() => work(pair));
  doubles.busy = false;
}

export const merge = (): Promise<void> =>
  decide(async ({ a, b }) => {
    const choices = Object.entries(doubles.choices).map(([field, side]) => ({ field, side }));
    const disputed = doubles.look?.disputed === true;
    const done = await backend().mergePersons({ a: a.id, b: b.id, choices });
    await decided(disputed ? t("dup-kept-one") : t("dup-merged", { name: a.name }), done.changeSet);
  });

export const notSame = (): Promise<void> =>
  decide(async ({ a, b }) => {
    const done = await backend().notSame(a.id, b.id);
    await decided(t("dup-noted"), done.changeSet);
  });
