import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { FieldProperty } from "../../../model/model.ts";
import { boot, c } from "../boot.ts";
import type { Entity, FileInfo } from "../record/types.ts";
import { showNumber } from "./show-number.ts";
import { sanitize } from "./sanitize.ts";
import { showDateTime } from "../times.ts";

type Shown = TemplateResult | string | typeof nothing;

const linkTarget = (property: FieldProperty, text: string): string | null => {
  if (property.protocol === "MAIL") return `mailto:${text}`;
  if (property.protocol === "CALL") return `tel:${text}`;
  return /^https?:\/\//i.test(text) ? text : null;
};

const showLink = (property: FieldProperty, text: string): Shown => {
  const target = text === "" ? null : linkTarget(property, text);
  if (target === null) return text;
  return html`<a href=${target} target="_blank" rel="noopener noreferrer"
    >${text}</a
  >`;
};

const fileUrl = (fileKey: string): string => {
  const key = encodeURIComponent(fileKey);
  return `/_page/file?fileKey=${key}&space=${boot.app?.guestSpaceId ?? ""}`;
};

const showFiles = (files: FileInfo[]): Shown =>
  html`<ul class=${c("files")}>
    ${files.map(
      (file) =>
        html`<li>
          <a href=${fileUrl(file.fileKey)} download=${file.name}
            >${file.name}</a
          >
        </li>`,
    )}
  </ul>`;

const showEntities = (entities: Entity[]): Shown =>
  html`<ul class=${c("entities")}>
    ${entities.map(({ name }) => html`<li>${name}</li>`)}
  </ul>`;

const showChoices = (choices: string[]): Shown => choices.join("、");

const asEntities = (value: unknown): Entity[] =>
  // REST's form of the three selections and of STATUS_ASSIGNEE.
  (value ?? []) as Entity[];

type Show = (value: unknown, property: FieldProperty) => Shown;
const text: Show = (value) => String(value ?? "");
const person: Show = (value) => (value as Entity | null)?.name ?? "";
const moment: Show = (value) => (value ? showDateTime(String(value)) : "");
const entities: Show = (value) => showEntities(asEntities(value));
const choices: Show = (value) => showChoices((value ?? []) as string[]);

const byType: Record<string, Show> = {
  RICH_TEXT: (value) => html`${sanitize(String(value ?? ""))}`,
  MULTI_LINE_TEXT: (value) =>
    html`<span class=${c("multiline")}>${String(value ?? "")}</span>`,
  NUMBER: (value, property) => showNumber(String(value ?? ""), property),
  CALC: (value, property) => showNumber(String(value ?? ""), property),
  LINK: (value, property) => showLink(property, String(value ?? "")),
  FILE: (value) => showFiles((value ?? []) as FileInfo[]),
  CHECK_BOX: choices,
  MULTI_SELECT: choices,
  CATEGORY: choices,
  USER_SELECT: entities,
  ORGANIZATION_SELECT: entities,
  GROUP_SELECT: entities,
  STATUS_ASSIGNEE: entities,
  CREATOR: person,
  MODIFIER: person,
  DATETIME: moment,
  CREATED_TIME: moment,
  UPDATED_TIME: moment,
};

/** Draws a value that is not being edited. */
export const showValue = (property: FieldProperty, value: unknown): Shown =>
  (byType[property.type] ?? text)(value, property);
