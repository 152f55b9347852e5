/// <reference types="vitest/config" />
// Builds the interface. Mode `memory` bakes in the in-memory backend for development and browser tests and goes to a
// folder of its own; the default mode cannot hold it.
import { svelte, vitePreprocess } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { catalogues } from "./build/catalogues.ts";
import { listOfMarks, looks } from "./build/looks.ts";

const SOURCE = fileURLToPath(new URL("src", import.meta.url));
const MEMORY_OUT = fileURLToPath(new URL("../target/ui/dist-memory", import.meta.url));

/** Browser tests gather what was on the screen by marks; what is shipped has none. */
const marked = { preprocess: [looks(SOURCE), vitePreprocess()], compilerOptions: { preserveComments: true } };

export default defineConfig(({ command, mode }) => ({
  // What serves tests has no part in what is built: the size that is measured is the size that is shipped.
  plugins: [catalogues(), ...(mode === "memory" ? [svelte(marked), listOfMarks(SOURCE)] : [svelte()]), ...(command === "serve" ? [svelteTesting()] : [])],
  base: "./",
  clearScreen: false,
  define: { "import.meta.env.VITE_BACKEND": JSON.stringify(mode === "memory" ? "memory" : "") },
  server: { port: 1420, strictPort: true },
  build: {
    outDir: mode === "memory" ? MEMORY_OUT : "dist",
    emptyOutDir: true,
    // The oldest webview it must run in.
    target: ["chrome87", "safari14"],
    cssTarget: ["chrome87", "safari14"],
    // The policy forbids data: for scripts and styles, and a fetch polyfill would need inline code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
  },
}));
