import { count } from '../../format/numbers';
import { useAddress } from '../../url/address';
import type { ListedFigure } from './use-figure';

/** Whose leases the list shows, where it comes from a figure. */
export function FigureTitle({ figure, total }: { figure: ListedFigure; total: number | undefined }) {
  const { change } = useAddress();
  const { name, definition, part } = figure;
  const leases =
    total === undefined ? 'Les attributions' : total === 1 ? 'L’attribution' : `Les ${count(total)} attributions`;
  const verb = total === 1 ? 'compte' : 'comptent';
  return (
    <div className="message">
      <h2>
        {part === 'numerateur'
          ? `${leases} qui ${verb} dans « ${name} »`
          : `${leases} parmi lesquelles se compte « ${name} »`}
      </h2>
      {definition && <p>{definition}</p>}
      <p className="on-screen">
        <button type="button" className="button" onClick={() => change({ figure: undefined, part: undefined })}>
          Quitter ce chiffre
        </button>
      </p>
    </div>
  );
}
