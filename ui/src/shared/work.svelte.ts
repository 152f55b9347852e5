// What a screen does for somebody, one piece at a time: whether it is at it, and how the last one failed.

import { type AppError, asAppError } from "../backend";

export class Work {
  busy = $state(false);
  error = $state.raw<AppError | null>(null);

  async run(piece: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await piece();
    } catch (thrown) {
      this.error = asAppError(thrown);
    }
    this.busy = false;
  }
}
