import { appKeys, type AppKey } from "../../apps/index.ts";

export type KnownApps = Readonly<Partial<Record<AppKey, string>>>;

/**
 * Which apps we made. kintone lists an app only after its first publication, so
 * an app made just before a failure could not be found again by asking.
 */
export type ProvisionMemory = {
  recall(): Promise<KnownApps>;
  remember(key: AppKey, id: string): Promise<void>;
};

/** For sites that do not outlive the process. */
export const createMemory = (): ProvisionMemory => {
  let known: KnownApps = {};
  return {
    recall: async () => known,
    remember: async (key, id) => {
      known = { ...known, [key]: id };
    },
  };
};

/** Reads remembered app numbers; keys of other versions are left out. */
export const parseKnownApps = (text: string): KnownApps => {
  const parsed: unknown = JSON.parse(text);
  const entries = Object.entries(Object(parsed)).filter(
    ([key, id]) =>
      appKeys.some((known) => known === key) && typeof id === "string",
  );
  return Object.fromEntries(entries);
};
