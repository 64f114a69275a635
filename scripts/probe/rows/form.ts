import { TAKEN, tryWithRight } from "../attempt.ts";
import type { ProbeRow } from "../row.ts";
import {
  addField,
  choice,
  columnsLeftOut,
  deleteUsed,
  loose,
  lookup,
  putSpacer,
  related,
} from "./settings.ts";

/** Fields and layout. */
export const formRows: readonly ProbeRow[] = [
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
    id: "lookup-copies-number-into-text",
    about: {
      ja: "ルックアップで数値を文字列へ写す",
      en: "a lookup that copies a number into a text",
    },
    expected: "refused",
    attempt: (site) => addField(site, lookup(site.app, { copy: "amount" })),
  },
  {
    id: "lookup-copies-drop-down-into-text",
    about: {
      ja: "ルックアップでドロップダウンを文字列へ写す",
      en: "a lookup that copies a drop-down into a text",
    },
    expected: "refused",
    attempt: (site) => addField(site, lookup(site.app, { copy: "pick" })),
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
    id: "lookup-with-its-targets",
    about: {
      ja: "ルックアップとコピー先を一度に追加する",
      en: "a lookup added together with a field it copies into",
    },
    expected: TAKEN,
    attempt: ({ client, app }) =>
      tryWithRight(async () => {
        const probeTarget = {
          type: "SINGLE_LINE_TEXT",
          code: "probeTarget",
          label: "probeTarget",
        };
        const probeLookup = {
          ...lookup(app, { probeTarget: "copy" }),
          label: "probeLookup",
        };
        await client.app.addFormFields({
          app,
          properties: loose({ probeTarget, probeLookup }),
        });
        await client.app.deleteFormFields({
          app,
          fields: ["probeLookup", "probeTarget"],
        });
      }),
  },
  {
    id: "lookup-condition-is-wrong",
    about: {
      ja: "ルックアップの絞り込みに、ないフィールドを使う",
      en: "a lookup filtered by a field that is not there",
    },
    expected: "refused",
    attempt: (site) =>
      addField(site, lookup(site.app, {}, { filterCond: "nowhere = 1" })),
  },
  {
    id: "related-records-condition-is-wrong",
    about: {
      ja: "関連レコードの絞り込みに、ないフィールドを使う",
      en: "related records filtered by a field that is not there",
    },
    expected: "refused",
    attempt: (site) =>
      addField(site, related(site.app, { filterCond: "nowhere = 1" })),
  },
  {
    id: "related-records-of-unlike-types",
    about: {
      ja: "関連レコードで文字列と数値を結ぶ",
      en: "related records that compare a text with a number",
    },
    expected: "refused",
    attempt: (site) =>
      addField(
        site,
        related(site.app, {
          condition: { field: "word", relatedField: "amount" },
        }),
      ),
  },
  {
    id: "link-without-protocol",
    about: { ja: "種類のないリンク", en: "a link without its protocol" },
    expected: "refused",
    attempt: (site) => addField(site, { type: "LINK", code: "probeAddress" }),
  },
  {
    id: "link-default-is-no-address",
    about: {
      ja: "リンクの初期値がアドレスでない",
      en: "a link whose default is no address",
    },
    expected: "refused",
    attempt: (site) =>
      addField(site, {
        type: "LINK",
        code: "probeAddress",
        protocol: "WEB",
        defaultValue: "x",
      }),
  },
  {
    id: "radio-default-blank",
    about: {
      ja: "ラジオボタンの初期値を空にする",
      en: "a radio button with a blank default",
    },
    expected: "refused",
    attempt: (site) =>
      addField(site, { ...choice, type: "RADIO_BUTTON", defaultValue: "" }),
  },
  {
    id: "options-of-one-index",
    about: { ja: "選択肢の順番が重なる", en: "two options with one index" },
    expected: "refused",
    attempt: (site) =>
      addField(site, {
        ...choice,
        type: "DROP_DOWN",
        options: {
          a: { label: "a", index: "0" },
          b: { label: "b", index: "0" },
        },
      }),
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
    id: "spacer-zero",
    about: { ja: "スペースの高さを0にする", en: "a space of the height 0" },
    expected: "refused",
    attempt: (site) => putSpacer(site, "0"),
  },
  {
    id: "spacer-huge",
    about: {
      ja: "スペースの高さを100000にする",
      en: "a space of the height 100000",
    },
    expected: "refused",
    attempt: (site) => putSpacer(site, "100000"),
  },
  {
    id: "field-of-a-condition-deleted",
    about: {
      ja: "一覧の条件にあるフィールドを削除する",
      en: "a field deleted that a list asks for",
    },
    expected: "refused",
    attempt: (site) => deleteUsed(site, { filterCond: 'doomed = "a"' }),
  },
  {
    id: "field-of-a-column-deleted",
    about: {
      ja: "一覧の列にあるフィールドを削除する",
      en: "a field deleted that a list shows",
    },
    expected: TAKEN,
    attempt: (site) => deleteUsed(site, { fields: ["doomed"] }),
  },
  {
    id: "columns-left-out-stay",
    about: {
      ja: "テーブルの更新で渡さなかった列は残る",
      en: "columns that an update of their table leaves out",
    },
    expected: "stay",
    attempt: columnsLeftOut,
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
];
