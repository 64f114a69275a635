export type StylePart = Record<string, string>;
export type FieldStyle = {
  content: StylePart;
  background: StylePart;
  label: StylePart;
};
type Part = keyof FieldStyle;

/** Members a part knows. @see https://cybozu.dev/ja/kintone/docs/js-api/record/set-field-style/ */
const members: Record<Part, readonly string[]> = {
  content: [
    "backgroundColor",
    "color",
    "fontWeight",
    "textDecoration",
    "borderColor",
  ],
  background: ["backgroundColor"],
  label: ["color", "fontWeight", "textDecoration"],
};
const parts: readonly Part[] = ["content", "background", "label"];

const choices: Record<string, readonly string[]> = {
  fontWeight: ["normal", "bold"],
  textDecoration: ["none", "underline", "line-through"],
};
const isValid = (member: string, value: unknown): value is string => {
  const allowed = choices[member];
  if (allowed) return allowed.includes(String(value));
  return typeof value === "string" && /^#[0-9a-fA-F]{6}$/.test(value);
};

export const defaultStyle = (): FieldStyle => ({
  content: {},
  background: {},
  label: {},
});

const mergePart = (part: Part, now: StylePart, given: unknown): StylePart => {
  if (given === "DEFAULT") return {};
  if (typeof given !== "object" || given === null) return now;
  const next = { ...now };
  for (const [member, value] of Object.entries(given)) {
    if (!members[part].includes(member)) continue;
    if (value === "DEFAULT") delete next[member];
    else if (isValid(member, value)) next[member] = value;
    else throw new TypeError(`${part}.${member} cannot be ${String(value)}`);
  }
  return next;
};

/** The style after a call of `setFieldStyle`: "DEFAULT" clears at any level. */
export const mergeStyle = (now: FieldStyle, given: unknown): FieldStyle => {
  if (given === "DEFAULT") return defaultStyle();
  if (typeof given !== "object" || given === null)
    throw new TypeError("A style is an object or DEFAULT");
  const next = { ...now };
  for (const part of parts)
    if (part in given)
      next[part] = mergePart(part, now[part], Reflect.get(given, part));
  return next;
};

const reportPart = (part: Part, now: StylePart): StylePart =>
  Object.fromEntries(
    members[part].map((member) => [member, now[member] ?? "DEFAULT"]),
  );

/** As `getFieldStyle` answers: every member, "DEFAULT" where nothing is set. */
export const reportStyle = (style: FieldStyle): FieldStyle => ({
  content: reportPart("content", style.content),
  background: reportPart("background", style.background),
  label: reportPart("label", style.label),
});

/** For a `style` attribute. */
export const toCss = (part: StylePart): string =>
  Object.entries(part)
    .map(([member, value]) => {
      const name = member.replace(
        /[A-Z]/g,
        (letter) => `-${letter.toLowerCase()}`,
      );
      return `${name}:${value}`;
    })
    .join(";");
