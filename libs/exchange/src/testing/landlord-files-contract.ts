import {
  cellsOf,
  DESIGNATION,
  designations,
  LANDLORD,
  LEASE,
  ProcessFilesBench,
  TERRITORY,
  vacancies,
  VACANCY,
  type OpenStore,
} from './process-files-bench';

/** Files that a landlord imports into one store: the same suite for each. */
export function landlordFilesContract(name: string, open: OpenStore): void {
  describe(`files of a landlord imported into ${name}`, () => {
    const bench = new ProcessFilesBench(open);
    const { importing, history, ofVacancies } = bench;

    beforeEach(() => bench.open());
    afterEach(() => bench.end());

    it('are of a landlord only where its residences are, and tell nothing of the others', async () => {
      const ofOther = { ...VACANCY, reference_logement: 'PORTE-B', code_residence: 'R2' };
      const lease = {
        ...LEASE,
        code_residence: 'R2',
        reference_logement: 'PORTE-B',
        numero_attribution: 'ATT-B',
        numero_unique: '078SECRETNUMBER009',
      };
      const dwelling = { reference_logement: 'LOG-B', code_residence: 'R2' };
      await importing({ ...TERRITORY, 'attributions.csv': [lease], 'logements.csv': [dwelling] });
      const before = (await history()).length;
      const outside = await importing(
        {
          ...TERRITORY,
          ...vacancies(VACANCY, ofOther, { ...ofOther, code_residence: 'R404' }),
          ...designations({ ...DESIGNATION, code_residence: 'R2' }),
          'attributions.csv': [
            { ...lease, code_residence: 'R1' },
            { ...LEASE, code_residence: 'R404' },
          ],
          'logements.csv': [{ ...dwelling, code_residence: 'R1' }],
        },
        { actor: LANDLORD },
      );
      expect(cellsOf(outside)).toEqual([
        'communes.csv 0  ',
        'bailleurs.csv 0  ',
        'reservataires.csv 0  ',
        'residences.csv 0  ',
        'logements.csv 2 reference_logement LOG-B',
        'vacances.csv 3 code_residence R2',
        'vacances.csv 4 code_residence R404',
        'designations.csv 2 code_residence R2',
        'attributions.csv 2 numero_attribution ATT-B',
        'attributions.csv 3 code_residence R404',
      ]);
      expect(new Set(outside.faults.map(({ code }) => code))).toEqual(new Set(['scope-not-allowed']));
      const [ofAnother, ofNobody] = outside.faults.filter(({ file }) => file === 'vacances.csv');
      expect(ofAnother!.message).toBe(ofNobody!.message);
      expect(outside.warnings).toEqual([]);
      expect(await history()).toHaveLength(before);

      const own = { ...VACANCY, code_reservataire: 'PROPRE' };
      const report = await importing({ ...vacancies(own), ...designations(DESIGNATION) }, { actor: LANDLORD });
      expect(report.faults).toEqual([]);
      for (const { metadata } of await ofVacancies())
        expect(metadata).toMatchObject({ actor: 'bailleur-1', role: 'bailleur' });
      const elsewhere = { reference_logement: 'PORTE-2' };
      const files = { ...vacancies({ ...VACANCY, ...elsewhere }), ...designations({ ...DESIGNATION, ...elsewhere }) };
      const [refused] = (await importing(files, { actor: LANDLORD })).faults;
      expect(refused).toMatchObject({ file: 'designations.csv', line: 2, code: 'oriented-to-another-holder' });
    });
  });
}
