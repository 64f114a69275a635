import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Boot } from "../../../../src/browser/boot/boot.ts";
import { className } from "../../../../src/browser/boot/class-names.ts";
import { renderDocument } from "../../../../src/browser/pages/document.ts";
import { escapeHtml, scriptJson } from "../../../../src/browser/pages/html.ts";

const aBoot = (more: Partial<Boot> = {}): Boot => ({
  kind: "portal",
  mobile: false,
  user: {
    id: "1",
    code: "sato",
    name: "佐藤",
    email: "",
    timezone: "Asia/Tokyo",
    language: "ja",
    isAdministrator: false,
  },
  requestToken: "token",
  refusesOtherDevice: false,
  findsLookupsByWord: false,
  salt: "salt",
  startSignal: "start",
  app: null,
  pluginId: null,
  proxyConfigs: null,
  refusal: null,
  ...more,
});

const aDocument = (boot: Boot, configHtml: string | null = null): string =>
  renderDocument({
    boot,
    title: boot.user.name,
    clockOffset: 0,
    customisations: [
      { pluginId: null, css: [], js: ["/own.js"] },
      { pluginId: "aaaa", css: ["/a.css"], js: ["/a1.js", "/a2.js"] },
      { pluginId: "bbbb", css: [], js: ["/b.js"] },
    ],
    configHtml,
    otherDevice: null,
  });

describe("className", () => {
  test("is another word for another start, and a valid class name always", () => {
    expect(className("one", "field")).not.toBe(className("two", "field"));
    fc.assert(
      fc.property(fc.string(), fc.string(), (salt, name) => {
        expect(className(salt, name)).toMatch(/^x[0-9a-z]+$/);
      }),
    );
  });

  test("keeps the names of one start apart", () => {
    const names = Array.from({ length: 500 }, (_, i) => `name-${i}`);
    const made = new Set(names.map((name) => className("salt", name)));
    expect(made.size).toBe(names.length);
  });
});

describe("scriptJson", () => {
  test("cannot end its element and reads back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = scriptJson({ text: `</script><!--${text}` });
        expect(json).not.toContain("<");
        expect(JSON.parse(json)).toEqual({ text: `</script><!--${text}` });
      }),
    );
  });
});

describe("renderDocument", () => {
  test("loads in kintone's order: object, the app's files, plugins, start", () => {
    const scripts = [
      ...aDocument(aBoot()).matchAll(
        /<script src="([^"]+)"|PLUGIN_ID = "(\w+)"|(dispatchEvent)/g,
      ),
    ].map((match) => match[1] ?? match[2] ?? match[3]);
    expect(scripts).toEqual([
      "/_page/clock.js",
      "/_page/runtime.js",
      "/own.js",
      "aaaa",
      "/a1.js",
      "/a2.js",
      "bbbb",
      "/b.js",
      "dispatchEvent",
    ]);
  });

  test("a hostile name is text wherever it stands", () => {
    const name = `"><script>alert(1)</script>`;
    const { user } = aBoot();
    const html = aDocument(aBoot({ user: { ...user, name } }));
    expect(html).not.toContain("<script>alert(1)");
    expect(html).toContain(escapeHtml(name));
  });

  test("the markup of a settings page stands before its scripts", () => {
    const html = aDocument(aBoot({ kind: "pluginConfig" }), "<p>設定</p>");
    expect(html.indexOf("<p>設定</p>")).toBeLessThan(html.indexOf("/a1.js"));
  });
});
