// A person's form while it is open: begun from what is saved or from nothing, taken up again where it was left, kept in
// the register while it is typed.

import { type AppError, asAppError, backend, type PersonInput, type Saved } from "../../backend";
import { session } from "../session/session.svelte";
import { emptyContact, emptyPerson } from "./blank";
import { DraftKeeper, keepAll, rebase } from "./keeper";

export class PersonFormState {
  card = $state<PersonInput | null>(null);
  /** What was begun earlier is shown. */
  resumed = $state(false);
  homeText = $state("");
  error = $state.raw<AppError | null>(null);
  /** What is typed cannot be kept; it would be lost with the window. */
  unkept = $state.raw<AppError | null>(null);
  /** Goes up whenever another card is put into the form: its fields begin anew. */
  turn = $state(0);
  #keeper: DraftKeeper | null = null;
  #gone = false;

  /** `id` of the person, empty for a new one; `wanted` a draft of a new person, else the latest. */
  constructor(
    readonly id: string,
    readonly wanted: string | null,
  ) {}

  /** Loads what is saved and, unless it is to be begun afresh, the draft that waits. */
  async load(afresh = false): Promise<void> {
    this.error = null;
    try {
      // A form that was left a moment ago may still be handing over its last words.
      await keepAll();
      const base = await this.#saved();
      const draft = afresh ? null : await this.#waiting();
      if (this.#gone) return;
      const card = draft === null ? base : rebase(base, draft.base, draft.card);
      await this.#keeper?.stop();
      this.#keeper = new DraftKeeper(base, (error) => (this.unkept = error), draft?.row.id ?? "", card);
      this.resumed = draft !== null;
      this.card = copy(card);
      this.turn += 1;
    } catch (thrown) {
      this.error = asAppError(thrown);
    }
  }

  async #saved(): Promise<PersonInput> {
    if (this.id === "") {
      const info = session().info;
      const barangay = info !== null && !info.place.endsWith("000") ? info.place : "";
      this.homeText = barangay === "" ? "" : (info?.placeName ?? "");
      return { ...emptyPerson(), barangay };
    }
    const saved = await backend().person(this.id);
    this.homeText = saved.barangayName ?? "";
    return { ...saved.card, contacts: saved.card.contacts.length > 0 ? saved.card.contacts : [emptyContact()] };
  }

  async #waiting() {
    const rows = await backend().drafts();
    const mine = rows.filter((row) => row.person === (this.id || null));
    const row = mine.find((one) => one.id === this.wanted) ?? mine[0];
    return row === undefined ? null : await backend().draft(row.id);
  }

  /** To be called with every change of the form. */
  note(form: string): void {
    this.#keeper?.note(form);
  }

  /** Another person is begun; what stands here waits among the drafts. */
  async another(): Promise<void> {
    await this.#keeper?.flush();
    await this.load(true);
  }

  /** What was begun is forgotten; resolves to what brings it back. */
  async discard(): Promise<() => Promise<void>> {
    await this.#keeper?.flush();
    const { id } = this.#keeper!;
    const { card, base } = await backend().draft(id);
    await this.#keeper!.stop();
    await backend().dropDraft(id);
    await this.load(true);
    return async () => void (await backend().keepDraft({ id, card, base }));
  }

  /** Saves and ends the draft with the same stroke; a refused save keeps it. */
  async save(input: PersonInput): Promise<Saved> {
    await this.#keeper?.flush();
    this.#keeper?.hold(true);
    try {
      const draft = this.#keeper?.id ?? "";
      const saved = await backend().savePerson(input, draft === "" ? null : draft);
      await this.#keeper?.stop();
      return saved;
    } catch (thrown) {
      this.#keeper?.hold(false);
      throw thrown;
    }
  }

  /** The form goes from the screen: its last words are kept. */
  async leave(): Promise<void> {
    this.#gone = true;
    await this.#keeper?.flush();
    await this.#keeper?.stop();
  }
}

function copy(card: PersonInput): PersonInput {
  return JSON.parse(JSON.stringify(card)) as PersonInput;
}
