// One question to the backend behind a screen: its answer, its failure, and asking again.

import { type AppError, asAppError } from "../../backend";

export interface Loaded<T> {
  readonly value: T | null;
  readonly error: AppError | null;
  load: () => Promise<void>;
  /** What another use case answered in its place. */
  set: (value: T) => void;
}

export function loading<T>(ask: () => Promise<T>): Loaded<T> {
  let value = $state.raw<T | null>(null);
  let error = $state.raw<AppError | null>(null);
  const load = async (): Promise<void> => {
    error = null;
    try {
      value = await ask();
    } catch (thrown) {
      error = asAppError(thrown);
    }
  };
  void load();
  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    load,
    set: (next) => {
      value = next;
      error = null;
    },
  };
}

/** Something that is being done: whether it is under way and how it failed. */
export interface Doing {
  readonly busy: boolean;
  error: AppError | null;
  run: (work: () => Promise<void>) => Promise<boolean>;
}

export function doing(): Doing {
  let busy = $state(false);
  let error = $state.raw<AppError | null>(null);
  return {
    get busy() {
      return busy;
    },
    get error() {
      return error;
    },
    set error(next) {
      error = next;
    },
    run: async (work) => {
      busy = true;
      error = null;
      try {
        await work();
      } catch (thrown) {
        error = asAppError(thrown);
      }
      busy = false;
      return error === null;
    },
  };
}
