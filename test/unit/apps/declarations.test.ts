import { describe, expect, test } from "vitest";
import type { AppDeclaration } from "../../../src/app-kit/app-declaration.ts";
import {
  isCopied,
  isLookup,
  type Field,
  type Fields,
} from "../../../src/app-kit/field.ts";
import { placedCodes } from "../../../src/app-kit/layout-rows.ts";
import { appKeys, type AppKey } from "../../../src/apps/index.ts";
import { STATUS_FIELD } from "../../../src/apps/parts/conditions.ts";
import { declareApps } from "../../../src/apps/declarations.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import { tinyProgramme } from "../../support/tiny-programme.ts";

const programmes = [
  ["the cloud practice award", cloudPracticeAward],
  ["a programme unlike it", tinyProgramme],
] as const;

const fieldsOf = (app: AppDeclaration): Fields => app.model.fields;

const allCodes = (app: AppDeclaration): Set<string> =>
  new Set([
    ...Object.keys(fieldsOf(app)),
    ...Object.values(fieldsOf(app)).flatMap((field: Field) =>
      field.type === "SUBTABLE" ? Object.keys(field.fields) : [],
    ),
    ...(app.process === undefined ? [] : [STATUS_FIELD]),
  ]);

/** The field codes on the left of the operators of a condition. */
const codesOfCondition = (condition: string): string[] =>
  [
    ...condition.matchAll(
      /([^\s()"=<>!]+)(?:\s*(?:!=|=|<|>)|\s+(?:not in|in)\s)/gu,
    ),
  ].map(([, code]) => String(code));

const conditionsOf = (app: AppDeclaration): string[] => [
  ...app.views.map(({ filterCond }) => filterCond ?? ""),
  ...(app.process?.actions ?? []).map(({ filterCond }) => filterCond ?? ""),
  ...app.recordNotifications.map(({ filterCond }) => filterCond),
  ...app.reminders.map(({ filterCond }) => filterCond),
];

describe.each(programmes)("the apps of %s", (_, programme) => {
  const declarations = declareApps(programme);
  const each = appKeys.map((key) => [key, declarations[key]] as const);

  test.each(each)("%s: every field stands in the form once", (_key, app) => {
    expect(placedCodes(app.layout).sort()).toEqual(
      Object.keys(fieldsOf(app)).sort(),
    );
  });

  test.each(each)(
    "%s: codes are unique across tables and groups",
    (_key, app) => {
      const codes = [
        ...Object.entries(fieldsOf(app)).flatMap(([code, field]) =>
          field.type === "SUBTABLE"
            ? [code, ...Object.keys(field.fields)]
            : [code],
        ),
        ...app.layout.flatMap((item) => ("group" in item ? [item.group] : [])),
      ];
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(/^[a-zA-Z][a-zA-Z0-9]*$/);
    },
  );

  test.each(each)("%s: lookups lead to a unique field", (_key, app) => {
    for (const field of Object.values(fieldsOf(app)).filter(isLookup)) {
      const source = declarations[field.lookup.app as AppKey];
      const key = fieldsOf(source)[field.lookup.key];
      expect(key).toMatchObject({ type: "SINGLE_LINE_TEXT", unique: true });
      for (const code of [
        ...Object.values(field.lookup.copies),
        ...field.lookup.pickerFields,
      ])
        expect(fieldsOf(source)).toHaveProperty(code);
    }
  });

  test.each(each)("%s: exactly what lookups fill is marked so", (_key, app) => {
    const filled = Object.values(fieldsOf(app))
      .filter(isLookup)
      .flatMap(({ lookup }) => Object.keys(lookup.copies));
    const marked = Object.entries(fieldsOf(app))
      .filter(([, field]) => isCopied(field))
      .map(([code]) => code);
    expect(marked.sort()).toEqual(filled.sort());
  });

  test.each(each)("%s: related records show fields that exist", (_key, app) => {
    for (const field of Object.values(fieldsOf(app))) {
      if (field.type !== "REFERENCE_TABLE") continue;
      const other = declarations[field.related.app as AppKey];
      expect(fieldsOf(app)).toHaveProperty(field.related.field);
      for (const code of [
        field.related.relatedField,
        ...field.related.displayFields,
      ])
        expect(fieldsOf(other)).toHaveProperty(code);
    }
  });

  test.each(each)(
    "%s: lists and conditions name fields that exist",
    (_key, app) => {
      const known = allCodes(app);
      const used = [
        app.titleField,
        ...conditionsOf(app).flatMap(codesOfCondition),
        ...app.views.flatMap((view) => {
          if (view.type === "LIST") return view.fields;
          return view.type === "CALENDAR" ? [view.date, view.title] : [];
        }),
        ...app.views.flatMap(({ sort }) =>
          (sort ?? "").split(", ").flatMap((part) => part.split(" ")[0] || []),
        ),
        ...app.fieldRights.map(({ code }) => code),
        ...app.reminders.map(({ code }) => code),
      ];
      expect(used.filter((code) => !known.has(code))).toEqual([]);
    },
  );

  test.each(each)("%s: whoever made it can still set it up", (_key, app) => {
    expect(app.appRights).toContainEqual(
      expect.objectContaining({
        entity: { type: "CREATOR", code: null },
        may: expect.arrayContaining(["appEditable"]),
      }),
    );
  });

  test("every app but the shared 商工会 says of which programme it is", () => {
    const named = appKeys.map((key) => {
      const field = fieldsOf(declarations[key]).programme;
      return [
        key,
        field !== undefined && "defaultValue" in field
          ? field.defaultValue
          : null,
      ];
    });
    expect(Object.fromEntries(named)).toEqual({
      editions: programme.id,
      societies: null,
      nominations: programme.id,
      answers: programme.id,
      deliveries: programme.id,
    });
  });

  test("the process uses the states of the model, and each can be left or is an end", () => {
    const { process, model } = declarations.nominations;
    expect(process?.states.map(({ name }) => name)).toEqual(model.states);
    for (const { from, to } of process?.actions ?? []) {
      expect(model.states).toContain(from);
      expect(model.states).toContain(to);
    }
  });

  test("no state offers two actions of one name", () => {
    const actions = (declarations.nominations.process?.actions ?? []).map(
      ({ from, name }) => `${from}: ${name}`,
    );
    expect(new Set(actions).size).toBe(actions.length);
  });
});

test("a programme whose steps require nothing closes no nomination to its society", () => {
  const milestones = tinyProgramme.milestones.map((milestone) => ({
    ...milestone,
    step: { ...milestone.step, requires: [] },
  }));
  const { nominations } = declareApps({ ...tinyProgramme, milestones });
  // Records of the past are closed by what they are.
  expect(
    nominations.recordRightsWhen?.map(({ filterCond }) => filterCond),
  ).toEqual(['recordKind in ("過去の記録")']);
});

describe("rights", () => {
  const declarations = declareApps(cloudPracticeAward);

  test.each(["societies", "nominations", "answers"] as const)(
    "%s are seen by their own society and the federation only",
    (key) => {
      const viewers = declarations[key].recordRights
        .filter(({ may }) => may.includes("viewable"))
        .map(({ entity }) => entity);
      expect(viewers).toEqual([
        { type: "FIELD_ENTITY", code: "organization" },
        { type: "GROUP", code: "federation" },
      ]);
    },
  );

  test("deliveries are the federation's alone", () => {
    const { appRights, recordRights } = declarations.deliveries;
    const viewers = recordRights
      .filter(({ may }) => may.includes("viewable"))
      .map(({ entity }) => entity);
    expect(viewers).toEqual([{ type: "GROUP", code: "federation" }]);
    expect(appRights.at(-1)).toEqual({
      entity: { type: "GROUP", code: "everyone" },
      may: [],
    });
  });

  test("editions may be read by everyone and changed by the federation", () => {
    expect(declarations.editions.appRights).toContainEqual({
      entity: { type: "GROUP", code: "everyone" },
      may: ["recordViewable"],
    });
    expect(declarations.editions.recordRights).toEqual([]);
  });

  test("only the federation confirms names and reports", () => {
    const written = declarations.nominations.fieldRights.map((right) => [
      right.code,
      right.entities.find(({ accessibility }) => accessibility === "WRITE")
        ?.entity.code,
    ]);
    expect(written).toEqual([
      ["nameCheck", "federation"],
      ["nameCheckedBy", "federation"],
      ["nameCheckedOn", "federation"],
      ["nameCheckSource", "federation"],
      ["confirmedName", "federation"],
      ["confirmedNumber", "federation"],
      ["confirmedKind", "federation"],
      ["confirmedEdition", "federation"],
      ["confirmedNomination", "federation"],
      ["confirmedDates", "federation"],
      ["reportDone", "federation"],
      ["caseDone", "federation"],
      ["result", "federation"],
      ["programme", "federation"],
      ["recordKind", "federation"],
      ["regionBlock", "federation"],
      ["regionDate", "federation"],
      ["modelCase", "federation"],
      ["prize", "federation"],
      ["prizeName", "federation"],
      ["logoMark", "federation"],
      ["logoFile", "federation"],
      ["tellings", "federation"],
      ["publishText", "federation"],
      ["publishAskedText", "federation"],
      ["publishAskedOn", "federation"],
      ["publishAnswer", "federation"],
      ["publishAnsweredOn", "federation"],
      ["federationNotes", "federation"],
    ]);
    const others = declarations.nominations.fieldRights.map(
      ({ entities }) => entities.at(-1)?.accessibility,
    );
    // Everybody else reads them, the notes aside.
    expect(new Set(others.slice(0, -1))).toEqual(new Set(["READ"]));
    expect(others.at(-1)).toBe("NONE");
  });

  test("the federation keeps its aim and what it owes to itself", () => {
    expect(
      declarations.editions.fieldRights.map(({ code, entities }) => [
        code,
        ...entities.map(({ entity, accessibility }) => [
          entity.code,
          accessibility,
        ]),
      ]),
    ).toEqual([
      ["target", ["federation", "WRITE"], ["everyone", "NONE"]],
      ["changeOwed", ["federation", "WRITE"], ["everyone", "NONE"]],
    ]);
  });
});
