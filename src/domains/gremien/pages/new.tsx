import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { addGremium } from "../commands/set-gremium.ts";
import { NeuesGremium } from "../model/gremium.ts";
import { belowList } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { ArtFelder, GremiumFelder } from "../parts/gremium-felder.tsx";

function form(visit: Visit, rejected?: Rejected) {
  const field = fieldsOf({ quorum: ["keines"] }, rejected);
  return (
    <CardPage {...belowList(visit)} title="Gremium anlegen" rejected={rejected}>
      <Form action={LIST} rejected={rejected}>
        <ArtFelder field={field} />
        <GremiumFelder field={field} rejected={rejected} />
        <Submit label="Anlegen" cancel={LIST} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  LIST,
  "gremium.schreiben",
  { form, shownAt: `${LIST}/neu`, schema: NeuesGremium },
  async (tx, { actor }, input) => getan.after(`${LIST}/${await addGremium(tx, actor, input)}`, "gegruendet"),
);
