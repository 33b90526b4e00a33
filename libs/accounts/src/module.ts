export { AccountsModule } from './accounts.module';
export { Access } from './http/access';
export { AskedAgainDto } from './http/asked-again.dto';
export { DisableUser, InviteUser, ListUsers, RecoverUser, RevokeUser } from './recording/account-commands';
export { hideDemoRoutes } from './demo/demo-door';
