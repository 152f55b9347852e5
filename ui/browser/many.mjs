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
}
