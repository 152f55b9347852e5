// Every screen once, in the order an officer meets them, looked at in each state that differs.
import assert from "node:assert/strict";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";

export async function everyScreen(stage) {
  await stage.start();
  await start(stage);
  await demo(stage);
  await people(stage);
  await form(stage);
  await duplicates(stage);
  await aftermath(stage);
  await importing(stage);
  await campaign(stage);
  await sync(stage);
  await devices(stage);
  const words = await recovery(stage);
  await settings(stage);
  await locked(stage);
  await secondDevice(stage);
  await leaveAndRestore(stage, words);
}

async function start(stage) {
  await stage.look("start");
  await stage.click("create-start");
  await stage.get("create-place").fill("Di");
  await stage.get("create-place-hit").first().waitFor();
  await stage.look("create-typing");
  await stage.click("create-place-hit");
  await stage.get("create-passphrase").fill("qwerty");
  await stage.look("create-weak");
  await stage.get("create-passphrase").fill(PASSPHRASE);
  await stage.look("create-ready");
  await stage.click("create-submit");
  await stage.get("nav-home").waitFor();
  await stage.look("home-empty");
  await stage.click("nav-people");
  await stage.page.getByText("Nobody in the register yet").waitFor();
  await stage.look("people-empty");
  await stage.click("nav-campaign");
  await stage.page.getByText("Nobody has to be called now").waitFor();
  await stage.look("campaigns-empty");
  await stage.click("lock");
  await stage.get("unlock-passphrase").fill("not the passphrase");
  await stage.click("unlock-submit");
  await stage.get("error-message").waitFor();
  await stage.look("unlock-wrong");
  await stage.page.locator("a[href='#/choose']").click();
  await stage.get("demo-start").waitFor();
  await stage.look("choose");
}

async function demo(stage) {
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
  await stage.look("home");
}

async function people(stage) {
  await stage.click("nav-people");
  await stage.get("person-row").first().waitFor();
  await stage.look("people");
  await filters(stage);
  await stage.get("people-search").fill("zzzzzz");
  await stage.page.getByRole("button", { name: "Show all" }).waitFor();
  await stage.look("people-none");
  await stage.get("people-search").fill("marasigan");
  await stage.page.waitForFunction(() => /Marasigan/.test(document.querySelector("[data-testid=person-row]")?.textContent ?? ""));
  await stage.look("people-search");
  await stage.click("person-row");
  await stage.get("person-name").waitFor();
  await stage.look("person");
  await stage.click("person-confirm");
  await stage.get("toast-undo").waitFor();
  await stage.look("person-confirmed");
  await stage.click("person-home-open");
  await stage.page.locator("#home-year").fill("2024");
  await stage.page.locator("#home-month").selectOption("5");
  await stage.get("person-home").scrollIntoViewIfNeeded();
  await stage.look("person-home-asked");
  await stage.click("person-home");
  await stage.get("person-is-home").scrollIntoViewIfNeeded();
  await stage.look("person-home");
  await stage.click("person-abroad");
  await stage.get("person-home-open").waitFor();
  await stage.page.locator("summary").filter({ hasText: "History" }).click();
  await stage.page.locator("summary").filter({ hasText: "History" }).scrollIntoViewIfNeeded();
  await stage.look("person-end");
  await rights(stage);
  // Somebody with two answers.
  await stage.page.evaluate(() => (location.hash = "#/people/demo-4"));
  await stage.page.getByText("Two officers wrote different things").waitFor();
  await stage.look("person-conflict");
}

/** What somebody agrees to, and erasing, begun and stopped. */
async function rights(stage) {
  await stage.click("person-consent");
  await stage.get("consent-name").waitFor();
  await stage.look("consent");
  await stage.get("no-emergency").check();
  await stage.get("no-hold").check();
  await stage.page.locator("#consent-by").fill("Edna");
  await stage.page.locator("#consent-by").scrollIntoViewIfNeeded();
  await stage.look("consent-answers");
  await stage.click("consent-save");
  await stage.get("toast-undo").waitFor();
  await stage.page.locator("summary").filter({ hasText: "Earlier answers" }).click();
  await stage.look("consent-kept");
  await stage.page.locator("[data-back]").last().click();
  await stage.click("person-erase");
  await stage.get("erase-go").waitFor();
  await stage.look("erase");
  await stage.click("erase-go");
  await stage.get("erase-cancel").waitFor();
  await stage.look("erase-pause");
  await stage.click("erase-cancel");
  await stage.get("erase-go").waitFor();
}

