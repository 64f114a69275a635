import { mountFeatures } from "../feature-kit/mount.ts";
import { mobileFeatures } from "../features/index.ts";

mountFeatures("mobile", mobileFeatures);
