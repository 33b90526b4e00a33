import { figureWords } from '../../words/figures';
import { writtenDays } from './convention-text';
import type { OneObjective } from './objective';
import { aimText, whereText } from './objective-words';

/** What the convention says: the aim, what is counted, where it stands, from when to when. */
export function ObjectiveFacts({ objective }: { objective: OneObjective['objective'] }) {
  const { figure, origin, source, period, trajectory, scope, actor, firstDay, lastDay } = objective;
  return (
    <dl className="facts">
      <dt>Ce qu’il vise</dt>
      <dd>
        {aimText(objective)}
        {trajectory && ` (${trajectory.map(({ year, valueText }) => `${year} : ${valueText}`).join(' ; ')})`}
      </dd>
      <dt>Ce qui est compté</dt>
      <dd>{figureWords(figure).definition}</dd>
      <dt>Pour</dt>
      <dd>
        {[scope, actor].flatMap((each) => (each ? [whereText(each)] : [])).join(', ')}, chaque{' '}
        {period === 'semestre' ? 'semestre' : 'année'}
      </dd>
      <dt>Origine</dt>
      <dd>
        {origin === 'loi' ? 'La loi' : 'Locale'} : {source}
      </dd>
      <dt>En vigueur</dt>
      <dd>{writtenDays(firstDay, lastDay)}</dd>
    </dl>
  );
}