/** The filter's sheet, choices that combine, chips, and nobody who fits. */
async function filters(stage) {
  const { page } = stage;
  await stage.click("filters-open");
  await page.waitForFunction(() => document.querySelector("#filter-country")?.options.length > 3);
  await stage.look("people-filters");
  await page.locator("#filter-country").selectOption({ index: 1 });
  await page.locator("[data-choice=freshness-stale]").click();
  await page.locator("#filter-consent").selectOption("emergency:given");
  await page.locator("[data-choice=no-phone]").scrollIntoViewIfNeeded();
  await stage.look("people-filters-chosen");
  await page.keyboard.press("Escape");
  if (await stage.get("filters-done").count()) await stage.click("filters-done");
  await page.locator("[data-part=country]").waitFor();
  await stage.look("people-chips");
  await shownGivenOut(stage);
  await page.locator("[data-part=consent]").click();
  await stage.click("filters-clear");
  await page.locator("[data-testid=filter-chips]").waitFor({ state: "detached" });
}

/** A file of whom the list shows: the same number, said in words, and back to the same list. */
async function shownGivenOut(stage) {
  const { page } = stage;
  const listed = await page.locator("[aria-posinset='1']").getAttribute("aria-setsize");
  await stage.click("export-shown");
  await page.locator("[data-testid=purpose-visit]").check();
  await stage.get("export-look").waitFor();
  assert.ok(Number(listed) > 1, "several are listed, so that their number is said in digits");
  await stage.get("export-look").filter({ hasText: listed }).waitFor();
  await stage.get("export-of-shown").scrollIntoViewIfNeeded();
  await stage.look("export-shown");
  await page.locator("[data-testid=export-of-place]").check();
  await page.locator("#export-barangay").waitFor();
  await page.evaluate(() => (location.hash = "#/people"));
  await page.locator("[data-part=country]").waitFor();
}

/** The removed, changes, one of them, and what was begun. */
async function aftermath(stage) {
  const { page } = stage;
  const at = (hash) => page.evaluate((to) => (location.hash = to), hash);
  await at("#/removed");
  await page.getByText("Nobody was removed").waitFor();
  await stage.look("removed-none");
  await at("#/people/demo-6");
  await stage.click("person-remove");
  await stage.get("toast-undo").waitFor();
  await at("#/removed");
  await stage.get("removed-list").waitFor();
  await stage.look("removed");
  await stage.click("person-restore");
  await page.getByText("Nobody was removed").waitFor();
  await at("#/changes");
  await stage.get("changes-list").waitFor();
  await stage.look("changes");
  await stage.click("change-open");
  await stage.get("change-take-back").waitFor();
  await stage.look("change");
  await at("#/people/new");
  await page.locator("#given").fill("Corazon");
  await at("#/");
  await stage.get("begun-list").waitFor();
  await stage.look("home-begun");
  await stage.click("begun-go-on");
  await stage.get("draft-discard").waitFor();
  await stage.look("form-resumed");
  await stage.click("draft-discard");
  await page.waitForFunction(() => document.querySelector("#given")?.value === "");
  await at("#/people/demo-9");
  await stage.get("person-outside").waitFor();
  await stage.look("person-outside");
}

