/** One sentence in the languages we speak; Japanese is the reference. */
export type Message = { readonly ja: string; readonly en: string };

/** Values that a sentence needs. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export type ErrorCatalogue = Readonly<
  Record<string, Message | ((params: ErrorParams) => Message)>
>;
