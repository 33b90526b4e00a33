import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import type { Me } from '../../api/me';
import { Answer } from '../../parts/Answer';
import { Status } from '../../parts/Status';
import { stepsOf, type Step } from './steps';

/** What is left to set up; it goes away once everything is there. */
export function Checklist({ me }: { me: Me }) {
  const manages = me.rights.includes('manage-users');
  const convention = queries.useQuery('get', '/api/convention', {});
  const territory = queries.useQuery('get', '/api/territory');
  const coverage = queries.useQuery('get', '/api/fragility/coverage');
  const all = queries.useQuery('get', '/api/allocations', { params: { query: { limit: 1 } } });
  const unknown = queries.useQuery('get', '/api/allocations', {
    params: { query: { limit: 1, quartile: ['inconnu'] } },
  });
  const users = queries.useQuery('get', '/api/users', {}, { enabled: manages });
  const asked = [convention, territory, coverage, all, unknown, ...(manages ? [users] : [])];
  const isThere = asked.every(({ data }) => data !== undefined);
  const whole = {
    data: isThere
      ? stepsOf({
          residences: territory.data!.residences.length,
          hasConvention: convention.data!.convention !== null,
          noted: coverage.data!.total.noted.residences,
          leases: all.data!.total,
          unknownQuartiles: unknown.data!.total,
          users: manages ? users.data!.users.length : undefined,
        })
      : undefined,
    error: asked.find(({ error }) => error)?.error,
    isFetching: asked.some(({ isFetching }) => isFetching),
    refetch: () => asked.forEach((one) => void one.refetch()),
  };
  return (
    <>
      <h2>Où en est la mise en place</h2>
      <Answer asked={whole}>{(steps) => <Steps steps={steps} />}</Answer>
    </>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  if (steps.every(({ isDone }) => isDone))
    return (
      <p>
        Tout est en place. <Link to="/">Aller à l’accueil</Link>
      </p>
    );
  return (
    <ol>
      {steps.map(({ name, isDone, how }) => (
        <li key={name}>
          <Status kind={isDone ? 'met' : 'late'}>{isDone ? `${name} : fait` : `${name} : à faire`}</Status>
          {!isDone && <span className="line">{how}</span>}
        </li>
      ))}
    </ol>
  );
}
