import { parseAnswer } from "../errors/trouble.ts";

/**
 * Sends the gateway's requests to kintone's REST API. Our own few lines over `fetch`
 * instead of the official client: the client is half of the page's size
 * (docs/decisions/page-transport.md), and the page needs ten calls of it.
 */
export type RestTransport = {
  /** @param path - such as `records`, without `/k/v1/` and `.json`; `/v1/…` for the User API */
  request<T>(
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<T>;
  /** @returns a temporary file key */
  upload(file: { name: string; bytes: Uint8Array }): Promise<string>;
  download(fileKey: string): Promise<Uint8Array>;
};

/** An answer other than success; `code` is "" when it was not kintone's JSON. */
export class RestFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly id: string;
  /** kintone's sentences by the path of the parameter that it refused. */
  readonly errors: unknown;

  constructor(
    status: number,
    answer: { code: string; id: string; message: string; errors?: unknown },
  ) {
    super(answer.message);
    this.name = "RestFailure";
    this.status = status;
    this.code = answer.code;
    this.id = answer.id;
    this.errors = answer.errors ?? {};
  }
}

type TransportOptions = {
  /** Full address of a path such as `/k/v1/records.json`. */
  toUrl: (path: string) => string;
  /** The credentials: a session's marker, or a password. */
  headers: Readonly<Record<string, string>>;
  /** The session's CSRF token; absent with a password. */
  requestToken?: () => string;
  /** Default: the platform's own. */
  send?: typeof fetch;
};

/** A page waits for a reading no longer: a lost answer becomes a sentence with a way on. */
export const READ_TIMEOUT_MS = 60_000;

/**
 * Ends a reading whose answer never comes. Writes have no such end: one that is given up may
 * still happen.
 */
const withinTime = async <T>(
  read: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const tooLong = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      tooLong.abort();
      // The error of a request that found no network.
      reject(new TypeError("No answer in time"));
    }, READ_TIMEOUT_MS);
  });
  try {
    return await Promise.race([read(tooLong.signal), lost]);
  } finally {
    clearTimeout(timer);
  }
};

// kintone refuses addresses over 8 KB; the official client changes at this length.
// @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/kintone-rest-api-overview/
const LONGEST_URL_CHARS = 4096;

const textIn = (value: object, key: string): string => {
  const text: unknown = Reflect.get(value, key);
  return typeof text === "string" ? text : "";
};

/** In a bulk request the error is the one result that has a code. */
const errorIn = (answer: object): object => {
  const results: unknown = Reflect.get(answer, "results");
  const failed: unknown = Array.isArray(results)
    ? results.find(
        (one: unknown) =>
          typeof one === "object" && one !== null && textIn(one, "code") !== "",
      )
    : undefined;
  return typeof failed === "object" && failed !== null ? failed : answer;
};

const toFailure = (status: number, answer: object | null): RestFailure => {
  const error = answer === null ? {} : errorIn(answer);
  return new RestFailure(status, {
    code: textIn(error, "code"),
    id: textIn(error, "id"),
    message: textIn(error, "message") || `HTTP ${status}`,
    errors: Reflect.get(error, "errors"),
  });
};

const PIECE_BYTES = 16_384;

/**
 * Decodes an answer in pieces. The text of 500 records at one go needs a buffer that takes a
 * browser ten times as long to get as to fill.
 */
const readText = async ({ body }: Response): Promise<string> => {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const bytes = (await reader?.read())?.value;
    if (bytes === undefined) return text + decoder.decode();
    for (let start = 0; start < bytes.length; start += PIECE_BYTES)
      text += decoder.decode(bytes.subarray(start, start + PIECE_BYTES), {
        stream: true,
      });
  }
};

const checked = async (response: Response): Promise<Response> => {
  const { ok, status } = response;
  if (!ok) {
    throw toFailure(status, parseAnswer(status, await readText(response)));
  }
  return response;
};

/** The JSON of a success. @throws AnswerTrouble for anything else */
const toJson = async (response: Response): Promise<unknown> =>
  parseAnswer(response.status, await readText(response));

