import { plural } from '../../format/numbers';
import { Table, type Column } from '../../parts/Table';
import { figureWords } from '../../words/figures';
import { bySource, writtenAim, writtenDays, type WrittenObjective } from './convention-text';
import { ObjectiveLink } from './ObjectiveLink';
import { whereText } from './objective-words';

/** The objectives, under the place of the text that sets them. */
export function WrittenObjectives({ objectives }: { objectives: readonly WrittenObjective[] }) {
  const rows = bySource(objectives).flatMap(({ items }) => items);
  return (
    <>
      <h2>Objectifs</h2>
      {rows.length === 0 ? (
        <p>Aucun objectif n’est en vigueur ce jour-là.</p>
      ) : (
        <Table
          caption={`${plural(rows.length, 'objectif')}, sous le texte qui les fixe`}
          columns={COLUMNS}
          rows={rows}
          keyOf={({ code }) => code}
          groupOf={({ source, origine }) => ({
            key: source,
            label: origine === 'loi' ? `Loi : ${source}` : source,
          })}
        />
      )}
    </>
  );
}

const COLUMNS: readonly Column<WrittenObjective>[] = [
  { key: 'name', label: 'Objectif', cell: ({ code, nom }) => <ObjectiveLink code={code}>{nom}</ObjectiveLink> },
  { key: 'aim', label: 'Valeur', cell: writtenAim },
  { key: 'figure', label: 'Chiffre jugé', cell: ({ figure }) => figureWords(figure).name },
  {
    key: 'where',
    label: 'Pour',
    cell: ({ portee, periode }) =>
      `${whereText({ kind: portee.type, ids: portee.identifiants })}, par ${periode === 'semestre' ? 'semestre' : 'an'}`,
  },
  { key: 'days', label: 'En vigueur', cell: ({ date_debut, date_fin }) => writtenDays(date_debut, date_fin) },
];
