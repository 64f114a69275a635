/** A switch as an attribute has it; VML and some writers say `on`. */
export const isOn = (value: string | null | undefined): boolean =>
  /^(1|true|on)$/.test(value ?? "");
