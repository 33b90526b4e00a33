import { Link } from '@tanstack/react-router';
import { percent, plural, points, signed } from '../../format/numbers';
import { inOrder } from '../../parts/in-order';
import { LeaseCount } from '../../parts/LeaseCount';
import { Share } from '../../parts/Share';
import { Table, type Column } from '../../parts/Table';
import type { components } from '../../api/schema';
import { useAddress } from '../../url/address';
import { oneOf } from '../../url/search';
import { useOrder } from '../../url/use-order';
import type { Objective } from './objective-words';
import { fractionOf } from './pace-words';

type Part = components['schemas']['ContributionDto'];

const KINDS: readonly { readonly kind: string; readonly title: string; readonly one: string; readonly list: string }[] =
  [
    { kind: 'bailleur', title: 'Par bailleur', one: 'Bailleur', list: 'code_bailleur' },
    { kind: 'commune', title: 'Par commune', one: 'Commune', list: 'code_insee' },
    { kind: 'operation', title: 'Par opération', one: 'Opération', list: '' },
    { kind: 'residence', title: 'Par résidence', one: 'Résidence', list: 'code_residence' },
  ];
/** How many parts of a kind are shown before the reader asks for all. */
const FEW = 15;

/** Who makes the figure: what each part has, what it lacks, and what it does to the whole. */
export function Contributions({ line, parts }: { line: Objective; parts: readonly Part[] }) {
  const shown = KINDS.filter(({ kind }) => parts.some(({ scope }) => scope.kind === kind));
  return (
    <>
      <h2>Qui y contribue</h2>
      {shown.length === 0 && <p>Aucun bail n’est compté : rien n’y contribue dans cette période.</p>}
      {shown.some(() => parts.some(({ gap }) => gap)) && (
        <p className="note">
          « Écart » : les baux qui comptent, moins ce que l’objectif demande à cette part ; les écarts s’ajoutent à
          celui du tout. « Effet » : ce que le taux du tout perdrait ou gagnerait sans elle.
        </p>
      )}
      {shown.map(({ kind, ...words }) => (
        <PartsOfKind
          key={kind}
          kind={kind}
          {...words}
          line={line}
          parts={parts.filter(({ scope }) => scope.kind === kind)}
        />
      ))}
    </>
  );
}

function PartsOfKind({
  kind,
  title,
  one,
  list,
  line,
  parts,
}: {
  kind: string;
  title: string;
  one: string;
  list: string;
  line: Objective;
  parts: readonly Part[];
}) {
  const { search } = useAddress();
  const { order, onOrder } = useOrder();
  const isWhole = oneOf(search, 'parts') === kind || parts.length <= FEW;
  // The furthest from the objective comes first, unless the reader takes another order.
  const ordered = inOrder(parts, order ?? '-eloignement', valuesOf(line));
  return (
    <>
      <h3>{title}</h3>
      <Table
        caption={
          isWhole
            ? `${title} : ${plural(parts.length, 'ligne')}`
            : `${title} : ${FEW} des ${plural(parts.length, 'ligne')}, dans cet ordre`
        }
        columns={columnsOf(one, list, line)}
        rows={isWhole ? ordered : ordered.slice(0, FEW)}
        keyOf={({ scope }) => scope.id}
        order={order}
        onOrder={onOrder}
      />
      {!isWhole && (
        <p className="on-screen">
          <Link to="." search={{ ...search, parts: kind } as never} resetScroll={false}>
            Montrer les {plural(parts.length, 'ligne')} {title.toLowerCase()}
          </Link>
        </p>
      )}
    </>
  );
}

/** Below a floor what lacks most is furthest; above a ceiling what has most. */
function valuesOf({ operator }: Objective) {
  const away = operator === 'max' || operator === 'zero' ? 1 : -1;
  const gapOf = ({ gap }: Part) => (gap ? fractionOf(gap) : null);
  return {
    eloignement: (part: Part) => {
      const gap = gapOf(part);
      return gap === null ? part.denominator : away * gap;
    },
    nom: ({ scope }: Part) => scope.label,
    baux: ({ numerator }: Part) => numerator,
    sur: ({ denominator }: Part) => denominator,
    part: ({ rate }: Part) => rate,
    ecart: gapOf,
    effet: ({ pull }: Part) => (pull ? fractionOf(pull) : null),
  };
}

function columnsOf(one: string, list: string, line: Objective): readonly Column<Part>[] {
  const query = (part: Part, of: 'numerator' | 'denominator') =>
    line.list && list ? `${line.list[of]}&${list}=${encodeURIComponent(part.scope.id)}` : undefined;
  return [
    { key: 'label', label: one, sort: 'nom', cell: ({ scope }) => scope.label },
    {
      key: 'numerator',
      label: 'Baux',
      isNumber: true,
      sort: 'baux',
      cell: (part) => <LeaseCount value={part.numerator} query={query(part, 'numerator')} masked={part.masked} />,
    },
    {
      key: 'denominator',
      label: 'Sur',
      isNumber: true,
      sort: 'sur',
      cell: (part) => <LeaseCount value={part.denominator} query={query(part, 'denominator')} masked={part.masked} />,
    },
    { key: 'rate', label: 'Part', isNumber: true, sort: 'part', cell: ({ rate }) => percent(rate) },
    {
      key: 'bar',
      label: 'De 0 à 100 %',
      cell: ({ rate }) => line.measure === 'share' && <Share rate={rate} target={line.value ?? undefined} />,
    },
    {
      key: 'gap',
      label: 'Écart, en baux',
      description: 'Les baux qui comptent, moins ce que l’objectif demande à cette part',
      isNumber: true,
      sort: 'ecart',
      cell: ({ gap }) => (gap ? signed(fractionOf(gap)) : ''),
    },
    {
      key: 'pull',
      label: 'Effet sur le tout',
      description: 'Le taux du tout, moins ce qu’il serait sans cette part',
      isNumber: true,
      sort: 'effet',
      cell: ({ pull }) => (pull ? points(fractionOf(pull)) : ''),
    },
  ];
}
