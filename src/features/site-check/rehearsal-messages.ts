import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "通し稽古", en: "通し稽古 (Rehearsal)" },
  intro: {
    ja: "架空の事業者1件が、権限・通知・日程・採点・様式を最後まで通れるかを確かめます。何も登録せず、だれにも知らせません。",
    en: "Takes one invented firm through rights, notices, dates, score and form. Nothing is saved and nobody is told.",
  },
  introWithoutScore: {
    ja: "架空の事業者1件が、権限・通知・日程・様式を最後まで通れるかを確かめます。何も登録せず、だれにも知らせません。",
    en: "Takes one invented firm through rights, notices, dates and form. Nothing is saved and nobody is told.",
  },
  edition: { ja: "稽古する募集回", en: "Edition" },
  start: { ja: "通し稽古をする", en: "Rehearse" },
  running: { ja: "通し稽古をしています", en: "Rehearsing" },
  noEdition: {
    ja: "募集回がまだありません。先に募集回をつくってください。",
    en: "There is no edition yet. Make one first.",
  },
  noSight: {
    ja: "通し稽古は、kintoneのシステム管理者で、県連のグループに入っている人が行えます。",
    en: "A kintone system administrator in the federation's group can rehearse.",
  },
  passed: (p: { name: string }) => ({
    ja: `「${p.name}」は最後まで通りました。直すところはありません。`,
    en: `${p.name} went through to the end. Nothing has to be changed.`,
  }),
  failed: (p: { name: string; count: number }) => ({
    ja: `「${p.name}」は${p.count}か所で止まります。下の内容を直して、もう一度押してください。`,
    en: `${p.name} gets stuck at ${p.count} stations. Correct what is listed, then rehearse again.`,
  }),
  fine: { ja: "通りました", en: "Passed" },
  stuck: { ja: "止まりました", en: "Stuck" },
  plugin: {
    ja: "どのアプリの画面にもプラグインがある",
    en: "The plugin is on every app",
  },
  rights: {
    ja: "商工会は自分の分だけ、県連はすべてを見て書ける",
    en: "A society sees its own, the federation all",
  },
  organizations: {
    ja: "どの商工会の組織にも、受け取る人がいる",
    en: "Every society's organisation has somebody",
  },
  notices: {
    ja: "どの通知も、だれかに届く",
    en: "Every notice reaches somebody",
  },
  dates: {
    ja: "日程が、工程の順に守れる",
    en: "The dates can be kept in their order",
  },
  score: {
    ja: "すべて「はい」なら、基準点に届く",
    en: "With every answer yes, the threshold is reached",
  },
  form: {
    ja: "様式に、対応表のとおり書き込める",
    en: "The form can be filled by its map",
  },
  pluginHow: {
    ja: "「更新」で追加できます。無効にしたアプリでは、アプリの設定の「プラグイン」で有効にしてください。",
    en: "更新 (update) adds it. Where it is switched off, switch it on under Plug-ins in the app's settings.",
  },
  rightsHow: {
    ja: "「更新」で元に戻せます。",
    en: "更新 (update) restores them.",
  },
  organizationsHow: {
    ja: "商工会のレコードの組織と、cybozu.com共通管理の「組織/ユーザー」を確かめてください。",
    en: "Check the organisation in the society's record, and its people in cybozu.com administration.",
  },
  noticesHow: {
    ja: "宛先に人を入れるか、「更新」で元に戻してください。",
    en: "Add people to the recipients, or restore them by 更新 (update).",
  },
  datesHow: {
    ja: "募集回の日付を直してください。",
    en: "Correct the dates of the edition.",
  },
  scoreHow: {
    ja: "募集回の配点か基準点を直してください。",
    en: "Correct the points or the threshold of the edition.",
  },
  formHow: {
    ja: "下の「{sheet}の様式」で対応付けを直してください。",
    en: "Correct the mapping under “Official form” below.",
  },
} as const satisfies Messages;
