export { IssueToken, ListTokens, RevokeToken, RotateTokenKey } from './recording/token-commands';
export { TokensModule } from './tokens.module';
