import { siteWorkMessages } from "../../feature-kit/site-work-messages.ts";
import type { Messages } from "../../i18n/message.ts";

export const messages = {
  ...siteWorkMessages,
  title: { ja: "推薦ボードを始める", en: "Start with Suisen" },
  intro: {
    ja: "このアプリを「募集回」にして、ほかの4つのアプリを作ります。パスワードの入力や、ほかのソフトは要りません。",
    en: "This app becomes 募集回 (editions), and four more apps are made. No password and no other software is needed.",
  },
  reading: { ja: "サイトを確認しています", en: "Looking at the site" },
  here: { ja: "いまここ", en: "You are here" },
  later: { ja: "これから", en: "Later" },
  done: { ja: "できました", en: "Done" },

  check: { ja: "準備の確認", en: "準備の確認 (Check what is needed)" },
  checkHint: {
    ja: "作る前に、kintoneの権限と県連のグループを確かめます。",
    en: "Your rights in kintone and the federation's group, before anything is made.",
  },
  make: {
    ja: "5つのアプリを作る",
    en: "5つのアプリを作る (Make the five apps)",
  },
  makeHint: { ja: "2〜3分かかります。", en: "Takes two or three minutes." },
  importSocieties: {
    ja: "商工会を取り込む",
    en: "商工会を取り込む (Import the societies)",
  },
  importHint: {
    ja: "名簿のExcelから。アプリを作ると、この画面に現れます。",
    en: "From your Excel list. Appears here once the apps exist.",
  },
  firstEdition: {
    ja: "最初の募集回を作る",
    en: "最初の募集回を作る (Make the first edition)",
  },
  firstEditionHint: {
    ja: "日程とチェックシートを入力します。",
    en: "Its dates and its checklist.",
  },
  form: { ja: "様式を登録する", en: "様式を登録する (Register the form)" },
  formHint: {
    ja: "提出先のExcelの様式を登録します。",
    en: "The official Excel form.",
  },

  isAdministrator: {
    ja: "kintoneのシステム管理者としてログインしています。",
    en: "You are logged in as a kintone system administrator.",
  },
  noAdministrator: {
    ja: "kintoneのシステム管理者ではありません。アプリを作る権限やプラグインの権限が足りないと、途中で止まります。kintoneのシステム管理者に、この画面を開いてもらってください。",
    en: "You are not a kintone system administrator. Without the right to make apps and add plugins it will stop on the way: ask one to open this page.",
  },
  planFine: (p: { plan: string }) => ({
    ja: `契約コースは${p.plan}です。プラグインを使えます。`,
    en: `The plan is ${p.plan}; plugins can be used.`,
  }),
  planLight: {
    ja: "契約がライトコースです。プラグインは動きません。スタンダードコース以上に変えてから始めてください。",
    en: "The site has the Light plan, on which plugins do not run. Change to Standard or higher first.",
  },
  organizations: (p: { count: number }) => ({
    ja: `組織が${p.count}件あります。商工会ごとの組織に、その商工会の職員を入れておくと、自分の商工会の分だけが見えます。`,
    en: `There are ${p.count} organisations. Put each society's staff into an organisation of its own, and they see their society only.`,
  }),
  noOrganizations: {
    ja: "組織がまだありません。アプリは作れますが、商工会の職員が使い始める前に、cybozu.com共通管理の「組織/ユーザー」で商工会ごとの組織を作ってください。",
    en: "There are no organisations yet. The apps can be made; before the societies' staff begin, make one organisation per society in cybozu.com administration.",
  },

  programme: { ja: "追加する制度", en: "Programme to add" },
  programmeHint: {
    ja: "制度ごとに募集回・推薦案件・回答・提出台帳を作ります。商工会のアプリは、すでにあるものを一緒に使います。",
    en: "Each programme gets its own editions, nominations, answers and deliveries. The societies' app is shared with those that are there.",
  },
  federation: {
    ja: "県連の人が入るグループまたは組織",
    en: "Group or organisation of the federation",
  },
  federationHint: {
    ja: "ここに入っている人が、すべての推薦案件を見て、登録や提出をします。あとから人を足せます。",
    en: "Its members see all nominations, register them and make the report. People can be added later.",
  },
  makeGroup: {
    ja: "グループ「県連」を新しく作る",
    en: "Make a new group 県連 (federation)",
  },
  makeGroupHint: {
    ja: "グループを作るには、cybozu.com共通管理者の権限が要ります。権限がないときは、共通管理者に「組織/ユーザー」→「グループ（ロール）」で作ってもらい、ここで選んでください。",
    en: "Making a group needs a cybozu.com administrator. Without that right, have one make it under Users & System Administration and choose it here.",
  },
  group: (p: { name: string; code: string }) => ({
    ja: `グループ：${p.name}（${p.code}）`,
    en: `Group: ${p.name} (${p.code})`,
  }),
  organization: (p: { name: string; code: string }) => ({
    ja: `組織：${p.name}（${p.code}）`,
    en: `Organisation: ${p.name} (${p.code})`,
  }),

  plan: { ja: "作るもの", en: "To be made" },
  app: { ja: "アプリ", en: "App" },
  whatHappens: { ja: "すること", en: "What is done" },
  whoSees: { ja: "見える人", en: "Who sees it" },
  becomes: { ja: "このアプリを使います", en: "This app is used" },
  isMade: { ja: "新しく作ります", en: "Made new" },
  isChanged: (p: { count: number }) => ({
    ja: `残りの設定をします（${p.count}）`,
    en: `${p.count} settings remain`,
  }),
  isThere: { ja: "できています", en: "Is there" },
  seenByAll: {
    ja: "kintoneを使う全員が見られます。書けるのは県連だけです。",
    en: "Everybody on the site; the federation alone writes.",
  },
  seenBySocietyToRead: {
    ja: "商工会は自分の商工会の分だけ見られます。県連はすべて見て書けます。",
    en: "A society sees its own only; the federation sees and writes all.",
  },
  seenBySocietyToWrite: {
    ja: "商工会は自分の商工会の分だけ見て書けます。県連はすべて見て書けます。",
    en: "A society sees and writes its own only; the federation all.",
  },
  seenByFederation: {
    ja: "県連だけが見られます。",
    en: "The federation only.",
  },
  steps: (p: { count: number }) => ({
    ja: `手順をすべて見る（${p.count}）`,
    en: `All ${p.count} steps`,
  }),
  rightsFirst: {
    ja: "どのアプリも、見える人を決めてから公開します。",
    en: "No app is published before it is settled who may see it.",
  },
  tryAgain: { ja: "もう一度確認する", en: "Check again" },
  allMade: {
    ja: "5つのアプリができました。次は「商工会を取り込む」です。",
    en: "The five apps are there. Next: 商工会を取り込む (import the societies).",
  },
  goOn: { ja: "次へ進む", en: "Go on" },
} as const satisfies Messages;
