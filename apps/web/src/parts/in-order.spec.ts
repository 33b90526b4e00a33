import { inOrder } from './in-order';

const ROWS = [
  { name: 'Élancourt', rate: 0.2 },
  { name: 'Trappes', rate: null },
  { name: 'Coignières', rate: 0.5 },
];
const VALUES = {
  name: ({ name }: (typeof ROWS)[number]) => name,
  rate: ({ rate }: (typeof ROWS)[number]) => rate,
};
const names = (order: string | undefined) => inOrder(ROWS, order, VALUES).map(({ name }) => name);

describe('rows in order', () => {
  it('follows French: É is an E', () => expect(names('name')).toEqual(['Coignières', 'Élancourt', 'Trappes']));
  it('puts what has no value last, in both directions', () => {
    expect(names('rate')).toEqual(['Élancourt', 'Coignières', 'Trappes']);
    expect(names('-rate')).toEqual(['Coignières', 'Élancourt', 'Trappes']);
  });
  it('leaves rows as they are without an order, and for a name that nothing has', () => {
    expect(names(undefined)).toEqual(['Élancourt', 'Trappes', 'Coignières']);
    expect(names('-other')).toEqual(['Élancourt', 'Trappes', 'Coignières']);
  });
});
