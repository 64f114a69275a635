import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createDeflater,
  deflate,
} from "../../../../src/xlsx/package/deflate.ts";
import { inflate } from "../../../../src/xlsx/package/inflate.ts";

/** Bytes with repetitions near and far, as files have them. */
const contents = fc
  .array(
    fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 30 })),
    { maxLength: 20 },
  )
  .map((pieces) =>
    Uint8Array.from(
      pieces.flatMap(([bytes, times]) =>
        Array.from({ length: times }, () => [...bytes]).flat(),
      ),
    ),
  );

const unpack = (packed: Uint8Array, size: number): Uint8Array => {
  const out = new Uint8Array(size);
  expect(inflate(packed, out)).toBe(size);
  return out;
};

describe("deflate", () => {
  test("is read by zlib and by ourselves", () => {
    fc.assert(
      fc.property(contents, fc.integer({ min: 1, max: 40 }), (bytes, tries) => {
        const packed = deflate(bytes, tries);
        expect(new Uint8Array(inflateRawSync(packed))).toEqual(bytes);
        expect(unpack(packed, bytes.length)).toEqual(bytes);
      }),
    );
  });

  test("packs the same whatever the pieces it gets, and holds a window of them only", () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `<c r="A${row}" s="${row % 7}"><v>${row * row}</v></c>`,
    ).join("");
    const bytes = new TextEncoder().encode(rows);
    const whole = deflate(bytes, 4);
    for (const size of [700, 65_536]) {
      const deflater = createDeflater(4);
      for (let at = 0; at < bytes.length; at += size) {
        deflater.add(bytes.slice(at, at + size));
      }
      const packed = deflater.end();
      expect(Buffer.compare(inflateRawSync(packed), bytes)).toBe(0);
      expect(packed.length).toBeLessThan(whole.length * 1.01);
    }
  });

  test("takes several blocks and finds what lies a window back", () => {
    const noise = Uint8Array.from(
      { length: 32_768 },
      (_, index) => (Math.imul(index, 0x9e3779b1) >>> 13) & 255,
    );
    const bytes = Uint8Array.from([...noise, ...noise, ...noise]);
    const packed = deflate(bytes, 8);
    expect(new Uint8Array(inflateRawSync(packed))).toEqual(bytes);
    expect(packed.length).toBeLessThan(noise.length * 1.1);
  });

  test("packs a sheet nearly as well as zlib", () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, row) =>
        `<row r="${row}"><c r="A${row}" s="3" t="s"><v>${row * 7}</v></c></row>`,
    ).join("");
    const bytes = new TextEncoder().encode(rows);
    const packed = deflate(bytes, 32);
    expect(packed.length).toBeLessThan(deflateRawSync(bytes).length * 1.15);
  });
});

describe("inflate", () => {
  test.each([
    ["stored", { level: 0 }],
    ["fast", { level: 1 }],
    ["best", { level: 9 }],
    ["with the fixed codes", { strategy: constants.Z_FIXED }],
    ["with codes alone", { strategy: constants.Z_HUFFMAN_ONLY }],
    ["as runs", { strategy: constants.Z_RLE }],
  ])("reads what zlib packed %s", (_, options) => {
    fc.assert(
      fc.property(contents, (bytes) => {
        expect(unpack(deflateRawSync(bytes, options), bytes.length)).toEqual(
          bytes,
        );
      }),
    );
  });

  test("stops where a part is longer than it says", () => {
    const bomb = deflateRawSync(new Uint8Array(5_000_000));
    // Only the beginning is there: reading on would be noticed.
    const beginning = bomb.subarray(0, 200);
    expect(inflate(beginning, new Uint8Array(1000))).toBeGreaterThan(1000);
  });

  test("tells damage from content, and never goes on for ever", () => {
    const body = deflateRawSync(new TextEncoder().encode("<a/>".repeat(500)));
    for (let cut = 0; cut < body.length - 1; cut += 1) {
      expect(() =>
        inflate(body.subarray(0, cut), new Uint8Array(2000)),
      ).toThrow();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const out = new Uint8Array(1000);
        try {
          expect(inflate(bytes, out)).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(String(error)).toBe("Error: No DEFLATE");
        }
      }),
    );
  });
});

test("what was packed before leaves no trace in the next part", () => {
  // A match as long as can be ends with the first piece; its last place is known by a byte of the second.
  const pieces = [
    new Uint8Array(260),
    Uint8Array.of(7, 8, 9, 1, 2, 3, 0, 0, 7, 8, 9),
  ];
  const packAfter = (byte: number): Uint8Array => {
    deflate(new Uint8Array(1_000).fill(byte), 32);
    const deflater = createDeflater(32);
    for (const piece of pieces) deflater.add(piece);
    return deflater.end();
  };
  expect(packAfter(7)).toEqual(packAfter(5));
});
