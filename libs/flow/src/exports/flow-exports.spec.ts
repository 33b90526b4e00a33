import type { Letterhead } from '#convention';
import type { Block, PrintedTable } from '#documents';
import type { Position } from '#event-store';
import { day, instantOf } from '#kernel';
import type { Contingent } from '#territory';
import { flowFigures } from '../figures/flow';
import type { FlowDwelling } from '../figures/flow-dwelling';
import type { FlowReport } from '../report';
import { flowDocument } from './flow-document';
import { flowFileName, flowTable, shareRows } from './flow-table';
import { flowWorkbook } from './flow-workbook';

const TERRITORY = { id: '200058782', label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' };
const LETTERHEAD: Letterhead = { territory: TERRITORY, siren: '200058782', convention: null, publics: [], motives: [] };
const CONTINGENTS: Readonly<Record<string, Contingent>> = {
  AGENTS: 'etat_fonctionnaires',
  EPCI: 'epci',
  VILLE: 'commune',
};

const dwelling = (landlord: string, holder: string, facts: Partial<FlowDwelling> = {}): FlowDwelling => {
  const delegatedTo = holder === 'EPCI' ? 'C1' : null;
  const held = {
    holder,
    on: day('2026-03-02'),
    forOneTurn: false,
    outsideFlow: null,
    delegatedTo,
    renewals: 0,
    ended: null,
  };
  const place = { landlord, residence: 'R1', inQpv: false, dwellingType: 'T3', financing: null } as const;
  return { ...place, firstLetting: false, held: [held], closedFor: null, ...facts };
};

function report(landlord: string | null = null, changes: Partial<FlowReport> = {}): FlowReport {
  const dwellings = [
    dwelling('L-A', 'VILLE', { dwellingType: 'T1' }),
    dwelling('L-A', 'VILLE', { inQpv: true }),
    dwelling('L-A', 'EPCI'),
    dwelling('L-A', 'AGENTS', { dwellingType: null }),
    dwelling('L-B', 'VILLE'),
  ];
  const leases = [{ ...dwelling('L-A', 'VILLE'), holder: 'VILLE', reserved: {} }];
  const shares = [{ year: 2026, landlord: 'L-A', holder: 'VILLE', share: 333_333, excluded: 2 }];
  const landlords = ['L-A', 'L-B', 'L-C'].filter((id) => (landlord ?? id) === id);
  const figures = flowFigures(
    { year: 2026, shares, dwellings, leases },
    {
      landlords: landlords.map((id) => ({ id, label: `Bailleur ${id}` })),
      holder: (code) => ({ label: `Réservataire ${code}`, contingent: CONTINGENTS[code]! }),
      commune: () => 'Trappes',
      place: () => ({ commune: 'C1', openedOn: day('1975-09-01') }),
    },
  );
  return {
    year: 2026,
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    dueBefore: day('2027-02-28'),
    landlord,
    asOf: instantOf(Date.parse('2027-01-31T12:00:00.000Z')),
    position: '0000000000030541' as Position,
    territory: TERRITORY,
    ...figures,
    ...changes,
  };
}

const tablesOf = (blocks: readonly Block[]): readonly PrintedTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'section' ? [block.table] : []));
const titled = (blocks: readonly Block[], title: string): PrintedTable => {
  const found = tablesOf(blocks).find((table) => table.title?.endsWith(title));
  return found!;
};
const plain = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(' | ').replaceAll('\u00a0', ' '));

describe('the statement of a landlord on paper', () => {
  const { title, about, blocks } = flowDocument(report('L-A'), LETTERHEAD);

  it('is the landlord’s, and says when it is due', () => {
    expect(title).toBe('Bilan annuel de la gestion en flux : Bailleur L-A');
    expect(about.join(' ').replaceAll('\u00a0', ' ')).toContain('avant le 28 février 2027');
    expect(blocks.at(-1)).toEqual({ kind: 'signatures', signers: ['Pour Bailleur L-A'] });
  });

  it('shows what each holder is owed and was given', () => {
    const [shares] = tablesOf(blocks);
    expect(plain(shares!.rows)).toEqual([
      'Réservataire AGENTS | — | — | 1 | 25,0 % | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0',
      'Réservataire EPCI | — | — | 1 | 25,0 % | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0',
      'Réservataire VILLE | 33,3 % | 1,33 | 2 | 50,0 % | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 1',
    ]);
    expect(plain([shares!.total!])).toEqual(['Ensemble | 33,3 % |  | 4 |  |  | 0 | 0 | 0 | 0 | 0 | 4 | 1']);
  });

  it('holds the State against the law, and shows to whom the EPCI delegates', () => {
    const rows = plain(tablesOf(blocks).flatMap((table) => table.rows));
    expect(rows).toContain('dont agents de l’État : au plus 5 % | — | — | 25,0 % | non');
    expect(rows).toContain('Délégué : Trappes | 1 | 100,0 % | 0');
  });

  it('breaks proposals and allocations down, and sums them', () => {
    const sizes = titled(blocks, 'Typologie');
    expect(sizes.columns.map(({ header }) => header)).toEqual(['Réservataire', 'T1', 'T3', 'Inconnu', 'Ensemble']);
    expect(plain([...sizes.rows, sizes.total!])).toEqual([
      'Réservataire AGENTS | 0 / 0 | 0 / 0 | 1 / 0 | 1 / 0',
      'Réservataire EPCI | 0 / 0 | 1 / 0 | 0 / 0 | 1 / 0',
      'Réservataire VILLE | 1 / 0 | 1 / 1 | 0 / 0 | 2 / 1',
      'Ensemble | 1 / 0 | 2 / 1 | 1 / 0 | 4 / 1',
    ]);
    expect(plain(titled(blocks, 'Commune').rows)).toContain('Réservataire VILLE | Trappes | 2 / 1');
    expect(titled(blocks, 'Période de construction').columns.map(({ header }) => header)).toContain('1975 à 1989');
  });
});

