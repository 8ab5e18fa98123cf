import { z } from "zod";
import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { isReleased } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, EmptyState, Page } from "../../../ui/index.ts";
import { proveKonto } from "../commands/prove-konto.ts";
import { Nachweis } from "../model/erneuerung.ts";
import { Read } from "../parts/erneuerungen.tsx";
import { getan } from "../parts/getan.ts";
import { eigeneErneuerungen } from "../queries/erneuerungen.ts";
import { markRead } from "../rows/erneuerungen.ts";
import { closedPage } from "./akten-zu.tsx";

const PATH = "/konto/erneuerung";
const permission = "konto.eigenes";

/** Who renewed one's own way in, and when; as long as the files are closed for it, how they open. */
async function form(visit: Visit, rejected?: Rejected) {
  if (!isReleased(visit.actor)) return closedPage(visit, rejected);
  const { neu } = await readAs(visit.actor, (tx) => eigeneErneuerungen(tx, visit.actor));
  if (neu.length > 0)
    return (
      <Page frame={visit.frame} title="Ihr Zugang wurde erneuert">
        <Read neu={neu} />
      </Page>
    );
  return (
    <CardPage frame={visit.frame} title="Erneuerungen Ihres Zugangs">
      <EmptyState>
        Niemand hat Ihren Zugang erneuert, seit Sie hier zuletzt davon gelesen haben. Ihre Akten sind offen.
      </EmptyState>
    </CardPage>
  );
}

export const show = page({ path: PATH, permission, notices: getan, show: (visit) => form(visit) });

export const saveNachweis = action({
  path: `${PATH}/nachweis`,
  permission,
  schema: z.object({ nachweis: Nachweis }),
  run: async ({ actor, address }, { nachweis }) => {
    if (!isReleased(actor)) await proveKonto(actor, { code: nachweis, address });
    return new Redirect(getan.after(PATH, "frei"));
  },
  again: form,
});

export const saveGelesen = change(
  `${PATH}/gelesen`,
  permission,
  { schema: z.object({ gelesen: z.literal("ja") }), again: form },
  async (tx, { actor }) => {
    await markRead(tx, actor);
    return "/";
  },
);
