import { withVerbs } from './with-verbs';

class Port {
  readonly #secret = 1;
  count = 0;
  open(): string {
    return `open ${this.#secret}`;
  }
  close(): string {
    this.count += 1;
    return 'closed';
  }
  get state(): string {
    return `state ${this.#secret}`;
  }
}

describe('withVerbs', () => {
  it('replaces the given verbs and keeps everything else, such as state and abilities', () => {
    const port = new Port();
    const other = withVerbs(port, { open: () => `seen: ${port.open()}` });
    expect([other.open(), other.close(), other.state, port.count]).toEqual(['seen: open 1', 'closed', 'state 1', 1]);
    expect(['close' in other, 'appendAtomically' in other]).toEqual([true, false]);
    expect(other).toBeInstanceOf(Port);
  });
});