async function form(stage) {
  await stage.page.evaluate(() => (location.hash = "#/people/new"));
  await stage.page.locator("#given").fill("Maricel");
  await stage.page.locator("#surname").fill("Peña");
  await stage.page.locator("#contact-0-phone-0").fill("0917 55");
  await stage.page.locator(".chip.warn").first().waitFor();
  await stage.look("form-typing");
  await stage.page.locator("#contact-0-name").fill("Edna Peña");
  await stage.page.locator("#contact-0-phone-0").fill("0917 555 1234");
  await stage.page.getByRole("button", { name: "Add another contact" }).click();
  for (const summary of await stage.page.locator("form details.card > summary").all()) await summary.click();
  await stage.look("form-all");
  await stage.page.locator("#purok").scrollIntoViewIfNeeded();
  await stage.look("form-steps");
  await stage.page.locator("#returned").check();
  await stage.page.locator("#returned-year").fill("2025");
  await stage.page.locator("#returned-year").scrollIntoViewIfNeeded();
  await stage.look("form-home");
  await stage.page.locator("#returned").uncheck();
  await stage.page.locator("#emergency").scrollIntoViewIfNeeded();
  await stage.look("form-end");
  await stage.click("person-save");
  await stage.get("person-name").or(stage.page.locator("#alike-title")).first().waitFor();
  if (await stage.page.locator("#alike-title").count()) {
    await stage.look("form-alike");
    await stage.click("person-save");
  }
  await stage.get("person-name").waitFor();
  await stage.look("person-new");
}

/** Two entries of one person: looked at, merged, taken apart, called two. */
export async function duplicates(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/duplicates"));
  await stage.get("dup-merge").waitFor();
  await page.getByText("On the sheet").or(stage.get("dup-field").first()).first().waitFor();
  await stage.look("duplicates");
  await stage.get("dup-field").last().scrollIntoViewIfNeeded();
  await stage.look("duplicates-choose");
  await page.locator(".keys").scrollIntoViewIfNeeded().catch(() => {});
  await stage.look("duplicates-end");
  await stage.click("dup-next");
  await page.getByText("Pair 2 of 2").waitFor();
  await stage.click("dup-previous");
  await page.getByText("Pair 1 of 2").waitFor();
  await stage.click("dup-merge");
  await stage.get("toast-undo").waitFor();
  await stage.look("duplicates-merged");
  await stage.click("toast-undo");
  await page.getByText("Pair 1 of 2").waitFor();
  // By key, from anywhere that is no field.
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("j");
  await page.getByText("Pair 2 of 2").waitFor();
  await page.keyboard.press("k");
  await page.getByText("Pair 1 of 2").waitFor();
  await page.keyboard.press("m");
  await page.getByText("Pair 1 of 1").waitFor();
  await page.keyboard.press("n");
  await page.getByText("No pairs to look at").first().waitFor();
  await stage.look("duplicates-none");
  await page.keyboard.press("u");
  await page.getByText("Pair 1 of 1").waitFor();
  const merged = await page.evaluate(() => "#/people/demo-40");
  await page.evaluate((hash) => (location.hash = hash), merged);
  await stage.get("person-name").waitFor();
  if ((await stage.get("person-part").count()) === 0) {
    await page.evaluate(() => (location.hash = "#/people/demo-42"));
    await stage.get("person-part").waitFor();
  }
  await stage.get("person-part").scrollIntoViewIfNeeded();
  await stage.look("person-merged");
  await stage.click("person-part");
  await page.getByText("Two entries again").first().waitFor();
}

