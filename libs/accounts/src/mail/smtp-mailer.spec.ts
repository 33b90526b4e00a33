import { accepting, smtpTestServer, type SmtpTestServer } from '../testing/smtp-server';
import { reasonOf, SmtpMailer } from './smtp-mailer';

const MAIL = { to: 'ada@example.org', subject: 'Été', text: 'Où en est-on ?\n' };

describe('the mailer', () => {
  let server: SmtpTestServer;
  afterEach(() => server.close());
  const mailer = () =>
    new SmtpMailer(
      {
        server: { host: '127.0.0.1', port: server.port, isTls: false },
        from: { name: 'Mixité', address: 'm@example.org' },
      },
      { timeout: 300, retryAfter: 1 },
    );

  it('gives a plain text to one address, and says that no person wrote', async () => {
    server = await smtpTestServer();
    await mailer().send(MAIL);
    expect(server.mails).toMatchObject([{ to: MAIL.to, text: expect.stringContaining('Où en est-on ?') }]);
    expect(server.mails[0]!.head).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(server.mails[0]!.head).toMatch(/^Content-Type: text\/plain; charset=utf-8/im);
  });

  it('tries once more where the server says « later »', async () => {
    server = await smtpTestServer((verb, connection) =>
      verb === 'RCPT' && connection === 1 ? '451 later' : accepting(verb),
    );
    await mailer().send(MAIL);
    expect([server.connections(), server.mails.length]).toEqual([2, 1]);
  });

  it.each([
    ['twice, where it always says « later »', '451 ada@example.org later', 2, { responseCode: 451 }],
    ['once, where it refuses', '550 ada@example.org unknown', 1, { responseCode: 550 }],
    ['once, where it says nothing in time', undefined, 1, { code: 'no-answer' }],
  ])('tries %s', async (_, answer, connections, reason) => {
    server = await smtpTestServer((verb) => (verb === 'RCPT' ? answer : accepting(verb)));
    const error = await mailer()
      .send(MAIL)
      .catch((failure: unknown) => failure);
    expect(reasonOf(error)).toMatchObject(reason);
    expect(JSON.stringify(reasonOf(error))).not.toContain('ada');
    expect([server.connections(), server.mails.length]).toEqual([connections, 0]);
  });
});
