type Params = Record<string, string | number | undefined>;
type Build = (need: (name: string) => string, params: Params) => string;

const withView = (base: string, { viewId }: Params): string =>
  viewId === undefined ? base : `${base}?view=${viewId}`;

const device = (prefix: string, suffix: string): Record<string, Build> => ({
  [`APP_INDEX${suffix}`]: (need, params) =>
    withView(`${prefix}/${need("appId")}/`, params),
  [`APP_CREATE${suffix}`]: (need) => `${prefix}/${need("appId")}/edit`,
  [`APP_DETAIL${suffix}`]: (need) =>
    `${prefix}/${need("appId")}/show#record=${need("recordId")}`,
  [`APP_EDIT${suffix}`]: (need) =>
    `${prefix}/${need("appId")}/show#record=${need("recordId")}&mode=edit`,
  [`APP_REPORT${suffix}`]: (need) =>
    `${prefix}/${need("appId")}/report?report=${need("reportId")}`,
  [`PORTAL_TOP${suffix}`]: () => `${prefix}/`,
  [`SPACE_PORTAL${suffix}`]: (need) => `${prefix}/#/space/${need("spaceId")}`,
  [`SPACE_THREAD${suffix}`]: (need) =>
    `${prefix}/#/space/${need("spaceId")}/thread/${need("threadId")}`,
  [`PEOPLE_TOP${suffix}`]: (need) =>
    `${prefix}/#/people/user/${need("userCode")}`,
  [`MESSAGE_TOP${suffix}`]: (need) => `${prefix}/#/message/${need("userCode")}`,
  [`SEARCH_TOP${suffix}`]: () => `${prefix}/search`,
});

const pages: Record<string, Build> = {
  ...device("/k", ""),
  ...device("/k/m", "_MOBILE"),
  APP_PRINT: (need) => `/k/${need("appId")}/print?record=${need("recordId")}`,
  NOTIFICATION_TOP: () => "/k/#/ntf/mention",
  APP_MARKETPLACE_TOP: () => "/k/marketplace",
};

/** The address of a page. @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/build-page-url/ */
export const buildPageUrl = (
  page: string,
  params: Params = {},
): Promise<string> =>
  new Promise((resolve) => {
    const build = pages[page];
    if (!build) throw new TypeError(`buildPageUrl: unknown page ${page}`);
    const need = (name: string): string => {
      const value = params[name];
      if (value === undefined || value === "")
        throw new TypeError(`buildPageUrl: ${page} needs ${name}`);
      return encodeURIComponent(String(value));
    };
    resolve(`${location.origin}${build(need, params)}`);
  });
