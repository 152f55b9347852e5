// Words for what was given out: groups of fields by their own names, single columns as anywhere else.
import { fieldName } from "../../i18n/format";
import { tCode } from "../../i18n/index.svelte";

const GROUPS = [
  "id", "names", "sex", "birth", "status", "home", "abroad", "work", "phones", "family", "family_phones", "confirmed", "source",
  "case", "notes", "everything",
];

export const groupName = (code: string): string => (GROUPS.includes(code) ? tCode("group", code) : fieldName(code));
