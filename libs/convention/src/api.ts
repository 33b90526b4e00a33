import { Module } from '@nestjs/common';
import { ConventionModule } from './convention.module';
import { ConventionController } from './http/convention.controller';

/** The convention in force, over HTTP. */
@Module({
  imports: [ConventionModule],
  controllers: [ConventionController],
})
export class ConventionApiModule {}
