import type { Route } from "../../platform/access.ts";
import { home } from "./pages/home.tsx";

export { ErrorPage } from "./pages/error.tsx";
export const routes: readonly Route[] = [home];
