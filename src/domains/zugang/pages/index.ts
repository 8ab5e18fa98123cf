import type { Route } from "../../../platform/access.ts";
import { anmeldenRoutes } from "./anmelden.tsx";
import { codeRoutes } from "./code.tsx";
import { einladungRoutes } from "./einladung.tsx";
import { einrichtenRoutes } from "./einrichten.tsx";
import { kontoAnmeldungRoutes } from "./konto-anmeldung.tsx";
import { kontoRoutes } from "./konto.tsx";
import { sperreRoutes } from "./sperre.tsx";

export { demoRoutes } from "./demo.tsx";

export const routes: readonly Route[] = [
  ...anmeldenRoutes,
  ...codeRoutes,
  ...einrichtenRoutes,
  ...einladungRoutes,
  ...sperreRoutes,
  ...kontoRoutes,
  ...kontoAnmeldungRoutes,
];
