// Story "files": sheets chosen from the disk reach the register as bytes; what is not a sheet is named and refused.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shownPerson } from "./person.mjs";
import { createRegister, ROW_NAME, IMPORT_LIMIT_MS } from "./register.mjs";
import { id } from "./story.mjs";
import { until } from "./webdriver.mjs";

/** Name, content, and the code it is refused with. */
const BAD_FILES = [
  ["empty.xlsx", Buffer.alloc(0), ["file_empty"]],
  ["a scan.xlsx", Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n", "latin1"), ["file_not_a_sheet"]],
  ["noise.xls", Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 167) % 256)), ["file_not_a_sheet", "file_damaged"]],
  ["cut off.xlsx", Buffer.from("PK\x03\x04\x14\x00\x06\x00", "latin1"), ["file_damaged", "file_not_a_sheet"]],
];

const SHEET = "Surname,Given name,Birthday,Destination,Contact person,Tel. No. of contact person\nPeñaflor,Marisol,12 Nayo 1990,Kuwait,Lito Peñaflor,0917 555 0142\n";

export async function tell(stage) {
  const folder = mkdtempSync(join(stage.home, "sheets-"));

  await stage.step("create a register", async () => {
    await createRegister(stage);
    await stage.click("nav-import");
    await until("a file can be chosen", () => stage.window.count(id("import-file")));
  });

  for (const [name, content, codes] of BAD_FILES) {
    await stage.step(`“${name}” is refused`, async () => {
      writeFileSync(join(folder, name), content);
      await stage.window.choose(id("import-file"), join(folder, name));
      const code = await until("the refusal names its reason", async () => {
        const script = `return document.querySelector('${id("error-message")}')?.dataset.code`;
        const shown = await stage.window.run(script);
        return codes.includes(shown) && shown;
      });
      assert.ok(code, "an officer must learn what is wrong with the file");
      assert.ok((await stage.text("error-message")).includes(name), "the refusal must name the file");
      await stage.picture("refused");
      // A fresh screen, so that the next refusal is the next file's.
      await stage.click("nav-home");
      await stage.click("nav-import");
    });
  }

  await stage.step("a sheet with ñ in it is read, a cell of it corrected, and written", async () => {
    const file = join(folder, "Peña list (final).csv");
    writeFileSync(file, SHEET);
    await stage.window.choose(id("import-file"), file);
    await stage.click("fix-open", IMPORT_LIMIT_MS);
    assert.ok((await stage.window.texts(id("problem"))).some((text) => text.includes("12 Nayo 1990")), "what could not be read is shown as it stands in the sheet");
    await stage.type("fix-input", "12 Mayo 1990");
    await stage.click("fix-take");
    await stage.see("fixes", IMPORT_LIMIT_MS);
    const left = await stage.window.texts(id("problem"));
    assert.ok(!left.some((text) => text.includes("12 Nayo 1990")), `the cell is no longer a question: ${left}`);
    await stage.click("import-confirm", IMPORT_LIMIT_MS);
    await stage.see("import-done", IMPORT_LIMIT_MS);
    await stage.click("nav-people");
    assert.match(await stage.textOf(ROW_NAME), /^Peñaflor, Marisol/, "the name must arrive as it was written");
    assert.equal(await stage.window.count(id("person-row")), 1, "the refused files must have left nothing");
  });

  await stage.step("every cell of it is on the person's page, the corrected one as it was corrected", async () => {
    await stage.click("person-row");
    const { name, facts, contacts } = await shownPerson(stage);
    assert.match(name, /^Peñaflor, Marisol/, "who was opened");
    assert.equal(facts["Born"], "May 12, 1990", "the date as it was corrected");
    assert.equal(facts["Destination"], "Kuwait", "where she works");
    assert.deepEqual(contacts, [{ name: "Lito Peñaflor", numbers: ["+639175550142"] }], "whom to call, at a number that can be dialled");
  });
}
