import { day, type Changes } from '#kernel';
import type { ResidenceFacts, TerritoryEvent } from './events';
import { isTerritoryEvent, KnownTerritory, territoryTypes } from './known-territory';
import { aCommune, aDistrict, aHolder, aLandlord, anOwnership, aResidence } from './testing';

const DWELLING = {
  reference: 'D1',
  residence: 'R1',
  type: 'T3',
  financing: null,
  surface: 6_200,
  rent: null,
  charges: null,
  builtIn: 1974,
  holder: null,
} as const;

let territory: KnownTerritory;
beforeEach(() => (territory = new KnownTerritory()));

function apply(stream: string, type: TerritoryEvent['type'], data: object) {
  return territory.apply({ stream, type, data });
}

function correctResidence(changes: Changes<ResidenceFacts>) {
  return apply('residence-R1', 'ResidenceCorrected', { changes });
}

describe('the territory after its events', () => {
  beforeEach(() => {
    apply('district-Q1', 'PriorityDistrictDeclared', aDistrict('Q1', '2015-01-01', '2023-12-31'));
    apply('residence-R1', 'ResidenceDeclared', aResidence('R1', { districts: ['Q1', 'Q2'] }));
    apply('residence-ownership-R1@2024-01-01', 'OwnershipChanged', anOwnership('R1', '2024-01-01', 'L2'));
  });

  it('is unknown before any event', () => {
    const empty = new KnownTerritory();
    expect([empty.residence('R1'), empty.hasHolder('H1'), empty.known('commune', 'C1')]).toEqual([
      undefined,
      false,
      undefined,
    ]);
    expect([empty.landlordOn('R1', day('2024-01-01')), empty.districtsOn('R1', day('2024-01-01'))]).toEqual([
      undefined,
      [],
    ]);
  });

  it('knows every kind of record, and returns the record of each event', () => {
    const records = [
      apply('commune-C1', 'CommuneDeclared', aCommune('C1')),
      apply('landlord-L1', 'LandlordDeclared', aLandlord('L1')),
      apply('holder-H1', 'ReservationHolderDeclared', aHolder('H1')),
      apply('dwelling-D1', 'DwellingDeclared', DWELLING),
    ];
    expect(records).toEqual([
      { kind: 'commune', facts: aCommune('C1') },
      { kind: 'landlord', facts: aLandlord('L1') },
      { kind: 'holder', facts: aHolder('H1') },
      { kind: 'dwelling', facts: DWELLING },
    ]);
    for (const { kind, facts } of records)
      expect(territory.known(kind as 'commune', 'code' in facts ? facts.code : 'D1')).toEqual(facts);
    expect([territory.hasHolder('H1'), territory.hasHolder('H2')]).toEqual([true, false]);
  });

  it('applies corrections of a residence, of an owner and of the days of a QPV', () => {
    const corrected = correctResidence({ commune: { from: 'C1', to: 'C2' }, landlord: { from: 'L1', to: 'L3' } });
    expect(corrected).toMatchObject({ kind: 'residence', facts: { code: 'R1', commune: 'C2', dwellings: 40 } });
    expect(territory.residence('R1')).toMatchObject({ commune: 'C2' });
    expect(territory.landlordOn('R1', day('2023-12-31'))).toBe('L3');
    apply('residence-ownership-R1@2024-01-01', 'OwnershipCorrected', {
      changes: { landlord: { from: 'L2', to: 'L4' } },
    });
    expect(territory.landlordOn('R1', day('2024-01-01'))).toBe('L4');
    const changes = { lastDay: { from: '2023-12-31', to: '2022-12-31' } };
    apply('district-Q1', 'PriorityDistrictCorrected', { changes });
    expect(territory.districtsOn('R1', day('2023-01-01'))).toEqual([]);
  });

  it('gives a residence each owner from its first day on', () => {
    apply('residence-ownership-R1@2023-01-01', 'OwnershipChanged', anOwnership('R1', '2023-01-01', 'L3'));
    expect(
      ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map((on) => territory.landlordOn('R1', day(on))),
    ).toEqual(['L1', 'L3', 'L3', 'L2']);
  });

  it('gives a residence each QPV from its first day to its last day, also a QPV declared after the residence', () => {
    apply('district-Q2', 'PriorityDistrictDeclared', aDistrict('Q2', '2024-01-02'));
    const codes = ['2014-12-31', '2015-01-01', '2023-12-31', '2024-01-01', '2024-01-02'].map((on) =>
      territory.districtsOn('R1', day(on)).map(({ code }) => code),
    );
    expect(codes).toEqual([[], ['Q1'], ['Q1'], [], ['Q2']]);
  });

  it('refuses a correction of a record that was never declared', () => {
    expect(() => apply('commune-C9', 'CommuneCorrected', { changes: {} })).toThrow(
      expect.objectContaining({ code: 'record-undeclared' }),
    );
  });
});

describe('the events of the territory', () => {
  it('are found by the kinds of their records', () => {
    expect(territoryTypes('residence', 'ownership')).toEqual([
      'ResidenceDeclared',
      'ResidenceCorrected',
      'OwnershipChanged',
      'OwnershipCorrected',
    ]);
    expect(['DwellingCorrected', 'AllocationSigned'].map((type) => isTerritoryEvent({ type }))).toEqual([true, false]);
  });
});
