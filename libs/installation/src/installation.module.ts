import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from './installation';

/** Provides the opened installation to the handlers and controllers of every library. */
@Module({})
export class InstallationModule {
  static over(installation: Installation): DynamicModule {
    return {
      module: InstallationModule,
      global: true,
      providers: [{ provide: Installation, useValue: installation }],
      exports: [Installation],
    };
  }
}
