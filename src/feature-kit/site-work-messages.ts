import type { Messages } from "../i18n/message.ts";

/** Words of a run that sets the apps up or brings them up to date. */
export const siteWorkMessages = {
  progress: (p: { done: number; total: number; text: string }) => ({
    ja: `${p.done} / ${p.total}　${p.text}`,
    en: `${p.done} / ${p.total} ${p.text}`,
  }),
  stop: { ja: "止める", en: "Stop" },
  stopping: {
    ja: "この手順が終わったら止めます",
    en: "Stopping after this step",
  },
  closeable: {
    ja: "画面を閉じても、もう一度開けば続きから始められます。",
    en: "You may close the page; opened again, it goes on.",
  },
  refused: (p: { step: string; name: string; detail: string }) => ({
    ja: `${p.step}：「${p.name}」はkintoneが受け付けなかったため、設定していません。ほかは設定しました。kintoneのメッセージ：${p.detail}`,
    en: `${p.step}: kintone did not take “${p.name}”, so it is left out; the rest is set. kintone says: ${p.detail}`,
  }),
  planChanged: {
    ja: "前に表示した内容から変わりました。表示し直したので、確かめてからもう一度押してください。",
    en: "Something has changed since this was shown. Look at it and press again.",
  },
} as const satisfies Messages;
