import { expect, test } from "vitest";
import { fetchOwnSociety } from "../../../src/feature-kit/preselect.ts";
import { listAbove } from "../../../src/kintone/organizations.ts";
import {
  RestFailure,
  type RestTransport,
} from "../../../src/kintone/transport.ts";
import type { Gateway } from "../../../src/kintone/gateway.ts";
import type { Page } from "../../../src/kintone/page.ts";
import { aSociety } from "../../support/domain-records.ts";

const parents: Readonly<Record<string, string | null>> = {
  section: "aohama",
  aohama: "prefecture",
  prefecture: null,
};

const transportOf = (
  answer: (codes: readonly string[]) => unknown,
): RestTransport =>
  ({
    request: (_method: string, path: string, { codes = [] }) =>
      path === "/v1/organizations"
        ? Promise.resolve(answer(codes as string[]))
        : Promise.reject(new Error(path)),
  }) as unknown as RestTransport;

const directory = transportOf((codes) => ({
  organizations: codes.map((code) => ({
    code,
    parentCode: parents[code] ?? null,
  })),
}));

const visible = ["aohama", "kurosaki"].map((code) =>
  aSociety(`${code}商工会`, { organization: [{ code, name: code }] }),
);

const ownSociety = (organizations: string[], transport: RestTransport) =>
  fetchOwnSociety({
    gateway: {
      listRecords: () => Promise.resolve(visible),
      listOrganizationsAbove: (codes: readonly string[]) =>
        listAbove(transport, codes),
    } as unknown as Gateway,
    page: {
      fetchMemberships: () => Promise.resolve({ organizations, groups: [] }),
    } as unknown as Page,
  });

test("staff of a section work for the society above it, also where they see all", async () => {
  expect(await ownSociety(["section"], directory)).toBe("aohama商工会");
});

test("staff of the federation work for no society", async () => {
  expect(await ownSociety(["prefecture"], directory)).toBeNull();
});

test("who may not ask for organisations chooses the society by hand", async () => {
  const closed = transportOf(() => {
    throw new RestFailure(403, { code: "CB_NO02", id: "x", message: "no" });
  });
  expect(await ownSociety(["section"], closed)).toBeNull();
});
