import { Entered } from "../../../ui/index.ts";
import type { EinwilligungText } from "../queries/texte.ts";

type Props = { readonly text: EinwilligungText; readonly namen: ReadonlyMap<string, string> };

/** Who stands for a text: „ von …“ behind the day of its release; nothing where the account is gone. */
export function Von({ text, namen }: Props) {
  const wer = namen.get(text.freigegebenVon ?? "");
  return wer === undefined ? null : (
    <>
      {" "}
      von <Entered>{wer}</Entered>
    </>
  );
}
