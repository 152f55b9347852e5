// Keeping what somebody types while they type it: the newest state of a form goes to the register at most a quarter of a
// second after a key, one writing at a time. A kill loses what is younger than that and one durable write.

import { type AppError, asAppError, backend, type PersonInput } from "../../backend";
import { beforeLock } from "../session/session.svelte";

/** Nothing typed is older than this before it is handed over. */
export const KEEP_MS = 250;

/** Every form that is open keeps its words before the register closes. */
const open = new Set<DraftKeeper>();

export async function keepAll(): Promise<void> {
  await Promise.all([...open].map((keeper) => keeper.flush()));
}

beforeLock(keepAll);
// A window that is put away may be ended by the system without a word.
document.addEventListener("visibilitychange", () => void keepAll());

export class DraftKeeper {
  /** The draft in the register; empty until something is kept. */
  id: string;
  readonly #base: PersonInput;
  readonly #untouched: string;
  readonly #failed: (error: AppError | null) => void;
  #kept: string;
  #wanted: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #over = false;
  #held = false;

  /** `base` is what the form began from, `id` and `kept` a draft that is taken up again. */
  constructor(base: PersonInput, failed: (error: AppError | null) => void, id = "", kept: PersonInput = base) {
    this.#base = JSON.parse(JSON.stringify(base)) as PersonInput;
    this.#untouched = JSON.stringify(base);
    this.#kept = this.#wanted = JSON.stringify(kept);
    this.#failed = failed;
    this.id = id;
    open.add(this);
  }

  /** The form as it stands now, after a key. */
  note(form: string): void {
    this.#wanted = form;
    if (this.#over || this.#held || form === this.#kept || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.flush(), KEEP_MS);
  }

  /** Hands over what is not kept yet; resolves when it is on the disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** While the form is being saved nothing is kept beside it; a save that was refused lets go again. */
  hold(on: boolean): void {
    this.#held = on;
    if (!on) this.note(this.#wanted);
  }

  /** Nothing more is kept; what is under way is waited for. The draft in the register stays. */
  async stop(): Promise<void> {
    this.#over = true;
    open.delete(this);
    clearTimeout(this.#timer);
    await this.#writing;
  }

  async #write(): Promise<void> {
    const form = this.#wanted;
    if (this.#over || this.#held || form === this.#kept) return;
    try {
      if (form === this.#untouched) await this.#forget();
      else this.id = (await backend().keepDraft({ id: this.id, card: JSON.parse(form) as PersonInput, base: this.#base })).id;
      this.#kept = form;
      this.#failed(null);
    } catch (thrown) {
      this.#failed(asAppError(thrown));
    }
  }

  /** Everything was taken back to what it was: nothing is begun. */
  async #forget(): Promise<void> {
    if (this.id !== "") await backend().dropDraft(this.id);
    this.id = "";
  }
}

/** What was typed, laid over what is saved by now: fields nobody touched follow the saved ones. */
export function rebase(saved: PersonInput, base: PersonInput, typed: PersonInput): PersonInput {
  const differs = (field: keyof PersonInput): boolean => JSON.stringify(typed[field]) !== JSON.stringify(base[field]);
  const touched = (Object.keys(saved) as (keyof PersonInput)[]).filter((field) => field !== "id" && field in typed && differs(field));
  return { ...saved, ...Object.fromEntries(touched.map((field) => [field, typed[field]])) };
}
