// Story "custodian": an organisation's whole way in the real window, from making its keys to a release that two of three
// open. Everybody else is played by the programs for the terminal, over a real buffer. Demonstration policy: seconds.
import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Federation, programsOf, SCOPE } from "./federation.mjs";
import { KDF_LIMIT_MS } from "./register.mjs";
import { id } from "./story.mjs";
import { until } from "./webdriver.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const ONE_AFTER_ANOTHER_MS = 120_000;

export async function tell(stage) {
  const others = new Federation(programsOf(stage.application), join(stage.home, "others"));
  try {
    await founding(stage, others);
    await deciding(stage, others);
    await keeping(stage);
  } finally {
    others.stop();
  }
}

async function founding(stage, others) {
  await stage.step("the others make their keys", () => others.gather());

  await stage.step("make an organisation", async () => {
    await stage.openWindow();
    await stage.click("organisation-start");
    await stage.type("organisation-name", "House one");
    await stage.type("organisation-passphrase", PASSPHRASE);
    await stage.click("organisation-submit");
    await stage.see("setup", KDF_LIMIT_MS);
  });

  await stage.step("its key on paper, entered again with one mistake", async () => {
    await go(stage, "#/organisation/paper");
    await stage.click("paper-show");
    await stage.see("paper-words");
    const words = await stage.window.run("return [...document.querySelectorAll('[data-testid=paper-words] .strong')].map((e) => e.textContent.trim())");
    assert.equal(words.length, 24, "24 words stand on the sheet");
    await stage.picture("paper");
    await stage.click("paper-test");
    const wrong = words[6] === "zebra" ? "zone" : "zebra";
    await enter(stage, words.with(6, wrong));
    await stage.see("paper-wrong");
    await stage.type("#paper-word-6", words[6].slice(0, 4));
    for (let part = 0; part < 3; part += 1) await stage.click("paper-next");
    await stage.see("paper-right");
    await stage.picture("paper-right");
  });

  let card;
  await stage.step("its public card, as a file", async () => {
    await go(stage, "#/organisation");
    card = await saved(stage, () => stage.click("card-save"));
  });

  await stage.step("the founding is looked at and signed", async () => {
    const signed = await saved(stage, async () => take(stage, await others.draft(card), "genesis_draft"));
    await take(stage, await others.found(signed), "genesis");
  });

  await stage.step("the first exchange", async () => {
    await go(stage, "#/organisation");
    await stage.type("connect-buffer", others.url);
    await stage.click("connect");
    await until("the organisation is connected", async () => (await stage.window.count(id("connect-buffer"))) === 0);
    await exchange(stage);
    await stage.picture("exchanged");
  });
}

async function deciding(stage, others) {
  let people;
  await stage.step("a register deals its shares, this one's among them", async () => {
    await others.visits();
    people = await others.register();
    await exchange(stage);
    await others.visits();
    const { protected: share } = await others.sync();
    assert.deepEqual([share.j, share.n], [3, 3], "every custodian has said that its share is right");
    await go(stage, "#/shares");
    await stage.see(".receipt[data-outcome=accepted]");
    await stage.picture("shares");
  });

  let asked;
  await stage.step("a desk asks", async () => {
    await others.desk();
    await round(stage, others);
    asked = await others.ask();
    await round(stage, others);
    await round(stage, others);
  });

  await stage.step("the request, with all its checks", async () => {
    await go(stage, "#/requests");
    await stage.click("request-open");
    await stage.see("decide");
    const checks = await stage.window.run("return [...document.querySelectorAll('[data-check]')].map((e) => [e.dataset.check, e.dataset.ok])");
    assert.equal(checks.length, 20, "every check is a row");
    assert.deepEqual(checks.filter(([, ok]) => ok !== "true"), [], "and every one is right");
    const page = await stage.window.run("return document.querySelector('main').textContent");
    assert.ok(page.includes(SCOPE.name), "the scope is said in words");
    await stage.picture("request");
  });

  await stage.step("approve, after the pause", async () => {
    await stage.click("decide-approve");
    await stage.click("decide-submit");
    await stage.see("decide-pause");
    await until("the decision is signed", () => stage.window.isShown("[data-testid=request-state][data-phase=waiting]"), 60_000);
    await stage.picture("approved");
    const short = await others.party("release", "status", others.at("officer1"), asked);
    assert.ok(short.approvals <= 1, "one of two so far");
  });

  await stage.step("with a second one the desk opens exactly its scope", async () => {
    await others.party("custodian", "decide", others.at("two"), asked, "approve");
    const opened = await until("two shares are there", async () => {
      await round(stage, others);
      return others.party("release", "open", others.at("officer1"), asked);
    }, ONE_AFTER_ANOTHER_MS);
    assert.deepEqual(opened.faulty, [], "both shares are right");
    assert.ok(opened.custodians.includes("House one"), "this window's organisation handed its own over");
    assert.ok(opened.banner.cards > 0 && opened.banner.cards < people, `${opened.banner.cards} of ${people} are there`);
    await go(stage, "#/requests");
    await stage.see("request-open");
    await stage.picture("handed-over");
  });
}

