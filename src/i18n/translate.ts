import type { Language, Message, Messages } from "./message.ts";

type ParamsOf<Entry> = Entry extends (params: infer P) => Message ? [P] : [];

/** Says one entry of a catalogue; entries with values take them as an object. */
export type Translator<M extends Messages> = {
  <K extends keyof M>(key: K, ...params: ParamsOf<M[K]>): string;
  readonly language: Language;
};

export const createTranslator = <M extends Messages>(
  messages: M,
  language: Language,
): Translator<M> => {
  const say = <K extends keyof M>(
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
  return Object.assign(say, { language });
};
