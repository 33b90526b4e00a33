import 'reflect-metadata';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastify, { type FastifyInstance } from 'fastify';
import { EVERYTHING, INSTALLATION_ADMINISTRATOR, limitedTo, MONITOR, SYSTEM, type Actor } from '#access';
import { refuse, type Refusal } from '#kernel';
import type { Authenticator } from './authenticator';
import { CurrentActor, guardRoutes, KnownActor, Needs, Open, OpenTellingMore } from './route-guard';

/** Returns the actor that the test sets. */
class FakeAuthenticator implements Authenticator {
  actor: Actor | Refusal | undefined = INSTALLATION_ADMINISTRATOR;
  asked = 0;

  async actorOf(): Promise<Actor | Refusal | undefined> {
    this.asked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return this.actor;
  }
}

@Controller('guarded')
class GuardedController {
  @Get()
  @Needs('import')
  needs(@CurrentActor() actor: Actor): { readonly who: string } {
    return { who: actor.id };
  }

  @Post()
  @Needs('establish-list')
  post(@CurrentActor() actor: Actor): { readonly who: string } {
    return { who: actor.id };
  }

  @Get('open')
  @Open()
  open(): string {
    return 'open';
  }

  @Get('more')
  @OpenTellingMore()
  more(@KnownActor() actor: Actor | undefined): { readonly who: string | null } {
    return { who: actor?.id ?? null };
  }
}

@Controller('undeclared')
class UndeclaredController {
  @Get()
  get(): string {
    return 'undeclared';
  }
}

@Module({ controllers: [GuardedController] })
class GuardedModule {}

@Module({ controllers: [GuardedController, UndeclaredController] })
class UndeclaredModule {}

describe('the guard of routes', () => {
  const authenticator = new FakeAuthenticator();
  let app: NestFastifyApplication;
  const build = async (module: typeof GuardedModule, accessOf?: (url: string) => 'self' | 'open') => {
    const options = { logger: false as const, abortOnError: false };
    const built = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), options);
    guardRoutes(built.getHttpAdapter().getInstance() as unknown as FastifyInstance, authenticator, accessOf);
    return built;
  };
  beforeAll(async () => {
    app = await build(GuardedModule);
    await app.init();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    authenticator.actor = INSTALLATION_ADMINISTRATOR;
    authenticator.asked = 0;
  });
  const ask = async (url = '/guarded', method: 'GET' | 'POST' = 'GET', payload?: string) => {
    const headers = payload === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await app.inject({ url, method, payload, headers });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  };
  const codeOf = ({ body }: { readonly body: string }) => (JSON.parse(body) as { code?: string }).code;

  it('accepts a sender who has the right, and gives the actor to the route', async () => {
    expect(await ask()).toMatchObject({ status: 200, body: '{"who":"administrator"}' });
  });

  it('refuses an unknown sender', async () => {
    authenticator.actor = undefined;
    const answer = await ask();
    expect([answer.status, codeOf(answer), answer.headers['www-authenticate']]).toEqual([
      401,
      'not-authenticated',
      'Bearer',
    ]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('refuses a token with its reason', async () => {
    authenticator.actor = refuse('token-revoked');
    const answer = await ask();
    expect([answer.status, codeOf(answer), answer.headers['www-authenticate']]).toEqual([
      401,
      'token-revoked',
      'Bearer',
    ]);
  });

  it('refuses with the code of the missing right', async () => {
    authenticator.actor = MONITOR;
    expect(await ask()).toMatchObject({ status: 403 });
    expect(codeOf(await ask())).toBe('import-not-allowed');
    expect(codeOf(await ask('/guarded', 'POST', '{}'))).toBe('not-allowed');
    authenticator.actor = { ...INSTALLATION_ADMINISTRATOR, scope: limitedTo({ commune: ['78621'] }) };
    expect(codeOf(await ask())).toBe('scope-not-allowed');
  });

  it('refuses before it reads the body', async () => {
    for (const [actor, status] of [
      [undefined, 401],
      [MONITOR, 403],
      [INSTALLATION_ADMINISTRATOR, 400],
    ] as const) {
      authenticator.actor = actor;
      expect((await ask('/guarded', 'POST', '{')).status).toBe(status);
    }
  });

  it('never accepts a request as the installation itself', async () => {
    for (const actor of [SYSTEM, { id: 'administrator', role: 'system', scope: EVERYTHING } as const]) {
      authenticator.actor = actor;
      for (const method of ['GET', 'POST'] as const) expect((await ask('/guarded', method)).status).toBe(401);
    }
  });

  it('refuses everybody where the authenticator fails', async () => {
    const broken = { actorOf: () => Promise.reject(new Error('the accounts do not answer')) };
    const server = fastify();
    guardRoutes(server, broken);
    const handler = jest.fn(() => 'in');
    server.get('/', { config: { access: 'read-figures' } }, handler);
    expect((await server.inject('/')).statusCode).toBe(500);
    expect(handler).not.toHaveBeenCalled();
    await server.close();
  });

  it('does not authenticate at an open route or at an unknown address', async () => {
    authenticator.actor = undefined;
    expect(await ask('/guarded/open')).toMatchObject({ status: 200, body: 'open' });
    expect((await ask('/nowhere')).status).toBe(404);
    expect(authenticator.asked).toBe(0);
  });

  it('lets everybody in where a route tells more to whoever comes in', async () => {
    expect((await ask('/guarded/more')).body).toBe('{"who":"administrator"}');
    for (const unknown of [undefined, refuse('token-ended'), SYSTEM]) {
      authenticator.actor = unknown;
      expect(await ask('/guarded/more')).toMatchObject({ status: 200, body: '{"who":null}' });
    }
    jest.spyOn(authenticator, 'actorOf').mockRejectedValueOnce(new Error('no store'));
    expect(await ask('/guarded/more')).toMatchObject({ status: 200, body: '{"who":null}' });
  });

  it('guards HEAD like GET', async () => {
    authenticator.actor = undefined;
    expect((await app.inject({ url: '/guarded', method: 'HEAD' })).statusCode).toBe(401);
  });

  describe('where a route declares nothing', () => {
    it('keeps the application from starting', async () => {
      const built = await build(UndeclaredModule);
      await expect(built.init()).rejects.toMatchObject({
        code: 'undeclared-route',
        params: { route: 'GET /undeclared' },
      });
      await built.close();
    });

    it('opens the route to whoever comes in where its address is accepted, and opens no route that needs a right', async () => {
      const built = await build(UndeclaredModule, () => 'self');
      await built.init();
      authenticator.actor = { id: 'elected', role: 'elu', scope: EVERYTHING };
      expect((await built.inject('/undeclared')).statusCode).toBe(200);
      expect((await built.inject('/guarded')).statusCode).toBe(403);
      authenticator.actor = undefined;
      expect((await built.inject('/undeclared')).statusCode).toBe(401);
      expect((await built.inject('/guarded')).statusCode).toBe(401);
      await built.close();
    });

    it('refuses everybody at a route that was added before the guard', async () => {
      const server = fastify();
      server.get('/before', () => 'in');
      guardRoutes(server, authenticator);
      expect((await server.inject('/before')).statusCode).toBe(403);
      authenticator.actor = undefined;
      expect((await server.inject('/before')).statusCode).toBe(401);
      await server.close();
    });
  });
});
