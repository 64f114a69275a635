import type { Boot, BootApp } from "../boot/boot.ts";
import { className } from "../boot/class-names.ts";

const read = (): Boot => {
  const text = document.getElementById("boot")?.textContent ?? "";
  document.getElementById("boot")?.remove();
  // Written by our own server a moment ago.
  return JSON.parse(text) as Boot;
};

/** Data that the server sent with this page. */
export const boot: Boot = read();

/** The app of this page; only app pages may ask. */
export const bootApp = (): BootApp => {
  if (!boot.app) throw new Error(`The page ${boot.kind} has no app`);
  return boot.app;
};

/** A page asks for a few hundred names thousands of times. */
const known = new Map<string, string>();

const classOf = (name: string): string => {
  const found = known.get(name) ?? className(boot.salt, name);
  known.set(name, found);
  return found;
};

/** Our class name for a word of the style sheet. */
export const c = (...names: string[]): string => names.map(classOf).join(" ");

let serial = 0;
/** An element id nobody can know beforehand. */
export const uid = (): string => {
  serial += 1;
  return `${classOf("id")}${serial}`;
};

const guestSpaceId = boot.app?.guestSpaceId ?? null;

/** Folder of PC pages: `/k`, in a guest space `/k/guest/N`. */
export const pcRoot = guestSpaceId === null ? "/k" : `/k/guest/${guestSpaceId}`;
/** Folder of this kind of page (that of guest spaces on mobile is unverified). */
export const root = boot.mobile ? `${pcRoot}/m` : pcRoot;

/** A REST path as it is for this app: in a guest space `/k/guest/N/v1/…`. */
export const apiPath = (path: string): string =>
  path.replace(/^\/k\/v1\//, `${pcRoot}/v1/`);
