// Somebody without a pointer: goes with Tab and Shift+Tab, presses, types; and after each deed the focus is somewhere, marked,
// on the screen and not covered.
import assert from "node:assert/strict";
import { plain, whereabouts } from "./walked.mjs";

const MOST_TABS = 160;

export class Keys {
  constructor(stage) {
    this.stage = stage;
    this.page = stage.page;
    this.keyboard = stage.page.keyboard;
  }

  /** Goes to the first element that fits, the way it lies, and checks that the focus can be seen there. */
  async to(selector) {
    await this.page.locator(selector).first().waitFor();
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      const way = await this.page.evaluate(wayTo, selector);
      if (way === "here") {
        await this.#been();
        return this.seen(selector);
      }
      await this.keyboard.press(way === "back" ? "Shift+Tab" : "Tab");
    }
    throw new Error(`${selector} cannot be reached with Tab`);
  }

  /** Goes there, presses Enter (or another key), and the focus is still somewhere once `ready` is on the screen. */
  async press(selector, ready = null, key = "Enter") {
    await this.to(selector);
    await this.keyboard.press(key);
    if (ready !== null) await this.page.locator(ready).first().waitFor();
    await this.kept(`${key} on ${selector}`);
  }

  /** Goes to a field and writes over what stands there. */
  async write(selector, text) {
    await this.to(selector);
    await this.keyboard.press("ControlOrMeta+a");
    await this.keyboard.type(text);
  }

  /** Chooses an entry of a list that drops down: its first letters bring it near, the arrows the rest of the way. */
  async choose(selector, value) {
    await this.to(selector);
    const list = this.page.locator(selector).first();
    const way = () => list.evaluate((one, wanted) => [...one.options].findIndex((option) => option.value === wanted) - one.selectedIndex, value);
    if (Math.abs(await way()) > 5) {
      const label = await list.evaluate((one, wanted) => [...one.options].find((option) => option.value === wanted).label, value);
      await this.keyboard.type(label.split(" ")[0]);
    }
    const left = await way();
    for (let presses = 0; presses < Math.abs(left); presses += 1) await this.keyboard.press(left > 0 ? "ArrowDown" : "ArrowUp");
    assert.equal(await list.inputValue(), value, `${selector} shows what was chosen by keys`);
  }

  /** Opens the system's window for a file with a key, and gives it one. */
  async file(selector, file) {
    await this.to(selector);
    // Chromium opens one such window at a time for all its pages: another story's may stand in the way.
    for (let tries = 1; ; tries += 1) {
      const opened = this.page.waitForEvent("filechooser", { timeout: 2000 }).catch(() => null);
      await this.keyboard.press("Space");
      const chooser = await opened;
      if (chooser !== null) return chooser.setFiles(file);
      if (tries === 5) throw new Error(`${selector} opens no window for a file`);
    }
  }

  /** Escape goes back to this address, and the focus with it. */
  async escape(hash) {
    await this.keyboard.press("Escape");
    await this.page.waitForFunction((wanted) => location.hash === wanted, hash);
    await this.kept("Escape");
  }

  /** Notes where somebody without a pointer has come to. */
  async #been() {
    const { hash, marks } = await this.page.evaluate(whereabouts);
    for (const one of [plain(hash), ...marks]) this.stage.walked.add(one);
  }

  /** The focus is not lost: something has it that can be seen. */
  async kept(what) {
    await this.#been();
    const somewhere = () => this.page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body, null, { timeout: 3000 });
    await somewhere().catch(() => {
      throw new Error(`the focus is lost after ${what}`);
    });
  }

  async seen(what) {
    const look = () =>
      this.page.evaluate(() => {
        const element = document.activeElement;
        const box = element.getBoundingClientRect();
        // A choice drawn by its label is marked there.
        const drawn = box.width <= 2 ? (element.labels?.[0] ?? element) : element;
        const style = getComputedStyle(drawn);
        const place = drawn.getBoundingClientRect();
        const mark = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none" || style.textDecorationLine !== "none";
        const inside = place.bottom > 0 && place.top < innerHeight && place.width > 0;
        const top = document.elementFromPoint(place.left + place.width / 2, Math.min(innerHeight - 1, Math.max(0, place.top + place.height / 2)));
        return { mark, inside, covered: !(top !== null && (drawn.contains(top) || top.contains(drawn))) };
      });
    assert.deepEqual(await look(), { mark: true, inside: true, covered: false }, `the focus is marked, on the screen and not covered: ${what}`);
  }

  /** The element with this id has the focus. */
  async at(selector, why) {
    await this.#been();
    await this.page.waitForFunction((css) => document.activeElement?.matches(css) === true, selector).catch(() => {
      throw new Error(`${selector} has the focus: ${why}`);
    });
  }
}

/** In the page: whether the element that is looked for has the focus, or lies before or after it. */
function wayTo(selector) {
  const active = document.activeElement;
  if (active?.matches(selector)) return "here";
  const wanted = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);
  if (wanted === undefined || active === null || active === document.body) return "on";
  return active.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING && !wanted.contains(active) ? "back" : "on";
}

/** A test id as a selector. */
export const id = (name) => `[data-testid="${name}"]`;
