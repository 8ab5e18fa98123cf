import type { Child } from "#jsx";
import { Card, Entered } from "../../../ui/index.ts";
import type { Punkt } from "../model/lage.ts";

/** Points as links, or the sentence that there is nothing. */
export function Punkte(props: {
  readonly title: string;
  readonly punkte: readonly Punkt[];
  readonly empty?: string | undefined;
  /** Below them: what is done every day. */
  readonly children?: Child;
}) {
  const { title, punkte, empty, children } = props;
  if (punkte.length === 0 && empty === undefined) return null;
  return (
    <Card title={title}>
      {punkte.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul class="plain-list">
          {punkte.map(({ text, href, wer }) => (
            <li>
              <a href={href}>
                {wer === undefined ? null : (
                  <>
                    <Entered>{wer}</Entered>:{" "}
                  </>
                )}
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </Card>
  );
}
