// A hundred thousand people: the list stays small, scrolling and searching stay quick.
import assert from "node:assert/strict";

const MOST_ROWS = 60;

export async function manyPeople(stage) {
  const { page } = stage;
  // What this machine makes of three hundred people at the moment is what a hundred thousand are held against.
  await list(stage, 300);
  const few = await scrolled(stage, 90, 40);
  await list(stage, 100_000);
  const rows = await stage.get("person-row").count();
  assert.ok(rows < MOST_ROWS, `only the rows in view exist, there are ${rows}`);
  await page.locator(".scroller").evaluate((element) => (element.scrollTop = element.scrollHeight));
  await page.locator("[aria-posinset='100000'] a").waitFor({ timeout: 30_000 });
  assert.ok((await stage.get("person-row").count()) < MOST_ROWS, "also at the end");
  await stage.look("end-of-list");
  quick("scrolling by rows", await scrolled(stage, 90, 60, 1_000_000), few);
  await manyCalls(stage);
}

async function list(stage, people) {
  await stage.start(`?people=${people}`);
  await stage.click("demo-start");
  await stage.get("nav-people").waitFor();
  await stage.click("nav-people");
  await stage.get("person-row").first().waitFor({ timeout: 60_000 });
}

/** How long two frames took, at each of so many steps down the list. */
const scrolled = (stage, step, steps, from = 0) =>
  stage.page.evaluate(async ([by, count, start]) => {
    const scroller = document.querySelector(".scroller");
    const took = [];
    for (let at = 0; at < count; at += 1) {
      const before = performance.now();
      scroller.scrollTop = start + at * by;
      await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
      took.push(performance.now() - before);
    }
    return took;
  }, [step, steps, from]);

/** Two frames are a tenth of a second at the most, or on a machine with other things to do twice what few people take. */
const TWO_FRAMES_MS = 100;

const nearly = (took) => [...took].sort((a, b) => a - b)[Math.floor(took.length * 0.95)];

function quick(what, took, few) {
  const [usual, usualOfFew] = [nearly(took), nearly(few)].map(Math.round);
  const longest = Math.round(Math.max(...took));
  console.log(`     100,000 people, ${what}: two frames in ${usual} ms (95 of 100), longest ${longest} ms; 300 people ${usualOfFew} ms`);
  const most = Math.max(TWO_FRAMES_MS, 2 * usualOfFew);
  assert.ok(usual <= most, `${what} stays fluent: 95 of 100 times two frames in ${most} ms, not ${usual}`);
  assert.ok(longest <= 3 * most, `${what} never stands still: ${longest} ms`);
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
