import { randomUUID } from "node:crypto";
import { Redirect, type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { linksAreMailed } from "../../../platform/mail.ts";
import { Alert, CardPage, Confirm, Entered } from "../../../ui/index.ts";
import { deactivateKonto } from "../commands/deactivate-konto.ts";
import { resetKonto } from "../commands/reset-konto.ts";
import { kontoAkte } from "../queries/konten.ts";
import { belowKonto, MITARBEITENDE } from "../parts/below.ts";
import { linkAnswer, linkPath } from "../parts/link-answer.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";
import { bestaetigende } from "../../zugang/index.ts";

const permission = "konto.traeger_verwalten";
const DEACTIVATE = `${MITARBEITENDE}/:id/deaktivieren`;
const RESET = `${MITARBEITENDE}/:id/neuer-link`;

const akteOf = (visit: Visit) => readAs(visit.actor, (tx) => kontoAkte(tx, visit.actor, idOf(visit)));

async function deactivateForm(visit: Visit, rejected?: Rejected) {
  const konto = await akteOf(visit);
  const self = `${MITARBEITENDE}/${konto.id}`;
  if (!konto.verwaltbar) return new Redirect(self);
  return (
    <CardPage {...belowKonto(visit, konto)} title="Zugang deaktivieren" rejected={rejected}>
      <Confirm action={`${self}/deaktivieren`} confirm="Zugang deaktivieren" back={self} danger rejected={rejected}>
        <p>
          <Entered>{konto.name}</Entered> kann sich danach nicht mehr anmelden. Offene Sitzungen enden mit der nächsten
          Anfrage, Einladungslinks gelten nicht mehr. Was sie oder er erfasst hat, bleibt.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const { show: showDeactivate, save: saveDeactivate } = formPage(
  DEACTIVATE,
  permission,
  { form: deactivateForm, schema: NOTHING },
  async (tx, { actor, at }) => {
    await deactivateKonto(tx, actor, at);
    return getan.after(`${MITARBEITENDE}/${at.id}`, "deaktiviert");
  },
);

const RESET_WORDS = {
  aktiv:
    "Passwort, zweiter Faktor und Wiederherstellungscodes gelten ab sofort nicht mehr, offene Sitzungen enden. Erst mit dem neuen Link kann die Person sich wieder anmelden.",
  eingeladen: "Ein Link, den Sie schon weitergegeben haben, gilt danach nicht mehr.",
  deaktiviert: "Der Zugang wird wieder geöffnet. Passwort und zweiter Faktor werden mit dem neuen Link frisch gesetzt.",
};

const resetWords = (status: string): string =>
  status === "aktiv" || status === "deaktiviert" ? RESET_WORDS[status] : RESET_WORDS.eingeladen;

/** Who can say afterwards that it is the right person; before somebody finds out that nobody can. */
const ClosesFiles = ({ names }: { readonly names: readonly string[] }) => (
  <>
    <p>
      Ihre oder seine Akten bleiben danach geschlossen, bis sie oder er sich mit der bisherigen App oder einem
      Wiederherstellungscode nachweist, oder bis jemand anderes als Sie nach einem Gespräch bestätigt, dass der Zugang
      bei der richtigen Person ist.
    </p>
    {names.length === 0 ? (
      <Alert kind="warning">
        Bestätigen kann das bei diesem Träger außer Ihnen gerade niemand. Das kann, wer die Rolle Datenschutz oder
        Leitung des Trägers hat.
      </Alert>
    ) : (
      <p>
        Bestätigen können: <Entered>{names.join(", ")}</Entered>.
      </p>
    )}
  </>
);

async function resetForm(visit: Visit, rejected?: Rejected) {
  const konto = await akteOf(visit);
  const self = `${MITARBEITENDE}/${konto.id}`;
  if (!konto.verwaltbar) return new Redirect(self);
  const reopens = konto.status === "deaktiviert";
  const of = { konto: { kontoId: konto.id, traegerId: konto.traegerId }, waiting: [{ von: visit.actor.kontoId }] };
  const names = konto.angenommen ? await readAs(visit.actor, (tx) => bestaetigende(tx, visit.actor, of)) : undefined;
  const verb = linksAreMailed() ? "schicken" : "zeigen";
  return (
    <CardPage
      {...belowKonto(visit, konto)}
      title={reopens ? "Zugang wieder öffnen" : "Neuer Einladungslink"}
      rejected={rejected}
    >
      <Confirm
        action={`${self}/neuer-link`}
        confirm={reopens ? `Öffnen und Link ${verb}` : `Neuen Link ${verb}`}
        back={self}
        danger={konto.status === "aktiv"}
        rejected={rejected}
      >
        <p>
          Für <Entered>{konto.name}</Entered>: {resetWords(konto.status)}
        </p>
        {names === undefined ? null : <ClosesFiles names={names} />}
      </Confirm>
    </CardPage>
  );
}

export const { show: showReset, save: saveReset } = formPage(
  RESET,
  permission,
  { form: resetForm, schema: NOTHING, answer: linkAnswer },
  async (tx, visit) => {
    const id = idOf(visit);
    const invitationId = randomUUID();
    return { to: linkPath(id, invitationId), once: await resetKonto(tx, visit.actor, { id }, { invitationId }) };
  },
);
