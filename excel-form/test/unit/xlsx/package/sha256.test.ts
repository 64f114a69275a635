import { sha256 as reference } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../../../src/xlsx/package/sha256.ts";

test("sha256 gives the digests of the standard", () => {
  const of = (text: string) => sha256(new TextEncoder().encode(text));
  expect(of("")).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
  expect(of("abc")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("sha256 agrees with a library for any bytes", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 0, max: 20 }),
      (bytes, from) => {
        // A view into the middle of a buffer, as entries of an archive are.
        const view = bytes.subarray(Math.min(from, bytes.length));
        expect(sha256(view)).toBe(bytesToHex(reference(view)));
      },
    ),
    { numRuns: 500 },
  );
  const long = new Uint8Array(1_000_003).map((_, index) => index % 251);
  expect(sha256(long)).toBe(bytesToHex(reference(long)));
});
