// What a browser test may do to the page it plays on: let questions wait or fail, put other words in a language's place, and
// change the language where it stands. Part of the in-memory backend, so never shipped.

import { tick } from "svelte";
import { setLanguage, setOutsideLanguage } from "../../i18n/index.svelte";
import type { Language } from "../../i18n/languages";
import { appError, type Backend, type ErrorCode } from "../index";

export interface Hands {
  /**
   * How a use case answers, by its name, or `*` for all of a screen: not yet (`wait`), with an error, with a list of its own, or
   * with some parts of the answer put in others' place.
   */
  answers: Record<string, "wait" | ErrorCode | unknown[] | Record<string, unknown>>;
  /** Words that stand in for a language's own. */
  words: Record<string, string>;
  /** Shows the page in another language without touching anything on it. */
  speak(language: Language): Promise<void>;
}

/** What every page needs before it has a screen at all. */
const ALWAYS = ["status", "preferences", "keepPreferences", "catalogue", "lock", "touch", "custodyTouch", "custodyLock", "custodyStatus"];

/** The backend, in the hands of a test that finds them as `window.hands`. */
export function staged(inner: Backend): Backend {
  let answers: Hands["answers"] = {};
  let waiting: (() => void)[] = [];
  const hands: Hands = {
    get answers() {
      return answers;
    },
    // What waits is answered as is said now.
    set answers(wanted) {
      answers = wanted;
      const held = waiting;
      waiting = [];
      for (const go of held) go();
    },
    words: {},
    speak: async (language) => {
      await setLanguage(language);
      await tick();
    },
  };
  Object.assign(window, { hands });

  /** What is put in the answer's place, once it may be given. */
  async function ready(name: string): Promise<unknown[] | Record<string, unknown> | undefined> {
    for (;;) {
      const answer = answers[name] ?? (ALWAYS.includes(name) ? undefined : answers["*"]);
      if (answer === undefined || typeof answer === "object") return answer;
      if (answer !== "wait") throw appError(answer);
      await new Promise<void>((go) => waiting.push(go));
    }
  }

  return new Proxy(inner, {
    get: (target, name: keyof Backend & string) => {
      const real = target[name] as ((...given: unknown[]) => Promise<unknown>) | undefined;
      // Not a use case: somebody awaits the backend itself.
      if (typeof real !== "function") return real;
      return async (...given: unknown[]) => {
        const other = await ready(name);
        if (Array.isArray(other)) return other;
        const words = name === "catalogue" ? hands.words[given[0] as string] : undefined;
        if (other === undefined) return words ?? real(...given);
        return { ...((await real(...given)) as Record<string, unknown>), ...other };
      };
    },
  });
}

/** The hands on a page that has nothing behind it. */
export function outside(): null {
  const speak = async (language: Language): Promise<void> => {
    setOutsideLanguage(language);
    await tick();
  };
  Object.assign(window, { hands: { answers: {}, words: {}, speak } });
  return null;
}
