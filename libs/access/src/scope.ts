/** What a scope can be limited to: codes of landlords, of holders, of communes. */
export const SCOPE_KINDS = ['landlord', 'holder', 'commune'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** The codes of a limited scope, by kind: one kind, or several at once. */
export type ScopeCodes = Readonly<Partial<Record<ScopeKind, readonly string[]>>>;

/** What a person or a process may see and write: everything, nothing, or what has one of the scope's codes. */
export type Scope =
  { readonly kind: 'all' } | { readonly kind: 'none' } | { readonly kind: 'limited'; readonly codes: ScopeCodes };

export const EVERYTHING: Scope = { kind: 'all' };
export const NOTHING: Scope = { kind: 'none' };

/** A scope limited to these codes. The same codes give an equal scope, whatever their order. */
export function limitedTo(codes: ScopeCodes): Scope {
  const held = SCOPE_KINDS.flatMap((kind) => {
    const own = codes[kind];
    return own ? [[kind, [...new Set(own)].sort()] as const] : [];
  });
  return { kind: 'limited', codes: Object.fromEntries(held) };
}

/** The codes of a lease, a residence or a list. A code that is absent or empty is unknown: no limited scope covers the place by that kind. */
export type Place = Readonly<Partial<Record<ScopeKind, string>>>;

/** Whether the scope covers a place. One kind of codes is enough. Denied by default. */
export function covers(scope: Scope, place: Place): boolean {
  if (scope.kind === 'all') return true;
  return kindsOf(scope).some((kind) => isHeld(scope, kind, place[kind]));
}

/** The kinds of codes of a limited scope; none for another scope. */
export function kindsOf(scope: Scope): readonly ScopeKind[] {
  return scope.kind === 'limited' ? SCOPE_KINDS.filter((kind) => scope.codes[kind] !== undefined) : [];
}

/** The codes of one kind; none for a scope that is not limited. */
export function codesOf(scope: Scope, kind: ScopeKind): readonly string[] {
  return (scope.kind === 'limited' && scope.codes[kind]) || [];
}

/** The same scope, with only its codes of these kinds: for a right in which the other kinds do not count. */
export function narrowedTo(scope: Scope, kinds: readonly ScopeKind[]): Scope {
  if (scope.kind !== 'limited') return scope;
  return limitedTo(Object.fromEntries(kinds.map((kind) => [kind, scope.codes[kind]])));
}

function isHeld(scope: Scope, kind: ScopeKind, code: string | undefined): boolean {
  return code !== undefined && code !== '' && codesOf(scope, kind).includes(code);
}
