import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complianceProjection } from '#compliance';
import { openInstallation, projectionWorks } from '#installation';
import { serviceSetting } from '#lifecycle';
import { Telemetry } from '#telemetry';
import { UPCASTERS } from '#product';
import { runService } from './service';

describe('a service that gets a signal to stop while its projections still catch up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-service-'));
  const opened = () =>
    openInstallation({ place: { folder }, mode: 'writer', upcasters: UPCASTERS, projections: [complianceProjection] });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ends without having listened, and releases the folder', async () => {
    const installation = await opened();
    const telemetry = new Telemetry();
    const sent = jest.spyOn(telemetry, 'stop');
    const onListening = jest.fn();
    for (const runner of installation.engine.all()) jest.spyOn(runner, 'followUntil').mockImplementation(untilAborted);
    const service = runService(installation, {
      ...serviceSetting('mixite-api', { MIXITE_METRICS: 'off' }),
      telemetry,
      host: '127.0.0.1',
      port: 0,
      works: [projectionWorks],
      onListening,
    });
    process.emit('SIGTERM', 'SIGTERM');
    await service;
    expect(onListening).not.toHaveBeenCalled();
    expect(sent).toHaveBeenCalledTimes(1);
    expect(process.listenerCount('SIGTERM')).toBe(0);
    await (await opened()).close();
  });
});

/** Behaves as a projection that has not caught up when it has to end. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}
