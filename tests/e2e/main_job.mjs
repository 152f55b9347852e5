// Story "main_job": an officer's first hour in the real window, with the register on disk and nothing replaced.
import assert from "node:assert/strict";
import { id } from "./story.mjs";
import { until } from "./webdriver.mjs";

const PASSPHRASE = "bangka sa ilog 1987 tatlong kawayan";
const IMPORT_LIMIT_MS = 120_000;

export async function tell(stage) {
  let name;
  let people;

  await stage.step("create a register", async () => {
    await stage.openWindow();
    await stage.click("create-start");
    await stage.picture("create");
    await stage.type("create-place", "Cuenca");
    await stage.type("create-passphrase", PASSPHRASE);
    await stage.click("create-submit");
    await stage.see("nav-people", 60_000);
  });

  await stage.step("import the sample", async () => {
    await stage.click("nav-import");
    await stage.click("import-sample");
    await stage.see("import-confirm", IMPORT_LIMIT_MS);
    await stage.picture("import-preview");
    await stage.click("import-confirm", IMPORT_LIMIT_MS);
    await until("the import is finished", () => importIsOver(stage), IMPORT_LIMIT_MS);
  });

  await stage.step("search", async () => {
    await stage.click("nav-people");
    await stage.see("person-row");
    await stage.picture("people");
    name = (await stage.text("person-row")).split("\n")[0].trim();
    people = await stage.window.count(id("person-row"));
    assert.ok(people > 1, `the sample holds many people, the list shows ${people}`);
    await stage.type("people-search", misspelt(name));
    await until("the search finds the person", async () => (await stage.text("person-row")).startsWith(name));
    await stage.picture("search");
  });

  await stage.step("open a person", async () => {
    await stage.click("person-row");
    assert.equal(await stage.text("person-name"), name, "the page must be the person's whose row was opened");
    await stage.picture("person");
  });

  await stage.step("record an outcome", async () => {
    await stage.click("nav-campaign");
    await stage.click("drill-start");
    await stage.click("outcome-reached");
    await stage.click("outcome-safe");
    await stage.picture("outcome");
  });

  await stage.step("lock", async () => {
    await stage.click("lock");
    await stage.see("unlock-passphrase");
    const page = await stage.window.run("return document.documentElement.outerHTML");
    assert.ok(!page.includes(name), "a locked window must not hold a name");
    await stage.picture("locked");
  });

  await stage.step("a wrong passphrase is refused", async () => {
    await stage.type("unlock-passphrase", `${PASSPHRASE}!`);
    await stage.click("unlock-submit");
    await until("the refusal is shown", () => stage.window.count("[role=alert]"));
    assert.equal(await stage.window.count(id("nav-people")), 0, "nothing may open");
  });

  await stage.step("unlock: all still there", () => unlockAndLook(stage, name));

  await stage.step("end the program, start it again, unlock: all still there", async () => {
    await stage.closeWindow();
    await stage.openWindow();
    await unlockAndLook(stage, name);
    await stage.picture("after-restart");
  });
}

async function importIsOver(stage) {
  return (await stage.window.count(id("import-confirm"))) === 0;
}

async function unlockAndLook(stage, name) {
  await stage.type("unlock-passphrase", PASSPHRASE);
  await stage.click("unlock-submit");
  await stage.click("nav-people", 30_000);
  await stage.type("people-search", name);
  await until("the person is still there", async () => (await stage.text("person-row")).startsWith(name));
  await stage.click("nav-campaign");
  await until("the outcome is still there", () => stage.window.count('[data-outcome="safe"]'));
}

/** The name with one inner letter of its longest word doubled, as a hurried hand writes it. */
function misspelt(name) {
  const longest = name.split(/\s+/).reduce((a, b) => (b.length > a.length ? b : a));
  const middle = Math.floor(longest.length / 2);
  return name.replace(longest, longest.slice(0, middle) + longest[middle] + longest.slice(middle));
}
