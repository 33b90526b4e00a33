import { Module } from '@nestjs/common';
import { RehousingController } from './http/rehousing.controller';
import { RehousingModule } from './rehousing.module';

/** The report of the rehousing committee, over HTTP. */
@Module({
  imports: [RehousingModule],
  controllers: [RehousingController],
})
export class RehousingApiModule {}
