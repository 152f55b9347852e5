// The words of this language, a file for each room of the interface, in one text. The buffer's public page and the printed
// sheets have words of their own, which the interface does not load.

const files = import.meta.glob<string>(["./*.ftl", "!./transparency.ftl", "!./paper.ftl", "!./sheets.ftl"], { query: "?raw", import: "default", eager: true });

export default Object.values(files).join("\n");
