/** Address and login of a site. */
export type Credentials = {
  /** `https://example.cybozu.com`, or a local kintone's address. */
  readonly baseUrl: string;
  readonly auth: { readonly username: string; readonly password: string };
};
