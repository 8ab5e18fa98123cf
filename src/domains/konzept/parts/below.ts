import type { Visit } from "../../../platform/access.ts";
import type { Konzept } from "../model/konzept.ts";
import { teilName } from "../model/teile.ts";
import type { TeilAkte } from "../queries/kapitel.ts";
import { LIST, TEIL } from "./getan.ts";

const ROOM = { label: "Handlungskonzept", href: LIST };

/** Where a page about one draft stands. */
export const belowKonzept = ({ frame }: Visit, konzept: Pick<Konzept, "id" | "titel">) => ({
  frame,
  breadcrumb: [ROOM, { label: konzept.titel, href: `${LIST}/${konzept.id}` }],
});

/** Where a page about what is said of one part stands. */
export const belowTeil = (visit: Visit, { konzept, teil, kapitel }: TeilAkte) => ({
  frame: visit.frame,
  breadcrumb: [
    ...belowKonzept(visit, konzept).breadcrumb,
    { label: teilTitel({ teil, kapitel }), href: `${TEIL}/${teil.id}/besprechen` },
  ],
});

export const belowRoom = ({ frame }: Visit) => ({ frame, breadcrumb: [ROOM] });

/** "Bildung 0–6: Ziele"; of a free chapter its heading alone. */
export const teilTitel = ({ teil, kapitel }: Pick<TeilAkte, "teil" | "kapitel">): string =>
  teil.art === "text" ? kapitel.titel : `${kapitel.titel}: ${teilName(teil.art)}`;
