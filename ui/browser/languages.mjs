// Each shipped language on the screens with most words, and a pseudo-language 40 % longer than English.
export async function everyLanguage(stage) {
  await stage.start();
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
  for (const code of ["fil", "ceb", "es", "fr"]) {
    await stage.page.evaluate(() => (location.hash = "#/settings"));
    await stage.page.locator("#settings-language").selectOption(code);
    await stage.page.waitForFunction((wanted) => document.documentElement.lang === wanted, code);
    for (const [screen, ready] of SCREENS) {
      await stage.page.evaluate((hash) => (location.hash = hash), screen);
      await stage.page.locator(ready).first().waitFor();
      await stage.look(`${code}-${screen.replace(/[^a-z0-9]+/g, "-")}`);
    }
  }
}

const SCREENS = [
  ["#/", "table"],
  ["#/people", "[data-testid=person-row]"],
  ["#/people/demo-4", "[data-testid=person-name]"],
  ["#/people/new", "#given"],
  ["#/import", "[data-testid=import-sample]"],
  ["#/campaigns", "[data-testid=drill-country] option"],
  ["#/sync", "#join-buffer"],
  ["#/settings", "#settings-language"],
];
