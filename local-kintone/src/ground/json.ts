/** REST shapes that we keep as they came and only look into where rules need it. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };
