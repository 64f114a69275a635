import { mountFeatures } from "../feature-kit/mount.ts";
import { features } from "../features/index.ts";

mountFeatures("mobile", features);
