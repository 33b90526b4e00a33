import { day } from '#kernel';
import { closed, given, STORY, withdrawn } from '../../testing';
import { withdrawByProcess } from './withdraw-by-process';

const on = day('2026-05-04');

describe('what follows by itself withdraws a candidate', () => {
  it('whose household has a dwelling elsewhere, or whose application ended, at any live step', () => {
    for (const stage of ['designated', 'decided', 'offered', 'accepted'] as const)
      given(STORY[stage])
        .whenFor('martin', withdrawByProcess, { on, motive: 'menage_loge' })
        .then(withdrawn('martin', 'menage_loge'))
        .leaves('martin', 'withdrawn', { reason: 'menage_loge' });
    given(STORY.accepted)
      .whenFor('martin', withdrawByProcess, { on, motive: 'deces' })
      .then(withdrawn('martin', 'deces'))
      .becomes('decided');
  });

  it('once: nothing where it is no longer live', () => {
    const motive = 'menage_loge' as const;
    given(STORY.decided).whenFor('nguyen', withdrawByProcess, { on, motive }).then();
    given(STORY.let).whenFor('martin', withdrawByProcess, { on, motive }).then();
    given(STORY.offered, withdrawn('martin', motive)).whenFor('martin', withdrawByProcess, { on, motive }).then();
    given(STORY.closed).now.becomes('closed');
    given(STORY.offered, withdrawn('martin', motive), closed())
      .whenFor('martin', withdrawByProcess, { on, motive })
      .then();
  });
});
