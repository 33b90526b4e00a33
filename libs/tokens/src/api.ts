import { Module } from '@nestjs/common';
import { TokensController } from './http/tokens.controller';
import { TokensModule } from './tokens.module';

/** The tokens of people and programs, over HTTP. */
@Module({
  imports: [TokensModule],
  controllers: [TokensController],
})
export class TokensApiModule {}
