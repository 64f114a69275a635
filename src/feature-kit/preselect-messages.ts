import type { Messages } from "../i18n/message.ts";

export const preselectMessages = {
  lookupMayFail: (p: { key: string }) => ({
    ja: `「${p.key}」は自動で取得できないことがあります。取得されていないときは、「取得」を押して選んでください。`,
    en: `“${p.key}” may not be looked up by itself. If it was not, press “Lookup” and choose it.`,
  }),
} satisfies Messages;
