import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import type { Actor, Recht } from "../../../platform/actor.ts";
import { askedFor } from "../../../platform/asked.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Card,
  CheckChips,
  EmptyState,
  Form,
  HiddenField,
  Page,
  SelectField,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { beratende, menschOptions, menschen } from "../../zustaendigkeit/index.ts";
import { distribute } from "../commands/distribute.ts";
import { STAENDE } from "../model/stand.ts";
import { Verteilung, haushaltName } from "../model/zuweisung.ts";
import { ABGEBEN, LIST, VERTEILEN, getan } from "../parts/getan.ts";
import { Karte } from "../parts/karte.tsx";
import { ortText } from "../parts/worte.ts";
import { belegung, zuVerteilen } from "../queries/listen.ts";
import type { Haushalt } from "../queries/zuweisungen.ts";

const Query = z.object({ stapel: z.uuid().optional() });

/** One line that tells what is needed to give a household to somebody, and nobody's name. */
function zeile(h: Haushalt, listen: Codelisten, bei: string | undefined): string {
  const sprache = h.sprache === null ? [] : [nameOf(listen.sprache, h.sprache)];
  const whose = bei === undefined ? [] : [`jetzt bei ${bei}`];
  return [
    haushaltName(h),
    ortText(h),
    ...sprache,
    `zugewiesen ${tagText(h.zugewiesenAm)}`,
    STAENDE[h.stand],
    ...whose,
  ].join(" · ");
}

/** What is to be given, to whom, and at whom it is now; of a whole Träger also where they are. */
const read = (actor: Actor, all: boolean, stapel: string | undefined) =>
  readAs(actor, async (tx) => {
    const found = await zuVerteilen(tx, actor, all ? undefined : actor.konten);
    const haushalte = stapel === undefined ? found : found.filter((one) => one.stapelId === stapel);
    const whose = [...new Set(haushalte.map(({ kontoId }) => kontoId))];
    return {
      haushalte,
      an: await beratende(tx, actor, [actor.kontoId]),
      namen: new Map((await menschen(tx, actor, whose)).map(({ id, name }) => [id, name])),
      listen: await codelisten(tx),
      orte: all ? await belegung(tx, actor) : [],
    };
  });

/** `all`: those of the whole Träger, and where they are; otherwise one's own. */
async function form(visit: Visit, all: boolean, rejected?: Rejected) {
  const { actor } = visit;
  const { stapel } = askedFor(Query, visit, rejected);
  const { haushalte, an, namen, listen, orte } = await read(actor, all, stapel);
  const field = fieldsOf(undefined, rejected);
  const title = all ? "Neuzuweisungen verteilen" : "Haushalte abgeben";
  return (
    <Page
      frame={visit.frame}
      title={title}
      heading={false}
      rejected={rejected}
      wide
      {...(all ? {} : { breadcrumb: [{ label: "Neuzuweisungen", href: LIST }] })}
    >
      <Card title={title} level={1}>
        <p>
          {all
            ? "Verteilt wird, was noch keine Akte hat: nach Zahl, Ort und Sprache. Namen sehen Sie hier nicht, und an sich selbst verteilt niemand."
            : "Wem Sie abgeben, sieht danach die Namen, Sie nicht mehr. Gibt es schon eine Akte, übergeben Sie sie unter „Vertretung“."}
        </p>
        {haushalte.length === 0 ? (
          <EmptyState>Hier ist gerade nichts zu verteilen.</EmptyState>
        ) : an.length === 0 ? (
          <EmptyState>Bei Ihrem Träger berät gerade niemand sonst, dem Sie etwas geben könnten.</EmptyState>
        ) : (
          <Form action={all ? VERTEILEN : ABGEBEN} rejected={rejected}>
            {stapel === undefined ? null : <HiddenField name="stapel" value={stapel} />}
            <CheckChips
              {...field("zuweisung")}
              rows
              label={anzahl(haushalte.length, "Haushalt", "Haushalte")}
              options={haushalte.map((h) => ({
                value: h.id,
                label: zeile(h, listen, all ? (namen.get(h.kontoId) ?? "niemandem") : undefined),
              }))}
            />
            <SelectField
              {...field("an")}
              label="Wer wird zuständig?"
              empty="Bitte wählen"
              options={menschOptions(an)}
            />
            <Submit label={all ? "Verteilen" : "Abgeben"} cancel={all ? VERTEILEN : LIST} />
          </Form>
        )}
      </Card>
      {all ? <Karte orte={orte} title="Wo sie sind" /> : null}
    </Page>
  );
}

const both = (path: string, permission: Recht, all: boolean, to: string) => ({
  show: page({ path, permission, notices: getan, show: (visit) => form(visit, all) }),
  save: change(
    path,
    permission,
    { schema: Verteilung, again: (visit, rejected) => form(visit, all, rejected) },
    async (tx, { actor }, input) => getan.after(to, "abgegeben", await distribute(tx, actor, input)),
  ),
});

export const abgeben = both(ABGEBEN, "zuweisung.schreiben", false, LIST);
export const verteilen = both(VERTEILEN, "zuweisung.verteilen", true, VERTEILEN);
