/** The least that the API takes; a spec compares the two. */
export const SHORTEST_PASSWORD = 12;

/** How a password that is being typed stands. Whether it is easy to guess, only the API can judge. */
export function passwordAdvice(password: string): string {
  const length = [...password].length;
  if (length === 0) return '';
  if (length < SHORTEST_PASSWORD) return `Trop court : ${length} sur ${SHORTEST_PASSWORD} caractères au moins.`;
  if (new Set(password).size < SHORTEST_PASSWORD / 2) return 'Assez long, mais peu varié : il sera sans doute refusé.';
  return 'Assez long. Le service dira s’il se devine trop vite.';
}
