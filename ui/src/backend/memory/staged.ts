// What a browser test may do to the page it plays on: let questions wait or fail, put other words in a language's place, and
// change the language where it stands. Part of the in-memory backend, so never shipped.

import { tick } from "svelte";
import type { Language } from "../../i18n/languages";
import { appError, type Backend, type ErrorCode } from "../index";

export interface Hands {
  /** How a use case answers, by its name, or `*` for all of a screen: never (`wait`), or with an error. */
  answers: Record<string, "wait" | ErrorCode>;
  /** Words that stand in for a language's own. */
  words: Record<string, string>;
  /** Shows the page in another language without touching anything on it. */
  speak(language: Language): Promise<void>;
}

/** What every page needs before it has a screen at all. */
const ALWAYS = ["status", "preferences", "keepPreferences", "catalogue", "lock", "touch", "custodyTouch", "custodyLock", "custodyStatus"];

/** The backend, in the hands of a test that finds them as `window.hands`. */
export function staged(inner: Backend): Backend {
  const hands: Hands = {
    answers: {},
    words: {},
    speak: async (language) => {
      const { setLanguage } = await import("../../i18n/index.svelte");
      await setLanguage(language);
      await tick();
    },
  };
  Object.assign(window, { hands });
  return new Proxy(inner, {
    get: (target, name: keyof Backend & string) => {
      const real = target[name] as ((...given: unknown[]) => Promise<unknown>) | undefined;
      // Not a use case: somebody awaits the backend itself.
      if (typeof real !== "function") return real;
      return async (...given: unknown[]) => {
        const answer = hands.answers[name] ?? (ALWAYS.includes(name) ? undefined : hands.answers["*"]);
        if (answer === "wait") return new Promise(() => undefined);
        if (answer !== undefined) throw appError(answer);
        if (name === "catalogue" && hands.words[given[0] as string] !== undefined) return hands.words[given[0] as string];
        return real(...given);
      };
    },
  });
}
