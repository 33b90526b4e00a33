import { allocationFilters, listQuery, pageQuery } from './allocation-list';
import { criteriaIn } from './filters';

describe('the list of allocations in the address', () => {
  const search = { en_qpv: 'O', note: ['4', '5'], colonnes: ['note'], codes: 'O', vue: 'a', cursor: 'c', limit: '50' };

  it('gives the API its own parameters, and keeps those of the page', () => {
    expect(listQuery(search)).toEqual({ en_qpv: 'O', note: ['4', '5'] });
    expect(pageQuery(search)).toEqual({
      en_qpv: 'O',
      note: ['4', '5'],
      limit: '50',
      cursor: 'c',
      facets: ['quartile'],
    });
    expect(pageQuery({})).toEqual({ limit: '100', facets: ['quartile'] });
  });

  it('gives the API what the page does not know, so that the API refuses it aloud', () => {
    expect(listQuery({ inconnu: 'x' })).toEqual({ inconnu: 'x' });
  });

  it('opens six usual filters', () => {
    expect(allocationFilters(undefined).filter(({ isUsual }) => isUsual)).toHaveLength(6);
  });

  it('names codes by the territory, in the order of their names', () => {
    const dictionary = {
      communes: [
        { id: '78621', label: 'Trappes' },
        { id: '78208', label: 'Élancourt' },
      ],
      sectors: [],
      districts: [],
      landlords: [],
      contingents: [],
      holders: [],
      residences: [],
      publics: [],
      occupations: [],
    };
    const filters = allocationFilters(dictionary as never);
    expect(filters[0]!.options.map(({ label }) => label)).toEqual(['Élancourt', 'Trappes']);
    expect(criteriaIn(filters, { code_insee: '78621' })[0]!.text).toBe('Trappes');
    // A territory without sectors has no such filter.
    expect(filters.map(({ name }) => name)).not.toContain('code_secteur');
  });
});
