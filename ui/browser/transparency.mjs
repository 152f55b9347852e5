// Looks at the buffer's public page in headless Chromium: five languages, two widths, light, dark and print; accessibility,
// overflow, policy, targets, and that it needs no script. The pages are written by `cargo run -p ugnay-transparency --example page`.
//   node browser/transparency.mjs FOLDER      exit 0 when nothing is wrong; pictures in FOLDER/shots
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { launch } from "./stage.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
// As crates/buffer/src/routes/transparency.rs sends it; a test there holds the server to it.
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const folder = process.argv[2];
if (folder === undefined) {
  console.error("which folder?");
  process.exit(2);
}

const server = createServer(async (request, response) => {
  const name = request.url.split("/").pop();
  const file = name.endsWith(".css") ? name : `${name}.html`;
  try {
    const body = await readFile(join(folder, "transparency", file));
    const type = file.endsWith(".css") ? "text/css" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type, "content-security-policy": POLICY }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}/transparency/`;
mkdirSync(join(folder, "shots"), { recursive: true });
const browser = await launch();
const faults = [];

async function look(tag, width, scheme, media) {
  const title = `${tag}-${width}-${scheme}-${media}`;
  // The page must live without scripts; axe is one, so it comes in through the debugging door, past the page's policy.
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, bypassCSP: false });
  const page = await context.newPage();
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`${title}: ${message.text()}`); });
  await page.emulateMedia({ media, colorScheme: scheme });
  await page.goto(address + tag);
  await page.screenshot({ path: join(folder, "shots", `${title}.png`), fullPage: true });
  await page.evaluate(axe.source);
  const results = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
  for (const violation of results.violations) {
    const where = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim()}`);
    faults.push(`${title}: axe ${violation.id}: ${where.join(" | ")}`);
  }
  if (results.passes.length < 10) faults.push(`${title}: axe looked at almost nothing`);
  const state = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: [...document.querySelectorAll("nav a, footer a")].filter((e) => e.offsetParent !== null && e.getBoundingClientRect().height < 47.5).map((e) => e.textContent),
    size: getComputedStyle(document.querySelector("main p")).fontSize,
    scripts: document.scripts.length,
  }));
  if (state.over > 0) faults.push(`${title}: ${state.over} px wider than the screen`);
  if (state.small.length > 0) faults.push(`${title}: targets under 48 px: ${state.small.join(", ")}`);
  if (media === "screen" && state.size !== "18px") faults.push(`${title}: text of ${state.size}`);
  if (state.scripts > 0) faults.push(`${title}: a script`);
  await context.close();
}

for (const tag of ["en", "fil", "ceb", "es", "fr"]) {
  for (const width of [360, 1280]) {
    for (const scheme of ["light", "dark"]) await look(tag, width, scheme, "screen");
  }
  await look(tag, 800, "light", "print");
}
await browser.close();
server.close();
for (const fault of faults) console.error(`FAIL ${fault}`);
console.log(`public page: ${faults.length === 0 ? "all passed" : `${faults.length} faults`}, 25 looks`);
process.exit(faults.length === 0 ? 0 : 1);
