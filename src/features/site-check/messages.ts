import type { Messages } from "../../i18n/message.ts";

export const messages = {
  appFound: (p: { app: string; id: string; overridden: string }) => ({
    ja: `アプリ「${p.app}」が見つかりました（アプリID ${p.id}${p.overridden === "" ? "" : "、この画面で指定"}）。`,
    en: `The app ${p.app} was found (id ${p.id}${p.overridden === "" ? "" : ", set here"}).`,
  }),
  appMissing: (p: { app: string }) => ({
    ja: `アプリ「${p.app}」が見つかりません。下の「アプリの指定」でアプリIDを入力してください。`,
    en: `The app ${p.app} was not found. Enter its id under “Apps” below.`,
  }),
  appUnreadable: (p: { app: string; reason: string }) => ({
    ja: `アプリ「${p.app}」を確認できません。${p.reason}`,
    en: `The app ${p.app} could not be checked. ${p.reason}`,
  }),
  fieldsFine: (p: { app: string; count: number }) => ({
    ja: `アプリ「${p.app}」のフィールドはすべてそろっています（${p.count}個）。`,
    en: `The app ${p.app} has all ${p.count} fields.`,
  }),
  fieldsMissing: (p: { app: string; fields: string }) => ({
    ja: `アプリ「${p.app}」に足りない、または種類の違うフィールドがあります：${p.fields}`,
    en: `Fields of the app ${p.app} are missing or of another type: ${p.fields}`,
  }),
  rightsClosed: (p: { app: string }) => ({
    ja: `アプリ「${p.app}」のレコードは、関係者だけに見える設定です。`,
    en: `Records of the app ${p.app} are visible to those concerned only.`,
  }),
  rightsOpen: (p: { app: string }) => ({
    ja: `アプリ「${p.app}」のレコードが、ほかの商工会にも見える設定です。レコードのアクセス権を確認してください。`,
    en: `Records of the app ${p.app} are visible to other societies. Check the record permissions.`,
  }),
  noOpenEdition: {
    ja: "募集中の募集回がありません。募集回アプリで今年の募集回を「募集中」にしてください。",
    en: "No edition is open. Set this year's edition to 募集中.",
  },
  editionOpen: (p: { name: string }) => ({
    ja: `募集中の募集回：${p.name}`,
    en: `Open edition: ${p.name}`,
  }),
  editionIssue: (p: { name: string; issue: string }) => ({
    ja: `${p.name}：${p.issue}`,
    en: `${p.name}: ${p.issue}`,
  }),
  formMapped: (p: { name: string }) => ({
    ja: `${p.name}：様式と対応表がそろっています。`,
    en: `${p.name}: the form and its map are there.`,
  }),
  formUnmapped: (p: { name: string }) => ({
    ja: `${p.name}：様式はありますが、どの欄に何を入れるかの対応表がありません。下の「{sheet}の様式」で対応付けをしてください。`,
    en: `${p.name}: there is a form but no map. Map it under “Official form” below.`,
  }),
  openApp: { ja: "アプリを開く", en: "Open the app" },
  openRecord: { ja: "募集回を開く", en: "Open the edition" },
  openRights: { ja: "アプリの設定を開く", en: "Open the app's settings" },
  goToForms: { ja: "様式へ", en: "Go to the form" },
  goToApps: { ja: "アプリの指定へ", en: "Go to Apps" },

  planLight: {
    ja: "契約がライトコースです。プラグインは動きません。スタンダードコース以上に変えてください。",
    en: "The site has the Light plan, on which plugins do not run. Change to Standard or higher.",
  },
  planFine: (p: { plan: string }) => ({
    ja: `契約コースは${p.plan}です。プラグインを使えます。`,
    en: `The plan is ${p.plan}; plugins can be used.`,
  }),
  federationEmpty: (p: { name: string; notices: number }) => ({
    ja: `県連のグループまたは組織「${p.name}」に、だれも入っていません。案件を見て登録できる人がなく、県連あての通知${p.notices}件がだれにも届きません。cybozu.com共通管理の「組織/ユーザー」で、県連の人を入れてください。`,
    en: `Nobody is in the federation's group or organisation ${p.name}: nobody sees the nominations, and ${p.notices} notices reach nobody. Add the federation's people in cybozu.com administration.`,
  }),
  federationFine: (p: { name: string; count: number }) => ({
    ja: `県連「${p.name}」に${p.count}人が入っています。`,
    en: `${p.count} people are in the federation ${p.name}.`,
  }),
  notInFederation: {
    ja: "いまのログインは県連に入っていないため、商工会と推薦案件が見えません。取り込みや募集回の準備をする人は、県連のグループに加えてください。",
    en: "You are not in the federation, so you see no societies and nominations. Add those who import and prepare to the federation's group.",
  },
  noPlan: {
    ja: "アプリの設定・権限・通知の点検は、kintoneのシステム管理者がこの画面を開いたときに行います。",
    en: "Settings, rights and notices are checked when a kintone system administrator opens this page.",
  },
  pluginMissing: (p: { app: string }) => ({
    ja: `アプリ「${p.app}」にプラグインがありません。このアプリの画面には、推薦ボードの案内が出ません。「更新」で追加されます。`,
    en: `The plugin is not on the app ${p.app}, so its pages show nothing of Suisen. 更新 (update) adds it.`,
  }),
  pluginDisabled: (p: { app: string }) => ({
    ja: `アプリ「${p.app}」でプラグインが無効になっています。このアプリの設定の「プラグイン」で有効にし、アプリを更新してください。`,
    en: `The plugin is switched off on the app ${p.app}. Switch it on under Plug-ins in the app's settings, then update the app.`,
  }),
  appDiffers: (p: { app: string; count: number }) => ({
    ja: `アプリ「${p.app}」の設定が、推薦ボードの設定と${p.count}か所違います。手で変えたか、プラグインの版が変わっています。「更新」で合わせられます（レコードは変わりません）。`,
    en: `The app ${p.app} differs from Suisen's settings in ${p.count} places: it was changed by hand, or the plugin is of another version. 更新 (update) brings it in line; records stay as they are.`,
  }),
  unpublished: (p: { apps: string }) => ({
    ja: `設定の変更がまだ公開されていないアプリがあります（${p.apps}）。「更新」で公開されます。`,
    en: `Settings are not published yet (${p.apps}). 更新 (update) publishes them.`,
  }),
  noticesUnreachable: (p: { count: number }) => ({
    ja: `だれにも届かない通知が${p.count}件あります。宛先のグループ・組織・ユーザーに人がいません。人を入れるか、「更新」で宛先を元に戻してください。`,
    en: `${p.count} notices reach nobody: their groups, organisations or users are empty. Add people, or restore the recipients by 更新 (update).`,
  }),
  noticesFine: (p: { count: number }) => ({
    ja: `通知${p.count}件は、すべてだれかに届きます。`,
    en: `All ${p.count} notices reach somebody.`,
  }),
  noticeLine: (p: { app: string; title: string }) => ({
    ja: `${p.app}：${p.title}`,
    en: `${p.app}: ${p.title}`,
  }),
  noSocieties: {
    ja: "商工会がまだ1件も登録されていません。「商工会を取り込む」で、お手元の名簿から登録してください。",
    en: "There are no societies yet. Enter them from your list by 商工会を取り込む (import).",
  },
  societiesFine: (p: { count: number }) => ({
    ja: `商工会が${p.count}件登録されています。`,
    en: `There are ${p.count} societies.`,
  }),
  withoutOrganization: (p: { count: number }) => ({
    ja: `組織がない商工会が${p.count}件あります。組織が削除されたか、入っていません。この商工会の職員には案内が届かず、案件も見えません。商工会のレコードで組織を選び直してください。`,
    en: `${p.count} societies have no organisation, or a deleted one: their staff get no notice and see nothing. Choose the organisation in the society's record.`,
  }),
  withoutMembers: (p: { count: number }) => ({
    ja: `組織にだれも入っていない商工会が${p.count}件あります。案内も督促も届きません。cybozu.com共通管理の「組織/ユーザー」で職員を入れてください。`,
    en: `The organisations of ${p.count} societies are empty: no notice and no reminder arrives. Add their staff in cybozu.com administration.`,
  }),
  membersFine: {
    ja: "どの商工会の組織にも、使える職員がいます。",
    en: "Every society's organisation has active staff.",
  },
  withoutContacts: (p: { count: number }) => ({
    ja: `担当者が決まっていない商工会が${p.count}件あります。案内は組織の全員に届きます。`,
    en: `${p.count} societies have no contact; everybody in the organisation is told.`,
  }),
  contactsFine: {
    ja: "どの商工会にも担当者がいます。",
    en: "Every society has a contact.",
  },
  withoutPrimary: (p: { count: number }) => ({
    ja: `「優先する組織」が決まっていない職員が${p.count}人います。複数の組織に入っている人は、組織を選ぶ欄が空のまま始まります。cybozu.com共通管理のユーザー情報で決めてください。`,
    en: `${p.count} people have no primary organisation; organisation fields start empty for them. Set it in cybozu.com administration.`,
  }),
  twoOpen: (p: { names: string }) => ({
    ja: `同じ制度の募集回が2つ以上「募集中」です（${p.names}）。終わったほうを「終了」にしてください。`,
    en: `Several editions of one programme are open (${p.names}). Set those that are over to 終了.`,
  }),
  noEdition: {
    ja: "募集回がまだありません。「最初の募集回を作る」から始めてください。",
    en: "There is no edition yet. Begin with 最初の募集回を作る (make the first edition).",
  },
  formDrifted: (p: { name: string; reason: string }) => ({
    ja: `${p.name}：様式と対応表が合っていません。${p.reason}`,
    en: `${p.name}: the form and its map do not fit. ${p.reason}`,
  }),
  goToSocieties: { ja: "取り込みへ", en: "Go to the import" },
  goToUpdate: { ja: "更新へ", en: "Go to the update" },
  goToEditions: { ja: "募集回の準備へ", en: "Go to the editions" },
  editions: { ja: "募集回", en: "Editions (募集回)" },
  societies: { ja: "商工会", en: "Societies (商工会)" },
  nominations: { ja: "推薦案件", en: "Nominations (推薦案件)" },
  answers: { ja: "回答", en: "Answers (回答)" },
  deliveries: { ja: "提出台帳", en: "Deliveries (提出台帳)" },
} as const satisfies Messages;

export type SiteCheckMessages = typeof messages;
