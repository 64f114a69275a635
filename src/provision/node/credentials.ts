type Login = { readonly username: string; readonly password: string };

/** The way to a site beside its address: what companies put in front of it. */
export type Route = {
  /** Basic authentication of the web server in front of kintone. */
  readonly basicAuth?: Login;
  /** Address of a proxy server, such as `http://proxy.example:8080`. */
  readonly proxy?: string;
  readonly clientCertificate?: {
    /** Contents of the PKCS #12 file. */
    readonly pfx: Uint8Array;
    readonly password: string;
  };
};

/** Address and login of a site. */
export type Credentials = Route & {
  /** `https://example.cybozu.com`, or a local kintone's address. */
  readonly baseUrl: string;
  readonly auth: Login;
  /** Guest space that the apps are in. */
  readonly guestSpaceId?: string;
};