/** Arrays are written with an index: `fields[0]=a&fields[1]=b`. */
const toQuery = (params: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (Array.isArray(value)) {
      value.forEach((item, index) =>
        query.append(`${key}[${index}]`, String(item)),
      );
    } else if (value !== undefined) {
      query.append(key, String(value));
    }
  }
  return query.toString();
};

const createTransport = ({
  toUrl,
  headers,
  requestToken,
  send: sendRequest = (input, init) => fetch(input, init),
}: TransportOptions): RestTransport => {
  const address = (path: string): string =>
    toUrl(path.startsWith("/") ? `${path}.json` : `/k/v1/${path}.json`);
  const token = (): Record<string, string> =>
    requestToken === undefined ? {} : { __REQUEST_TOKEN__: requestToken() };

  const send = async (
    method: string,
    path: string,
    params: Readonly<Record<string, unknown>>,
    more: Readonly<Record<string, string>> = {},
    signal: AbortSignal | null = null,
  ): Promise<Response> =>
    checked(
      await sendRequest(address(path), {
        method,
        signal,
        headers: { ...headers, ...more, "Content-Type": "application/json" },
        body: JSON.stringify({ ...params, ...token() }),
      }),
    );

  const get = async (
    path: string,
    params: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<Response> => {
    const url = `${address(path)}?${toQuery(params)}`;
    return url.length > LONGEST_URL_CHARS
      ? send("POST", path, params, { "X-HTTP-Method-Override": "GET" }, signal)
      : checked(await sendRequest(url, { headers, signal }));
  };

  return {
    request: async <T>(
      method: "GET" | "POST" | "PUT" | "DELETE",
      path: string,
      params: Readonly<Record<string, unknown>>,
    ): Promise<T> => {
      // Each caller names the documented shape of the answer it asked for.
      if (method === "GET")
        return withinTime(
          async (signal) =>
            (await toJson(await get(path, params, signal))) as T,
        );
      return (await toJson(await send(method, path, params))) as T;
    },
    upload: async ({ name, bytes }) => {
      const form = new FormData();
      form.append("file", new Blob([bytes.slice()]), name);
      for (const [key, value] of Object.entries(token())) {
        form.append(key, value);
      }
      const response = await checked(
        await sendRequest(address("file"), {
          method: "POST",
          headers,
          body: form,
        }),
      );
      const answer = (await toJson(response)) as { fileKey: string }; // documented answer
      return answer.fileKey;
    },
    download: (fileKey) =>
      withinTime(async (signal) => {
        const response = await get("file", { fileKey }, signal);
        return new Uint8Array(await response.arrayBuffer());
      }),
  };
};

/**
 * The session of the user who looks.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/api/get-csrf-token/
 */
export const createPageTransport = (): RestTransport =>
  createTransport({
    toUrl: (path) =>
      kintone.api.url(path.replace(/\.json$/, ""), path.startsWith("/k/")),
    headers: { "X-Requested-With": "XMLHttpRequest" },
    requestToken: () => kintone.getRequestToken(),
  });

/** Headers and connections of a script, which has no session. */
export const createScriptTransport = (options: {
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  /** Folder of a guest space, such as `/k/guest/3`; default `/k`. */
  root?: string;
  send?: typeof fetch;
}): RestTransport => {
  const { baseUrl, headers, root = "/k", send } = options;
  return createTransport({
    toUrl: (path) => new URL(path.replace(/^\/k\//u, `${root}/`), baseUrl).href,
    headers,
    ...(send && { send }),
  });
};

/** A login name and a password, for scripts. */
export const createPasswordTransport = (options: {
  baseUrl: string;
  username: string;
  password: string;
}): RestTransport => {
  const bytes = new TextEncoder().encode(
    `${options.username}:${options.password}`,
  );
  return createScriptTransport({
    baseUrl: options.baseUrl,
    headers: {
      "X-Cybozu-Authorization": btoa(String.fromCharCode(...bytes)),
    },
  });
};
