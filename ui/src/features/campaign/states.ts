// The states of a call task: their icon and tone. The word comes from the catalogue; colour never stands alone.

import type { IconName } from "../../shared/icons";

export const STATE_ICON: Record<string, IconName> = {
  todo: "phone", call_back: "clock", safe: "check", needs_help: "help", no_news: "question", other: "info",
};

export const STATE_TONE: Record<string, string> = {
  todo: "", call_back: "warn", safe: "good", needs_help: "bad", no_news: "warn", other: "",
};
