import { TAKEN, tryWithRight } from "../attempt.ts";
import type { ProbeRow } from "../row.ts";
import { firstNameOf, nobody, putProcess } from "./settings.ts";

/** Process management; the rows after these find it switched on. */
export const processRows: readonly ProbeRow[] = [
  {
    id: "first-status-is-new",
    about: {
      ja: "先頭のステータスを新しく追加する",
      en: "a new first status",
    },
    expected: "refused",
    attempt: (site) =>
      putProcess(site, {
        probeFirst: { name: "probeFirst", index: 0, assignee: nobody },
      }),
  },
  {
    id: "process-switched-on-alone",
    about: {
      ja: "ステータスを渡さずにプロセス管理を有効にする",
      en: "process management switched on without its states",
    },
    expected: TAKEN,
    attempt: ({ client, app }) =>
      tryWithRight(() =>
        client.app.updateProcessManagement({ app, enable: true }),
      ),
  },
  {
    id: "own-list-in-full-width-brackets",
    about: {
      ja: "一覧「（作業者が自分）」の括弧は半角",
      en: "the list of one's own work has half-width brackets",
    },
    expected: "half width",
    attempt: async ({ client, app }) => {
      const { views } = await client.app.getViews({ app, preview: true });
      const own = Object.values(views).find(
        (view) => "builtinType" in view && view.builtinType === "ASSIGNEE",
      );
      return own?.name.startsWith("(") === true ? "half width" : "otherwise";
    },
  },
  {
    id: "two-assignees-of-one",
    about: {
      ja: "作業者ひとりのステータスに2つの候補",
      en: "two entities of one assignee",
    },
    expected: TAKEN,
    attempt: async (site) => {
      const entities = [
        { entity: { type: "USER", code: site.user } },
        { entity: { type: "GROUP", code: "everyone" } },
      ];
      return putProcess(site, {
        [await firstNameOf(site)]: {
          name: "probeFirst",
          index: 0,
          assignee: nobody,
        },
        probeNext: {
          name: "probeNext",
          index: 1,
          assignee: { type: "ONE", entities },
        },
      });
    },
  },
  {
    id: "first-status-renamed",
    about: {
      ja: "先頭のステータスの名前を変える",
      en: "the first status under another name",
    },
    expected: TAKEN,
    attempt: async (site) =>
      putProcess(
        site,
        {
          [await firstNameOf(site)]: {
            name: "probeFirst",
            index: 0,
            assignee: nobody,
          },
          probeNext: { name: "probeNext", index: 1, assignee: nobody },
        },
        [
          { name: "go", from: "probeFirst", to: "probeNext" },
          {
            name: "when",
            from: "probeFirst",
            to: "probeNext",
            filterCond: 'copy = "yes"',
          },
        ],
      ),
  },
];
