export type Errors = Record<string, string[]>;
export type Case = [
  title: string,
  request: [method: string, path: string, body: Record<string, unknown>],
  expected: { code: string; message?: string; errors?: Errors },
  login?: string,
];

export const invalid = (errors: Errors) => ({
  code: "CB_VA01",
  message: "Missing or invalid input.",
  errors,
});
export const required = (...paths: string[]) =>
  invalid(Object.fromEntries(paths.map((path) => [path, ["Required field."]])));
export const atLeast = (path: string, n: number) =>
  invalid({ [path]: [`must be greater than or equal to ${n}`] });
export const whole = (path: string) =>
  invalid({ [path]: ["Enter an integer value."] });
export const oneOf = (path: string) =>
  invalid({ [path]: ["must be one of the enum value"] });
export const size = (path: string, min: number, max: number) =>
  invalid({ [path]: [`size must be between ${min} and ${max}`] });
export const unwritable = (type: string) => ({
  code: "GAIA_UN10",
  message: `Cannot update field whose type is ${type}.`,
});
export const many = (count: number) =>
  Array.from({ length: count }, (_, i) => i + 1);
