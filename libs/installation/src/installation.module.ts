import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from './installation';

/** Gives the opened installation to every library's handlers and controllers. */
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
