// A page in headless Chromium that watches itself. A look at a screen is a look at it in every language, in light and dark,
// and with words 40 % longer than English: accessibility, overflow, targets, title, policy.
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { longWords } from "./long.mjs";
import { verdict } from "./verdicts.mjs";

const CHROMIUM = process.env.UGNAY_CHROMIUM ?? "/usr/bin/chromium";
/** While writing a story: in English and light alone. Nothing is proven then. */
export const QUICK = process.env.UGNAY_QUICK === "1";
const LANGUAGES = QUICK ? ["en"] : ["en", "fil", "ceb", "es", "fr"];
const SCHEMES = QUICK ? ["light"] : ["light", "dark"];
/** Stands in Cebuano's place while a screen is looked at with longer words. */
const LONG = "ceb";
/** Languages a picture of each look is kept in, for somebody's own eyes; none when nobody asks. */
const PICTURED = (process.env.UGNAY_PICTURES ?? "").split(",");
/** Only these looks get their pictures, and no look is judged: for eyes that want to see a few screens soon. */
export const EYES_ALONE = process.env.UGNAY_LOOKS?.split(",");

export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--force-color-profile=srgb"] });
}

export class Stage {
  #shots = 0;
  #folder;
  /** What was wrong, and under which conditions. */
  #faults = new Map();
  looked = 0;
  /** Marks of components and states that were on the screen at a look (`build/looks.ts`). */
  seen = new Set();
  /** Addresses and components that were on the screen while keys were pressed (`walked.mjs`). */
  walked = new Set();

  static async open(browser, { address, folder, width, height, locale = "en-PH", motion = "no-preference" }) {
    const context = await browser.newContext({
      viewport: { width, height }, colorScheme: "light", locale, reducedMotion: motion, hasTouch: width < 600,
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    return new Stage(context, page, { address, folder, name: String(width) });
  }

  constructor(context, page, { address, folder, name }) {
    this.context = context;
    this.page = page;
    this.address = address;
    this.name = name;
    this.#folder = join(folder, name);
    mkdirSync(this.#folder, { recursive: true });
    page.on("pageerror", (error) => this.fault(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.fault(`console: ${message.text()}`);
    });
  }

  get faults() {
    return [...this.#faults].map(([text, where]) => (where.length === 0 ? text : `${text} (${where.join(", ")})`));
  }

  /** Notes a fault once, with each condition under which it is seen. */
  fault(text, where = null) {
    const known = this.#faults.get(text) ?? [];
    if (where !== null) known.push(where);
    this.#faults.set(text, known);
  }

  /** What was noted so far, and forgets it. */
  take() {
    const noted = this.faults;
    this.#faults.clear();
    return noted;
  }

  async start(query = "") {
    await this.page.addInitScript(prepare);
    await this.page.addInitScript((words) => (window.longWords = words), longWords());
    await this.page.goto(this.address + query);
    await this.inject();
  }

  /** Brings axe into a page that was just loaded. */
  async inject() {
    await this.page.locator("h1").first().waitFor();
    await this.page.evaluate(axe.source);
  }

  get(testid) {
    return this.page.locator(`[data-testid="${testid}"]`);
  }

  async click(testid) {
    await this.get(testid).first().click();
  }

  async go(hash) {
    await this.page.evaluate((to) => (location.hash = to), hash);
  }

  /** Goes to an address and looks once something is there. */
  async show(hash, ready, what) {
    await this.go(hash);
    await this.page.locator(ready).first().waitFor();
    await this.look(what);
  }

  /** How use cases answer from now on: `wait`, an error's code, or as always (see `backend/memory/staged.ts`). */
  async answers(how) {
    await this.page.evaluate((answers) => (window.hands.answers = answers), how);
  }

  /** Does something while one use case fails, and looks at what is said. */
  async failing(use, deed, what) {
    await this.answers({ [use]: "disk" });
    await deed();
    await this.page.locator("[data-testid=error-message]:visible").first().waitFor();
    await this.look(what);
    await this.answers({});
  }

  /** Lets a pause of the program go by in a moment while something is waited for. */
  async hurry(until) {
    await this.page.evaluate(() => window.time.hurry(true));
    try {
      await until();
    } finally {
      await this.page.evaluate(() => window.time.hurry(false));
    }
  }

  /** Looks at the screen as it is, in every language and scheme. The program's own time stands still meanwhile. */
  async look(what) {
    this.looked += 1;
    this.#shots += 1;
    if (EYES_ALONE !== undefined) return this.#pictures(what);
    await this.page.evaluate(() => window.time.hold(true));
    try {
      for (const language of LANGUAGES) {
        await this.page.evaluate((code) => window.hands.speak(code), language);
        for (const scheme of SCHEMES) {
          await this.page.emulateMedia({ colorScheme: scheme });
          await this.#settle();
          if (PICTURED.includes(language)) await this.#picture(`${what}-${scheme}-${language}`);
          await this.#accessible(what, `${language} ${scheme}`);
        }
        await this.#fits(what, language);
      }
      if (!QUICK) await this.#long(what);
    } finally {
      await this.page.emulateMedia({ colorScheme: "light" });
      await this.page.evaluate(() => window.time.hold(false));
    }
  }

  /** What listens to the scheme has heard of it; what moves is where it is going; what never ends goes on. */
  async #settle() {
    await this.page.evaluate(async () => {
      // A change of scheme is noticed with the styles of one frame and told before the next.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      for (const one of document.getAnimations()) {
        if (Number.isFinite(one.effect?.getComputedTiming().endTime)) one.finish();
      }
    });
  }

  /** Nothing but pictures of a look, when it is one of those asked for. */
  async #pictures(what) {
    for (const language of EYES_ALONE.some((text) => what.includes(text)) ? PICTURED : []) {
      await this.page.evaluate((code) => window.hands.speak(code), language);
      for (const scheme of SCHEMES) {
        await this.page.emulateMedia({ colorScheme: scheme });
        await this.#settle();
        await this.#picture(`${what}-${scheme}-${language}`);
      }
    }
    await this.page.emulateMedia({ colorScheme: "light" });
    await this.page.evaluate(() => window.hands.speak("en"));
  }

  async #picture(name) {
    await this.page.screenshot({ path: join(this.#folder, `${String(this.#shots).padStart(3, "0")}-${name}.png`) });
  }

  async #accessible(what, where) {
    const { violations, passes } = await verdict(this.page);
    for (const violation of violations) this.fault(`${what}: axe ${violation}`, where);
    if (passes < 5) this.fault(`${what}: axe looked at almost nothing`, where);
  }

  async #fits(what, where) {
    const { faults, marks } = await this.page.evaluate(measure);
    for (const mark of marks) this.seen.add(mark);
    for (const fault of faults) this.fault(`${what}: ${fault}`, where);
  }

  /** The same screen in words 40 % longer than English's. */
  async #long(what) {
    await this.page.evaluate(async (code) => {
      window.hands.words[code] = window.longWords;
      await window.hands.speak(code);
    }, LONG);
    await this.#settle();
    await this.#fits(what, "longer words");
    await this.page.evaluate(async (code) => {
      delete window.hands.words[code];
      await window.hands.speak("en");
    }, LONG);
    await this.#settle();
  }

