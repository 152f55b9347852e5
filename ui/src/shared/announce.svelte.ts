// What a screen reader is told without moving the focus.

let said = $state("");

export function announce(text: string): void {
  said = text;
}

export function announced(): string {
  return said;
}