export async function importing(stage) {
  await stage.click("nav-import");
  await stage.get("import-sample").waitFor();
  await stage.look("import");
  await stage.get("import-file").setInputFiles({ name: "notes.docx", mimeType: "application/x", buffer: Buffer.from([1, 0, 2]) });
  await stage.get("error-message").waitFor();
  await stage.look("import-refused");
  // A long list: it says how far it is, and stops at once.
  const rows = Array.from({ length: 4000 }, (_, n) => `Cruz${n},Ana,Oman`).join("\n");
  await stage.get("import-file").setInputFiles({ name: "long.csv", mimeType: "text/csv", buffer: Buffer.from(`Apelyido,Pangalan,Bansa\n${rows}`) });
  await stage.page.getByText(/rows so far/).waitFor();
  await stage.look("import-reading");
  await stage.click("import-stop");
  await stage.get("import-sample").waitFor();
  assert.equal(await stage.page.evaluate(() => document.activeElement?.dataset.testid), "import-file", "the next file can be chosen");
  // Cards have no cells: corrected by what they say.
  const cards = "BEGIN:VCARD\nFN:Ana Card\nTEL:0917 555 1234\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Card\nBDAY:sometime\nEND:VCARD\n";
  const open = () => stage.get("import-file").setInputFiles({ name: "cards.vcf", mimeType: "text/vcard", buffer: Buffer.from(cards) });
  await open();
  await stage.get("import-confirm").waitFor();
  await stage.page.getByText("This date could not be read").waitFor();
  await stage.page.getByRole("button", { name: /Correct entry 2/ }).first().click();
  await stage.get("fix-input").fill("1990-05-13");
  await stage.look("import-entry-fixing");
  await stage.click("fix-take");
  await stage.get("fixes").waitFor();
  await stage.click("import-confirm");
  await stage.get("import-done").waitFor();
  await open();
  await stage.get("fixes-earlier").waitFor();
  await stage.look("import-entry-again");
  await stage.page.getByRole("button", { name: "Do not bring it in" }).click();
  await stage.get("import-sample").waitFor();
  await stage.click("import-sample");
  await stage.get("import-confirm").waitFor();
  await stage.look("import-preview");
  await stage.get("hidden-no").scrollIntoViewIfNeeded();
  await stage.look("import-questions");
  await stage.click("hidden-no");
  await stage.get("hidden-no").waitFor({ state: "detached" });
  await stage.page.locator("#problems-title").scrollIntoViewIfNeeded();
  await stage.look("import-problems");
  await stage.click("fix-open");
  await stage.get("fix-input").fill("12 Mayo 1990");
  await stage.get("fix-input").scrollIntoViewIfNeeded();
  await stage.look("import-fixing");
  await stage.click("fix-take");
  await stage.get("fixes").waitFor();
  await stage.get("fixes").scrollIntoViewIfNeeded();
  await stage.look("import-fixed");
  await stage.page.locator("summary").first().click();
  await stage.page.locator("summary").first().scrollIntoViewIfNeeded();
  await stage.look("import-columns");
  await stage.click("import-confirm");
  await stage.get("import-done").waitFor();
  await stage.look("import-done");
  await stage.get("import-later").scrollIntoViewIfNeeded();
  await stage.click("later-done");
  await stage.get("toast-undo").waitFor();
  await stage.look("import-later");
  // The same sheet again: everybody is there.
  await stage.click("import-sample");
  await stage.get("import-confirm").waitFor();
  await stage.look("import-again");
  await stage.page.getByRole("button", { name: "Do not bring it in" }).click();
  await stage.get("import-sample").waitFor();
  // A corrected list: what it says otherwise is told, and taken over when asked.
  const list = (where) => ({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(`Apelyido,Pangalan,Bansa\nLopez,Dina,${where}\n`) });
  await stage.get("import-file").setInputFiles(list("Oman"));
  await stage.get("import-confirm").waitFor();
  await stage.click("import-confirm");
  await stage.get("import-done").waitFor();
  await stage.get("import-file").setInputFiles(list("Qatar"));
  await stage.get("import-known").waitFor();
  assert.ok(await stage.get("import-confirm").isDisabled(), "there is nothing to bring in unless it is asked for");
  await stage.get("import-update").check();
  await stage.page.waitForFunction(() => document.querySelector("[data-testid=import-confirm]")?.disabled === false);
  await stage.look("import-known");
  await stage.click("import-confirm");
  await stage.get("import-updated").waitFor();
  await stage.look("import-updated");
}

async function campaign(stage) {
  await stage.click("nav-campaign");
  await stage.page.waitForFunction(() => document.querySelector("[data-testid=drill-country]")?.options.length > 3);
  await stage.get("drill-country").selectOption("LB");
  await stage.look("drill");
  await stage.click("drill-start");
  await stage.get("outcome-safe").waitFor();
  await stage.look("call-list");
  await stage.click("outcome-safe");
  await stage.get("toast-undo").waitFor();
  await stage.look("call-list-outcome");
  await stage.click("outcome-needs-help");
  await stage.get("needs-save").waitFor();
  await stage.get("needs-save").scrollIntoViewIfNeeded();
  await stage.look("call-list-needs");
  await stage.click("needs-save");
  await stage.get("outcome-no-answer").waitFor();
  await stage.click("outcome-no-answer");
  await stage.page.locator("[data-outcome=needs_help]").first().waitFor();
  await stage.look("call-list-counts");
  await stage.click("nav-campaign");
  await stage.page.locator("article [data-outcome=safe]").waitFor();
  await stage.look("campaigns");
  await stage.click("nav-home");
  await stage.get("campaign-open").waitFor();
  await stage.look("home-campaign");
}

