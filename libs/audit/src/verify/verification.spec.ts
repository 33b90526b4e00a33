import type { HistoryFault, Position } from '#event-store';
import { sentenceOf, serverVerificationOf, verificationOf } from './verification';

const at = (text: string) => text as Position;
const fault = (of: Partial<HistoryFault>): HistoryFault => ({
  part: 'events',
  position: at('0040'),
  met: at('0040'),
  kind: null,
  ...of,
});

describe('the result of a verification', () => {
  it.each<[Partial<HistoryFault>, string]>([
    [{ kind: 'altered' }, 'À la position 0040, un événement a été altéré.'],
    [{ kind: 'inserted' }, 'À la position 0040, un événement a été ajouté.'],
    [
      { kind: 'removed', met: at('0043') },
      'À la position 0040, un événement au moins a été supprimé ; le premier événement trouvé ensuite est à la position 0043.',
    ],
    [{ kind: 'reordered' }, 'À la position 0040, un événement a été déplacé.'],
    [{ part: 'file', kind: 'unreadable' }, 'À la position 0040, le fichier events.db est endommagé.'],
    [{ part: 'file', kind: 'altered', position: null, met: null }, 'Le fichier events.db est endommagé.'],
  ])('%j', (of, sentence) => {
    expect(sentenceOf(fault(of))).toBe(sentence);
  });

  it('names the possible causes where the traces do not show which one it was', () => {
    expect(sentenceOf(fault({}))).toContain('altéré ou ajouté, ou d’autres supprimés avant lui');
  });

  it.each<[Partial<HistoryFault>, string]>([
    [{ part: 'stream-index' }, 'stream_index'],
    [{ part: 'stream-index', kind: 'removed' }, 'coupée'],
    [{ part: 'stretches' }, 'stretches'],
    [{ part: 'late-times' }, 'late_times'],
    [{ part: 'schema', position: null, met: null }, 'déclarées'],
  ])('%j: the sentence names the index or the file that is wrong', (of, word) => {
    expect(sentenceOf(fault(of))).toContain(word);
  });

  it('has no fault where the history is intact', () => {
    const whole = { events: 3, position: at('0003'), digest: 'd', receiving: false, broken: null };
    expect(verificationOf(whole)).toEqual({ ...whole, unchained: 0 });
  });

  it('names the broken stretch of a server, or how many events are not yet chained', () => {
    const walked = { events: 30, position: at('0030'), digest: 'd' };
    const broken = { ...walked, broken: at('0031'), brokenUpTo: at('0040'), unchained: 0 };
    expect(serverVerificationOf(broken, true)).toMatchObject({
      ...walked,
      receiving: false,
      broken: { part: 'events', position: '0031', upTo: '0040' },
    });
    expect(serverVerificationOf(broken, true).broken!.message).toContain('Entre les positions 0031 et 0040');
    const behind = { ...walked, broken: null, brokenUpTo: null, unchained: 3 };
    expect(serverVerificationOf(behind, false)).toEqual({ ...walked, receiving: false, broken: null, unchained: 3 });
    expect(serverVerificationOf(behind, true)).toMatchObject({ receiving: true, broken: null });
  });
});
