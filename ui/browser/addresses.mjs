// Every address of the interface, and each of its screens before its answer has come, when there is none, and as it is.

/** Addresses of an open register, and what says that the screen is there. */
export const REGISTER = [
  ["#/", "table"],
  ["#/people", "[data-testid=person-row]"],
  ["#/people/demo-4", "[data-testid=person-name]"],
  ["#/people/new", "#given"],
  ["#/people/demo-4/edit", "#given"],
  ["#/people/demo-4/consent", "[data-testid=consent-save]"],
  ["#/people/demo-4/erase", "[data-testid=erase-go]"],
  ["#/duplicates", "[data-testid=dup-merge]"],
  ["#/people?country=SA&freshness=stale&consent=emergency:given&outside=1", "[data-testid=filter-chips]"],
  ["#/people", "[data-testid=filters-clear]", "filters-clear"],
  ["#/removed", "[data-testid=removed-none], [data-testid=removed-list]"],
  ["#/changes", "[data-testid=changes-none], [data-testid=changes-list]"],
  ["#/people/demo-9", "[data-testid=person-outside]"],
  ["#/import", "[data-testid=import-sample]"],
  ["#/campaigns", "[data-testid=drill-country]"],
  ["#/meeting", "[data-testid=stale-phone]"],
  ["#/meeting/0401009000", "[data-testid=ask-source]"],
  ["#/directory", "[data-testid=directory-country]"],
  ["#/directory/SA", "[data-testid=plan-part]"],
  ["#/exports", "[data-testid=given-none], [data-testid=given-list]"],
  ["#/exports/new", "[data-testid=purpose-crisis]"],
  ["#/retention", "#retention-confirmed"],
  ["#/people/demo-4/copy", "[data-testid=print-make]"],
  ["#/sync", "#join-buffer"],
  ["#/devices", "[data-testid=reader]"],
  ["#/devices/sheet", "[data-testid=sheet-test]"],
];

/** Addresses of an open custodian organisation. */
export const ORGANISATION = [
  ["#/", "[data-testid=custody-waiting]"],
  ["#/requests", "[data-testid=request-open]"],
  ["#/requests/request-1", "[data-testid=decide]"],
  ["#/requests/request-2", "[data-check=card_age][data-ok=false]"],
  ["#/requests/request-5", "[data-testid=restore-facts]"],
  ["#/requests/request-6", "[data-testid=request-hidden]"],
  ["#/shares", "[data-outcome=wrong_share]"],
  ["#/demands", "[data-testid=statement-new]"],
  ["#/log", "[data-testid=log-check]"],
  ["#/organisation", "[data-testid=card-save]"],
  ["#/organisation/paper", "[data-testid=paper-test]"],
  ["#/organisation/key", "[data-testid=key-start]"],
  ["#/organisation/handover", "a[href='#/organisation/files']"],
  ["#/organisation/files", "label[for=custody-file]"],
];

/** Addresses before anything is open. */
export const OUTSIDE = [
  ["#/choose", "[data-testid=create-start]"],
  ["#/create", "[data-testid=create-place]"],
  ["#/join", "[data-testid=pair-join]"],
  ["#/restore", "[data-testid=restore-look]"],
];

const PASSPHRASE = "bangka sa ilog tatlong kawayan";

export async function registerAddresses(stage) {
  await stage.start();
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
  await stage.go("#/meeting");
  await stage.click("meeting-start");
  await stage.get("ask-source").first().waitFor();
  await visit(stage, REGISTER);
  await stage.show("#/settings", "#settings-language", "settings");
  await stage.click("lock");
  await stage.get("unlock-passphrase").waitFor();
  for (const [hash, ready] of OUTSIDE) await stage.show(hash, ready, hash.slice(2));
}

export async function organisationAddresses(stage) {
  await stage.start(`?custodian=${encodeURIComponent(PASSPHRASE)}`);
  await stage.get("organisation-unlock-passphrase").fill(PASSPHRASE);
  await stage.click("organisation-unlock");
  await stage.get("custody-waiting").waitFor();
  await visit(stage, ORGANISATION);
  await stage.show("#/settings", "#settings-language", "custody-settings");
}

/** Every screen three times: nothing has answered yet, everything has failed, and as it is. */
async function visit(stage, addresses) {
  for (const [hash, ready, leave] of addresses) {
    try {
      await threeTimes(stage, hash, ready);
      if (leave !== undefined) await stage.click(leave);
    } catch (error) {
      stage.fault(`${hash}: ${error.message}`);
      await stage.answers({});
    }
  }
}

export async function threeTimes(stage, hash, ready) {
  const { page } = stage;
  const name = hash.replace(/[^a-z0-9]+/gi, "-");
  await stage.answers({ "*": "wait" });
  await away(stage, hash);
  await page.locator("h1").first().waitFor();
  await stage.look(`waiting${name}`);
  await stage.answers({ "*": "disk" });
  // What needs no answer stands there as always; all else says that it failed.
  await page.locator(`[data-testid=error-message]:visible, :is(${ready}):visible`).first().waitFor();
  await stage.look(`failing${name}`);
  await stage.answers({});
  await away(stage, hash);
  await page.locator(ready).first().waitFor();
  await stage.look(`as-it-is${name}`);
}

/** To an address from elsewhere, so that its screen begins anew. */
export async function away(stage, hash) {
  await stage.go("#/settings");
  await stage.page.locator("#settings-language").waitFor();
  await stage.go(hash);
}
