import type { Language } from "./message.ts";

const locales: Readonly<Record<Language, string>> = {
  ja: "ja-JP",
  en: "en-GB",
};

/** Keeps what was made for a language and its options. */
const keep = <Options, Made>(
  make: (locale: string, options: Options) => Made,
): ((language: Language, options: Options) => Made) => {
  const known = new Map<string, Made>();
  return (language, options) => {
    const key = `${language}${JSON.stringify(options)}`;
    const made = known.get(key) ?? make(locales[language], options);
    known.set(key, made);
    return made;
  };
};

// A formatter takes a hundred times as long to make as to use.
export const dateFormatter = keep(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options),
);

export const numberFormatter = keep(
  (locale, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options),
);
