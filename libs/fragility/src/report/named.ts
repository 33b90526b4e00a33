/** A code and how it is called. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** Called by its code where its name is not known. */
export function labelled(code: string, names: ReadonlyMap<string, { readonly name: string }>): Named {
  return { id: code, label: names.get(code)?.name ?? code };
}
