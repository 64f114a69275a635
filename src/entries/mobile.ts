import { mountFeatures } from "../feature-kit/mount.ts";
import { features } from "../features/index.ts";
import { phoneOnlyFeatures } from "../features/phone-only.ts";

mountFeatures("mobile", [...features, ...phoneOnlyFeatures]);
