/** One sentence in the languages we speak; Japanese is the reference. */
export type Message = { readonly ja: string; readonly en: string };

/** A message of which the words are put together when they are read. */
class WordedMessage<Params> implements Message {
  readonly #word: (params: Params) => Message;
  readonly #params: Params;

  constructor(word: (params: Params) => Message, params: Params) {
    this.#word = word;
    this.#params = params;
  }

  get ja(): string {
    return this.toJSON().ja;
  }

  get en(): string {
    return this.toJSON().en;
  }

  toJSON(): Message {
    return this.#word(this.#params);
  }
}

/**
 * For findings of which there can be a hundred thousand: most are counted or
 * compared, and few are read.
 */
export const wordLater = <Params>(
  word: (params: Params) => Message,
  params: Params,
): Message => new WordedMessage(word, params);

/** Values that a sentence needs. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export type ErrorCatalogue = Readonly<
  Record<string, Message | ((params: ErrorParams) => Message)>
>;
