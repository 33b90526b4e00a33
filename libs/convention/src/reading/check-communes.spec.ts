import { FIGURE_CODES } from '#compliance';
import type { JsonObject } from '#kernel';
import { aConventionFile, anObjectiveFile, conventionText } from '../testing';
import { readConvention } from './read-convention';

const OPTIONS = { figures: FIGURE_CODES, reservedColumns: [] };

describe('a name of several communes in the place of a code', () => {
  const sector = (name: string) => [{ code: 'S1', nom: 'Un', code_insee: name }];
  const faultOf = (changes: JsonObject, isInEpci?: (code: string) => boolean) => {
    const text = conventionText(aConventionFile(changes));
    return readConvention(text, { ...OPTIONS, isInEpci }).faults[0]!;
  };

  it('gives all of them', () => {
    const { path, message } = faultOf({ secteurs: sector('CASTRES') });
    expect(path).toBe('secteurs[0].code_insee');
    expect(message).toMatch(/attendu ; 2 communes portent ce nom : 81065 \(Tarn\), 02142 \(Aisne\)$/);
  });

  it.each<[string, JsonObject, ((code: string) => boolean) | undefined]>([
    ['has the SIREN of the file', { territoire: { siren: '200071892', nom: 'Saint-Quentinois' } }, undefined],
    ['has the communes that the file lists', { territoire: { nom: 'Essai', communes: ['02142'] } }, undefined],
    ['is recorded', {}, (code) => code === '02142'],
  ])('gives that of the EPCI first, which %s', (_, changes, isInEpci) => {
    const { message } = faultOf({ ...changes, secteurs: sector('Castres') }, isInEpci);
    expect(message).toContain('02142 (Aisne), 81065 (Tarn)');
  });

  it('says it in objectives and in the list of communes too', () => {
    const portee = { type: 'commune', identifiants: ['Castres'] };
    for (const changes of [
      { objectifs: [anObjectiveFile({ portee })] },
      { territoire: { nom: 'Essai', communes: ['Castres'] } },
    ])
      expect(faultOf(changes).message).toContain('2 communes portent ce nom');
  });
});
