import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ReceivedMail {
  readonly to: string;
  /** The headers, as they were sent. */
  readonly head: string;
  /** The text, decoded. */
  readonly text: string;
}

export interface SmtpTestServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** How many connections were made. */
  connections(): number;
  close(): Promise<void>;
}

/** A server that accepts every mail, but for what `answerTo` says of a command (`250 …`), or of the greeting (`undefined` says nothing). */
export async function smtpTestServer(
  answerTo: (verb: string, connection: number) => string | undefined = accepting,
): Promise<SmtpTestServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    const connection = (connections += 1);
    let [waiting, to, isData] = ['', '', false];
    const answer = (verb: string): void => {
      const text = answerTo(verb, connection);
      if (text !== undefined) socket.write(`${text}\r\n`);
    };
    answer('GREETING');
    socket.on('data', (bytes: Buffer) => {
      waiting += bytes.toString('latin1');
      for (let end = endOf(waiting, isData); end >= 0; end = endOf(waiting, isData)) {
        const part = waiting.slice(0, end);
        waiting = waiting.slice(end + (isData ? 5 : 2));
        if (isData) mails.push(mailOf(part, to));
        const verb = isData ? 'END' : part.slice(0, 4).toUpperCase();
        if (verb === 'RCPT') to = part.slice(8).replace(/[<>]/g, '').trim();
        isData = verb === 'DATA';
        answer(verb);
        if (verb === 'QUIT') socket.end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { port: (server.address() as AddressInfo).port, mails, connections: () => connections, close };
}

const ANSWERS: Readonly<Record<string, string>> = { GREETING: '220 test', DATA: '354 go on', QUIT: '221 bye' };

/** As the server answers where nothing is wrong. */
export const accepting = (verb: string): string => ANSWERS[verb] ?? '250 OK';

function endOf(waiting: string, isData: boolean): number {
  return waiting.indexOf(isData ? '\r\n.\r\n' : '\r\n');
}

function mailOf(raw: string, to: string): ReceivedMail {
  const cut = raw.indexOf('\r\n\r\n');
  const [head, body] = [raw.slice(0, cut), raw.slice(cut + 4)];
  const isBase64 = /^content-transfer-encoding: base64$/im.test(head);
  const bytes = isBase64 ? Buffer.from(body, 'base64') : Buffer.from(unquoted(body), 'latin1');
  return { to, head, text: bytes.toString('utf8').replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ') };
}

/** Quoted-printable, RFC 2045. */
function unquoted(text: string): string {
  return text
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
