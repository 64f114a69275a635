import type { Messages } from "../../i18n/message.ts";

export const importMessages = {
  pasted: { ja: "貼り付けた名簿", en: "Pasted list" },
  readPasted: { ja: "貼り付けた名簿を読む", en: "Read what was pasted" },
  close: { ja: "やめる", en: "Cancel" },
  reading: { ja: "読み取っています", en: "Reading" },
  summary: (p: { add: number; update: number; same: number; bad: number }) => ({
    ja: `追加 ${p.add}件・変更 ${p.update}件・変更なし ${p.same}件・取り込めない行 ${p.bad}件`,
    en: `${p.add} new, ${p.update} changed, ${p.same} as they are, ${p.bad} rows left out`,
  }),
  problems: (p: { count: number }) => ({
    ja: `取り込めない行が${p.count}件あります。`,
    en: `${p.count} rows are left out.`,
  }),
  more: (p: { count: number }) => ({
    ja: `ほか${p.count}件`,
    en: `${p.count} more`,
  }),
  unnamed: (p: { count: number; names: string }) => ({
    ja: `名簿にないもの（${p.count}件、そのまま残します）：${p.names}`,
    en: `Not in the list, left as they are (${p.count}): ${p.names}`,
  }),
  row: { ja: "行", en: "Row" },
  what: { ja: "内容", en: "What" },
  name: { ja: "名前", en: "Name" },
  add: { ja: "追加", en: "New" },
  update: { ja: "変更", en: "Change" },
  values: { ja: "値", en: "Values" },
  change: (p: { label: string; from: string; to: string }) => ({
    ja: `${p.label}：${p.from === "" ? "（空）" : p.from} → ${p.to}`,
    en: `${p.label}: ${p.from === "" ? "(blank)" : p.from} → ${p.to}`,
  }),
  apply: (p: { add: number; update: number }) => ({
    ja: `${[p.add === 0 ? "" : `${p.add}件を追加`, p.update === 0 ? "" : `${p.update}件を変更`].filter(Boolean).join("・")}する`,
    en: `Add ${p.add} and change ${p.update}`,
  }),
  applying: (p: { done: number; total: number; name: string }) => ({
    ja: `${p.done} / ${p.total}件を保存しました（次：${p.name}）`,
    en: `${p.done} of ${p.total} saved (next: ${p.name})`,
  }),
  stop: { ja: "ここで止める", en: "Stop here" },
  stopped: (p: { done: number; total: number }) => ({
    ja: `${p.total}件のうち${p.done}件を保存したところで止まりました。続けると、残りだけを保存します。`,
    en: `Stopped after ${p.done} of ${p.total}. Going on saves the rest only.`,
  }),
  goOn: { ja: "続きを取り込む", en: "Go on" },
  again: { ja: "別の名簿を取り込む", en: "Import another list" },
} as const satisfies Messages;
