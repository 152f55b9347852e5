// Story "main_job": an officer's first hour in the real window, with the register on disk and nothing replaced.
import assert from "node:assert/strict";
import { createRegister, ROW_NAME, IMPORT_LIMIT_MS, KDF_LIMIT_MS, PASSPHRASE, unlock } from "./register.mjs";
import { id } from "./story.mjs";
import { until } from "./webdriver.mjs";

export async function tell(stage) {
  let name;
  let row;
  let called;

  await stage.step("create a register", () => createRegister(stage));

  await stage.step("read the sample", async () => {
    await stage.click("nav-import");
    await stage.click("import-sample");
    await stage.see("import-confirm", IMPORT_LIMIT_MS);
    await stage.picture("import-preview");
  });

  await stage.step("bring the sample in", async () => {
    await stage.click("import-confirm");
    await stage.see("import-done", IMPORT_LIMIT_MS);
    await stage.picture("import-done");
  });

  await stage.step("search by a misspelt name", async () => {
    await stage.click("nav-people");
    await stage.see("person-row");
    await stage.picture("people");
    // Not the first of the list: finding must bring the person up.
    const names = await stage.window.run("return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent.trim())", ROW_NAME);
    name = names.at(-1);
    assert.notEqual(name, names[0], `the sample holds many people, the list shows ${names.length}`);
    await stage.type("people-search", misspelt(name));
    // Namesakes and relatives may stand beside the person; on the first screen is where an officer looks.
    row = await until("the search finds the person", async () => {
      const found = (await shownNames(stage)).indexOf(name);
      return found < 0 ? undefined : { index: found };
    });
    await stage.picture("search");
  });

  await stage.step("open a person", async () => {
    await stage.window.click(id("person-row"), row.index);
    await stage.see("person-name");
    assert.equal(await stage.text("person-name"), name, "the page must be the person's whose row was opened");
    await stage.picture("person");
  });

  await stage.step("record an outcome", async () => {
    await stage.click("nav-campaign");
    await stage.click("drill-start");
    called = await stage.text("#task-title");
    await stage.picture("call-list");
    await stage.click("outcome-safe");
    await until("the outcome is counted", async () => (await safeCount(stage)) === 1);
    await stage.picture("outcome");
  });

  await stage.step("every screen fits a phone's width", async () => {
    await stage.window.resize(360, 740);
    await until("the window is narrow", async () => (await stage.window.run("return innerWidth")) <= 400);
    for (const screen of ["home", "people", "campaign", "import", "sync"]) {
      await stage.click(`nav-${screen}`);
      const over = await stage.window.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assert.ok(over <= 0, `${screen} is ${over} pixels wider than a phone`);
      await stage.picture(`narrow-${screen}`);
    }
    await stage.window.resize(1180, 800);
  });

  await stage.step("lock", async () => {
    await stage.click("lock");
    await stage.see("unlock-passphrase");
    const page = await stage.window.run("return document.documentElement.outerHTML");
    for (const held of [name, called]) assert.ok(!page.includes(held), "a locked window must not hold a name");
    await stage.picture("locked");
  });

  await stage.step("a wrong passphrase is refused", async () => {
    await stage.type("unlock-passphrase", `${PASSPHRASE}!`);
    await stage.click("unlock-submit");
    await stage.see("error-message", KDF_LIMIT_MS);
    const code = await stage.window.run(`return document.querySelector('${id("error-message")}').dataset.code`);
    assert.equal(code, "wrong_passphrase", "the refusal says what it is, and no more");
    assert.equal(await stage.window.count(id("nav-people")), 0, "nothing may open");
  });

  await stage.step("unlock: all still there", () => unlockAndLook(stage, name));

  await stage.step("end the program, start it again, unlock: all still there", async () => {
    await stage.closeWindow();
    await stage.openWindow();
    await unlockAndLook(stage, name);
    await stage.picture("after-restart");
  });

  await stage.step("the page kept nothing of it", async () => {
    const script = "return [localStorage.length, sessionStorage.length, document.cookie.length, document.title]";
    const kept = await stage.window.run(script);
    assert.deepEqual(kept, [0, 0, 0, "Ugnay"], "nothing may be stored outside the encrypted register, the title names nobody");
  });
}

/** The first five names of the list as it stands. */
async function shownNames(stage) {
  const script = "return [...document.querySelectorAll(arguments[0])].slice(0, 5).map((e) => e.textContent.trim())";
  return stage.window.run(script, ROW_NAME);
}

/** How many people the drill's counts say are safe. */
async function safeCount(stage) {
  const [text] = await stage.window.texts('[data-outcome="safe"]');
  return text === undefined ? 0 : Number(text.replace(/\D/g, ""));
}

async function unlockAndLook(stage, name) {
  await unlock(stage);
  await stage.click("nav-people");
  await stage.type("people-search", name);
  await until("the person is still there", async () => (await shownNames(stage)).includes(name));
  await stage.click("nav-campaign");
  await until("the outcome is still there", async () => (await safeCount(stage)) === 1);
}

/** The name with one inner letter of its longest word doubled, as a hurried hand writes it. */
function misspelt(name) {
  const longest = name.split(/[\s,]+/).reduce((a, b) => (b.length > a.length ? b : a));
  const middle = Math.floor(longest.length / 2);
  return name.replace(longest, longest.slice(0, middle) + longest[middle] + longest.slice(middle));
}
