type C = (name: string) => string;

const frame = (c: C): string => `
.${c("root")}{background:#f5f7f8;color:#2b3436;font:14px/1.6 Meiryo,"Hiragino Kaku Gothic ProN","Noto Sans JP",sans-serif}
.${c("body")}{margin:0;min-height:100vh;display:flex;flex-direction:column}
.${c("banner")},.${c("footer")}{background:#4a3b00;color:#fff3d1;text-align:center;font-size:12px;padding:2px 8px}
.${c("footer")}{margin-top:auto}
.${c("header")}{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;background:#fff;border-bottom:1px solid #dfe6e9;padding:8px 16px}
.${c("nav")}{display:flex;flex-wrap:wrap;gap:16px;flex:1}
.${c("user")}{color:#5b686b}
.${c("logout")}{margin:0}
.${c("header")} a,.${c("app-name")} a{color:#1a6aa0}
.${c("app-name")}{margin:0;background:#fff;border-bottom:1px solid #dfe6e9;padding:8px 16px;font-size:18px;font-weight:bold}
.${c("app-name")} a{text-decoration:none;color:inherit}
.${c("main")}{padding:16px;display:block}
.${c("title")}{font-size:18px;margin:0 0 12px}
.${c("links")}{list-style:none;margin:0;padding:0}
.${c("links")} a{display:inline-block;padding:4px 0;color:#1a6aa0}
.${c("muted")}{color:#5b686b}
.${c("grow")}{flex:1}
.${c("visually-hidden")}{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.${c("login")}{max-width:360px;margin:48px auto;background:#fff;border:1px solid #dfe6e9;border-radius:4px;padding:24px;width:calc(100% - 80px)}
.${c("login-field")}{display:block;margin-bottom:12px}
.${c("login-field")} input{display:block;width:100%;box-sizing:border-box}
.${c("refusal")}{background:#fff;border:1px solid #dfe6e9;border-radius:4px;padding:24px}
[hidden]{display:none!important}
`;

const controls = (c: C): string => `
.${c("button")}{font:inherit;display:inline-block;box-sizing:border-box;padding:4px 14px;border:1px solid #7d8b8f;border-radius:4px;background:#fff;color:#2b3436;cursor:pointer;text-decoration:none;line-height:1.6}
.${c("button")}:focus-visible,.${c("input")}:focus-visible,.${c("main")} a:focus-visible{outline:2px solid #1a6aa0;outline-offset:2px}
.${c("button")}[disabled]{opacity:.5;cursor:default}
.${c("button-primary")}{background:#1a6aa0;border-color:#1a6aa0;color:#fff}
.${c("button-on")}{background:#fff3d1;border-color:#7a4f00;color:#7a4f00}
.${c("button-action")}{background:#e7f1f9;border-color:#1a5f91;color:#1a5f91;font-weight:bold}
.${c("button-danger")}{border-color:#a8211a;color:#a8211a}
.${c("button-link")}{border-color:transparent;background:none;color:#1a6aa0;text-decoration:underline;padding:4px 6px}
.${c("row-button")}{padding:0 8px}
.${c("input")}{font:inherit;box-sizing:border-box;padding:4px 8px;border:1px solid #7d8b8f;border-radius:4px;background:#fff;color:inherit;max-width:100%}
.${c("input")}:disabled{background:#edf0f1;color:#5b686b}
.${c("input")}[aria-invalid=true]{border-color:#a8211a}
.${c("area")}{width:100%;min-width:200px}
.${c("multi")}{min-width:120px}
.${c("toolbar")}{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-bottom:12px}
.${c("menu-space")}:empty,.${c("header-space")}:empty{display:none}
.${c("header-space")}{margin-bottom:12px}
.${c("description")}{background:#fff;border:1px solid #dfe6e9;border-radius:4px;padding:8px 12px;margin-bottom:12px}
.${c("page-error")}{background:#fde9e7;border:1px solid #a8211a;border-radius:4px;color:#a8211a;padding:8px 12px;margin-bottom:12px}
.${c("error")}{color:#a8211a;font-size:13px}
.${c("pre")}{white-space:pre-wrap;overflow-wrap:anywhere}
.${c("field-content")} .${c("input-text")},.${c("field-content")} .${c("area")}{width:100%}
.${c("table")} .${c("input-text")}{width:auto;min-width:80px}
.${c("lookup")} .${c("input-text")}{flex:1;width:auto;min-width:120px}
.${c("with-unit")}{display:flex;gap:4px;align-items:center}
.${c("choices")}{display:flex;gap:4px 16px;flex-wrap:wrap}
.${c("choices-down")}{flex-direction:column}
.${c("choice")}{display:inline-flex;gap:4px;align-items:center}
.${c("lookup")}{display:flex;gap:4px;flex-wrap:wrap}
.${c("chips")},.${c("entities")},.${c("files")}{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px}
.${c("chips")}:not(:empty){margin-bottom:4px}
.${c("chip")}{display:inline-flex;align-items:center;gap:4px;background:#e7f1f9;border-radius:4px;padding:0 8px}
.${c("chip-remove")}{border:0;background:none;cursor:pointer;font:inherit}
.${c("entities")} li{background:#edf0f1;border-radius:4px;padding:0 8px}
`;

