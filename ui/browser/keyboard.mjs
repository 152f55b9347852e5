// The main job without a pointer: create, import, search, a person, an outcome, lock. Every step goes through the keys
// somebody would press; the focus must be visible wherever it lands.
import assert from "node:assert/strict";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const MOST_TABS = 80;

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
  await visibleFocus(page);
  await keys.press("ArrowDown");
  await keys.press("ArrowUp");
  await keys.press("Enter");
  await stage.get("person-name").waitFor();
  await focusIs(page, "person-name", "opening a person moves the focus to the name");
  await keys.press("Escape");
  await page.waitForFunction(() => location.hash.startsWith("#/people") && !document.querySelector("[data-testid=person-name]"));

  await narrowedByKeys(stage);
  await begunByKeys(stage);

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

/** Filters opened, chosen and taken away with keys; the focus comes back to where it was. */
async function narrowedByKeys(stage) {
  const { page } = stage;
  const keys = page.keyboard;
  const total = () => page.locator(".controls .figures").last().textContent();
  await tabTo(stage, "filters-open");
  await keys.press("Enter");
  await stage.get("filters-done").waitFor();
  await page.waitForFunction(() => document.querySelector("#filter-country")?.options.length > 1);
  await tabToSelector(stage, "[data-choice=freshness-never]");
  await keys.press("Space");
  await page.locator("[data-choice=freshness-never][aria-pressed=true]").waitFor();
  await tabTo(stage, "filters-done");
  await keys.press("Enter");
  await page.locator("[data-part=freshness]").waitFor();
  await focusIs(page, "filters-open", "closing the choices gives the focus back");
  assert.match(await total(), /\d|One|Nobody/, "the list says how many are left");
  await tabToSelector(stage, "[data-part=freshness]");
  await keys.press("Enter");
  await page.locator("[data-part=freshness]").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement?.id), "people-search", "the focus is not lost with the chip");
}

/** Somebody is begun, left, gone on with, and their contacts put into another order with keys. */
async function begunByKeys(stage) {
  const { page } = stage;
  const keys = page.keyboard;
  await page.evaluate(() => (location.hash = "#/people/new"));
  await page.locator("#given").waitFor();
  await tabToSelector(stage, "#given");
  await keys.type("Corazon");
  await keys.press("Tab");
  await keys.type("Peñaflor");
  await tabTo(stage, "nav-home");
  await keys.press("Enter");
  await tabTo(stage, "begun-go-on");
  await keys.press("Enter");
  await page.waitForFunction(() => document.querySelector("#surname")?.value === "Peñaflor");
  await tabTo(stage, "person-save");
  await keys.press("Enter");
  await stage.get("person-name").waitFor();
  await tabTo(stage, "nav-home");
  await keys.press("Enter");
  await tabTo(stage, "home-changes");
  await keys.press("Enter");
  await tabTo(stage, "change-open");
  await keys.press("Enter");
  await tabTo(stage, "change-take-back");
  await keys.press("Enter");
  await stage.get("change-blocked").waitFor();
  await page.evaluate(() => (location.hash = "#/removed"));
  await tabTo(stage, "person-restore");
  await keys.press("Enter");
  await page.getByText("Nobody was removed").waitFor();
}

/** Presses Tab until the element with this test id has the focus, and checks that the focus can be seen. */
export async function tabTo(stage, testid) {
  return tabToSelector(stage, `[data-testid="${testid}"]`);
}

async function tabToSelector(stage, selector) {
  await stage.page.locator(selector).first().waitFor();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await stage.page.evaluate((css) => document.activeElement?.matches(css) === true, selector)) return visibleFocus(stage.page);
    await stage.page.keyboard.press("Tab");
  }
  throw new Error(`${selector} cannot be reached with Tab`);
}

async function visibleFocus(page) {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const mark = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    const top = document.elementFromPoint(box.left + box.width / 2, Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)));
    return { mark, inside, covered: !(top !== null && (element.contains(top) || top.contains(element))) };
  });
  assert.deepEqual(seen, { mark: true, inside: true, covered: false }, "the focus is marked, on the screen and not covered");
}

async function focusIs(page, testid, why) {
  await page.waitForFunction((id) => document.activeElement?.getAttribute("data-testid") === id, testid).catch(() => {
    throw new Error(why);
  });
}

export async function headingHasFocus(page, why) {
  await page.waitForFunction(() => document.activeElement?.tagName === "H1").catch(() => {
    throw new Error(why);
  });
}
