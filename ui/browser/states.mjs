// States that no way through the program leads past: a deed that fails, a list that is empty, an answer that is on its way.
import { away, threeTimes } from "./addresses.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";

/** Of an officer's screens. */
export async function officerStates(stage) {
  await beforeAnything(stage);
  await people(stage);
  await meetings(stage);
  await abroad(stage);
  await calls(stage);
  await devices(stage);
  await stage.answers({ status: "disk" });
  await stage.click("lock");
  await stage.get("error-message").waitFor();
  await stage.look("status-failed");
  await stage.answers({});
}

/** The page that has no program around it. */
export async function nothingBehind(stage) {
  await stage.start("?outside");
  await stage.look("outside");
}

async function beforeAnything(stage) {
  const { page } = stage;
  await stage.start();
  await stage.failing("createDemoRegister", () => stage.click("demo-start"), "demo-failed");
  await stage.click("create-start");
  await stage.get("create-place").fill("Dita");
  await stage.click("create-place-hit");
  await stage.get("create-passphrase").fill(PASSPHRASE);
  await stage.failing("createRegister", () => stage.click("create-submit"), "create-failed");
  await stage.show("#/join", "[data-testid=pair-join]", "join");
  await stage.get("pair-code").fill("ugnay:1:pair:QmFuZ2th::x");
  await stage.get("pair-passphrase").fill(PASSPHRASE);
  await stage.failing("pairingJoin", () => stage.click("pair-join"), "join-failed");
  await stage.click("join-by-file");
  await page.locator("#card-out").waitFor();
  await stage.look("join-by-file");
  await stage.get("welcome-in").fill("not a welcome");
  await stage.click("welcome-read");
  await stage.get("error-message").waitFor();
  await stage.look("join-by-file-refused");
  await stage.go("#/choose");
  await stage.click("demo-start");
  await page.locator("table").waitFor();
}

/** Nobody there any more, changes, pairs, a merge that cannot be taken apart. */
async function people(stage) {
  const { page } = stage;
  await stage.show("#/people/nobody", "main .empty", "person-gone");
  await stage.show("#/people/nobody/erase", "main .empty", "erase-gone");
  await stage.show("#/people/nobody/copy", "main .empty", "copy-gone");
  // Not everybody is compared yet: who is found so far, and nobody so far.
  await stage.answers({ warmLookAlikes: "wait", lookAlikes: { complete: false } });
  await stage.go("#/people/new");
  await page.locator("#given").fill("Liza");
  await page.locator("#surname").fill("Nobody");
  await stage.get("alike-looking").waitFor();
  await stage.get("alike-looking").scrollIntoViewIfNeeded();
  await stage.look("form-looking");
  await stage.answers({});
  await stage.get("alike-looking").waitFor({ state: "detached" });
  await stage.go("#/people/demo-6/edit");
  await page.locator("#given").fill("Changed");
  await stage.click("person-save");
  await stage.get("person-name").waitFor();
  await stage.failing("undo", async () => {
    await page.locator("summary").filter({ hasText: "History" }).click();
    await page.locator("details[open] button").first().click();
  }, "history-undo-failed");
  await stage.go("#/changes");
  await stage.click("change-open");
  await stage.get("change-take-back").waitFor();
  const hash = await page.evaluate(() => location.hash);
  await threeTimes(stage, hash, "[data-testid=change-take-back]");
  await stage.show("#/changes/999999", "main .empty", "change-gone");
  await stage.answers({ duplicates: { lookedAt: null, pairs: [], total: 0, stale: false } });
  await away(stage, "#/duplicates");
  await stage.page.locator("main .empty").first().waitFor();
  await stage.look("duplicates-never");
  await stage.answers({ lookForDuplicates: "wait" });
  await stage.click("dup-look");
  await stage.get("dup-stop").waitFor();
  await stage.look("duplicates-running");
  await stage.answers({ mergeLook: "wait" });
  await page.locator("main .panes").waitFor();
  await stage.look("duplicates-opening");
  await stage.answers({});
  await stage.click("dup-merge");
  await stage.get("toast-undo").waitFor();
  for (const one of ["demo-40", "demo-42"]) {
    await stage.go(`#/people/${one}`);
    await stage.get("person-name").waitFor();
    await page.waitForTimeout(200);
    if ((await stage.get("person-part").count()) === 0) continue;
    await stage.failing("partPersons", () => stage.click("person-part"), "part-failed");
    return;
  }
  throw new Error("one of them carries the other");
}

