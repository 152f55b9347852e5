// Every kind of alarm a buffer can raise, as an officer sees it after an exchange and on the first screen, and as a custodian
// finds it in the log.
import assert from "node:assert/strict";
import { away } from "./addresses.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const KINDS = ["rollback", "fork", "gone", "held_back", "other_bytes", "foreign_writer", "next_epoch", "not_in_log", "signatures", "other"];

/** A buffer of this name raises another kind each time. */
export async function alarms(stage) {
  const { page } = stage;
  await stage.start();
  await stage.click("demo-start");
  await page.locator("table").waitFor();
  await stage.click("nav-sync");
  await page.locator("#join-buffer").fill("https://alarm.example");
  await page.locator("#join-words").fill("one two three four five six seven eight nine ten eleven twelve");
  await page.locator("form button[type=submit]").click();
  await stage.get("join-six").waitFor();
  await stage.click("join-same");
  for (const kind of KINDS) {
    await stage.click("sync-now");
    await page.locator(`[data-testid=error-message] [data-alarm=${kind}]`).waitFor();
    await stage.look(`alarm-${kind}`);
    if (kind !== "next_epoch") continue;
    await stage.click("nav-home");
    await page.locator("[data-testid=alarm-due] [data-alarm=next_epoch]").waitFor();
    await stage.look("alarm-at-home");
    await stage.click("alarm-look");
    await page.locator("[data-testid=error-message] [data-alarm=next_epoch]").waitFor();
    assert.ok(await stage.get("sync-now").isVisible(), "an alarm is remembered, and does not keep anybody from trying again");
  }
  await custodian(stage);
}

async function custodian(stage) {
  const { page } = stage;
  await page.goto(`${stage.address}?custodian=${encodeURIComponent(PASSPHRASE)}`);
  await stage.inject();
  await stage.get("organisation-unlock-passphrase").fill(PASSPHRASE);
  await stage.click("organisation-unlock");
  await stage.get("custody-waiting").waitFor();
  const row = (kind, n) => ({ seen: { kind, code: `code_of_${kind}` }, at: 1790000000 + n * 3600 });
  await stage.answers({ custodyLog: { alarms: KINDS.map(row) } });
  await away(stage, "#/log");
  await page.locator("[data-testid=alarms] [data-alarm=signatures]").waitFor();
  await stage.look("alarms-of-the-log");
  await stage.answers({});
}
