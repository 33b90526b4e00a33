import { accepting, smtpTestServer, type SmtpTestServer } from '#accounts/testing';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { TERRITORY } from './support/territory';

const PASSWORD = 'quatre girafes au violon';
const ADA = { email: 'ada@example.org', role: 'bailleur', scope: ['L-A'], until: '2099-12-31' };

describe('mails to people about their accounts', () => {
  let smtp: SmtpTestServer;
  let service: StartedApi;
  let isRefusing: boolean;
  beforeEach(async () => {
    isRefusing = false;
    smtp = await smtpTestServer((verb) => (isRefusing && verb === 'RCPT' ? '550 ada@example.org' : accepting(verb)));
    const server = { host: '127.0.0.1', port: smtp.port, isTls: false };
    service = await startedApi({ mail: { server, from: { name: '', address: 'mixite@example.org' } } });
    await service.send(TERRITORY);
  });
  afterEach(async () => {
    await service.stop();
    await smtp.close();
  });

  const send = async (path: string, body: object) => {
    const answer = await service.get(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    });
    return (await answer.json()) as { readonly link: string | null; readonly mailed?: boolean };
  };
  const lastMail = () => smtp.mails.at(-1)!;

  it('tell of an invitation, a role, a recovery and a closed account, each once', async () => {
    const invited = await send('/api/invitations', { ...ADA, name: 'Cliquez sur evil.example' });
    expect(invited).toMatchObject({ link: expect.stringContaining('/invitation#'), mailed: true });
    expect([lastMail().to, lastMail().text.includes(`\n${invited.link}\n`)]).toEqual([ADA.email, true]);
    expect(lastMail().text).toContain('jusqu’au 31 décembre 2099');
    expect(lastMail().text).not.toContain('evil');

    const code = invited.link!.split('#')[1];
    await send('/api/invitations/acceptance', { code, name: 'Ada', password: PASSWORD });
    const other = { ...ADA, scope: ['L-B'] };
    expect(await send('/api/invitations', other)).toMatchObject({ link: null, mailed: true });
    expect(lastMail().text).toMatch(/un rôle a été donné à ce compte : « Bailleur /);
    expect(await send('/api/invitations', other)).toMatchObject({ link: null, mailed: false });

    const recovered = await send('/api/users/recovery', { email: ADA.email });
    expect([recovered.mailed, lastMail().text.includes(`\n${recovered.link}\n`)]).toEqual([true, true]);
    expect(lastMail().text).toMatch(/Seuls peuvent le demander l’administrateur/);

    for (let times = 0; times < 2; times += 1) await send('/api/users/disabling', { email: ADA.email });
    expect(lastMail().text).toMatch(/Le \d{1,2}(?:er)? \p{L}+ \d{4} à \d\d h \d\d, ce compte a été fermé/u);
    expect([lastMail().text.includes('#'), smtp.mails.length]).toEqual([false, 4]);
  });

  it('that fail refuse nothing, and are logged without address and without link', async () => {
    isRefusing = true;
    const invited = await send('/api/invitations', ADA);
    expect(invited).toMatchObject({ link: expect.stringContaining('/invitation#'), mailed: false });
    const log = service.log.join('\n');
    expect(log).toContain('mail-not-sent');
    expect(log).not.toMatch(/ada@|invitation#/);
  });
});
