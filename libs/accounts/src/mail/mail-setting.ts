/** The server that mails are given to, and who they come from: what a service that has one passes on (`mailSettingOf`, libs/lifecycle). */
export interface MailSetting {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** TLS from the first byte on; else the connection becomes TLS where the server offers it. */
    readonly isTls: boolean;
    readonly login?: { readonly user: string; readonly password: string };
  };
  readonly from: { readonly name: string; readonly address: string };
}