const forms = (c: C): string => `
.${c("form")}{background:#fff;border:1px solid #dfe6e9;border-radius:4px;padding:16px}
.${c("form-row")}{display:flex;flex-wrap:wrap;gap:12px 16px;margin-bottom:12px}
.${c("form-row")}:empty{margin:0}
.${c("field")}{max-width:100%;border-radius:4px}
.${c("field-label")}{color:#5b686b;font-size:13px}
.${c("field-label")}:empty{display:none}
.${c("field-table")}{margin-bottom:12px}
.${c("required")}{color:#a8211a;margin-left:2px}
.${c("value")}{min-height:1.6em;min-width:80px;overflow-wrap:anywhere}
.${c("multiline")}{white-space:pre-wrap}
.${c("decoration")}{align-self:center}
.${c("decoration")} hr{border:0;border-top:1px solid #dfe6e9;min-width:200px}
.${c("spacer")}{flex:0 1 auto}
.${c("space")}{min-height:100%}
.${c("group")}{border:1px solid #dfe6e9;border-radius:4px;margin-bottom:12px}
.${c("group-head")}{font:inherit;font-weight:bold;width:100%;text-align:left;border:0;background:#f5f7f8;padding:8px 12px;cursor:pointer}
.${c("group-head")}::before{content:"▸ "}
.${c("group-head")}[aria-expanded=true]::before{content:"▾ "}
.${c("group-body")}{padding:12px}
.${c("table-frame")}{overflow-x:auto;position:relative}
.${c("table")}{border-collapse:collapse;background:#fff}
.${c("table")} th,.${c("table")} td{border:1px solid #dfe6e9;padding:4px 8px;text-align:left;vertical-align:top}
.${c("table")} th{background:#f5f7f8;font-weight:bold;white-space:nowrap}
.${c("row-buttons")}{white-space:nowrap}
.${c("record-and-side")}{display:flex;gap:16px;align-items:flex-start}
.${c("record")}{flex:1;min-width:0}
.${c("side")}{width:320px;flex:none}
.${c("side-tabs")}{display:flex;gap:8px;margin-bottom:8px}
.${c("changes")}{margin:0;padding-left:20px;overflow-wrap:anywhere}
.${c("comments")}{background:#fff;border:1px solid #dfe6e9;border-radius:4px;padding:12px;box-sizing:border-box}
.${c("side-title")}{font-size:16px;margin:0 0 8px}
.${c("comment-list")},.${c("history")}{list-style:none;margin:0;padding:0}
.${c("comment")}{border-top:1px solid #dfe6e9;padding:8px 0}
.${c("comment-head")}{display:flex;gap:8px;align-items:baseline;flex-wrap:wrap;font-size:13px}
.${c("comment-text")}{display:block;white-space:pre-wrap;overflow-wrap:anywhere}
.${c("comment-tools")}{display:flex;gap:8px;align-items:center;justify-content:space-between;margin:4px 0 8px}
.${c("status-bar")}{background:#fff;border:1px solid #dfe6e9;border-radius:4px;padding:8px 12px;margin-bottom:12px}
.${c("status-line")},.${c("status-popup")}{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
.${c("status-popup")}{border-top:1px solid #dfe6e9;margin-top:8px;padding-top:8px}
.${c("history")}{border-top:1px solid #dfe6e9;margin-top:8px;padding-top:8px}
`;

const lists = (c: C): string => `
.${c("list")}{width:100%}
.${c("list")} th:first-child,.${c("list")} td:first-child{width:1%}
.${c("list")} td{max-width:320px;overflow-wrap:anywhere}
.${c("sort")}{font:inherit;font-weight:bold;border:0;background:none;cursor:pointer;padding:0;color:inherit}
.${c("list")} th[aria-sort=ascending] .${c("sort")}::after{content:" ▲"}
.${c("list")} th[aria-sort=descending] .${c("sort")}::after{content:" ▼"}
.${c("open")}{color:#1a6aa0;text-decoration:none;font-size:16px}
.${c("pager")}{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:8px 0}
.${c("calendar")}{width:100%;table-layout:fixed}
.${c("calendar")} td{height:80px}
.${c("calendar-bar")}{display:flex;gap:12px;align-items:center;margin-bottom:8px}
.${c("calendar-day")}{color:#5b686b;font-size:12px}
.${c("calendar-entry")}{display:block;background:#e7f1f9;border-radius:4px;color:#1a5f91;padding:0 4px;margin-bottom:2px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;text-decoration:none}
.${c("app-list")},.${c("notices")},.${c("plugin-list")},.${c("cards")}{list-style:none;margin:0;padding:0;display:flex;flex-direction:column;gap:8px}
.${c("app-link")}{display:block;background:#fff;border:1px solid #dfe6e9;border-radius:4px;padding:12px 16px;color:#1a6aa0;text-decoration:none}
.${c("notice")},.${c("plugin")},.${c("card")}{background:#fff;border:1px solid #dfe6e9;border-radius:4px;padding:8px 12px}
.${c("notice")}{display:flex;gap:12px;align-items:center}
.${c("notice")} a{flex:1;color:inherit;text-decoration:none;display:block}
.${c("notice-unread")}{border-left:4px solid #1a6aa0}
.${c("notice-text")}{display:block;white-space:pre-wrap;overflow-wrap:anywhere}
.${c("plugin")}{display:flex;gap:12px;align-items:center}
.${c("badge")}{background:#edf0f1;border-radius:4px;padding:0 8px;font-size:12px}
.${c("card-link")}{display:block;color:inherit;text-decoration:none}
.${c("card-line")}{display:flex;gap:8px}
.${c("card-label")}{color:#5b686b;flex:0 0 35%;font-size:13px}
.${c("card-value")}{flex:1;overflow-wrap:anywhere}
.${c("portal-space")}:not(:empty){margin-bottom:16px}
`;

