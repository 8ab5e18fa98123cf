import { type Visit, page, PageAs, Redirect } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { offered } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import { type Rejected, type Values, first } from "../../../platform/form.ts";
import { nachGebrauch } from "../model/suche.ts";
import { sprachgebrauch } from "../queries/gebrauch.ts";
import { letzterArbeitstag } from "../model/beratung.ts";
import { recordBatch } from "../commands/record-batch.ts";
import { auswahlOf, emptyValues } from "../queries/formular.ts";
import {
  LISTE_ENTWURF as DRAFT,
  LISTE as PATH,
  ListeNachtragen,
  type ListenFormular,
} from "../parts/liste-nachtragen.tsx";
import { angefangene } from "../parts/entwuerfe.tsx";
import {
  GLEICH,
  ListeEingabe,
  MAX_ZEILEN,
  ZEILEN,
  alsGleiche,
  gefuellteZeilen,
  gleicheZeilen,
} from "../model/zeilen.ts";
import { LIST, addressOf, getan } from "../parts/getan.ts";
import { vorgabeOf } from "../rows/vorgabe.ts";
import { keepForm, saying } from "../parts/keep-form.ts";

const permission = "beratung.schreiben";

/** An empty list for the last working day, or a draft of one. */
export const show = page({
  path: PATH,
  permission,
  show: async (visit) => {
    const f = await readAs(visit.actor, (tx) => formOf(tx, visit));
    return <ListeNachtragen frame={visit.frame} f={f} />;
  },
});

/** Day, place and way of the list as they are mostly meant. */
async function head(tx: Tx, visit: Visit): Promise<Values> {
  const {
    am = [],
    ort = [],
    kontaktweg = [],
  } = emptyValues(await vorgabeOf(tx, visit.actor), letzterArbeitstag(today()));
  return { am, ort, kontaktweg };
}

/** Whether the form was sent for more rows, not to be saved. */
const wantsMore = (rejected: Rejected | undefined) => first(rejected?.values ?? {}, "ansicht") === "mehr";

const asksForSame = (rejected: Rejected | undefined) =>
  rejected?.errors.some((e) => e.message.startsWith(GLEICH)) ?? false;

async function formOf(tx: Tx, visit: Visit, rejected?: Rejected): Promise<ListenFormular> {
  const f = await filled(tx, visit, DRAFT, undefined, rejected);
  const leer = rejected === undefined && f.continued === undefined;
  const begin = leer ? await head(tx, visit) : f.values;
  const auswahl = await auswahlOf(tx, visit.actor, begin, leer ? "leer" : undefined);
  const { values } = auswahl;
  const single = Object.fromEntries(Object.keys(values).map((name) => [name, first(values, name)]));
  const rows = gefuellteZeilen(single);
  const shown = Math.max(ZEILEN, Number(first(values, "zeilen")) || 0, rows.at(-1) ?? 0);
  const more = wantsMore(rejected);
  return {
    ...f,
    ...auswahl,
    sprachen: nachGebrauch(offered(auswahl.listen.sprache), await sprachgebrauch(tx, visit.actor)),
    rejected: more ? undefined : rejected,
    gleich: asksForSame(rejected) ? alsGleiche(gleicheZeilen(single)) : first(values, "gleich"),
    zeilen: Math.min(MAX_ZEILEN, shown + (more ? ZEILEN : 0)),
    entwuerfe: angefangene(f.begun, auswahl.listen),
  };
}

export const save = change(
  PATH,
  permission,
  {
    schema: ListeEingabe,
    draft: DRAFT,
    answer: (_, to) => new Redirect(addressOf(to)),
    again: async (visit, rejected) => {
      const { f, flash } = await writeAs(visit.actor, async (tx) => {
        const state = await formOf(tx, visit, rejected);
        const kept = { id: state.draft.id, form: DRAFT.form, values: rejected.values };
        return { f: state, flash: await keepForm(tx, visit.actor, kept) };
      });
      const html = <ListeNachtragen frame={saying(visit.frame, flash)} f={f} />;
      return wantsMore(rejected) ? new PageAs(html) : html;
    },
  },
  async (tx, visit, input) => {
    const n = await recordBatch(tx, visit.actor, input);
    return getan.after(`${LIST}?von=${input.am}&bis=${input.am}`, "liste", n);
  },
);
