/** For which command a request's key was taken, and where its stream stood. */
export interface Claim {
  readonly digest: string;
  readonly stream: string;
  readonly revision: number;
  /** Whether the command was to write something. */
  readonly writes: boolean;
}

export function claimText({ digest, stream, revision, writes }: Claim): string {
  return `${digest}|${writes ? '' : '='}${revision}|${stream}`;
}

export function claimOf(text: string): Claim {
  const [digest = '', revision = '', ...stream] = text.split('|');
  return {
    digest,
    stream: stream.join('|'),
    revision: Number(revision.replace('=', '')),
    writes: !revision.startsWith('='),
  };
}
