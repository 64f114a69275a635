import { readFileSync, readdirSync } from "node:fs";
import type { DrawnBlank } from "./blanks/drawn-blank.ts";
import { DRAWN_BLANKS } from "./blanks/index.ts";
import { readSketches } from "./blanks/sketch.ts";
import { newBook, toBytes } from "./drawing.ts";
import type { Truth } from "./truth.ts";

/** A blank with its right map, written down by hand. */
export type BlankForm = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: Truth;
};

const FIXTURES = new URL("../../fixtures/forms/", import.meta.url);

const readFixture = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(file, FIXTURES)));

/** Blanks that others made. */
const storedForms = (): BlankForm[] =>
  readdirSync(FIXTURES)
    .filter((file) => file.endsWith(".truth.json"))
    .map((file) => {
      // A fixture of ours: its shape is that of the type.
      const truth = JSON.parse(
        readFileSync(new URL(file, FIXTURES), "utf8"),
      ) as Truth;
      return { name: truth.form, bytes: readFixture(truth.form), truth };
    });

export const storedForm = (file: string): Uint8Array => readFixture(file);

const SKETCHES = new URL("../../fixtures/sketches/", import.meta.url);

const sketches = (): readonly DrawnBlank[] =>
  readdirSync(SKETCHES).flatMap((file) =>
    readSketches(readFileSync(new URL(file, SKETCHES), "utf8")),
  );

const drawn = (blanks: readonly DrawnBlank[]): Promise<BlankForm[]> =>
  Promise.all(
    blanks.map(async ({ draw, truth }) => {
      const book = newBook();
      draw(book);
      return { name: truth.form, bytes: await toBytes(book), truth };
    }),
  );

/** Every blank with its truth: those of others and those drawn here. */
export const allBlankForms = async (): Promise<readonly BlankForm[]> => [
  ...storedForms(),
  ...(await drawn([...DRAWN_BLANKS, ...sketches()])),
];

/** Enough of them for tests that fill each. */
export const someBlankForms = async (): Promise<readonly BlankForm[]> => [
  ...storedForms(),
  ...(await drawn([
    ...DRAWN_BLANKS,
    ...sketches().filter((_, index) => index % 4 === 0),
  ])),
];
