import type {
  FieldProperties,
  FieldProperty,
} from "../../app-kit/field-properties.ts";

type Reference = { readonly relatedApp: { readonly app: string } };

const isReference = (value: unknown): value is Reference =>
  typeof value === "object" &&
  value !== null &&
  "relatedApp" in value &&
  typeof value.relatedApp === "object" &&
  value.relatedApp !== null;

const replaceIn = (
  property: FieldProperty,
  name: "lookup" | "referenceTable",
  replace: (app: string) => string,
): FieldProperty => {
  const reference = property[name];
  if (!isReference(reference)) return property;
  // `code` wins over `app` when both are sent, so it is left out.
  const app = replace(String(reference.relatedApp.app));
  return { ...property, [name]: { ...reference, relatedApp: { app } } };
};

/** Puts another name on every app that a form refers to: numbers or keys. */
export const renameReferences = (
  properties: FieldProperties,
  replace: (app: string) => string,
): FieldProperties =>
  Object.fromEntries(
    Object.entries(properties).map(([code, property]) => [
      code,
      replaceIn(
        replaceIn(property, "lookup", replace),
        "referenceTable",
        replace,
      ),
    ]),
  );
