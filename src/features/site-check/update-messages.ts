import { siteWorkMessages } from "../../feature-kit/site-work-messages.ts";
import type { Messages } from "../../i18n/message.ts";

export const messages = {
  ...siteWorkMessages,
  title: { ja: "更新", en: "更新 (Update)" },
  intro: {
    ja: "アプリの設定を、いま読み込まれている推薦ボードの版に合わせます。レコードと、自分で足したフィールドや一覧はそのまま残ります。前の版を読み込んだときも同じです。",
    en: "Brings the apps in line with the version of Suisen that is loaded. Records, and fields and lists of your own, stay. It works the same for an earlier version.",
  },
  read: { ja: "変わるところを見る", en: "See what would change" },
  reading: { ja: "アプリの設定を読んでいます", en: "Reading the settings" },
  nothing: {
    ja: "どのアプリも、この版の設定のとおりです。更新するところはありません。",
    en: "Every app is as this version wants it. There is nothing to update.",
  },
  count: (p: { count: number }) => ({
    ja: `変わるところ（${p.count}）`,
    en: `What changes (${p.count})`,
  }),
  publishOnly: {
    ja: "設定は同じです。まだ公開されていない変更を公開します。",
    en: "The settings are the same; what is not published yet will be.",
  },
  app: { ja: "アプリ", en: "App" },
  what: { ja: "設定", en: "Setting" },
  from: { ja: "いま", en: "Now" },
  to: { ja: "更新後", en: "Afterwards" },
  kept: (p: { names: string }) => ({
    ja: `自分で足したものは残します：${p.names}`,
    en: `Of your own, and kept: ${p.names}`,
  }),
  recordsStay: {
    ja: "レコードは1件も変わりません。",
    en: "No record is changed.",
  },
  update: { ja: "更新", en: "更新 (Update)" },
  done: {
    ja: "更新しました。どのアプリも、この版の設定のとおりです。",
    en: "Updated. Every app is as this version wants it.",
  },
  close: { ja: "やめる", en: "Cancel" },
} as const satisfies Messages;
