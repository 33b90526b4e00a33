import { Module } from '@nestjs/common';
import { FlowModule } from './flow.module';
import { FlowController } from './http/flow.controller';

/** The flow of reservations, over HTTP. */
@Module({
  imports: [FlowModule],
  controllers: [FlowController],
})
export class FlowApiModule {}
