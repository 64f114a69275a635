import type { Message } from "../words/message.ts";

type Named = { readonly label: Message; readonly cell: string };

/** Differences between last year's form and this one. */
export const driftMessages = {
  sheetGone: ({ sheet }: { readonly sheet: string }): Message => ({
    ja: `シート「${sheet}」がなくなりました。`,
    en: `Sheet “${sheet}” is gone.`,
  }),
  sheetRenamed: ({
    sheet,
    to,
  }: {
    readonly sheet: string;
    readonly to: string;
  }): Message => ({
    ja: `シート「${sheet}」は「${to}」になったようです。`,
    en: `Sheet “${sheet}” seems to be “${to}” now.`,
  }),
  moved: ({ label, cell, to }: Named & { readonly to: string }): Message => ({
    ja: `「${label.ja}」の欄は${cell}から${to}に移ったようです。`,
    en: `The cell for “${label.en}” seems to have moved from ${cell} to ${to}.`,
  }),
  gone: ({ label, cell }: Named): Message => ({
    ja: `「${label.ja}」の欄（${cell}）が見つかりません。要らなくなったか、セルを選び直してください。`,
    en: `The cell for “${label.en}” (${cell}) cannot be found. It is no longer asked for, or has to be chosen again.`,
  }),
  relabelled: ({
    label,
    cell,
    before,
    after,
  }: Named & { readonly before: string; readonly after: string }): Message => ({
    ja: `${cell}（「${label.ja}」）のまわりの見出しが「${before}」から「${after}」に変わりました。`,
    en: `The words around ${cell} (“${label.en}”) changed from “${before}” to “${after}”.`,
  }),
  added: ({ label, cell }: Named): Message => ({
    ja: `${cell}に「${label.ja}」の欄が増えたようです。`,
    en: `${cell} seems to ask for “${label.en}” now.`,
  }),
  listMoved: (p: {
    readonly sheet: string;
    readonly from: number;
    readonly to: number;
  }): Message => ({
    ja: `シート「${p.sheet}」の一覧は${p.from}行目からではなく${p.to}行目から始まるようです。`,
    en: `The list on “${p.sheet}” seems to begin in row ${p.to} instead of ${p.from}.`,
  }),
  edition: (p: {
    readonly cell: string;
    readonly before: string;
    readonly after: string;
  }): Message => ({
    ja: `${p.cell}の「${p.before}」は「${p.after}」になりました。`,
    en: `“${p.before}” in ${p.cell} is “${p.after}” now.`,
  }),
  otherForm: ({
    gone,
    all,
  }: {
    readonly gone: number;
    readonly all: number;
  }): Message => ({
    ja: `${all}か所のうち${gone}か所が見つかりません。別の様式かもしれません。募集回とファイルを確かめてください。`,
    en: `${gone} of ${all} cells cannot be found. This may be another form. Check edition and file.`,
  }),
  listResized: (p: {
    readonly sheet: string;
    readonly from: number;
    readonly to: number;
  }): Message => ({
    ja: `シート「${p.sheet}」の一覧は${p.from}件分から${p.to}件分になったようです。`,
    en: `The list on “${p.sheet}” seems to have room for ${p.to} instead of ${p.from}.`,
  }),
  otherwise: {
    ja: "対応しているセルの位置と見出しは同じですが、ほかの文字や結合が変わっています。様式を見て確かめてください。",
    en: "Mapped cells and their labels are the same, but other texts or merges changed. Look the form over.",
  },
} as const;
