/** One sentence in the languages we speak; Japanese is the reference. */
export type Message = { readonly ja: string; readonly en: string };

export type Language = keyof Message;

/**
 * A catalogue: each entry is a fixed sentence or a function of its values.
 * Keep it next to the code that shows it.
 */
export type Messages = Readonly<
  Record<string, Message | ((params: never) => Message)>
>;

/** `language` as `kintone.getLoginUser().language` gives it; all but "ja" read English. */
export const toLanguage = (language: string): Language =>
  language === "ja" ? "ja" : "en";
