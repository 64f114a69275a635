import { refused, TAKEN, tryIt } from "../attempt.ts";
import type { ProbeRow, ProbeSite } from "../row.ts";
import { loose, nobody, putProcess } from "./settings.ts";

const query = ({ client, app }: ProbeSite, text: string) =>
  tryIt(() => client.record.getRecords({ app, query: text }));

/** Records, on the settings that the rows of the process left. */
export const recordRows: readonly ProbeRow[] = [
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
    id: "action-against-its-condition",
    about: {
      ja: "条件に合わないアクションを実行する",
      en: "an action whose condition does not hold",
    },
    expected: refused("GAIA_IL03"),
    attempt: async ({ client, app }) => {
      const { id } = await client.record.addRecord({
        app,
        record: { copy: { value: "no" } },
      });
      return tryIt(() =>
        client.record.updateRecordStatus({ app, id, action: "when" }),
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
    id: "file-key-used-twice",
    about: { ja: "ファイルキーを2回使う", en: "a file key used twice" },
    expected: refused("GAIA_BL01"),
    attempt: async ({ client, app }) => {
      const { fileKey } = await client.file.uploadFile({
        file: { name: "probe.txt", data: "probe" },
      });
      const record = { papers: { value: [{ fileKey }] } };
      await client.record.addRecord({ app, record });
      return tryIt(() => client.record.addRecord({ app, record }));
    },
  },
  {
    id: "cursor-with-limit",
    about: {
      ja: "カーソルの条件に limit を書く",
      en: "a cursor whose query has a limit",
    },
    expected: "refused",
    attempt: ({ client, app }) =>
      tryIt(async () => {
        const { id } = await client.record.createCursor({
          app,
          query: "limit 1",
        });
        await client.record.deleteCursor({ id });
      }),
  },
  {
    id: "word-found-at-once",
    about: {
      ja: "登録した言葉がすぐに検索できる",
      en: "a word is found as soon as it is saved",
    },
    expected: "found",
    attempt: async ({ client, app }) => {
      const word = "確認用";
      await client.record.addRecord({ app, record: { copy: { value: word } } });
      const { records } = await client.record.getRecords({
        app,
        query: `copy like "${word}"`,
      });
      return records.length === 1 ? "found" : "not yet";
    },
  },
  {
    id: "deploy-keeps-revisions",
    about: {
      ja: "設定の公開でレコードのリビジョンは増えない",
      en: "a deploy counts no revision of records up",
    },
    expected: "same",
    attempt: async ({ client, app, deploy }) => {
      const { id } = await client.record.addRecord({ app, record: {} });
      await client.app.updateAppSettings({ app, description: "probe" });
      await deploy();
      const { record } = await client.record.getRecord({ app, id });
      return record.$revision?.value === "1" ? "same" : "counted up";
    },
  },
  {
    id: "new-field-on-old-records",
    about: {
      ja: "追加したフィールドの初期値は既存のレコードに入らない",
      en: "a default of a new field does not reach old records",
    },
    expected: "blank",
    attempt: async ({ client, app, deploy }) => {
      const { id } = await client.record.addRecord({ app, record: {} });
      await client.app.addFormFields({
        app,
        properties: {
          probeLate: {
            type: "SINGLE_LINE_TEXT",
            code: "probeLate",
            label: "probeLate",
            defaultValue: "x",
          },
        },
      });
      await deploy();
      const { record } = await client.record.getRecord({ app, id });
      const value = record.probeLate?.value;
      return value === "" || value === null ? "blank" : "filled";
    },
  },
  {
    id: "bulk-request-of-another-address",
    about: {
      ja: "bulkRequestで扱わないAPIを送る",
      en: "an address that bulkRequest does not take",
    },
    expected: "refused",
    attempt: ({ client, app }) =>
      tryIt(() =>
        client.bulkRequest({
          requests: [
            loose({
              method: "GET",
              api: "/k/v1/app.json",
              payload: { id: app },
            }),
          ],
        }),
      ),
  },
  {
    id: "app-code-invalid",
    about: {
      ja: "アプリコードに使えない文字で探す",
      en: "apps asked for by a code that cannot be one",
    },
    expected: "refused",
    attempt: ({ client }) =>
      tryIt(() => client.app.getApps({ codes: ["Invalid Code"] })),
  },
  {
    id: "get-with-a-json-body",
    about: {
      ja: "GETのパラメーターをJSONで送る",
      en: "a GET with its parameters as JSON",
    },
    expected: "200",
    attempt: async ({ app, get }) =>
      String(await get("/k/v1/app.json", { id: app })),
  },
  {
    id: "token-unknown",
    about: { ja: "ないAPIトークン", en: "an API token that is not there" },
    expected: refused("GAIA_IA02"),
    attempt: ({ app, clientOfToken }) =>
      tryIt(() => clientOfToken("x".repeat(40)).record.getRecords({ app })),
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
  {
    id: "status-of-a-record-deleted",
    about: {
      ja: "レコードがあるステータスを削除する",
      en: "a status deleted that a record is in",
    },
    expected: "refused",
    attempt: async (site) => {
      const { client, app } = site;
      const { id } = await client.record.addRecord({ app, record: {} });
      const moved = await tryIt(() =>
        client.record.updateRecordStatus({ app, id, action: "go" }),
      );
      if (moved !== TAKEN) return "could not be tried: no record moves";
      return putProcess(site, {
        probeFirst: { name: "probeFirst", index: 0, assignee: nobody },
      });
    },
  },
];