async function sync(stage) {
  const { page } = stage;
  await stage.click("nav-sync");
  await page.locator("#join-buffer").waitFor();
  await stage.look("sync-alone");
  await stage.click("proxy-open");
  await stage.get("proxy-address").fill("socks5://127.0.0.1:9050");
  await stage.click("proxy-keep");
  await stage.get("error-message").waitFor();
  await stage.look("proxy-wrong");
  await stage.get("proxy-address").fill("127.0.0.1:9050");
  await stage.click("proxy-keep");
  await stage.get("error-message").waitFor({ state: "detached" });
  await stage.look("proxy-kept");
  await stage.get("proxy-address").fill("");
  await stage.click("proxy-keep");
  await stage.click("proxy-open");
  await page.locator("#join-buffer").fill("https://down.example");
  await page.locator("#join-words").fill("one two three four five six seven eight nine ten eleven twelve");
  await page.locator("form button[type=submit]").click();
  await stage.get("join-six").waitFor();
  await stage.get("join-differ").scrollIntoViewIfNeeded();
  await stage.look("sync-compare");
  await stage.click("join-differ");
  await page.getByText("Nothing was joined").waitFor();
  await stage.look("sync-differ");
  await page.locator("form button[type=submit]").click();
  await stage.click("join-same");
  await stage.click("sync-now");
  await stage.get("error-message").waitFor();
  await stage.look("sync-unreachable");
}

async function settings(stage) {
  await stage.page.locator("a[href='#/settings']").click();
  await stage.page.locator("#settings-language").waitFor();
  await stage.look("settings");
}

async function locked(stage) {
  await stage.click("lock");
  await stage.get("unlock-passphrase").waitFor();
  await stage.look("unlock");
}

async function devices(stage) {
  await stage.page.evaluate(() => (location.hash = "#/devices"));
  await stage.get("add-device").waitFor();
  await stage.look("devices");
  await cardsBack(stage);
  await stage.page.evaluate(() => (location.hash = "#/devices"));
  await stage.click("add-device");
  await stage.page.locator("svg.qr").waitFor();
  await stage.page.locator("summary").click();
  await stage.look("device-code");
  await stage.get("six").waitFor();
  await stage.look("device-compare");
  await stage.click("pair-differ");
  await stage.page.getByText("No device was let in").waitFor();
  await stage.look("device-stopped");
  await stage.page.getByRole("button", { name: "Begin again" }).click();
  await stage.get("six").waitFor();
  await stage.get("device-label").fill("phone of the hall");
  await stage.click("pair-same");
  await stage.page.getByText("The device is let in").waitFor();
  await stage.look("device-done");
  await stage.page.evaluate(() => (location.hash = "#/devices"));
  await stage.click("add-device");
  await stage.click("add-by-file");
  await stage.get("card-text").fill("not a card");
  await stage.click("card-read");
  await stage.get("error-message").waitFor();
  await stage.look("device-file");
  await stage.get("card-text").fill("ugnay:1:card:QmFuZ2th");
  await stage.click("card-read");
  await stage.get("device-label").fill("phone of the hall");
  await stage.click("pair-same");
  await stage.get("welcome-text").waitFor();
  await stage.look("device-welcome");
}

async function recovery(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/devices"));
  await stage.click("go-sheet");
  await stage.get("sheet-begin").waitFor();
  await stage.look("sheet-why");
  await stage.click("sheet-begin");
  const words = await stage.get("sheet-words").locator("li .strong").allTextContents();
  await stage.click("print-make");
  await stage.get("print-saved").waitFor();
  await stage.look("sheet-words");
  await stage.click("sheet-written");
  await stage.get("sheet-typed").fill([...words.slice(0, 6), "nonsense", ...words.slice(7)].join(" "));
  await stage.click("sheet-check");
  await page.getByText("These words are not right: 7").waitFor();
  await stage.look("sheet-wrong");
  await stage.get("sheet-typed").fill(words.map((word) => word.slice(0, 4)).join(" "));
  await stage.click("sheet-check");
  await page.getByText("The sheet exists").waitFor();
  await stage.look("sheet-done");
  await readers(stage);
  return words;
}

