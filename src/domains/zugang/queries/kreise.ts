import { systemActor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { NO_KREIS } from "../../../platform/token.ts";

/** All Kreise of the installation by name, for whoever has to say where to sign in. */
export const kreisChoices = (): Promise<{ value: string; label: string }[]> =>
  readAs(systemActor(NO_KREIS), (tx) =>
    tx
      .selectFrom("betrieb.mandant as m")
      .innerJoin("ref.kim_kommune as k", "k.code", "m.kreis")
      .select(["m.kreis as value", "k.name as label"])
      .orderBy("k.name")
      .execute(),
  );
