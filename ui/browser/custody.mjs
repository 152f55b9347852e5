// A custodian organisation from its first screen to a logged decision, a key change, a demand and a hand-over, looked at on
// the way.
import assert from "node:assert/strict";
import { ORGANISATION } from "./addresses.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const file = (kind) => ({ name: `${kind}.ugnay`, mimeType: "application/octet-stream", buffer: Buffer.from(kind) });

/** The whole way in, then every screen in each state that differs. */
export async function custodian(stage) {
  await stage.start();
  await wayIn(stage);
  await requests(stage);
  await keeping(stage);
  await demands(stage);
  await log(stage);
  await handover(stage);
  await locked(stage);
}

/** A policy marked as a demonstration is named above every screen. */
export async function demonstration(stage) {
  const { page } = stage;
  await stage.start(`?custodian=${encodeURIComponent(PASSPHRASE)}&demo=1`);
  await unlock(stage);
  for (const [hash, ready] of ORGANISATION) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.locator(ready).first().waitFor();
    const strip = await page.locator(".demo-word").textContent();
    assert.match(strip ?? "", /DEMO.*Short times/, `${hash} says that the times are short`);
  }
  await stage.look("demonstration");
}

async function unlock(stage) {
  await stage.get("organisation-unlock-passphrase").fill(PASSPHRASE);
  await stage.click("organisation-unlock");
  await stage.get("custody-waiting").waitFor();
}

async function wayIn(stage) {
  const { page } = stage;
  await stage.click("organisation-start");
  await page.locator("a[href='#/organisation-recover']").click();
  await page.locator("#organisation-words").waitFor();
  await stage.look("organisation-recover");
  await page.evaluate(() => (location.hash = "#/organisation-new"));
  await stage.get("organisation-name").fill("Migrant Families' Center");
  await stage.get("organisation-passphrase").fill(PASSPHRASE);
  await stage.look("organisation-create");
  await stage.click("organisation-submit");
  await stage.get("setup").waitFor();
  await stage.look("setup");
  await stage.click("setup-next");
  await stage.get("paper-show").waitFor();
  await stage.look("paper");
  await stage.click("paper-show");
  await stage.get("paper-words").waitFor();
  await stage.look("paper-words");
  const words = (await page.locator("[data-testid=paper-words] .strong").allTextContents()).map((word) => word.trim());
  assert.equal(words.length, 24, "24 words");
  await stage.click("paper-test");
  await enterWords(stage, words.with(6, "wrongword"));
  await stage.get("paper-wrong").waitFor();
  await stage.look("paper-wrong");
  await page.locator("#paper-word-6").fill(words[6].slice(0, 4));
  for (let step = 0; step < 3; step += 1) await stage.click("paper-next");
  await stage.get("paper-right").waitFor();
  await stage.look("paper-right");

  await page.locator("main a[href='#/organisation']").last().click();
  await stage.click("card-save");
  await stage.get("saved-file").waitFor();
  await stage.look("organisation");
  await stage.click("files-open");
  await stage.get("custody-file").setInputFiles(file("nonsense"));
  await stage.get("error-message").waitFor();
  await stage.look("file-refused");
  for (const kind of ["genesis_draft", "genesis"]) {
    await stage.get("custody-file").setInputFiles(file(kind));
    await stage.get("file-preview").waitFor();
    await stage.look(`file-${kind}`);
    await page.locator("[data-testid=file-compared]").check();
    await stage.click("file-accept");
    await stage.get("file-accepted").waitFor();
  }
  await stage.look("file-accepted");
  await page.evaluate(() => (location.hash = "#/organisation"));
  await stage.get("connect-buffer").fill("https://down.example");
  await stage.look("connect");
  await stage.failing("custodyConnect", () => stage.click("connect"), "connect-failed");
  await stage.click("connect");
  await stage.get("connect-buffer").waitFor({ state: "detached" });
  await stage.look("federation");
  await page.evaluate(() => (location.hash = "#/"));
  await stage.click("custody-exchange");
  await stage.get("error-message").waitFor();
  await stage.look("exchange-unreachable");
}

async function enterWords(stage, words) {
  for (let step = 0; step < 4; step += 1) {
    for (let at = step * 6; at < step * 6 + 6; at += 1) await stage.page.locator(`#paper-word-${at}`).fill(words[at]);
    await stage.click("paper-next");
  }
}

