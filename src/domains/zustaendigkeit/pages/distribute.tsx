import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Alert,
  CardPage,
  Checkbox,
  Confirm,
  EmptyState,
  Entered,
  Form,
  NumberField,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { confirmUebergabe, withdrawUebergabe } from "../commands/confirm-uebergabe.ts";
import { orderUebergabe } from "../commands/give-uebergabe.ts";
import { Verteilung } from "../model/uebergabe.ts";
import { Bezeugen } from "../parts/bezeugen.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { arbeit } from "../parts/offene-arbeit.tsx";
import { UebergabeFelder } from "../parts/uebergabe-felder.tsx";
import { was } from "../parts/uebergaben.tsx";
import { hindernis } from "../queries/bezeugen.ts";
import { beratende } from "../queries/menschen.ts";
import { offeneArbeit, uebergabeOf, wartendeUebergaben } from "../queries/uebergaben.ts";

const breadcrumb = [{ label: "Vertretungen", href: LIST }];
const OPEN = `${LIST}/offen/:offen`;

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const konto = idOf(visit, "offen");
  const { offen, wartend, an } = await readAs(actor, async (tx) => ({
    wartend: (await wartendeUebergaben(tx, actor)).filter(({ von }) => von === konto),
    offen: (await offeneArbeit(tx, actor)).find((one) => one.konto === konto),
    an: await beratende(tx, actor, [actor.kontoId]),
  }));
  if (offen === undefined) throw new NotFound();
  const field = fieldsOf(undefined, rejected);
  return (
    <CardPage frame={visit.frame} title="Offene Arbeit verteilen" rejected={rejected} breadcrumb={breadcrumb}>
      <p>
        <Entered>{offen.name}</Entered> berät nicht mehr. Zu verteilen: {arbeit(offen)}. Verteilt wird nach Zahl, ohne
        dass jemand eine Akte öffnet; wer gemeinsam beraten wurde, bleibt zusammen. Es geschieht, sobald eine zweite
        Person bestätigt.
      </p>
      {wartend.length === 0 ? null : (
        <Alert kind="info">
          Verteilt, aber noch nicht bestätigt:{" "}
          {wartend.map((u, i) => (
            <>
              {i > 0 ? "; " : null}
              {was(u)} an <Entered>{u.werAn}</Entered>
            </>
          ))}
          . Was Sie hier angeben, kommt dazu.
        </Alert>
      )}
      {an.length === 0 ? (
        <EmptyState>Bei Ihrem Träger berät gerade niemand, der übernehmen könnte.</EmptyState>
      ) : (
        <Form action={`${LIST}/offen/${konto}`} rejected={rejected}>
          <UebergabeFelder an={an} rejected={rejected}>
            <NumberField
              {...field("hoechstens")}
              label="Wie viele Personen"
              hint="Leer: alle. Sonst zuerst die, die schon am längsten dabei sind."
              optional
            />
            <Checkbox {...field("rest")} value="ja" label="auch Beratungen ohne Person und alte Listen" />
          </UebergabeFelder>
          <Submit label="Verteilen" cancel={LIST} />
        </Form>
      )}
    </CardPage>
  );
}

export const distribute = formPage(
  OPEN,
  "vertretung.anordnen",
  { form, schema: Verteilung },
  async (tx, visit, input) => {
    await orderUebergabe(tx, visit.actor, idOf(visit, "offen"), input);
    return getan.after(LIST, "verteilt");
  },
);

const ONE = `${LIST}/uebergaben/:id`;

async function confirmForm(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { u, why } = await readAs(actor, async (tx) => {
    const found = await uebergabeOf(tx, actor, idOf(visit));
    if (found === undefined) throw new NotFound();
    const asked = { gegebenVon: found.gegebenVon, beteiligte: [found.von, found.an] };
    return { u: found, why: found.stand === "wartet" ? await hindernis(tx, actor, asked) : "Hier wartet nichts mehr." };
  });
  return (
    <Bezeugen
      visit={visit}
      title="Übergabe bestätigen"
      action={`${LIST}/uebergaben/${u.id}/bestaetigen`}
      why={why}
      rejected={rejected}
    >
      <p>
        <Entered>{u.werGegeben}</Entered> möchte, dass <Entered>{u.werAn}</Entered> von <Entered>{u.werVon}</Entered>{" "}
        übernimmt: {was(u)}. Das lässt sich nicht zurücknehmen.
      </p>
    </Bezeugen>
  );
}

export const confirmHandOver = formPage(
  `${ONE}/bestaetigen`,
  "konto.bestaetigen",
  { form: confirmForm, schema: NOTHING },
  async (tx, visit) => {
    await confirmUebergabe(tx, visit.actor, { id: idOf(visit) });
    return getan.after(LIST, "ausgefuehrt");
  },
);

async function withdrawForm(visit: Visit, rejected?: Rejected) {
  const u = await readAs(visit.actor, (tx) => uebergabeOf(tx, visit.actor, idOf(visit)));
  if (u === undefined) throw new NotFound();
  return (
    <CardPage frame={visit.frame} title="Übergabe zurücknehmen" rejected={rejected} breadcrumb={breadcrumb}>
      <Confirm
        action={`${LIST}/uebergaben/${u.id}/zuruecknehmen`}
        confirm="Übergabe zurücknehmen"
        back={LIST}
        rejected={rejected}
      >
        <p>
          {was(u)} von <Entered>{u.werVon}</Entered> bleiben ohne Zuständige und stehen weiter in der Liste.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const withdraw = formPage(
  `${ONE}/zuruecknehmen`,
  "konto.bestaetigen",
  { form: withdrawForm, schema: NOTHING },
  async (tx, visit) => {
    await withdrawUebergabe(tx, visit.actor, { id: idOf(visit) });
    return getan.after(LIST, "zurueckgenommen");
  },
);
