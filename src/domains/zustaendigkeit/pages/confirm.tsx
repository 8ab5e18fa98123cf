import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Entered } from "../../../ui/index.ts";
import { confirmVertretung } from "../commands/confirm-vertretung.ts";
import { grundText } from "../model/vertretung.ts";
import { Bezeugen } from "../parts/bezeugen.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { hindernis } from "../queries/bezeugen.ts";
import { vertretungOf } from "../queries/vertretungen.ts";

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { v, why } = await readAs(actor, async (tx) => {
    const found = await vertretungOf(tx, actor, idOf(visit));
    if (found === undefined) throw new NotFound();
    const beteiligte = [found.vertreten, found.durch];
    const waits = found.stand === "wartet";
    return {
      v: found,
      why: waits
        ? await hindernis(tx, actor, { gegebenVon: found.gegebenVon, beteiligte })
        : "Hier wartet nichts mehr.",
    };
  });
  return (
    <Bezeugen
      visit={visit}
      title="Vertretung bestätigen"
      action={`${LIST}/${v.id}/bestaetigen`}
      why={why}
      rejected={rejected}
    >
      <p>
        <Entered>{v.werGegeben}</Entered> möchte, dass <Entered>{v.werDurch}</Entered> vom {tagText(v.von)} bis{" "}
        {tagText(v.bis)} die Akten von <Entered>{v.wer}</Entered> sieht und führt. Grund: {grundText(v.grund)}.
      </p>
    </Bezeugen>
  );
}

export const confirm = formPage(
  `${LIST}/:id/bestaetigen`,
  "konto.bestaetigen",
  { form, schema: NOTHING },
  async (tx, { actor, at }) => {
    await confirmVertretung(tx, actor, at);
    return getan.after(LIST, "bestaetigt");
  },
);
