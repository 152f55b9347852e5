// Which register or organisation is open, and the lock: by hand, after a time without use, or when the backend has locked
// itself. At most one of both is open.

import {
  type AppError,
  asAppError,
  backend,
  type Backend,
  type OrganisationEntry,
  type OrganisationSession,
  type RegisterEntry,
  type SessionInfo,
} from "../../backend";
import { go } from "../../routes/router.svelte";
import { announce } from "../../shared/announce.svelte";
import { dropToast } from "../../shared/toasts.svelte";

interface SessionState {
  ready: boolean;
  registers: RegisterEntry[];
  info: SessionInfo | null;
  /** Custodian organisations on this device; nothing where the program behind the page has no custodian's half. */
  organisations: OrganisationEntry[] | null;
  organisation: OrganisationSession | null;
  version: string;
  /** The passphrase of a demo register made a moment ago, shown once. */
  demoPassphrase: string | null;
  error: AppError | null;
}

const TOUCH_EVERY_MS = 20_000;

const state = $state<SessionState>({
  ready: false, registers: [], info: null, organisations: null, organisation: null, version: "", demoPassphrase: null, error: null,
});
const forgetters: (() => void)[] = [];
let lastUse = 0;
let lastTouch = 0;

export function session(): Readonly<SessionState> {
  return state;
}

const keepers: (() => Promise<void>)[] = [];

/** Something that holds words not yet kept registers here how to keep them; called before the register is locked by hand. */
export function beforeLock(keep: () => Promise<void>): void {
  keepers.push(keep);
}

/** Something that holds people registers here how to forget them; called whenever the register closes. */
export function onLock(forget: () => void): void {
  forgetters.push(forget);
}

export async function loadStatus(): Promise<void> {
  try {
    const status = await backend().status();
    state.registers = status.registers;
    state.version = status.version;
    state.info = status.session;
    state.error = null;
  } catch (thrown) {
    state.error = asAppError(thrown);
  }
  try {
    const { organisations, session: open } = await backend().custodyStatus();
    state.organisations = organisations;
    state.organisation = open;
  } catch {
    state.organisations = null;
  }
  state.ready = true;
}

export function opened(info: SessionInfo, demoPassphrase: string | null = null): void {
  state.info = info;
  state.organisation = null;
  state.demoPassphrase = demoPassphrase;
  lastUse = lastTouch = Date.now();
  go("#/", { replace: true });
}

/** An organisation was opened or made. */
export function openedOrganisation(organisation: OrganisationSession): void {
  state.organisation = organisation;
  state.info = null;
  lastUse = lastTouch = Date.now();
  go("#/", { replace: true });
}

/** What is open of an organisation may change while it is: it joins a federation whose policy is a demonstration. */
export async function refreshOrganisation(): Promise<void> {
  const { session: open } = await backend().custodyStatus();
  if (open !== null && state.organisation !== null) state.organisation = open;
}

export function forgetDemoPassphrase(): void {
  state.demoPassphrase = null;
}

function closed(): void {
  const back = state.info !== null ? `#/unlock/${encodeURIComponent(state.info.id)}`
    : state.organisation !== null ? `#/unlock-organisation/${encodeURIComponent(state.organisation.id)}` : "#/";
  state.info = null;
  state.organisation = null;
  state.demoPassphrase = null;
  dropToast();
  announce("");
  for (const forget of forgetters) forget();
  go(back, { replace: true });
}

export async function lock(): Promise<void> {
  try {
    await Promise.all(keepers.map((keep) => keep().catch(() => undefined)));
    await (state.organisation === null ? backend().lock() : backend().custodyLock());
  } finally {
    closed();
    await loadStatus();
  }
}

/** The open register's copy on this device is gone: as on the first day. */
export async function ended(): Promise<void> {
  closed();
  go("#/", { replace: true });
  await loadStatus();
}

/** Seconds without use after which what is open locks; nothing when nothing is open. */
const openLimit = (): number | null => (state.info ?? state.organisation)?.autoLockAfter ?? null;

/** Somebody is using the page: tells the backend now and then, and follows it when it has locked itself. */
export async function used(now = Date.now()): Promise<void> {
  lastUse = now;
  if (openLimit() === null || now - lastTouch < TOUCH_EVERY_MS) return;
  lastTouch = now;
  if (!(await (state.organisation === null ? backend().touch() : backend().custodyTouch()))) closed();
}

/** Locks when nobody has used the page for as long as the register allows. Called by a timer. */
export async function lockWhenIdle(now = Date.now()): Promise<void> {
  const limit = openLimit();
  if (limit !== null && now - lastUse > limit * 1000) await lock();
}

/** The same backend, but an answer “locked” brings the unlock screen instead of an error. */
export function followLock(inner: Backend): Backend {
  return new Proxy(inner, {
    get(target, name: keyof Backend) {
      const call = target[name] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        try {
          return await call(...args);
        } catch (thrown) {
          if (asAppError(thrown).code === "locked" && openLimit() !== null) closed();
          throw thrown;
        }
      };
    },
  });
}
