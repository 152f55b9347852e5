// Numbers set in groups for the eye. What is dialled is never changed.

/** `+639171234567` as `+63 917 123 4567`: Philippine mobiles in their usual groups, others in threes. */
export function spaced(e164: string): string {
  const mobile = /^\+63(9\d{2})(\d{3})(\d{4})$/.exec(e164);
  if (mobile !== null) return `+63 ${mobile[1]} ${mobile[2]} ${mobile[3]}`;
  return e164.replace(/^(\+\d{2,3})/, "$1 ").replace(/(\d{3})(?=\d{3,})/g, "$1 ");
}
