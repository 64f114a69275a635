import { randomBytes } from "node:crypto";
import type { User } from "../model/model.ts";
import type { Site } from "../model/site.ts";

type Session = { user: string; requestToken: string; touchedAt: number };

/**
 * Lifetime of the request token since the last access, in seconds.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/api/get-csrf-token/
 */
const REQUEST_TOKEN_SECONDS = 86_400;
const SESSION_COOKIE = "JSESSIONID";

const sessionsOf = (site: Site): Map<string, Session> => {
  const known = site.volatile.get("sessions");
  // The key is ours: nobody else puts anything there.
  if (known) return known as Map<string, Session>;
  const created = new Map<string, Session>();
  site.volatile.set("sessions", created);
  return created;
};

const cookieOf = (request: Request): string | null => {
  const cookies = (request.headers.get("Cookie") ?? "").split(";");
  const mine = cookies
    .map((c) => c.trim().split("="))
    .find(([name]) => name === SESSION_COOKIE);
  return mine?.[1] ?? null;
};

const sessionOf = (site: Site, request: Request): Session | null => {
  const id = cookieOf(request);
  if (id === null) return null;
  return sessionsOf(site).get(id) ?? null;
};

/** Logs a user in; the id belongs into the cookie (see `sessionCookie`). */
export const createSession = (site: Site, user: User): string => {
  const id = randomBytes(24).toString("hex");
  sessionsOf(site).set(id, {
    user: user.code,
    requestToken: randomBytes(18).toString("base64url"),
    touchedAt: site.clock.now(),
  });
  return id;
};

/** Value of `Set-Cookie` for a session id. */
export const sessionCookie = (id: string): string =>
  `${SESSION_COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax`;

export const endSession = (site: Site, request: Request): void => {
  const id = cookieOf(request);
  if (id !== null) sessionsOf(site).delete(id);
};

/** The user whose session cookie a request carries; null when there is none or the user is no longer valid. */
export const sessionUser = (site: Site, request: Request): User | null => {
  const session = sessionOf(site, request);
  const user = session && site.store.users.get(session.user);
  return user?.valid ? user : null;
};

/** The token that pages put into mutating requests; asking for it is an access. */
export const issueRequestToken = (
  site: Site,
  request: Request,
): string | null => {
  const session = sessionOf(site, request);
  if (!session) return null;
  const now = site.clock.now();
  const isStale = now - session.touchedAt > REQUEST_TOKEN_SECONDS * 1000;
  if (isStale) session.requestToken = randomBytes(18).toString("base64url");
  session.touchedAt = now;
  return session.requestToken;
};

/** Tells whether the token is this session's and still alive; being right is an access. */
export const verifyRequestToken = (
  site: Site,
  request: Request,
  token: string | null,
): boolean => {
  const session = sessionOf(site, request);
  if (!session || token !== session.requestToken) return false;
  const now = site.clock.now();
  if (now - session.touchedAt > REQUEST_TOKEN_SECONDS * 1000) return false;
  session.touchedAt = now;
  return true;
};
