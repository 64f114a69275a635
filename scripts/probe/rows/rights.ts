import { refused, TAKEN, tryIt } from "../attempt.ts";
import type { ProbeRow } from "../row.ts";
import { seeAsOrganisation, withSourceRights } from "./source-rights.ts";

/** Rights, tried with the rights of the user who runs the probe. */
export const rightRows: readonly ProbeRow[] = [
  {
    id: "app-open-to-all-when-made",
    about: {
      ja: "作ったばかりのアプリは全員に開いている",
      en: "a new app is open to everybody",
    },
    expected: "open",
    attempt: async ({ client, app }) => {
      const { rights } = await client.app.getAppAcl({ app, preview: true });
      const all = rights.find(
        ({ entity }) => entity.type === "GROUP" && entity.code === "everyone",
      );
      return all?.recordViewable === true ? "open" : "closed";
    },
  },
  {
    id: "settings-of-an-unseen-app",
    about: {
      ja: "閲覧権限のないアプリへのルックアップの設定",
      en: "settings of a lookup into an app that may not be viewed",
    },
    expected: "null",
    attempt: (site) =>
      withSourceRights(site, [], async ({ client, app }) => {
        const { properties } = await client.app.getFormFields({ app });
        const { probeLink } = properties;
        return probeLink && "lookup" in probeLink && probeLink.lookup
          ? "shown"
          : "null";
      }),
  },
  {
    id: "app-without-view-right",
    about: {
      ja: "閲覧権限のないアプリの情報",
      en: "an app that may not be viewed",
    },
    expected: refused("CB_NO02"),
    attempt: (site) =>
      withSourceRights(site, [], ({ client, source }) =>
        tryIt(() => client.app.getApp({ id: source })),
      ),
  },
  {
    id: "organisation-without-those-below",
    about: {
      ja: "下位組織を含めない組織の権限",
      en: "a right of an organisation without those below it",
    },
    expected: refused("CB_NO02"),
    attempt: (site) => seeAsOrganisation(site, false),
  },
  {
    id: "organisation-with-those-below",
    about: {
      ja: "下位組織を含めた組織の権限",
      en: "a right of an organisation with those below it",
    },
    expected: TAKEN,
    attempt: (site) => seeAsOrganisation(site, true),
  },
];
