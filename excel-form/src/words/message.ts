/** One sentence in the languages we speak; Japanese is the reference. */
export type Message = { readonly ja: string; readonly en: string };

/** A message of which the words are put together when they are read. */
class WordedMessage implements Message {
  readonly #word: () => Message;

  constructor(word: () => Message) {
    this.#word = word;
  }

  get ja(): string {
    return this.#word().ja;
  }

  get en(): string {
    return this.#word().en;
  }

  toJSON(): Message {
    return this.#word();
  }
}

/**
 * For findings of which there can be a hundred thousand: most are counted or
 * compared, and few are read.
 */
export const wordLater = (word: () => Message): Message =>
  new WordedMessage(word);

/** Values that a sentence needs. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export type ErrorCatalogue = Readonly<
  Record<string, Message | ((params: ErrorParams) => Message)>
>;
