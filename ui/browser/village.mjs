// The village's calm times: freshness and the monthly meeting, the directory, plans, a drill.

export async function village(stage) {
  await open(stage);
  await meeting(stage);
  await sheets(stage);
  await directory(stage);
  await drill(stage);
}

async function open(stage) {
  await stage.start();
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
}

async function meeting(stage) {
  await stage.get("home-meeting").waitFor();
  await stage.look("home-due");
  await stage.click("home-meeting");
  await stage.get("meeting-start").first().waitFor();
  await stage.get("stale-phone").first().waitFor();
  await stage.page.locator("summary").first().click();
  await stage.look("freshness");
  await stage.get("stale-phone").first().scrollIntoViewIfNeeded();
  await stage.look("stale-numbers");
  await stage.click("meeting-start");
  await stage.get("ask-source").first().waitFor();
  await stage.look("meeting");
  await stage.click("ask-source");
  await stage.get("toast-undo").waitFor();
  await stage.look("meeting-answered");
  await stage.click("toast-undo");
  await stage.get("ask-source").first().waitFor();
  await stage.click("ask-home");
  await stage.look("meeting-home");
  await stage.click("ask-source");
  await stage.page.locator("[data-mark=home]").first().waitFor();
  // Through the form and back.
  await stage.click("ask-changed");
  await stage.click("ask-source");
  await stage.page.locator("#given").waitFor();
  await stage.page.locator("#given").fill("Changed");
  await stage.click("person-save");
  await stage.page.locator("[data-mark=changed]").first().waitFor();
  // Left and taken up again.
  await stage.click("nav-home");
  await stage.get("home-meeting").waitFor();
  await stage.look("home-left-open");
  await stage.click("home-meeting");
  await stage.page.locator("[data-mark=changed]").first().waitFor();
  await stage.click("meeting-end");
  await stage.get("meeting-ended").waitFor();
  await stage.look("meeting-ended");
}

/** What is printed for a family, and the code of its card. */
async function sheets(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/people/demo-1"));
  await page.locator("summary").filter({ hasText: "Sheets for the family" }).click();
  await stage.get("print-make").first().click();
  await stage.get("print-saved").waitFor();
  await stage.get("print-saved").scrollIntoViewIfNeeded();
  await stage.look("family-sheets");
  await page.evaluate(() => (location.hash = "#/meeting"));
  await page.locator("summary").filter({ hasText: "Scan a family card" }).click();
  await page.locator("#family-card").fill("https://example.org");
  await stage.get("error-message").waitFor();
  await stage.look("card-refused");
}

async function directory(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/"));
  await stage.click("home-directory");
  await stage.get("directory-country").first().waitFor();
  await stage.look("directory");
  await page.locator("#directory-search").fill("riyadh");
  await page.getByText("2 entries").waitFor();
  await stage.look("directory-search");
  await page.locator("#directory-search").fill("zzzz");
  await page.getByText("Nothing found").waitFor();
  await page.evaluate(() => (location.hash = "#/directory/SA"));
  await stage.get("entry").first().waitFor();
  await stage.look("country");
  await stage.click("entry-new");
  await stage.click("entry-save");
  await stage.get("error-message").waitFor();
  await stage.look("entry-form");
  await page.locator("#entry-name").fill("Invented Leader");
  await page.locator("#entry-phone-0").fill("+966 51 234 6264");
  await stage.click("entry-save");
  await page.getByText("Invented Leader").first().waitFor();
  await stage.get("entry-hide").first().click();
  await page.getByText("One hidden entry").waitFor();
  await stage.click("plan-edit-3");
  await page.locator("#plan-own").fill("Meet at the chapel.\nMarites calls Purok 1.");
  await stage.look("plan-writing");
  await stage.click("plan-save");
  await page.getByText("Meet at the chapel.").waitFor();
  await page.getByText("Meet at the chapel.").scrollIntoViewIfNeeded();
  await stage.look("plan");
}

/** In a register that is no demo: invented people, role cards, the result. */
async function drill(stage) {
  const { page } = stage;
  await stage.click("lock");
  await page.evaluate(() => (location.hash = "#/choose"));
  await stage.click("create-start");
  await stage.get("create-place").fill("Dita");
  await stage.click("create-place-hit");
  await stage.get("create-passphrase").fill("bangka sa ilog tatlong kawayan");
  await stage.click("create-submit");
  await stage.click("nav-campaign");
  await stage.get("drill-start").waitFor();
  await stage.get("drill-country").selectOption("LB");
  await stage.look("drill-form");
  await stage.click("drill-start");
  await stage.get("drill-role").waitFor();
  await stage.look("drill-call");
  await stage.click("outcome-safe");
  await stage.get("toast-undo").waitFor();
  await stage.click("drill-end");
  await stage.get("drill-result").waitFor();
  await stage.look("drill-result");
}
