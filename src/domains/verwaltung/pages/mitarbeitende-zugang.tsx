import { randomUUID } from "node:crypto";
import { Redirect, type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { deactivateKonto } from "../commands/deactivate-konto.ts";
import { resetKonto } from "../commands/reset-konto.ts";
import { kontoAkte } from "../queries/konten.ts";
import { belowKonto, MITARBEITENDE } from "../parts/below.ts";
import { linkAnswer, linkPath } from "../parts/link-answer.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";

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
          <bdi>{konto.name}</bdi> kann sich danach nicht mehr anmelden. Offene Sitzungen enden mit der nächsten Anfrage,
          Einladungslinks gelten nicht mehr. Was sie oder er erfasst hat, bleibt.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const { show: showDeactivate, save: saveDeactivate } = formPage({
  path: DEACTIVATE,
  permission,
  form: deactivateForm,
  schema: NOTHING,
  save: async (tx, visit) => {
    const id = idOf(visit);
    await deactivateKonto(tx, visit.actor, { id });
    return getan.after(`${MITARBEITENDE}/${id}`, "deaktiviert");
  },
});

const RESET_WORDS = {
  aktiv:
    "Passwort, zweiter Faktor und Wiederherstellungscodes gelten ab sofort nicht mehr, offene Sitzungen enden. Erst mit dem neuen Link kann die Person sich wieder anmelden.",
  eingeladen: "Ein Link, den Sie schon weitergegeben haben, gilt danach nicht mehr.",
  deaktiviert: "Der Zugang wird wieder geöffnet. Passwort und zweiter Faktor werden mit dem neuen Link frisch gesetzt.",
};

const resetWords = (status: string): string =>
  status === "aktiv" || status === "deaktiviert" ? RESET_WORDS[status] : RESET_WORDS.eingeladen;

async function resetForm(visit: Visit, rejected?: Rejected) {
  const konto = await akteOf(visit);
  const self = `${MITARBEITENDE}/${konto.id}`;
  if (!konto.verwaltbar) return new Redirect(self);
  const reopens = konto.status === "deaktiviert";
  return (
    <CardPage
      {...belowKonto(visit, konto)}
      title={reopens ? "Zugang wieder öffnen" : "Neuer Einladungslink"}
      rejected={rejected}
    >
      <Confirm
        action={`${self}/neuer-link`}
        confirm={reopens ? "Öffnen und Link zeigen" : "Neuen Link zeigen"}
        back={self}
        danger={konto.status === "aktiv"}
        rejected={rejected}
      >
        <p>
          Für <bdi>{konto.name}</bdi>: {resetWords(konto.status)}
        </p>
      </Confirm>
    </CardPage>
  );
}

export const { show: showReset, save: saveReset } = formPage({
  path: RESET,
  permission,
  form: resetForm,
  schema: NOTHING,
  save: async (tx, visit) => {
    const id = idOf(visit);
    const invitationId = randomUUID();
    return { to: linkPath(id, invitationId), once: await resetKonto(tx, visit.actor, { id }, { invitationId }) };
  },
  answer: linkAnswer,
});
