// The demo register in one click: a passphrase is suggested, used, and shown once on the home screen.

import { backend } from "../../backend";
import { opened } from "./session.svelte";

export async function tryDemo(): Promise<void> {
  const passphrase = await backend().suggestPassphrase();
  opened(await backend().createDemoRegister(passphrase), passphrase);
}
