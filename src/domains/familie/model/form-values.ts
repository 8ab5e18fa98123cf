import type { Values } from "../../../platform/form.ts";
import type { Beziehung } from "./familie.ts";

/** From when to when a stored relation is, as its form would be filled with it. */
export const zeitraumValues = ({ von, bis }: Beziehung): Values => ({ von: [von ?? ""], bis: [bis ?? ""] });