/** Without any other reader: the custodians are asked, have not decided, and have. */
async function cardsBack(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/devices"));
  await stage.click("go-cards");
  await stage.get("cards-back-offer").waitFor();
  await stage.look("cards-back");
  await stage.click("cards-back-offer");
  await stage.get("cards-back-six").waitFor();
  await stage.click("cards-back-look");
  await page.getByText("Nobody has asked for this device yet").waitFor();
  await stage.look("cards-back-not-asked");
  await stage.click("cards-back-look");
  await page.getByText("Not enough custodians").waitFor();
  await stage.click("cards-back-look");
  await stage.get("cards-back-done").waitFor();
  await stage.look("cards-back-done");
}

/** Three readers; one is taken out, after the pause was stopped once. */
async function readers(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/devices"));
  await stage.get("reader").nth(3).waitFor();
  assert.equal(await page.getByText("One laptop away from losing it").count(), 0, "a tested sheet and other devices: the warning is gone");
  await stage.look("readers");
  await page.locator("[data-kind=sheet] [data-testid=reader-remove]").click();
  await stage.get("remove-go").waitFor();
  await stage.look("reader-remove-sheet");
  await page.evaluate(() => (location.hash = "#/devices"));
  await page.locator("[data-kind=device] [data-testid=reader-remove]").first().click();
  await stage.click("remove-go");
  await page.waitForFunction(() => document.activeElement?.id === "remove-cancel");
  await stage.look("reader-remove-pause");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "remove-go");
  await page.keyboard.press("Enter");
  await stage.get("remove-pause").waitFor();
  await stage.hurry(() => stage.get("remove-exchange").waitFor());
  await stage.look("reader-removed");
  await page.evaluate(() => (location.hash = "#/devices"));
  await page.getByText("The register gets new keys").waitFor();
  assert.equal(await page.locator("[data-removed]").count(), 1, "one reader is taken out and stays in sight");
  await page.locator("[data-removed]").scrollIntoViewIfNeeded();
  await stage.look("readers-removed");
}

/** The copy goes; then the register comes back from the sheet. */
async function leaveAndRestore(stage, words) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/devices"));
  await stage.click("go-leave");
  await stage.get("leave-sure").waitFor();
  await stage.look("leave");
  await stage.get("leave-sure").check();
  await stage.click("leave-go");
  await page.evaluate(() => (location.hash = "#/choose"));
  await stage.click("restore-start");
  await stage.get("restore-words").fill(words.slice(0, 23).concat("zzzz").join(" "));
  await stage.get("restore-buffer").fill("https://buffer.example");
  await stage.get("restore-passphrase").fill(PASSPHRASE);
  await stage.click("restore-certificate-open");
  await stage.get("restore-certificate").fill("no certificate");
  await stage.look("restore-certificate");
  await stage.get("restore-certificate").fill("");
  await stage.click("restore-look");
  await page.getByText("Word 24 is not in the list").waitFor();
  await stage.look("restore-wrong");
  await stage.get("restore-words").fill(words.join(" "));
  await stage.click("restore-look");
  await stage.get("restore-six").waitFor();
  await stage.look("restore-found");
  await stage.get("restore-label").fill("new laptop");
  await stage.click("restore-take");
  await stage.get("nav-home").waitFor();
  await page.evaluate(() => (location.hash = "#/devices"));
  await page.getByText("The recovery sheet was used").waitFor();
  await stage.look("devices-sheet-used");
}

async function secondDevice(stage) {
  const { page } = stage;
  await page.evaluate(() => (location.hash = "#/choose"));
  await stage.click("join-start");
  await stage.get("pair-code").waitFor();
  await stage.look("join-register");
  await stage.click("pair-code-camera");
  await page.getByText("This window has no camera").waitFor();
  await stage.get("pair-code").fill("ugnay:1:pair:QmFuZ2th::x");
  await stage.get("pair-passphrase").fill(PASSPHRASE);
  await stage.look("join-register-ready");
  await stage.click("pair-join");
  await stage.get("six").waitFor();
  await stage.look("join-register-compare");
  await stage.get("nav-home").waitFor();
  await stage.look("join-register-done");
}
