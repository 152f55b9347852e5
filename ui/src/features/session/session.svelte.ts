// Which register is open, and the lock: by hand, after a time without use, or when the backend has locked itself.

import { type AppError, asAppError, backend, type Backend, type RegisterEntry, type SessionInfo } from "../../backend";
import { go } from "../../routes/router.svelte";
import { announce } from "../../shared/announce.svelte";
import { dropToast } from "../../shared/toasts.svelte";

interface SessionState {
  ready: boolean;
  registers: RegisterEntry[];
  info: SessionInfo | null;
  version: string;
  /** The passphrase of a demo register made a moment ago, shown once. */
  demoPassphrase: string | null;
  error: AppError | null;
}

const TOUCH_EVERY_MS = 20_000;

const state = $state<SessionState>({
  ready: false, registers: [], info: null, version: "", demoPassphrase: null, error: null,
});
const forgetters: (() => void)[] = [];
let lastUse = 0;
let lastTouch = 0;

export function session(): Readonly<SessionState> {
  return state;
}

/** Something that holds people or drafts registers here how to forget them; called whenever the register closes. */
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
  state.ready = true;
}

export function opened(info: SessionInfo, demoPassphrase: string | null = null): void {
  state.info = info;
  state.demoPassphrase = demoPassphrase;
  lastUse = lastTouch = Date.now();
  go("#/", { replace: true });
}

export function forgetDemoPassphrase(): void {
  state.demoPassphrase = null;
}

function closed(): void {
  const id = state.info?.id;
  state.info = null;
  state.demoPassphrase = null;
  dropToast();
  announce("");
  for (const forget of forgetters) forget();
  go(id === undefined ? "#/" : `#/unlock/${encodeURIComponent(id)}`, { replace: true });
}

export async function lock(): Promise<void> {
  try {
    await backend().lock();
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

/** Somebody is using the page: tells the backend now and then, and follows it when it has locked itself. */
export async function used(now = Date.now()): Promise<void> {
  lastUse = now;
  if (state.info === null || now - lastTouch < TOUCH_EVERY_MS) return;
  lastTouch = now;
  if (!(await backend().touch())) closed();
}

/** Locks when nobody has used the page for as long as the register allows. Called by a timer. */
export async function lockWhenIdle(now = Date.now()): Promise<void> {
  if (state.info !== null && now - lastUse > state.info.autoLockAfter * 1000) await lock();
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
          if (asAppError(thrown).code === "locked" && state.info !== null) closed();
          throw thrown;
        }
      };
    },
  });
}
