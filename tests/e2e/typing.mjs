// Story "typing": the program is killed while somebody writes; what was typed half a second before is there at the next
// start. And what was removed comes back, what was changed is taken back, and the first screen speaks the language chosen.
import assert from "node:assert/strict";
import { createRegister, KDF_LIMIT_MS, PASSPHRASE, unlock } from "./register.mjs";
import { id } from "./story.mjs";
import { until } from "./webdriver.mjs";

const GIVEN = "Corazon Ysabel";

export async function tell(stage) {
  await stage.step("create a register", () => createRegister(stage));

  await stage.step("begin a person and lose the power", async () => {
    await stage.window.run("location.hash = '#/people/new'");
    await stage.type("#given", GIVEN);
    // What is promised: half a second after the last key it is kept. Nothing but the clock says when that is over.
    await new Promise((wake) => setTimeout(wake, 500));
    await stage.killWindow();
  });

  await stage.step("start again: what was begun is there", async () => {
    await stage.openWindow();
    await unlock(stage);
    await stage.click("begun-go-on");
    await stage.see("draft-discard");
    assert.equal(await stage.window.value("#given"), GIVEN, "not one letter older than half a second is lost");
    await stage.picture("resumed");
  });

  await stage.step("save it: nothing waits any more", async () => {
    await stage.window.type("#surname", "Peñaflor");
    await stage.click("person-save");
    await stage.see("person-name");
    await stage.click("nav-home");
    await until("home is shown", () => stage.window.isShown(id("home-changes")));
    assert.equal(await stage.window.count(id("begun-go-on")), 0, "the draft ended with the save");
  });

  await stage.step("remove, bring back, take a change back", async () => {
    await stage.click("nav-people");
    await stage.click("person-row");
    await stage.click("person-remove");
    await stage.see("toast-undo");
    await stage.window.run("location.hash = '#/removed'");
    await stage.click("person-restore");
    await until("nobody is removed", async () => (await stage.window.count(id("person-restore"))) === 0);
    await stage.window.run("location.hash = '#/changes'");
    await stage.click("change-open");
    await stage.click("change-take-back");
    await stage.see("change-blocked");
    await stage.picture("taken-back");
    await stage.window.run("location.hash = '#/removed'");
    await stage.see("person-restore");
  });

  await stage.step("the language chosen holds before anything is unlocked", async () => {
    await stage.window.run("location.hash = '#/settings'");
    await stage.see("#settings-language");
    const choose = "const select = document.querySelector('#settings-language'); select.value = 'ceb'; select.dispatchEvent(new Event('change', { bubbles: true }))";
    await stage.window.run(choose);
    await until("the page is Cebuano", async () => (await stage.window.run("return document.documentElement.lang")) === "ceb");
    await stage.closeWindow();
    await stage.openWindow();
    await stage.see("unlock-passphrase", KDF_LIMIT_MS);
    assert.equal(await stage.window.run("return document.documentElement.lang"), "ceb", "the first screen speaks it");
    await stage.type("unlock-passphrase", PASSPHRASE);
    await stage.picture("first-screen");
  });
}
