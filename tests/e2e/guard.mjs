// Story "guard": what the page must never be able to do, tried from inside the page of the real window.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { until } from "./webdriver.mjs";

/** Calls a command as the page could; gives back "allowed" or the refusal's text. */
const INVOKE = `
  const [command, args, done] = arguments;
  window.__TAURI_INTERNALS__.invoke(command, args).then(() => done("allowed"), (error) => done(String(error)));`;

/** Tauri's own commands, and one that nobody wrote. */
const FOREIGN_COMMANDS = [
  ["plugin:app|version", {}],
  ["plugin:window|set_title", { label: "main", value: "Maria Santos" }],
  ["plugin:window|close", { label: "main" }],
  ["plugin:webview|create_webview_window", { options: { label: "second", url: "index.html" } }],
  ["plugin:event|listen", { event: "x", target: { kind: "Any" }, handler: 1 }],
  ["plugin:event|emit", { event: "x", payload: null }],
  ["plugin:path|resolve_directory", { directory: 1 }],
  ["plugin:fs|read_text_file", { path: "/etc/passwd" }],
  ["plugin:shell|execute", { program: "id", args: [] }],
  ["plugin:http|fetch", { clientConfig: { url: "http://127.0.0.1/" } }],
  ["read_everything", {}],
];

export async function tell(stage) {
  await stage.step("the window opens, titled Ugnay and nothing else", async () => {
    await stage.openWindow();
    // xprop fails when no window on the screen has exactly this title.
    execFileSync("xprop", ["-name", "Ugnay", "WM_CLASS"], { stdio: "ignore", timeout: 10_000 });
    await stage.picture("opened");
  });

  await stage.step("an own command answers", async () => {
    assert.equal(await stage.window.runAsync(INVOKE, "status", {}), "allowed", "the page needs its own commands");
  });

  for (const [command, args] of FOREIGN_COMMANDS) {
    await stage.step(`${command} is refused`, async () => {
      const answer = await stage.window.runAsync(INVOKE, command, args);
      assert.match(answer, /not allowed|not found/i, `only Ugnay's own commands may be reached, got: ${answer}`);
    });
  }

  await stage.step("the page cannot reach the network", async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.setHeader("access-control-allow-origin", "*");
      response.end("leak");
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${server.address().port}/`;
    try {
      const script = `
        const [url, done] = arguments;
        const image = new Promise((seen) => { const i = new Image(); i.onload = i.onerror = seen; i.src = url; });
        const beacon = Promise.resolve().then(() => navigator.sendBeacon(url, "x"));
        Promise.allSettled([fetch(url), image, beacon, import(url)]).then((all) => done(all[0].status));`;
      assert.equal(await stage.window.runAsync(script, url), "rejected", "a request out of the page must fail");
      assert.equal(asked, 0, "no request may even arrive");
      await stage.window.run("window.location.href = arguments[0]", url).catch(() => {});
      await until("the page stays", async () => (await stage.window.url()).startsWith("tauri://localhost"));
      assert.equal(asked, 0, "the window must not leave its page");
    } finally {
      server.close();
    }
  });

  await stage.step("script text from elsewhere does not run", async () => {
    const script = `
      const element = document.createElement("script");
      element.textContent = "window.injected = true";
      document.head.append(element);
      let evaluated = true;
      try { new Function("return 1")(); } catch { evaluated = false; }
      return [window.injected === true, evaluated];`;
    assert.deepEqual(await stage.window.run(script), [false, false], "neither inline script nor eval may run");
  });

  await stage.step("the page keeps nothing", async () => {
    const script = "return [localStorage.length, sessionStorage.length, document.cookie.length]";
    assert.deepEqual(await stage.window.run(script), [0, 0, 0], "nothing may be stored outside the encrypted register");
  });

  await stage.step("a second start ends at once and the first window stays", async () => {
    execFileSync(stage.application, { timeout: 20_000, stdio: "ignore", env: { ...process.env, HOME: stage.home } });
    assert.equal(await stage.window.runAsync(INVOKE, "status", {}), "allowed", "the first window still answers");
  });
}
