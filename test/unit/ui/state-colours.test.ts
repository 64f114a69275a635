import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stateColours } from "../../../src/ui/state-colours.ts";

const tokens = readFileSync(
  new URL("../../../src/ui/tokens.css", import.meta.url),
  "utf8",
);

const token = (name: string): string =>
  new RegExp(`--suisen-${name}: (#[0-9a-f]+);`).exec(tokens)?.[1] ?? "";

const toKebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test.each(Object.entries(stateColours))(
  "%s has the same colours in list cells as in the style sheet",
  (state, { text, ground }) => {
    expect(token(toKebab(state))).toBe(text);
    expect(token(`${toKebab(state)}-ground`)).toBe(ground);
  },
);

test.each(Object.entries(stateColours))(
  "%s is readable: 4.5 : 1 or more",
  (_state, { text, ground }) => {
    const [light = 0, dark = 0] = [luminance(text), luminance(ground)].sort(
      (a, b) => b - a,
    );
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  },
);
