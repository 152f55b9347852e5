// Starts the interface: chooses the backend, the language of the device, and shows the first screen.

import "./shared/older";
import { mount } from "svelte";
import App from "./App.svelte";
import { chooseBackend, useBackend } from "./backend";
import { followLock, loadStatus } from "./features/session/session.svelte";
import { loadPreferences } from "./features/settings/preferences.svelte";
import { closest, setOutsideLanguage } from "./i18n/index.svelte";
import "./shared/tokens.css";
import "./shared/base.css";

async function start(target: HTMLElement): Promise<void> {
  const inner = await chooseBackend();
  useBackend(inner === null ? null : followLock(inner));
  if (inner === null) {
    setOutsideLanguage(closest(navigator.languages));
  } else {
    await loadPreferences(navigator.languages);
    await loadStatus();
  }
  mount(App, { target, props: { inside: inner !== null } });
}

const target = document.getElementById("app");
if (target !== null) void start(target);
