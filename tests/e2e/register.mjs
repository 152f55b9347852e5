// What several stories begin with: making a register and opening it.

export const PASSPHRASE = "bangka sa ilog 1987 tatlong kawayan";

/** Deriving the key takes a fraction of a second by design, and longer on a busy machine. */
export const KDF_LIMIT_MS = 60_000;

/** The name in a row of the people list. */
export const ROW_NAME = '[data-testid="person-row"] .name';

/** Reading and writing the sample. */
export const IMPORT_LIMIT_MS = 120_000;

/** Opens the window and makes a register for Cuenca, Batangas. */
export async function createRegister(stage) {
  await stage.openWindow();
  await stage.picture("start");
  await stage.click("create-start");
  await stage.type("create-place", "Cuenca");
  await stage.clickWith("create-place-hit", "Batangas");
  await stage.type("create-passphrase", PASSPHRASE);
  // Asked for twice only while it is hidden.
  if ((await stage.window.count("#create-again")) > 0) await stage.type("#create-again", PASSPHRASE);
  await stage.picture("create");
  await stage.click("create-submit");
  await stage.see("nav-people", KDF_LIMIT_MS);
  await stage.picture("home-empty");
}

/** Opens the only register there is. */
export async function unlock(stage) {
  await stage.type("unlock-passphrase", PASSPHRASE);
  await stage.click("unlock-submit");
  await stage.see("nav-people", KDF_LIMIT_MS);
}
