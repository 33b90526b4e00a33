import { Module } from '@nestjs/common';
import { PrefectController } from './http/prefect.controller';
import { PrefectModule } from './prefect.module';

/** The half-years for the prefect, over HTTP. */
@Module({
  imports: [PrefectModule],
  controllers: [PrefectController],
})
export class PrefectApiModule {}