  async close() {
    await this.context.close();
  }
}

/** In the page, before anything of it runs. */
function prepare() {
  // The window freezes this prototype; libraries that write to it must fail here too.
  Object.freeze(Object.prototype);
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
  // Timers the program has set wait while the page is looked at, and go by in a moment when it is hurried.
  const { setTimeout: real, clearTimeout: stop } = window;
  const waiting = new Map();
  let held = false;
  let hurried = false;
  window.setTimeout = (work, delay = 0, ...given) => {
    const within = held;
    const run = () => {
      if (held && !within) {
        waiting.set(name, real(run, 20));
      } else {
        waiting.delete(name);
        work(...given);
      }
    };
    const name = real(run, hurried ? Math.min(delay, 20) : delay);
    waiting.set(name, name);
    return name;
  };
  window.clearTimeout = (name) => {
    stop(waiting.get(name) ?? name);
    waiting.delete(name);
  };
  window.time = { hold: (on) => (held = on), hurry: (on) => (hurried = on) };
}

/** In the page: what does not fit, and which marks are on the screen. */
function measure() {
  const faults = [];
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) faults.push(`the page is ${over} px wider than the screen`);
  const wide = [...document.querySelectorAll("main, .detail, .scroller")].filter((e) => e.scrollWidth > e.clientWidth + 1);
  if (wide.length > 0) faults.push(`wider than its place: ${wide.map((e) => e.className || e.tagName).join(", ")}`);
  const targets = "a.button, button, select, summary, [role=button], label.tick, label.choice, label.option, label.who, input:not(.hidden-text):not([type=checkbox]):not([type=radio]), nav a, li > a";
  // A link that is all its line says is pressed like a button; one within a sentence has the line's height.
  const alone = [...document.querySelectorAll("a[href]")].filter((e) => e.parentElement.textContent.trim() === e.textContent.trim());
  const short = (e) => e.getBoundingClientRect().height < 47.5 || e.getBoundingClientRect().width < 47.5;
  const small = [...new Set([...document.querySelectorAll(targets), ...alone])].filter((e) => e.offsetParent !== null && e.checkVisibility() && short(e));
  if (small.length > 0) faults.push(`targets under 48 px: ${small.map((e) => `${e.tagName} ${e.dataset.testid || e.id || e.textContent.trim().slice(0, 30)}`).join(", ")}`);
  if (document.title !== "Ugnay") faults.push(`the title is “${document.title}”`);
  if (window.violations.length > 0) faults.push(`forbidden by the policy: ${window.violations.join(", ")}`);
  if (localStorage.length + sessionStorage.length + document.cookie.length > 0) faults.push("something is kept in the webview's storage");
  const pane = (e) => e.closest(".list, .detail, main");
  const said = [...document.querySelectorAll("[data-testid=error-message]")].filter((e) => e.checkVisibility());
  const twice = said.find((e) => said.some((other) => other !== e && pane(other) === pane(e) && other.textContent === e.textContent));
  if (twice !== undefined) faults.push(`the same error is said twice: ${twice.textContent.trim().slice(0, 60)}`);
  const marks = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (data.startsWith("look:") && parentElement?.checkVisibility()) marks.push(data.slice(5));
  }
  return { faults, marks };
}
