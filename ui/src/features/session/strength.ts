// How hard a passphrase is to guess, roughly and in four steps. The register's own check decides; this one advises.

export type Strength = "too-short" | "weak" | "fair" | "strong";

/** Fewest characters the register takes. */
export const MIN_LENGTH = 12;

const FLAT = /^(.)\1+$|^(0?1?2?3?4?5?6?7?8?9?0?)$|^(abc|qwerty|password|ugnay)/i;

/** Counts words and kinds of characters: length is what matters, and repeated words count once. */
export function strength(passphrase: string): Strength {
  const text = passphrase.trim();
  if (text.length < MIN_LENGTH) return "too-short";
  const words = new Set(text.toLowerCase().split(/\s+/).filter((word) => word.length > 2));
  const letters = new Set(text.toLowerCase()).size;
  if (FLAT.test(text.replace(/\s/g, "")) || letters < 6) return "weak";
  if (words.size >= 5 || (words.size >= 4 && text.length >= 24) || (letters >= 14 && text.length >= 20)) return "strong";
  return words.size >= 3 || text.length >= 16 ? "fair" : "weak";
}
