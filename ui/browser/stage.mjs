// A page in headless Chromium that watches itself: console errors, policy violations, accessibility, overflow, pictures.
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const CHROMIUM = process.env.UGNAY_CHROMIUM ?? "/usr/bin/chromium";

export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--force-color-profile=srgb"] });
}

export class Stage {
  #shots;
  #folder;
  faults = [];
  looked = 0;

  static async open(browser, { address, folder, width, height, scheme, locale = "en-PH", motion = "no-preference" }) {
    const context = await browser.newContext({
      viewport: { width, height }, colorScheme: scheme, locale, reducedMotion: motion, hasTouch: width < 600,
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    return new Stage(context, page, { address, folder, name: `${width}-${scheme}` });
  }

  constructor(context, page, { address, folder, name }) {
    this.context = context;
    this.page = page;
    this.address = address;
    this.name = name;
    this.#shots = 0;
    this.#folder = join(folder, name);
    mkdirSync(this.#folder, { recursive: true });
    page.on("pageerror", (error) => this.faults.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.faults.push(`console: ${message.text()}`);
    });
  }

  async start(query = "") {
    // The window freezes this prototype; libraries that write to it must fail here too.
    await this.page.addInitScript(() => {
      Object.freeze(Object.prototype);
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
    });
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

  /** Looks at the screen as it is: accessibility, overflow, title, policy; and keeps a picture. */
  async look(what) {
    this.looked += 1;
    await this.page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))));
    this.#shots += 1;
    await this.page.screenshot({ path: join(this.#folder, `${String(this.#shots).padStart(2, "0")}-${what}.png`) });
    const results = await this.page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
    for (const violation of results.violations) {
      const where = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim()})`);
      this.faults.push(`${what}: axe ${violation.id}: ${where.join(" | ")}`);
    }
    if (results.passes.length < 5) this.faults.push(`${what}: axe looked at almost nothing`);
    const state = await this.page.evaluate(() => ({
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      inner: [...document.querySelectorAll("main, .detail, .scroller")].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className || e.tagName),
      small: [...document.querySelectorAll("a.button, button, select, input:not(.hidden-text):not([type=checkbox]):not([type=radio]), nav a")]
        .filter((e) => e.offsetParent !== null && e.getBoundingClientRect().height < 47.5)
        .map((e) => `${e.tagName} ${e.textContent.trim().slice(0, 30)} ${e.getBoundingClientRect().height}`),
      title: document.title,
      violations: window.violations,
      stored: localStorage.length + sessionStorage.length + document.cookie.length,
    }));
    if (state.over > 0) this.faults.push(`${what}: the page is ${state.over} px wider than the screen`);
    if (state.inner.length > 0) this.faults.push(`${what}: wider than its place: ${state.inner.join(", ")}`);
    if (state.small.length > 0) this.faults.push(`${what}: targets under 48 px: ${state.small.join(", ")}`);
    if (state.title !== "Ugnay") this.faults.push(`${what}: the title is “${state.title}”`);
    if (state.violations.length > 0) this.faults.push(`${what}: forbidden by the policy: ${state.violations.join(", ")}`);
    if (state.stored > 0) this.faults.push(`${what}: something is kept in the webview's storage`);
  }

  async close() {
    await this.context.close();
  }
}
