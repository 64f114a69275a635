import { formErrors } from "excel-form";
import { desktopErrors } from "../errors/desktop-catalogue.ts";
import { addToPageCatalogue } from "../errors/to-message.ts";
import { mountFeatures } from "../feature-kit/mount.ts";
import { desktopOnlyFeatures } from "../features/desktop-only.ts";
import { features } from "../features/index.ts";

addToPageCatalogue({ ...formErrors, ...desktopErrors });
mountFeatures("desktop", [...features, ...desktopOnlyFeatures]);
