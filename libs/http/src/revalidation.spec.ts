import 'reflect-metadata';
import { Readable } from 'node:stream';
import { Controller, Get, Module, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { EVERYTHING, limitedTo, type Actor } from '#access';
import type { JsonObject } from '#kernel';
import { refuse, type Refusal } from '#kernel';
import { answerRefusals } from './problem.filter';
import { Revalidated, revalidateAnswers } from './revalidation';
import { guardRoutes, Needs, Open } from './route-guard';

let computed = 0;
let refused = false;

@Controller('figures')
class FiguresController {
  @Get()
  @Needs('read-figures')
  @Revalidated()
  read(): object | Refusal {
    computed += 1;
    return refused ? refuse('period-reversed') : { computed };
  }

  @Get('other')
  @Revalidated()
  @Needs('read-figures')
  other(): object {
    computed += 1;
    return { computed };
  }

  @Get('file')
  @Needs('read-figures')
  @Revalidated()
  file(@Res({ passthrough: true }) reply: FastifyReply): Readable {
    void reply.header('content-type', 'text/csv').header('cache-control', 'no-store');
    return Readable.from(['a;b'], { objectMode: false });
  }

  @Get('plain')
  @Needs('read-figures')
  plain(): object {
    return {};
  }

  @Get('open')
  @Open()
  open(): object {
    return {};
  }
}

@Module({ controllers: [FiguresController] })
class FiguresModule {}

const LANDLORD: Actor = { id: 'a', role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }) };

describe('an answer with a tag', () => {
  let app: NestFastifyApplication;
  let actor: Actor = LANDLORD;
  let state: JsonObject;
  beforeAll(async () => {
    app = await NestFactory.create(FiguresModule, new FastifyAdapter(), { logger: false });
    const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    answerRefusals(server);
    revalidateAnswers(server, () => Promise.resolve(state));
    guardRoutes(server, { actorOf: () => Promise.resolve(actor) });
    await app.init();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    [actor, state, computed, refused] = [LANDLORD, { position: '7' }, 0, false];
  });

  const ask = (tag?: string, url = '/figures?from=1') =>
    app.inject({ url, headers: tag === undefined ? {} : { 'if-none-match': tag } });
  const tagOf = async (url?: string) => (await ask(undefined, url)).headers.etag!;

  it('is kept by its reader alone, and asked for again each time', async () => {
    const { statusCode, headers } = await ask();
    expect(statusCode).toBe(200);
    expect(headers.etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('is a 304 without a body while nothing has changed, and nothing is computed', async () => {
    const tag = await tagOf();
    for (const header of [tag, tag.slice(2), `"other", ${tag}`]) {
      const answer = await ask(header);
      expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([304, '', tag]);
      expect(answer.headers['cache-control']).toBe('private, no-cache');
    }
    expect(computed).toBe(1);
  });

  it('is whole again once the history has gone on, and at another address', async () => {
    const tag = await tagOf();
    expect((await ask(tag, '/figures?from=2')).statusCode).toBe(200);
    expect((await ask(tag, '/figures/other?from=1')).statusCode).toBe(200);
    state = { position: '8' };
    expect((await ask(tag)).statusCode).toBe(200);
    expect(computed).toBe(4);
  });

  it.each<[string, Actor]>([
    ['another role of the same scope', { ...LANDLORD, role: 'administrateur' }],
    ['another scope', { ...LANDLORD, scope: limitedTo({ landlord: ['L-B'] }) }],
    ['the scope of everything', { ...LANDLORD, role: 'elu', scope: EVERYTHING }],
  ])('is never a 304 for %s', async (_, other) => {
    const tag = await tagOf();
    actor = other;
    const answer = await ask(tag);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers.etag).not.toBe(tag);
  });

  it('is refused to who has not the right, whatever tag is shown', async () => {
    const tag = await tagOf();
    actor = { ...LANDLORD, role: 'monitor', scope: EVERYTHING };
    expect((await ask(tag)).statusCode).toBe(403);
    expect((await ask('*')).statusCode).toBe(403);
  });

  it('has its tag whatever the order of its decorators', async () => {
    const tag = await tagOf('/figures/other');
    expect((await ask(tag, '/figures/other')).statusCode).toBe(304);
    actor = { ...LANDLORD, role: 'monitor', scope: EVERYTHING };
    expect((await ask(undefined, '/figures/other')).statusCode).toBe(403);
  });

  it('gets no tag where it is refused, a file, or not declared', async () => {
    refused = true;
    expect(await ask()).toMatchObject({ statusCode: 400 });
    expect((await ask()).headers.etag).toBeUndefined();
    for (const url of ['/figures/file', '/figures/plain', '/figures/open']) {
      const { statusCode, headers } = await ask(undefined, url);
      expect([url, statusCode, headers.etag]).toEqual([url, 200, undefined]);
      expect(headers['cache-control']).not.toBe('private, no-cache');
    }
  });
});
