import type { ProbeRow } from "../row.ts";
import { loose, putView } from "./settings.ts";

/** Lists, before process management is switched on. */
export const listRows: readonly ProbeRow[] = [
  {
    id: "stored-condition-mixes-and-or",
    about: {
      ja: "一覧の条件に and と or を混ぜる",
      en: "a list's condition that mixes and with or",
    },
    expected: "refused",
    attempt: (site) =>
      putView(site, {
        filterCond: 'word = "a" and (copy = "a" or copy = "b")',
      }),
  },
  {
    id: "stored-condition-like-blank",
    about: {
      ja: '一覧の条件に like "" を使う',
      en: 'a list\'s condition with like ""',
    },
    expected: "refused",
    attempt: (site) => putView(site, { filterCond: 'word like ""' }),
  },
  {
    id: "view-field-twice",
    about: {
      ja: "一覧に同じフィールドを2回入れる",
      en: "a list that shows a field twice",
    },
    expected: "refused",
    attempt: (site) => putView(site, { fields: ["word", "word"] }),
  },
  {
    id: "view-status-column-while-off",
    about: {
      ja: "プロセス管理が無効のままステータスの列を置く",
      en: "a status column while process management is off",
    },
    expected: "refused",
    attempt: (site) => putView(site, { fields: ["word", "ステータス"] }),
  },
  {
    id: "calendar-title-drop-down",
    about: {
      ja: "カレンダーの見出しにドロップダウンを使う",
      en: "a calendar with a drop-down as title",
    },
    expected: "refused",
    attempt: (site) =>
      putView(site, {
        type: "CALENDAR",
        date: "day",
        title: "pick",
        fields: undefined,
      }),
  },
  {
    id: "calendar-without-date",
    about: {
      ja: "日付を決めないカレンダー",
      en: "a calendar without a date field",
    },
    expected: "CREATED_TIME",
    attempt: async (site) => {
      const { client, app } = site;
      await client.app.updateViews({
        app,
        views: loose({ v: { type: "CALENDAR", name: "v", index: 0 } }),
      });
      const { views } = await client.app.getViews({ app, preview: true });
      const { properties } = await client.app.getFormFields({
        app,
        preview: true,
      });
      const [view] = Object.values(views);
      const date = view?.type === "CALENDAR" ? view.date : "";
      await client.app.updateViews({ app, views: {} });
      return properties[date]?.type ?? "no field";
    },
  },
];
