import { ROLES } from './actor';
import { maskingOf } from './masking';
import { EVERYTHING } from './scope';
import { may } from './rights';

it('small counts are masked for the roles that read figures and no list, and for no other', () => {
  const reading = ROLES.filter((role) => {
    const actor = { id: 'x', role, scope: EVERYTHING };
    return may(actor, 'read-figures') && !may(actor, 'read-list');
  });
  expect(reading).toEqual(['statisticien', 'elu']);
  expect(ROLES.filter((role) => maskingOf({ role }) !== null)).toEqual(reading);
});
