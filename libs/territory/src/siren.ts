/** Nine digits that pass Luhn's check. */
export function isSiren(found: string): boolean {
  if (!/^\d{9}$/.test(found)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) {
    const digit = Number(found[index]) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
