import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

export type Certificate = { cert: string; key: string };

/*
 * Node signs but does not write certificates. This writes the one kind that we need
 * (RFC 5280, in DER): self-signed, for names of this machine.
 */
const CONSTRUCTED = 0x20;
const Tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x10 | CONSTRUCTED,
  set: 0x11 | CONSTRUCTED,
  version: 0xa0,
  extensions: 0xa3,
  dnsName: 0x82,
  ipAddress: 0x87,
} as const;

const lengthOf = (bytes: Buffer): Buffer => {
  const { length } = bytes;
  if (length < 0x80) return Buffer.from([length]);
  const digits = Buffer.from([length >> 8, length & 0xff]);
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits]);
};

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
};

const ascii = (tag: number, text: string) =>
  der(tag, Buffer.from(text, "ascii"));
const bits = (bytes: Buffer) =>
  der(Tag.bitString, Buffer.concat([Buffer.from([0]), bytes]));

/** Object identifiers, encoded. */
const Oid = {
  commonName: "550403",
  ecdsaWithSha256: "2a8648ce3d040302",
  subjectAltName: "551d11",
  basicConstraints: "551d13",
} as const;
const oid = (hex: string) => der(Tag.oid, Buffer.from(hex, "hex"));

const algorithm = der(Tag.sequence, oid(Oid.ecdsaWithSha256));

const distinguishedName = (commonName: string): Buffer => {
  const value = der(Tag.utf8String, Buffer.from(commonName, "utf8"));
  const pair = der(Tag.sequence, oid(Oid.commonName), value);
  return der(Tag.sequence, der(Tag.set, pair));
};

const generalizedTime = (moment: number) =>
  ascii(
    Tag.generalizedTime,
    new Date(moment).toISOString().replace(/\.\d+|[-:T]/g, ""),
  );

const DAY_MS = 86_400_000;
/** As long as certificates of public authorities may last at the most: what every client accepts. */
const VALID_DAYS = 397;

const validity = (now: number) =>
  der(
    Tag.sequence,
    generalizedTime(now - DAY_MS),
    generalizedTime(now + (VALID_DAYS - 1) * DAY_MS),
  );

const TRUE = der(Tag.boolean, Buffer.from([0xff]));
const LOOPBACK_V4 = Buffer.from([127, 0, 0, 1]);
const LOOPBACK_V6 = Buffer.concat([Buffer.alloc(15), Buffer.from([1])]);

const extension = (id: string, critical: boolean, value: Buffer) =>
  der(
    Tag.sequence,
    oid(id),
    ...(critical ? [TRUE] : []),
    der(Tag.octetString, value),
  );

const extensions = (names: readonly string[]) => {
  const alternatives = der(
    Tag.sequence,
    ...names.map((name) => ascii(Tag.dnsName, name)),
    der(Tag.ipAddress, LOOPBACK_V4),
    der(Tag.ipAddress, LOOPBACK_V6),
  );
  return der(
    Tag.extensions,
    der(
      Tag.sequence,
      extension(Oid.subjectAltName, false, alternatives),
      // Its own authority, so that a list of authorities is where one puts it to trust it.
      extension(Oid.basicConstraints, true, der(Tag.sequence, TRUE)),
    ),
  );
};

const VERSION_3 = Buffer.from([2]);

/** A positive number: the first bit is not set, and the first byte not 0. */
const serialNumber = () => {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return der(Tag.integer, bytes);
};

const toPem = (bytes: Buffer): string => {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return [
    "-----BEGIN CERTIFICATE-----",
    ...lines,
    "-----END CERTIFICATE-----",
    "",
  ].join("\n");
};

/**
 * A new key and a self-signed certificate for `localhost`, the loopback addresses and
 * further host names. The clock is the machine's: TLS knows no other.
 */
export const createCertificate = (
  hosts: readonly string[] = [],
): Certificate => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });
  const name = distinguishedName("local-kintone");
  const body = der(
    Tag.sequence,
    der(Tag.version, der(Tag.integer, VERSION_3)),
    serialNumber(),
    algorithm,
    name,
    validity(Date.now()),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    extensions(["localhost", ...hosts]),
  );
  const signature = bits(sign("sha256", body, privateKey));
  const key = privateKey.export({ type: "pkcs8", format: "pem" });
  return {
    cert: toPem(der(Tag.sequence, body, algorithm, signature)),
    key: key.toString(),
  };
};
