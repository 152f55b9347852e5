// A hundred thousand people: the list stays small, scrolling and searching stay quick.
import assert from "node:assert/strict";

const MOST_ROWS = 60;

export async function manyPeople(stage) {
  const { page } = stage;
  await stage.start("?people=100000");
  await stage.click("demo-start");
  await stage.get("nav-people").waitFor();
  await stage.click("nav-people");
  await stage.get("person-row").first().waitFor({ timeout: 60_000 });
  const rows = await stage.get("person-row").count();
  assert.ok(rows < MOST_ROWS, `only the rows in view exist, there are ${rows}`);
  await page.locator(".scroller").evaluate((element) => (element.scrollTop = element.scrollHeight));
  await page.locator("[aria-posinset='100000'] a").waitFor({ timeout: 30_000 });
  assert.ok((await stage.get("person-row").count()) < MOST_ROWS, "also at the end");
  await stage.look("end-of-list");
  const jank = await page.evaluate(async () => {
    const scroller = document.querySelector(".scroller");
    let longest = 0;
    for (let step = 0; step < 60; step += 1) {
      const before = performance.now();
      scroller.scrollTop = 1_000_000 + step * 90;
      await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
      longest = Math.max(longest, performance.now() - before);
    }
    return Math.round(longest);
  });
  console.log(`     100,000 people: longest two frames while scrolling ${jank} ms`);
  await manyCalls(stage);
}

/** A call list of many pages: a hundred at a time, by button and by the arrow key at the last row; an answer keeps them. */
async function manyCalls(stage) {
  const { page } = stage;
  const rows = stage.get("turn-row");
  const shown = (count) => page.waitForFunction((n) => document.querySelectorAll("[data-testid=turn-row]").length === n, count);
  await stage.click("nav-campaign");
  await page.waitForFunction(() => document.querySelector("[data-testid=drill-country]")?.options.length > 3);
  await stage.click("drill-start");
  await stage.get("outcome-safe").waitFor({ timeout: 30_000 });
  await shown(100);
  await stage.get("rows-more").scrollIntoViewIfNeeded();
  await stage.look("call-list-more");
  await stage.click("rows-more");
  await shown(200);
  await rows.nth(199).focus();
  await page.keyboard.press("ArrowDown");
  await shown(300);
  await page.waitForFunction(() => document.activeElement === document.querySelectorAll("[data-testid=turn-row]")[300 - 100]);
  const last = rows.nth(299);
  const name = (await last.locator(".strong").textContent()).trim();
  await last.click();
  await page.locator("#task-title").filter({ hasText: name }).waitFor();
  await stage.click("outcome-safe");
  await stage.get("toast-undo").waitFor();
  await shown(400);
  assert.ok(!(await rows.allTextContents()).some((text) => text.includes(name)), "who is safe stands far down now");
  await stage.click("toast-undo");
  await page.locator("#task-title").filter({ hasText: name }).waitFor();
}
