import {
  contactColumns,
  planContactImport,
} from "../../domain/imports/plan-contact-import.ts";
import type {
  ContactColumn,
  ContactUpdate,
} from "../../domain/imports/plan-contact-import.ts";
import { defineImport } from "../../feature-kit/list-import/mount-import.ts";
import { listSocieties, loadKnown } from "./load-known.ts";
import type { Known } from "./load-known.ts";
import { labels, sightObstacle, unknownContacts } from "./texts.ts";
import { toChanges } from "./to-changes.ts";

/** 担当者を取り込む: people of a list become contacts of their societies. */
export const contactImport = defineImport<ContactColumn, Known, ContactUpdate>({
  id: "contact-import",
  columns: contactColumns,
  numbers: "shown",
  needed: "contactUsers",
  labels,
  texts: {
    title: { ja: "商工会の担当者", en: "Contacts of the societies" },
    start: { ja: "担当者を取り込む", en: "Import contacts" },
    intro: {
      ja: "職員の名簿（1人1行）から、商工会の担当者を登録します。いまの担当者は残し、足りない人だけを加えます。",
      en: "Enters the contacts of each society from a list of staff, one a row. Present contacts stay; those who are missing are added.",
    },
    file: {
      ja: "職員名簿のファイル（Excel・CSV）",
      en: "List of staff (Excel or CSV)",
    },
    empty: {
      ja: "名簿に行がありません。担当者の書かれたファイルを選んでください。",
      en: "The list has no rows. Choose a file with the contacts.",
    },
    neededMissing: {
      ja: "担当者の列を選んでください。",
      en: "Choose the column of the contacts.",
    },
    nothing: {
      ja: "担当者は名簿のとおりです。変えるところはありません。",
      en: "The contacts are as the list says. There is nothing to change.",
    },
    notes: unknownContacts,
  },
  load: loadKnown,
  obstacleOf: sightObstacle,
  plan: (rows, columns, { societies, directory }) =>
    planContactImport(rows, columns, societies, directory),
  describe: () => "",
  toChanges,
  finished: ({ total }) => ({
    ja: `${total}件の商工会の担当者を保存しました。`,
    en: `The contacts of ${total} societies are saved.`,
  }),
  countPresent: async (context) => (await listSocieties(context)).length,
});
