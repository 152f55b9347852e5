// Serves a built interface on loopback with the same content security policy as the window, so that what the policy
// forbids fails here too.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };
const CONFIG = fileURLToPath(new URL("../../src-tauri/tauri.conf.json", import.meta.url));

/** The window's policy as one header. */
export async function windowPolicy() {
  const { csp } = JSON.parse(await readFile(CONFIG, "utf8")).app.security;
  return Object.entries(csp).map(([name, value]) => `${name} ${value}`).join("; ");
}

/** Starts the server; gives back its address and how to stop it. */
export async function serve(folder) {
  const policy = await windowPolicy();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://loopback").pathname;
    const file = join(folder, normalize(path === "/" ? "/index.html" : path));
    try {
      if (!file.startsWith(folder)) throw new Error("outside");
      const body = await readFile(file);
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-security-policy": policy,
        "cache-control": "no-store",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((stopped) => server.close(stopped)),
  };
}