async function keeping(stage) {
  await stage.step("the log is checked from its beginning", async () => {
    await go(stage, "#/log");
    await stage.click("log-check");
    await stage.see("log-checked", 60_000);
    await stage.picture("log");
  });

  await stage.step("a demand is written down and its number published", async () => {
    await go(stage, "#/demands");
    await stage.click("demand-new");
    await stage.window.run("const s = document.querySelector('[data-testid=demand-authority]'); s.value = 'immigration'; s.dispatchEvent(new Event('change', { bubbles: true }))");
    await stage.click("asked-lists");
    await stage.click("demand-save");
    await stage.see(".demand[data-outcome=received]");
    await stage.click("demands-publish");
    await until("nothing waits to be published", async () => (await stage.window.count(`.primary${id("demands-publish")}`)) === 0, 60_000);
    assert.equal(await stage.window.count(id("error-message")), 0, "the buffer took it");
    await stage.picture("demands");
  });

  await stage.step("the screens fit a phone's width", async () => {
    await stage.window.resize(360, 740);
    await until("the window is narrow", async () => (await stage.window.run("return innerWidth")) <= 400);
    for (const hash of ["#/", "#/requests", "#/shares", "#/demands", "#/log", "#/organisation"]) {
      await go(stage, hash);
      await stage.see("main h1");
      const over = await stage.window.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assert.ok(over <= 0, `${hash} is ${over} pixels wider than a phone`);
    }
    await stage.window.resize(1180, 800);
  });

  await stage.step("lock, end, start again: nothing is readable, then all is there", async () => {
    await stage.click("lock");
    await stage.see("organisation-unlock-passphrase");
    await stage.closeWindow();
    await stage.openWindow();
    await stage.type("organisation-unlock-passphrase", PASSPHRASE);
    await stage.click("organisation-unlock");
    await stage.see("custody-exchange", KDF_LIMIT_MS);
    await go(stage, "#/shares");
    await stage.see(".receipt[data-outcome=accepted]");
  });
}

const go = (stage, hash) => stage.window.run("location.hash = arguments[0]", hash);

/** The words, six at a time, as somebody types them from paper. */
async function enter(stage, words) {
  for (let part = 0; part < 4; part += 1) {
    for (let at = part * 6; at < part * 6 + 6; at += 1) await stage.type(`#paper-word-${at}`, words[at]);
    await stage.click("paper-next");
  }
}

/** Does something that saves a file where the user keeps documents; gives the file's path. */
async function saved(stage, act) {
  const before = new Set(files(stage));
  await act();
  const made = await until("a file was saved", () => files(stage).find((name) => !before.has(name) && statSync(join(stage.home, name)).isFile()));
  return join(stage.home, made);
}

// The program's own data and the others' folders are no documents.
const files = (stage) => readdirSync(stage.home, { recursive: true }).filter((name) => !/^(\.|others)/.test(name));

/** Takes a file another organisation handed over: looks at it, compares, accepts. */
async function take(stage, file, kind) {
  await go(stage, "#/organisation/files");
  await until("the file field is there", () => stage.window.count(id("custody-file")));
  await stage.window.choose(id("custody-file"), file);
  await until("the file is shown", () => stage.window.isShown(`[data-testid=file-preview][data-kind=${kind}]`));
  await stage.picture(`file-${kind}`);
  await stage.click("file-compared");
  await stage.click("file-accept");
  await stage.see("file-accepted");
}

async function exchange(stage) {
  await go(stage, "#/");
  await stage.click("custody-exchange");
  await stage.see("custody-exchanged", 60_000);
}

/** Everybody visits the buffer once. */
async function round(stage, others) {
  await others.visits();
  await exchange(stage);
}
