// What every story shares: named steps, elements by their test id, pictures, and a report of what failed where.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openWindow, startDriver, until } from "./webdriver.mjs";

const GONE_LIMIT_MS = 60_000;

/** Selector of an element by the interface's `data-testid`; what is a selector already (`#…`, `.…`, `a b`) stays as it is. */
export const id = (name) => (/^[#.]|\s/.test(name) ? name : `[data-testid="${name}"]`);

/** Runs a story in a home of its own: `tell` gets a stage on which windows open and steps are played. Gives back whether all went well. */
export async function play(name, application, tell) {
  const home = mkdtempSync(join(process.env.HOME, `${name}-`));
  const driver = await startDriver(home);
  const stage = new Stage(name, application, driver, home);
  try {
    await tell(stage);
    return true;
  } catch (error) {
    await stage.explain(error);
    return false;
  } finally {
    await stage.closeWindow().catch(() => {});
    stage.stop();
  }
}

/** Whether a process is over with all its threads. A first thread that has ended may leave others behind, and what they hold. */
function hasEnded(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).length === 1 && /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

class Stage {
  #driver;
  #shots = 0;
  window;

  constructor(name, application, driver, home) {
    this.name = name;
    this.home = home;
    this.application = application;
    this.#driver = driver;
  }

  async openWindow() {
    this.window = await openWindow(this.#driver, this.application);
    await until("the page is loaded", () => this.window.run("return document.readyState === 'complete'"));
  }

  async closeWindow() {
    const { window } = this;
    const pids = this.#pids();
    this.window = undefined;
    await window?.close();
    await this.#gone(pids);
  }

  /** Ends the program as a power cut would: without a word to it. */
  async killWindow() {
    const pids = this.#pids();
    assert.ok(pids.length > 0, "the program of this story runs");
    for (const pid of pids) process.kill(Number(pid), "SIGKILL");
    this.window = undefined;
    await this.#gone(pids);
    // Its driver waits for a window that is gone.
    this.#driver.stop();
    this.#driver = await startDriver(this.home);
  }

  /** Only one program runs at a time: one that is started while another is still ending gives way to it and ends. */
  async #gone(pids) {
    await until("the program has ended", () => pids.every(hasEnded), GONE_LIMIT_MS);
  }

  #pids() {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && this.#isOurs(name));
  }

  /** Whether a process is this story's program: the same file, in this story's home. */
  #isOurs(pid) {
    try {
      const home = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`HOME=${this.home}`);
      return home && readlinkSync(`/proc/${pid}/exe`) === this.application;
    } catch {
      return false;
    }
  }

  /** Ends the driver; the window is closed before. */
  stop() {
    this.#driver.stop();
  }

  /** One named step; its line shows how long it took. */
  async step(name, act) {
    const start = performance.now();
    this.current = name;
    await act();
    console.log(`ok   ${this.name}: ${name} (${Math.round(performance.now() - start)} ms)`);
  }

  /** Waits for an element that can be seen. */
  async see(testId, limitMs) {
    await until(`${testId} is shown`, () => this.window.isShown(id(testId)), limitMs);
  }

  /** Clicks an element once it is there and enabled. */
  async click(testId, limitMs) {
    await this.see(testId, limitMs);
    await until(`${testId} is enabled`, () => this.window.isEnabled(id(testId)), limitMs);
    // The page may be drawn anew between finding and clicking; such a click is refused and was none.
    await until(`${testId} is clicked`, async () => {
      await this.window.click(id(testId));
      return true;
    });
  }

  /** Clicks the one of several elements whose text holds these words. */
  async clickWith(testId, words) {
    const index = await until(`${testId} with “${words}” is shown`, async () => {
      const at = (await this.window.texts(id(testId))).findIndex((text) => text.includes(words));
      return at < 0 ? undefined : { at };
    });
    await this.window.click(id(testId), index.at);
  }

  /** Writes into a field as a person would, and checks that the field took it. */
  async type(testId, text) {
    await this.see(testId);
    await this.window.type(id(testId), text);
    assert.equal(await this.window.value(id(testId)), text, `${testId} must hold what was typed`);
  }

  /** Text of an element once it is shown. */
  async text(testId) {
    await this.see(testId);
    return this.window.text(id(testId));
  }

  /**
   * Text of the first element a selector finds, from the document: WebKit's driver takes a line that ends in an ellipsis
   * for hidden.
   */
  async textOf(css) {
    const script = "return document.querySelector(arguments[0])?.textContent.trim()";
    return until(`${css} has text`, () => this.window.run(script, css));
  }

  /** Saves what the window shows. */
  async picture(what) {
    this.#shots += 1;
    const file = `${this.name}-${String(this.#shots).padStart(2, "0")}-${what}.png`;
    writeFileSync(join(process.env.UGNAY_E2E_SHOTS ?? ".", file), await this.window.screenshot());
  }

  /** Says which step failed, why, and what the window showed. */
  async explain(error) {
    console.error(`FAIL ${this.name}: ${this.current ?? "start"}: ${error.stack ?? error}`);
    if (!this.window) return;
    try {
      const ids = "return [...document.querySelectorAll('[data-testid]')].map((e) => e.dataset.testid).join(' ')";
      console.error(`     the window showed: ${(await this.window.run(ids)) || "no element with a test id"}`);
      await this.picture("failed");
    } catch (second) {
      console.error(`     and the window does not answer: ${second.message}`);
    }
  }
}
