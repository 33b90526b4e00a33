import { Module } from '@nestjs/common';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { tokenOfficeOf } from './recording/first-tokens';
import {
  IssueTokenHandler,
  ListTokensHandler,
  RevokeTokenHandler,
  RotateTokenKeyHandler,
} from './recording/token-commands';
import { TokenOffice } from './recording/token-office';

const OFFICE = {
  provide: TokenOffice,
  inject: [Installation, ConventionHistory],
  useFactory: tokenOfficeOf,
};

/** The tokens of people and programs. */
@Module({
  providers: [OFFICE, IssueTokenHandler, RevokeTokenHandler, RotateTokenKeyHandler, ListTokensHandler],
})
export class TokensModule {}
