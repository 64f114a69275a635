import { refused, TAKEN, tryIt, tryWithRight } from "./attempt.ts";
import type { ProbeRow, ProbeSite } from "./row.ts";

/** Shapes that the client's types refuse are what some rows try. */
const loose = <T>(value: unknown): T => value as T;

const putView = ({ client, app }: ProbeSite, view: Record<string, unknown>) =>
  tryWithRight(async () => {
    await client.app.updateViews({
      app,
      views: loose({
        v: { type: "LIST", name: "v", index: 0, fields: ["word"], ...view },
      }),
    });
    await client.app.updateViews({ app, views: {} });
  });

const addField = (
  { client, app }: ProbeSite,
  property: Record<string, unknown> & { code: string },
) =>
  tryWithRight(async () => {
    const { code } = property;
    await client.app.addFormFields({
      app,
      properties: loose({ [code]: { label: code, ...property } }),
    });
    await client.app.deleteFormFields({ app, fields: [code] });
  });

const lookup = (app: string, mappings: Record<string, string>) => ({
  type: "SINGLE_LINE_TEXT",
  code: "probeLookup",
  lookup: {
    relatedApp: { app },
    relatedKeyField: "word",
    fieldMappings: Object.entries(mappings).map(([field, relatedField]) => ({
      field,
      relatedField,
    })),
    lookupPickerFields: ["word"],
    filterCond: "",
    sort: "",
  },
});

const nobody = { type: "ONE", entities: [] };

const putProcess = (
  { client, app }: ProbeSite,
  states: Record<string, unknown>,
  actions: unknown[] = [],
) =>
  tryWithRight(() =>
    client.app.updateProcessManagement(
      loose({ app, enable: true, states, actions }),
    ),
  );

const firstNameOf = async ({ client, app }: ProbeSite): Promise<string> => {
  const { states } = await client.app.getProcessManagement({
    app,
    preview: true,
  });
  return Object.values(states ?? {}).find(({ index }) => Number(index) === 0)
    ?.name as string;
};

const query = ({ client, app }: ProbeSite, text: string) =>
  tryIt(() => client.record.getRecords({ app, query: text }));

/** Rows in the order in which they can be tried on one app. */
export const probeRows: readonly ProbeRow[] = [
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
    id: "lookup-copies-unlike-types",
    about: {
      ja: "ルックアップで型の違うフィールドへ写す",
      en: "a lookup that copies a radio button into a text",
    },
    expected: "refused",
    attempt: (site) => addField(site, lookup(site.app, { copy: "choice" })),
  },
  {
    id: "lookup-copies-like-types",
    about: {
      ja: "ルックアップで同じ型のフィールドへ写す",
      en: "a lookup that copies a text into a text",
    },
    expected: TAKEN,
    attempt: (site) => addField(site, lookup(site.app, { copy: "copy2" })),
  },
  {
    id: "link-without-protocol",
    about: { ja: "種類のないリンク", en: "a link without its protocol" },
    expected: "refused",
    attempt: (site) => addField(site, { type: "LINK", code: "probeLink" }),
  },
  {
    id: "code-root",
    about: {
      ja: "フィールドコード __ROOT__",
      en: "the field code __ROOT__",
    },
    expected: "refused",
    attempt: (site) =>
      addField(site, { type: "SINGLE_LINE_TEXT", code: "__ROOT__" }),
  },
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
        [{ name: "go", from: "probeFirst", to: "probeNext" }],
      ),
  },
  {
    id: "built-in-codes-japanese",
    about: {
      ja: "標準フィールドのコードは日本語",
      en: "built-in fields have Japanese codes",
    },
    expected: "Japanese",
    attempt: async ({ client, app }) => {
      const { properties } = await client.app.getFormFields({
        app,
        preview: true,
      });
      const status = Object.values(properties).find(
        ({ type }) => type === "STATUS",
      );
      return status?.code === "ステータス" ? "Japanese" : "another language";
    },
  },
  {
    id: "unassigned-action",
    about: {
      ja: "作業者のいないステータスのアクションを実行する",
      en: "an action in a status without assignee",
    },
    expected: TAKEN,
    attempt: async ({ client, app, deploy }) => {
      await deploy();
      const { id } = await client.record.addRecord({ app, record: {} });
      return tryIt(() =>
        client.record.updateRecordStatus({ app, id, action: "go" }),
      );
    },
  },
  {
    id: "order-without-direction",
    about: {
      ja: "向きのない order by は降順",
      en: "order by without a direction sorts descending",
    },
    expected: "descending",
    attempt: async ({ client, app }) => {
      for (const amount of [1, 2])
        await client.record.addRecord({
          app,
          record: { amount: { value: amount } },
        });
      const { records } = await client.record.getRecords({
        app,
        query: 'amount != "" order by amount',
      });
      return records[0]?.amount?.value === "2" ? "descending" : "ascending";
    },
  },
  {
    id: "from-today-years",
    about: {
      ja: "FROM_TODAY に 9999 年を渡す",
      en: "FROM_TODAY over 9999 years",
    },
    expected: "refused",
    attempt: (site) => query(site, "day > FROM_TODAY(9999, YEARS)"),
  },
  {
    id: "file-is-empty",
    about: {
      ja: "添付ファイルが空のものを探す",
      en: "a query for records without a file",
    },
    expected: TAKEN,
    attempt: (site) => query(site, "papers is empty"),
  },
  {
    id: "guest-space-missing",
    about: {
      ja: "ないゲストスペースを開く",
      en: "a guest space that is not there",
    },
    expected: refused("CB_NO02"),
    attempt: ({ app, guestOf }) =>
      tryIt(() => guestOf("9999999999999999999").app.getApp({ id: app })),
  },
];
