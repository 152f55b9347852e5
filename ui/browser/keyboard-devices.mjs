// Devices, the recovery sheet and every way back into a register, by keyboard alone, each on a page of its own.
import { id, Keys } from "./keys.mjs";
import { demo } from "./keyboard-officer.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";

/** A register that exchanges, at its devices. */
async function joined(stage) {
  const keys = await joining(stage, "https://buffer.example");
  await keys.press(id("go-devices"), id("add-device"));
  return keys;
}

/** An alarm of the buffer, read where it was raised and again at home, and tried once more. */
async function alarmed(stage) {
  const keys = await joining(stage, "https://alarm.example");
  await stage.get("error-message").waitFor();
  await keys.press(id("nav-home"), id("alarm-look"));
  await keys.press(id("alarm-look"), id("sync-now"));
  await keys.press(id("sync-now"), id("error-message"));
}

async function joining(stage, buffer) {
  const keys = await demo(stage, "sync");
  await keys.write("#join-buffer", buffer);
  await keys.write("#join-words", "one two three four five six seven eight nine ten eleven twelve");
  await keys.keyboard.press("Tab");
  await keys.press("form button[type=submit]", id("join-same"));
  await keys.press(id("join-same"), id("sync-now"));
  await keys.press(id("sync-now"));
  return keys;
}

/** A second device let in, after a stranger was refused; a reader taken out after a pause. */
async function devices(stage) {
  const { page } = stage;
  const keys = await joined(stage);
  await keys.press(id("add-device"), "svg.qr");
  await stage.hurry(() => stage.get("six").waitFor());
  await keys.at("#six-title", "the words to compare have the focus");
  await keys.press(id("pair-differ"), "[role=alert]");
  await keys.press("main button.primary", "svg.qr");
  await stage.hurry(() => stage.get("six").waitFor());
  await keys.write(id("device-label"), "phone of the hall");
  await keys.press(id("pair-same"), "[role=status]");
  await keys.escape("#/devices");
  await keys.press(`[data-kind=device] ${id("reader-remove")}`, id("remove-go"));
  await keys.press(id("remove-go"), id("remove-pause"));
  await keys.at("#remove-cancel", "the way out is at hand");
  await keys.keyboard.press("Enter");
  await keys.at("#remove-go", "stopped, and back where it began");
  await keys.keyboard.press("Enter");
  await stage.hurry(() => stage.get("remove-exchange").waitFor());
  await keys.at("#remove-done", "what was done has the focus");
  await page.locator("h1").first().waitFor();
  await keys.escape("#/devices");
}

/** The recovery sheet written, typed wrong, typed right; then the copy ends and comes back from the sheet. */
async function recovery(stage) {
  const { page } = stage;
  const keys = await joined(stage);
  await keys.press(id("go-sheet"), id("sheet-begin"));
  await keys.press(id("sheet-begin"), id("sheet-words"));
  const words = await stage.get("sheet-words").locator("li .strong").allTextContents();
  await keys.press(id("print-make"), id("print-saved"));
  await keys.press(id("sheet-written"), id("sheet-typed"));
  await keys.write(id("sheet-typed"), [...words.slice(0, 6), "nonsense", ...words.slice(7)].join(" "));
  await keys.press(id("sheet-check"), "[role=alert]");
  await keys.write(id("sheet-typed"), words.join(" "));
  await keys.press(id("sheet-check"), "[role=status]");
  await keys.escape("#/devices");
  await keys.press(id("go-leave"), id("leave-sure"));
  await keys.press(id("leave-sure"), null, "Space");
  await keys.press(id("leave-go"), id("restore-start"));
  await keys.press(id("restore-start"), id("restore-words"));
  await keys.write(id("restore-words"), words.join(" "));
  await keys.write(id("restore-buffer"), "https://buffer.example");
  await keys.write(id("restore-passphrase"), PASSPHRASE);
  await keys.press(id("restore-look"), id("restore-six"));
  await keys.write(id("restore-label"), "new laptop");
  await keys.press(id("restore-take"), id("nav-home"));
  await page.locator("h1").first().waitFor();
}

/** As the new device: by words typed, refused once, then let in. */
async function arriving(stage) {
  const { page } = stage;
  await stage.start();
  const keys = new Keys(stage);
  await keys.press(id("join-start"), id("pair-join"));
  await keys.press(id("pair-typing"), id("pair-words"));
  await keys.write("#pair-buffer", "https://buffer.example");
  await keys.write(id("pair-words"), "one two three four five six seven eight nine ten eleven twelve");
  await keys.write("#pair-officer", "Kagawad Luz");
  await keys.write(id("pair-passphrase"), PASSPHRASE);
  await keys.press(id("pair-join"), id("six"));
  await keys.at("#six-title", "the words to compare have the focus");
  await keys.press(id("pair-differ"), "[role=alert]");
  await keys.press(id("pair-join"), id("six"));
  await stage.hurry(() => stage.get("nav-home").waitFor());
  await page.locator("h1").first().waitFor();
  await keys.kept("being let in");
  await keys.press(id("nav-people"), "h1");
}

/** As the new device without a buffer: its card goes out as a file, the welcome comes back. */
async function byFile(stage) {
  await stage.start();
  const keys = new Keys(stage);
  await keys.press(id("join-start"), id("pair-passphrase"));
  await keys.write(id("pair-passphrase"), PASSPHRASE);
  await keys.press(id("join-by-file"), id("card-out"));
  await keys.write(id("welcome-in"), "ugnay:1:welcome:QmFuZ2th");
  await keys.press(id("welcome-read"), id("welcome-same"));
  await keys.at("#six-title", "the words to compare have the focus");
  await keys.press(id("welcome-same"), id("nav-home"));
  await stage.page.locator("h1").first().waitFor();
  await keys.kept("being let in by file");
}

/** A device let in by its card, carried over as a text. */
async function lettingIn(stage) {
  const keys = await joined(stage);
  await keys.press(id("add-device"), id("add-by-file"));
  await keys.press(id("add-by-file"), id("card-text"));
  await keys.write(id("card-text"), "not a card");
  await keys.press(id("card-read"), id("error-message"));
  await keys.write(id("card-text"), "ugnay:1:card:QmFuZ2th");
  await keys.press(id("card-read"), id("device-label"));
  await keys.write(id("device-label"), "phone of the hall");
  await keys.press(id("pair-same"), id("welcome-text"));
  await keys.escape("#/devices");
}

/** Every device lost and no sheet: the key is shown, the custodians' release is taken. */
async function cards(stage) {
  const keys = await joined(stage);
  await keys.press(id("go-cards"), id("cards-back-offer"));
  await keys.press(id("cards-back-offer"), id("cards-back-six"));
  await keys.press(id("cards-back-look"), id("error-message"));
  for (let tries = 0; tries < 4 && (await stage.get("cards-back-done").count()) === 0; tries += 1) await keys.press(id("cards-back-look"));
  await stage.get("cards-back-done").waitFor();
  await keys.press("main a[href='#/sync']", "h1");
}

export const DEVICES = { devices, recovery, arriving, byFile, lettingIn, cards, alarmed };
