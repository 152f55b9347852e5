// One import at a time: choosing, looking at the preview, writing, the result. It goes on while somebody looks elsewhere.

import {
  type AppError,
  appError,
  asAppError,
  backend,
  type FixedCell,
  type ImportPreview,
  type ImportProblem,
  type ImportResult,
  type ImportRow,
  type LaterList,
  type MappingChange,
  type Progress,
} from "../../backend";
import { t } from "../../i18n/index.svelte";
import { dropToast, showToast } from "../../shared/toasts.svelte";
import { onLock } from "../session/session.svelte";

/** The largest file that is read at all. */
export const MOST_BYTES = 64 * 1024 * 1024;

interface ImportState {
  /** A file is being read. */
  reading: Progress | null;
  preview: ImportPreview | null;
  progress: Progress | null;
  result: ImportResult | null;
  undone: number | null;
  imports: ImportRow[] | null;
  later: LaterList | null;
  error: AppError | null;
}

const nothing = (): ImportState => ({
  reading: null, preview: null, progress: null, result: null, undone: null, imports: null, later: null, error: null,
});

export const importing = $state<ImportState>(nothing());

async function attempt(work: () => Promise<void>): Promise<void> {
  importing.error = null;
  try {
    await work();
  } catch (thrown) {
    importing.error = asAppError(thrown);
  }
}

export const loadImports = (): Promise<void> =>
  attempt(async () => {
    importing.imports = await backend().imports();
    importing.later = await backend().importLater();
  });

/** Milliseconds after which a reading shows how far it is. */
const SHORT = 400;

/** Which reading counts: one that was stopped, or left by locking, is not looked at when it ends. */
let turn = 0;

async function read(ask: (report: (progress: Progress) => void, wanted: () => boolean) => Promise<ImportPreview>): Promise<void> {
  if (importing.reading !== null) return;
  const mine = ++turn;
  const wanted = (): boolean => mine === turn;
  Object.assign(importing, { reading: { step: "reading", done: 0, total: 0 }, result: null, undone: null, error: null });
  try {
    const preview = await ask((progress) => wanted() && (importing.reading = progress), wanted);
    if (wanted()) importing.preview = preview;
    else await backend().importCancel(preview.token);
  } catch (thrown) {
    if (wanted()) importing.error = asAppError(thrown);
  }
  if (wanted()) importing.reading = null;
}

/** Stops reading at once: what is still under way behind it leaves nothing. */
export async function stopReading(): Promise<void> {
  turn += 1;
  importing.reading = null;
  await attempt(() => backend().importStop());
}

/** Looks at a file. One that is too large or empty is refused before a byte of it is read. */
export async function readFile(file: File): Promise<void> {
  if (file.size > MOST_BYTES) importing.error = appError("file_too_large", { file: file.name });
  else if (file.size === 0) importing.error = appError("file_empty", { file: file.name });
  else {
    await read(async (report, wanted) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!wanted()) throw appError("cancelled");
      return backend().importPreview(bytes, file.name, report);
    });
  }
}

export const readSample = (): Promise<void> => read(() => backend().importSample());

export const changeMapping = (change: Partial<MappingChange> & { sheet: number }): Promise<void> =>
  attempt(async () => {
    const { token } = importing.preview!;
    const whole = { included: null, column: null, field: null, dateOrder: null, barangay: null, ...change };
    const began = Date.now();
    const mine = ++turn;
    // What answers at once shows no bar that comes and goes.
    const report = (progress: Progress): void => {
      if (mine === turn && Date.now() - began > SHORT) importing.reading = progress;
    };
    try {
      const preview = await backend().importChange(token, whole, report);
      if (mine === turn) importing.preview = preview;
    } catch (thrown) {
      // Stopped: the preview is as it was.
      if (asAppError(thrown).code !== "cancelled") throw thrown;
    } finally {
      if (mine === turn) importing.reading = null;
    }
  });

/** Takes over what the sheet says of people who are here already, or leaves them as they are. */
export const takeOver = (update: boolean): Promise<void> =>
  attempt(async () => {
    importing.preview = await backend().importUpdate(importing.preview!.token, update);
  });

type CellAt = Pick<FixedCell, "file" | "sheet" | "row" | "column">;

/** The cell is read so from now on, or as the file says when nothing is given. */
async function readCell({ file, sheet, row, column }: CellAt, now: string | null): Promise<boolean> {
  await attempt(async () => {
    const { token } = importing.preview!;
    importing.preview = await backend().importFix(token, { file, sheet, row, column, now });
  });
  return importing.error === null;
}

export async function fixCell(problem: ImportProblem, now: string): Promise<boolean> {
  const cell = { ...problem, column: problem.column ?? "" };
  const earlier = importing.preview!.fixes.find((fix) => sameCell(fix, cell))?.now ?? null;
  const { token } = importing.preview!;
  const fixed = await readCell(cell, now);
  // The file may have been written or dropped before somebody thinks better of it.
  const still = (): boolean => importing.preview?.token === token;
  if (fixed) showToast(fixTaken(cell), async () => void (still() && (await readCell(cell, earlier))));
  return fixed;
}

type Place = { sheet: string; row: number; column: string };

// An entry of a file without sheets has no columns to name.
const fixTaken = ({ sheet, row, column }: Place): string => (sheet === "" ? t("fix-taken-entry", { row }) : t("fix-taken", { row, column }));
export const fixBack = ({ sheet, row, column }: Place): string => (sheet === "" ? t("fix-back-of-entry", { row }) : t("fix-back-of", { row, column }));

/** Where a cell stands. */
export const place = ({ sheet, row, column }: { sheet: string; row: number; column: string | null }): string =>
  sheet === ""
    ? t("at-entry", { row })
    : [t("at-sheet", { sheet }), t("at-row", { row }), ...(column === null ? [] : [t("at-column", { column })])].join(", ");

const sameCell = (a: CellAt, b: CellAt): boolean =>
  a.file === b.file && a.sheet === b.sheet && a.row === b.row && a.column === b.column;

export const takeBack = (fix: FixedCell): Promise<boolean> => readCell(fix, null);

/** Ticks a cell off the list that imports left. */
export const tickLater = (id: string): Promise<void> =>
  attempt(async () => {
    importing.later = await backend().importLaterDone(id, true);
    showToast(t("later-ticked"), async () => {
      importing.later = await backend().importLaterDone(id, false);
    });
  });

export async function commit(): Promise<void> {
  // What a message offered to take back is written now.
  dropToast();
  const { token } = importing.preview!;
  importing.progress = { step: "saving", done: 0, total: 0 };
  await attempt(async () => {
    importing.result = await backend().importCommit(token, (progress) => {
      if (importing.progress !== null) importing.progress = progress;
    });
  });
  importing.progress = null;
  if (importing.error === null || importing.error.code === "cancelled") importing.preview = null;
  const { error } = importing;
  await loadImports();
  importing.error ??= error;
}

export async function cancel(): Promise<void> {
  const token = importing.preview?.token;
  dropToast();
  if (token !== undefined) await attempt(() => backend().importCancel(token));
  if (importing.progress === null) importing.preview = null;
}

export const undoImport = (id: string): Promise<void> =>
  attempt(async () => {
    importing.undone = await backend().importUndo(id);
    importing.result = null;
    importing.imports = await backend().imports();
    importing.later = await backend().importLater();
  });

onLock(() => {
  turn += 1;
  Object.assign(importing, nothing());
});
