/**
 * The object with some of its verbs replaced; all else is its own, whatever an adapter can do beyond its port (`isAtomic`, `isCounting`):
 * a list of capabilities would forget the next one.
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
