import type { Visit } from "../../../platform/access.ts";
import { LIST } from "./getan.ts";

const ROOM = { label: "Fallrekonstruktionen", href: LIST };

export const belowList = ({ frame }: Visit) => ({ frame, breadcrumb: [ROOM] });

/** A page below a reconstruction: its frame and the way up. */
export const belowEine = ({ frame }: Visit, id: string) => ({
  frame,
  breadcrumb: [ROOM, { label: "Fallrekonstruktion", href: `${LIST}/${id}` }],
});
