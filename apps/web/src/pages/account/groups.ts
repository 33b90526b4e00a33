/** « JBSW Y3DP EHPK » : a secret is typed four characters at a time. */
export const inGroups = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');