/** The organisation above cannot reach its buffer; one that has gone the whole way shows the rest. */
async function requests(stage) {
  const { page } = stage;
  await page.goto(`${stage.address}?custodian=${encodeURIComponent(PASSPHRASE)}`);
  await stage.inject();
  await stage.get("organisation-unlock-passphrase").fill("not the passphrase");
  await stage.click("organisation-unlock");
  await stage.get("error-message").waitFor();
  await stage.look("organisation-wrong");
  await unlock(stage);
  await stage.look("custody-home");
  await stage.click("custody-exchange");
  await stage.get("custody-exchanged").waitFor();
  await stage.get("custody-exchanged").scrollIntoViewIfNeeded();
  await stage.look("custody-exchanged");
  await stage.click("nav-requests");
  await stage.get("request-open").first().waitFor();
  await stage.look("requests");
  await show(stage, "#/requests/request-2", "[data-check=card_age][data-ok=false]", "request-unchecked");
  await show(stage, "#/requests/request-3", "[data-testid=drill-strip]", "request-drill");
  await show(stage, "#/requests/request-4", "[data-testid=request-state][data-phase=closed]", "request-closed");
  await show(stage, "#/requests/request-6", "[data-testid=request-hidden]", "request-hidden");
  assert.deepEqual(
    await page.locator("[data-testid=decide] input[type=radio]").evaluateAll((all) => all.map((one) => one.value)),
    ["object", "refuse"],
    "what was not shown can be stopped and not approved",
  );
  await page.locator("[data-testid=decide-object]").check();
  await stage.get("decide-reason").selectOption("desk_doubted");
  assert.ok(await stage.get("decide-submit").isEnabled(), "an objection can be signed");
  await page.locator("#decisions-title").scrollIntoViewIfNeeded();
  await stage.look("request-hidden-decisions");
  await show(stage, "#/requests/request-5", "[data-testid=restore-facts]", "request-restore");
  await page.locator("[data-testid=decide-approve]").check();
  assert.ok(await stage.get("decide-submit").isDisabled(), "not before the six words were compared");
  await page.locator("[data-testid=decide-compared]").check();
  assert.ok(await stage.get("decide-submit").isEnabled(), "compared");
  await stage.get("decide").scrollIntoViewIfNeeded();
  await stage.look("request-restore-compared");
  await show(stage, "#/requests/request-1", "[data-testid=decide]", "request");
  assert.equal(await page.locator("[data-check]").count(), 20, "every check is a row");
  await page.locator("#scope-title").scrollIntoViewIfNeeded();
  await stage.get("world-map").waitFor();
  await stage.look("request-scope");
  await page.locator("#desk-title").scrollIntoViewIfNeeded();
  await stage.look("request-desk");
  await page.locator("[data-testid=decide-object]").check();
  await stage.get("decide-reason").selectOption("other");
  assert.ok(await stage.get("decide-submit").isDisabled(), "“other” needs words");
  await page.locator("#decide-text").fill("Half of it would do.");
  assert.ok(await stage.get("decide-submit").isEnabled(), "now it can be signed");
  await stage.get("decide-reason").selectOption("scope_too_wide");
  await stage.get("decide").scrollIntoViewIfNeeded();
  await stage.look("request-decide");
  await page.locator("[data-testid=decide-approve]").check();
  await stage.click("decide-submit");
  await stage.get("decide-pause").waitFor();
  await stage.look("request-pause");
  await stage.hurry(() => page.locator("[data-testid=request-state][data-phase=waiting]").waitFor());
  await page.locator("#decisions-title").scrollIntoViewIfNeeded();
  await stage.look("request-decided");
  await stage.failing("custodyOutgoing", () => stage.click("decision-save"), "decision-save-failed");
  await stage.click("decision-save");
  await stage.get("saved-file").waitFor();
  await stage.get("decision-save").scrollIntoViewIfNeeded();
  await stage.look("decision-saved");
  await page.evaluate(() => (location.hash = "#/organisation/files"));
  await stage.get("custody-file").setInputFiles(file("objection"));
  await stage.get("file-preview").waitFor();
  await stage.look("file-objection");
  await stage.click("file-accept");
  await stage.get("file-accepted").waitFor();
  await show(stage, "#/requests/request-1", "[data-testid=request-state]", "request-objected");
}

