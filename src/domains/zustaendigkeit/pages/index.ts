import type { Route } from "../../../platform/access.ts";
import { confirm } from "./confirm.tsx";
import { endOrdered, endOwn } from "./end.tsx";
import { confirmHandOver, distribute, withdraw } from "./distribute.tsx";
import { everything, onePerson } from "./hand-over.tsx";
import { saveHandedOver, showHandedOver } from "./handed-over.tsx";
import { order, own } from "./give.tsx";
import { showList } from "./list.tsx";
import { confirmMember, ending, leaveOwn, takeOut } from "./mitglied.tsx";
import { saveGelesen, showOwn } from "./own.tsx";
import { founding, saveMitglied, showTeam } from "./teams.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [
  showOwn,
  saveGelesen,
  showHandedOver,
  saveHandedOver,
  ...[distribute, confirmHandOver, withdraw, everything, onePerson].flatMap(({ show, save }) => [show, save]),
  ...[own, order, endOwn, endOrdered, confirm, founding, confirmMember, leaveOwn, takeOut, ending].flatMap(
    ({ show, save }) => [show, save],
  ),
  showList,
  showTeam,
  saveMitglied,
];
