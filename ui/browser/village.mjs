// The village's calm times: freshness and the monthly meeting, at every width and scheme, in every language, and by keys.
import { walk } from "./languages.mjs";

export async function village(stage) {
  await open(stage);
  await meeting(stage);
}

export async function villageLanguages(stage) {
  await open(stage);
  await stage.page.evaluate(() => (location.hash = "#/meeting"));
  await stage.get("meeting-start").first().waitFor();
  await walk(stage, ["fil", "es", "fr", "ceb"], SCREENS);
}

/** A meeting without a mouse: begin, answer by number, take back, the arrows, end. */
export async function villageKeys(stage) {
  await open(stage);
  await stage.page.evaluate(() => (location.hash = "#/meeting"));
  await stage.get("meeting-start").first().focus();
  await stage.page.keyboard.press("Enter");
  await stage.page.locator("#ask-title").waitFor();
  const first = await stage.page.locator("#ask-title").textContent();
  await stage.page.locator("#ask-title").focus();
  await stage.page.keyboard.press("1");
  await stage.page.waitForFunction((name) => document.querySelector("#ask-title")?.textContent !== name, first);
  await stage.page.waitForFunction(() => document.activeElement?.id === "ask-title");
  await stage.page.keyboard.press("ArrowUp");
  await stage.get("ask-mark").waitFor();
  await stage.page.waitForFunction(() => document.activeElement?.id === "ask-title");
  await stage.page.keyboard.press("u");
  await stage.get("ask-mark").waitFor({ state: "detached" });
  await stage.page.waitForFunction(() => document.activeElement?.id === "ask-title");
  await stage.page.keyboard.press("h");
  await stage.page.keyboard.press("1");
  await stage.page.locator("[data-mark=home]").first().waitFor();
  await stage.look("meeting-by-keys");
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

const SCREENS = [
  ["#/meeting", "[data-testid=stale-phone]"],
  ["#/meeting/0401009000", "[data-testid=ask-source]"],
];
