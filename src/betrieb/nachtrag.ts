import { catchUpGeburten } from "../domains/einwilligungen/index.ts";
import { forEachTraeger } from "../platform/catch-up.ts";
import { type Marks, setMark } from "../platform/installation-marks.ts";
import type { Role } from "../platform/migrate.ts";

/** What only whoever has the keys can make of what is there already, each by the mark that says it is done. */
const NACHTRAEGE = { nachgetragen_volljaehrig: catchUpGeburten };

/** Catches up once in the life of an installation: what came since was written with it. The tresor is open. */
export async function catchUpWithKeys(url: (role: Role) => string, marks: Marks): Promise<void> {
  for (const [mark, work] of Object.entries(NACHTRAEGE)) {
    if (marks[mark] !== undefined) continue;
    await forEachTraeger(url("kim_web"), work);
    await setMark(url("kim_owner"), mark, "ja");
  }
}
