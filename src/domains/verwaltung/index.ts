/** The door of the room: what other rooms and the command line may call. */
export { agreeAsOperator } from "./commands/agree-rolle.ts";
export { createKonto } from "./commands/create-konto.ts";
export { createStandort } from "./commands/create-standort.ts";
export { createTraeger } from "./commands/create-traeger.ts";
export { type Einrichtung, einrichten, installKreis } from "./commands/einrichten.ts";
export { restoreAccess } from "./commands/restore-access.ts";
export { pflege } from "./queries/pflege.ts";
export { wartendeRollen } from "./queries/wartende-rollen.ts";
export { type Standort, kommunen, kommunenQuery, standorte, standorteQuery, traeger } from "./queries/orte.ts";
