import { NOTHING, plural } from '../../format/numbers';
import { Table, type Column } from '../../parts/Table';
import { scopeWord } from '../../words/figures';
import {
  delaysOf,
  delayText,
  dueText,
  indicatorName,
  sittingsText,
  writtenDays,
  writtenPercent,
  type ConventionText,
  type DueDate,
  type FragilityScale,
  type PriorityCategory,
  type WrittenInstance,
} from './convention-text';

/** Which households come first, and which occupations the territory holds essential. */
export function Households({ text }: { text: ConventionText }) {
  const { categories_prioritaires: categories, professions_essentielles: occupations, publics, secteurs } = text;
  return (
    <>
      <h2>Publics prioritaires</h2>
      <p>Les ménages DALO le sont par la loi. S’y ajoutent les catégories que voici.</p>
      {categories.length === 0 ? (
        <p>La convention ne nomme aucune catégorie : toute catégorie d’un fichier est admise.</p>
      ) : (
        <Table
          caption={plural(categories.length, 'catégorie')}
          columns={CATEGORIES}
          rows={categories}
          keyOf={({ code }) => code}
        />
      )}
      <h2>Professions essentielles</h2>
      <Names items={occupations} none="La convention ne nomme aucune profession essentielle." />
      {publics.length > 0 && (
        <>
          <h2>Publics suivis</h2>
          <Names items={publics} none="" />
        </>
      )}
      {secteurs.length > 0 && (
        <>
          <h2>Secteurs</h2>
          <Names items={secteurs} none="" />
        </>
      )}
    </>
  );
}

function Names({ items, none }: { items: readonly { readonly code: string; readonly nom: string }[]; none: string }) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {items.map(({ code, nom }) => (
        <li key={code}>{nom}</li>
      ))}
    </ul>
  );
}

const CATEGORIES: readonly Column<PriorityCategory>[] = [
  { key: 'name', label: 'Catégorie', cell: ({ nom }) => nom },
  {
    key: 'days',
    label: 'Admise',
    cell: ({ date_debut, date_fin }) => writtenDays(date_debut, date_fin) || 'sans limite de date',
  },
];

/** How a survey gives the note of a residence. */
export function Scale({ scale }: { scale: FragilityScale | undefined }) {
  return (
    <>
      <h2>Barème de fragilité</h2>
      {scale === undefined ? (
        <p>La convention ne fixe pas de barème : celui par défaut s’applique.</p>
      ) : (
        <>
          <p>
            Chaque indicateur d’une enquête vaut 1, 2 ou 3 points, pesés ; leur moyenne donne la note de 1 à 5, aux
            coupures {scale.coupures.join(' ; ')}. Il faut au moins {writtenPercent(scale.taux_reponse_min)} de
            réponses, et {plural(scale.logements_min, 'logement')}.
          </p>
          <Table
            caption="Les seuils de chaque indicateur, en pour cent des ménages"
            columns={INDICATORS}
            rows={scale.indicateurs}
            keyOf={({ indicateur }) => indicateur}
          />
        </>
      )}
    </>
  );
}

const INDICATORS: readonly Column<FragilityScale['indicateurs'][number]>[] = [
  { key: 'name', label: 'Indicateur', cell: ({ indicateur }) => indicatorName(indicateur) },
  { key: 'weight', label: 'Poids', isNumber: true, cell: ({ poids }) => poids },
  {
    key: 'worse',
    label: 'Plus fragile',
    cell: ({ plus_fragile }) => (plus_fragile === 'haut' ? 'quand il est haut' : 'quand il est bas'),
  },
  { key: 'second', label: '2 points', isNumber: true, cell: ({ seuil_2 }) => writtenPercent(seuil_2) },
  { key: 'third', label: '3 points', isNumber: true, cell: ({ seuil_3 }) => writtenPercent(seuil_3) },
];

/** Who meets, how often, and what is due when. */
export function Bodies({ text: { instances, echeances } }: { text: ConventionText }) {
  return (
    <>
      {instances.length > 0 && (
        <>
          <h2>Instances</h2>
          <Table
            caption={plural(instances.length, 'instance')}
            columns={INSTANCES}
            rows={instances}
            keyOf={({ code }) => code}
          />
        </>
      )}
      {echeances.length > 0 && (
        <>
          <h2>Échéances</h2>
          <Table
            caption={plural(echeances.length, 'échéance')}
            columns={DUE_DATES}
            rows={echeances}
            keyOf={({ code }) => code}
          />
        </>
      )}
    </>
  );
}

const INSTANCES: readonly Column<WrittenInstance>[] = [
  { key: 'name', label: 'Instance', cell: ({ nom }) => nom },
  { key: 'where', label: 'Pour', cell: ({ portee }) => scopeWord(portee) },
  { key: 'sittings', label: 'Séances', cell: sittingsText },
  {
    key: 'delays',
    label: 'Délais',
    cell: ({ delais }) =>
      delais.length === 0 ? NOTHING : delais.map((delay) => <div key={delay.nom}>{delayText(delay)}</div>),
  },
  { key: 'source', label: 'Source', cell: ({ source }) => source },
];

const DUE_DATES: readonly Column<DueDate>[] = [
  { key: 'name', label: 'Ce qui est dû', cell: ({ nom }) => nom },
  { key: 'when', label: 'Quand', cell: dueText },
  { key: 'source', label: 'Source', cell: ({ source }) => source },
];

/** The delays and the retention of people's data. */
export function Delays({ text: { delais, conservation } }: { text: ConventionText }) {
  const months = conservation.apres_fin_demande_mois;
  return (
    <>
      <h2>Délais et conservation</h2>
      <dl className="facts">
        {delaysOf(delais).map(([words, length]) => (
          <div key={words} className="fact">
            <dt>{words}</dt>
            <dd>{length}</dd>
          </div>
        ))}
        {months !== undefined && (
          <div className="fact">
            <dt>Conservation des données d’un ménage</dt>
            <dd>{months} mois après la fin de sa demande</dd>
          </div>
        )}
      </dl>
    </>
  );
}
