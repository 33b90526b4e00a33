/**
 * The same object with some of its methods replaced. Everything else stays, also what an adapter can do beyond its port
 * (`isAtomic`, `isCounting`), without a list of such abilities, which would become out of date.
 */
export function withVerbs<Port extends object>(port: Port, verbs: Partial<Port>): Port {
  return new Proxy(port, {
    get(target, name) {
      if (Object.hasOwn(verbs, name)) return verbs[name as keyof Port];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