const graphs = (c: C): string => `
.${c("chart")}{display:block;width:100%;max-width:720px;background:#fff;border:1px solid #dfe6e9;margin-bottom:8px}
.${c("pie")}{width:240px;height:240px;border-radius:50%;margin-bottom:8px}
.${c("legend")}{list-style:none;margin:0 0 12px;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}
.${c("swatch")}{display:inline-block;width:12px;height:12px;border-radius:2px}
`;

const floating = (c: C): string => `
.${c("layer")},.${c("loading")}{position:fixed;inset:0;background:rgba(43,52,54,.45);display:flex;align-items:center;justify-content:center;z-index:1000}
.${c("loading")}{z-index:1200;color:#fff}
.${c("loading-text")}{background:#2b3436;border-radius:4px;padding:12px 24px}
.${c("dialog")},.${c("sheet")}{background:#fff;border-radius:4px;box-shadow:0 8px 32px rgba(0,0,0,.3);max-width:calc(100vw - 32px);max-height:calc(100vh - 32px);min-width:min(400px,calc(100vw - 32px));display:flex;flex-direction:column}
.${c("sheet")}{align-self:flex-end;width:100%;max-width:100%;border-radius:12px 12px 0 0}
.${c("dialog-header")}{display:flex;align-items:center;gap:8px;padding:12px 16px 0}
.${c("dialog-title")}{font-size:16px;margin:0;flex:1}
.${c("dialog-close")}{border-color:transparent;margin-left:auto;font-size:18px;padding:0 8px}
.${c("dialog-body")}{padding:12px 16px;overflow:auto}
.${c("dialog-text")}{margin:0;white-space:pre-wrap}
.${c("dialog-buttons")}{display:flex;gap:8px;justify-content:flex-end;padding:0 16px 16px}
.${c("dialog-buttons")}:empty{padding:0}
.${c("has-dialog")}{overflow:hidden}
.${c("pick-search")}{display:flex;gap:8px;align-items:center;margin-bottom:8px}
.${c("pick-list")}{display:flex;flex-direction:column;max-height:50vh;overflow:auto}
.${c("pick-item")}{display:flex;gap:8px;align-items:center;padding:4px}
.${c("filter-line")}{display:flex;gap:8px;flex-wrap:wrap;margin-bottom:8px}
.${c("filter-query")}{display:block}
.${c("notification")}{position:fixed;top:8px;left:50%;transform:translateX(-50%);z-index:1100;display:flex;gap:12px;align-items:flex-start;padding:8px 16px;border-radius:4px;box-shadow:0 4px 16px rgba(0,0,0,.25);max-width:calc(100vw - 32px);box-sizing:border-box}
.${c("notification-text")}{white-space:pre-wrap;overflow-wrap:anywhere}
.${c("notification-close")}{border-color:transparent;background:none;color:inherit;padding:0 4px}
.${c("notification-error")}{background:#a8211a;color:#fff}
.${c("notification-success")}{background:#17713f;color:#fff}
.${c("notification-info")}{background:#1a5f91;color:#fff}
`;

const mobile = (c: C): string => `
.${c("mobile")} .${c("main")}{padding:8px}
.${c("mobile")} a.${c("button")}{display:inline-flex;align-items:center}
.${c("mobile")} .${c("button")},.${c("mobile")} .${c("input")}{min-height:44px}
.${c("mobile")} .${c("form-row")}{flex-flow:column nowrap}
.${c("mobile")} .${c("form-row")}>*{flex:none}
.${c("mobile")} .${c("field")} .${c("input")}{width:100%}
.${c("mobile")} .${c("choice")}{min-height:44px}
.${c("mobile")} .${c("record-and-side")}{flex-direction:column;align-items:stretch}
.${c("mobile")} .${c("side")}{width:auto}
`;

const print = (c: C): string => `
@media print{.${c("header")},.${c("toolbar")}{display:none}.${c("form")}{border:0;padding:0}}
`;

/** The look of the pages: plain, and under class names of this start only. */
export const styleSheet = (c: C): string =>
  [frame, controls, forms, lists, graphs, floating, mobile, print]
    .map((part) => part(c))
    .join("");
