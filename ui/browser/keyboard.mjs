// The main job without a pointer: create, import, search, a person, an outcome, lock. Every step goes through the keys
// somebody would press; the focus must be visible wherever it lands.
import assert from "node:assert/strict";
import { id, Keys } from "./keys.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";

export async function keyboardOnly(stage) {
  const { page } = stage;
  const keys = page.keyboard;
  await stage.start();

  await tabTo(stage, "create-start");
  await keys.press("Enter");
  await tabTo(stage, "create-place");
  await keys.type("Dita");
  await stage.get("create-place-hit").first().waitFor();
  await keys.press("Enter");
  await tabTo(stage, "create-passphrase");
  await keys.type(PASSPHRASE);
  await keys.press("Enter");
  await stage.get("nav-home").waitFor();
  await headingHasFocus(page, "a new screen starts at its name");

  await keys.press("Shift+Tab");
  await page.evaluate(() => document.body.focus());
  await tabTo(stage, "nav-import");
  await keys.press("Enter");
  await stage.get("import-sample").waitFor();
  await headingHasFocus(page, "the import screen starts at its name");
  await tabTo(stage, "import-sample");
  await keys.press("Enter");
  await stage.get("import-confirm").waitFor();
  await tabTo(stage, "import-confirm");
  await keys.press("Enter");
  await stage.get("import-done").waitFor();

  await keys.press("/");
  await page.waitForFunction(() => document.activeElement?.id === "people-search");
  await stage.get("person-row").first().waitFor();
  const all = await stage.get("person-row").count();
  assert.ok(all > 3, "the sample brings several people");
  await keys.type("marasi");
  await page.waitForFunction(() => /marasigan/i.test(document.querySelector("[data-testid=person-row]")?.textContent ?? ""));
  await keys.press("ArrowDown");
  await focusIs(page, "person-row", "the arrow leaves the search for the first row");
  await new Keys(stage).seen("the first row");
  await keys.press("ArrowDown");
  await keys.press("ArrowUp");
  await keys.press("Enter");
  await stage.get("person-name").waitFor();
  await focusIs(page, "person-name", "opening a person moves the focus to the name");
  await keys.press("Escape");
  await page.waitForFunction(() => location.hash.startsWith("#/people") && !document.querySelector("[data-testid=person-name]"));

  await tabTo(stage, "nav-campaign");
  await keys.press("Enter");
  await tabTo(stage, "drill-start");
  await keys.press("Enter");
  await stage.get("outcome-safe").first().waitFor();
  await tabTo(stage, "outcome-safe");
  await keys.press("Enter");
  await stage.get("toast-undo").waitFor();
  await page.locator("[data-outcome=safe]").first().waitFor();
  await tabTo(stage, "toast-undo");
  await keys.press("Enter");
  await page.waitForFunction(() => !document.querySelector("[data-outcome=safe]"));
  await tabTo(stage, "outcome-safe");
  await keys.press("Enter");
  await page.locator("[data-outcome=safe]").first().waitFor();

  await tabTo(stage, "lock");
  await keys.press("Enter");
  await stage.get("unlock-passphrase").waitFor();
  const page_text = await page.evaluate(() => document.documentElement.outerHTML);
  assert.ok(!/marasigan/i.test(page_text), "a locked page holds no name");
  await tabTo(stage, "unlock-passphrase");
  await keys.type(PASSPHRASE);
  await keys.press("Enter");
  await stage.get("nav-home").waitFor();
}

/** Presses Tab until the element with this test id has the focus, and checks that the focus can be seen. */
async function tabTo(stage, testid) {
  return new Keys(stage).to(id(testid));
}

async function focusIs(page, testid, why) {
  await page.waitForFunction((wanted) => document.activeElement?.getAttribute("data-testid") === wanted, testid).catch(() => {
    throw new Error(why);
  });
}

async function headingHasFocus(page, why) {
  await page.waitForFunction(() => document.activeElement?.tagName === "H1").catch(() => {
    throw new Error(why);
  });
}
