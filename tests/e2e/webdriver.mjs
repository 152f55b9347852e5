// A WebDriver client in Node's own fetch: as much of the protocol as the stories need. It knows nothing of Ugnay.
import { spawn } from "node:child_process";
import { createServer } from "node:net";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const CALL_LIMIT_MS = 60_000;
const POLL_MS = 50;

/** Waits until `attempt` gives something true; fails with its last error, or with `what`, when the time is over. */
export async function until(what, attempt, limitMs = 30_000) {
  const end = Date.now() + limitMs;
  let last;
  do {
    try {
      const value = await attempt();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  } while (Date.now() < end);
  throw new Error(`waited ${limitMs} ms in vain: ${what}${last ? ` (${last.message})` : ""}`);
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * Starts tauri-driver with the system's WebKitWebDriver behind it. One driver serves one window at a time; the program
 * finds its data in `home`.
 */
export async function startDriver(home) {
  const [port, nativePort] = [await freePort(), await freePort()];
  const options = ["--port", port, "--native-port", nativePort, "--native-driver", "/usr/bin/WebKitWebDriver"];
  const child = spawn("tauri-driver", options.map(String), { stdio: "ignore", env: { ...process.env, HOME: home } });
  let failure;
  child.once("error", (error) => (failure = error));
  child.once("exit", (code) => (failure ??= new Error(`tauri-driver ended with status ${code}`)));
  const base = `http://127.0.0.1:${port}`;
  await until("tauri-driver answers", async () => {
    if (failure) throw failure;
    return (await fetch(`${base}/status`, { signal: AbortSignal.timeout(CALL_LIMIT_MS) })).ok;
  });
  return { base, stop: () => child.kill() };
}

async function call(base, method, path, body) {
  const response = await fetch(base + path, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(CALL_LIMIT_MS),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

/** Opens the program's window and gives the verbs a story uses. `css` is a CSS selector everywhere. */
export async function openWindow(driver, application) {
  // No browserName: WebKitWebDriver would look for a browser.
  const wanted = { capabilities: { alwaysMatch: { "tauri:options": { application } } } };
  const { sessionId } = await call(driver.base, "POST", "/session", wanted);
  const at = (method, path, body) => call(driver.base, method, `/session/${sessionId}${path}`, body);
  const elements = async (css) =>
    (await at("POST", "/elements", { using: "css selector", value: css })).map((found) => found[ELEMENT]);
  const element = async (css) => (await at("POST", "/element", { using: "css selector", value: css }))[ELEMENT];
  const run = (script, ...args) => at("POST", "/execute/sync", { script, args });
  const runAsync = (script, ...args) => at("POST", "/execute/async", { script, args });
  return {
    run,
    runAsync,
    count: async (css) => (await elements(css)).length,
    texts: async (css) => Promise.all((await elements(css)).map((found) => at("GET", `/element/${found}/text`))),
    text: async (css) => at("GET", `/element/${await element(css)}/text`),
    value: async (css) => at("GET", `/element/${await element(css)}/property/value`),
    isShown: async (css) => at("GET", `/element/${await element(css)}/displayed`),
    isEnabled: async (css) => at("GET", `/element/${await element(css)}/enabled`),
    click: async (css, index = 0) => at("POST", `/element/${(await elements(css))[index]}/click`, {}),
    type: async (css, text) => {
      const id = await element(css);
      await at("POST", `/element/${id}/clear`, {});
      await at("POST", `/element/${id}/value`, { text });
    },
    // For a file field: the text is the file's path.
    choose: async (css, path) => at("POST", `/element/${await element(css)}/value`, { text: path }),
    title: () => at("GET", "/title"),
    url: () => at("GET", "/url"),
    resize: (width, height) => at("POST", "/window/rect", { width, height }),
    // Two frames first: the picture can otherwise show the page before its last change.
    screenshot: async () => {
      await runAsync("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));");
      return Buffer.from(await at("GET", "/screenshot"), "base64");
    },
    close: () => at("DELETE", ""),
  };
}
