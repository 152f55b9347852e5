// Reads phone numbers well enough to test against: Philippine mobiles and landlines, and anything that starts with +.

import type { PhoneCheck, PhoneDto } from "../index";

const PREFIXES: [prefix: string, country: string][] = [
  ["+966", "SA"], ["+965", "KW"], ["+961", "LB"], ["+971", "AE"], ["+974", "QA"], ["+852", "HK"], ["+886", "TW"],
  ["+63", "PH"], ["+65", "SG"], ["+81", "JP"], ["+82", "KR"], ["+39", "IT"], ["+61", "AU"], ["+64", "NZ"], ["+1", "US"],
];

const spaced = (e164: string, prefix: string): string =>
  `${prefix} ${e164.slice(prefix.length).replace(/(\d{3})(?=\d{3,})/g, "$1 ")}`;

export function checkPhone(text: string): PhoneCheck {
  const typed = text.trim();
  const digits = typed.replace(/\D/g, "");
  const unread = (warning: string): PhoneCheck => ({ e164: null, shown: typed, country: null, warning });
  if (/[a-z]/i.test(typed) || digits === "") return unread("phone_unreadable");
  if (digits.length < 7) return unread("phone_too_short");
  if (digits.length > 15) return unread("phone_too_long");
  let e164 = `+${digits}`;
  if (!typed.startsWith("+")) {
    if (digits.startsWith("63")) e164 = `+${digits}`;
    else if (digits.startsWith("0")) e164 = `+63${digits.slice(1)}`;
    else if (digits.startsWith("9") && digits.length === 10) e164 = `+63${digits}`;
    else return unread("phone_unreadable");
  }
  const [prefix, country] = PREFIXES.find(([start]) => e164.startsWith(start)) ?? [e164.slice(0, 3), null];
  const mobile = country === "PH" && e164.startsWith("+639") && e164.length !== 13;
  return { e164, shown: spaced(e164, prefix), country, warning: mobile ? (e164.length < 13 ? "phone_too_short" : "phone_too_long") : null };
}

export function phone(typed: string): PhoneDto {
  return { typed, e164: checkPhone(typed).e164 };
}