async function keeping(stage) {
  const { page } = stage;
  await stage.click("nav-shares");
  await page.locator("[data-outcome=wrong_share]").waitFor();
  await stage.look("shares");
  await show(stage, "#/organisation/key", "[data-testid=key-start]", "key");
  await stage.click("key-start");
  await page.locator("a.primary[href='#/organisation/paper']").click();
  await stage.click("paper-show");
  const words = (await page.locator("[data-testid=paper-words] .strong").allTextContents()).map((word) => word.trim());
  await stage.click("paper-test");
  await enterWords(stage, words);
  await stage.get("paper-right").waitFor();
  await show(stage, "#/organisation/key", "[data-testid=key-finish]", "key-running");
  await stage.click("key-finish");
  await stage.get("key-changed").waitFor();
  await stage.look("key-changed");
}

async function demands(stage) {
  const { page } = stage;
  await stage.click("nav-demands");
  await stage.get("demand-new").waitFor();
  await stage.look("demands");
  await stage.click("demand-new");
  await stage.get("demand-authority").selectOption("immigration");
  await page.locator("[data-testid=asked-lists]").check();
  await stage.look("demand-form");
  await stage.click("demand-save");
  await page.locator(".demand[data-outcome=received]").waitFor();
  await stage.click("demands-publish");
  await page.getByText("The numbers were published").first().waitFor();
  await stage.click("statement-new");
  await stage.get("statement-text").fill("One demand was received. It is open.");
  await stage.look("statement-form");
  await stage.click("statement-publish");
  await page.getByText("One demand was received. It is open.").waitFor();
  await stage.look("statements");
}

async function log(stage) {
  await stage.click("nav-log");
  await stage.get("log-check").waitFor();
  await stage.click("log-check");
  await stage.get("log-checked").waitFor();
  await stage.look("log");
}

async function handover(stage) {
  const { page } = stage;
  await show(stage, "#/organisation/handover", "a[href='#/organisation/files']", "handover-none");
  const take = async (kind) => {
    await page.evaluate(() => (location.hash = "#/organisation/files"));
    await stage.get("custody-file").setInputFiles(file(kind));
    await page.locator("[data-testid=file-compared]").check();
    await stage.look(`file-${kind}`);
    await stage.click("file-accept");
    await stage.get("file-accepted").waitFor();
  };
  for (const [kind, name] of [["handover", "in"], ["organisation_card", "out"]]) {
    await take(kind);
    await show(stage, "#/organisation/handover", "[data-step=roster]", `handover-${name}`);
  }
  assert.equal(await stage.get("handover-save").count(), 0, "nothing is sealed before the new list is in force");
  await page.evaluate(() => (location.hash = "#/"));
  await stage.click("custody-exchange");
  await stage.get("custody-exchanged").waitFor();
  await show(stage, "#/organisation/handover", "[data-testid=handover-save]", "handover-seal");
  await stage.click("handover-save");
  await stage.get("saved-file").waitFor();
  assert.equal(await stage.get("handover-destroy").count(), 0, "nothing is destroyed before the receipt");
  await take("handover_done");
  await show(stage, "#/organisation/handover", "[data-testid=handover-destroy]", "handover-receipt");
  await stage.click("handover-destroy");
  await stage.get("handover-destroyed").waitFor();
  await stage.look("handover-destroyed");
  await page.evaluate(() => (location.hash = "#/organisation/files"));
  await stage.get("custody-file").setInputFiles(file("desk_card_draft"));
  await stage.get("file-preview").waitFor();
  await stage.look("file-desk-card");
}

async function locked(stage) {
  await stage.click("lock");
  await stage.get("organisation-unlock-passphrase").waitFor();
  await stage.look("organisation-unlock");
  await stage.page.locator("a[href='#/choose']").click();
  await stage.get("organisation-start").waitFor();
  await stage.look("choose-organisation");
}

async function show(stage, hash, ready, name) {
  await stage.page.evaluate((to) => (location.hash = to), hash);
  await stage.page.locator(ready).first().waitFor();
  await stage.look(name);
}
