export { AccountsModule } from './accounts.module';
export { Access } from './http/access';
export { DisableUser, InviteUser, ListUsers, RecoverUser, RevokeUser } from './recording/account-commands';
