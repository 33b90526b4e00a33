/** A code and its label. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** The label is the name, or the code itself where the name is unknown. */
export function labelled(code: string, names: ReadonlyMap<string, { readonly name: string }>): Named {
  return { id: code, label: names.get(code)?.name ?? code };
}
