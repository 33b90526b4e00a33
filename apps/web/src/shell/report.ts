interface Reported {
  readonly address: string;
  readonly version: string;
  readonly requestId: string | undefined;
}

/** What helps whoever looks for the cause, and nothing about anybody: a query may hold what a person looked for, so it is left out. */
export function reportText({ address, version, requestId }: Reported): string {
  const { origin, pathname } = new URL(address);
  const lines = [`Page : ${origin}${pathname}`, `Version de Mixité : ${version}`];
  return [...lines, ...(requestId === undefined ? [] : [`Numéro de la demande : ${requestId}`])].join('\n');
}
