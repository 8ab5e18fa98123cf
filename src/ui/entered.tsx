import type { Child } from "#jsx";

/**
 * What somebody entered: a name, a note, a file. It keeps its own direction, breaks where it must, and no translation service is
 * to see it.
 */
export const Entered = (props: { readonly class?: string; readonly children?: Child }) => (
  <bdi translate="no" class={props.class}>
    {props.children}
  </bdi>
);

/** A sentence of the program that names somebody, whoever built it: what stands before the name, the name, and what follows. */
export type Naming = { readonly before: string; readonly name: string; readonly after: string };

/** The sentence, its name as entered; nothing where there is none. */
export const Named = ({ says }: { readonly says: Naming | undefined }) =>
  says === undefined ? null : (
    <>
      {says.before}
      <Entered>{says.name}</Entered>
      {says.after}{" "}
    </>
  );
