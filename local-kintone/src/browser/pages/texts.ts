/** Words of the frame and of pages that exist before anybody has logged in. */
const texts = {
  ja: {
    notKintone: "これは kintone ではありません（ローカルの代役）",
    portal: "ポータル",
    notifications: "通知",
    desktop: "PC版表示",
    mobile: "モバイル版表示",
    logout: "ログアウト",
    login: "ログイン",
    loginName: "ログイン名",
    password: "パスワード",
    wrongLogin:
      "ログインできません。ログイン名とパスワードを確認してください。",
    navigation: "メニュー",
    refused: "権限がありません。",
    appMissing: "アプリが見つかりません。",
    pluginMissing: "プラグインが見つかりません。",
    notDeployed: "アプリはまだ公開されていません。",
  },
  en: {
    notKintone: "This is not kintone (a local stand-in)",
    portal: "Portal",
    notifications: "Notifications",
    desktop: "Desktop",
    mobile: "Mobile",
    logout: "Log out",
    login: "Log in",
    loginName: "Login name",
    password: "Password",
    wrongLogin: "Cannot log in. Check the login name and the password.",
    navigation: "Menu",
    refused: "You have no permission.",
    appMissing: "The app was not found.",
    pluginMissing: "The plug-in was not found.",
    notDeployed: "The app has not been deployed yet.",
  },
};

export type PageTexts = (typeof texts)["ja"];
export const pageTexts = (language: "ja" | "en"): PageTexts => texts[language];
