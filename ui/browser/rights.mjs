// What people decide and may ask for, as the register keeps it: what was given out, copies, corrections, how long entries are
// kept.

export async function rights(stage) {
  await open(stage);
  await given(stage);
  await copyOf(stage);
  await kept(stage);
}

async function open(stage) {
  await stage.start();
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
}

async function given(stage) {
  const { page } = stage;
  await stage.get("home-given").click();
  await stage.get("given-none").waitFor();
  await stage.look("given-none");
  await stage.click("export-new");
  await stage.get("purpose-own-copy").waitFor();
  await stage.look("export-purpose");
  await stage.get("purpose-crisis").check();
  await stage.get("export-look").waitFor();
  await stage.look("export-form");
  await stage.get("export-to").fill("Municipal desk, Mrs Reyes");
  await stage.get("group-notes").check();
  await stage.get("group-notes").scrollIntoViewIfNeeded();
  await stage.look("export-fields");
  await stage.get("group-notes").uncheck();
  await stage.failing("saveExport", () => stage.click("export-save"), "export-failed");
  await stage.click("export-save");
  await stage.get("export-saved").waitFor();
  await stage.get("export-saved").scrollIntoViewIfNeeded();
  await stage.look("export-saved");
  // A sheet with a name on it is listed too.
  await page.evaluate(() => (location.hash = "#/people/demo-4"));
  await page.locator("summary").filter({ hasText: "Sheets for the family" }).click();
  await stage.click("print-make");
  await stage.get("print-saved").waitFor();
  await page.evaluate(() => (location.hash = "#/exports"));
  await page.getByText("Family card").waitFor();
  await page.getByText("Municipal desk, Mrs Reyes").waitFor();
  await stage.look("given");
}

/** A copy of everything, and what was corrected. */
async function copyOf(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/people/demo-4"));
  await stage.click("person-copy");
  await stage.get("print-make").waitFor();
  await stage.look("copy");
  await stage.click("print-make");
  await stage.get("print-saved").waitFor();
  await stage.look("copy-saved");
  await page.evaluate(() => (location.hash = "#/people/demo-4/edit"));
  await page.locator("#surname").fill("Corrected");
  await stage.click("person-save");
  await stage.get("person-name").waitFor();
  await page.locator("summary").filter({ hasText: "History" }).click();
  await stage.get("history-corrected").check();
  await page.getByText("Corrected").last().scrollIntoViewIfNeeded();
  await stage.look("corrections");
}

/** How long entries are kept: the rule, the warning, keeping. */
async function kept(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/settings"));
  await stage.click("settings-retention");
  await page.locator("#retention-confirmed").waitFor();
  await stage.look("retention");
  await page.locator("#retention-confirmed").selectOption("1");
  await stage.click("retention-save");
  await stage.get("retention-rows").waitFor();
  await stage.get("retention-count").scrollIntoViewIfNeeded();
  await stage.look("retention-past");
  await page.evaluate(() => (location.hash = "#/"));
  await stage.get("retention-due").waitFor();
  await stage.look("retention-home");
  await stage.click("retention-due");
  await stage.get("retention-keep").first().click();
  await stage.get("toast-undo").waitFor();
  await stage.look("retention-kept");
}
