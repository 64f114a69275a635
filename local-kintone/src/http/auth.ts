import type { App, User } from "../model/model.ts";
import type { Site } from "../model/site.ts";
import { ADMINISTRATORS } from "../model/built-in.ts";
import type { Caller, Method } from "../model/endpoint.ts";
import {
  duplicateToken,
  illegalRequest,
  loginRequired,
  missingRequestedWith,
  unknownToken,
  wrongBearer,
  wrongPassword,
} from "../ground/errors.ts";
import { sessionUser, verifyRequestToken } from "./session.ts";

/** At most nine tokens a request. @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/authentication/ */
const MAX_TOKENS = 9;
const TOKEN_USER = "Administrator";

const decodeLogin = (header: string): [login: string, password: string] => {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(header);
  const text = isBase64 ? Buffer.from(header, "base64").toString("utf8") : "";
  const colon = text.indexOf(":");
  if (colon < 1) throw wrongPassword();
  return [text.slice(0, colon), text.slice(colon + 1)];
};

/** The user of a login name and password, or null: for the login page and the header alike. */
export const verifyPassword = (
  site: Site,
  login: string,
  password: string,
): User | null => {
  const user = site.store.users.get(login);
  return user?.valid && user.password === password ? user : null;
};

/**
 * Writes with an API token are recorded as `Administrator`, which need not be a
 * user that can log in.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/authentication/
 */
const tokenUser = (site: Site): User =>
  site.store.users.get(TOKEN_USER) ?? {
    id: 0,
    code: TOKEN_USER,
    name: TOKEN_USER,
    password: "",
    email: "",
    timezone: "Asia/Tokyo",
    locale: "auto",
    valid: true,
    organizations: [],
    groups: [ADMINISTRATORS],
    isAdministrator: false,
  };

/** The app of a token that works: unknown tokens and apps never deployed give none. */
const appOfToken = (site: Site, token: string): App | undefined =>
  [...site.store.apps.values()].find(
    (app) => app.live !== null && app.tokens.some((it) => it.token === token),
  );

const tokenCaller = (site: Site, header: string): Caller => {
  const tokens = header.split(",").map((token) => token.trim());
  if (tokens.length > MAX_TOKENS) throw illegalRequest();
  const apps = tokens.map((token) => {
    const app = appOfToken(site, token);
    if (!app) throw unknownToken();
    return app.id;
  });
  if (new Set(apps).size < apps.length) throw duplicateToken();
  return { user: tokenUser(site), by: "token", tokens };
};

const sessionCaller = (
  site: Site,
  request: Request,
  method: Method,
  requestToken: string | null,
): Caller => {
  const user = sessionUser(site, request);
  if (!user) throw loginRequired();
  if (!request.headers.get("X-Requested-With")) throw missingRequestedWith();
  const mutates = method !== "GET";
  if (mutates && !verifyRequestToken(site, request, requestToken))
    throw illegalRequest();
  return { user, by: "session", tokens: [] };
};

/**
 * Identifies the sender of a request. A password wins over a token, a token
 * over a session.
 */
export const identify = (
  site: Site,
  request: Request,
  method: Method,
  requestToken: string | null,
): Caller => {
  const login = request.headers.get("X-Cybozu-Authorization");
  if (login !== null) {
    const user = verifyPassword(site, ...decodeLogin(login));
    if (!user) throw wrongPassword();
    return { user, by: "password", tokens: [] };
  }
  const token = request.headers.get("X-Cybozu-API-Token");
  if (token !== null) return tokenCaller(site, token);
  const bearer = request.headers.get("Authorization");
  if (bearer !== null && /^bearer /i.test(bearer)) throw wrongBearer();
  return sessionCaller(site, request, method, requestToken);
};
