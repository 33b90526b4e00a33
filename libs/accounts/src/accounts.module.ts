import { Module, type DynamicModule } from '@nestjs/common';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { DemoController } from './demo/demo.controller';
import { Access } from './http/access';
import { MeReader } from './http/me';
import { OwnAccountController } from './http/own-account.controller';
import { RightsController } from './http/rights.controller';
import { SessionController } from './http/session.controller';
import { UsersController } from './http/users.controller';
import { AccountMails } from './mail/account-mails';
import {
  DisableUserHandler,
  InviteUserHandler,
  ListUsersHandler,
  RecoverUserHandler,
  RevokeUserHandler,
} from './recording/account-commands';
import { SignIn } from './recording/sign-in';

const CONTROLLERS = [SessionController, OwnAccountController, UsersController, RightsController];
const HANDLERS = [InviteUserHandler, RecoverUserHandler, RevokeUserHandler, DisableUserHandler, ListUsersHandler];

/** The people who sign in. */
@Module({})
export class AccountsModule {
  static with(access: Access): DynamicModule {
    return {
      module: AccountsModule,
      // Other routes ask a person for the code of the moment too.
      global: true,
      exports: [Access],
      controllers: access.demo.isDemo ? [...CONTROLLERS, DemoController] : CONTROLLERS,
      providers: [
        ...HANDLERS,
        { provide: Access, useValue: access },
        { provide: SignIn, useValue: access.signIn },
        { provide: AccountMails, useValue: access.mails },
        {
          provide: MeReader,
          inject: [Installation, ConventionHistory],
          useFactory: ({ eventStore }: Installation, convention: ConventionHistory) =>
            new MeReader(access.signIn, eventStore, convention),
        },
      ],
    };
  }
}