describe('the consolidation on paper', () => {
  it('shows all landlords together, then the shares of each that has a holder', () => {
    const { title, blocks } = flowDocument(report(), LETTERHEAD);
    expect(title).toBe('Gestion en flux : bilan de tous les bailleurs');
    expect(plain([tablesOf(blocks)[0]!.total!])[0]).toMatch(/^Ensemble \| 26,7 % \| {2}\| 5 /);
    const named = tablesOf(blocks).flatMap(({ title: name }) => (name?.startsWith('Bailleur') ? [name] : []));
    expect(named).toEqual(['Bailleur L-A (L-A)', 'Bailleur L-B (L-B)']);
    expect(blocks.at(-1)).toEqual({ kind: 'signatures', signers: ['Pour Saint-Quentin-en-Yvelines'] });
  });

  it('says that no share is known, and that an import is not written', () => {
    const notices = (changes: Partial<FlowReport>, landlord: string | null = null) =>
      flowDocument(report(landlord, changes), LETTERHEAD).blocks.flatMap((block) =>
        block.kind === 'notice' ? [block.text] : [],
      );
    expect(notices({})).toEqual([]);
    // Without a dwelling nothing is owed yet, and the shares are known all the same.
    expect(notices({ total: { ...report().total, dwellings: 0, share: null } })).toEqual([]);
    const [first] = report('L-A').landlords;
    expect(notices({ landlords: [{ ...first!, share: 1.1 }] })).toEqual([
      'Bailleur L-A : les parts convenues dépassent le flux entier.',
    ]);
    expect(notices({}, 'L-B')).toEqual([expect.stringContaining('flux.csv')]);
    expect(notices({ incompleteImport: {} as never })).toEqual([expect.stringContaining('import')]);
  });
});

describe('the statement as files', () => {
  it('is named by its year and its landlord', () => {
    expect([flowFileName(report()), flowFileName(report('L-A'))]).toEqual(['mixite-flux-2026', 'mixite-flux-2026-L-A']);
  });

  it('has the landlords one by one, and together only where all were asked for', () => {
    const ids = (of: FlowReport) => [...new Set(shareRows(of).map(({ landlord }) => landlord.id))];
    expect([ids(report()), ids(report('L-A'))]).toEqual([['L-A', 'L-B', null], ['L-A']]);
  });

  it('repeats the counts of the holder in each row, and has none outside the flow', async () => {
    const { columns, rows } = flowTable(report('L-A'));
    const cells: Record<string, unknown>[] = [];
    for await (const row of rows)
      cells.push(Object.fromEntries(columns.map(({ header, value }) => [header, value(row)])));
    const ville = cells.filter((row) => row['code_reservataire'] === 'VILLE');
    expect(
      new Set(ville.map(({ part, exclus, donnes }) => `${String(part)} ${String(exclus)} ${String(donnes)}`)),
    ).toEqual(new Set(['0.333333 2 2']));
    expect(ville[0]).toMatchObject({ annee: 2026, ventilation: 'ensemble', valeur: null, proposes: 2, attribues: 1 });
    expect(ville).toContainEqual(
      expect.objectContaining({ ventilation: 'qpv', valeur: 'qpv', libelle: 'En QPV', proposes: 1 }),
    );
    expect(cells.at(-1)).toMatchObject({
      code_reservataire: null,
      ventilation: 'hors_flux',
      valeur: 'vente',
      part: null,
    });
  });

  it('is a workbook with a sheet for each thing', () => {
    const { sheets, data } = flowWorkbook(report(), LETTERHEAD);
    expect(sheets.map(({ name }) => name)).toEqual(['Parts', 'Bilan', 'Contrôles', 'Quarts de l’EPCI', 'Présentation']);
    expect(data!.columns.map(({ header }) => header)).toEqual(flowTable(report()).columns.map(({ header }) => header));
  });
});