async function meetings(stage) {
  await stage.answers({ freshness: { all: { people: 0, fresh: 0, share: 0, level: "nobody" }, places: [] } });
  await away(stage, "#/meeting");
  await stage.page.locator("main .empty").first().waitFor();
  await stage.look("freshness-nobody");
  for (const [how, what] of [["wait", "waiting"], ["disk", "failing"]]) {
    await stage.answers({ stalePhones: how });
    await away(stage, "#/meeting");
    await stage.get("meeting-start").first().waitFor();
    await stage.look(`stale-numbers-${what}`);
  }
  await stage.answers({ meetingStart: { rows: [] } });
  await away(stage, "#/meeting/0401009000");
  await stage.page.locator("main .empty").first().waitFor();
  await stage.look("meeting-nobody");
  await stage.answers({});
  await away(stage, "#/meeting/0401009000");
  await stage.get("print-make").waitFor();
  await stage.failing("saveMeetingSheet", () => stage.click("print-make"), "print-failed");
}

async function abroad(stage) {
  await stage.answers({ directory: [] });
  await away(stage, "#/directory/SA");
  await stage.page.locator("main .empty").first().waitFor();
  await stage.look("country-nothing");
  for (const [how, what] of [["wait", "waiting"], ["disk", "failing"]]) {
    await stage.answers({ plan: how });
    await away(stage, "#/directory/SA");
    await stage.get("entry").first().waitFor();
    await stage.look(`plan-${what}`);
  }
  await stage.answers({});
}

async function calls(stage) {
  await stage.go("#/campaigns");
  await stage.page.waitForFunction(() => document.querySelector("[data-testid=drill-country]")?.options.length > 3);
  await stage.click("drill-start");
  await stage.get("outcome-safe").waitFor();
  const hash = await stage.page.evaluate(() => location.hash);
  await threeTimes(stage, hash, "[data-testid=outcome-safe]");
  await stage.answers({ callList: { tasks: [], total: 0 } });
  await away(stage, hash);
  await stage.page.locator("main .empty").first().waitFor();
  await stage.look("call-list-nobody");
  await stage.answers({});
}

async function devices(stage) {
  const { page } = stage;
  await stage.go("#/sync");
  await page.locator("#join-buffer").fill("https://buffer.example");
  await page.locator("#join-words").fill("one two three four five six seven eight nine ten eleven twelve");
  await stage.failing("joinFederation", () => page.locator("form button[type=submit]").click(), "join-federation-failed");
  await page.locator("form button[type=submit]").click();
  await stage.click("join-same");
  await stage.get("sync-now").waitFor();
  await stage.answers({ pairingStart: "wait" });
  await away(stage, "#/devices/add");
  await page.locator("h1").waitFor();
  await stage.look("device-waiting");
  await stage.answers({ pairingStart: "disk" });
  await stage.get("error-message").waitFor();
  await stage.look("device-failed");
  await stage.answers({});
  await page.locator("[data-testid=error-message] button").click();
  await stage.hurry(() => stage.get("six").waitFor());
  await stage.get("device-label").fill("phone of the hall");
  await stage.failing("pairingConfirm", () => stage.click("pair-same"), "pair-failed");
  await stage.click("pair-same");
  await page.getByText("The device is let in").waitFor();
  await stage.go("#/devices/sheet");
  await stage.failing("sheetBegin", () => stage.click("sheet-begin"), "sheet-failed");
  await stage.go("#/devices");
  await page.locator("[data-kind=device] [data-testid=reader-remove]").first().click();
  await stage.get("remove-go").waitFor();
  const remove = await page.evaluate(() => location.hash);
  await threeTimes(stage, remove, "[data-testid=remove-go]");
  await stage.failing("revokeDevice", async () => {
    await stage.click("remove-go");
    await stage.hurry(() => stage.get("error-message").waitFor());
  }, "remove-failed");
  await threeTimes(stage, "#/devices/leave", "[data-testid=leave-sure]");
  await stage.get("leave-sure").check();
  await stage.failing("leave", () => stage.click("leave-go"), "leave-failed");
}

