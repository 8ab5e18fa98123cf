import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { removeKapitel } from "../commands/remove-kapitel.ts";
import { belowBericht } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { kapitelAkte } from "../queries/kapitel-akte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/kapitel/:id/entfernen`;

async function form(visit: Visit, rejected?: Rejected) {
  const { akte, kapitel } = await readAs(visit.actor, (tx) => kapitelAkte(tx, visit.actor, idOf(visit)));
  const self = `${LIST}/kapitel/${kapitel.id}`;
  return (
    <CardPage {...belowBericht(visit, akte)} title="Kapitel entfernen" rejected={rejected}>
      <Confirm action={`${self}/entfernen`} confirm="Kapitel entfernen" back={self} danger rejected={rejected}>
        <p>
          „{kapitel.titel}“ geht mit seinem Text verloren. Soll es nur in diesem Bericht nicht stehen, nehmen Sie es
          unter „Kapitel schreiben und ordnen“ heraus; dann bleibt der Text.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: NOTHING }, async (tx, { actor, at }) =>
  getan.after(`${LIST}/${await removeKapitel(tx, actor, at)}/kapitel`, "entfernt"),
);
