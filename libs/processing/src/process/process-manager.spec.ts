import { day } from '#kernel';
import { Reactions } from '../testing/reactions';
import { candidateEvent, SAMPLE_PROCESS } from '../testing/sample-process';
import { cancelTimer, send, setTimer } from './process-manager';

const named = (candidate: string, vacancy = 'V') => candidateEvent('CandidateNamed', { candidate, vacancy });
const withdraw = (candidate: string) =>
  send(`withdraw|${candidate}`, { type: 'Withdraw', data: { candidate }, settledBy: ['signed'] });

describe('a process manager by itself', () => {
  it('given candidates, when a lease is signed, withdraws the others of the vacancy', async () => {
    const sample = await new Reactions(SAMPLE_PROCESS).given(named('A'), named('B'), named('C'), named('D', 'W'));
    expect(await sample.when(candidateEvent('LeaseSigned', { candidate: 'B', vacancy: 'V' }))).toEqual([
      withdraw('A'),
      withdraw('C'),
    ]);
  });

  it('given nothing, when an offer is made, sets a timer for the day after its last', async () => {
    const effects = await new Reactions(SAMPLE_PROCESS).when(
      candidateEvent('OfferMade', { candidate: 'A', lastDay: '2024-02-29' }),
    );
    const data = { candidate: 'A', lastDay: '2024-02-29' };
    expect(effects).toEqual([setTimer('offer|A', day('2024-03-01'), { type: 'Lapse', data, settledBy: ['answered'] })]);
  });

  it('given an offer, when it is answered, cancels the timer', async () => {
    const sample = await new Reactions(SAMPLE_PROCESS).given(
      candidateEvent('OfferMade', { candidate: 'A', lastDay: '2024-02-29' }),
    );
    expect(await sample.when(candidateEvent('OfferAnswered', { candidate: 'A' }))).toEqual([cancelTimer('offer|A')]);
  });
});
