import { CHAIN_START, chainDigest, type ChainFields } from './history';

const fields: ChainFields = {
  stream: 'dossier-1',
  revision: 0,
  id: '6f1d6c2e-5f0b-4c1f-9a0f-3f6f1c9d7a52',
  type: 'ExampleRecorded',
  schemaVersion: 1,
  data: '{"note":"é"}',
  people: null,
  metadata: '{"actor":"tester"}',
};

describe('chainDigest', () => {
  it('never changes for the same event, because histories already written are checked with it', () => {
    expect(chainDigest(CHAIN_START, fields)).toBe('3e6264fd5b46bee5e939af0e4cdb51edd9f719b2b30f5e885db20497e0248eeb');
  });

  it.each<[string, Partial<ChainFields>]>([
    ['stream', { stream: 'dossier-2' }],
    ['revision', { revision: 1 }],
    ['id', { id: '6f1d6c2e-5f0b-4c1f-9a0f-3f6f1c9d7a53' }],
    ['type', { type: 'ExampleRecorder' }],
    ['schema version', { schemaVersion: 2 }],
    ['data', { data: '{"note":"e"}' }],
    ['people', { people: '{}' }],
    ['metadata', { metadata: '{"actor":"teste"}' }],
    ['frontier between two fields', { people: '', data: '{"note":"é"}-' }],
  ])('covers the %s', (_name, change) => {
    expect(chainDigest(CHAIN_START, { ...fields, ...change })).not.toBe(chainDigest(CHAIN_START, fields));
  });

  it('covers the digest before it', () => {
    const first = chainDigest(CHAIN_START, fields);
    expect(chainDigest(first, fields)).not.toBe(first);
  });
});