/** Of a custodian's screens: deeds that fail, and what is empty at first. */
export async function custodianStates(stage) {
  const { page } = stage;
  await stage.start();
  await stage.click("organisation-start");
  await stage.get("organisation-name").fill("Migrant Families' Center");
  await stage.get("organisation-passphrase").fill(PASSPHRASE);
  await stage.failing("custodyCreate", () => stage.click("organisation-submit"), "organisation-failed");
  await page.goto(`${stage.address}?custodian=${encodeURIComponent(PASSPHRASE)}`);
  await stage.inject();
  await stage.get("organisation-unlock-passphrase").fill(PASSPHRASE);
  await stage.failing("custodyUnlock", () => stage.click("organisation-unlock"), "organisation-unlock-failed");
  await stage.get("organisation-unlock-passphrase").fill(PASSPHRASE);
  await stage.click("organisation-unlock");
  await stage.get("custody-waiting").waitFor();
  for (const [hash, how] of [["#/requests", { custodyRequests: [] }], ["#/shares", { custodyReceipts: { rows: [] } }], ["#/log", { custodyLog: { size: 0, alarms: [] } }]]) {
    await stage.answers(how);
    await away(stage, hash);
    await page.locator("main .empty").first().waitFor();
    await stage.look(`nothing${hash.slice(2)}`);
  }
  await stage.answers({});
  await stage.go("#/requests/request-1");
  await page.locator("[data-testid=decide-approve]").check();
  await stage.failing("custodyDecide", async () => {
    await stage.click("decide-submit");
    await stage.hurry(() => stage.get("error-message").waitFor());
  }, "decide-failed");
  await stage.go("#/log");
  await stage.failing("custodyLogCheck", () => stage.click("log-check"), "log-check-failed");
  await stage.go("#/demands");
  await stage.click("demand-new");
  await stage.get("demand-authority").selectOption("immigration");
  await stage.get("asked-lists").check();
  await stage.failing("custodyDemandSave", () => stage.click("demand-save"), "demand-failed");
  await stage.click("demand-save");
  await page.locator(".demand[data-outcome=received]").waitFor();
  await stage.failing("custodyDemandsPublish", () => stage.click("demands-publish"), "publish-failed");
  await stage.click("statement-new");
  await stage.get("statement-text").fill("Nothing was demanded.");
  await stage.failing("custodyStatement", () => stage.click("statement-publish"), "statement-failed");
  await stage.go("#/organisation");
  await stage.failing("custodySaveCard", () => stage.click("card-save"), "card-failed");
  await stage.go("#/organisation/key");
  await stage.failing("custodyKeyChangeStart", () => stage.click("key-start"), "key-failed");
  await stage.click("key-start");
  await page.locator("a.primary[href='#/organisation/paper']").click();
  await stage.failing("custodyPaperWords", () => stage.click("paper-show"), "paper-failed");
  await stage.click("paper-show");
  await stage.click("paper-test");
  await stage.failing("custodyPaperTest", async () => {
    for (let at = 0; at < 24; at += 1) {
      await page.locator(`#paper-word-${at}`).fill("word");
      if (at % 6 === 5) await stage.click("paper-next");
    }
  }, "paper-test-failed");
  await page.goto(`${stage.address}?custodian=${encodeURIComponent(PASSPHRASE)}`);
  await stage.inject();
  await stage.get("organisation-unlock-passphrase").fill(PASSPHRASE);
  await stage.click("organisation-unlock");
  await stage.get("custody-waiting").waitFor();
  await stage.go("#/organisation/files");
  await stage.get("custody-file").setInputFiles({ name: "c.ugnay", mimeType: "application/octet-stream", buffer: Buffer.from("organisation_card") });
  await stage.get("file-compared").check();
  await stage.click("file-accept");
  await stage.get("file-accepted").waitFor();
  await stage.go("#/");
  await stage.click("custody-exchange");
  await stage.get("custody-exchanged").waitFor();
  await stage.go("#/organisation/handover");
  await stage.failing("custodyHandoverSave", () => stage.click("handover-save"), "handover-failed");
}
