import type { Frame } from "../../../platform/frame.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, CardPage, DescriptionList, Entered } from "../../../ui/index.ts";
import { LINK } from "./getan.ts";

type Props = {
  readonly frame: Frame;
  readonly origin: string;
  readonly breadcrumb: readonly { readonly label: string; readonly href: string }[];
  readonly secret: { readonly token: string; readonly code: string };
  /** The last day, ISO. */
  readonly bis: string | null;
  readonly next: { readonly label: string; readonly href: string };
};

/** What is sent once: the address and the code that goes another way. */
export type Once = { readonly token: string; readonly code: string; readonly freigabe: string };

export const onceText = ({ token, code, freigabe }: Once): string => [token, code, freigabe].join("\n");

/** Undefined for a repeated sending: then nobody reads the secret again. */
export function onceOf(text: string | undefined): Once | undefined {
  const [token, code, freigabe] = text?.split("\n") ?? [];
  return token === undefined || code === undefined || freigabe === undefined ? undefined : { token, code, freigabe };
}

/** Address and code of a link, shown this once: neither is stored. */
export const LinkEinmal = ({ frame, origin, breadcrumb, secret, bis, next }: Props) => (
  <CardPage frame={frame} breadcrumb={breadcrumb} title="Link und Code" rejected={undefined}>
    <p>
      Beides steht <strong>nur jetzt</strong> hier. Schicken Sie den Link, und sagen Sie den Code am Telefon oder
      schreiben Sie ihn in einen Brief. Nie beides auf demselben Weg.
    </p>
    <DescriptionList
      items={[
        { term: "Link", value: <Entered class="text">{`${origin}${LINK}/${secret.token}`}</Entered> },
        { term: "Code", value: `${secret.code.slice(0, 4)} ${secret.code.slice(4)}` },
        { term: "Gilt bis", value: bis === null ? "–" : tagText(bis) },
      ]}
    />
    <p class="hint">Verloren? Ziehen Sie diese Freigabe zurück, und machen Sie eine neue.</p>
    <ButtonLink kind="primary" href={next.href}>
      {next.label}
    </ButtonLink>
  </CardPage>
);
