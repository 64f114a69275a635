import type { Language, Message, Messages } from "./message.ts";

type ParamsOf<Entry> = Entry extends (params: infer P) => Message ? [P] : [];

/** Says one entry of a catalogue; entries with values take them as an object. */
export type Translator<M extends Messages> = {
  <K extends keyof M>(key: K, ...params: ParamsOf<M[K]>): string;
  readonly language: Language;
};

/** Words that stand in a text as `{name}`. */
export type Words = Readonly<Record<string, string>>;

/** The text with its words; a name that has none stays as it is. */
export const fillWords = (text: string, words: Words): string =>
  text.replace(/\{(\w+)\}/gu, (whole, name: string) => words[name] ?? whole);

/** @param words - the words of the award that the screen is about */
export const createTranslator = <M extends Messages>(
  messages: M,
  language: Language,
  words: Words = {},
): Translator<M> => {
  const find = <K extends keyof M>(
    key: K,
    ...params: ParamsOf<M[K]>
  ): string => {
    const entry: Messages[string] | undefined = messages[key];
    if (entry === undefined) {
      throw new Error(`No message ${String(key)}`);
    }
    if (typeof entry !== "function") {
      return entry[language];
    }
    // `Messages` erases each entry's parameter type; `ParamsOf` has checked it.
    return entry(params[0] as never)[language];
  };
  const say = <K extends keyof M>(key: K, ...params: ParamsOf<M[K]>): string =>
    fillWords(find(key, ...params), words);
  return Object.assign(say, { language });
};
